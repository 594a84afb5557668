//! `403b-after-tax-needs-acp`: 401(m) applies to after-tax money and match of a 403(b) as in a 401(k).

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::lower::Truth;
use crate::plan::testing::TestMethod;
use crate::plan::{Plan, PlanType};
use crate::syntax::phrase::match_formula::MatchFormula;

pub const RULE: Rule = Rule {
    name: "403b-after-tax-needs-acp",
    group: Group::PlanTypes,
    summary: "403(b) after-tax needs ACP",
    severity: Severity::Error,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Plan403b],
    in_force: None,
    citations: &[
        "IRC 403(b)(12)(A)(i), (B)-(C)",
        "26 CFR 1.403(b)-5(a)(1)(iii), (a)(5), (d)",
        "26 CFR 1.401(m)-1(b)(1)-(2)",
        "26 CFR 1.401(m)-2(a)(1)(ii)",
    ],
    page: include_str!("r403b_after_tax_needs_acp.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let plan = facts.plan;
    let after_tax = facts.after_tax();
    let money = after_tax.clone().or(match_without_safe_harbor(plan));
    let is_untested = plan.testing.acp.is(|method| *method == TestMethod::NotTested);
    let is_exempt = facts.is_acp_tested().negated();
    // With no eligible NHCE the test is passed (26 CFR 1.401(m)-2(a)(1)(ii)). A plan that does not describe its people
    // must provide for the test whoever they are (26 CFR 1.401(m)-1(c)(2)), so silence is no excuse.
    if money == Truth::No || is_exempt.is_yes() || plan.workforce.has_nhces() == Truth::No {
        return Ok(Outcome::NotApplicable);
    }
    if is_untested == Truth::No {
        return Ok(Outcome::Pass);
    }
    if !money.known()? || is_exempt.known()? || !is_untested.known()? {
        return Ok(Outcome::NotApplicable);
    }
    let (what, place) = if after_tax.is_yes() {
        ("after-tax contributions", plan.after_tax.allowed.span())
    } else {
        ("matching contributions outside the ACP safe harbor", plan.matching.formula.span())
    };
    let message = format!(
        "The plan takes {what}, but runs no ACP test: 401(m) applies to a 403(b) as to a 401(k) (26 CFR \
         1.403(b)-5(a)(1)(iii)), unless the employer is governmental or a church."
    );
    let help = "Run the ACP test each year; deferrals of a 403(b) may not be counted in it (26 CFR 1.401(m)-2(a)(6)(ii)). \
                The ACP safe harbor frees a match only.";
    let finding = RULE.finding(&plan.testing.acp, message, "no ACP test");
    Outcome::fail(finding.related(place, "this money is tested").help(help))
}

/// A match that no ACP safe harbor covers (26 CFR 1.401(m)-1(b)(1)(ii)-(iii)).
fn match_without_safe_harbor(plan: &Plan) -> Truth {
    let is_matched = plan.matching.formula.is(|formula| *formula != MatchFormula::None);
    is_matched.and(plan.safe_harbor.acp.is_yes().negated())
}
