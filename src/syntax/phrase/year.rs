//! The plan year that the checks run for: a calendar year, or the twelve months from one date to another.

use std::fmt;

use jiff::civil::{Date, date};

use super::amount::{count, date as a_date};
use super::{Parsed, Phrase, Text, end, word};

/// A plan year, both days included; never empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlanYear {
    first_day: Date,
    last_day: Date,
}

impl PlanYear {
    /// The first year of ERISA.
    pub const EARLIEST: PlanYear = PlanYear { first_day: date(1974, 1, 1), last_day: date(1974, 12, 31) };

    /// 1 January to 31 December; `None` outside 1974 (ERISA) to 2200.
    pub fn calendar(year: i16) -> Option<Self> {
        (1974..=2200)
            .contains(&year)
            .then(|| Self { first_day: date(year, 1, 1), last_day: date(year, 12, 31) })
    }

    pub fn first_day(self) -> Date {
        self.first_day
    }

    pub fn last_day(self) -> Date {
        self.last_day
    }

    /// The calendar year in which the plan year begins: the year key of 401(a)(17), and how the plan year is called.
    pub fn begins_in(self) -> i16 {
        self.first_day.year()
    }

    /// The calendar year in which it ends: the year key of 415(c) where the limitation year is the plan year.
    pub fn ends_in(self) -> i16 {
        self.last_day.year()
    }

    pub fn is_calendar(self) -> bool {
        Self::calendar(self.begins_in()) == Some(self)
    }

    /// Fewer than twelve months: limits of the year are taken in proportion.
    pub fn is_short(self) -> bool {
        self.first_day.saturating_add(jiff::Span::new().years(1))
            > self.last_day.saturating_add(jiff::Span::new().days(1))
    }

    fn between(first_day: Date, last_day: Date) -> Option<Self> {
        let longest = first_day.saturating_add(jiff::Span::new().years(1));
        let sensible =
            PlanYear::calendar(first_day.year()).is_some() && PlanYear::calendar(last_day.year()).is_some();
        (sensible && first_day < last_day && last_day < longest).then_some(Self { first_day, last_day })
    }
}

impl Phrase for PlanYear {
    const NAME: &'static str = "a plan year";
    const EXAMPLES: &'static [&'static str] = &["2026", "2026-02-01 to 2027-01-31"];

    fn parse(input: Text<'_>) -> Parsed<'_, Self> {
        let start = input.trimmed();
        if let Ok((rest, first_day)) = a_date(input) {
            let (rest, ()) = word("to")(rest)?;
            let (rest, last_day) = a_date(rest)?;
            return match Self::between(first_day, last_day) {
                Some(year) => Ok((rest, year)),
                None => input.refused(
                    rest,
                    "these dates do not bound a year",
                    "Give the first and the last day of at most twelve months, such as `2026-02-01 to 2027-01-31`.",
                ),
            };
        }
        let (rest, year) = count(input).or_else(|_| input.expected("a year such as `2026`"))?;
        match i16::try_from(year).ok().and_then(Self::calendar) {
            Some(year) if !start.rest().contains(',') => Ok((rest, year)),
            Some(_) | None if end(rest).is_ok() => input.refused(
                rest,
                "this is not a year that a plan can have",
                "Write the year with four digits, such as `2026`.",
            ),
            Some(_) | None => input.expected("a year such as `2026`"),
        }
    }
}

impl fmt::Display for PlanYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_calendar() {
            write!(f, "{}", self.begins_in())
        } else {
            write!(f, "{} to {}", self.first_day, self.last_day)
        }
    }
}
