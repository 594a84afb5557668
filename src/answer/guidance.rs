//! What an employee does, watches and may do instead, as plain data for this plan; no sentence stands here.

pub mod life_event;
pub mod other_way;
pub mod pitfall;
pub mod step;

use crate::law::Law;
use crate::lower::Truth;
use crate::money::Usd;
use crate::plan::Plan;

use self::life_event::LifeEvent;
use self::other_way::{OtherWay, SavingStep};
use self::pitfall::Pitfall;
use self::step::Step;

/// The guidance on one answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guidance {
    /// In the order in which they are taken.
    pub steps: Vec<Step>,
    /// Those that this plan and this person can meet.
    pub pitfalls: Vec<Pitfall>,
    pub life_events: Vec<LifeEvent>,
    pub other_ways: Vec<OtherWay>,
    /// The order in which people usually save.
    pub usual_order: Vec<SavingStep>,
}

/// What of an answer the guidance hangs on.
#[derive(Debug, Clone, Copy)]
pub struct Situation<'a> {
    pub plan: &'a Plan,
    pub law: &'a Law,
    /// The calendar year whose limits hold for the person.
    pub year: i16,
    /// Whether this person can get after-tax money to Roth while employed.
    pub possible: Standing,
    /// Whether the plan takes after-tax money of this person at all.
    pub after_tax: Standing,
    pub in_plan_roth: Standing,
    pub roth_ira: Standing,
    /// What may still be contributed, where that is known.
    pub remaining: Option<Usd>,
    /// The same for each paycheck that is left.
    pub per_paycheck: Option<Usd>,
    /// Highly compensated this year.
    pub hce: Standing,
    /// Must catch-up contributions be Roth?
    pub roth_catch_up: Standing,
    /// Age at the end of the year.
    pub age: Option<u32>,
    /// Is 100% of pay, not the dollar amount, the limit on annual additions?
    pub pay_binds: Standing,
}

/// What is known of a person on one point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Standing {
    Yes,
    No,
    Unknown,
}

impl Standing {
    /// Not certainly otherwise.
    pub fn may_be(self) -> bool {
        match self {
            Standing::Yes | Standing::Unknown => true,
            Standing::No => false,
        }
    }
}

impl From<&Truth> for Standing {
    fn from(truth: &Truth) -> Self {
        match truth {
            Truth::Yes => Standing::Yes,
            Truth::No => Standing::No,
            Truth::Unknown(_) => Standing::Unknown,
        }
    }
}

/// The guidance on a situation.
pub fn guidance(situation: &Situation<'_>) -> Guidance {
    Guidance {
        steps: step::steps(situation),
        pitfalls: pitfall::pitfalls(situation),
        life_events: life_event::life_events(situation),
        other_ways: other_way::other_ways(situation),
        usual_order: other_way::usual_order(situation),
    }
}

/// What a permission says where it is stated.
fn permits(
    election: &crate::lower::Election<crate::syntax::phrase::permission::Permission>,
) -> Option<bool> {
    election.stated().map(|permission| permission.is_yes())
}
