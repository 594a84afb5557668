//! `safe-harbor-after-tax-still-tested`: a safe harbor frees deferrals and match, never after-tax contributions.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::plan::PlanType;
use crate::plan::safe_harbor::SafeHarborType;
use crate::plan::testing::TestMethod;

pub const RULE: Rule = Rule {
    name: "safe-harbor-after-tax-still-tested",
    group: Group::Nondiscrimination,
    summary: "Safe harbor plan with after-tax still needs ACP",
    severity: Severity::Error,
    profile: Profile::Qualification,
    // A solo 401(k) is `solo-until-someone-is-hired`, a 403(b) is `403b-after-tax-needs-acp`.
    applies_to: &[PlanType::Traditional401k],
    in_force: None,
    citations: &[
        "26 CFR 1.401(m)-3(j)(6)",
        "26 CFR 1.401(m)-2(a)(1)(ii), (a)(5)(iv)",
        "26 CFR 1.401(m)-1(b)(2), (c)(2)",
        "IRC 401(m)(11)-(12)",
    ],
    page: include_str!("safe_harbor_after_tax_still_tested.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let plan = facts.plan;
    if !facts.has_after_tax()? {
        return Ok(Outcome::NotApplicable);
    }
    let kind = &plan.safe_harbor.kind;
    // Without a safe harbor for certain, a test that is missing is `testing-method-missing`.
    if kind.stated().is_none_or(|kind| *kind == SafeHarborType::None) {
        return Ok(Outcome::NotApplicable);
    }
    if *plan.testing.acp.known()? != TestMethod::NotTested {
        return Ok(Outcome::Pass);
    }
    if !facts.must_run_acp().known()? {
        return Ok(Outcome::NotApplicable);
    }
    let message = "The plan takes after-tax contributions, but runs no ACP test. Its safe harbor frees deferrals and match: \
                   after-tax contributions are tested all the same (26 CFR 1.401(m)-3(j)(6)).";
    let finding = RULE.finding(&plan.testing.acp, message, "no ACP test");
    let finding = finding.related(plan.after_tax.allowed.span(), "this money is tested");
    let finding = finding.related(kind.span(), "does not cover it");
    Outcome::fail(finding.help(
        "Run the ACP test on after-tax contributions each year, and state by which method in `testing.acp`. The match may be \
         left out of it.",
    ))
}
