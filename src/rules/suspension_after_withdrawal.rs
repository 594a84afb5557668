//! `suspension-after-withdrawal`: a withdrawal of after-tax money that stops contributions for a while.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::lower::Truth;
use crate::plan::PlanType;
use crate::room::routes;

pub const RULE: Rule = Rule {
    name: "suspension-after-withdrawal",
    group: Group::MegaBackdoor,
    summary: "Contributions suspended after an after-tax withdrawal",
    severity: Severity::Warning,
    profile: Profile::MegaBackdoor,
    applies_to: &[PlanType::Traditional401k, PlanType::Solo401k, PlanType::Plan403b, PlanType::Plan401a],
    in_force: None,
    citations: &[
        "26 CFR 1.401-1(b)(1)(ii)",
        "Rev. Rul. 72-275",
        "Rev. Rul. 74-55",
        "Rev. Rul. 74-56",
        "26 CFR 1.401(k)-1(d)(3)(iii)(C), T.D. 9875",
    ],
    page: include_str!("suspension_after_withdrawal.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    if !facts.has_after_tax()? {
        return Ok(Outcome::NotApplicable);
    }
    let plan = facts.plan;
    let suspension = &plan.after_tax.suspension_after_withdrawal;
    // A stop behind withdrawals that nobody can make, or that cannot be rolled over, stops nobody's conversion.
    let withdrawal = &plan.in_service.after_tax;
    if routes::withdrawable(plan) == Truth::No {
        return Ok(Outcome::NotApplicable);
    }
    if suspension.stated().is_none() {
        withdrawal.known()?;
    }
    let length = *suspension.known()?;
    if length.is_zero() {
        return Ok(Outcome::Pass);
    }
    let label = format!("no contributions for {length}");
    if facts.is_after_tax_matched().known()? {
        let message = format!(
            "Contributions stop for {length} after a withdrawal of after-tax money. As after-tax contributions are \
             matched, the stop may be what keeps the match from being drawn at will (Rev. Rul. 72-275, 74-56)."
        );
        let finding = RULE.finding(suspension, message, label).severity(Severity::Advice);
        let says_so = match plan.after_tax.matched.stated() {
            Some(_) => plan.after_tax.matched.span(),
            None => plan.matching.sources.span(),
        };
        let finding = finding.related(says_so, "after-tax contributions are matched");
        return Outcome::fail(finding.help(
            "Stop matching after-tax contributions, or limit withdrawals of matched ones, before you end the stop; or \
             convert by in-plan Roth rollovers, which are no withdrawals.",
        ));
    }
    let message = format!(
        "Contributions stop for {length} after a withdrawal of after-tax money: whoever converts by withdrawal loses \
         that much of the year's room, and perhaps match. No rule asks for it where after-tax contributions are not \
         matched."
    );
    let mut finding = RULE.finding(suspension, message, label);
    if facts.routes().in_plan_roth.is_yes() {
        let other_way = "in-plan Roth rollovers are open too, and are no withdrawals";
        finding = finding.related(plan.in_plan_roth.allowed.span(), other_way).severity(Severity::Advice);
    }
    Outcome::fail(
        finding
            .help("Remove the suspension, or convert by in-plan Roth rollovers, which are no withdrawals."),
    )
}
