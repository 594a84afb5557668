//! What would make failing ADP and ACP tests pass: lawful levers, alone and together, each tried on the amended text of
//! the plan spec and on the same people. Nothing is applied, and nothing is promised that the tests themselves do not say.

pub mod closing;
pub mod conditions;
mod contributions;
pub mod design;
pub mod lever;
pub mod outcome;
mod ranked;
mod search;
pub mod state;
pub mod unified;
pub mod unused;

use jiff::civil::Date;

use crate::estimate::assumption::Assumption;
use crate::estimate::population::Population;
use crate::law::Law;
use crate::money::exact::Hundredths;
use crate::source::Input;
use crate::syntax::phrase::year::PlanYear;
use crate::testing::results::TestResults;
use crate::testing::unanswered::Unanswered;
use conditions::{Chance, Condition};
use lever::Lever;
use outcome::Outcome;
use state::{Obstacle, State};

pub use search::search;

/// What is to be mended.
#[derive(Debug, Clone)]
pub struct Case<'a> {
    pub input: &'a Input,
    /// The place of the plan among those of the text.
    pub place: usize,
    /// Another year than its own.
    pub year: Option<PlanYear>,
    /// The day on which levers must still be open.
    pub as_of: Date,
    pub law: &'a Law,
    pub population: Population,
    /// Decides the order in which people begin to contribute.
    pub seed: u64,
    pub wishes: Wishes,
}

/// What only the user can say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wishes {
    /// The share of the non-highly compensated who would defer if enrollment were automatic; without it the lever is not
    /// judged.
    pub auto_enrollment_participation: Option<Hundredths>,
    /// The share of pay at which those would contribute after tax who do not yet.
    pub nhce_after_tax: Hundredths,
}

/// What was found.
#[derive(Debug, Clone)]
pub struct Proposals {
    pub plan: String,
    pub year: PlanYear,
    pub as_of: Date,
    /// As it is.
    pub now: Outcome,
    pub now_results: TestResults,
    pub room: Option<Hundredths>,
    /// What the people and their contributions rest on.
    pub assumptions: Vec<Assumption>,
    /// With which the tests pass, the best first.
    pub passing: Vec<Proposal>,
    /// Levers that do not suffice by themselves, in the order in which they were tried.
    pub short: Vec<Proposal>,
    /// Levers that cannot be judged, with what would have to be known.
    pub unjudged: Vec<Unjudged>,
}

/// Some levers together.
#[derive(Debug, Clone)]
pub struct Proposal {
    pub levers: Vec<Lever>,
    pub state: State,
    pub outcome: Outcome,
    pub results: TestResults,
    pub chance: Chance,
    /// What has to be answered before it is known whether it can be done, each lever's.
    pub questions: Vec<&'static str>,
    pub conditions: Vec<Condition>,
    /// The highest rate of pay, the same for all who are highly compensated, at which no test fails; `None` where it is
    /// not known, or nobody has any.
    pub room: Option<Hundredths>,
    /// The amendment as a unified diff; empty where the spec stays as it is.
    pub diff: String,
}

/// A lever that cannot be judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unjudged {
    pub lever: Lever,
    pub why: Obstacle,
}

/// Why there is no search.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Nothing {
    /// The text cannot be amended at all.
    Obstacle(Box<Obstacle>),
    /// What the tests say as it is is not known.
    Unknown(Box<Unanswered>),
}

impl From<Unanswered> for Nothing {
    fn from(missing: Unanswered) -> Self {
        Nothing::Unknown(Box::new(missing))
    }
}

impl From<Obstacle> for Nothing {
    fn from(obstacle: Obstacle) -> Self {
        Nothing::Obstacle(Box::new(obstacle))
    }
}
