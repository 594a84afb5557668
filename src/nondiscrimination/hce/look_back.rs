//! The look-back year of a plan year, and the year whose pay it measures (IRC 414(q)(1), Notice 97-45).

use jiff::ToSpan;
use jiff::civil::{Date, date};

/// Whose twelve months of pay decide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PayYear {
    LookBackYear,
    /// The calendar year data election of a fiscal-year plan: the calendar year that begins within the look-back year
    /// (Notice 97-45, section V). It never moves the test of ownership.
    CalendarYear,
}

/// The periods that decide about one plan year. First and last days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LookBack {
    /// The twelve months before the plan year, never shortened for a short or a first plan year.
    pub year: (Date, Date),
    /// The months whose pay is compared with the threshold.
    pub pay: (Date, Date),
    /// The calendar year whose threshold applies: in which the look-back year begins.
    pub threshold_year: i16,
}

impl LookBack {
    /// For the plan year that begins on a day; `None` at the end of the calendar's range.
    pub fn of(plan_year_start: Date, pay_year: PayYear) -> Option<Self> {
        let start = plan_year_start.checked_sub(1.year()).ok()?;
        let year = (start, plan_year_start.yesterday().ok()?);
        let pay = match pay_year {
            PayYear::LookBackYear => year,
            PayYear::CalendarYear => {
                let first = date(start.year(), 1, 1);
                let begins = if first < start { first.checked_add(1.year()).ok()? } else { first };
                (begins, date(begins.year(), 12, 31))
            }
        };
        Some(Self { year, pay, threshold_year: start.year() })
    }
}
