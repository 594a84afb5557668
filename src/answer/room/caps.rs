//! The plan's caps on after-tax contributions, and what each leaves this person.

use super::elective::Elective;
use super::{Cap, NoRoom};
use crate::answer::assumption::Assumption;
use crate::answer::facts::Fact;
use crate::answer::ground::Ground;
use crate::answer::person::{Notes, Person};
use crate::lower::Election;
use crate::money::Usd;
use crate::room::contributions::unless_unknown;
use crate::room::model_employee::cap_for_pay;
use crate::syntax::phrase::condition::Group;
use crate::syntax::phrase::limit::Limit;

/// What each cap leaves; `None` where there is none.
pub(super) struct Caps {
    pub plan: Option<Cap>,
    pub hce: Option<Cap>,
    pub combined: Option<Cap>,
}

/// `pay` is plan pay: a share of pay is one of pay that the plan may count.
pub(super) fn caps(
    person: &Person<'_>,
    elective: &Elective,
    pay: Option<Usd>,
    notes: &mut Notes,
) -> Result<Caps, NoRoom> {
    let plan = person.plan;
    if !plan.after_tax.limit.is_written() {
        notes.assume(Assumption::TakenAsNone { path: plan.after_tax.limit.path.clone() });
    }
    let so_far = person.after_tax_so_far();
    let whole = cap(person, &plan.after_tax.limit, pay, so_far)?;
    let combined = cap(person, &plan.deferrals.combined_limit, pay, so_far + elective.counted)?;
    Ok(Caps { plan: whole, hce: of_hces(person, pay, notes)?, combined })
}

/// The cap for the highly compensated. Whoever may be one is held to it, and asked for what decides it.
fn of_hces(person: &Person<'_>, pay: Option<Usd>, notes: &mut Notes) -> Result<Option<Cap>, NoRoom> {
    let plan = person.plan;
    let is_hce = person.hce.is_hce();
    if is_hce == Some(false) {
        return Ok(None);
    }
    if is_hce == Some(true) && crate::answer::eligible::group(plan) == Some(Group::NhcesOnly) {
        let ground = Ground::of(&plan.eligibility.after_tax);
        return Ok(Some(Cap { amount: Usd::ZERO, left: Usd::ZERO, ground }));
    }
    let cap = cap(person, &plan.after_tax.hce_limit, pay, person.after_tax_so_far())?;
    if cap.is_some() && is_hce.is_none() {
        notes.want(Fact::PriorPay);
        notes.assume(Assumption::HeldToHceLimit);
    }
    Ok(cap)
}

fn cap(
    person: &Person<'_>,
    election: &Election<Limit>,
    pay: Option<Usd>,
    used: Usd,
) -> Result<Option<Cap>, NoRoom> {
    let Some(limit) = unless_unknown(election)? else { return Ok(None) };
    let goes_by_pay = matches!(limit, Limit::OfPay { .. });
    if goes_by_pay && pay.is_none() {
        return Err(NoRoom::Facts(vec![Fact::Pay]));
    }
    let legal = person.terms.limits.elective_deferral.and_then(|(_, figure)| figure.ok());
    let amount = cap_for_pay(election, pay.unwrap_or_default(), legal.map(Usd::from).unwrap_or_default());
    Ok(amount.map(Usd::floor_to_cents).map(|amount| Cap {
        amount,
        left: amount.less(used),
        ground: Ground::of(election),
    }))
}
