//! `refund-order-missing`: refunds for which the plan does not say which money goes.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::lower::Truth;
use crate::plan::PlanType;
use crate::plan::testing::{RefundOrder, TestMethod};
use crate::syntax::phrase::match_formula::MatchFormula;

pub const RULE: Rule = Rule {
    name: "refund-order-missing",
    group: Group::Nondiscrimination,
    summary: "Refund order not stated",
    severity: Severity::Warning,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Traditional401k, PlanType::Plan403b, PlanType::Plan401a],
    in_force: None,
    citations: &[
        "IRC 401(m)(6)(C)",
        "26 CFR 1.401(m)-2(b)(1)(iii), (b)(2)(iii), (v)",
        "26 CFR 1.401(m)-2(b)(3)(v)(B)",
    ],
    page: include_str!("refund_order_missing.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let plan = facts.plan;
    // With one kind of money there is nothing to put in order.
    let is_matched = plan.matching.formula.is(|formula| *formula != MatchFormula::None);
    let is_run = plan.testing.acp.is(|method| *method != TestMethod::NotTested);
    if !facts.has_after_tax()? || facts.is_acp_tested() == Truth::No || !is_run.and(is_matched).known()? {
        return Ok(Outcome::NotApplicable);
    }
    let order = &plan.testing.refund_order;
    match order.known()? {
        RefundOrder::UnmatchedAfterTaxFirst
        | RefundOrder::AfterTaxFirst
        | RefundOrder::MatchFirst
        | RefundOrder::ProRata => Ok(Outcome::Pass),
        RefundOrder::Unsaid => {
            let message = "The plan does not say which money goes back first when the ACP test fails: \
                           after-tax contributions or match. What each highly compensated employee gets back \
                           is fixed in dollars (26 CFR 1.401(m)-2(b)(2)(iii)); the source is for the plan to \
                           say.";
            let help = "State an order: after-tax contributions without match first, then those with match \
                        together with it, then match (the vested part paid out, the rest forfeited).";
            Outcome::fail(RULE.finding(order, message, "no order").help(help))
        }
    }
}
