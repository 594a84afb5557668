//! `church-plan-tests`: a test that a church's 403(b) need not run.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::plan::PlanType;
use crate::plan::employer::Entity;
use crate::plan::testing::TestMethod;

pub const RULE: Rule = Rule {
    name: "church-plan-tests",
    group: Group::PlanTypes,
    summary: "Church plan tests",
    severity: Severity::Advice,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Plan403b],
    in_force: None,
    citations: &[
        "IRC 403(b)(1)(D), (12)(B)",
        "26 CFR 1.403(b)-5(d)",
        "26 CFR 1.401(k)-1(b)(2)",
        "26 CFR 1.401(m)-1(b)(2)",
        "IRC 414(e)",
    ],
    page: include_str!("church_plan_tests.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let plan = facts.plan;
    // A church's 401(k) is tested like any other: its missing tests are `testing-year-missing` and `testing-method-missing`.
    if *plan.employer.entity.known()? != Entity::Church {
        return Ok(Outcome::NotApplicable);
    }
    // An ADP test is `403b-with-adp`, whoever the employer is.
    let acp = &plan.testing.acp;
    if *acp.known()? == TestMethod::NotTested {
        return Ok(Outcome::Pass);
    }
    let message = "The ACP test is set up, but contracts bought by a church or a qualified church-controlled \
                   organization are outside IRC 403(b)(12): neither the ACP test nor universal availability \
                   applies to them (403(b)(1)(D), 26 CFR 1.403(b)-5(d)).";
    let finding = RULE
        .finding(acp, message, "a test that does not apply")
        .related(plan.employer.entity.span(), "a church");
    Outcome::fail(
        finding.help("Set `testing.acp: not tested`, unless the employer is only affiliated with a church."),
    )
}
