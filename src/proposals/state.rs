//! A plan with its people after some levers: the amended text read again, and rows as contributions would be.

use jiff::civil::Date;

use super::lever::Lever;
use super::{Case, contributions};
use crate::amend::{Amended, Change, Refusal, amend};
use crate::estimate::population::Population;
use crate::finding::Finding;
use crate::plan::{self, Plan};
use crate::source::{FileId, Input};
use crate::syntax::decode::{Notation, decode};
use crate::syntax::phrase::year::PlanYear;
use crate::syntax::tree::Document;
use crate::syntax::{dsl, yaml};
use crate::testing::results::{Subtest, TestResults};
use crate::testing::terms::Terms;
use crate::testing::unanswered::Unanswered;
use crate::testing::{self, Detail};

/// The plan and its people at one point of the search.
#[derive(Debug, Clone)]
pub struct State {
    /// The spec as amended.
    pub input: Input,
    pub plan: Plan,
    pub terms: Terms,
    pub population: Population,
    /// What was changed in the spec, in order.
    pub changes: Vec<Change>,
}

/// Why a lever cannot be judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Obstacle {
    /// It is no lever of this plan, or changes nothing.
    NoEffect,
    Refused(Refusal),
    Unanswered(Unanswered),
}

impl State {
    /// As the plan and its people are.
    ///
    /// # Errors
    /// A text that is not read whole, or has no such plan.
    pub fn start(case: &Case<'_>) -> Result<Self, Obstacle> {
        let plan = read(case.input, case).map_err(Obstacle::Refused)?;
        let terms = Terms::of(&plan, case.law);
        let (input, population) = (case.input.clone(), case.population.clone());
        Ok(Self { input, plan, terms, population, changes: Vec::new() })
    }

    /// One lever on top.
    ///
    /// # Errors
    /// Why it cannot be judged.
    pub fn with(&self, case: &Case<'_>, lever: Lever) -> Result<Self, Obstacle> {
        let changes = lever.changes(&self.plan);
        let mut next = self.amended(case, &changes)?;
        let moved = contributions::write(&mut next, self, case, lever).map_err(Obstacle::Unanswered)?;
        let is_nothing = changes.is_empty() && moved == contributions::Moved::Nothing;
        if is_nothing { Err(Obstacle::NoEffect) } else { Ok(next) }
    }

    fn amended(&self, case: &Case<'_>, changes: &[Change]) -> Result<Self, Obstacle> {
        if changes.is_empty() {
            return Ok(self.clone());
        }
        let effective = self.plan.year.first_day();
        let input = amend(&self.input, Amended { plan: case.place, effective }, changes)
            .map_err(Obstacle::Refused)?;
        let plan = read(&input, case).map_err(Obstacle::Refused)?;
        let terms = Terms::of(&plan, case.law);
        let mut all = self.changes.clone();
        // Of an election that is changed twice the last word counts.
        all.retain(|made| !changes.iter().any(|change| change.path == made.path));
        all.extend_from_slice(changes);
        Ok(Self { input, plan, terms, population: self.population.clone(), changes: all })
    }

    /// ADP and ACP alone, part by part.
    pub fn ratios(&self) -> Vec<Subtest> {
        let Population { understanding, plans, tested, .. } = &self.population;
        testing::ratios(&self.terms, understanding, plans, *tested)
    }

    /// All tests: what `planlint test` says of this text and these rows.
    pub fn test(&self) -> TestResults {
        let Population { understanding, plans, tested, .. } = &self.population;
        testing::run_in(&self.terms, understanding, plans, *tested, Detail::Corrections)
    }
}

/// The plan that a case is about, in a text that is read whole.
fn read(input: &Input, case: &Case<'_>) -> Result<Plan, Refusal> {
    let (file, refused) = decode(FileId(0), &input.path, &input.bytes);
    let (documents, findings): (Vec<Document<'_>>, Vec<Finding>) = match Notation::of(file.path()) {
        Notation::Yaml => yaml::read(&file),
        Notation::Dsl => dsl::read(&file),
    };
    if refused.is_some() || !findings.is_empty() {
        return Err(Refusal::Unreadable);
    }
    let document = documents.get(case.place).ok_or(Refusal::NoSuchPlan)?;
    let (plan, findings) = plan::read(document, case.year, year_of(case.as_of));
    plan.filter(|_| findings.is_empty()).ok_or(Refusal::Unreadable)
}

/// The year that a plan is read for which states none.
fn year_of(as_of: Date) -> PlanYear {
    PlanYear::calendar(as_of.year()).unwrap_or(PlanYear::EARLIEST)
}
