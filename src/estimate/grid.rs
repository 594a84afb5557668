//! Cells of two levers: what the tests come to at every pair of values.

use std::collections::BTreeMap;

use crate::lower::Truth;
use crate::money::exact::{Cents, Hundredths};
use crate::nondiscrimination::excess_deferral::Status;
use crate::testing::terms::Terms;
use crate::testing::unanswered::Unanswered;

use super::cell::Cell;
use super::lever::{AfterTax, Axis, Lever, Settings};
use super::model::Model;
use super::scene::Scene;
use super::scene::quick::Rises;

/// The grid.
#[derive(Debug, Clone, PartialEq)]
pub struct Grid {
    /// From left to right.
    pub x: Axis,
    /// From top to bottom; `None` is one row.
    pub y: Option<Axis>,
    /// Rows of cells. What cannot be told is missing something.
    pub rows: Vec<Vec<Result<Cell, Unanswered>>>,
}

/// The axes where none are asked for: after-tax contributions of the highly compensated, where the plan takes any.
pub fn usual(terms: &Terms) -> (Option<Axis>, Option<Axis>) {
    if terms.after_tax_allowed != Truth::Yes {
        return (None, None);
    }
    let percents = |values: &[i64]| values.iter().map(|value| Hundredths::percent(*value)).collect();
    let x = Axis { lever: Lever::HceAfterTaxRate, values: percents(&[0, 1, 2, 3, 4, 6, 8, 10, 15]) };
    let y = Axis { lever: Lever::HceAfterTaxParticipation, values: percents(&[25, 50, 75, 100]) };
    (Some(x), Some(y))
}

/// What the cells of one scene share.
struct Prepared {
    scene: Scene,
    /// Everyone's contributions at a rate, with what they come to in sums.
    at_rate: BTreeMap<(Side, Option<Hundredths>), AtRate>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Side {
    Hces,
    Nhces,
}

impl Grid {
    /// Every cell.
    pub fn of(model: &Model<'_>, base: Settings, x: Axis, y: Option<Axis>) -> Self {
        let mut scenes: BTreeMap<Beside, Result<Prepared, Unanswered>> = BTreeMap::new();
        let mut cell = |settings: Settings| {
            let beside = settings.beside_after_tax();
            let key = (beside.nhce_participation, beside.match_rate, beside.safe_harbor_match);
            let prepared = scenes.entry(key).or_insert_with(|| {
                model.scene(beside).map(|scene| Prepared { scene, at_rate: BTreeMap::new() })
            });
            prepared.as_mut().map_err(|missing| missing.clone()).and_then(|prepared| prepared.cell(settings))
        };
        let mut row =
            |base: Settings| x.values.iter().map(|value| cell(base.with(x.lever, *value))).collect();
        let rows = match &y {
            None => vec![row(base)],
            Some(y) => y.values.iter().map(|value| row(base.with(y.lever, *value))).collect(),
        };
        Self { x, y, rows }
    }
}

/// Everyone's amounts, and what they come to in sums where sums do.
type AtRate = (Vec<Cents>, Option<Rises>);

/// What a scene hangs on.
type Beside = (Option<Hundredths>, Option<Hundredths>, Option<Hundredths>);

impl Prepared {
    fn cell(&mut self, settings: Settings) -> Result<Cell, Unanswered> {
        let counts = [self.prepare(Side::Hces, settings.hce)?, self.prepare(Side::Nhces, settings.nhce)?];
        let [hces, nhces] = [(Side::Hces, settings.hce.rate), (Side::Nhces, settings.nhce.rate)]
            .map(|key| &self.at_rate[&key]);
        let amounts = [&hces.0[..counts[0]], &nhces.0[..counts[1]]];
        Ok(match (self.scene.quick(), &hces.1, &nhces.1) {
            (Some(quick), Some(of_hces), Some(of_nhces)) => {
                quick.judge_first(&self.scene, amounts, [of_hces, of_nhces])
            }
            (_, _, _) => self.scene.judge(amounts),
        })
    }

    /// How many contribute, with everyone's contributions at the rate made ready.
    fn prepare(&mut self, side: Side, set: AfterTax) -> Result<usize, Unanswered> {
        let Self { scene, at_rate } = self;
        at_rate.entry((side, set.rate)).or_insert_with(|| {
            let all = scene.everyone(side.status(), set.rate);
            let rises = scene.quick().map(|quick| quick.rises(scene, side.status(), &all));
            (all, rises)
        });
        scene.count(side.status(), set)
    }
}

impl Side {
    fn status(self) -> Status {
        match self {
            Side::Hces => Status::Hce,
            Side::Nhces => Status::Nhce,
        }
    }
}
