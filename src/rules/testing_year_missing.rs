//! `testing-year-missing`: a test without a method, or with one that the law does not let the plan use this year.

mod untested;

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::{Finding, Severity};
use crate::lower::Missing;
use crate::plan::PlanType;
use crate::plan::testing::{Switch, TestMethod};
use crate::syntax::phrase::sources::Source;
use untested::{untested_deferrals, untested_match};

pub const RULE: Rule = Rule {
    name: "testing-year-missing",
    group: Group::Nondiscrimination,
    summary: "Current or prior year not stated",
    severity: Severity::Error,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Traditional401k],
    in_force: None,
    citations: &[
        "IRC 401(k)(3)(A)",
        "IRC 401(m)(2)(A)",
        "26 CFR 1.401(k)-1(e)(7)",
        "26 CFR 1.401(m)-1(b)(1)-(2), (c)(2)",
        "26 CFR 1.401(k)-2(c)(1), (c)(3)",
        "26 CFR 1.401(m)-2(c)(1), (c)(3)",
    ],
    page: include_str!("testing_year_missing.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    // A test of a governmental plan is `governmental-plan-tested`.
    if facts.is_governmental().is_yes() {
        return Ok(Outcome::NotApplicable);
    }
    Outcome::settled([untested_deferrals(facts), untested_match(facts), switched(facts), shifted(facts)])
}

/// A way back to prior-year testing that is not open yet.
fn switched(facts: &Facts<'_>) -> Result<Option<Finding>, Missing> {
    let testing = &facts.plan.testing;
    let by_prior_year = |method: &TestMethod| *method == TestMethod::PriorYear;
    let begins = facts.plan.document.first_year.is_yes();
    if !testing.adp.is(by_prior_year).or(testing.acp.is(by_prior_year)).known()? || begins.is_yes() {
        return Ok(None);
    }
    let switch = &testing.switched_to_prior_year;
    match switch.known()? {
        Switch::None | Switch::AfterFiveYears | Switch::SinceBeginning | Switch::Transaction => {
            return Ok(None);
        }
        Switch::Sooner => {}
    }
    let message = "The plan went over from current-year to prior-year testing without five current-year plan \
                   years before (26 CFR 1.401(k)-2(c)(1)(ii), 1.401(m)-2(c)(1)(ii)); years with a safe harbor \
                   count as such.";
    let help = "Test by the current year until five plan years (or all years of a younger plan) were tested \
                so.";
    Ok(Some(RULE.finding(switch, message, "too soon").help(help)))
}

/// Deferrals shifted from one test to the other although they run by two methods.
fn shifted(facts: &Facts<'_>) -> Result<Option<Finding>, Missing> {
    let testing = &facts.plan.testing;
    let (adp, acp) = (*testing.adp.known()?, *testing.acp.known()?);
    let untested = [adp, acp].contains(&TestMethod::NotTested);
    // Roth deferrals in the ACP test are `roth-confused-with-after-tax`.
    let told_elsewhere = testing.acp_sources.stated().is_some_and(|sources| sources.include(Source::Roth));
    if untested || adp == acp || told_elsewhere || !testing.shift_deferrals.is_yes().known()? {
        return Ok(None);
    }
    let message = "ADP and ACP are tested by different methods, and then no deferrals may be shifted into the \
                   ACP test (26 CFR 1.401(m)-2(c)(3)).";
    let finding = RULE.finding(&testing.shift_deferrals, message, "not with two methods");
    let finding = finding.related(testing.adp.span(), "one method").related(testing.acp.span(), "another");
    Ok(Some(finding.help("Test both by one method, or take the shift out.")))
}
