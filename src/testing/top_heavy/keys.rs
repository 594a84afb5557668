//! Key employees (IRC 416(i)): of the plan year that ends on the determination date.

use crate::census::column::{Column, Flag, Money, Share};
use crate::census::header::Understanding;
use crate::census::participant::{Participant, PlanRows};
use crate::money::exact::{Cents, Hundredths};
use crate::nondiscrimination::hce::ownership::owned;
use crate::nondiscrimination::top_heavy::{Candidate, KeyPay, Officer, is_key, officer_cap};
use crate::testing::highly_compensated::Employees;
use crate::testing::terms::{Terms, unpublished};
use crate::testing::unanswered::Unanswered;

/// Who is a key employee, by plan and in the order of its rows.
pub(super) struct Keys {
    pub by_plan: Vec<Vec<bool>>,
}

impl Keys {
    /// Those of one of the plans.
    pub fn of_plan(&self, plans: &[PlanRows], rows: &PlanRows) -> &[bool] {
        let place = plans.iter().position(|plan| std::ptr::eq(plan, rows));
        place.and_then(|place| self.by_plan.get(place)).map_or(&[], Vec::as_slice)
    }
}

/// The key employees of all plans of an employer, or what is missing to tell them.
pub(super) fn of(
    terms: &Terms,
    census: &Understanding,
    plans: &[PlanRows],
    tested: &PlanRows,
) -> Result<Keys, Unanswered> {
    let pay = KeyPay {
        officer: terms.limits.key_officer_pay.map_err(unpublished)?,
        one_percent_owner: terms.limits.key_owner_pay.map_err(unpublished)?,
    };
    let mut candidates: Vec<Vec<Candidate>> = plans
        .iter()
        .map(|rows| rows.participants().iter().map(|one| candidate(census, one)).collect())
        .collect();
    if plans.len() > 1 || census.has(Column::FamilyOf) {
        across(terms, census, plans, &mut candidates);
    }
    let rests_on_pay = |one: &Candidate| {
        one.ownership <= Hundredths::percent(5)
            && (one.officer == Officer::Yes || one.ownership > Hundredths::percent(1))
    };
    if !census.has(Column::PriorCompensation) && candidates.iter().flatten().any(rests_on_pay) {
        return Err(Unanswered::column(Column::PriorCompensation));
    }
    let heads = tested.participants().iter().filter(|one| one.money(Money::PriorCompensation) > 0).count();
    let least = least_pay_of_officers(&candidates, officer_cap(u32::try_from(heads).unwrap_or(u32::MAX)));
    let is_key = |one: &Candidate| {
        let is_officer = one.officer == Officer::Yes && one.compensation >= least;
        let officer = if is_officer { Officer::Yes } else { Officer::No };
        is_key(&Candidate { officer, ..*one }, &pay)
    };
    Ok(Keys { by_plan: candidates.iter().map(|plan| plan.iter().map(is_key).collect()).collect() })
}

/// Where the census has no ownership of the year before, that of the plan year stands in.
fn candidate(census: &Understanding, one: &Participant) -> Candidate {
    let share = if census.has(Column::PriorOwnership) { Share::Prior } else { Share::Now };
    Candidate {
        ownership: Hundredths(i64::from(one.share(share).div_ceil(10))),
        compensation: Cents(one.money(Money::PriorCompensation)),
        officer: if one.flag(Flag::Officer) == Some(true) { Officer::Yes } else { Officer::No },
    }
}

/// The same person in several plans, and stock of the family.
fn across(terms: &Terms, census: &Understanding, plans: &[PlanRows], candidates: &mut [Vec<Candidate>]) {
    let all = Employees::of(terms, census, plans);
    let holdings = owned(&all.list);
    let mut officers = vec![Officer::No; all.list.len()];
    let places = |rows: &PlanRows| -> Vec<Option<usize>> {
        rows.participants().iter().map(|one| all.places.get(rows.employee_id(one)).copied()).collect()
    };
    let places: Vec<Vec<Option<usize>>> = plans.iter().map(places).collect();
    for (place, one) in
        places.iter().zip(candidates.iter()).flat_map(|(places, plan)| places.iter().zip(plan))
    {
        if let (Some(place), Officer::Yes) = (place, one.officer) {
            officers[*place] = Officer::Yes;
        }
    }
    let year = usize::from(census.has(Column::PriorOwnership));
    for (places, plan) in places.iter().zip(candidates) {
        for (place, one) in places.iter().zip(plan) {
            let Some(place) = place else { continue };
            one.ownership = holdings[*place][year].total();
            one.compensation = all.list[*place].look_back_pay;
            one.officer = officers[*place];
        }
    }
}

/// Only so many are officers: those with the highest pay (26 CFR 1.416-1, T-14). Of equal pay at the edge all are.
fn least_pay_of_officers(candidates: &[Vec<Candidate>], cap: u32) -> Cents {
    let officers = candidates.iter().flatten().filter(|one| one.officer == Officer::Yes);
    let mut pay: Vec<Cents> = officers.map(|one| one.compensation).collect();
    pay.sort_unstable_by(|a, b| b.cmp(a));
    let last = usize::try_from(cap).unwrap_or(usize::MAX).min(pay.len());
    last.checked_sub(1).and_then(|last| pay.get(last)).copied().unwrap_or(Cents::ZERO)
}
