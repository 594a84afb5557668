//! How much the highly compensated can put in after tax before the tests fail, and how many others would have to save
//! after tax for more.

use crate::money::exact::{Cents, Hundredths};
use crate::nondiscrimination::excess_deferral::Status;
use crate::testing::terms::Method;
use crate::testing::unanswered::Unanswered;

use super::lever::{AfterTax, Settings};
use super::model::Model;
use super::scene::Scene;
use super::scene::room::Stop;

/// The room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Headroom {
    /// The highest rate of pay, the same for all who are highly compensated and may contribute, at which the ACP test passes;
    /// `None` where it fails without any.
    pub rate: Option<Hundredths>,
    pub bound: Bound,
    /// By the order of adoption.
    pub people: Vec<Room>,
    /// What all of them put in at that rate.
    pub total: Cents,
    /// Does what the others put in this year count?
    pub others: Others,
    /// None where it does not.
    pub carriers: Vec<Carriers>,
    pub curves: Vec<Curve>,
}

/// What ends the room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Bound {
    /// One hundredth of a point more, and a test fails.
    Test,
    /// No rate fails: the limits on each person end it.
    Limits,
    /// There is nobody who could contribute.
    Nobody,
}

/// Whether the others' contributions of this year are in the test.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Others {
    Count,
    /// Their average is last year's, or that of a first year: nothing they do this year changes it (26 CFR
    /// 1.401(m)-2(a)(2)(ii), (c)(2)).
    Fixed,
    /// There are none who may contribute after tax.
    Nobody,
}

/// One highly compensated employee.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Room {
    pub employee: String,
    /// Cut to the limit of 401(a)(17).
    pub pay: Cents,
    /// What the limits on a person leave, and which of them it is.
    pub most: Cents,
    pub stop: Stop,
    /// What the person puts in at the rate.
    pub at_rate: Cents,
}

/// How many of the others, saving so much after tax, carry a rate of the highly compensated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Carriers {
    pub hce_rate: Hundredths,
    pub nhce_rate: Hundredths,
    /// `None` where all of them do not suffice.
    pub needed: Option<u32>,
    pub of: u32,
}

/// The break-even: the highest rate of the highly compensated by the share of the others who save at a rate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Curve {
    pub nhce_rate: Hundredths,
    /// Share of the others, and the highest rate of the highly compensated; `None` where a test fails at any.
    pub points: Vec<(Hundredths, Option<Hundredths>)>,
}

/// Rates of the others in curves and counts.
const NHCE_RATES: [Hundredths; 3] = [Hundredths::percent(2), Hundredths::percent(4), Hundredths::percent(6)];
/// Rates of the highly compensated that are to be carried.
const HCE_RATES: [Hundredths; 3] = [Hundredths::percent(5), Hundredths::percent(10), Hundredths::percent(15)];
/// The steps of a curve.
const STEPS: i64 = 10;
const ALL: Hundredths = Hundredths::percent(100);

impl Headroom {
    /// With all that is set, but for what the highly compensated contribute after tax.
    ///
    /// # Errors
    /// What would have to be known.
    pub fn of(model: &Model<'_>, base: Settings) -> Result<Self, Unanswered> {
        let scene = model.scene(base.beside_after_tax())?;
        scene.count(Status::Hce, uniform(ALL))?;
        let count = scene.count(Status::Nhce, base.nhce)?;
        let mut nhces = scene.everyone(Status::Nhce, base.nhce.rate);
        nhces.truncate(count);
        let search = Search { scene: &scene };
        let unknown = search.unknown(&nhces);
        if !unknown.is_empty() {
            return Err(unknown);
        }
        let others = others(&scene);
        let (rate, bound) = search.highest(&nhces);
        let at_rate = search.at(rate.unwrap_or_default());
        let rows = &scene.plans()[scene.tested()];
        let room = |(taker, amount): (&super::scene::Taker, &Cents)| Room {
            employee: rows.employee_name(&rows.participants()[taker.place as usize]).into_owned(),
            pay: taker.pay,
            most: taker.most,
            stop: taker.stop,
            at_rate: *amount,
        };
        Ok(Self {
            rate,
            bound,
            people: scene.hces.list.iter().zip(&at_rate).map(room).collect(),
            total: at_rate.iter().copied().sum(),
            others,
            carriers: if others == Others::Count { search.all_carriers() } else { Vec::new() },
            curves: if others == Others::Count { search.all_curves() } else { Vec::new() },
        })
    }
}

fn others(scene: &Scene) -> Others {
    match scene.terms.acp_method {
        Ok(Method::Prior(_) | Method::FirstYear(_)) => Others::Fixed,
        Ok(Method::Current) | Err(_) if scene.nhces.list.is_empty() => Others::Nobody,
        Ok(Method::Current) | Err(_) => Others::Count,
    }
}

/// The highest rate alone, with what ends it.
///
/// # Errors
/// What would have to be known.
pub fn highest(model: &Model<'_>, base: Settings) -> Result<(Option<Hundredths>, Bound), Unanswered> {
    let scene = model.scene(base.beside_after_tax())?;
    scene.count(Status::Hce, uniform(ALL))?;
    let count = scene.count(Status::Nhce, base.nhce)?;
    let mut nhces = scene.everyone(Status::Nhce, base.nhce.rate);
    nhces.truncate(count);
    let search = Search { scene: &scene };
    let unknown = search.unknown(&nhces);
    if unknown.is_empty() { Ok(search.highest(&nhces)) } else { Err(unknown) }
}

fn uniform(rate: Hundredths) -> AfterTax {
    AfterTax { participation: Some(ALL), rate: Some(rate) }
}

struct Search<'s> {
    scene: &'s Scene,
}

impl Search<'_> {
    fn at(&self, rate: Hundredths) -> Vec<Cents> {
        self.scene.everyone(Status::Hce, Some(rate))
    }

    /// What keeps the tests from being answered, whatever is contributed.
    fn unknown(&self, nhces: &[Cents]) -> Unanswered {
        let cell = self.scene.judge([&self.at(Hundredths::ZERO), nhces]);
        cell.adp.unanswered.and(cell.acp.unanswered)
    }

    /// The highest rate at which the ACP test does not fail. More contributions of the highly compensated never lower
    /// their average, so that what passes lies below what fails.
    fn highest(&self, nhces: &[Cents]) -> (Option<Hundredths>, Bound) {
        if self.scene.hces.list.is_empty() {
            return (None, Bound::Nobody);
        }
        let passes =
            |rate: i64| self.scene.judge([&self.at(Hundredths(rate)), nhces]).acp.status.is_settled();
        if !passes(0) {
            return (None, Bound::Test);
        }
        if passes(ALL.0) {
            return (Some(self.least_at_limits()), Bound::Limits);
        }
        let (mut passing, mut failing) = (0, ALL.0);
        while failing - passing > 1 {
            let middle = (passing + failing) / 2;
            if passes(middle) { passing = middle } else { failing = middle }
        }
        (Some(Hundredths(passing)), Bound::Test)
    }

    /// The lowest rate at which everyone has come to the limits.
    fn least_at_limits(&self) -> Hundredths {
        let all = self.at(ALL);
        let is_all = |rate: i64| self.at(Hundredths(rate)) == all;
        let (mut less, mut enough) = (-1, ALL.0);
        while enough - less > 1 {
            let middle = (less + enough) / 2;
            if is_all(middle) { enough = middle } else { less = middle }
        }
        Hundredths(enough)
    }

    fn all_carriers(&self) -> Vec<Carriers> {
        let pairs = HCE_RATES.iter().flat_map(|hce| NHCE_RATES.iter().map(move |nhce| (*hce, *nhce)));
        pairs.map(|(hce_rate, nhce_rate)| self.carriers(hce_rate, nhce_rate)).collect()
    }

    /// The first of the others, by the order of adoption, until the test passes.
    fn carriers(&self, hce_rate: Hundredths, nhce_rate: Hundredths) -> Carriers {
        let hces = self.at(hce_rate);
        let all = self.scene.everyone(Status::Nhce, Some(nhce_rate));
        let passes = |count: usize| self.scene.judge([&hces, &all[..count]]).acp.status.is_settled();
        let needed = if passes(0) {
            Some(0)
        } else if passes(all.len()) {
            let (mut failing, mut passing) = (0, all.len());
            while passing - failing > 1 {
                let middle = (passing + failing) / 2;
                if passes(middle) { passing = middle } else { failing = middle }
            }
            u32::try_from(passing).ok()
        } else {
            None
        };
        Carriers { hce_rate, nhce_rate, needed, of: u32::try_from(all.len()).unwrap_or(u32::MAX) }
    }

    fn all_curves(&self) -> Vec<Curve> {
        NHCE_RATES.iter().map(|rate| self.curve(*rate)).collect()
    }

    fn curve(&self, nhce_rate: Hundredths) -> Curve {
        let all = self.scene.everyone(Status::Nhce, Some(nhce_rate));
        let point = |step: i64| {
            let share = Hundredths(ALL.0 * step / STEPS);
            let count = super::workforce::share_of(u32::try_from(all.len()).unwrap_or(u32::MAX), share);
            (share, self.highest(&all[..count as usize]).0)
        };
        Curve { nhce_rate, points: (0..=STEPS).map(point).collect() }
    }
}
