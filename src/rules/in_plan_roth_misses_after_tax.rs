//! `in-plan-roth-misses-after-tax`: the in-plan route takes distributable money only, and after-tax money is none.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::law::provisions::Provision;
use crate::lower::Truth;
use crate::plan::PlanType;
use crate::room::routes;

pub const RULE: Rule = Rule {
    name: "in-plan-roth-misses-after-tax",
    group: Group::MegaBackdoor,
    summary: "In-plan Roth rollover covers distributable money only, and after-tax is not distributable",
    severity: Severity::Error,
    profile: Profile::MegaBackdoor,
    applies_to: &[PlanType::Traditional401k, PlanType::Solo401k, PlanType::Plan403b, PlanType::Plan401a],
    in_force: Some(Provision::InPlanRothRollover),
    citations: &[
        "IRC 402A(c)(4)(B), (E)",
        "IRC 402(c)(4)(C)",
        "Notice 2010-84",
        "Notice 2013-74",
        "IRS, Retirement topics: Designated Roth account",
    ],
    page: include_str!("in_plan_roth_misses_after_tax.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: true,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let after_tax = facts.after_tax();
    let plan = facts.plan;
    let reachable = routes::any_amount(plan, facts.law).or(routes::withdrawable(plan));
    // Where nothing can be reached for certain, the answer is the same whether or not there is after-tax money.
    let is_settled = matches!((&after_tax, &reachable), (Truth::Unknown(_), Truth::No));
    if !is_settled && !after_tax.known()? {
        return Ok(Outcome::NotApplicable);
    }
    // Without a rollover that takes in the source, `no-route-to-roth` says what is to be said.
    if !plan.in_plan_roth.allowed.known()?.is_yes() || !routes::covers_after_tax(plan).known()? {
        return Ok(Outcome::NotApplicable);
    }
    if reachable.known()? {
        return Ok(Outcome::Pass);
    }
    let message = "In-plan Roth rollovers take in the after-tax source, but only amounts that could otherwise be \
                   distributed, and nobody who is employed has a rollover-eligible right to after-tax money: nothing \
                   can be rolled over.";
    let mut finding = RULE.finding(&plan.in_plan_roth.condition, message, "distributable money only");
    if let Some(condition) = routes::gate(plan) {
        let label = format!("`{condition}` gives nobody at work money that can be rolled over");
        finding = finding.related(plan.in_service.after_tax.span(), label);
    }
    Outcome::fail(finding.help(
        "Extend in-plan Roth rollovers to any vested amount (IRC 402A(c)(4)(E)), or make after-tax money withdrawable \
         in service at any age.",
    ))
}
