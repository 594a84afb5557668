//! The room of one person, line by line.

mod caps;
mod elective;
mod employer;
mod paychecks;
mod reckon;

pub(super) use elective::excess;
pub(super) use reckon::reckon;

use super::facts::Fact;
use super::ground::Ground;
use crate::lower::Missing;
use crate::money::{Percent, Usd};
use crate::room::year_limits::NotPublished;

/// The arithmetic, in the order in which it is shown, in dollars for the limitation year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonalRoom {
    /// The dollar limit of 415(c), or the plan's own lower one.
    pub annual_additions_limit: Usd,
    /// The plan's own limit, where it is lower than the law's.
    pub lowered_by_plan: Option<Ground>,
    /// 100% of pay; `None` where pay is not given and taken to be enough.
    pub pay_limit: Option<Usd>,
    /// The lesser of the two.
    pub limit: Usd,
    /// Deferrals without what the law makes catch-up.
    pub elective_deferrals: Usd,
    /// Deferrals that the law makes catch-up: they do not count (26 CFR 1.414(v)-1(d)(1)).
    pub catch_up: Usd,
    pub employer: EmployerMoney,
    /// Additions in other plans of this employer and related ones.
    pub related_additions: Usd,
    pub after_tax_so_far: Usd,
    /// What annual additions leave before any cap on after-tax contributions.
    pub before_caps: Usd,
    /// What the limit is already passed by; zero where it is not.
    pub over: Usd,
    /// What each cap still leaves.
    pub plan_limit: Option<Cap>,
    pub hce_limit: Option<Cap>,
    pub combined_limit: Option<Cap>,
    /// Pay that is not deferred or contributed yet.
    pub pay_left: Option<Usd>,
    pub remaining: Usd,
    pub binding: Binding,
    pub periods_left: Option<u32>,
    /// For the periods left, rounded down to the cent.
    pub per_paycheck: Option<Usd>,
    pub front_loading: Option<FrontLoading>,
}

/// A cap on after-tax contributions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cap {
    /// The whole cap for the year.
    pub amount: Usd,
    /// What it leaves after what was contributed.
    pub left: Usd,
    pub ground: Ground,
}

/// What the employer puts in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmployerMoney {
    pub matching: Usd,
    pub matching_from: From,
    pub nonelective: Usd,
    pub nonelective_from: From,
}

/// Where an amount comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum From {
    /// This fact.
    Given(Fact),
    /// Reckoned by the plan's formula.
    Formula(Ground),
    /// The plan has none.
    PlanHasNone(Ground),
    /// The plan does not say, and it is taken as none: an assumption says so.
    TakenAsNone,
}

/// What keeps the room from being larger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Binding {
    /// The dollar limit of 415(c).
    AnnualAdditions,
    /// 100% of pay.
    Pay,
    PlanLimit,
    HceLimit,
    CombinedLimit,
    /// What is left of pay.
    PayLeft,
}

/// What comes of deferring fast under a match that is computed for each payroll and not trued up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrontLoading {
    /// The share of each paycheck that is deferred.
    pub rate: Percent,
    /// The paycheck with which deferrals reach their limit, counted from one.
    pub ends_with: u32,
    pub periods: u32,
    /// The match if the same deferrals were spread evenly.
    pub even_match: Usd,
    pub lost: Usd,
}

/// Why there is no room to state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoRoom {
    /// It depends on these elections.
    Missing(Missing),
    /// It depends on these facts.
    Facts(Vec<Fact>),
    NotPublished(NotPublished),
    /// After-tax contributions are not allowed, or plans of this type hold none, or this person may make none all year.
    NotThisType,
}

impl EmployerMoney {
    pub fn total(&self) -> Usd {
        self.matching + self.nonelective
    }
}

impl Binding {
    /// As the contract writes it: `plan limit`.
    pub fn word(self) -> &'static str {
        match self {
            Binding::AnnualAdditions => "annual additions",
            Binding::Pay => "pay",
            Binding::PlanLimit => "plan limit",
            Binding::HceLimit => "HCE limit",
            Binding::CombinedLimit => "combined limit",
            Binding::PayLeft => "pay left",
        }
    }
}
