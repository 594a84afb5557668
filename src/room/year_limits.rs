//! Which year's limit governs a plan year: each limit has a year key of its own.

use crate::law::Law;
use crate::law::limits::{Limit, YearKey};
use crate::law::years::LimitValue;
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
    let by_calendar_year = plan.limits.limitation_year.stated() == Some(&LimitationYear::CalendarYear);
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
