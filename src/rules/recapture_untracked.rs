//! `recapture-untracked`: rollovers whose five years nobody counts.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::law::provisions::Provision;
use crate::plan::PlanType;

pub const RULE: Rule = Rule {
    name: "recapture-untracked",
    group: Group::MegaBackdoor,
    summary: "No five-year recapture tracking on in-plan rollovers",
    severity: Severity::Warning,
    profile: Profile::Operation,
    applies_to: &[
        PlanType::Traditional401k,
        PlanType::Solo401k,
        PlanType::Plan403b,
        PlanType::Governmental457b,
    ],
    in_force: Some(Provision::InPlanRothRollover),
    citations: &[
        "IRC 402A(c)(4)(D)",
        "IRC 408A(d)(3)(F)(i)-(ii)",
        "IRC 72(t)(9)",
        "IRS, Retirement topics: Designated Roth account",
    ],
    page: include_str!("recapture_untracked.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let in_plan = &facts.plan.in_plan_roth;
    if !in_plan.allowed.known()?.is_yes() {
        return Ok(Outcome::NotApplicable);
    }
    let tracked = &in_plan.recapture_tracking;
    if tracked.known()?.is_yes() {
        return Ok(Outcome::Pass);
    }
    let message = "The taxable part of each in-plan Roth rollover is not tracked by year, though what of it is paid out within \
                   five taxable years can bear the additional tax of 10% (IRC 402A(c)(4)(D), 408A(d)(3)(F)).";
    let finding = RULE.finding(tracked, message, "nobody counts the five years");
    // Its own deferrals are free of that tax, and whether 408A(d)(3)(F) brings it on them is doubtful (IRC 72(t)(9)).
    let finding = if facts.plan_type()? == PlanType::Governmental457b {
        finding.severity(Severity::Advice)
    } else {
        finding
    };
    Outcome::fail(
        finding.help(
            "Record the taxable part of each in-plan Roth rollover and its year, for five taxable years.",
        ),
    )
}
