//! The limit on annual additions (IRC 415(c)), one employer group at a time.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::money::exact::Cents;

/// What counts for one person and limitation year. Rollovers, in-plan Roth rollovers, catch-up contributions and excess
/// deferrals that are distributed in time are no annual additions (26 CFR 1.415(c)-1(b)(2)(ii)(D), (b)(3)).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct AnnualAdditions {
    /// Pre-tax and Roth, without catch-up contributions. Excess contributions count, even when they are distributed.
    pub elective: Cents,
    pub after_tax: Cents,
    /// Match, nonelective contributions, QNECs and QMACs.
    pub employer: Cents,
    pub forfeitures: Cents,
}

impl AnnualAdditions {
    /// The sum that the limit is compared with (IRC 415(c)(2)).
    pub fn total(&self) -> Cents {
        self.elective + self.after_tax + self.employer + self.forfeitures
    }
}

/// The lesser of the dollar limit, for the calendar year in which the limitation year ends, and all of the pay under
/// 415(c)(3), in which deferrals are included. Pay is not cut to the limit of 401(a)(17). The dollar limit of a short
/// limitation year is [`Cents::for_months`] of it (26 CFR 1.415(j)-1(d)).
pub fn limit(dollar_limit: Cents, compensation: Cents) -> Cents {
    dollar_limit.min(compensation)
}

/// What is above the limit.
pub fn excess(additions: &AnnualAdditions, limit: Cents) -> Cents {
    additions.total().less(limit)
}

/// What may still be put in, after-tax or otherwise.
pub fn room(additions: &AnnualAdditions, limit: Cents) -> Cents {
    limit.less(additions.total())
}

/// A contribution with the dates that decide for which limitation year it counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paid {
    /// Credited as of a day of the plan year, and paid in. `due` is the end of the period of 404(a)(6): the day, with
    /// extensions, on which the employer's return is due for the tax year in which the limitation year ends.
    Employer { allocated_as_of: Date, on: Date, due: Date },
    /// After-tax money for a limitation year.
    Employee { limitation_year_end: Date, on: Date },
}

/// The last day of the limitation year for which it counts, among years that end on the same day of each calendar year.
/// Paid later than 30 days after `due`, or after the year, it counts for the year in which it is paid (26 CFR
/// 1.415(c)-1(b)(6)(i)). `any_year_end` is the last day of any limitation year; `None` out of calendar range.
pub fn counts_for(paid: Paid, any_year_end: Date) -> Option<Date> {
    match paid {
        Paid::Employer { allocated_as_of, on, due } => {
            let in_time = on <= due.checked_add(30.days()).ok()?;
            year_end(if in_time { allocated_as_of } else { on }, any_year_end)
        }
        Paid::Employee { limitation_year_end, on } => {
            let in_time = on <= limitation_year_end.checked_add(30.days()).ok()?;
            if in_time { Some(limitation_year_end) } else { year_end(on, any_year_end) }
        }
    }
}

fn year_end(day: Date, any_year_end: Date) -> Option<Date> {
    let years = i32::from(day.year()) - i32::from(any_year_end.year());
    let same_year = any_year_end.checked_add(years.years()).ok()?;
    if day <= same_year { Some(same_year) } else { any_year_end.checked_add((years + 1).years()).ok() }
}
