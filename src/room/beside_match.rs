//! The room that a match leaves, also where after-tax contributions are themselves matched.

use super::contributions::unless_unknown;
use super::employer_money::{Contributor, matching_contribution};
use super::model_employee::{NoRoom, Silence};
use crate::lower::{Given, Missing, Truth};
use crate::money::Usd;
use crate::plan::Plan;
use crate::syntax::phrase::match_formula::MatchFormula;
use crate::syntax::phrase::sources::Source;

/// Does the match count after-tax contributions? Either of two elections tells. Where both do and contradict each
/// other, that is a rule's finding, and nothing more is asked.
pub fn is_after_tax_matched(plan: &Plan) -> Truth {
    if plan.matching.formula.stated() == Some(&MatchFormula::None) {
        return Truth::No;
    }
    let by_permission = plan.after_tax.matched.is_yes();
    let by_sources = plan.matching.sources.is(|sources| sources.include(Source::AfterTax));
    match (by_permission, by_sources) {
        (Truth::Yes, Truth::No) | (Truth::No, Truth::Yes) => Truth::Unknown(Missing::default()),
        (Truth::Unknown(missing), Truth::Unknown(_)) => Truth::Unknown(missing),
        (Truth::Yes, Truth::Yes | Truth::Unknown(_)) | (Truth::Unknown(_), Truth::Yes) => Truth::Yes,
        (Truth::No, Truth::No | Truth::Unknown(_)) | (Truth::Unknown(_), Truth::No) => Truth::No,
    }
}

/// The match of someone who also contributes `after_tax`; for highly compensated employees by their own formula, if
/// there is one.
pub(super) fn matching(
    plan: &Plan,
    contributor: Contributor,
    after_tax: Usd,
    silence: Silence,
) -> Result<Usd, NoRoom> {
    let also_matched = if counts_after_tax(plan, silence)? { after_tax } else { Usd::ZERO };
    let contributor = Contributor { matched: contributor.matched + also_matched, ..contributor };
    let found = match unless_unknown(&plan.matching.hce_formula) {
        Ok(Some(formula)) => Ok(formula),
        Ok(None) => plan.matching.formula.known(),
        Err(missing) => Err(missing),
    };
    let amount = found.and_then(|formula| matching_by(plan, formula, contributor));
    match (amount, silence) {
        (Ok(amount), _) => Ok(amount),
        (Err(_), Silence::LeavesMost) => Ok(Usd::ZERO),
        (Err(missing), Silence::AddsNothing | Silence::IsUnknown) => Err(missing.into()),
    }
}

/// The match by one formula, with the discretionary match on top of it at its most.
pub fn matching_by(plan: &Plan, formula: &MatchFormula, contributor: Contributor) -> Result<Usd, Missing> {
    let amount = match matching_contribution(formula, contributor) {
        Some(amount) => amount,
        None => discretionary_most(plan, contributor.pay)?,
    };
    Ok(amount + on_top(plan, contributor)?)
}

/// The most that the discretionary match may come to for someone with this pay.
pub fn discretionary_most(plan: &Plan, pay: Usd) -> Result<Usd, Missing> {
    let election = &plan.matching.discretionary_limit;
    let missing = || Missing { elections: vec![election.path.clone()] };
    election.known()?.for_pay(pay).ok_or_else(missing)
}

/// The discretionary match on top of the formula, if the plan has one, at its most.
fn on_top(plan: &Plan, contributor: Contributor) -> Result<Usd, Missing> {
    let Some(formula) = unless_unknown(&plan.matching.discretionary_formula)? else {
        return Ok(Usd::ZERO);
    };
    let most = discretionary_most(plan, contributor.pay);
    match matching_contribution(formula, contributor) {
        Some(amount) => Ok(most.map_or(amount, |most| amount.min(most))),
        None => most,
    }
}

/// What the match leaves of `open`. Where after-tax contributions are matched, each of them takes its match along.
pub(super) fn beside_match(
    plan: &Plan,
    contributor: Contributor,
    open: Usd,
    silence: Silence,
) -> Result<Usd, NoRoom> {
    largest_beside(open, |after_tax| matching(plan, contributor, after_tax, silence))
}

/// The most after-tax money that fits into `open` beside the match of someone who contributes it.
pub fn largest_beside<E>(open: Usd, matching: impl Fn(Usd) -> Result<Usd, E>) -> Result<Usd, E> {
    let fits = |after_tax: Usd| -> Result<bool, E> { Ok(after_tax + matching(after_tax)? <= open) };
    let unmatched = open.less(matching(Usd::ZERO)?);
    if fits(unmatched)? {
        return Ok(unmatched);
    }
    // The largest number of cents that fits: a match never falls while contributions rise.
    let (mut fitting, mut too_much) = (0, unmatched.to_cents().unwrap_or(0));
    while too_much - fitting > 1 {
        let middle = fitting + (too_much - fitting) / 2;
        if fits(Usd::cents(middle))? { fitting = middle } else { too_much = middle }
    }
    Ok(Usd::cents(fitting))
}

/// A plan that does not say so matches no after-tax contributions: what is matched is part of the definite formula
/// that a plan must state (26 CFR 1.401-1(b)(1)(ii)). Where the writer could not tell, it may be either.
fn counts_after_tax(plan: &Plan, silence: Silence) -> Result<bool, Missing> {
    let undecided = matches!(plan.after_tax.matched.given, Given::Unknown(_));
    match (is_after_tax_matched(plan), silence) {
        (Truth::Yes, _) => Ok(true),
        (Truth::Unknown(missing), Silence::IsUnknown) if undecided => Err(missing),
        (Truth::No | Truth::Unknown(_), _) => Ok(false),
    }
}
