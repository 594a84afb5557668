//! `catch-up-without-roth`: from 2026 high earners' catch-up must be Roth, so without Roth they have none.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::law::limits::Limit;
use crate::law::provisions::Provision;
use crate::lower::Truth;
use crate::plan::PlanType;
use crate::plan::deferrals::RothCatchUp;
use crate::plan::employer::Entity;

pub const RULE: Rule = Rule {
    name: "catch-up-without-roth",
    group: Group::Limits,
    summary: "Catch-up plan without Roth",
    severity: Severity::Warning,
    profile: Profile::Qualification,
    applies_to: &[
        PlanType::Traditional401k,
        PlanType::Solo401k,
        PlanType::Simple401k,
        PlanType::Plan403b,
        PlanType::Governmental457b,
    ],
    in_force: Some(Provision::RothOnlyCatchUp),
    citations: &["IRC 414(v)(7)(A)-(B)", "IRC 402A(b)(1)", "26 CFR 1.414(v)-2(a)(5), (b)(2)", "T.D. 10033"],
    page: include_str!("catch_up_without_roth.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let deferrals = &facts.plan.deferrals;
    if !deferrals.catch_up.known()?.is_yes() {
        return Ok(Outcome::NotApplicable);
    }
    if deferrals.roth.known()?.allowed.is_yes() {
        return Ok(Outcome::Pass);
    }
    if concerns_nobody(facts).known()? {
        return Ok(Outcome::NotApplicable);
    }
    let affected = affected(facts);
    let (message, label, severity) = match deferrals.roth_catch_up.known()? {
        RothCatchUp::NoneForAffected => (
            format!(
                "The plan has no Roth deferrals, so {affected} get no catch-up at all. That is lawful (IRC \
                 414(v)(7)(A)), and a plan without such participants is not affected."
            ),
            "they get no catch-up",
            Severity::Advice,
        ),
        RothCatchUp::Required => (
            format!(
                "The plan makes catch-up Roth only for {affected}, but has no Roth deferrals that it could go into: \
                 they can make no catch-up (IRC 414(v)(7)(A)). A plan without such participants is not \
                 affected."
            ),
            "asks for Roth that the plan does not have",
            Severity::Warning,
        ),
        // `pre-tax-catch-up-for-high-earners` reports it.
        RothCatchUp::PreTaxAllowed => return Ok(Outcome::NotApplicable),
        RothCatchUp::DeemedWithOptOut | RothCatchUp::DeemedWithoutOptOut => (
            format!(
                "The plan treats catch-up of {affected} as Roth, but has no designated Roth program (IRC 402A(b)(1)): \
                 what is withheld from them cannot be Roth and may not be pre-tax (IRC 414(v)(7)(A)). A plan without \
                 such participants is not affected."
            ),
            "deemed Roth without a Roth account",
            Severity::Error,
        ),
    };
    let help = if severity == Severity::Advice {
        "Add designated Roth deferrals if they are to have a catch-up; else nothing needs to change."
    } else {
        "Add designated Roth deferrals for all who may make catch-up contributions, or say that affected participants \
         make none (`roth-catch-up: none for affected`)."
    };
    let finding = RULE.finding(&deferrals.roth_catch_up, message, label).severity(severity);
    Outcome::fail(finding.related(deferrals.roth.span(), "no Roth deferrals").help(help))
}

/// Is it the plan of self-employed owners alone? Their earnings are no wages under 3121(a), by which 414(v)(7)(A) goes.
pub(super) fn concerns_nobody(facts: &Facts<'_>) -> Truth {
    let is_solo = facts.plan.identity.plan_type.is(|plan_type| *plan_type == PlanType::Solo401k);
    let is_own = |entity: &Entity| matches!(entity, Entity::SoleProprietor | Entity::Partnership);
    is_solo.and(facts.plan.employer.entity.is(is_own))
}

/// Whom 414(v)(7)(A) concerns in the plan year, with the threshold where it is published.
pub(super) fn affected(facts: &Facts<'_>) -> String {
    let years = facts.plan.year.begins_in()..=facts.plan.year.ends_in();
    let threshold = years.filter_map(|year| facts.law.limit(Limit::RothCatchUpWages, year)).last();
    match threshold {
        Some(value) => format!(
            "participants whose {} FICA wages from the employer were above {}",
            value.year - 1,
            value.amount
        ),
        None => {
            "participants whose prior-year FICA wages were above the threshold of 414(v)(7)(A)".to_owned()
        }
    }
}
