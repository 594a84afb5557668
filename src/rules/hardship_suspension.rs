//! `hardship-suspension`: contributions that stop after a hardship withdrawal.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::law::provisions::Provision;
use crate::plan::PlanType;

pub const RULE: Rule = Rule {
    name: "hardship-suspension",
    group: Group::Nondiscrimination,
    summary: "Hardship suspension",
    severity: Severity::Error,
    profile: Profile::Qualification,
    applies_to: &[
        PlanType::Traditional401k,
        PlanType::Solo401k,
        PlanType::Simple401k,
        PlanType::Starter401k,
        PlanType::Plan403b,
    ],
    in_force: Some(Provision::NoSuspensionAfterHardship),
    citations: &["26 CFR 1.401(k)-1(d)(3)(iii)(C)", "26 CFR 1.403(b)-6(d)(2)", "T.D. 9875 (84 FR 49651)"],
    page: include_str!("hardship_suspension.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let in_service = &facts.plan.in_service;
    let suspension = &in_service.hardship_suspension;
    if !suspension.is_written() && !in_service.hardship.is_yes().known()? {
        return Ok(Outcome::NotApplicable);
    }
    let length = *suspension.known()?;
    if length.is_zero() {
        return Ok(Outcome::Pass);
    }
    let message = format!(
        "Contributions stop for {length} after a hardship withdrawal. For hardship distributions since January 1, 2020 a plan may stop \
         neither elective nor after-tax contributions (26 CFR 1.401(k)-1(d)(3)(iii)(C), T.D. 9875)."
    );
    let finding = RULE.finding(suspension, message, format!("no contributions for {length}"));
    Outcome::fail(finding.help("Remove the suspension."))
}
