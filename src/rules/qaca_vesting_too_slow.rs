//! `qaca-vesting-too-slow`: QACA money that is not fully vested after two years of service.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::law::provisions::Provision;
use crate::plan::PlanType;

pub const RULE: Rule = Rule {
    name: "qaca-vesting-too-slow",
    group: Group::Nondiscrimination,
    summary: "QACA vesting over 2 years",
    severity: Severity::Error,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Traditional401k],
    in_force: Some(Provision::Qaca),
    citations: &["IRC 401(k)(13)(D)(iii)(I)", "26 CFR 1.401(k)-3(k)(3)"],
    page: include_str!("qaca_vesting_too_slow.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let Some(design) = facts.safe_harbor()?.filter(|design| design.is_qaca()) else {
        return Ok(Outcome::NotApplicable);
    };
    let election = facts.safe_harbor_vesting(design);
    let vesting = election.known()?;
    if vesting.full_after().is_some_and(|years| years <= 2) {
        return Ok(Outcome::Pass);
    }
    let message = format!(
        "The safe harbor money of the QACA vests by `{vesting}`, but whoever has two years of service must be fully vested in it (IRC \
         401(k)(13)(D)(iii)(I), 26 CFR 1.401(k)-3(k)(3))."
    );
    let finding = RULE.finding(election, message, "not full after two years");
    let finding = finding.related(facts.plan.safe_harbor.kind.span(), "the design that asks for it");
    Outcome::fail(
        finding
            .help("Vest it fully after two years of service at the latest: `2-year cliff` or `immediate`."),
    )
}
