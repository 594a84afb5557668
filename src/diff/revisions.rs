//! Which specs are revisions of one plan: those of one name and employer for different years, or restated on different
//! days.

use std::collections::HashMap;

use jiff::civil::Date;
use rayon::prelude::*;

use super::changes::{self, Statements, Value};
use super::side;
use crate::report::{PlanReport, Report};
use crate::source::{FileId, SourceFile};

/// More plans of one name are those of clients who all call theirs `401(k) Plan`.
const MOST: usize = 40;

/// A plan of a report: its place among the plans, and what its spec states.
#[derive(Debug)]
pub struct Revision {
    pub elections: Statements,
    /// When the document was last restated, where that is stated.
    restated: Option<Date>,
    /// The place of the revision before it among the plans of the report.
    pub before: Option<usize>,
    /// The place of the one after it.
    pub after: Option<usize>,
    /// Others that state the same in every election, as in the other notation.
    pub twins: Vec<usize>,
}

/// What the plans of a report state, in their order, and which follows which.
pub fn revisions(report: &Report) -> Vec<Revision> {
    let mut all = elections(report);
    let mut named: HashMap<(&str, Option<String>), Vec<usize>> = HashMap::new();
    for (index, plan) in report.plans.iter().enumerate() {
        named.entry((&plan.name, all[index].employer())).or_default().push(index);
    }
    for alike in named.into_values().filter(|alike| (2..=MOST).contains(&alike.len())) {
        relate(&mut all, &report.plans, &alike);
    }
    all
}

/// The elections of the plans of a text, in its order.
fn of_file(file: &SourceFile) -> Vec<Statements> {
    side::typed(file).into_iter().map(|(elections, _)| elections).collect()
}

fn elections(report: &Report) -> Vec<Revision> {
    let mut files: Vec<(FileId, usize)> = Vec::new();
    for plan in &report.plans {
        match files.last_mut() {
            Some((file, count)) if *file == plan.file => *count += 1,
            Some(_) | None => files.push((plan.file, 1)),
        }
    }
    let read = |(file, count): &(FileId, usize)| {
        let mut own = report.file(*file).map(of_file).unwrap_or_default();
        own.resize_with(*count, Statements::default);
        own
    };
    let read: Vec<Vec<Statements>> = files.par_iter().map(read).collect();
    read.into_iter().flatten().map(Revision::of).collect()
}

impl Revision {
    fn of(elections: Statements) -> Self {
        let restated = elections.get("document.restated").and_then(|statement| statement.date());
        Self { elections, restated, before: None, after: None, twins: Vec::new() }
    }

    fn employer(&self) -> Option<String> {
        match &self.elections.get("employer.name")?.value {
            Value::Stated(name) => Some(name.clone()),
            Value::Unknown | Value::Unreadable => None,
        }
    }
}

/// Orders plans of one name. Which of two specs of one year is the later nobody can tell, unless both say when they were
/// restated.
fn relate(all: &mut [Revision], plans: &[PlanReport], alike: &[usize]) {
    let year = |index: usize| plans[index].year.first_day();
    for &index in alike {
        let others = alike.iter().copied().filter(|other| *other != index);
        let is_twin = |other: &usize| {
            year(*other) == year(index)
                && all[*other].restated == all[index].restated
                && same(all, index, *other)
        };
        let twins = others.filter(is_twin).collect();
        all[index].twins = twins;
    }
    let is_before =
        |all: &[Revision], one: usize, other: usize| match (all[one].restated, all[other].restated) {
            _ if year(one) != year(other) => year(one) < year(other),
            (Some(one), Some(other)) => one < other,
            (Some(_) | None, _) => false,
        };
    for &index in alike {
        let earlier: Vec<usize> =
            alike.iter().copied().filter(|other| is_before(all, *other, index)).collect();
        let is_last = |one: &&usize| !earlier.iter().any(|other| is_before(all, **one, *other));
        let last: Vec<usize> = earlier.iter().filter(is_last).copied().collect();
        let Some((before, others)) = last.split_first() else { continue };
        if others.iter().all(|other| all[*before].twins.contains(other)) {
            all[index].before = Some(*before);
            for earlier in &last {
                all[*earlier].after.get_or_insert(index);
            }
        }
    }
}

/// Do two specs state the same?
fn same(all: &[Revision], one: usize, other: usize) -> bool {
    changes::changes(&all[one].elections, &all[other].elections).is_empty()
}
