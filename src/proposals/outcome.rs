//! What the tests come to with a lever, what it costs the employer, and what the highly compensated keep.

use std::cmp::Ordering;

use super::state::State;
use crate::census::column::Money;
use crate::census::participant::PlanRows;
use crate::lower::Truth;
use crate::money::exact::{Cents, Hundredths};
use crate::nondiscrimination::comparison::Comparison;
use crate::nondiscrimination::excess_deferral::Status as Group;
use crate::testing::people::People;
use crate::testing::results::{Status, Subtest, TestResult, TestResults};
use crate::testing::terms::Terms;

/// All of it, to the cent.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    pub adp: Tested,
    pub acp: Tested,
    pub limits: Status,
    /// Amounts above a limit on a person.
    pub above_limits: usize,
    pub coverage: Status,
    /// What failed tests take back.
    pub excess: Cents,
    /// After-tax contributions that those who are highly compensated now keep once tests are corrected.
    pub kept: Cents,
    /// Employer money beyond what there is now; negative where it is less.
    pub cost: Cents,
    /// Points of deferrals that have to be counted in the ACP test for it to pass.
    pub shift: Option<Hundredths>,
}

/// One test over all parts of the plan: the part that decides.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tested {
    pub status: Status,
    pub comparison: Option<Comparison>,
}

impl Outcome {
    /// What it comes to beside the plan as it is.
    pub fn of(state: &State, base: &State) -> (Self, TestResults) {
        let results = state.test();
        let parts = || results.parts();
        let outcome = Self {
            adp: Tested::of(parts().map(|(_, adp, _)| adp)),
            acp: Tested::of(parts().map(|(_, _, acp)| acp)),
            limits: results.limits.status,
            above_limits: results.limits.findings.len(),
            coverage: results.coverage.status,
            excess: parts().map(|(_, adp, acp)| excess(adp) + excess(acp)).sum(),
            kept: kept(state, base, &results),
            cost: employer_money(state) - employer_money(base),
            shift: shifted(parts().map(|(_, _, acp)| acp), &state.terms),
        };
        (outcome, results)
    }

    /// Do both tests pass, if need be with deferrals counted in the ACP test, and every limit and the coverage hold that
    /// held before?
    pub fn passes(&self, base: &Outcome) -> bool {
        let as_before = |now: Status, before: Status| now.is_settled() || now == before;
        let acp = self.acp.status.is_settled() || self.shift.is_some();
        self.adp.status.is_settled()
            && acp
            && as_before(self.limits, base.limits)
            && self.above_limits <= base.above_limits
            && as_before(self.coverage, base.coverage)
    }
}

impl Tested {
    fn of<'r>(tests: impl Iterator<Item = &'r TestResult>) -> Self {
        let order = |status: Status| match status {
            Status::Fail => 0,
            Status::Unknown => 1,
            Status::Pass => 2,
            Status::NotRequired => 3,
        };
        let margin = |test: &TestResult| test.comparison.map(|comparison| comparison.margin());
        // A part in which nothing is compared has all the room there is.
        let by_margin = |one: &TestResult, other: &TestResult| match (margin(one), margin(other)) {
            (Some(one), Some(other)) => one.partial_cmp(&other).unwrap_or(Ordering::Equal),
            (one, other) => other.is_some().cmp(&one.is_some()),
        };
        let decides = |one: &&TestResult, other: &&TestResult| {
            order(one.status).cmp(&order(other.status)).then_with(|| by_margin(one, other))
        };
        let found = tests.min_by(decides).expect("internal error: a plan without a part to test");
        Self { status: found.status, comparison: found.comparison }
    }
}

/// Do both tests of every part pass, if need be with deferrals counted in the ACP test?
pub fn passes(tests: &[Subtest], terms: &Terms) -> bool {
    let acp = |test: &TestResult| test.status.is_settled() || points(test, terms).is_some();
    tests.iter().all(|part| part.adp.status.is_settled() && acp(&part.acp))
}

/// The shift that makes a failed test pass, where the plan says that deferrals may be shifted.
fn points(acp: &TestResult, terms: &Terms) -> Option<Hundredths> {
    let shift = acp.correction.as_ref().and_then(|found| found.shift)?;
    (terms.shift_deferrals == Truth::Yes).then_some(shift.points)
}

/// The most of what parts have to shift; `None` where one fails all the same, or none has to.
fn shifted<'r>(tests: impl Iterator<Item = &'r TestResult>, terms: &Terms) -> Option<Hundredths> {
    let failed = tests.filter(|test| test.status == Status::Fail);
    failed.map(|test| points(test, terms)).collect::<Option<Vec<_>>>()?.into_iter().max()
}

fn excess(test: &TestResult) -> Cents {
    test.correction.as_ref().map_or(Cents::ZERO, |found| found.excess_total)
}

/// Everything that the employer puts into the tested plan.
fn employer_money(state: &State) -> Cents {
    const COLUMNS: [Money; 6] = [
        Money::Match,
        Money::SafeHarborMatch,
        Money::Nonelective,
        Money::SafeHarborNonelective,
        Money::Qnec,
        Money::Qmac,
    ];
    let of = |one: &crate::census::participant::Participant| {
        COLUMNS.iter().map(|column| Cents(one.money(*column))).sum::<Cents>()
    };
    rows(state).participants().iter().map(of).sum()
}

fn rows(state: &State) -> &PlanRows {
    &state.population.plans[state.population.tested]
}

/// Of those who are highly compensated before anything is changed: an election may change who is.
fn kept(state: &State, base: &State, results: &TestResults) -> Cents {
    let population = &base.population;
    let people = People::of(&base.terms, &population.understanding, &population.plans, population.tested);
    let shares = results.parts().filter(|(_, _, acp)| points(acp, &state.terms).is_none());
    let shares = shares.filter_map(|(_, _, acp)| acp.correction.as_ref()).flat_map(|found| &found.shares);
    let refunds: std::collections::BTreeMap<u32, Cents> =
        shares.map(|share| (share.row, share.after_tax)).collect();
    let hces = people.people.iter().filter(|person| person.is(Group::Hce));
    let keeps = |person: &crate::testing::people::Person| {
        let row = &rows(state).participants()[person.place as usize];
        Cents(row.money(Money::AfterTax)).less(refunds.get(&row.row()).copied().unwrap_or_default())
    };
    hces.map(keeps).sum()
}
