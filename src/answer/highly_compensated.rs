//! Is this person highly compensated (IRC 414(q)), as far as a person's own facts tell?

use super::facts::Fact;
use crate::money::{Percent, Usd};

/// The standing, with what it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HceStanding {
    /// More pay in the look-back year than the threshold.
    ByPay {
        threshold: Usd,
    },
    /// More than 5% of the employer.
    ByOwnership {
        share: Percent,
    },
    /// Pay at or below the threshold and no owner.
    No {
        threshold: Usd,
    },
    /// No pay from this employer in the look-back year, and no owner.
    NewHire,
    /// Above the threshold, but the employer elected the top-paid group, and it is not known who is in it.
    TopPaidGroupUnknown {
        threshold: Usd,
    },
    /// A fact says so.
    StatedHce,
    StatedNot,
    /// These facts are missing.
    Unknown {
        facts: Vec<Fact>,
    },
    /// The plan is under no test in which it matters.
    NotTested,
}

impl HceStanding {
    /// Certainly, certainly not, or unknown.
    pub fn is_hce(&self) -> Option<bool> {
        match self {
            HceStanding::ByPay { .. } | HceStanding::ByOwnership { .. } | HceStanding::StatedHce => {
                Some(true)
            }
            HceStanding::No { .. } | HceStanding::NewHire | HceStanding::StatedNot => Some(false),
            HceStanding::TopPaidGroupUnknown { .. }
            | HceStanding::Unknown { .. }
            | HceStanding::NotTested => None,
        }
    }
}
