//! `auto-enrollment-mandate`: a plan established since the end of 2022 that does not enroll automatically as it must.

use super::facts::mandate::exemption;
use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::finding::{ElectionPath, Finding};
use crate::law::provisions::Provision;
use crate::lower::Missing;
use crate::money::Percent;
use crate::plan::PlanType;
use crate::plan::auto_enrollment::{Arrangement, AutoEnrollment, Escalation};
use crate::source::Span;

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
    let Some((span, path, what)) = lacking? else { return Ok(Outcome::Pass) };
    let message = format!(
        "The plan was established after 28 December 2022 and must enroll employees automatically in {} (IRC 414A(a)-(b)): {what}. \
         Without that the arrangement is not qualified.",
        facts.plan.year
    );
    let finding = Finding::new(RULE.name, span, message, "not what 414A asks for").election(path);
    let finding = finding.related(facts.plan.document.established.span(), "when it was established");
    Outcome::fail(finding.help(
        "Adopt an EACA: 3% to 10% of pay, rising 1% a year to at least 10% and at most 15%, with withdrawals of 30 to 90 days and a \
         qualified default investment; or record the exemption that applies.",
    ))
}

type Lacking = (Span, ElectionPath, &'static str);

/// What the enrollment lacks. The percentages of a QACA are judged by `qaca-default-percent`.
fn lacking(enrollment: &AutoEnrollment) -> Result<Option<Lacking>, Missing> {
    let AutoEnrollment { kind, percent, escalation, withdrawal_window: window, .. } = enrollment;
    let is_qaca = match kind.known()? {
        Arrangement::None => return Ok(Some((kind.span(), kind.path.clone(), "it enrolls nobody"))),
        Arrangement::Aca => {
            return Ok(Some((kind.span(), kind.path.clone(), "an ACA without withdrawals is no EACA")));
        }
        Arrangement::Eaca => false,
        Arrangement::Qaca => true,
    };
    let (three, ten) = (Percent::whole(3), Percent::whole(10));
    if !is_qaca && percent.is(|percent| *percent < three || *percent > ten).is_yes() {
        return Ok(Some((
            percent.span(),
            percent.path.clone(),
            "the first default lies outside 3% to 10% of pay",
        )));
    }
    let rises_wrongly = escalation.is(|escalation| match escalation {
        Escalation::None => percent.stated().is_some_and(|percent| *percent < ten),
        Escalation::Yearly { step, to } => *step < Percent::whole(1) || *to < ten || *to > Percent::whole(15),
    });
    if rises_wrongly.is_yes() {
        let what = "the default does not rise by 1% a year to at least 10% and at most 15% of pay";
        return Ok(Some((escalation.span(), escalation.path.clone(), what)));
    }
    if window.is(|window| window.is_zero()).is_yes() {
        return Ok(Some((window.span(), window.path.clone(), "automatic deferrals cannot be withdrawn")));
    }
    percent.known()?;
    escalation.known()?;
    window.known()?;
    Ok(None)
}
