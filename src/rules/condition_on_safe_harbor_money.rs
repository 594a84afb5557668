//! `condition-on-safe-harbor-money`: a last day or 1,000 hours that must be met to receive safe harbor money.

mod waiting;

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::{Finding, Severity};
use crate::lower::{Election, Truth};
use crate::plan::PlanType;
use crate::plan::matching::AllocationConditions;
use crate::plan::safe_harbor::SafeHarborType;
use crate::syntax::phrase::match_formula::MatchFormula;
use waiting::waiting;

pub const RULE: Rule = Rule {
    name: "condition-on-safe-harbor-money",
    group: Group::Nondiscrimination,
    summary: "Last-day, hours or service condition on safe harbor money",
    severity: Severity::Error,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Traditional401k],
    in_force: None,
    citations: &[
        "26 CFR 1.401(k)-3(b)(1), (c)(1)",
        "26 CFR 1.401(k)-3(c)(7) Ex. 4, (h)(3)",
        "26 CFR 1.401(k)-1(b)(4)(vi) Ex. 2",
        "26 CFR 1.401(m)-3(d)(4)",
    ],
    page: include_str!("condition_on_safe_harbor_money.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let Some(design) = facts.safe_harbor()? else { return Ok(Outcome::NotApplicable) };
    let election = facts.safe_harbor_conditions(design);
    let own = election.is(|conditions| *conditions != AllocationConditions::None);
    let mut findings = Vec::new();
    if own.is_yes() {
        findings.push(on_safe_harbor_money(facts, election));
    }
    let other = on_other_match(facts, design);
    if other.is_yes() {
        findings.push(finding_on_match(facts));
    }
    let later = waiting(facts, design);
    findings.extend(later.iter().flatten().cloned());
    if findings.is_empty() {
        own.or(other).known()?;
        later?;
    }
    Outcome::of(findings)
}

fn on_safe_harbor_money(facts: &Facts<'_>, election: &Election<AllocationConditions>) -> Finding {
    let condition = election.stated().copied().unwrap_or(AllocationConditions::None);
    let message = format!(
        "Whoever misses a condition ({condition}) gets no safe harbor contribution, but every eligible employee who is not highly \
         compensated must get it (26 CFR 1.401(k)-3(b)(1), (c)(1), (c)(7) Ex. 4)."
    );
    let finding = RULE.finding(election, message, "a condition on safe harbor money");
    let finding = finding.related(facts.plan.safe_harbor.kind.span(), "the design");
    finding
        .help("Remove the condition. Where only other employer money has it, state `safe-harbor.conditions`.")
}

/// Has a match beside the safe harbor money conditions, and does it rely on the ACP safe harbor?
fn on_other_match(facts: &Facts<'_>, design: SafeHarborType) -> Truth {
    let matching = &facts.plan.matching;
    let conditional = matching.conditions.is(|conditions| *conditions != AllocationConditions::None);
    let is_some = |formula: &MatchFormula| *formula != MatchFormula::None;
    let matched = if !design.is_match() {
        matching.formula.is(is_some)
    } else if facts.plan.safe_harbor.conditions.is_written() {
        // Then the conditions in `match` are those of a discretionary match on top, if there is any.
        matching.discretionary_formula.stated().is_some_and(is_some).into()
    } else {
        return Truth::No;
    };
    match (matched.and(facts.claims_acp_safe_harbor()), conditional) {
        (Truth::No, _) | (_, Truth::No) => Truth::No,
        (Truth::Yes, conditional) => conditional,
        (unknown @ Truth::Unknown(_), Truth::Yes) => unknown,
        // Neither is known: which design the match has is asked first.
        (unknown @ Truth::Unknown(_), Truth::Unknown(_)) => unknown,
    }
}

fn finding_on_match(facts: &Facts<'_>) -> Finding {
    let message = "The match has a condition and is to satisfy the ACP safe harbor. A highly compensated employee who meets it would \
                   have a higher rate than someone else who does not, with the same contributions (26 CFR 1.401(m)-3(d)(4)).";
    let finding = RULE.finding(&facts.plan.matching.conditions, message, "a condition on the match");
    let finding = finding.related(facts.plan.safe_harbor.acp.span(), "claims the ACP safe harbor");
    // The text names no condition; it follows from the rates, and only if a highly compensated employee meets it.
    finding
        .severity(Severity::Warning)
        .help("Remove the condition, or run the ACP test on the match and state `acp: no`.")
}
