//! What an answer takes for granted, each to be said to its reader.

use super::ground::Ground;
use crate::finding::ElectionPath;
use crate::money::Usd;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Assumption {
    /// No deferrals are given: the full limit is deferred.
    DefersTheLimit { amount: Usd },
    /// No pay is given: it is at least this much.
    PayAtLeast { amount: Usd },
    /// Pay and deferrals are spread evenly over the year.
    SpreadEvenly,
    /// The table by years of service is read at its longest service.
    LongestService { ground: Ground },
    /// What the match asks for (employed on the last day, 1,000 hours) is met.
    MatchConditionsMet { ground: Ground },
    /// The discretionary match is taken at its most.
    DiscretionaryAtMost { ground: Ground },
    /// The plan does not say, and it is taken as none: nonelective money, a cap.
    TakenAsNone { path: ElectionPath },
    /// Deferrals above the limit count as no catch-up, because what decides it is not known.
    NoCatchUp,
    /// This person meets the plan's conditions for after-tax contributions and is in none of the classes left out.
    Eligible { grounds: Vec<Ground> },
    /// No money in other plans of this employer or related ones.
    NoRelatedPlans,
    /// No deferrals at other employers this year.
    NoOtherEmployers,
    /// The plan allows catch-up and says nothing of ages 60 to 63: the law's higher amount is taken.
    HigherCatchUp { ground: Ground },
    /// Whether this person is highly compensated is not known; the lower limit for those is taken.
    HeldToHceLimit,
    /// No share of the employer is given: this person owns 5% or less.
    NotAnOwner,
    /// This many paychecks a year.
    PayPeriods { periods: u32 },
    /// No number of paychecks left is given: those of the whole year are taken.
    WholeYearOfPaychecks { periods: u32 },
}
