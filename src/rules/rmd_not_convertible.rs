//! `rmd-not-convertible`: a minimum distribution that is rolled over instead of paid.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::law::provisions::Provision;
use crate::plan::PlanType;

pub const RULE: Rule = Rule {
    name: "rmd-not-convertible",
    group: Group::MegaBackdoor,
    summary: "RMD part cannot be converted",
    severity: Severity::Warning,
    profile: Profile::Operation,
    applies_to: &[
        PlanType::Traditional401k,
        PlanType::Solo401k,
        PlanType::Plan403b,
        PlanType::Governmental457b,
    ],
    in_force: Some(Provision::InPlanRothRollover),
    citations: &["IRC 402(c)(4)(B)", "26 CFR 1.402(c)-2(c)(2)(ii)", "IRC 401(a)(9)(C)", "IRC 402A(d)(5)"],
    page: include_str!("rmd_not_convertible.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let plan = facts.plan;
    if !plan.in_plan_roth.allowed.known()?.is_yes() {
        return Ok(Outcome::NotApplicable);
    }
    // It concerns the few who are past the applicable age and have left, or own 5%: only a spec that speaks of it is judged.
    let first = &plan.distributions.rmd_first;
    if !first.is_written() {
        return Ok(Outcome::NotApplicable);
    }
    if first.known()?.is_yes() {
        return Ok(Outcome::Pass);
    }
    let message = "A participant with a required minimum distribution for the year may roll money over to Roth before it is \
                   paid. What is paid or rolled over first counts as the minimum distribution, and that cannot be rolled \
                   over (IRC 402(c)(4)(B)).";
    let finding = RULE.finding(first, message, "converted before the minimum is paid");
    Outcome::fail(
        finding
            .related(plan.in_plan_roth.allowed.span(), "in-plan Roth rollovers are allowed")
            .help("Pay the minimum distribution of the year first, then roll over the rest."),
    )
}
