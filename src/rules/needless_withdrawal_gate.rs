//! `needless-withdrawal-gate`: an age or service gate that the law does not ask for.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::plan::PlanType;
use crate::room::routes;
use crate::syntax::phrase::condition::Condition;

pub const RULE: Rule = Rule {
    name: "needless-withdrawal-gate",
    group: Group::MegaBackdoor,
    summary: "Needless age or service gate on after-tax withdrawals",
    severity: Severity::Warning,
    profile: Profile::MegaBackdoor,
    applies_to: PlanType::FULL_401K,
    in_force: None,
    citations: &[
        "IRC 401(k)(2)(B)",
        "26 CFR 1.401(k)-1(d)(1)",
        "26 CFR 1.401-1(b)(1)(ii)",
        "Rev. Rul. 72-275",
        "Rev. Rul. 74-55",
        "Rev. Rul. 60-323",
        "Rev. Rul. 69-277",
    ],
    page: include_str!("needless_withdrawal_gate.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    if !facts.has_after_tax()? {
        return Ok(Outcome::NotApplicable);
    }
    let plan = facts.plan;
    let withdrawal = &plan.in_service.after_tax;
    let condition = withdrawal.known()?;
    if *condition == Condition::Immediate {
        return Ok(Outcome::Pass);
    }
    // No withdrawal at all, or on hardship and the like only, is no gate: `no-route-to-roth` is about that.
    if !routes::is_rollover_eligible(condition) {
        return Ok(Outcome::NotApplicable);
    }
    // Matched contributions need a gate or a penalty (26 CFR 1.401-1(b)(1)(ii), Rev. Rul. 72-275).
    if facts.is_after_tax_matched().known()? {
        return Ok(Outcome::NotApplicable);
    }
    let message = format!(
        "After-tax money can be withdrawn in service only under the condition `{condition}`, though the law asks for no such gate on \
         unmatched after-tax contributions: IRC 401(k)(2)(B) is about elective deferrals and money treated like them."
    );
    let mut finding = RULE.finding(withdrawal, message, "closed to everyone else");
    if facts.routes().in_plan_roth.and(routes::any_amount(plan, facts.law)).is_yes() {
        let other_way = "in-plan Roth rollovers need no withdrawal";
        finding = finding.related(plan.in_plan_roth.condition.span(), other_way).severity(Severity::Advice);
    }
    Outcome::fail(finding.help("Make unmatched after-tax money withdrawable in service at any time."))
}
