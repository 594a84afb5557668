//! `starter-plan-with-employer-money`: a starter 401(k) with anything but deferrals, or without its automatic enrollment.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Finding;
use crate::finding::Severity;
use crate::lower::Truth;
use crate::money::Percent;
use crate::plan::PlanType;
use crate::plan::auto_enrollment::Arrangement;
use crate::syntax::phrase::match_formula::MatchFormula;
use crate::syntax::phrase::nonelective::Nonelective;

pub const RULE: Rule = Rule {
    name: "starter-plan-with-employer-money",
    group: Group::Nondiscrimination,
    summary: "Starter 401(k) with extra money",
    severity: Severity::Error,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Starter401k],
    in_force: None,
    citations: &["IRC 401(k)(16)(B)-(E)", "SECURE 2.0 s.121", "Notice 2025-67"],
    page: include_str!("starter_plan_with_employer_money.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: true,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let plan = facts.plan;
    let after_tax = plan.after_tax.allowed.is_yes();
    let matched = plan.matching.formula.is(|formula| *formula != MatchFormula::None);
    let nonelective = plan.nonelective.formula.is(|formula| *formula != Nonelective::None);
    let enrollment = &plan.auto_enrollment;
    let enrolls_none = enrollment.kind.is(|kind| *kind == Arrangement::None);
    let bounds = Percent::whole(3)..=Percent::whole(15);
    let outside = enrollment.percent.is(|percent| !bounds.contains(percent));
    let others = plan.employer.other_dc_plans.is(|plans| !plans.0.is_empty());
    let mut findings: Vec<Finding> = Vec::new();
    let mut report = |truth: &Truth, finding: Finding| findings.extend(truth.is_yes().then_some(finding));
    let finding = RULE.finding(&plan.after_tax.allowed, AFTER_TAX, "no such source in a starter 401(k)");
    report(&after_tax, finding.help(OTHER_DESIGN));
    let finding = RULE.finding(&plan.matching.formula, EMPLOYER_MONEY, "a match");
    report(&matched, finding.help(OTHER_DESIGN));
    let finding = RULE.finding(&plan.nonelective.formula, EMPLOYER_MONEY, "a nonelective contribution");
    report(&nonelective, finding.help(OTHER_DESIGN));
    let finding = RULE.finding(&enrollment.kind, ENROLLMENT, "nobody is enrolled");
    report(&enrolls_none, finding.help("Enroll everyone at 3% to 15% of pay."));
    let finding = RULE.finding(&enrollment.percent, ENROLLMENT, "outside 3% to 15%");
    report(&outside, finding.help("Enroll everyone at 3% to 15% of pay."));
    // Another plan is unlawful only while contributions are made or benefits accrue under it, which a spec does not tell.
    let finding = RULE.finding(&plan.employer.other_dc_plans, OTHER_PLANS, "lawful only if nothing goes in");
    report(
        &others,
        finding.severity(Severity::Warning).help("Freeze the other plan, or give up the starter design."),
    );
    if findings.is_empty() {
        after_tax.or(matched).or(nonelective).or(enrolls_none).or(outside).or(others).known()?;
    }
    Outcome::of(findings)
}

const AFTER_TAX: &str = "A starter 401(k) takes elective deferrals only (IRC 401(k)(16)(B), (D)): the after-tax source that the spec \
                         claims cannot be there.";
const EMPLOYER_MONEY: &str = "A starter 401(k) takes elective deferrals only (IRC 401(k)(16)(B), (D)); employer money is not among \
                              what it may take.";
const ENROLLMENT: &str = "A starter 401(k) enrolls every eligible employee at a uniform share of 3% to 15% of pay, unless they choose \
                          otherwise (IRC 401(k)(16)(C)).";
const OTHER_PLANS: &str = "The employer has other plans: only an employer that maintains no qualified plan to which contributions are \
                           made, or under which benefits accrue, for the year may have a starter 401(k) (IRC 401(k)(16)(E)).";
const OTHER_DESIGN: &str = "Remove it, or change to a 401(k) plan that is tested or has a safe harbor.";
