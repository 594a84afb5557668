//! What the top-heavy test came to (IRC 416), and the minimum contribution that follows.

use jiff::civil::Date;

use super::Status;
use crate::money::exact::{Cents, Hundredths};
use crate::nondiscrimination::top_heavy::TopHeavy as Ratio;
use crate::testing::terms::Ground;
use crate::testing::unanswered::Unanswered;

/// The test of one plan, with the plans that it is aggregated with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TopHeavy {
    /// [`Status::Fail`] says that the plan is top-heavy. That alone breaks no law: see [`TopHeavy::is_settled`].
    pub status: Status,
    pub not_required: Option<Ground>,
    pub unanswered: Unanswered,
    /// The last day of the plan year before; of the first plan year its own last day.
    pub determination_date: Option<Date>,
    pub ratio: Option<Ratio>,
    /// Heads among those in the tested plan.
    pub key_employees: u32,
    /// In a top-heavy plan.
    pub minimum: Option<Minimum>,
}

/// The minimum contribution of a top-heavy plan (IRC 416(c)(2)).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Minimum {
    /// Of pay: 3%, or the highest rate of a key employee.
    pub rate: Hundredths,
    /// Non-key participants employed on the last day.
    pub employees: u32,
    /// The minimum of all of them.
    pub due: Cents,
    /// Those whose employer money does not reach it.
    pub short_employees: u32,
    /// What is missing in all.
    pub short: Cents,
}

impl TopHeavy {
    pub fn not_required(ground: Ground) -> Self {
        Self {
            status: Status::NotRequired,
            not_required: Some(ground),
            ..Self::unknown(Unanswered::default())
        }
    }

    pub fn unknown(unanswered: Unanswered) -> Self {
        Self {
            status: Status::Unknown,
            not_required: None,
            unanswered,
            determination_date: None,
            ratio: None,
            key_employees: 0,
            minimum: None,
        }
    }

    /// Is there nothing to do about it? A top-heavy plan is lawful while its minimum contribution is made.
    pub fn is_settled(&self) -> bool {
        match self.status {
            Status::Pass | Status::NotRequired => true,
            Status::Fail => self.minimum.is_some_and(|minimum| minimum.short == Cents::ZERO),
            Status::Unknown => false,
        }
    }
}
