//! How many people and plans a census has, and which rows are a person's second.

use std::collections::{HashMap, HashSet};
use std::hash::Hasher;

use fnv::{FnvBuildHasher, FnvHasher};

use super::Census;
use super::column::{Column, DateField};
use super::header::Understanding;
use super::participant::{Participant, PlanRows};
use super::problem::{Fault, Problem, Problems, Spells};
use super::reader::Ending;

/// People and plans as they are counted.
pub struct Tally {
    plans: u64,
    people: People,
    id_column: Vec<usize>,
    second_rows: Problems,
}

enum People {
    /// A person in two plans counts twice: nothing says that the plans are of one employer.
    OfPlans(u64),
    OfEmployers(HashSet<u64, FnvBuildHasher>),
}

impl Tally {
    pub fn new(understanding: &Understanding) -> Self {
        let people = if understanding.has(Column::EmployerGroup) {
            People::OfEmployers(HashSet::default())
        } else {
            People::OfPlans(0)
        };
        let id_column = understanding.number(Column::EmployeeId).into_iter().collect();
        Self { plans: 0, people, id_column, second_rows: Problems::default() }
    }

    /// Counts all rows of a plan.
    pub fn add(&mut self, plan: &PlanRows) {
        self.plans += 1;
        let second_rows = if self.id_column.is_empty() { Vec::new() } else { second_rows(plan) };
        match &mut self.people {
            People::OfPlans(people) => *people += (plan.participants().len() - second_rows.len()) as u64,
            People::OfEmployers(people) => {
                people.extend(plan.participants().iter().map(|one| person(plan, one)))
            }
        }
        for (first, second) in second_rows {
            let differ = first.date(DateField::Hire) != second.date(DateField::Hire);
            let spells = if differ { Spells::Rehired } else { Spells::Same };
            let fault = Fault::SecondRow { first: first.row(), spells };
            self.second_rows.push(Problem::of_row(fault, second.row(), self.id_column.clone()));
        }
    }

    /// The census as a whole.
    pub fn complete(self, ending: Ending) -> Census {
        let Ending { understanding, counts, mut problems, arrangement, rounded } = ending;
        problems.take(self.second_rows);
        let people = match self.people {
            People::OfPlans(people) => people,
            People::OfEmployers(people) => people.len() as u64,
        };
        Census { understanding, counts, people, plans: self.plans, arrangement, rounded, problems }
    }
}

/// A person of an employer; of a plan, where its rows name no employer.
fn person(plan: &PlanRows, participant: &Participant) -> u64 {
    let mut hasher = FnvHasher::default();
    let (mark, employer) = if plan.group.is_empty() { (0, &plan.plan_id) } else { (1, &plan.group) };
    for part in [&[mark], employer.as_slice(), &[0], plan.employee_id(participant)] {
        hasher.write(part);
    }
    hasher.finish()
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
