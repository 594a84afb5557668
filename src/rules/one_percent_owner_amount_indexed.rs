//! `one-percent-owner-amount-indexed`: the $150,000 of 1% owners never moves.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::law::limits::Limit;
use crate::lower::Truth;
use crate::plan::PlanType;
use crate::room::year_limits::governing;

pub const RULE: Rule = Rule {
    name: "one-percent-owner-amount-indexed",
    group: Group::Limits,
    summary: "1% owner amount indexed",
    severity: Severity::Warning,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Traditional401k, PlanType::Solo401k, PlanType::Plan401a],
    in_force: None,
    citations: &["IRC 416(i)(1)(A)(iii)", "IRC 401(a)(10)(B)(iii)"],
    page: include_str!("one_percent_owner_amount_indexed.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let election = &facts.plan.limits.key_employee_owner;
    // A document need not state the amount, which is in the statute; and governmental plans are not tested for
    // top-heaviness (IRC 401(a)(10)(B)(iii)).
    if !election.is_written() || facts.is_governmental() == Truth::Yes {
        return Ok(Outcome::NotApplicable);
    }
    let stated = *election.known()?;
    let Ok(law) = governing(facts.plan, facts.law, Limit::KeyEmployeeOwnerPay) else {
        return Ok(Outcome::NotApplicable);
    };
    if stated == law.amount {
        return Ok(Outcome::Pass);
    }
    let message = format!(
        "The plan calls a 1% owner a key employee above pay of {stated}; the amount is {} and is not adjusted for inflation \
         ({}). Only that of officers is.",
        law.amount,
        law.citation()
    );
    let help = format!("State {} for 1% owners, in every year.", law.amount);
    Outcome::fail(RULE.finding(election, message, "does not move").help(help))
}
