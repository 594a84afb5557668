//! One way to qualify: an age and a length of service that must both be reached.

use crate::syntax::phrase::condition::Term;
use crate::syntax::phrase::duration::{Duration, Unit};
use crate::testing::days::{after_days, after_months};

/// What must all be met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Alternative {
    pub age_months: u32,
    service_months: u32,
    service_days: u32,
    /// Has it a term that a census cannot show, such as hours in a computation period?
    pub untold: bool,
}

/// In months: whatever is longer than a life is as long as one.
const LONGEST: u32 = 12 * 150;

impl Alternative {
    pub fn of(terms: &[Term]) -> Self {
        let mut found = Self::default();
        for term in terms {
            match term {
                Term::Age { half_years } => {
                    found.age_months = found.age_months.max(half_years.saturating_mul(6).min(LONGEST))
                }
                Term::Service(Duration { count, unit: Unit::Days }) => {
                    found.service_days = found.service_days.max(*count);
                }
                Term::Service(Duration { count, unit: Unit::Months }) => {
                    found.service_months = found.service_months.max((*count).min(LONGEST));
                }
                Term::Service(Duration { count, unit: Unit::Years }) => {
                    found.service_months = found.service_months.max(count.saturating_mul(12).min(LONGEST));
                }
                Term::Hours(_) | Term::Participation(_) | Term::Event(_) => found.untold = true,
            }
        }
        found
    }

    /// The day on which both are reached.
    pub fn met(self, hired: u32, born: u32) -> u32 {
        let served = self.served(hired);
        // Without a condition of age, the service alone counts.
        if self.age_months == 0 { served } else { after_months(born, self.age_months).max(served) }
    }

    /// The day on which the service is done, by elapsed time from hire.
    pub fn served(self, hired: u32) -> u32 {
        let by_months = after_months(hired, self.service_months);
        if self.service_days == 0 { by_months } else { by_months.max(after_days(hired, self.service_days)) }
    }
}
