//! What a lever does to what people contribute and receive, written into the rows of the census.

use super::design::Design;
use super::lever::{DEFAULT_DEFERRAL, Lever};
use super::state::State;
use super::{Case, closing};
use crate::census::column::{Column, DateField, Money, Share};
use crate::census::participant::Participant;
use crate::estimate::draw::{For, rank};
use crate::estimate::formula::{MatchOf, is_after_tax_unmatched};
use crate::estimate::population::Population;
use crate::estimate::scene::room;
use crate::estimate::workforce::share_of;
use crate::lower::Truth;
use crate::money::exact::{Cents, Hundredths};
use crate::nondiscrimination::excess_deferral::Status;
use crate::plan::matching::AllocationConditions;
use crate::syntax::phrase::limit::Limit;
use crate::testing::people::{People, Person, Standing};
use crate::testing::unanswered::Unanswered;

/// Did rows change?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moved {
    Rows,
    Nothing,
}

/// One person whose row is to be changed.
#[derive(Debug, Clone, Copy)]
struct One {
    place: u32,
    status: Status,
    pay: Cents,
    elective: Cents,
    after_tax: Cents,
}

/// The whole of a vested share.
const FULLY_VESTED: u32 = 100_000;

/// Writes into the rows of `next` what follows from a lever; `before` is the plan without it.
pub fn write(next: &mut State, before: &State, case: &Case<'_>, lever: Lever) -> Result<Moved, Unanswered> {
    match lever {
        Lever::Match(_) | Lever::Excludable(_) | Lever::TopPaidGroup | Lever::Method(_) | Lever::Shift => {
            Ok(Moved::Nothing)
        }
        Lever::SafeHarbor(design, _) => safe_harbor(next, case, design),
        Lever::AutoEnrollment(share) => enrolled(next, case, share),
        Lever::NhceAfterTax { people, rate } => won_over(next, case, people, rate),
        Lever::Qnec(_) => closing::qnec(next),
        Lever::HceCap(_) => capped(next, before),
    }
}

/// Those of a group who are eligible to defer, or to contribute after tax.
fn everyone(state: &State, is_in: impl Fn(&Person) -> bool) -> Result<Vec<One>, Unanswered> {
    let population = &state.population;
    let people = People::of(&state.terms, &population.understanding, &population.plans, population.tested);
    if !people.unanswered.is_empty() {
        return Err(people.unanswered);
    }
    let one = |person: &Person| {
        let status = person.hce?.status;
        let here = person.here;
        Some(One {
            place: person.place,
            status,
            pay: person.pay,
            elective: here.elective,
            after_tax: here.after_tax,
        })
    };
    Ok(people.people.iter().filter(|person| is_in(person)).filter_map(one).collect())
}

fn row(state: &mut State, place: u32) -> &mut Participant {
    let tested = state.population.tested;
    &mut state.population.plans[tested].participants_mut()[place as usize]
}

fn has(state: &mut State, column: Column) {
    let understanding =
        std::mem::replace(&mut state.population.understanding, crate::census::header::Understanding::of(&[]));
    state.population.understanding = understanding.with(column);
}

/// Completed years of service at the end of the plan year, for a match by service.
fn years(last_day: u32, row: &Participant) -> Option<u32> {
    Some(last_day.saturating_sub(row.date(DateField::Hire)?.number()) / 10_000)
}

/// The contribution of a design for everyone who may defer, whoever is employed at the end (26 CFR 1.401(k)-3(b), (c)):
/// a match instead of the one that there is, or a nonelective contribution beside it.
fn safe_harbor(next: &mut State, case: &Case<'_>, design: Design) -> Result<Moved, Unanswered> {
    if let (Design::QacaMatch, Some(share)) = (design, case.wishes.auto_enrollment_participation) {
        enrolled(next, case, share)?;
    }
    let people = everyone(next, |person| person.is_in_adp())?;
    let Some(share) = design.nonelective() else {
        return matched_anew(next, &people, Money::SafeHarborMatch);
    };
    has(next, Column::SafeHarborNonelective);
    for one in people {
        let amount = one.pay.times(share).rounded_half_up();
        row(next, one.place).set_money(Money::SafeHarborNonelective, amount);
    }
    Ok(Moved::Rows)
}

/// Everyone's match by the formula of the spec.
fn matched_anew(next: &mut State, people: &[One], to: Money) -> Result<Moved, Unanswered> {
    // A match on after-tax contributions would be one on a mix that nobody tells.
    is_after_tax_unmatched(&next.plan)?;
    let formula = MatchOf::of(&next.plan, &next.terms)?;
    let last_day = next.terms.days.last;
    let is_vested = next.population.understanding.has(Column::MatchVested);
    if to == Money::SafeHarborMatch {
        has(next, Column::SafeHarborMatch);
    }
    has(next, Column::Match);
    for one in people {
        let row = row(next, one.place);
        let amount = formula.on(one.status, one.pay, one.elective, years(last_day, row))?;
        for column in [Money::Match, Money::SafeHarborMatch] {
            row.set_money(column, if column == to { amount.0 } else { 0 });
        }
        if is_vested && to == Money::SafeHarborMatch {
            row.set_share(Share::MatchVested, FULLY_VESTED);
        }
    }
    Ok(Moved::Rows)
}

/// The stated share of the others defers: whoever does so now, then by key and seed, at the share of pay at which the
/// plan enrolls; with the match of its formula.
fn enrolled(next: &mut State, case: &Case<'_>, share: Hundredths) -> Result<Moved, Unanswered> {
    let nhces: Vec<One> = everyone(next, |person| person.is_in_adp())?
        .into_iter()
        .filter(|one| one.status == Status::Nhce)
        .collect();
    let defers = nhces.iter().filter(|one| one.elective > Cents::ZERO).count();
    let wanted = share_of(u32::try_from(nhces.len()).unwrap_or(u32::MAX), share) as usize;
    let mut others: Vec<&One> = nhces.iter().filter(|one| one.elective <= Cents::ZERO).collect();
    others.sort_by_key(|one| order(next, case, one, For::Deferrals));
    let begin: Vec<One> = others.into_iter().copied().take(wanted.saturating_sub(defers)).collect();
    if begin.is_empty() {
        return Err(Unanswered::other("as many defer already as are said to once enrollment is automatic"));
    }
    has(next, Column::PreTax);
    let mut changed = Vec::new();
    for one in begin {
        let amount = Cents(one.pay.times(DEFAULT_DEFERRAL).rounded_half_up());
        row(next, one.place).set_money(Money::PreTax, amount.0);
        changed.push(One { elective: amount, ..one });
    }
    if next.terms.has_match == Truth::No {
        return Ok(Moved::Rows);
    }
    let changed = receive_match(next, changed)?;
    matched_anew(next, &changed, Money::Match)
}

/// Those who are in the group for the match. Who meets a condition of the last day or of hours is not told of people
/// who do not take part yet.
fn receive_match(state: &State, all: Vec<One>) -> Result<Vec<One>, Unanswered> {
    if *state.plan.matching.conditions.known()? != AllocationConditions::None {
        return Err(Unanswered::other(
            "the match has conditions, and whether those who would be enrolled meet them is not told",
        ));
    }
    let Population { understanding, plans, tested, .. } = &state.population;
    let people = People::of(&state.terms, understanding, plans, *tested);
    let mut found = Vec::new();
    for one in all {
        let person = &people.people[one.place as usize];
        match people.standing_by(&state.terms.matching, &state.terms, understanding, person) {
            (Standing::In(_), _) => found.push(one),
            (Standing::Out(_), _) => {}
            (Standing::Unknown, missing) => return Err(missing),
        }
    }
    Ok(found)
}

fn order(state: &State, case: &Case<'_>, one: &One, purpose: For) -> (u64, u32) {
    let rows = &state.population.plans[state.population.tested];
    let id = rows.employee_id(&rows.participants()[one.place as usize]);
    (rank(id, case.seed, purpose), one.place)
}

/// So many of the others who do not contribute after tax begin to, as far as limits let them.
fn won_over(next: &mut State, case: &Case<'_>, count: u32, rate: Hundredths) -> Result<Moved, Unanswered> {
    let mut takers = may_begin(next)?;
    takers.sort_by_key(|(one, _)| order(next, case, one, For::AfterTax));
    has(next, Column::AfterTax);
    for (one, most) in takers.into_iter().take(count as usize) {
        let amount = Cents(one.pay.times(rate).rounded_half_up()).min(most);
        row(next, one.place).set_money(Money::AfterTax, amount.0);
    }
    Ok(if count == 0 { Moved::Nothing } else { Moved::Rows })
}

/// How many of the others could begin to contribute after tax.
pub fn could_begin(state: &State) -> Result<u32, Unanswered> {
    Ok(u32::try_from(may_begin(state)?.len()).unwrap_or(u32::MAX))
}

fn may_begin(state: &State) -> Result<Vec<(One, Cents)>, Unanswered> {
    is_after_tax_unmatched(&state.plan)?;
    if !state.terms.after_tax_allowed.is_yes() {
        return Err(Unanswered::other(
            "the plan does not take after-tax contributions, as far as the spec says",
        ));
    }
    let population = &state.population;
    let people = People::of(&state.terms, &population.understanding, &population.plans, population.tested);
    let mut takers = Vec::new();
    for person in people.people.iter().filter(|person| person.is(Status::Nhce)) {
        let (standing, missing) =
            people.standing_by(&state.terms.after_tax, &state.terms, &population.understanding, person);
        match standing {
            Standing::Unknown => return Err(missing),
            // Who has left begins nothing any more.
            Standing::In(_) if has_left(state, &people, person) => {}
            Standing::In(_) if person.here.after_tax == Cents::ZERO => {
                let (most, _) = room::most(&state.terms, &people, person)?;
                let here = person.here;
                let one = One {
                    place: person.place,
                    status: Status::Nhce,
                    pay: person.pay,
                    elective: here.elective,
                    after_tax: here.after_tax,
                };
                takers.push((one, most));
            }
            Standing::In(_) | Standing::Out(_) => {}
        }
    }
    Ok(takers)
}

fn has_left(state: &State, people: &People<'_>, person: &Person) -> bool {
    let left = people.row(person).date(DateField::Termination);
    left.is_some_and(|day| day.number() < state.terms.days.last)
}

/// The rows with nobody who is highly compensated above a cap; the spec stays as it is.
///
/// # Errors
/// What would have to be known.
pub fn held_to(state: &State, limit: Limit) -> Result<State, Unanswered> {
    is_after_tax_unmatched(&state.plan)?;
    let mut next = state.clone();
    for one in everyone(state, |_| true)?.iter().filter(|one| one.status == Status::Hce) {
        let most = limit.for_pay(one.pay.into()).and_then(|most| most.round_to_cents().to_cents());
        hold(&mut next, one, most.map_or(Cents::MOST, Cents));
    }
    Ok(next)
}

/// Nobody who is highly compensated contributes more than the cap of the spec.
fn capped(next: &mut State, before: &State) -> Result<Moved, Unanswered> {
    is_after_tax_unmatched(&next.plan)?;
    let Some(cap) = next.terms.caps.hce_after_tax else { return Ok(Moved::Nothing) };
    let people = everyone(before, |_| true)?;
    let mut moved = Moved::Nothing;
    for one in people.iter().filter(|one| one.status == Status::Hce) {
        if hold(next, one, cap.at(one.pay)) == Moved::Rows {
            moved = Moved::Rows;
        }
    }
    Ok(moved)
}

/// Contributions after tax of one person down to an amount; what was converted of them cannot be more.
fn hold(next: &mut State, one: &One, most: Cents) -> Moved {
    if one.after_tax <= most {
        return Moved::Nothing;
    }
    let row = row(next, one.place);
    let converted = row.money(Money::AfterTaxConverted).min(most.0);
    row.set_money(Money::AfterTax, most.0);
    row.set_money(Money::AfterTaxConverted, converted);
    Moved::Rows
}
