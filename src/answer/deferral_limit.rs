//! What this person may defer: 402(g) or its like, and catch-up.

mod reckon;

pub(super) use reckon::{catch_up_by_law, ordinary, reckon};

use super::facts::Fact;
use crate::lower::Missing;
use crate::money::Usd;

/// The limits on one person's deferrals.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DeferralLimit {
    /// 402(g), or what stands in its place for the type of plan; `None` where the plan takes no deferrals or the figure is
    /// not published.
    pub statutory: Option<Usd>,
    /// What deferrals at other employers leave of it: it follows the person.
    pub left: Option<Usd>,
    /// The plan's own lower limit for this person.
    pub plan: Option<Usd>,
    pub catch_up: CatchUp,
    /// Must catch-up be Roth (IRC 414(v)(7))?
    pub must_be_roth: RothOnly,
    /// Deferrals above all of it: to be paid back by April 15.
    pub excess: Usd,
}

/// The catch-up limit of one person.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum CatchUp {
    Known(Usd),
    /// It hangs on facts, such as the age at the end of the year.
    Facts(Vec<Fact>),
    /// It hangs on elections.
    Missing(Missing),
    #[default]
    None,
}

/// The Roth rule for catch-up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RothOnly {
    Yes,
    #[default]
    No,
    /// Prior-year FICA wages are not given, and it matters.
    WagesNeeded,
    /// The age is not given, or the wages that decide are not published.
    Undecided,
}

impl CatchUp {
    /// The amount; none where it is not known.
    pub fn amount(&self) -> Option<Usd> {
        match self {
            CatchUp::Known(amount) => Some(*amount),
            CatchUp::None => Some(Usd::ZERO),
            CatchUp::Facts(_) | CatchUp::Missing(_) => None,
        }
    }
}
