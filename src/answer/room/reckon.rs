//! The room of one person, put together from its parts.

use super::caps::{Caps, caps};
use super::elective::{Elective, elective};
use super::employer::{Employer, employer, matched_in_doubt};
use super::{Binding, NoRoom, PersonalRoom};
use crate::answer::assumption::Assumption;
use crate::answer::deferral_limit::DeferralLimit;
use crate::answer::facts::Fact;
use crate::answer::ground::Ground;
use crate::answer::person::{Notes, Person};
use crate::lower::Truth;
use crate::money::Usd;
use crate::plan::after_tax::Payment;
use crate::room::model_employee::stated_or_law;
use crate::room::year_limits::{NotPublished, limitation_years};
use crate::testing::terms::Figure;
use rust_decimal::Decimal;

/// The room, and all deferrals of the year; a warning for what passes a limit already.
pub fn reckon(
    person: &Person<'_>,
    limit: &DeferralLimit,
    notes: &mut Notes,
) -> Result<(PersonalRoom, Usd), NoRoom> {
    match person.rules().after_tax() {
        Truth::Yes => {}
        Truth::No => return Err(NoRoom::NotThisType),
        Truth::Unknown(missing) => return Err(NoRoom::Missing(missing)),
    }
    limitation_years(person.plan)?;
    matched_in_doubt(person)?;
    enough_is_given(person)?;
    let elective = elective(person, limit, notes)?;
    let law = published(person.terms.limits.annual_additions)?;
    let additions = stated_or_law(&person.plan.limits.annual_additions, law)?;
    let pay = plan_pay(person)?;
    let most = person.facts.pay.map_or(additions, |pay| additions.min(pay));
    let employer = employer(person, &elective, pay, most, notes)?;
    let elective = above_additions(person, limit, elective, &employer, most);
    let caps = caps(person, &elective, pay, notes)?;
    if person.facts.pay.is_none() {
        notes.assume(Assumption::PayAtLeast { amount: additions });
        notes.want(Fact::Pay);
    }
    if let (None, Some(periods)) = (person.facts.periods_left, person.pay_periods()) {
        notes.assume(Assumption::WholeYearOfPaychecks { periods });
    }
    others_are_none(person, notes);
    let limits = Limits { law, additions, most };
    let pay_left = pay_left(person, elective.total, notes);
    Ok((put_together(person, &limits, &elective, employer, caps, pay_left), elective.total))
}

/// Deferrals that employer money leaves no place for under 415(c) are catch-up too, as far as it is not used up (26 CFR
/// 1.414(v)-1(b)(1)(i)). They make no room.
fn above_additions(
    person: &Person<'_>,
    limit: &DeferralLimit,
    elective: Elective,
    employer: &Employer,
    most: Usd,
) -> Elective {
    let others = employer.money.total() + person.facts.related_additions.unwrap_or_default();
    let over = (elective.counted + others).less(most);
    let open = limit.catch_up.amount().unwrap_or_default().less(elective.catch_up);
    let more = over.min(open).min(elective.counted);
    Elective { counted: elective.counted.less(more), catch_up: elective.catch_up + more, ..elective }
}

/// Pay that is not deferred or contributed yet; of who pays in from payroll alone, no more than the paychecks that are left.
fn pay_left(person: &Person<'_>, deferred: Usd, notes: &mut Notes) -> Option<Usd> {
    let pay = person.facts.pay?;
    let whole = pay.less(deferred + person.after_tax_so_far());
    let takes_cheques = |payment: &Payment| matches!(payment, Payment::Cheque);
    let payments = person.plan.after_tax.payment.stated();
    let left = person.facts.periods_left.map(|count| count.0);
    if payments.is_some_and(|payments| payments.0.iter().any(takes_cheques)) {
        return Some(whole);
    }
    if left == Some(0) {
        return Some(Usd::ZERO);
    }
    let year = person.plan.year;
    let is_whole_year = person.facts.hire_date.is_none_or(|hired| hired <= year.first_day());
    let (Some(left), Some(periods), true) = (left, person.pay_periods(), is_whole_year) else {
        return Some(whole);
    };
    let paychecks = Usd::new(pay.decimal() * Decimal::from(left) / Decimal::from(periods)).floor_to_cents();
    if paychecks < whole {
        notes.assume(Assumption::SpreadEvenly);
    }
    Some(whole.min(paychecks))
}

/// The limits that the room lies in.
struct Limits {
    law: Usd,
    /// The law's, or the plan's own lower one.
    additions: Usd,
    /// That or all pay.
    most: Usd,
}

fn put_together(
    person: &Person<'_>,
    limits: &Limits,
    elective: &Elective,
    employer: Employer,
    caps: Caps,
    pay_left: Option<Usd>,
) -> PersonalRoom {
    let so_far = person.after_tax_so_far();
    let related_additions = person.facts.related_additions.unwrap_or_default();
    let before_caps = employer.open.less(so_far);
    let used = elective.counted + employer.money.total() + related_additions + so_far;
    let (remaining, binding) = binding(person, limits, before_caps, &caps, pay_left);
    let remaining = remaining.floor_to_cents();
    let periods_left = person.facts.periods_left.map(|count| count.0).or_else(|| person.pay_periods());
    PersonalRoom {
        annual_additions_limit: limits.additions,
        lowered_by_plan: (limits.additions < limits.law)
            .then(|| Ground::of(&person.plan.limits.annual_additions)),
        pay_limit: person.facts.pay,
        limit: limits.most,
        elective_deferrals: elective.counted,
        catch_up: elective.catch_up,
        employer: employer.money,
        related_additions,
        after_tax_so_far: so_far,
        before_caps,
        over: used.less(limits.most),
        plan_limit: caps.plan,
        hce_limit: caps.hce,
        combined_limit: caps.combined,
        pay_left,
        remaining,
        binding,
        periods_left,
        per_paycheck: periods_left.and_then(|periods| per_paycheck(remaining, periods)),
        front_loading: employer.front_loading,
    }
}

/// What is least, and so the room.
fn binding(
    person: &Person<'_>,
    limits: &Limits,
    before_caps: Usd,
    caps: &Caps,
    pay_left: Option<Usd>,
) -> (Usd, Binding) {
    let by_additions = match person.facts.pay {
        Some(pay) if pay < limits.additions => Binding::Pay,
        Some(_) | None => Binding::AnnualAdditions,
    };
    let left = |cap: &Option<super::Cap>| cap.as_ref().map(|cap| cap.left);
    least([
        (Some(before_caps), by_additions),
        (left(&caps.plan), Binding::PlanLimit),
        (left(&caps.hce), Binding::HceLimit),
        (left(&caps.combined), Binding::CombinedLimit),
        (pay_left, Binding::PayLeft),
    ])
}

/// Rounded down, so that the paychecks together never pass the room.
fn per_paycheck(remaining: Usd, periods: u32) -> Option<Usd> {
    let each = remaining.decimal().checked_div(periods.into())?;
    Some(Usd::new(each).floor_to_cents())
}

/// The least amount, and whose it is; of several the first.
fn least(candidates: [(Option<Usd>, Binding); 5]) -> (Usd, Binding) {
    let stated = candidates.into_iter().filter_map(|(amount, binding)| Some((amount?, binding)));
    stated.min_by_key(|(amount, _)| *amount).unwrap_or((Usd::ZERO, Binding::AnnualAdditions))
}

/// Pay that the plan may count: up to the limit of 401(a)(17), or the plan's own lower one.
fn plan_pay(person: &Person<'_>) -> Result<Option<Usd>, NoRoom> {
    let Some(pay) = person.facts.pay else { return Ok(None) };
    let pay = pay.min(published(person.terms.limits.compensation)?);
    let pay = stated_or_law(&person.plan.compensation.cap, pay)?;
    Ok(Some(stated_or_law(&person.plan.limits.compensation, pay)?))
}

/// Without pay there is room to tell only where contributions are given.
fn enough_is_given(person: &Person<'_>) -> Result<(), NoRoom> {
    let facts = person.facts;
    let any = [Fact::Pay, Fact::PreTax, Fact::Roth, Fact::Match, Fact::Employer];
    if any.into_iter().any(|fact| facts.is_given(fact)) {
        return Ok(());
    }
    Err(NoRoom::Facts(vec![Fact::Pay, Fact::PreTax, Fact::Match]))
}

/// What counts and is not told is taken as none, and said.
fn others_are_none(person: &Person<'_>, notes: &mut Notes) {
    let employer = &person.plan.employer;
    let may_have_others = !employer.other_dc_plans.is_written() || names_any(&employer.other_dc_plans);
    if person.facts.related_additions.is_none() && may_have_others {
        notes.assume(Assumption::NoRelatedPlans);
    }
    if person.facts.other_plan_deferrals.is_none() {
        notes.assume(Assumption::NoOtherEmployers);
    }
}

fn names_any(plans: &crate::lower::Election<crate::syntax::phrase::list::TextList>) -> bool {
    plans.stated().is_none_or(|plans| !plans.0.is_empty())
}

fn published(figure: Figure) -> Result<Usd, NoRoom> {
    figure.map(Usd::from).map_err(|(limit, year)| NoRoom::NotPublished(NotPublished { limit, year }))
}
