//! `eaca-not-uniform`: an EACA whose default is not uniform, or that is not announced.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::lower::Truth;
use crate::plan::PlanType;
use crate::plan::auto_enrollment::Arrangement;

pub const RULE: Rule = Rule {
    name: "eaca-not-uniform",
    group: Group::Nondiscrimination,
    summary: "EACA not uniform or no notice",
    severity: Severity::Error,
    profile: Profile::Qualification,
    applies_to: &[
        PlanType::Traditional401k,
        PlanType::Simple401k,
        PlanType::Plan403b,
        PlanType::Governmental457b,
    ],
    in_force: None,
    citations: &["IRC 414(w)(3)-(4)", "26 CFR 1.414(w)-1(b)(2)-(3)"],
    page: include_str!("eaca_not_uniform.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let enrollment = &facts.plan.auto_enrollment;
    // Of a QACA `qaca-default-percent` judges it.
    if *enrollment.kind.known()? != Arrangement::Eaca {
        return Ok(Outcome::NotApplicable);
    }
    let mut findings = Vec::new();
    if enrollment.uniform.is_yes() == Truth::No {
        let message = "The default of an EACA is a uniform share of pay; it may differ only by years since enrollment, for existing \
                       elections, and where a legal limit stops it (26 CFR 1.414(w)-1(b)(2)). All EACAs of a plan count as one.";
        let finding = RULE.finding(&enrollment.uniform, message, "not uniform");
        findings.push(finding.help("Enroll everyone whom the EACA covers at the same share of pay."));
    }
    if enrollment.notice.is_yes() == Truth::No {
        let message = "The employees whom an EACA covers must get a notice before each plan year (IRC 414(w)(4), 26 CFR \
                       1.414(w)-1(b)(3)). Without it there are no withdrawals of automatic deferrals.";
        let finding = RULE.finding(&enrollment.notice, message, "no notice");
        findings.push(finding.help(
            "Give the notice 30 to 90 days before each plan year, and to new employees when they enter.",
        ));
    }
    if findings.is_empty() {
        enrollment.uniform.known()?;
        enrollment.notice.known()?;
    }
    Outcome::of(findings)
}
