//! The room of a plan: the most after-tax money that its model employee can put in for the year.
//!
//! The model employee is paid the limit of 401(a)(17) the whole year, is a highly compensated employee under age 50,
//! defers the full limit evenly over the year, has long service, and gets all employer money that the formulas give.

use serde::Serialize;

use super::beside_match::{beside_match, is_after_tax_matched, matching};
use super::contributions::{
    leaves_out_hces, matched_deferrals, nonelective, planned_deferral, unless_unknown,
};
use super::employer_money::Contributor;
use super::year_limits::{NotPublished, amount, deferral_limit, limitation_years};
use crate::finding::ElectionPath;
use crate::law::Law;
use crate::law::limits::Limit;
use crate::lower::{Election, Missing, Truth};
use crate::money::Usd;
use crate::plan::Plan;
use crate::syntax::phrase::limit::{Limit as Cap, StatedLimit};
use crate::syntax::phrase::match_formula::MatchFormula;

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
    /// Employer money that is not known is taken as none: no plan that says the same leaves more room.
    LeavesMost,
}

/// The room of a plan under its own formulas and caps.
pub fn room(plan: &Plan, law: &Law, silence: Silence) -> Result<Room, NoRoom> {
    let limit = amount(plan, law, Limit::Compensation)?;
    room_for_pay(plan, law, silence, limit)
}

/// The room of someone like the model employee, but with this pay where the plan counts as much.
pub fn room_for_pay(plan: &Plan, law: &Law, silence: Silence, pay: Usd) -> Result<Room, NoRoom> {
    let plan_type = *plan.identity.plan_type.known()?;
    if !plan_type.may_hold_after_tax() {
        return Err(NoRoom::NotThisType);
    }
    if plan.year.is_short() {
        return Err(NoRoom::ShortYear);
    }
    match silence {
        Silence::AddsNothing => nothing_in_doubt(plan)?,
        Silence::IsUnknown => limitation_years(plan).map(|_| ())?,
        Silence::LeavesMost => {}
    }
    let Limits { pay, additions, legal_deferral } = limits(plan, law, pay)?;
    let elective_deferrals = planned_deferral(plan, pay, legal_deferral)?;
    let contributor = Contributor {
        pay,
        matched: matched_deferrals(plan, elective_deferrals, silence)?,
        deferral_limit: legal_deferral,
        years_of_service: None,
    };
    let mut taken_as_none = Vec::new();
    let nonelective = nonelective(plan, contributor, silence, &mut taken_as_none)?;
    let annual_additions_limit = additions.min(pay);
    let open = annual_additions_limit.less(elective_deferrals + nonelective);
    let before_caps = beside_match(plan, contributor, open, silence)?;
    let matching = matching(plan, contributor, before_caps, silence)?;
    let plan_limit = cap_for_pay(&plan.after_tax.limit, pay, legal_deferral);
    if !plan.after_tax.limit.is_written() {
        taken_as_none.push(plan.after_tax.limit.path.clone());
    }
    let hce_limit = if leaves_out_hces(plan) {
        Some(Usd::ZERO)
    } else {
        cap_for_pay(&plan.after_tax.hce_limit, pay, legal_deferral)
    };
    let combined = cap_for_pay(&plan.deferrals.combined_limit, pay, legal_deferral);
    let combined_limit = combined.map(|combined| combined.less(elective_deferrals));
    let (remaining, binding) = least([
        (Some(before_caps), Binding::AnnualAdditions),
        (plan_limit, Binding::PlanLimit),
        (hce_limit, Binding::HceLimit),
        (combined_limit, Binding::CombinedLimit),
    ]);
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

/// The limits that the room lies in, those of the plan where they are lower than the law's.
struct Limits {
    pay: Usd,
    additions: Usd,
    legal_deferral: Usd,
}

fn limits(plan: &Plan, law: &Law, pay: Usd) -> Result<Limits, NoRoom> {
    let pay = pay.min(amount(plan, law, Limit::Compensation)?);
    let pay = stated_or_law(&plan.compensation.cap, pay)?;
    let pay = stated_or_law(&plan.limits.compensation, pay)?;
    let additions = amount(plan, law, Limit::AnnualAdditions)?;
    let additions = stated_or_law(&plan.limits.annual_additions, additions)?;
    let plan_type = *plan.identity.plan_type.known()?;
    let legal_deferral = match deferral_limit(plan_type) {
        Some(limit) => amount(plan, law, limit)?,
        None => Usd::ZERO,
    };
    Ok(Limits { pay, additions, legal_deferral })
}

/// The least amount that is stated, and whose it is; of several the first.
fn least(candidates: [(Option<Usd>, Binding); 4]) -> (Usd, Binding) {
    let stated = candidates.into_iter().filter_map(|(amount, binding)| Some((amount?, binding)));
    stated.min_by_key(|(amount, _)| *amount).unwrap_or((Usd::ZERO, Binding::AnnualAdditions))
}

/// What the reader of a verdict would be misled without: caps that are there but not known, and which year's limit
/// governs a plan year that straddles two.
fn nothing_in_doubt(plan: &Plan) -> Result<(), Missing> {
    unless_unknown(&plan.after_tax.limit)?;
    unless_unknown(&plan.after_tax.hce_limit)?;
    unless_unknown(&plan.deferrals.combined_limit)?;
    unless_unknown(&plan.eligibility.after_tax)?;
    if plan.matching.formula.stated() != Some(&MatchFormula::None) {
        let matched = unless_unknown(&plan.after_tax.matched)?;
        let sources = unless_unknown(&plan.matching.sources)?;
        let contradict = matches!(is_after_tax_matched(plan), Truth::Unknown(_));
        if matched.is_some() && sources.is_some() && contradict {
            return Err(Missing { elections: vec![plan.after_tax.matched.path.clone()] });
        }
    }
    limitation_years(plan).map(|_| ())
}

/// A dollar limit that the plan states where it is lower than the law's.
pub fn stated_or_law(stated: &Election<StatedLimit>, law: Usd) -> Result<Usd, Missing> {
    Ok(match unless_unknown(stated)? {
        Some(StatedLimit::Dollars(amount)) => law.min(*amount),
        Some(StatedLimit::None | StatedLimit::AsAdjusted(_)) | None => law,
    })
}

/// What a cap comes to; `None` where there is none beyond the law's.
pub fn cap_for_pay(limit: &Election<Cap>, pay: Usd, legal_deferral: Usd) -> Option<Usd> {
    let limit = limit.stated()?;
    if *limit == Cap::ElectiveDeferralLimit { Some(legal_deferral) } else { limit.for_pay(pay) }
}

impl Room {
    /// Where the room before the plan's caps comes from: `$72,000 less $24,500 of deferrals`.
    pub fn in_words(&self) -> String {
        let lines = [
            (self.elective_deferrals, "deferrals"),
            (self.matching, "match"),
            (self.nonelective, "nonelective contributions"),
        ];
        let stated: Vec<String> = lines
            .iter()
            .filter(|(amount, _)| !amount.is_zero())
            .map(|(amount, name)| format!("{amount} of {name}"))
            .collect();
        match stated.as_slice() {
            [] => self.annual_additions_limit.to_string(),
            [only] => format!("{} less {only}", self.annual_additions_limit),
            [first @ .., last] => {
                format!("{} less {} and {last}", self.annual_additions_limit, first.join(", "))
            }
        }
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
