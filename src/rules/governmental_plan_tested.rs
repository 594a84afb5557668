//! `governmental-plan-tested`: ADP and ACP tests do not apply to governmental plans.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::{Finding, Severity};
use crate::lower::{Election, Truth};
use crate::plan::PlanType;
use crate::plan::testing::TestMethod;

pub const RULE: Rule = Rule {
    name: "governmental-plan-tested",
    group: Group::PlanTypes,
    summary: "ADP/ACP configured for a governmental plan",
    severity: Severity::Warning,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Traditional401k, PlanType::Solo401k, PlanType::Plan403b, PlanType::Plan401a],
    in_force: None,
    citations: &[
        "IRC 401(k)(3)(G)",
        "IRC 401(a)(5)(G)",
        "IRC 403(b)(12)(C)",
        "26 CFR 1.401(k)-1(b)(2)",
        "26 CFR 1.401(m)-1(b)(2)",
        "26 CFR 1.403(b)-5(a)(5)",
    ],
    page: include_str!("governmental_plan_tested.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    if !facts.is_governmental().known()? {
        return Ok(Outcome::NotApplicable);
    }
    let testing = &facts.plan.testing;
    let acp = (&testing.acp, "ACP");
    // The ADP test of a 403(b) is `403b-with-adp`, whoever the employer is.
    let is_403b = facts.plan_type()? == PlanType::Plan403b;
    let tests = if is_403b { vec![acp] } else { vec![(&testing.adp, "ADP"), acp] };
    let is_run = |election: &Election<TestMethod>| election.is(|method| *method != TestMethod::NotTested);
    let findings: Vec<Finding> = tests
        .iter()
        .filter(|(election, _)| is_run(election).is_yes())
        .map(|(election, name)| finding(election, name))
        .collect();
    if !findings.is_empty() {
        return Outcome::of(findings);
    }
    tests.into_iter().map(|(election, _)| is_run(election)).fold(Truth::No, Truth::or).known()?;
    Ok(Outcome::Pass)
}

fn finding(election: &Election<TestMethod>, name: &str) -> Finding {
    let section = if name == "ADP" { "IRC 401(k)(3)(G)" } else { "26 CFR 1.401(m)-1(b)(2)" };
    let message = format!(
        "The {name} test is set up, but a governmental plan counts as meeting it ({section}): a refund for a failed test \
         would take money that the law lets people keep."
    );
    let help = format!("Set `{}: not tested`. The cap on pay of 401(a)(17) stays.", election.path);
    RULE.finding(election, message, "a test that does not apply").help(help)
}
