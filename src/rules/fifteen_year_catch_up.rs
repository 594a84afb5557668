//! `fifteen-year-catch-up`: who may have it, and in which order with the other catch-up.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::{Finding, Severity};
use crate::lower::Truth;
use crate::plan::PlanType;
use crate::plan::deferrals::CatchUpOrder;
use crate::plan::employer::Entity;

pub const RULE: Rule = Rule {
    name: "fifteen-year-catch-up",
    group: Group::PlanTypes,
    summary: "15-year catch-up",
    severity: Severity::Error,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Plan403b],
    in_force: None,
    citations: &["IRC 402(g)(7)", "26 CFR 1.403(b)-4(b)(2), (c)(3)(i)-(iv), (e)"],
    page: include_str!("fifteen_year_catch_up.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let (deferrals, employer) = (&facts.plan.deferrals, &facts.plan.employer);
    let allowed = &deferrals.fifteen_year_catch_up;
    if !allowed.known()?.is_yes() {
        return Ok(Outcome::NotApplicable);
    }
    let is_church = employer.entity.is(|entity| *entity == Entity::Church);
    let is_qualified = is_church.or(employer.qualified_organization.is_yes());
    let age_50 = deferrals.catch_up.is_yes();
    let is_reversed = age_50.and(deferrals.catch_up_order.is(|order| *order == CatchUpOrder::AgeFiftyFirst));
    let mut findings: Vec<Finding> = Vec::new();
    // Whether it is a church besides need not be asked of an employer that says it is none of these.
    if employer.qualified_organization.is_yes() == Truth::No && !is_qualified.is_yes() {
        let message = "The plan allows the catch-up after 15 years of service, but its employer is not a school, hospital, \
                       home health or health and welfare service agency, or church-related organization (IRC \
                       402(g)(7)(B)).";
        let finding = RULE.finding(allowed, message, "not for this employer");
        let finding = finding.related(employer.qualified_organization.span(), "not one of those");
        findings.push(finding.help("Remove the 15-year catch-up."));
    }
    if is_reversed.is_yes() {
        let message = "The plan uses the age-50 catch-up before the 15-year catch-up, but deferrals above 402(g) count as \
                       15-year catch-up first (26 CFR 1.403(b)-4(c)(3)(iv)).";
        let finding = RULE.finding(&deferrals.catch_up_order, message, "the wrong one first");
        findings.push(
            finding.help("Use the 15-year catch-up first, and the age-50 catch-up for what is above it."),
        );
    }
    if findings.is_empty() {
        is_qualified.negated().or(is_reversed).known()?;
    }
    Outcome::of(findings)
}
