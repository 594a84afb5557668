//! `controlled-business-aggregates`: the 403(b) of someone who controls a business shares a limit with its plan.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::plan::PlanType;

pub const RULE: Rule = Rule {
    name: "controlled-business-aggregates",
    group: Group::Limits,
    summary: "403(b) member controls another business",
    severity: Severity::Warning,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Plan403b],
    in_force: None,
    citations: &["IRC 415(k)(4)", "26 CFR 1.415(f)-1(f)(2)-(3)", "26 CFR 1.415(j)-1(e)(2)"],
    page: include_str!("controlled_business_aggregates.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let counts = &facts.plan.limits.counts_controlled_employers;
    if counts.known()?.is_yes() {
        return Ok(Outcome::Pass);
    }
    let message = "The plan does not count contributions to plans of a business that a participant controls, but for such \
                   a participant the 403(b) contract and those plans share one limit of 415(c) (IRC 415(k)(4), 26 CFR \
                   1.415(f)-1(f)(2)).";
    let finding = RULE.finding(counts, message, "a practice of one's own has its limit beside this one");
    let help = "Ask participants each year whether they control a business (more than 50%) that has a defined contribution plan \
                or a SEP, and count contributions to it against the limit.";
    Outcome::fail(finding.help(help))
}
