//! The tests as they stand with what is set, and what is left open where a spread is not stated.

use std::cmp::Ordering;

use crate::finding::ElectionPath;
use crate::lower::Missing;
use crate::plan::Plan;
use crate::testing::people::{People, Person};
use crate::testing::results::{Status, Subtest, TestResult, TestResults};
use crate::testing::unanswered::Unanswered;
use crate::testing::{self};

use super::cell::{Cell, Judged};
use super::lever::Settings;
use super::margin::Margin;
use super::model::Model;
use super::stopped::stopped;
use super::{Depth, Estimate, Exposure};

/// The tests of the people with what is set. Where their after-tax contributions are not told, the ADP test still is. What
/// the margins come to in dollars, and who is stopped by a limit, is left out of the tests alone.
pub(super) fn of(model: &Model<'_>, base: Settings, depth: Depth) -> Result<Exposure, Unanswered> {
    let scene = model.scene(base.beside_after_tax())?;
    let (plans, gap) = match scene.amounts(base) {
        Ok([hces, nhces]) => (scene.written([&hces, &nhces]), Unanswered::default()),
        Err(gap) => (scene.plans().to_vec(), gap),
    };
    let gap = gap.and(model.population.gaps.matching.clone());
    let mut results = testing::run(&scene.terms, &scene.understanding, &plans, scene.tested());
    if !gap.is_empty() {
        leave_acp_open(&mut results, &gap);
    }
    let parts: Vec<Subtest> = results
        .parts()
        .map(|(name, adp, acp)| Subtest { name, adp: adp.clone(), acp: acp.clone() })
        .collect();
    let cell = Cell::of(&parts, &Unanswered::default());
    if depth == Depth::Tests {
        return Ok(Exposure { results, cell, adp_margin: None, acp_margin: None, stopped: Vec::new() });
    }
    let people = People::of(&scene.terms, &scene.understanding, &plans, scene.tested());
    let is_whole = parts.len() == 1;
    let margin = |judged: &Judged, is_in: fn(&Person) -> bool, test: &TestResult| {
        let comparison = judged.comparison.filter(|_| is_whole)?;
        Some(Margin::of(&people, is_in, &comparison, judged.excess, test.method))
    };
    let (adp_margin, acp_margin) = (
        margin(&cell.adp, Person::is_in_adp, &results.adp),
        margin(&cell.acp, Person::is_in_acp, &results.acp),
    );
    let stopped = stopped(&scene.terms, &people);
    Ok(Exposure { results, cell, adp_margin, acp_margin, stopped })
}

/// The estimate that leaves less room in the ACP test comes first.
pub(super) fn by_room(one: &Estimate, other: &Estimate) -> Ordering {
    let margin =
        |estimate: &Estimate| estimate.exposure.as_ref().ok().and_then(|found| found.cell.acp.margin());
    match (margin(one), margin(other)) {
        (Some(one), Some(other)) => one.cmp(&other),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    }
}

fn leave_acp_open(results: &mut TestResults, gap: &Unanswered) {
    let others = results.subtests.iter_mut().map(|part| &mut part.acp);
    for acp in std::iter::once(&mut results.acp).chain(others) {
        if acp.status != Status::NotRequired {
            *acp = TestResult::unknown(gap.clone());
        }
    }
}

/// What two ways of the spread say alike; what they do not is unknown, and the spread is asked for.
pub(super) fn settled(plan: &Plan, mut one: Estimate, other: &Estimate) -> Estimate {
    let open = plan.workforce.groups.iter().filter(|group| group.group.deferral_spread.known().is_err());
    let elections: Vec<ElectionPath> = open.map(|group| group.group.deferral_spread.path.clone()).collect();
    let asks = || Unanswered::from(Missing { elections: elections.clone() });
    if let (Ok(exposure), Ok(beside)) = (&mut one.exposure, &other.exposure) {
        if exposure.cell.adp.status != beside.cell.adp.status {
            exposure.results.adp = TestResult::unknown(asks());
            exposure.cell.adp = Judged::of(&exposure.results.adp);
            exposure.adp_margin = None;
        }
        if exposure.cell.acp.status != beside.cell.acp.status {
            leave_acp_open(&mut exposure.results, &asks());
            exposure.cell.acp = Judged::of(&exposure.results.acp);
            exposure.acp_margin = None;
        }
    }
    let rates = |estimate: &Estimate| estimate.headroom.as_ref().ok().map(|found| (found.rate, found.bound));
    if rates(&one) != rates(other) {
        one.headroom = Err(asks());
    }
    if let (Some(grid), Some(beside)) = (&mut one.grid, &other.grid) {
        let cells = grid.rows.iter_mut().flatten().zip(beside.rows.iter().flatten());
        for (cell, beside) in cells {
            let status = |cell: &Result<Cell, Unanswered>| cell.as_ref().ok().map(Cell::status);
            if status(cell) != status(beside) {
                *cell = Err(asks());
            }
        }
    }
    let fails =
        |estimate: &Estimate| estimate.chance.as_ref().map(|chance| chance.as_ref().map(|c| c.fails).ok());
    if fails(&one) != fails(other) {
        one.chance = one.chance.map(|_| Err(asks()));
    }
    one
}
