//! `hce-in-two-plans`: contributions to a sister plan that the tests leave out.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::lower::Truth;
use crate::plan::PlanType;

pub const RULE: Rule = Rule {
    name: "hce-in-two-plans",
    group: Group::Nondiscrimination,
    summary: "HCE in two plans",
    severity: Severity::Warning,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Traditional401k],
    in_force: None,
    citations: &[
        "IRC 401(k)(3)(A)",
        "IRC 401(m)(2)(B)",
        "26 CFR 1.401(k)-2(a)(3)(ii)",
        "26 CFR 1.401(m)-2(a)(3)(ii)",
    ],
    page: include_str!("hce_in_two_plans.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let plan = facts.plan;
    let others = &plan.employer.other_dc_plans;
    if facts.is_governmental().is_yes() || facts.runs_tests() == Truth::No || others.known()?.0.is_empty() {
        return Ok(Outcome::NotApplicable);
    }
    facts.runs_tests().known()?;
    let counted = &plan.testing.other_plans;
    if counted.is_yes().known()? {
        return Ok(Outcome::Pass);
    }
    let message = "The employer has other plans, and the tests of this one do not count what a highly \
                   compensated employee has in them. Deferrals, match and after-tax contributions of such an \
                   employee under all 401(k) and 401(m) plans of the employer count in each test (26 CFR \
                   1.401(k)-2(a)(3)(ii), 1.401(m)-2(a)(3)(ii)).";
    let finding = RULE
        .finding(counted, message, "counts this plan only")
        .related(others.span(), "other plans of the employer");
    Outcome::fail(finding.help(
        "Add up what each highly compensated employee has in all of them, except where plans could not be \
         tested together.",
    ))
}
