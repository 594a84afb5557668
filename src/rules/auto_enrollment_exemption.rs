//! `auto-enrollment-exemption`: a new plan without automatic enrollment whose exemption will end.

use super::facts::mandate::{is_outside, is_small, is_young};
use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Finding;
use crate::finding::Severity;
use crate::law::provisions::Provision;
use crate::plan::PlanType;
use crate::plan::auto_enrollment::Arrangement;

pub const RULE: Rule = Rule {
    name: "auto-enrollment-exemption",
    group: Group::Nondiscrimination,
    summary: "414A exemption claimed",
    severity: Severity::Advice,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Traditional401k, PlanType::Plan403b],
    in_force: Some(Provision::MandatoryAutomaticEnrollment),
    citations: &["IRC 414A(c)(1)-(4)", "Notice 2024-2 part A", "REG-100669-24 (proposed)"],
    page: include_str!("auto_enrollment_exemption.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let plan = facts.plan;
    let arrangement = &plan.auto_enrollment.kind;
    let enrolls = arrangement.is(|kind| matches!(kind, Arrangement::Eaca | Arrangement::Qaca));
    let in_time = facts.law.in_force(Provision::MandatoryAutomaticEnrollment, plan.year.first_day());
    if !in_time || enrolls.is_yes() || is_outside(facts).is_yes() {
        return Ok(Outcome::NotApplicable);
    }
    // An exemption by age of the plan does not end, short of a merger, and needs no attention each year.
    plan.document.established.known()?;
    is_outside(facts).known()?;
    let (election, ground, ends) = if is_small(facts).is_yes() {
        let employees = &plan.employer.employees;
        let ends = "one year after the end of its first taxable year with more than ten employees";
        ((employees.span(), employees.path.clone()), "normally has at most ten employees", ends)
    } else if is_young(facts).is_yes() {
        let since = &plan.employer.in_business_since;
        (
            (since.span(), since.path.clone()),
            "has existed for less than three years",
            "when it is three years old",
        )
    } else {
        is_small(facts).or(is_young(facts)).known()?;
        return Ok(Outcome::Pass);
    };
    let message = format!(
        "The plan was established after 28 December 2022 and does without the automatic enrollment of IRC 414A because the employer \
         {ground}. That exemption ends {ends} (IRC 414A(c)(4))."
    );
    let finding =
        Finding::new(RULE.name, election.0, message, "the exemption rests on this").election(election.1);
    let finding = finding.related(plan.document.established.span(), "established after 28 December 2022");
    Outcome::fail(finding.help(
        "Record the exemption, check it every year, and prepare an EACA for the year in which it ends.",
    ))
}
