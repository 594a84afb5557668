//! `in-plan-roth-tax-unwithheld`: a tax that nobody withholds and nobody speaks of.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::law::provisions::Provision;
use crate::lower::Truth;
use crate::plan::{Plan, PlanType};
use crate::syntax::phrase::sources::Source;

pub const RULE: Rule = Rule {
    name: "in-plan-roth-tax-unwithheld",
    group: Group::MegaBackdoor,
    summary: "In-plan Roth rollover: nobody withholds",
    severity: Severity::Advice,
    profile: Profile::Operation,
    applies_to: &[
        PlanType::Traditional401k,
        PlanType::Solo401k,
        PlanType::Plan403b,
        PlanType::Governmental457b,
    ],
    in_force: Some(Provision::InPlanRothRollover),
    citations: &[
        "IRC 402A(c)(4)(A)(i)",
        "IRC 3405(c)(2)",
        "Notice 2013-74",
        "IRS, Retirement topics: Designated Roth account",
    ],
    page: include_str!("in_plan_roth_tax_unwithheld.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let plan = facts.plan;
    if !plan.in_plan_roth.allowed.known()?.is_yes() {
        return Ok(Outcome::NotApplicable);
    }
    let told = &plan.notices.conversion_tax;
    // Of after-tax money only the earnings are taxed, so that the question is asked where more than that is.
    if !told.is_written() && !is_taxed_in_full(plan).known()? {
        return Ok(Outcome::NotApplicable);
    }
    if told.known()?.is_yes() {
        return Ok(Outcome::Pass);
    }
    let message = "Participants are not told that no tax is withheld from an in-plan Roth rollover, though what it moves \
                   beyond basis is income of the year (IRC 402A(c)(4)(A)(i)): an underpayment of estimated tax can come as \
                   a surprise.";
    let finding = RULE.finding(told, message, "nobody speaks of the tax");
    Outcome::fail(finding.related(plan.in_plan_roth.allowed.span(), "in-plan Roth rollovers are allowed").help(
        "Tell participants before they convert that nothing is withheld, and that the tax has to come from other money: \
         by estimated tax, or by more withholding from pay.",
    ))
}

/// Is money rolled over that has no basis?
fn is_taxed_in_full(plan: &Plan) -> Truth {
    let has_basis = |source: &Source| matches!(source, Source::AfterTax | Source::Roth);
    plan.in_plan_roth.sources.is(|sources| !sources.0.iter().all(has_basis))
}
