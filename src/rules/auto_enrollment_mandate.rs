//! `auto-enrollment-mandate`: a plan established since the end of 2022 that does not enroll automatically as it must.

mod lacking;

use super::facts::mandate::{exemption, turns_three};
use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::{Finding, Severity};
use crate::law::provisions::Provision;
use crate::plan::PlanType;
use lacking::{Lacking, lacking};

pub const RULE: Rule = Rule {
    name: "auto-enrollment-mandate",
    group: Group::Nondiscrimination,
    summary: "Mandatory auto-enrollment missing",
    severity: Severity::Error,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Traditional401k, PlanType::Plan403b],
    in_force: Some(Provision::MandatoryAutomaticEnrollment),
    citations: &[
        "IRC 414A(a)-(c)",
        "SECURE 2.0 s.101",
        "Notice 2024-2 part A",
        "REG-100669-24 (90 FR 3092, proposed 2025-01-14)",
    ],
    page: include_str!("auto_enrollment_mandate.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    if !facts.law.in_force(Provision::MandatoryAutomaticEnrollment, facts.plan.year.first_day()) {
        return Ok(Outcome::NotApplicable);
    }
    let is_exempt = exemption(facts);
    if is_exempt.is_yes() {
        return Ok(Outcome::NotApplicable);
    }
    let lacking = lacking(&facts.plan.auto_enrollment);
    if lacking == Ok(None) {
        return Ok(Outcome::Pass);
    }
    // Whether the plan must at all is asked first.
    if is_exempt.known()? {
        return Ok(Outcome::NotApplicable);
    }
    let Some(Lacking { span, path, what, is_certain }) = lacking? else { return Ok(Outcome::Pass) };
    // Only the calendar year is known in which the employer began, and it may turn three years old within the plan year.
    let may_be_young = turns_three(facts).is_yes();
    let but = if may_be_young { ", unless the employer was less than three years old" } else { "" };
    let message = format!(
        "The plan was established after 28 December 2022 and must enroll employees automatically in {}{but} (IRC 414A(a)-(c)): \
         {what}. Without that the arrangement is not qualified.",
        facts.plan.year
    );
    let finding = Finding::new(RULE.name, span, message, "not what 414A asks for").election(path);
    let is_certain = is_certain && !may_be_young;
    let finding = if is_certain { finding } else { finding.severity(Severity::Warning) };
    let finding = finding.related(facts.plan.document.established.span(), "when it was established");
    Outcome::fail(finding.help(
        "Adopt an EACA for everyone: 3% to 10% of pay, rising 1% a year to at least 10% and at most 15%, with withdrawals of 30 to 90 \
         days and a qualified default investment; or record the exemption that applies.",
    ))
}
