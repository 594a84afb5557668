//! Which year's limit governs a plan year: each limit has a year key of its own.

use std::ops::RangeInclusive;

use crate::law::Law;
use crate::law::limits::{Limit, YearKey};
use crate::law::years::LimitValue;
use crate::lower::{Election, Missing};
use crate::money::Usd;
use crate::plan::limits::LimitationYear;
use crate::plan::{Plan, PlanType};

/// A limit that a plan year needs and that is not published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotPublished {
    pub limit: Limit,
    pub year: i16,
}

/// The calendar year whose figure governs `limit` in the plan's year.
///
/// 402(g), 414(v) and 457(e)(15) run by the calendar year: for a plan year that straddles two, it is the one in which
/// it begins. 415(c) goes by the calendar year in which the limitation year ends (26 CFR 1.415(c)-1(c) Ex. 2),
/// 401(a)(17) by the one in which the plan year begins (26 CFR 1.401(a)(17)-1(b)(3)(ii)).
pub fn governing_year(plan: &Plan, limit: Limit) -> i16 {
    let is_403b = plan.identity.plan_type.stated() == Some(&PlanType::Plan403b);
    let by_calendar_year =
        is_403b || plan.limits.limitation_year.stated() == Some(&LimitationYear::CalendarYear);
    match limit.year_key() {
        YearKey::CalendarYear | YearKey::PlanYearStart => plan.year.begins_in(),
        YearKey::PlanYearEnd => plan.year.ends_in(),
        YearKey::LimitationYearEnd if by_calendar_year => plan.year.begins_in(),
        YearKey::LimitationYearEnd => plan.year.ends_in(),
        YearKey::LookBackYearStart => plan.year.begins_in() - 1,
    }
}

/// The figure that governs `limit` in the plan's year.
pub fn governing<'l>(plan: &Plan, law: &'l Law, limit: Limit) -> Result<&'l LimitValue, NotPublished> {
    let year = governing_year(plan, limit);
    law.limit(limit, year).ok_or(NotPublished { limit, year })
}

/// The calendar years that the plan year touches, from the day on which an election takes effect.
pub fn calendar_years<T>(plan: &Plan, election: &Election<T>) -> RangeInclusive<i16> {
    let effective = election.provenance.as_ref().and_then(|provenance| provenance.effective.as_ref());
    let first_day = effective.map_or(plan.year.first_day(), |date| date.value.max(plan.year.first_day()));
    first_day.year()..=plan.year.ends_in()
}

/// The years whose 415(c) figure governs the plan year; for a plan year that straddles two, its limitation year decides.
pub fn limitation_years(plan: &Plan) -> Result<RangeInclusive<i16>, Missing> {
    let (begins, ends) = (plan.year.begins_in(), plan.year.ends_in());
    if begins == ends {
        return Ok(ends..=ends);
    }
    // In a 403(b) it is the participant's own calendar year, whatever the plan says (26 CFR 1.415(j)-1(e)).
    if plan.identity.plan_type.stated() == Some(&PlanType::Plan403b) {
        return Ok(begins..=ends);
    }
    match plan.limits.limitation_year.known()? {
        LimitationYear::PlanYear => Ok(ends..=ends),
        LimitationYear::CalendarYear => Ok(begins..=ends),
    }
}

/// Is this type of plan under the limits of 415(c) and 401(a)(17)? Not 457(b): IRC 415(k)(1) does not list it.
pub fn counts_annual_additions(plan_type: PlanType) -> bool {
    match plan_type {
        PlanType::Traditional401k
        | PlanType::Solo401k
        | PlanType::Simple401k
        | PlanType::Starter401k
        | PlanType::Plan403b
        | PlanType::Plan401a
        | PlanType::Sep => true,
        PlanType::Governmental457b | PlanType::TaxExempt457b | PlanType::SimpleIra => false,
    }
}

/// The limit on a participant's deferrals that this type of plan is under; `None` where it takes no deferrals.
pub fn deferral_limit(plan_type: PlanType) -> Option<Limit> {
    match plan_type {
        PlanType::Traditional401k | PlanType::Solo401k | PlanType::Plan403b => Some(Limit::ElectiveDeferral),
        PlanType::Simple401k | PlanType::SimpleIra => Some(Limit::SimpleDeferral),
        PlanType::Starter401k => Some(Limit::StarterDeferral),
        PlanType::Governmental457b | PlanType::TaxExempt457b => Some(Limit::Deferral457b),
        PlanType::Plan401a | PlanType::Sep => None,
    }
}

/// The amount of the governing figure.
pub fn amount(plan: &Plan, law: &Law, limit: Limit) -> Result<Usd, NotPublished> {
    governing(plan, law, limit).map(|value| value.amount)
}
