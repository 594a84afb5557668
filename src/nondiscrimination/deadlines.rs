//! The days by which a failed ADP or ACP test must be corrected (26 CFR 1.401(k)-2(b)(5), 1.401(m)-2(b)(4), 54.4979-1),
//! as calendar days from the last day of the plan year.

use jiff::civil::Date;
use jiff::{Span, ToSpan};

use crate::money::exact::{Cents, Hundredths};

/// How long a plan has before the excise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Arrangement {
    /// 2 1/2 months.
    Ordinary,
    /// 6 months: an eligible automatic contribution arrangement that covers all eligible employees, highly compensated
    /// or not, for the whole plan year (IRC 4979(f)(1)).
    Eaca,
}

/// The days that decide about one plan year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deadlines {
    /// The last day to distribute without the excise.
    pub without_excise: Date,
    /// The last day to distribute at all, or to contribute QNECs and QMACs; afterwards the arrangement is not qualified
    /// but for the correction programs.
    pub last_day: Date,
    /// The end of the fifteenth month, when the excise is due with Form 5330.
    pub excise_due: Date,
}

/// The employer's excise on what is not corrected in time, in percent (IRC 4979(a)).
pub const EXCISE: Hundredths = Hundredths::percent(10);

/// `None` at the end of the calendar's range.
pub fn deadlines(plan_year_end: Date, arrangement: Arrangement) -> Option<Deadlines> {
    let without_excise = match arrangement {
        Arrangement::Ordinary => two_and_a_half_months(plan_year_end)?,
        Arrangement::Eaca => after(plan_year_end, 6.months())?,
    };
    Some(Deadlines {
        without_excise,
        last_day: after(plan_year_end, 12.months())?,
        excise_due: after(plan_year_end, 15.months())?,
    })
}

/// The excise on excess contributions or excess aggregate contributions, rounded half up to the cent.
pub fn excise(excess: Cents) -> Cents {
    Cents(excess.times(EXCISE).rounded_half_up())
}

/// The fifteenth of the third month after a plan year that ends with a month.
fn two_and_a_half_months(end: Date) -> Option<Date> {
    if end == end.last_of_month() {
        end.first_of_month().checked_add(3.months().days(14)).ok()
    } else {
        end.checked_add(2.months().days(15)).ok()
    }
}

/// Months after a day; the last day of a month stays one.
fn after(end: Date, months: Span) -> Option<Date> {
    let day = end.checked_add(months).ok()?;
    Some(if end == end.last_of_month() { day.last_of_month() } else { day })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_follow_the_last_day_of_the_plan_year() {
        let found = deadlines(date(2026, 12, 31), Arrangement::Ordinary).expect("dates");
        assert_eq!(found.without_excise, date(2027, 3, 15));
        assert_eq!((found.last_day, found.excise_due), (date(2027, 12, 31), date(2028, 3, 31)));
        let eaca = |end| deadlines(end, Arrangement::Eaca).expect("dates").without_excise;
        assert_eq!(eaca(date(2026, 12, 31)), date(2027, 6, 30));
        assert_eq!(eaca(date(2027, 2, 28)), date(2027, 8, 31));
        let november = deadlines(date(2027, 11, 30), Arrangement::Ordinary).expect("dates");
        assert_eq!(november.without_excise, date(2028, 2, 15));
    }
}
