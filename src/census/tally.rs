//! How many people and plans a census has, and which rows are a person's second.

use std::collections::{HashMap, HashSet};

use fnv::FnvBuildHasher;

use super::Census;
use super::column::{Column, DateField};
use super::employer::Employer;
use super::header::Understanding;
use super::participant::{Participant, PlanRows};
use super::problem::{Fault, Problem, Problems, Spells};
use super::reader::Ending;

/// People and plans as they are counted.
pub struct Tally {
    plans: u64,
    people: u64,
    id_column: Vec<usize>,
    second_rows: Problems,
}

impl Tally {
    pub fn new(understanding: &Understanding) -> Self {
        let id_column = understanding.number(Column::EmployeeId).into_iter().collect();
        Self { plans: 0, people: 0, id_column, second_rows: Problems::default() }
    }

    /// Counts the people of an employer, each once.
    pub fn add(&mut self, employer: &Employer) {
        self.people += match employer.plans() {
            [plan] => (plan.participants().len() - self.add_plan(plan)) as u64,
            plans => {
                plans.iter().for_each(|plan| {
                    self.add_plan(plan);
                });
                let keys = |plan| PlanRows::participants(plan).iter().map(|one| plan.employee_id(one));
                plans.iter().flat_map(keys).collect::<HashSet<&[u8], FnvBuildHasher>>().len() as u64
            }
        };
    }

    /// Counts a plan and tells how many of its rows are a person's second.
    fn add_plan(&mut self, plan: &PlanRows) -> usize {
        self.plans += 1;
        let second_rows = if self.id_column.is_empty() { Vec::new() } else { second_rows(plan) };
        let count = second_rows.len();
        for (first, second) in second_rows {
            let differ = first.date(DateField::Hire) != second.date(DateField::Hire);
            let spells = if differ { Spells::Rehired } else { Spells::Same };
            let fault = Fault::SecondRow { first: first.row(), spells };
            self.second_rows.push(Problem::of_row(fault, second.row(), self.id_column.clone()));
        }
        count
    }

    /// The census as a whole.
    pub fn complete(self, ending: Ending) -> Census {
        let Ending { understanding, counts, mut problems, arrangement, rounded } = ending;
        problems.take(self.second_rows);
        Census {
            understanding,
            counts,
            people: self.people,
            plans: self.plans,
            arrangement,
            rounded,
            problems,
        }
    }
}

/// Rows of a person that has an earlier one, each with that one. Keys in ascending order, as most files have them, are
/// seen to differ at once.
fn second_rows(plan: &PlanRows) -> Vec<(&Participant, &Participant)> {
    let rows = plan.participants();
    let key = |participant| plan.employee_id(participant);
    if rows.is_sorted_by(|one, next| key(one) < key(next)) {
        return Vec::new();
    }
    let mut first: HashMap<&[u8], &Participant, FnvBuildHasher> = HashMap::default();
    first.reserve(rows.len());
    let mut found = Vec::new();
    for participant in rows.iter().filter(|participant| !key(participant).is_empty()) {
        match first.get(key(participant)) {
            Some(earlier) => found.push((*earlier, participant)),
            None => {
                first.insert(key(participant), participant);
            }
        }
    }
    found
}
