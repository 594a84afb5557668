//! `no-split-rollover`: one distribution that can go to one place only.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::law::provisions::Provision;
use crate::plan::PlanType;
use crate::room::routes;

pub const RULE: Rule = Rule {
    name: "no-split-rollover",
    group: Group::MegaBackdoor,
    summary: "Split rollover to two destinations not supported",
    severity: Severity::Warning,
    profile: Profile::MegaBackdoor,
    applies_to: &[PlanType::Traditional401k, PlanType::Solo401k, PlanType::Plan403b, PlanType::Plan401a],
    in_force: Some(Provision::SplitRollover),
    citations: &[
        "26 CFR 1.401(a)(31)-1, A-9, A-10",
        "26 CFR 1.402(c)-2(b)(3)(iv)",
        "Notice 2014-54",
        "IRS, Rollovers of after-tax contributions in retirement plans",
    ],
    page: include_str!("no_split_rollover.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    if !facts.has_after_tax()? {
        return Ok(Outcome::NotApplicable);
    }
    let plan = facts.plan;
    if !routes::withdrawable(plan).known()? {
        return Ok(Outcome::NotApplicable);
    }
    // Where nothing is rolled over directly, that comes first: `no-direct-rollover`.
    if plan.in_service.direct_rollover.stated().is_some_and(|offered| !offered.is_yes()) {
        return Ok(Outcome::NotApplicable);
    }
    let split = &plan.in_service.split_rollover;
    if split.known()?.is_yes() {
        return Ok(Outcome::Pass);
    }
    let message = "The plan rolls a distribution over directly to one place only. It need not do more (26 CFR \
                   1.401(a)(31)-1, A-10), but the basis and the earnings of an after-tax withdrawal then cannot both go \
                   directly, to a Roth IRA and a traditional IRA: one part must be paid in cash (A-9) and be rolled over \
                   by its owner.";
    let mut finding = RULE.finding(split, message, "one destination only");
    if facts.routes().in_plan_roth.is_yes() {
        let other_way = "in-plan Roth rollovers are open too, and need no split";
        finding = finding.related(plan.in_plan_roth.allowed.span(), other_way).severity(Severity::Advice);
    }
    Outcome::fail(finding.help(
        "Let one distribution go to two places. Until then: roll the pre-tax part over directly, have the basis paid \
         out, and put it into a Roth IRA within 60 days.",
    ))
}
