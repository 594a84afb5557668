//! The limits on one person's deferrals, from the law of the year, the plan and the person's facts.

use super::{CatchUp, DeferralLimit, RothOnly};
use crate::answer::assumption::Assumption;
use crate::answer::facts::Fact;
use crate::answer::ground::Ground;
use crate::answer::person::{Notes, Person};
use crate::answer::warning::Warning;
use crate::law::provisions::Provision;
use crate::lower::Truth;
use crate::money::Usd;
use crate::money::exact::Cents;
use crate::nondiscrimination::catch_up::{catch_up_limit, must_be_roth};
use crate::plan::PlanType;
use crate::room::year_limits::NotPublished;
use crate::syntax::phrase::limit::StatedLimit;
use crate::testing::terms::Figure;

pub fn reckon(person: &Person<'_>, notes: &mut Notes) -> DeferralLimit {
    let statutory = statutory(person, notes);
    let used = person.other_employers();
    let left = statutory.map(|limit| limit.less(used));
    if let (Some(left), false) = (left, used.is_zero()) {
        notes.warn(Warning::OtherEmployerDeferrals { used, left });
    }
    let must_be_roth = roth_only(person);
    let has_deferrals = person.terms.limits.elective_deferral.is_some();
    let catch_up = if has_deferrals { catch_up(person, must_be_roth, notes) } else { CatchUp::None };
    DeferralLimit { statutory, left, plan: of_plan(person), catch_up, must_be_roth, excess: Usd::ZERO }
}

/// What may be deferred without catch-up: what is left of 402(g), of the plan's own limit and of pay.
pub fn ordinary(person: &Person<'_>, limit: &DeferralLimit) -> Option<Usd> {
    let most = [limit.left?, limit.plan.unwrap_or(limit.left?), person.facts.pay.unwrap_or(limit.left?)];
    most.into_iter().min()
}

fn statutory(person: &Person<'_>, notes: &mut Notes) -> Option<Usd> {
    let (_, figure) = person.terms.limits.elective_deferral?;
    published(figure, notes)
}

/// The figure; where it is not published, a warning says so.
fn published(figure: Figure, notes: &mut Notes) -> Option<Usd> {
    match figure {
        Ok(amount) => Some(amount.into()),
        Err((limit, year)) => {
            notes.warn(Warning::NotPublished(NotPublished { limit, year }));
            None
        }
    }
}

/// The plan's own limit: a share of pay for pre-tax or Roth, a dollar amount, a lower one for the highly compensated.
/// What is not certain to apply is left out.
fn of_plan(person: &Person<'_>) -> Option<Usd> {
    let deferrals = &person.plan.deferrals;
    let pay = person.facts.pay;
    let share = |election: &crate::lower::Election<crate::syntax::phrase::deferral::Deferral>| {
        let deferral = election.stated().filter(|deferral| deferral.allowed.is_yes())?;
        Some(deferral.most.zip(pay).map(|(most, pay)| most.of(pay)))
    };
    let shares = [share(&deferrals.pre_tax), share(&deferrals.roth)];
    let by_share = shares.into_iter().flatten().collect::<Option<Vec<Usd>>>();
    let by_share = by_share.and_then(|shares| shares.into_iter().max());
    let dollars = match deferrals.limit.stated() {
        Some(StatedLimit::Dollars(amount)) => Some(*amount),
        Some(StatedLimit::None | StatedLimit::AsAdjusted(_)) | None => None,
    };
    let of_hces = (person.hce.is_hce() == Some(true))
        .then(|| deferrals.hce_limit.stated())
        .flatten()
        .and_then(|limit| limit.for_pay(pay?));
    [by_share, dollars, of_hces].into_iter().flatten().min().map(Usd::floor_to_cents)
}

/// The most catch-up that the law gives a person of this age, whatever the plan has.
pub fn catch_up_by_law(person: &Person<'_>) -> Usd {
    let limits = &person.terms.limits;
    let (Some(age), Ok(usual), Ok(higher)) =
        (person.age_at_year_end(), limits.catch_up, limits.catch_up_60_to_63)
    else {
        return Usd::ZERO;
    };
    // Who must make it as Roth has none without Roth (IRC 402(g)(1)(C)).
    let is_barred = roth_only(person) == RothOnly::Yes && person.terms.roth_catch_up == Truth::No;
    if is_barred { Usd::ZERO } else { catch_up_limit(age, usual, higher).into() }
}

/// Must catch-up be Roth? From 2026, by the wages of the year before (IRC 414(v)(7)). Below 50 it does not matter.
fn roth_only(person: &Person<'_>) -> RothOnly {
    let is_in_force = person.law.provision(Provision::RothOnlyCatchUp).from.year() <= person.calendar_year();
    let is_young = person.age_at_year_end().is_some_and(|age| age < 50);
    if !is_in_force || is_young || has_none(person) {
        return RothOnly::No;
    }
    let Ok(limit) = person.terms.limits.roth_catch_up_wages else { return RothOnly::Undecided };
    match person.facts.prior_fica_wages.and_then(Usd::to_cents) {
        Some(wages) if must_be_roth(Cents(wages), limit) => RothOnly::Yes,
        Some(_) => RothOnly::No,
        None if person.age_at_year_end().is_some() => RothOnly::WagesNeeded,
        None => RothOnly::Undecided,
    }
}

/// No catch-up in a plan that says so, and none by age in a 457(b) of a tax-exempt employer (IRC 414(v)(6)(A)(iii)).
fn has_none(person: &Person<'_>) -> bool {
    let plan_type = person.plan.identity.plan_type.stated();
    person.terms.catch_up == Truth::No || plan_type == Some(&PlanType::TaxExempt457b)
}

fn catch_up(person: &Person<'_>, roth: RothOnly, notes: &mut Notes) -> CatchUp {
    if has_none(person) {
        return CatchUp::None;
    }
    let Some(age) = person.age_at_year_end() else { return CatchUp::Facts(vec![Fact::Age]) };
    if age < 50 {
        return CatchUp::None;
    }
    if let Truth::Unknown(missing) = &person.terms.catch_up {
        return CatchUp::Missing(missing.clone());
    }
    if let Some(barred) = barred_by_roth(person, roth, notes) {
        return barred;
    }
    amount(person, age, notes)
}

/// The amount at an age of 50 or more.
fn amount(person: &Person<'_>, age: u32, notes: &mut Notes) -> CatchUp {
    let limits = &person.terms.limits;
    let higher = match &person.terms.super_catch_up {
        Truth::No => limits.catch_up,
        Truth::Yes => limits.catch_up_60_to_63,
        Truth::Unknown(missing) if (60..=63).contains(&age) => {
            let election = &person.plan.deferrals.super_catch_up;
            if election.is_written() {
                return CatchUp::Missing(missing.clone());
            }
            // The law's dollar amount is the higher one at these ages (IRC 414(v)(2)(B)(i)): a plan that says no more of
            // catch-up than that it allows it has that one.
            if limits.catch_up != limits.catch_up_60_to_63 {
                notes.assume(Assumption::HigherCatchUp { ground: Ground::of(election) });
            }
            limits.catch_up_60_to_63
        }
        Truth::Unknown(_) => limits.catch_up_60_to_63,
    };
    match (published(limits.catch_up, notes), published(higher, notes)) {
        (Some(usual), Some(higher)) => {
            let cents = |amount: Usd| Cents(amount.to_cents().unwrap_or_default());
            CatchUp::Known(catch_up_limit(age, cents(usual), cents(higher)).into())
        }
        (Some(_) | None, _) => CatchUp::Facts(Vec::new()),
    }
}

/// Whoever must make catch-up contributions as Roth has none in a plan without Roth (26 CFR 1.414(v)-2).
fn barred_by_roth(person: &Person<'_>, roth: RothOnly, notes: &mut Notes) -> Option<CatchUp> {
    let wages_limit = Usd::from(person.terms.limits.roth_catch_up_wages.ok()?);
    match (roth, &person.terms.roth_catch_up) {
        (RothOnly::No | RothOnly::Undecided, _) | (RothOnly::WagesNeeded, Truth::Yes) => None,
        (RothOnly::WagesNeeded, Truth::No | Truth::Unknown(_)) => {
            Some(CatchUp::Facts(vec![Fact::PriorFicaWages]))
        }
        (RothOnly::Yes, Truth::Yes) => {
            notes.warn(Warning::CatchUpMustBeRoth { wages_limit });
            None
        }
        (RothOnly::Yes, Truth::No) => {
            notes.warn(Warning::NoCatchUpWithoutRoth { wages_limit });
            Some(CatchUp::None)
        }
        (RothOnly::Yes, Truth::Unknown(missing)) => Some(CatchUp::Missing(missing.clone())),
    }
}
