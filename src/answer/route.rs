//! The ways from after-tax to Roth, with the plan's terms for each.

use jiff::civil::Date;
use serde::Serialize;

mod terms;

pub(super) use terms::terms;

use super::ground::Ground;
use crate::lower::Missing;
use crate::money::Usd;
use crate::syntax::phrase::condition::Condition;
use crate::syntax::phrase::frequency::{Automatic, Frequency};

/// A way to Roth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Route {
    /// An in-plan Roth rollover (IRC 402A(c)(4)).
    InPlanRoth,
    /// An in-service withdrawal, rolled over to a Roth IRA (IRC 402(c), Notice 2014-54).
    RothIra,
    /// A rollover to a Roth IRA after leaving the employer.
    AfterLeaving,
}

/// Is a way open to this person?
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Open {
    Now,
    /// Not before something is met; `from` is the day, where it can be told.
    Later {
        condition: Condition,
        from: Option<Date>,
    },
    /// It waits for something that the facts do not tell.
    Depends {
        condition: Condition,
    },
    /// The plan does not say.
    Unknown(Missing),
    /// After leaving only.
    OnLeaving,
}

/// A way to Roth under a plan's own terms. `None` is what the spec does not state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RouteTerms {
    pub route: Route,
    pub open: Open,
    /// The election that opens it.
    pub ground: Option<Ground>,
    pub frequency: Option<Frequency>,
    pub automatic: Option<Automatic>,
    pub minimum: Option<Usd>,
    pub fee: Option<Usd>,
    pub earnings: Earnings,
}

/// What a way means for earnings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Earnings {
    /// They move along and are taxed as income of the year: an in-plan rollover has only one destination.
    TaxedOnConversion,
    /// They may go to a traditional IRA untaxed while the contributions go to a Roth IRA (Notice 2014-54).
    MayBeSplitOff,
}

impl Route {
    /// As the contract names it.
    pub fn name(self) -> &'static str {
        match self {
            Route::InPlanRoth => "in-plan-roth",
            Route::RothIra => "roth-ira",
            Route::AfterLeaving => "after-leaving",
        }
    }
}
