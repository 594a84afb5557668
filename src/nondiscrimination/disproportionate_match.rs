//! The match of non-highly compensated employees that is too generous to count (26 CFR 1.401(m)-2(a)(5)(ii)).

use std::cmp::Reverse;

use crate::money::exact::{Cents, Fraction, Hundredths};

/// A non-highly compensated employee with elective or after-tax contributions that are matched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Matched {
    pub compensation: Cents,
    pub contributions: Cents,
    pub matching: Cents,
    pub rated: Rated,
    pub at_year_end: AtYearEnd,
}

/// How the rate of a match is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rated {
    /// The match over the contributions: the formula has one rate for all of them.
    ByAmounts,
    /// The rate that the formula gives on contributions of 6% of pay, in percent of them: where it depends on how much
    /// is contributed.
    AtSixPercent(Hundredths),
}

/// Is the person employed on the last day of the plan year?
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AtYearEnd {
    Employed,
    Gone,
}

/// What a match counts up to besides the contributions themselves and the representative rate.
const OF_PAY: Hundredths = Hundredths::percent(5);

/// The representative matching rate, in hundredths of a point, exact: the lowest rate among the better half of those who
/// contributed, or, if greater, the lowest among those of them who are employed at year-end. Half of an odd number is
/// rounded up; `None` if no one contributed.
pub fn representative_rate(people: &[Matched]) -> Option<Fraction> {
    let contributing = people.iter().filter(|person| person.contributions > Cents::ZERO);
    representative(contributing.map(|person| (person.rate(), person.at_year_end)))
}

/// The part of a match that the ACR counts: at most the greatest of 5% of pay, the contributions, and twice the
/// representative rate on them.
pub fn countable(person: &Matched, representative_rate: Option<Fraction>) -> Cents {
    let of_pay = Cents(person.compensation.times(OF_PAY).rounded_half_up());
    let at_twice = representative_rate.map_or(Cents::ZERO, |rate| {
        let twice = 2 * rate.numerator() * i128::from(person.contributions.0);
        Cents(Fraction::new(twice, rate.denominator() * 10_000).rounded_half_up())
    });
    person.matching.min(of_pay.max(person.contributions).max(at_twice))
}

/// The greater of the lowest rate in the better half and the lowest of all who are employed at year-end.
pub(super) fn representative(rates: impl Iterator<Item = (Fraction, AtYearEnd)>) -> Option<Fraction> {
    let mut all: Vec<(Fraction, AtYearEnd)> = rates.collect();
    all.sort_by_key(|(rate, _)| Reverse(*rate));
    let better_half =
        all.len().div_ceil(2).checked_sub(1).and_then(|last| all.get(last)).map(|(rate, _)| *rate);
    let employed = all.iter().filter(|(_, at)| *at == AtYearEnd::Employed).map(|(rate, _)| *rate).min();
    better_half.max(employed)
}

impl Matched {
    fn rate(&self) -> Fraction {
        match self.rated {
            Rated::ByAmounts => {
                Fraction::new(i128::from(self.matching.0) * 10_000, i128::from(self.contributions.0))
            }
            Rated::AtSixPercent(rate) => Fraction::whole(rate.0),
        }
    }
}
