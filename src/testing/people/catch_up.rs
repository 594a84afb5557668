//! Elective contributions of a person sorted into catch-up contributions and others, and what that hangs on.

use crate::census::column::{Column, DateField, Money};
use crate::census::header::Understanding;
use crate::census::participant::Participant;
use crate::lower::Truth;
use crate::money::exact::Cents;
use crate::nondiscrimination::catch_up::{CatchUp, Limits, catch_up_limit, must_be_roth, reclassify};
use crate::testing::eligibility::blank;
use crate::testing::terms::{Terms, unpublished};
use crate::testing::unanswered::Unanswered;

/// Sorts elective contributions by law; `plan` is the plan's own limit on them for this person. Below every limit nothing
/// has to be known.
pub fn sort(
    terms: &Terms,
    census: &Understanding,
    one: &Participant,
    elective: Cents,
    plan: Option<Cents>,
) -> Result<CatchUp, Unanswered> {
    let statutory = match &terms.limits.elective_deferral {
        Some((_, Ok(limit))) => *limit,
        Some((_, Err(figure))) if elective > Cents::ZERO => return Err(unpublished(*figure)),
        Some((_, Err(_))) | None => return Ok(unsorted(elective)),
    };
    // Below every limit nothing is catch-up, whatever a person's age.
    if elective <= statutory && plan.is_none_or(|plan| elective <= plan) {
        return Ok(unsorted(elective));
    }
    let catch_up = catch_up(terms, census, one)?;
    Ok(reclassify(elective, &Limits { statutory, plan, catch_up }))
}

/// Elective contributions none of which are known to be catch-up contributions.
pub fn unsorted(elective: Cents) -> CatchUp {
    CatchUp { over_statutory: Cents::ZERO, over_plan: Cents::ZERO, left: Cents::ZERO, counted: elective }
}

/// The catch-up limit of a person (IRC 414(v)), or what it hangs on.
pub fn catch_up(terms: &Terms, census: &Understanding, one: &Participant) -> Result<Cents, Unanswered> {
    if terms.catch_up == Truth::No {
        return Ok(Cents::ZERO);
    }
    let Some(born) = one.date(DateField::Birth) else { return Err(blank(Column::BirthDate, one, census)) };
    let age = (terms.days.last / 10_000).saturating_sub(born.number() / 10_000);
    if age < 50 {
        return Ok(Cents::ZERO);
    }
    if let Truth::Unknown(missing) = &terms.catch_up {
        return Err(missing.clone().into());
    }
    let is_higher = (60..=63).contains(&age);
    let higher = match (&terms.super_catch_up, is_higher) {
        (Truth::Unknown(missing), true) => return Err(missing.clone().into()),
        (Truth::No, _) => terms.limits.catch_up,
        (Truth::Yes | Truth::Unknown(_), _) => terms.limits.catch_up_60_to_63,
    };
    if !may_catch_up(terms, census, one)? {
        return Ok(Cents::ZERO);
    }
    Ok(catch_up_limit(age, terms.limits.catch_up.map_err(unpublished)?, higher.map_err(unpublished)?))
}

/// From 2026 a high earner has catch-up contributions only as Roth: none in a plan that takes no Roth (IRC 414(v)(7)).
fn may_catch_up(terms: &Terms, census: &Understanding, one: &Participant) -> Result<bool, Unanswered> {
    let Ok(limit) = terms.limits.roth_catch_up_wages else { return Ok(true) };
    if terms.roth_catch_up == Truth::Yes {
        return Ok(true);
    }
    if !census.has(Column::PriorFicaWages) {
        return Err(Unanswered::column(Column::PriorFicaWages));
    }
    if !must_be_roth(Cents(one.money(Money::PriorFicaWages)), limit) {
        return Ok(true);
    }
    match &terms.roth_catch_up {
        Truth::Unknown(missing) => Err(missing.clone().into()),
        Truth::Yes | Truth::No => Ok(false),
    }
}
