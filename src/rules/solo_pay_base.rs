//! `solo-pay-base`: the pay of someone self-employed is earned income, not what the business takes in.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::lower::{Missing, Truth};
use crate::plan::PlanType;
use crate::plan::compensation::Definition;
use crate::plan::employer::Entity;

pub const RULE: Rule = Rule {
    name: "solo-pay-base",
    group: Group::PlanTypes,
    summary: "Solo: pay base",
    severity: Severity::Error,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Solo401k],
    in_force: None,
    citations: &["IRC 415(c)(3)(B), (D)", "IRC 401(c)(2)(A)(v)-(vi)", "26 CFR 1.415(c)-2(b)(2)"],
    page: include_str!("solo_pay_base.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let definition = &facts.plan.compensation.definition;
    let entity = &facts.plan.employer.entity;
    if is_self_employed(facts) == Truth::No {
        return Ok(Outcome::NotApplicable);
    }
    let (message, severity) = match definition.known()? {
        // 415(c)(3)(B) itself puts earned income in the place of pay.
        Definition::EarnedIncome | Definition::Section415 => return Ok(Outcome::Pass),
        Definition::GrossIncome => (
            "Pay is taken to be gross income, but that of someone self-employed is net earnings less half of the \
             self-employment tax and less the employer's contribution for the owner (IRC 401(c)(2)(A), 415(c)(3)(B)).",
            Severity::Error,
        ),
        Definition::W2 | Definition::Withholding | Definition::Includible => (
            "Pay is defined by wages, but a sole proprietor or partner has none: what counts is earned income (IRC \
             415(c)(3)(B), 401(c)(2)(A)).",
            Severity::Warning,
        ),
    };
    if !is_self_employed(facts).known()? {
        return Ok(Outcome::NotApplicable);
    }
    let finding = RULE.finding(definition, message, "not earned income").severity(severity);
    let finding = finding.related(entity.span(), "the owner is self-employed");
    let help = "Use earned income, with the owner's elective deferrals added back: `earned income`.";
    Outcome::fail(finding.help(help))
}

/// Is the owner self-employed? For a limited liability company it depends on how it is taxed, which its form does not
/// tell.
fn is_self_employed(facts: &Facts<'_>) -> Truth {
    let entity = &facts.plan.employer.entity;
    let is_llc = entity.is(|entity| *entity == Entity::LimitedLiabilityCompany);
    if is_llc.is_yes() {
        return Truth::Unknown(Missing { elections: vec![entity.path.clone()] });
    }
    entity.is(|entity| matches!(entity, Entity::SoleProprietor | Entity::Partnership))
}
