//! How likely a test is to fail if participation turns out otherwise than stated: by simulation in whole numbers, the
//! same bytes for the same seed on every machine.

use crate::money::exact::{Cents, Fraction, Hundredths};
use crate::nondiscrimination::excess_deferral::Status;
use crate::testing::results::Status as Outcome;
use crate::testing::unanswered::Unanswered;

use super::draw::Draw;
use super::lever::{AfterTax, Settings};
use super::model::Model;
use super::scene::Scene;

/// What a simulation came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chance {
    pub runs: u32,
    pub seed: u64,
    /// Participation lies this far to both sides of what is stated, in points, each value as likely as another.
    pub spread: Hundredths,
    /// Runs in which the ADP or the ACP test failed.
    pub fails: u32,
    /// What is taken back on the average of all runs.
    pub expected: Cents,
    /// What is taken back in nine runs of ten at most.
    pub nine_in_ten: Cents,
    pub most: Cents,
}

impl Chance {
    /// The share of runs that failed.
    pub fn share(&self) -> Hundredths {
        let exact = Fraction::new(i128::from(self.fails) * 10_000, i128::from(self.runs.max(1)));
        Hundredths(exact.rounded_half_up())
    }

    /// So many runs.
    ///
    /// # Errors
    /// What would have to be known.
    pub fn of(model: &Model<'_>, base: Settings, spread: Hundredths, runs: u32) -> Result<Self, Unanswered> {
        let scene = model.scene(base.beside_after_tax())?;
        let mut groups =
            [Group::of(&scene, Status::Hce, base.hce)?, Group::of(&scene, Status::Nhce, base.nhce)?];
        let mut draw = Draw::new(model.seed);
        let mut taken_back = Vec::with_capacity(runs as usize);
        let mut fails = 0;
        for _ in 0..runs {
            let [hces, nhces] = &mut groups;
            let amounts = [hces.draw(&mut draw, spread), nhces.draw(&mut draw, spread)];
            let cell = scene.judge([&amounts[0], &amounts[1]]);
            match cell.status() {
                Outcome::Fail => fails += 1,
                Outcome::Unknown => return Err(cell.adp.unanswered.and(cell.acp.unanswered)),
                Outcome::Pass | Outcome::NotRequired => {}
            }
            taken_back.push(cell.excess());
        }
        taken_back.sort_unstable();
        let at = |place: usize| taken_back.get(place).copied().unwrap_or_default();
        let sum: i128 = taken_back.iter().map(|cents| i128::from(cents.0)).sum();
        Ok(Self {
            runs,
            seed: model.seed,
            spread,
            fails,
            expected: Cents(Fraction::new(sum, i128::from(runs.max(1))).rounded_half_up()),
            nine_in_ten: at((9 * taken_back.len()).div_ceil(10).saturating_sub(1)),
            most: at(taken_back.len().saturating_sub(1)),
        })
    }
}

/// One group, of which every run draws how many contribute, and who.
struct Group {
    /// What each puts in if he or she does.
    everyone: Vec<Cents>,
    places: Vec<u32>,
    /// The share who do, in hundredths of a point.
    share: Hundredths,
}

impl Group {
    fn of(scene: &Scene, status: Status, set: AfterTax) -> Result<Self, Unanswered> {
        let count = scene.count(status, set)?;
        let everyone = scene.everyone(status, set.rate);
        let all = everyone.len();
        let share = Cents(count as i64).ratio_of(Cents(all as i64)).unwrap_or_default();
        Ok(Self { everyone, places: (0..u32::try_from(all).unwrap_or(u32::MAX)).collect(), share })
    }

    fn draw(&mut self, draw: &mut Draw, spread: Hundredths) -> Vec<Cents> {
        let [low, high] = [self.share.less(spread), (self.share + spread).min(Hundredths::percent(100))];
        // Where nobody is said to contribute, that is no guess that could be off to both sides.
        let share = if self.share == Hundredths::ZERO {
            Hundredths::ZERO
        } else {
            low + Hundredths(draw.below((high.0 - low.0 + 1).unsigned_abs()) as i64)
        };
        let all = u32::try_from(self.everyone.len()).unwrap_or(u32::MAX);
        let count = super::workforce::share_of(all, share) as usize;
        draw.choose(&mut self.places, count);
        let mut amounts = vec![Cents::ZERO; self.everyone.len()];
        for place in &self.places[..count] {
            amounts[*place as usize] = self.everyone[*place as usize];
        }
        amounts
    }
}
