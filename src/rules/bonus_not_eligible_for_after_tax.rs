//! `bonus-not-eligible-for-after-tax`: pay from which the room is usually filled, and from which it may not be.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Finding;
use crate::finding::Severity;
use crate::lower::Truth;
use crate::plan::Plan;
use crate::plan::PlanType;

pub const RULE: Rule = Rule {
    name: "bonus-not-eligible-for-after-tax",
    group: Group::MegaBackdoor,
    summary: "Bonus or seasonal pay not eligible for after-tax",
    severity: Severity::Advice,
    profile: Profile::MegaBackdoor,
    applies_to: &[PlanType::Traditional401k, PlanType::Solo401k, PlanType::Plan403b, PlanType::Plan401a],
    in_force: None,
    citations: &["26 CFR 1.401(k)-1(e)(2)(ii)", "26 CFR 1.401(k)-1(a)(2)(ii)", "26 CFR 1.401(m)-3(d)(6)(iv)"],
    page: include_str!("bonus_not_eligible_for_after_tax.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    if !facts.has_after_tax()? {
        return Ok(Outcome::NotApplicable);
    }
    let plan = facts.plan;
    let changes = &plan.after_tax.election_changes;
    let excluded = are_bonuses_excluded(plan);
    let rarely = changes.is(|frequency| frequency.per_year() <= 1);
    if excluded.clone().or(rarely.clone()) != Truth::Yes {
        // One question at a time.
        excluded.known()?;
        rarely.known()?;
        return Ok(Outcome::Pass);
    }
    let mut findings: Vec<Finding> = Vec::new();
    if excluded.is_yes() {
        findings.push(about_bonuses(plan));
    }
    if rarely.is_yes() {
        let message = "The after-tax election may be changed only once a year, so that nobody can react to a bonus, to a \
                       new salary, or to what is left of the room.";
        let finding = RULE.finding(changes, message, "only once a year");
        findings.push(finding.help("Let participants change the after-tax election with each payroll."));
    }
    Outcome::of(findings)
}

/// May nothing be contributed after tax from bonuses? The plan's own word on it counts first, then its definition of pay.
fn are_bonuses_excluded(plan: &Plan) -> Truth {
    let bonus = &plan.after_tax.bonus;
    let by_definition = plan.compensation.exclusions.stated();
    match by_definition.filter(|_| !bonus.is_written()) {
        Some(exclusions) => exclusions.0.iter().any(|kind| kind.to_lowercase().contains("bonus")).into(),
        None => bonus.is_yes().negated(),
    }
}

fn about_bonuses(plan: &Plan) -> Finding {
    let message = "Nothing can be contributed after tax from bonuses, from which many fill what regular pay leaves of the \
                   room.";
    let finding = if plan.after_tax.bonus.is_written() {
        RULE.finding(&plan.after_tax.bonus, message, "not from bonuses")
    } else {
        RULE.finding(&plan.compensation.exclusions, message, "bonuses do not count as pay")
    };
    finding.help("Allow after-tax contributions from bonuses, with an election of their own if need be.")
}
