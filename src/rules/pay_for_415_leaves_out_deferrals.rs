//! `pay-for-415-leaves-out-deferrals`: pay for the 415(c) limit includes what an employee defers.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::plan::PlanType;

pub const RULE: Rule = Rule {
    name: "pay-for-415-leaves-out-deferrals",
    group: Group::Limits,
    summary: "415 compensation leaves out deferrals",
    severity: Severity::Error,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Traditional401k, PlanType::Solo401k, PlanType::Starter401k, PlanType::Plan403b],
    in_force: None,
    citations: &["IRC 415(c)(3)(D)-(E)", "IRC 403(b)(3)", "26 CFR 1.415(c)-2(b)(1)-(2), (d)"],
    page: include_str!("pay_for_415_leaves_out_deferrals.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let includes = &facts.plan.limits.pay_includes_deferrals;
    if includes.known()?.is_yes() {
        return Ok(Outcome::Pass);
    }
    let section = if facts.plan_type()? == PlanType::Plan403b {
        "IRC 415(c)(3)(E), 403(b)(3)"
    } else {
        "IRC 415(c)(3)(D)"
    };
    let message = format!(
        "The plan leaves elective deferrals, or amounts under 125, 132(f)(4) or 457, out of pay for the limit of 415(c), but \
         the law includes them ({section})."
    );
    let help = "Use a definition of 415(c)(3): W-2 wages, 3401(a) wages or 415 compensation, each with these amounts added.";
    Outcome::fail(RULE.finding(includes, message, "less than 415 compensation").help(help))
}
