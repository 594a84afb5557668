//! How a plan stands to the plan that it is held against.

use super::provision::{Provision, Stated};
use super::{ComparedPlan, Comparison};

/// How a plan's provision stands to the benchmark's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    Same,
    Differs,
    /// One of the two does not say.
    NotKnown,
}

impl Comparison {
    /// How a plan stands to the benchmark in a provision; `None` without one, and where neither says anything.
    pub fn standing(&self, plan: &ComparedPlan, provision: &Provision) -> Option<Standing> {
        let benchmark = self.benchmark.as_ref()?;
        match (benchmark.says(provision), plan.says(provision)) {
            (one @ Stated::Value(_), other @ Stated::Value(_)) if one.is_like(other) => Some(Standing::Same),
            (Stated::Value(_), Stated::Value(_)) => Some(Standing::Differs),
            (Stated::Value(_), _) | (_, Stated::Value(_)) => Some(Standing::NotKnown),
            (
                Stated::Unknown | Stated::NotYet(_) | Stated::NotStated | Stated::Unreadable,
                Stated::Unknown | Stated::NotYet(_) | Stated::NotStated | Stated::Unreadable,
            ) => None,
        }
    }

    /// In how many of some provisions a plan differs from the benchmark, and in how many it cannot be told.
    pub fn deviations(&self, plan: &ComparedPlan, provisions: &[Provision]) -> (usize, usize) {
        let count = |wanted| {
            provisions.iter().filter(|provision| self.standing(plan, provision) == Some(wanted)).count()
        };
        (count(Standing::Differs), count(Standing::NotKnown))
    }
}
