//! `first-year-percentage-missing`: prior-year testing in a year that has no prior year.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::lower::Truth;
use crate::plan::PlanType;
use crate::plan::testing::{FirstYear, TestMethod};

pub const RULE: Rule = Rule {
    name: "first-year-percentage-missing",
    group: Group::Nondiscrimination,
    summary: "First plan year",
    severity: Severity::Error,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Traditional401k],
    in_force: None,
    citations: &[
        "IRC 401(k)(3)(E)",
        "IRC 401(m)(3)",
        "26 CFR 1.401(k)-1(e)(7)",
        "26 CFR 1.401(m)-1(c)(2)",
        "26 CFR 1.401(k)-2(c)(2)",
        "26 CFR 1.401(m)-2(c)(2)",
    ],
    page: include_str!("first_year_percentage_missing.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let (testing, document) = (&facts.plan.testing, &facts.plan.document);
    let by_prior_year = |method: &TestMethod| *method == TestMethod::PriorYear;
    let asked =
        testing.adp.is(by_prior_year).or(testing.acp.is(by_prior_year)).and(document.first_year.is_yes());
    // Tests of a governmental plan are `governmental-plan-tested`.
    if facts.is_governmental().is_yes() || asked == Truth::No {
        return Ok(Outcome::NotApplicable);
    }
    asked.known()?;
    let choice = &testing.first_year;
    match choice.known()? {
        FirstYear::Unsaid => {
            let message = "This is the plan's first year under prior-year testing, and the plan does not say \
                           what stands in place of the prior year: 3%, or the year's own figure of the \
                           non-highly compensated employees (26 CFR 1.401(k)-2(c)(2), 1.401(m)-2(c)(2)).";
            let finding = RULE.finding(choice, message, "neither 3% nor the own figure");
            let finding = finding.related(document.first_year.span(), "no prior year to test by");
            return Outcome::fail(
                finding.help("State in the document that 3% or the first year's own figure is used."),
            );
        }
        FirstYear::ThreePercent | FirstYear::Own => {}
    }
    let successor = &document.successor_plan;
    if !successor.is_yes().known()? {
        return Ok(Outcome::Pass);
    }
    let message = "A plan that follows another has a prior year: neither 3% nor its own first figure may stand \
                   in place of it (26 CFR 1.401(k)-2(c)(2)(i), (iii), 1.401(m)-2(c)(2)(i), (iii)).";
    let finding = RULE.finding(choice, message, "only for plans that follow no other");
    let help = "Test by the prior year's figures of the earlier plan, or by the current year.";
    Outcome::fail(finding.related(successor.span(), "it follows another").help(help))
}
