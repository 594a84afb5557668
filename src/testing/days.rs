//! Days as numbers like `20260701`, in which adding 10,000 adds a year: comparing dates of millions of people is
//! comparing integers. A day like `20260231` is behind February and before March, as the sums need it.

use crate::census::participant::Day;
use crate::syntax::phrase::year::PlanYear;

/// First and last day of a plan year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days {
    pub first: u32,
    pub last: u32,
}

impl Days {
    pub fn of(year: PlanYear) -> Self {
        Self { first: number(year.first_day()), last: number(year.last_day()) }
    }
}

/// The same day of a later month.
#[inline]
pub fn after_months(day: u32, months: u32) -> u32 {
    if months.is_multiple_of(12) {
        return day + months / 12 * 10_000;
    }
    let month = day / 100 % 100 - 1 + months % 12;
    let years = months / 12 + month / 12;
    (day / 10_000 + years) * 10_000 + (month % 12 + 1) * 100 + day % 100
}

/// So many days later, by the calendar.
pub fn after_days(day: u32, days: u32) -> u32 {
    const BEYOND: u32 = 99_991_231;
    let date = Day::new(day / 10_000, day / 100 % 100, day % 100).map(Day::to_date);
    let later = date.and_then(|date| {
        let span = jiff::Span::new().try_days(i64::from(days)).ok()?;
        date.checked_add(span).ok()
    });
    later.map_or(BEYOND, number)
}

/// A date as a number.
pub fn number(date: jiff::civil::Date) -> u32 {
    let (year, month, day) = (date.year(), date.month(), date.day());
    u32::from(year.unsigned_abs()) * 10_000
        + u32::from(month.unsigned_abs()) * 100
        + u32::from(day.unsigned_abs())
}
