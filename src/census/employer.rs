//! The plans of one employer, which are tested together, and how they are found in a census.

use std::collections::{HashMap, HashSet};
use std::io::{self, Read};
use std::mem;

use fnv::FnvBuildHasher;

use super::column::Column;
use super::mapping::Mapping;
use super::participant::PlanRows;
use super::problem::{Fault, Problem, Problems};
use super::reader::Reader;

/// All plans of one employer in a census. A plan whose rows name no employer stands alone.
#[derive(Debug, Default)]
pub struct Employer {
    plans: Vec<PlanRows>,
    numbers: Vec<usize>,
    reading: Reading,
    /// Emptied plans, kept for their memory.
    spare: Vec<PlanRows>,
}

/// How often the census was read when an employer was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Reading {
    /// Once so far. If a second reading follows, all employers come again, and what was made of them before is void.
    #[default]
    First,
    /// The rows of a plan, or the plans of an employer, stand apart.
    Second,
}

impl Employer {
    pub fn plans(&self) -> &[PlanRows] {
        &self.plans
    }

    /// The number of each plan, from 0, in the order in which plans first appear in the census.
    pub fn numbers(&self) -> &[usize] {
        &self.numbers
    }

    pub fn reading(&self) -> Reading {
        self.reading
    }

    /// Rows of all plans.
    pub fn rows(&self) -> usize {
        self.plans.iter().map(|plan| plan.participants().len()).sum()
    }

    /// Empties it, for another employer to be put into its memory.
    pub fn clear(&mut self) {
        self.numbers.clear();
        for mut plan in self.plans.drain(..) {
            plan.clear();
            self.spare.push(plan);
        }
    }

    /// Is a plan with this name of an employer one of this employer?
    pub(super) fn has(&self, group: &[u8]) -> bool {
        !group.is_empty() && self.plans.first().is_some_and(|plan| plan.group == group)
    }

    /// Takes the rows of a plan, and gives empty ones for the next.
    pub(super) fn push(&mut self, number: usize, plan: &mut PlanRows) {
        let next = self.spare.pop().unwrap_or_default();
        self.plans.push(mem::replace(plan, next));
        self.numbers.push(number);
    }
}

/// Which employers have come, to see that one comes again.
#[derive(Default)]
pub(super) struct Seen {
    groups: HashSet<Vec<u8>, FnvBuildHasher>,
}

impl Seen {
    /// Notes the employer of a plan that comes after one of another; `true` if it has come before.
    pub fn again(&mut self, group: &[u8]) -> bool {
        !group.is_empty() && !self.groups.insert(group.to_vec())
    }
}

/// All rows of a census, those of a plan together, plans in the order of their first rows.
pub(super) struct Gathered {
    plans: Vec<PlanRows>,
    /// Rows of a plan that name another employer than those before.
    pub problems: Problems,
}

impl Gathered {
    pub fn read<R: Read>(input: R, mapping: &Mapping) -> io::Result<Self> {
        let mut reader = Reader::new(input, mapping)?;
        let column: Vec<usize> = reader.understanding().number(Column::EmployerGroup).into_iter().collect();
        let mut places: HashMap<Vec<u8>, usize, FnvBuildHasher> = HashMap::default();
        let mut all = Self { plans: Vec::new(), problems: Problems::default() };
        let mut part = PlanRows::default();
        while reader.next_plan(&mut part)? {
            let Some(place) = places.get(&part.plan_id) else {
                places.insert(part.plan_id.clone(), all.plans.len());
                all.plans.push(part.clone());
                continue;
            };
            let plan = &mut all.plans[*place];
            if let Some(first) = part.participants().first().filter(|_| plan.group != part.group) {
                all.problems.push(Problem::of_row(Fault::GroupChanges, first.row(), column.clone()));
            }
            plan.append(&part);
        }
        Ok(all)
    }

    /// The employers in the order of their first plans. Whoever takes the rows of one frees their memory.
    pub fn employers(self) -> impl Iterator<Item = Employer> {
        let mut places: HashMap<Vec<u8>, usize, FnvBuildHasher> = HashMap::default();
        let mut members: Vec<Vec<usize>> = Vec::new();
        for (number, plan) in self.plans.iter().enumerate() {
            let known =
                (!plan.group.is_empty()).then(|| *places.entry(plan.group.clone()).or_insert(members.len()));
            match known.and_then(|place| members.get_mut(place)) {
                Some(numbers) => numbers.push(number),
                None => members.push(vec![number]),
            }
        }
        let mut plans = self.plans;
        members.into_iter().map(move |numbers| Employer {
            plans: numbers.iter().map(|number| mem::take(&mut plans[*number])).collect(),
            numbers,
            reading: Reading::Second,
            spare: Vec::new(),
        })
    }
}
