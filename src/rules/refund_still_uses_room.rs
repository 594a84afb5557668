//! `refund-still-uses-room`: what a failed test sends back has used the limit on annual additions all the same.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::lower::Truth;
use crate::plan::PlanType;

pub const RULE: Rule = Rule {
    name: "refund-still-uses-room",
    group: Group::Limits,
    summary: "Corrected excess still uses 415(c) room",
    severity: Severity::Error,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Traditional401k, PlanType::Plan403b, PlanType::Plan401a],
    in_force: None,
    citations: &["26 CFR 1.415(c)-1(b)(1)(ii)", "26 CFR 1.415(c)-1(b)(2)(ii)(B), (D)", "IRC 415(c)(2)"],
    page: include_str!("refund_still_uses_room.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let restores = &facts.plan.limits.refund_restores_room;
    // Only someone who fills up with after-tax money comes near the limit again: of other plans it is not asked.
    if !restores.is_written() && !facts.has_after_tax()? {
        return Ok(Outcome::NotApplicable);
    }
    // Plans that run no test make no such refund.
    if facts.must_run_acp() == Truth::No {
        return Ok(Outcome::NotApplicable);
    }
    if !restores.known()?.is_yes() {
        return Ok(Outcome::Pass);
    }
    let message = "The plan lets a participant use the room of refunded contributions again, but excess contributions and \
                   excess aggregate contributions stay annual additions of the year even when they are distributed (26 \
                   CFR 1.415(c)-1(b)(1)(ii)).";
    let finding = RULE.finding(restores, message, "no room comes back");
    let help = "Keep refunded ADP and ACP excess in annual additions. Only excess deferrals that are returned by April 15, \
                and what is kept as catch-up, drop out.";
    Outcome::fail(finding.help(help))
}
