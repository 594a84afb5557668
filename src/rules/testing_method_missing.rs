//! `testing-method-missing`: money that must be tested, no test, and no safe harbor in its place.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::plan::PlanType;
use crate::plan::safe_harbor::SafeHarborType;
use crate::plan::testing::TestMethod;

pub const RULE: Rule = Rule {
    name: "testing-method-missing",
    group: Group::Nondiscrimination,
    summary: "Testing method not stated",
    severity: Severity::Error,
    profile: Profile::Qualification,
    // A solo 401(k) is `solo-until-someone-is-hired`.
    applies_to: &[PlanType::Traditional401k, PlanType::Plan401a],
    in_force: None,
    citations: &[
        "26 CFR 1.401(m)-1(b)(1)-(2), (c)(2)",
        "26 CFR 1.401(k)-1(e)(7)",
        "26 CFR 1.401(m)-2(a)(1)(ii)",
        "26 CFR 1.401(m)-3(j)(6)",
    ],
    page: include_str!("testing_method_missing.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let plan = facts.plan;
    if !facts.has_after_tax()? {
        return Ok(Outcome::NotApplicable);
    }
    // With a safe harbor it is `safe-harbor-after-tax-still-tested`. Whether there is one is not asked: after-tax
    // contributions are tested in any case (26 CFR 1.401(m)-3(j)(6)).
    if plan.safe_harbor.kind.stated().is_some_and(|kind| *kind != SafeHarborType::None) {
        return Ok(Outcome::NotApplicable);
    }
    if *plan.testing.acp.known()? != TestMethod::NotTested {
        return Ok(Outcome::Pass);
    }
    if !facts.must_run_acp().known()? {
        return Ok(Outcome::NotApplicable);
    }
    let message = "The plan takes after-tax contributions, but runs no ACP test. They must pass it every year, and the plan \
                   must say by which method (26 CFR 1.401(m)-1(b)(1), (c)(2)); no safe harbor takes its place for them.";
    let finding = RULE.finding(&plan.testing.acp, message, "no ACP test");
    let finding = finding.related(plan.after_tax.allowed.span(), "this money is tested");
    Outcome::fail(finding.help("Run the ACP test each year, and state by which method in `testing.acp`."))
}
