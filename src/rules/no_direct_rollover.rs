//! `no-direct-rollover`: a plan that does not pay eligible rollover distributions to another plan or IRA.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::law::provisions::Provision;
use crate::plan::PlanType;

pub const RULE: Rule = Rule {
    name: "no-direct-rollover",
    group: Group::MegaBackdoor,
    summary: "No direct rollover option",
    severity: Severity::Error,
    profile: Profile::Qualification,
    applies_to: &[
        PlanType::Traditional401k,
        PlanType::Solo401k,
        PlanType::Simple401k,
        PlanType::Starter401k,
        PlanType::Plan403b,
        PlanType::Plan401a,
        PlanType::Governmental457b,
    ],
    in_force: Some(Provision::DirectRollover),
    citations: &[
        "IRC 401(a)(31)(A)",
        "26 CFR 1.401(a)(31)-1, A-1, A-11, A-16",
        "IRC 403(b)(10)",
        "26 CFR 1.403(b)-7(b)(2)",
        "IRC 457(d)(1)(C)",
    ],
    page: include_str!("no_direct_rollover.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let offered = &facts.plan.in_service.direct_rollover;
    if offered.known()?.is_yes() {
        return Ok(Outcome::Pass);
    }
    let plan_type = facts.plan_type()?;
    let section = match plan_type {
        PlanType::Plan403b => "IRC 403(b)(10)",
        PlanType::Governmental457b => "IRC 457(d)(1)(C)",
        PlanType::Traditional401k
        | PlanType::Solo401k
        | PlanType::Simple401k
        | PlanType::Starter401k
        | PlanType::Plan401a
        | PlanType::TaxExempt457b
        | PlanType::Sep
        | PlanType::SimpleIra => "IRC 401(a)(31)(A)",
    };
    let message = format!(
        "The plan offers no direct rollover, which {section} demands of {} for every eligible rollover distribution.",
        plan_type.with_article()
    );
    Outcome::fail(RULE.finding(offered, message, "distributions go to the participant only").help(
        "Offer direct rollovers to an eligible retirement plan of the payee's choice. Totals under $200 a year and \
         loan offsets may be left out.",
    ))
}
