//! Yes, no or unknown, and why.

use jiff::civil::Date;
use serde::Serialize;

use super::facts::Fact;
use super::ground::Ground;
use super::route::Route;
use crate::plan::PlanType;
use crate::syntax::phrase::condition::Condition;

/// Can this person do it? `Yes` only where every election and fact that decides is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    Yes,
    No,
    Unknown,
}

/// A reason for the verdict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// After-tax contributions are allowed.
    AfterTaxAllowed {
        ground: Ground,
    },
    /// A way to Roth is open to this person now.
    RouteOpen {
        route: Route,
        ground: Ground,
    },
    /// The law gives plans of this type no after-tax source: 457(b), SIMPLE, starter, SEP.
    TypeHoldsNoAfterTax {
        plan_type: PlanType,
    },
    AfterTaxNotAllowed {
        ground: Ground,
    },
    /// Allowed in name only: a limit of nothing, or nobody ever enters.
    AfterTaxBarred {
        ground: Ground,
    },
    /// After-tax money stays where it is until its owner leaves. The grounds are the elections that close both ways.
    NoRouteWhileEmployed {
        grounds: Vec<Ground>,
    },
    /// The only ways wait for something that this person has not reached; `from` is the day, where it can be told.
    NotYet {
        ground: Ground,
        condition: Condition,
        from: Option<Date>,
    },
    /// The highly compensated may not contribute after tax, and this person is one of them.
    BarredAsHce {
        ground: Ground,
    },
    /// Only the highly compensated may, and this person is not.
    OnlyForHces {
        ground: Ground,
    },
    /// This person does not meet what the plan asks for, or says so; `from` is the day on which they do.
    NotEligible {
        ground: Ground,
        from: Option<Date>,
    },
    /// A limit of the year is not published: whether anything may be put in cannot be told.
    LimitNotPublished {
        figure: crate::room::year_limits::NotPublished,
    },
    /// It would work, but nothing is left of the year's room.
    NoRoomLeft {
        binding: super::room::Binding,
    },
    /// It starts within the plan year.
    NotBefore {
        date: Date,
    },
    /// The answer hangs on elections that the spec does not state: see the answer's questions.
    Undecided {
        grounds: Vec<Ground>,
    },
    /// The answer hangs on facts about this person.
    FactNeeded {
        fact: Fact,
        ground: Option<Ground>,
    },
}

impl Verdict {
    pub fn word(self) -> &'static str {
        match self {
            Verdict::Yes => "yes",
            Verdict::No => "no",
            Verdict::Unknown => "unknown",
        }
    }
}

impl Reason {
    /// Does it keep this person from contributing after tax until `last_day`, whatever room the limits leave?
    pub fn shuts_out(&self, last_day: Date) -> bool {
        match self {
            Reason::OnlyForHces { .. } => true,
            Reason::NotEligible { from, .. } => from.is_none_or(|from| from > last_day),
            // The limit for them is zero already, or the room says so.
            Reason::BarredAsHce { .. }
            | Reason::AfterTaxAllowed { .. }
            | Reason::RouteOpen { .. }
            | Reason::TypeHoldsNoAfterTax { .. }
            | Reason::AfterTaxNotAllowed { .. }
            | Reason::AfterTaxBarred { .. }
            | Reason::NoRouteWhileEmployed { .. }
            | Reason::NotYet { .. }
            | Reason::NoRoomLeft { .. }
            | Reason::LimitNotPublished { .. }
            | Reason::NotBefore { .. }
            | Reason::Undecided { .. }
            | Reason::FactNeeded { .. } => false,
        }
    }
}
