//! What age and service a plan asks of those who would enter, beside the most that the law lets it ask.

use crate::lower::{Election, Missing};
use crate::plan::Plan;
use crate::syntax::phrase::condition::{Condition, Eligibility, Term};
use crate::syntax::phrase::duration::{Duration, Unit};

/// One way to qualify: age and service, both of which have to be reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Wait {
    /// An age in half years; 0 where none is asked for.
    pub half_years: u32,
    /// Service in months, begun ones counted as whole.
    pub months: u32,
    /// Hours in a year, where they are stated.
    pub hours: Option<u32>,
    /// Is service counted by years, each of which takes 1,000 hours unless the plan says otherwise (IRC 410(a)(3)(A))?
    pub counts_years: bool,
}

/// Age 21 in half years (IRC 410(a)(1)(A)(i)).
pub const AGE_21: u32 = 42;
/// One year of service in months (IRC 410(a)(1)(A)(ii)).
pub const YEAR: u32 = 12;
/// The hours of a year of service (IRC 410(a)(3)(A)(i)).
pub const YEAR_OF_SERVICE: u32 = 1_000;
/// The hours of a long-term part-time employee's year (IRC 401(k)(2)(D)(ii)).
pub const LONG_TERM_PART_TIME: u32 = 500;

impl Wait {
    /// Does it ask for more than age 21, this much service, or 1,000 hours?
    pub fn exceeds(&self, months: u32) -> bool {
        self.half_years > AGE_21
            || self.months > months
            || self.hours.is_some_and(|hours| hours > YEAR_OF_SERVICE)
    }

    /// Does it let someone in before age 21 or before a year of service?
    pub fn is_early(&self) -> bool {
        self.half_years < AGE_21 || self.months < YEAR
    }

    /// Can it keep someone out for good who works 500 hours in every year?
    pub fn needs_many_hours(&self) -> bool {
        match self.hours {
            Some(hours) => hours > LONG_TERM_PART_TIME,
            None => self.counts_years,
        }
    }
}

/// The ways to qualify for a kind of contribution, any of which suffices; none where nobody can.
pub fn waits(plan: &Plan, election: &Election<Eligibility>) -> Result<Vec<Wait>, Missing> {
    let elections = &plan.eligibility;
    let (source, condition) = match election.known()? {
        Eligibility::When { condition, .. } => (election, condition),
        Eligibility::SameAsDeferrals => match elections.deferrals.known()? {
            Eligibility::When { condition, .. } => (&elections.deferrals, condition),
            Eligibility::SameAsDeferrals => return Err(open(&elections.deferrals)),
        },
    };
    match condition {
        Condition::Immediate => Ok(vec![Wait::default()]),
        Condition::Never => Ok(Vec::new()),
        Condition::AnyOf(alternatives) => {
            let waits: Option<Vec<Wait>> = alternatives.iter().map(|terms| wait(terms)).collect();
            waits.ok_or_else(|| open(source))
        }
    }
}

/// A length of time in months, begun ones counted as whole.
pub fn months(length: Duration) -> u32 {
    match length.unit {
        Unit::Years => length.count.saturating_mul(YEAR),
        Unit::Months => length.count,
        Unit::Days => length.count.saturating_mul(YEAR).div_ceil(365),
    }
}

fn open(election: &Election<Eligibility>) -> Missing {
    Missing { elections: vec![election.path.clone()] }
}

/// `None` where an event is waited for, which is no age and no service.
fn wait(terms: &[Term]) -> Option<Wait> {
    let mut wait = Wait::default();
    for term in terms {
        match term {
            Term::Age { half_years } => wait.half_years = wait.half_years.max(*half_years),
            Term::Service(length) | Term::Participation(length) => {
                wait.months = wait.months.max(months(*length));
                wait.counts_years |= length.unit == Unit::Years;
            }
            // Hours are counted over a year.
            Term::Hours(hours) => {
                wait.months = wait.months.max(YEAR);
                wait.hours = Some(wait.hours.unwrap_or_default().max(*hours));
            }
            Term::Event(_) => return None,
        }
    }
    Some(wait)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn service_is_counted_in_begun_months() {
        for (count, unit, expected) in [
            (1, Unit::Years, 12),
            (6, Unit::Months, 6),
            (30, Unit::Days, 1),
            (90, Unit::Days, 3),
            (365, Unit::Days, 12),
            (366, Unit::Days, 13),
        ] {
            assert_eq!(months(Duration { count, unit }), expected, "{count} {unit}");
        }
    }

    #[test]
    fn the_law_s_own_maximum_is_neither_beyond_it_nor_early() {
        let most = wait(&[
            Term::Age { half_years: AGE_21 },
            Term::Service(Duration { count: 1, unit: Unit::Years }),
        ])
        .expect("an age and a service");
        assert!(!most.exceeds(YEAR) && !most.is_early() && most.needs_many_hours());
        let after_months =
            wait(&[Term::Service(Duration { count: 6, unit: Unit::Months })]).expect("a service");
        assert!(after_months.is_early() && !after_months.needs_many_hours());
    }
}
