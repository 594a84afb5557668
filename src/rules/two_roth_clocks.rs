//! `two-roth-clocks`: two waiting periods that people take for one.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::law::provisions::Provision;
use crate::plan::PlanType;

pub const RULE: Rule = Rule {
    name: "two-roth-clocks",
    group: Group::MegaBackdoor,
    summary: "Two Roth clocks",
    severity: Severity::Advice,
    profile: Profile::Operation,
    applies_to: &[PlanType::Traditional401k, PlanType::Solo401k, PlanType::Plan403b],
    in_force: Some(Provision::InPlanRothRollover),
    citations: &["IRC 402A(d)(2)(B)", "26 CFR 1.402A-1, A-4", "IRC 408A(d)(2)(B)", "Notice 2013-74"],
    page: include_str!("two_roth_clocks.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    if !facts.has_after_tax()? {
        return Ok(Outcome::NotApplicable);
    }
    // No document elects what participants are told: only a spec that speaks of it is judged.
    let told = &facts.plan.notices.five_year_periods;
    if !told.is_written() {
        return Ok(Outcome::NotApplicable);
    }
    let routes = facts.routes();
    if !routes.in_plan_roth.and(routes.roth_ira).known()? {
        return Ok(Outcome::NotApplicable);
    }
    let plan = facts.plan;
    if told.known()?.is_yes() {
        return Ok(Outcome::Pass);
    }
    let message = "After-tax money can go to the plan's Roth account or to a Roth IRA, and participants are not told that \
                   each has a five-year period of its own (IRC 402A(d)(2)(B), 408A(d)(2)(B)): in a first Roth IRA the wait \
                   for tax-free earnings begins anew.";
    let finding = RULE.finding(told, message, "nobody speaks of the two periods");
    let finding = finding.related(plan.in_plan_roth.allowed.span(), "one way: the plan's Roth account");
    Outcome::fail(finding.related(plan.in_service.after_tax.span(), "the other: a Roth IRA").help(
        "Explain that the plan's period runs from the first Roth contribution in this plan, and that of Roth IRAs from the \
         owner's first contribution to any Roth IRA.",
    ))
}
