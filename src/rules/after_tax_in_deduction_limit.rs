//! `after-tax-in-deduction-limit`: employees' own money does not use up what the employer may deduct.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::lower::Truth;
use crate::plan::PlanType;
use crate::plan::employer::Entity;

pub const RULE: Rule = Rule {
    name: "after-tax-in-deduction-limit",
    group: Group::Limits,
    summary: "After-tax counted in the 25% deduction limit",
    severity: Severity::Advice,
    profile: Profile::Operation,
    applies_to: &[PlanType::Traditional401k, PlanType::Solo401k, PlanType::Plan401a, PlanType::Sep],
    in_force: None,
    citations: &["IRC 404(a)(3)(A)(i)", "IRC 404(n)"],
    page: include_str!("after_tax_in_deduction_limit.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let counts = &facts.plan.limits.deduction_counts_employee_money;
    let deducts = deducts(facts);
    // Of plans without after-tax money it is not asked: few still count deferrals.
    if deducts == Truth::No || !counts.is_written() && !facts.has_after_tax()? {
        return Ok(Outcome::NotApplicable);
    }
    if !counts.known()?.is_yes() {
        return Ok(Outcome::Pass);
    }
    let message = "The check of the deduction counts elective deferrals or after-tax contributions against 25% of pay, but only \
                   the employer's own contributions are under that limit (IRC 404(a)(3)(A)(i), 404(n)).";
    let finding = RULE.finding(counts, message, "not the employer's money");
    Outcome::fail(
        finding.help("Hold match and nonelective contributions alone against 25% of the participants' pay."),
    )
}

/// Does the employer pay income tax, so that a deduction means something to it? A tribe's enterprise may.
fn deducts(facts: &Facts<'_>) -> Truth {
    let entity = &facts.plan.employer.entity;
    let exempt = entity.is(|entity| match entity {
        Entity::Governmental
        | Entity::Federal
        | Entity::TribalGovernment
        | Entity::TaxExempt
        | Entity::Church => true,
        Entity::Corporation
        | Entity::SCorporation
        | Entity::Partnership
        | Entity::LimitedLiabilityCompany
        | Entity::SoleProprietor
        | Entity::TribalEnterprise
        | Entity::Tribal
        | Entity::RuralCooperative => false,
    });
    exempt.negated()
}
