//! Levers with an amount: as large as it takes for the tests to pass, and no larger.

use super::Case;
use super::contributions::{self, Moved};
use super::lever::{Lever, cap};
use super::outcome::passes;
use super::state::{Obstacle, State};
use crate::census::column::{Column, Money};
use crate::census::header::Understanding;
use crate::money::exact::{Cents, Hundredths};
use crate::nondiscrimination::excess_deferral::Status;
use crate::testing::people::People;
use crate::testing::remark::Test;
use crate::testing::results::{Status as Outcome, Subtest};
use crate::testing::split::parts;
use crate::testing::unanswered::Unanswered;

/// Each lever that could close what is open after others, in the size in which it does so by itself.
pub fn closers(case: &Case<'_>, state: &State, tests: &[Subtest]) -> Vec<(Lever, Result<State, Obstacle>)> {
    let failing = |adp_too: Test| {
        tests.iter().any(|part| match adp_too {
            Test::Adp => part.adp.status == Outcome::Fail,
            Test::Acp => part.acp.status == Outcome::Fail,
        })
    };
    let mut found = Vec::new();
    match (failing(Test::Adp), failing(Test::Acp)) {
        (true, false) => found.push((Lever::Qnec(Test::Adp), state.with(case, Lever::Qnec(Test::Adp)))),
        (false, true) => {
            // Nothing can be shifted from a test that is not run (26 CFR 1.401(m)-2(a)(6)(ii)).
            if tests.iter().all(|part| part.adp.status == Outcome::Pass) {
                found.push((Lever::Shift, state.with(case, Lever::Shift)));
            }
            found.push((Lever::Qnec(Test::Acp), state.with(case, Lever::Qnec(Test::Acp))));
            found.push(largest_cap(case, state));
            found.push(fewest_won_over(case, state));
        }
        // What counts in one test counts in no other, so that one amount closes neither.
        (true, true) | (false, false) => {}
    }
    found
}

/// The highest cap in hundredths of a percent of pay with which the tests pass. A higher one never lowers the average of
/// the highly compensated, so that it is found by halving; where even the lowest does not suffice, the one that bars
/// them.
fn largest_cap(case: &Case<'_>, state: &State) -> (Lever, Result<State, Obstacle>) {
    let at = |share: i64| {
        let lever = Lever::HceCap(Hundredths(share));
        (lever, state.with(case, lever))
    };
    // Only contributions are changed while it is looked for: reading the spec each time would take longer than the tests.
    let is_enough = |share: i64| {
        let tried = contributions::held_to(state, cap(Hundredths(share), &state.plan));
        tried.is_ok_and(|state| passes(&state.ratios(), &state.terms))
    };
    if !is_enough(0) {
        return at(0);
    }
    let (mut low, mut high) = (0, 10_000);
    while low + 1 < high {
        let middle = low + (high - low) / 2;
        if is_enough(middle) { low = middle } else { high = middle }
    }
    at(low)
}

/// The fewest who would have to be won over at the stated rate, or all of them if even that does not suffice.
fn fewest_won_over(case: &Case<'_>, state: &State) -> (Lever, Result<State, Obstacle>) {
    let rate = case.wishes.nhce_after_tax;
    let at = |people: u32| {
        let lever = Lever::NhceAfterTax { people, rate };
        (lever, state.with(case, lever))
    };
    let is_enough = |people| at(people).1.is_ok_and(|state| passes(&state.ratios(), &state.terms));
    let most = match contributions::could_begin(state) {
        Ok(most) => most,
        Err(missing) => return (Lever::NhceAfterTax { people: 1, rate }, Err(Obstacle::Unanswered(missing))),
    };
    if !is_enough(most) {
        return at(most);
    }
    let (mut low, mut high) = (0, most);
    while low + 1 < high {
        let middle = low + (high - low) / 2;
        if is_enough(middle) { high = middle } else { low = middle }
    }
    at(high)
}

/// Writes the smallest uniform QNEC that the tests themselves tell into the rows of the others in the failing test.
pub fn qnec(state: &mut State) -> Result<Moved, Unanswered> {
    let mut amounts: Vec<(u32, Cents)> = Vec::new();
    {
        let population = &state.population;
        let people =
            People::of(&state.terms, &population.understanding, &population.plans, population.tested);
        if people.total.qnec != Cents::ZERO {
            return Err(Unanswered::other(
                "the census has QNECs already: what another would come to is not told",
            ));
        }
        let tests = state.ratios();
        for (part, test) in parts(&state.terms, &population.understanding, &people).iter().zip(&tests) {
            let is_adp = test.adp.status == Outcome::Fail;
            let failed = if is_adp { &test.adp } else { &test.acp };
            let Some(rate) = failed.correction.as_ref().and_then(|found| found.qnec).map(|qnec| qnec.rate)
            else {
                continue;
            };
            let members = part.members.iter().map(|place| &people.people[*place as usize]);
            let others = members.filter(|person| person.is(Status::Nhce));
            let tested = others.filter(|person| if is_adp { person.is_in_adp() } else { person.is_in_acp() });
            amounts
                .extend(tested.map(|person| (person.place, Cents(person.pay.times(rate).rounded_half_up()))));
        }
    }
    if amounts.is_empty() {
        return Err(Unanswered::other("no uniform QNEC makes the test pass"));
    }
    let understanding = std::mem::replace(&mut state.population.understanding, Understanding::of(&[]));
    state.population.understanding = understanding.with(Column::Qnec);
    let tested = state.population.tested;
    let rows = state.population.plans[tested].participants_mut();
    for (place, amount) in amounts {
        rows[place as usize].set_money(Money::Qnec, amount.0);
    }
    Ok(Moved::Rows)
}
