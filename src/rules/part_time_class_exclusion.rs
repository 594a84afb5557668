//! `part-time-class-exclusion`: a class left out that is a condition of service by another name.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::lower::Truth;
use crate::plan::PlanType;
use crate::plan::eligibility::Class;

pub const RULE: Rule = Rule {
    name: "part-time-class-exclusion",
    group: Group::Nondiscrimination,
    summary: "Part-time class exclusion as a service rule",
    severity: Severity::Error,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Traditional401k, PlanType::Solo401k, PlanType::Starter401k, PlanType::Plan401a],
    in_force: None,
    citations: &[
        "IRC 410(a)(1)",
        "26 CFR 1.410(a)-3(d)-(e)",
        "IRS EP Quality Assurance Bulletin FY-2006 No. 3",
        "IRC 401(k)(2)(D)",
    ],
    page: include_str!("part_time_class_exclusion.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let eligibility = &facts.plan.eligibility;
    let excluded = &eligibility.excluded_classes;
    let by_service: Vec<Class> =
        excluded.known()?.0.iter().copied().filter(|class| class.is_by_service()).collect();
    let fail_safe = &eligibility.part_time_fail_safe;
    if facts.has_minimum_standards() == Truth::No {
        return Ok(Outcome::NotApplicable);
    }
    if by_service.is_empty() || fail_safe.is_yes().known()? {
        return Ok(Outcome::Pass);
    }
    if !facts.has_minimum_standards().known()? {
        return Ok(Outcome::NotApplicable);
    }
    let classes: Vec<&str> = by_service.iter().map(|class| class.word()).collect();
    let message = format!(
        "The plan leaves out these classes, whose members may work 1,000 hours in a year and stay out: {}. \
         That is a condition of more than a year of service (IRC 410(a)(1), 26 CFR 1.410(a)-3(e)).",
        classes.join(", ")
    );
    let finding = RULE
        .finding(excluded, message, "classes by service")
        .related(fail_safe.span(), "nobody comes in after 1,000 hours");
    Outcome::fail(finding.help(
        "Let members of these classes in once they have 1,000 hours in twelve months, and to defer as \
         long-term part-time employees; or replace the classes by a rule on hours.",
    ))
}
