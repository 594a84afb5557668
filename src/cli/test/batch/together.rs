//! All plans of a batch put together: what only shows when everything is read, and everything that is left over.

use std::collections::{BTreeMap, BTreeSet};

use planlint::testing::batch::line::{Line, Outcome};

use super::censuses::CensusPath;
use super::specs::Specs;
use super::tests_of::Entry;

/// What is known so far, by the numbers of the census file and of the plan in it.
#[derive(Debug, Default)]
pub struct Together {
    entries: BTreeMap<(usize, usize), Entry>,
    lost: Vec<Line>,
}

/// What is told of one plan in the end.
#[derive(Debug)]
pub struct Told {
    pub line: Line,
    /// Under which the journal has the whole result; `None` where it counts for nothing.
    pub key: Option<u64>,
}

impl Together {
    /// Keeps what came of some plans. The second reading of a census replaces the first, whichever comes first.
    pub fn keep(&mut self, entries: Vec<Entry>) {
        for entry in entries {
            let place = (entry.census, entry.number);
            if self.entries.get(&place).is_none_or(|known| known.reading <= entry.reading) {
                self.entries.insert(place, entry);
            }
        }
    }

    /// Drops everything of a census that cannot be read whole.
    pub fn lose(&mut self, number: usize, path: &CensusPath, reason: &str) {
        self.entries.retain(|(census, _), _| *census != number);
        self.lost.push(Line {
            census: Some(path.shown.clone()),
            outcome: Outcome::Unread,
            reasons: vec![reason.to_owned()],
            ..Line::default()
        });
    }

    /// All lines in the order of plan specs; behind them plans without one, by census; then what was not read.
    pub fn finish(mut self, specs: &Specs, paths: &[CensusPath]) -> Vec<Told> {
        self.part_ids(paths);
        self.part_specs();
        self.part_employers(paths);
        let used: BTreeSet<usize> = self.entries.values().filter_map(|entry| entry.spec).collect();
        let mut lines: Vec<(usize, Told)> = Vec::new();
        for entry in self.entries.into_values() {
            let place = entry.spec.unwrap_or(usize::MAX);
            let key = entry.key.filter(|_| entry.line.tested.is_some());
            lines.push((place, Told { line: entry.line, key }));
        }
        for (place, spec) in specs.list.iter().enumerate().filter(|(place, _)| !used.contains(place)) {
            let line = match &spec.terms {
                None => spec.line(Outcome::Unread, "the plan spec cannot be read".to_owned()),
                Some(_) => spec.line(Outcome::Unmatched, without_census(&spec.called(), self.lost.len())),
            };
            lines.push((place, Told { line, key: None }));
        }
        lines.sort_by_key(|(place, _)| *place);
        let unread = specs.unreadable.iter().map(|_| Line {
            outcome: Outcome::Unread,
            reasons: vec!["a folder of plan specs cannot be looked into".to_owned()],
            ..Line::default()
        });
        let rest = self.lost.into_iter().chain(unread).map(|line| Told { line, key: None });
        lines.into_iter().map(|(_, told)| told).chain(rest).collect()
    }

    /// One plan in two files: which rows are all of it, nobody knows.
    fn part_ids(&mut self, paths: &[CensusPath]) {
        let mut files: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
        for entry in self.entries.values() {
            files.entry(entry.line.plan_id.clone().unwrap_or_default()).or_default().insert(entry.census);
        }
        for entry in self.entries.values_mut().filter(|entry| entry.line.plan_id.is_some()) {
            let id = entry.line.plan_id.clone().unwrap_or_default();
            if let Some(several) = files.get(&id).filter(|files| files.len() > 1) {
                entry.line.unmatched(format!("stands in several censuses: {}", shown(several, paths)));
            }
        }
    }

    /// Two plans of the census with one spec, by two of its names.
    fn part_specs(&mut self) {
        let mut ids: BTreeMap<usize, BTreeSet<String>> = BTreeMap::new();
        for entry in self.entries.values() {
            let id = entry.line.plan_id.clone().unwrap_or_default();
            entry.spec.into_iter().for_each(|spec| _ = ids.entry(spec).or_default().insert(id.clone()));
        }
        for entry in self.entries.values_mut() {
            let several = entry.spec.and_then(|spec| ids.get(&spec)).filter(|ids| ids.len() > 1);
            if let Some(several) = several {
                let named: Vec<String> = several.iter().map(|id| format!("`{id}`")).collect();
                let named = named.join(" and ");
                entry.line.unmatched(format!("its plan spec goes by {named}; state its `id`"));
            }
        }
    }

    /// Plans of one employer in two files are not tested together, and a plan that dropped out was: either way what
    /// counts of the others is not known (26 CFR 1.401(k)-2(a)(3)(ii)).
    fn part_employers(&mut self, paths: &[CensusPath]) {
        let mut files: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
        let mut dropped: BTreeSet<String> = BTreeSet::new();
        for entry in self.entries.values() {
            let Some(group) = &entry.group else { continue };
            files.entry(group.clone()).or_default().insert(entry.census);
            if entry.spec.is_some() && entry.line.outcome == Outcome::Unmatched {
                dropped.insert(group.clone());
            }
        }
        for entry in self.entries.values_mut().filter(|entry| entry.line.tested.is_some()) {
            let Some(group) = &entry.group else { continue };
            if let Some(several) = files.get(group).filter(|files| files.len() > 1) {
                let named = shown(several, paths);
                entry.set_aside(format!("plans of its employer stand in several censuses, and are tested together only in one: {named}"));
            } else if dropped.contains(group) {
                entry.set_aside(
                    "another plan of its employer is not certain, and what is in it may count here"
                        .to_owned(),
                );
            }
        }
    }
}

impl Entry {
    fn set_aside(&mut self, reason: String) {
        self.line.set_aside(reason);
        self.key = None;
    }
}

fn without_census(called: &str, lost: usize) -> String {
    let found = format!("no census has a plan {called}");
    if lost == 0 { found } else { format!("{found}; not every census could be read") }
}

fn shown(files: &BTreeSet<usize>, paths: &[CensusPath]) -> String {
    let names: Vec<&str> =
        files.iter().filter_map(|file| paths.get(*file)).map(|path| path.shown.as_str()).collect();
    names.join(", ")
}
