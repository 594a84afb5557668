//! `457b-two-catch-ups`: the two catch-ups of a governmental 457(b) are not added; a tax-exempt one has one only.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::lower::Truth;
use crate::plan::PlanType;

pub const RULE: Rule = Rule {
    name: "457b-two-catch-ups",
    group: Group::PlanTypes,
    summary: "457(b) last-3-years and age-50 catch-up together",
    severity: Severity::Error,
    profile: Profile::Qualification,
    applies_to: PlanType::ANY_457B,
    in_force: None,
    citations: &[
        "IRC 414(v)(6)(A)(iii), (C)",
        "IRC 457(b)(3), (e)(18)",
        "26 CFR 1.457-4(c)(2)(i)-(ii), (c)(3)",
    ],
    page: include_str!("r457b_two_catch_ups.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let deferrals = &facts.plan.deferrals;
    let (age_50, last_years) = (&deferrals.catch_up, &deferrals.final_three_year_catch_up);
    if facts.plan_type()? == PlanType::TaxExempt457b {
        if !age_50.known()?.is_yes() {
            return Ok(Outcome::Pass);
        }
        let message = "The plan allows age-50 catch-up contributions, but in 457(b) plans only governmental ones have them (IRC \
                       414(v)(6)(A)(iii), 26 CFR 1.457-4(c)(2)(i)).";
        let finding = RULE.finding(age_50, message, "not in the plan of a tax-exempt employer");
        return Outcome::fail(
            finding.help("Remove the age-50 catch-up; the catch-up of the last three years may stay."),
        );
    }
    let has_both = age_50.is_yes().and(last_years.is_yes());
    if has_both == Truth::No {
        return Ok(Outcome::NotApplicable);
    }
    has_both.known()?;
    let combined = &deferrals.catch_ups_combined;
    if !combined.known()?.is_yes() {
        return Ok(Outcome::Pass);
    }
    let message = "The plan lets a participant use the age-50 catch-up and the catch-up of the last three years in one year, but \
                   only the larger of the two limits holds (IRC 414(v)(6)(C), 457(e)(18)).";
    let finding = RULE.finding(combined, message, "one or the other");
    let finding = finding.related(age_50.span(), "one").related(last_years.span(), "the other");
    let help = "In the last three years before normal retirement age, allow the greater of the limit with the age-50 catch-up and \
                the limit with the special catch-up.";
    Outcome::fail(finding.help(help))
}
