//! `multiple-employer-tested-as-one`: employers that have nothing to do with each other in one test.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::plan::PlanType;
use crate::plan::testing::TestedEmployers;

pub const RULE: Rule = Rule {
    name: "multiple-employer-tested-as-one",
    group: Group::PlanTypes,
    summary: "Multiple employer plan tested as one",
    severity: Severity::Error,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Traditional401k, PlanType::Plan403b],
    in_force: None,
    citations: &[
        "IRC 413(c)",
        "26 CFR 1.413-2(a)(2), (a)(3)(ii)",
        "26 CFR 1.415(a)-1(e)",
        "26 CFR 1.401(a)(17)-1(b)(4)",
    ],
    page: include_str!("multiple_employer_tested_as_one.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let plan = facts.plan;
    let several = &plan.employer.multiple_employer;
    if facts.is_governmental().is_yes() || !several.is_yes().known()? {
        return Ok(Outcome::NotApplicable);
    }
    let tested = &plan.testing.employers;
    match tested.known()? {
        // Company by company is wrong only where some are related: that is `controlled-group-ignored`.
        TestedEmployers::EachGroup | TestedEmployers::EachCompany | TestedEmployers::SeparateLines => {
            return Ok(Outcome::Pass);
        }
        TestedEmployers::AllTogether => {}
    }
    if !facts.is_acp_tested().known()? {
        return Ok(Outcome::NotApplicable);
    }
    let message = "Employers that are not related are tested together. In a multiple employer plan coverage, \
                   and with it the ADP and ACP tests, are for each employer by itself (26 CFR \
                   1.413-2(a)(3)(ii)); related ones count as one ((a)(2)).";
    let finding =
        RULE.finding(tested, message, "all in one test").related(several.span(), "not related to each other");
    Outcome::fail(finding.help(
        "Run coverage and the tests for each employer with those related to it. Annual additions under 415(c) \
         are added up over the whole plan, and the cap on pay holds for each employer.",
    ))
}
