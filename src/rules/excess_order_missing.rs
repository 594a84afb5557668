//! `excess-order-missing`: a plan full to the limit of 415(c) that does not say what gives way.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::plan::PlanType;

pub const RULE: Rule = Rule {
    name: "excess-order-missing",
    group: Group::Limits,
    summary: "Order of reduction at the 415(c) limit not stated",
    severity: Severity::Advice,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Traditional401k, PlanType::Solo401k, PlanType::Plan403b],
    in_force: None,
    citations: &["IRC 415(c)", "26 CFR 1.415(c)-1(b)(6)(i)(B)-(C)", "Rev. Proc. 2021-30 s. 6.06"],
    page: include_str!("excess_order_missing.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    if !facts.has_after_tax()? {
        return Ok(Outcome::NotApplicable);
    }
    let order = &facts.plan.limits.correction_order;
    if !order.known()?.0.eq_ignore_ascii_case("none") {
        return Ok(Outcome::Pass);
    }
    let message = "After-tax contributions may fill the limit of 415(c), and the plan does not say which contributions stop \
                   or are returned first when a match, a true-up or profit sharing is posted after them. No law asks for \
                   such an order.";
    let finding = RULE.finding(order, message, "nothing gives way first");
    let help = "State an order: unmatched after-tax contributions first, then unmatched deferrals, and employer money last.";
    Outcome::fail(finding.related(facts.plan.after_tax.allowed.span(), "may fill the limit").help(help))
}
