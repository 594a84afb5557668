//! `pre-tax-catch-up-for-high-earners`: from 2026 those with high wages may catch up as Roth only.

use super::catch_up_without_roth::{affected, concerns_nobody};
use super::roth_catch_up_transition::begins_on;
use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::law::provisions::Provision;
use crate::lower::{Missing, Truth};
use crate::plan::PlanType;
use crate::plan::deferrals::RothCatchUp;

pub const RULE: Rule = Rule {
    name: "pre-tax-catch-up-for-high-earners",
    group: Group::Limits,
    summary: "High earners may still make pre-tax catch-up",
    severity: Severity::Error,
    profile: Profile::Qualification,
    applies_to: &[
        PlanType::Traditional401k,
        PlanType::Solo401k,
        PlanType::Simple401k,
        PlanType::Plan403b,
        PlanType::Governmental457b,
    ],
    in_force: Some(Provision::RothOnlyCatchUp),
    citations: &[
        "IRC 414(v)(7)(A), (C)",
        "26 CFR 1.414(v)-2(a)(2), (b)(1)",
        "Notice 2023-62",
        "T.D. 10033",
        "Notice 2024-2",
    ],
    page: include_str!("pre_tax_catch_up_for_high_earners.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let deferrals = &facts.plan.deferrals;
    if !deferrals.catch_up.known()?.is_yes() {
        return Ok(Outcome::NotApplicable);
    }
    // Without pre-tax deferrals every catch-up contribution is Roth.
    if deferrals.pre_tax.is(|deferral| deferral.allowed.is_yes()) == Truth::No {
        return Ok(Outcome::Pass);
    }
    let treatment = &deferrals.roth_catch_up;
    match treatment.known()? {
        RothCatchUp::Required
        | RothCatchUp::DeemedWithOptOut
        | RothCatchUp::DeemedWithoutOptOut
        | RothCatchUp::NoneForAffected => return since_the_law(facts),
        RothCatchUp::PreTaxAllowed => {}
    }
    if concerns_nobody(facts).known()? {
        return Ok(Outcome::NotApplicable);
    }
    let message = format!(
        "The plan lets {} make pre-tax catch-up contributions, but 414(v)(7)(A) allows them designated Roth catch-up \
         only. A plan without such participants is not affected.",
        affected(facts)
    );
    let finding = RULE.finding(treatment, message, "pre-tax catch-up for everyone");
    let help = "Take their catch-up contributions as designated Roth only (`roth-catch-up: required`, or `deemed with \
                opt-out`), or take none from them (`none for affected`).";
    Outcome::fail(finding.related(deferrals.catch_up.span(), "catch-up is allowed here").help(help))
}

/// What begins within the plan year and after the law does not say what held before.
fn since_the_law(facts: &Facts<'_>) -> Judgement {
    let treatment = &facts.plan.deferrals.roth_catch_up;
    let law = facts.law.provision(Provision::RothOnlyCatchUp).from.max(facts.plan.year.first_day());
    if begins_on(treatment).is_some_and(|date| date > law) {
        return Err(Missing { elections: vec![treatment.path.clone()] });
    }
    Ok(Outcome::Pass)
}
