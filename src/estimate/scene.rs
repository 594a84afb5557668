//! People of whom only after-tax contributions still vary: who may make them, in which order they begin, how much each
//! can put in, and what the tests make of it.

pub mod quick;
pub mod room;

use crate::census::column::{Column, Money};
use crate::census::header::Understanding;
use crate::census::participant::PlanRows;
use crate::lower::Truth;
use crate::money::exact::{Cents, Hundredths};
use crate::nondiscrimination::excess_deferral::Status;
use crate::plan::Plan;
use crate::testing::people::{People, Person, Standing};
use crate::testing::results::Status as Outcome;
use crate::testing::terms::Terms;
use crate::testing::unanswered::Unanswered;
use crate::testing::{self};

use super::cell::Cell;
use super::draw::{For, rank};
use super::lever::{AfterTax, Settings};
use super::model::{Model, may_vary_after_tax};
use super::population::Gaps;
use super::workforce::share_of;
use quick::Quick;

/// The people.
#[derive(Debug)]
pub struct Scene {
    pub terms: Terms,
    pub understanding: Understanding,
    plans: Vec<PlanRows>,
    tested: usize,
    pub hces: Takers,
    pub nhces: Takers,
    gaps: Gaps,
    /// Why nothing can be varied.
    varies: Result<(), Unanswered>,
    quick: Option<Quick>,
}

/// Those of a group who may contribute after tax, in the order in which they begin.
#[derive(Debug, Clone, Default)]
pub struct Takers {
    pub list: Vec<Taker>,
    /// So many contribute now: they come first.
    pub now: u32,
    /// The average of those who do, in percent of pay.
    pub average: Option<Hundredths>,
}

/// One of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Taker {
    pub place: u32,
    /// Cut to the limit of 401(a)(17).
    pub pay: Cents,
    /// What the limits leave, and which of them it is.
    pub most: Cents,
    pub stop: room::Stop,
    /// What the person contributes now.
    pub now: Cents,
}

/// What each taker of a group puts in: as many amounts as contribute, in the order of the takers.
pub type Amounts = Vec<Cents>;

impl Scene {
    pub(super) fn of(
        model: &Model<'_>,
        plan: &Plan,
        terms: Terms,
        mut plans: Vec<PlanRows>,
    ) -> Result<Self, Unanswered> {
        let population = &model.population;
        let varies = may_vary_after_tax(plan, &terms);
        let (hces, nhces) = {
            let people = model.people(&terms, &plans);
            let of = |status| takers(model, &terms, &people, status);
            if varies.is_ok() { (of(Status::Hce)?, of(Status::Nhce)?) } else { Default::default() }
        };
        let rows = plans[population.tested].participants_mut();
        for taker in hces.list.iter().chain(&nhces.list) {
            rows[taker.place as usize].set_money(Money::AfterTax, 0);
        }
        // Where a column of after-tax contributions is missing and may not be varied, the tests say so.
        let is_written = varies.is_ok() || population.understanding.has(Column::AfterTax);
        let understanding = population.understanding.clone();
        let understanding = if is_written { understanding.with(Column::AfterTax) } else { understanding };
        let mut scene = Self {
            terms,
            understanding,
            plans,
            tested: population.tested,
            hces,
            nhces,
            gaps: population.gaps.clone(),
            varies,
            quick: None,
        };
        if scene.varies.is_ok() {
            scene.quick = Quick::of(&scene);
        }
        Ok(scene)
    }

    /// The rows with nobody's after-tax contribution among those who may make one.
    pub fn plans(&self) -> &[PlanRows] {
        &self.plans
    }

    pub fn tested(&self) -> usize {
        self.tested
    }

    pub fn takers(&self, status: Status) -> &Takers {
        match status {
            Status::Hce => &self.hces,
            Status::Nhce => &self.nhces,
        }
    }

    /// What each puts in by these settings, or what is not told.
    ///
    /// # Errors
    /// What would have to be known.
    pub fn amounts(&self, settings: Settings) -> Result<[Amounts; 2], Unanswered> {
        Ok([self.of_group(Status::Hce, settings.hce)?, self.of_group(Status::Nhce, settings.nhce)?])
    }

    /// How many of a group contribute: they are the first of its takers.
    ///
    /// # Errors
    /// What would have to be known.
    pub fn count(&self, status: Status, set: AfterTax) -> Result<usize, Unanswered> {
        let takers = self.takers(status);
        if set != AfterTax::default() {
            self.varies.clone()?;
        }
        let is_all_set =
            set.participation == Some(Hundredths::ZERO) || set.participation.and(set.rate).is_some();
        if !is_all_set && !self.gaps.after_tax(status).is_empty() {
            return Err(self.gaps.after_tax(status).clone());
        }
        let all = u32::try_from(takers.list.len()).unwrap_or(u32::MAX);
        let count = set.participation.map_or(takers.now, |share| share_of(all, share));
        if set.rate.is_some() && set.participation.is_none() && count == 0 && all > 0 {
            return Err(Unanswered::other(NOBODY_NOW));
        }
        if set.rate.is_none() && count > takers.now && takers.average.is_none() {
            return Err(Unanswered::other(NO_RATE));
        }
        Ok(count as usize)
    }

    /// What each of a group puts in if all contribute: at a rate, or as they do now, and the others at the average of
    /// those who do.
    pub fn everyone(&self, status: Status, rate: Option<Hundredths>) -> Amounts {
        let takers = self.takers(status);
        let now = |taker: &Taker| match takers.average {
            Some(average) if taker.now <= Cents::ZERO => taker.at(average),
            Some(_) | None => taker.now,
        };
        takers.list.iter().map(|taker| rate.map_or_else(|| now(taker), |rate| taker.at(rate))).collect()
    }

    fn of_group(&self, status: Status, set: AfterTax) -> Result<Amounts, Unanswered> {
        let count = self.count(status, set)?;
        let mut all = self.everyone(status, set.rate);
        all.truncate(count);
        Ok(all)
    }

    /// The rows with these contributions written in.
    pub fn written(&self, [hces, nhces]: [&[Cents]; 2]) -> Vec<PlanRows> {
        let mut plans = self.plans.clone();
        let rows = plans[self.tested].participants_mut();
        let of_both = self.hces.list.iter().zip(hces).chain(self.nhces.list.iter().zip(nhces));
        for (taker, amount) in of_both {
            rows[taker.place as usize].set_money(Money::AfterTax, amount.0);
        }
        plans
    }

    /// What the tests make of these contributions: quickly where that is the same.
    pub fn judge(&self, amounts: [&[Cents]; 2]) -> Cell {
        match &self.quick {
            Some(quick) => quick.judge(self, amounts),
            None => self.judge_by_rows(amounts),
        }
    }

    /// The tests of the rows with these contributions written in: what every other way has to come to.
    pub fn judge_by_rows(&self, amounts: [&[Cents]; 2]) -> Cell {
        let plans = self.written(amounts);
        let parts = testing::ratios(&self.terms, &self.understanding, &plans, self.tested);
        Cell::of(&parts, &self.gaps.matching)
    }

    pub fn quick(&self) -> Option<&Quick> {
        self.quick.as_ref()
    }

    pub(super) fn matching_gap(&self) -> &Unanswered {
        &self.gaps.matching
    }
}

const NOBODY_NOW: &str =
    "nobody of the group contributes after tax now: the share of them that would has to be set too";
const NO_RATE: &str =
    "nobody of the group contributes after tax now: the rate at which they would has to be set too";

impl Taker {
    /// The contribution at a rate of pay.
    pub fn at(&self, rate: Hundredths) -> Cents {
        Cents(self.pay.times(rate).rounded_half_up()).min(self.most)
    }
}

fn takers(
    model: &Model<'_>,
    terms: &Terms,
    people: &People<'_>,
    status: Status,
) -> Result<Takers, Unanswered> {
    let mut found = Vec::new();
    let mut missing = Unanswered::default();
    for person in &people.people {
        let (standing, unanswered) =
            people.standing_by(&terms.after_tax, terms, &model.population.understanding, person);
        match (standing, person.hce) {
            (Standing::In(_), Some(hce)) if hce.status == status => {
                found.push(taker(model, terms, people, person)?);
            }
            (Standing::In(_) | Standing::Out(_), Some(_)) | (Standing::Out(_), None) => {}
            (Standing::In(_), None) => missing.add(people.unanswered.clone()),
            (Standing::Unknown, _) => missing.add(unanswered),
        }
    }
    if !missing.is_empty() {
        return Err(missing);
    }
    found.sort_unstable_by_key(|(order, _)| *order);
    let list: Vec<Taker> = found.into_iter().map(|(_, taker)| taker).collect();
    let now = list.iter().filter(|taker| taker.now > Cents::ZERO).count();
    let ratios = list[..now].iter().map(|taker| taker.now.ratio_of(taker.pay).unwrap_or_default());
    let average = crate::nondiscrimination::ratio::average(ratios);
    Ok(Takers { list, now: u32::try_from(now).unwrap_or(u32::MAX), average })
}

/// A taker with the place in the order: who contributes now, then by key and seed.
fn taker(
    model: &Model<'_>,
    terms: &Terms,
    people: &People<'_>,
    person: &Person,
) -> Result<((bool, u64, u32), Taker), Unanswered> {
    let now = person.here.after_tax;
    let id = people.rows.employee_id(people.row(person));
    let (most, stop) = room::most(terms, people, person)?;
    let taker = Taker { place: person.place, pay: person.pay, most, stop, now };
    Ok(((now <= Cents::ZERO, rank(id, model.seed, For::AfterTax), person.place), taker))
}

/// Does an ADP test that fails change what the ACP test counts in a way that depends on after-tax contributions?
pub(super) fn moves_into_acp(terms: &Terms, adp: Outcome) -> bool {
    adp == Outcome::Fail && terms.recharacterization != Truth::No
}
