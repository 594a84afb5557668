//! The room of a plan: the most after-tax money that its model employee can put in for the year.
//!
//! The model employee is paid the limit of 401(a)(17) the whole year, is a highly compensated employee under age 50,
//! defers the full limit evenly over the year, has long service, and gets all employer money that the formulas give.

use serde::Serialize;

use super::employer_money::{Contributor, matching_contribution, nonelective_contribution};
use super::year_limits::{NotPublished, amount, deferral_limit};
use crate::finding::ElectionPath;
use crate::law::Law;
use crate::law::limits::Limit;
use crate::lower::{Election, Missing};
use crate::money::Usd;
use crate::plan::Plan;
use crate::syntax::phrase::limit::{Limit as Cap, StatedLimit};
use crate::syntax::phrase::permission::Permission;

/// The arithmetic of a plan's room, line by line, in dollars for the plan year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Room {
    /// Pay of the model employee: the limit of 401(a)(17), or the plan's own lower cap.
    pub pay: Usd,
    /// The lesser of the 415(c) limit (or the plan's own lower one) and all pay.
    pub annual_additions_limit: Usd,
    pub elective_deferrals: Usd,
    #[serde(rename = "match")]
    pub matching: Usd,
    pub nonelective: Usd,
    /// What annual additions leave before any cap on after-tax contributions.
    pub before_caps: Usd,
    /// The plan's caps on after-tax contributions, as far as it states them.
    pub plan_limit: Option<Usd>,
    pub hce_limit: Option<Usd>,
    /// What the cap over deferrals and after-tax contributions together leaves.
    pub combined_limit: Option<Usd>,
    /// The room: the least of the four.
    pub remaining: Usd,
    pub binding: Binding,
    /// Elections that are not stated and were taken to add nothing.
    pub taken_as_none: Vec<ElectionPath>,
}

/// What keeps the room from being larger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Binding {
    #[serde(rename = "annual additions")]
    AnnualAdditions,
    #[serde(rename = "plan limit")]
    PlanLimit,
    #[serde(rename = "HCE limit")]
    HceLimit,
    #[serde(rename = "combined limit")]
    CombinedLimit,
}

/// Why there is no room to state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoRoom {
    /// It depends on these elections.
    Missing(Missing),
    NotPublished(NotPublished),
    /// Limits of a short plan year are taken in proportion, which only a participant's own dates allow.
    ShortYear,
    /// Plans of this type hold no after-tax money.
    NotThisType,
}

/// How silence about employer money is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Silence {
    /// A nonelective contribution that is not stated is none, and the room says so.
    AddsNothing,
    /// It may be anything: for rules, which do not guess.
    IsUnknown,
}

/// The room of a plan under its own formulas and caps.
pub fn room(plan: &Plan, law: &Law, silence: Silence) -> Result<Room, NoRoom> {
    let plan_type = *plan.identity.plan_type.known()?;
    if !plan_type.may_hold_after_tax() {
        return Err(NoRoom::NotThisType);
    }
    if plan.year.is_short() {
        return Err(NoRoom::ShortYear);
    }
    let pay = stated_or_law(&plan.compensation.cap, amount(plan, law, Limit::Compensation)?);
    let additions = stated_or_law(&plan.limits.annual_additions, amount(plan, law, Limit::AnnualAdditions)?);
    let legal_deferral = match deferral_limit(plan_type) {
        Some(limit) => amount(plan, law, limit)?,
        None => Usd::ZERO,
    };
    let elective_deferrals = planned_deferral(plan, pay, legal_deferral);
    let contributor =
        Contributor { pay, matched: elective_deferrals, deferral_limit: legal_deferral, years_of_service: None };
    let mut taken_as_none = Vec::new();
    let matching = matching(plan, contributor)?;
    let nonelective = nonelective(plan, contributor, silence, &mut taken_as_none)?;
    let annual_additions_limit = additions.min(pay);
    let before_caps = annual_additions_limit.less(elective_deferrals + matching + nonelective);
    let plan_limit = cap(&plan.after_tax.limit, pay, legal_deferral);
    if !plan.after_tax.limit.is_written() {
        taken_as_none.push(plan.after_tax.limit.path.clone());
    }
    let hce_limit = cap(&plan.after_tax.hce_limit, pay, legal_deferral);
    let combined = cap(&plan.deferrals.combined_limit, pay, legal_deferral);
    let combined_limit = combined.map(|combined| combined.less(elective_deferrals));
    let candidates = [
        (Some(before_caps), Binding::AnnualAdditions),
        (plan_limit, Binding::PlanLimit),
        (hce_limit, Binding::HceLimit),
        (combined_limit, Binding::CombinedLimit),
    ];
    let stated = candidates.into_iter().filter_map(|(amount, binding)| Some((amount?, binding)));
    let (remaining, binding) =
        stated.min_by_key(|(amount, _)| *amount).unwrap_or((before_caps, Binding::AnnualAdditions));
    Ok(Room {
        pay,
        annual_additions_limit,
        elective_deferrals,
        matching,
        nonelective,
        before_caps,
        plan_limit,
        hce_limit,
        combined_limit,
        remaining: remaining.floor_to_cents(),
        binding,
        taken_as_none,
    })
}

/// The full deferral of a year: the legal limit, or less where the plan caps it. Zero where the plan takes none.
fn planned_deferral(plan: &Plan, pay: Usd, legal: Usd) -> Usd {
    let kinds = [plan.deferrals.pre_tax.stated(), plan.deferrals.roth.stated()];
    let barred = |kind: &Option<&crate::syntax::phrase::deferral::Deferral>| {
        kind.is_some_and(|deferral| deferral.allowed != Permission::Yes)
    };
    if kinds.iter().all(barred) {
        return Usd::ZERO;
    }
    let open = kinds.iter().flatten().filter(|deferral| deferral.allowed == Permission::Yes);
    let shares: Vec<Option<Usd>> = open.map(|deferral| deferral.most.map(|most| most.of(pay))).collect();
    let by_share = shares.iter().copied().collect::<Option<Vec<Usd>>>().and_then(|shares| shares.into_iter().max());
    let stated = match plan.deferrals.limit.stated() {
        Some(StatedLimit::Dollars(amount)) => Some(*amount),
        Some(StatedLimit::None | StatedLimit::AsAdjusted(_)) | None => None,
    };
    let for_hces = plan.deferrals.hce_limit.stated().and_then(|limit| limit.for_pay(pay));
    [by_share, stated, for_hces].into_iter().flatten().fold(legal, Usd::min)
}

fn matching(plan: &Plan, contributor: Contributor) -> Result<Usd, NoRoom> {
    let formula = plan.matching.formula.known()?;
    match matching_contribution(formula, contributor) {
        Some(amount) => Ok(amount),
        None => Ok(*plan.matching.discretionary_limit.known()?),
    }
}

fn nonelective(
    plan: &Plan,
    contributor: Contributor,
    silence: Silence,
    taken_as_none: &mut Vec<ElectionPath>,
) -> Result<Usd, NoRoom> {
    let election = &plan.nonelective.formula;
    if silence == Silence::AddsNothing && !election.is_written() {
        taken_as_none.push(election.path.clone());
        return Ok(Usd::ZERO);
    }
    nonelective_contribution(election.known()?, contributor)
        .ok_or_else(|| NoRoom::Missing(Missing { elections: vec![election.path.clone()] }))
}

/// A dollar limit that the plan states where it is lower than the law's.
fn stated_or_law(stated: &Election<StatedLimit>, law: Usd) -> Usd {
    match stated.stated() {
        Some(StatedLimit::Dollars(amount)) => law.min(*amount),
        Some(StatedLimit::None | StatedLimit::AsAdjusted(_)) | None => law,
    }
}

/// What a cap comes to; `None` where there is none beyond the law's.
fn cap(limit: &Election<Cap>, pay: Usd, legal_deferral: Usd) -> Option<Usd> {
    match limit.stated()? {
        Cap::ElectiveDeferralLimit => Some(legal_deferral),
        limit => limit.for_pay(pay),
    }
}

impl From<Missing> for NoRoom {
    fn from(missing: Missing) -> Self {
        NoRoom::Missing(missing)
    }
}

impl From<NotPublished> for NoRoom {
    fn from(gap: NotPublished) -> Self {
        NoRoom::NotPublished(gap)
    }
}
