//! Baselines: the findings that were there when planlint was taken up, by plan, rule, election and value, never by line.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use serde::{Deserialize, Serialize};

use super::adjust::Terms;
use super::{Report, Reported, Suppressed, SuppressedBy, fingerprint};
use crate::rules;
use crate::source::{FileId, SourceFile};
use crate::syntax::language::{NOT_A_PLAN, SYNTAX_ERROR};

/// What a consumer can rely on; changed only with the meaning of a member.
pub const SCHEMA: &str = "planlint/baseline/1";

/// How often each finding was there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Baseline(BTreeMap<Key, u32>);

/// What a finding is known by.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// The plan spec, as the baseline names it.
    pub path: String,
    pub plan: Option<String>,
    pub rule: String,
    pub election: Option<String>,
    /// The text of the place, its blanks evened out.
    pub value: String,
}

/// A finding of a baseline that is there no more, or not as often.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stale {
    pub key: Key,
    pub count: u32,
}

/// Why a text is no baseline, with line and column from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoBaseline {
    pub line: usize,
    pub column: usize,
    pub problem: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    schema: String,
    findings: Vec<Record>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Record {
    path: String,
    plan: Option<String>,
    rule: String,
    election: Option<String>,
    value: String,
    #[serde(default = "once", skip_serializing_if = "is_once")]
    count: u32,
}

fn once() -> u32 {
    1
}

fn is_once(count: &u32) -> bool {
    *count == 1
}

/// Can a baseline hold a finding of this rule? Of a text that cannot be read as a plan nothing is known.
pub fn can_hold(rule: &str) -> bool {
    ![NOT_A_PLAN, SYNTAX_ERROR].contains(&rule)
}

impl Baseline {
    /// The findings of a report that are to be acted on. `known_as` gives the path by which the baseline knows a file.
    pub fn of(report: &Report, known_as: &dyn Fn(&str) -> String) -> Self {
        let mut counts = BTreeMap::new();
        for reported in report.findings.iter().filter(|reported| can_hold(reported.finding.rule)) {
            if let Some(key) = report.file(reported.file).map(|file| key(file, reported, known_as)) {
                *counts.entry(key).or_insert(0) += 1;
            }
        }
        Self(counts)
    }

    /// How many findings it holds.
    pub fn len(&self) -> usize {
        self.0.values().map(|count| *count as usize).sum()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The plan specs that it knows, each once.
    pub fn paths(&self) -> BTreeSet<&str> {
        self.0.keys().map(|key| key.path.as_str()).collect()
    }

    /// JSON with a finding a line, in the order of paths, plans and rules.
    pub fn write(&self) -> String {
        let lines: Vec<String> = self.0.iter().map(|(key, count)| line(key, *count)).collect();
        let body = if lines.is_empty() { String::new() } else { format!("\n{}\n", lines.join(",\n")) };
        format!("{{ \"schema\": \"{SCHEMA}\", \"findings\": [{body}] }}\n")
    }

    /// Reads what [`Baseline::write`] writes.
    pub fn read(text: &str) -> Result<Self, NoBaseline> {
        let document: Document = serde_json::from_str(text).map_err(|error| NoBaseline {
            line: error.line(),
            column: error.column().max(1),
            problem: plain(&error),
        })?;
        if document.schema != SCHEMA {
            let shown: String = document.schema.chars().take(60).collect();
            let problem = format!("its schema is `{shown}`, and this planlint reads `{SCHEMA}`");
            let (line, column) = place_of(text, &document.schema);
            return Err(NoBaseline { line, column, problem });
        }
        let mut counts = BTreeMap::new();
        for record in document.findings {
            let Record { path, plan, rule, election, value, count } = record;
            let key = Key { path, plan, rule, election, value };
            let known: &mut u32 = counts.entry(key).or_insert(0);
            *known = known.saturating_add(count);
        }
        Ok(Self(counts))
    }
}

impl Report {
    /// Holds back the findings of a baseline, each as often as it is there, and returns what is there no more. Nothing is
    /// said of files that were not checked or could not be read, and of rules that did not run; `terms` tells which did.
    pub fn hold_back(
        &mut self,
        baseline: &Baseline,
        known_as: &dyn Fn(&str) -> String,
        terms: &dyn Fn(&str) -> Terms,
    ) -> Vec<Stale> {
        let mut left = baseline.0.clone();
        let mut found = std::mem::take(&mut self.findings);
        for reported in found.iter_mut().filter(|reported| can_hold(reported.finding.rule)) {
            let key = self.file(reported.file).map(|file| key(file, reported, known_as));
            if let Some(count) = key.and_then(|key| left.get_mut(&key)).filter(|count| **count > 0) {
                *count -= 1;
                let by = SuppressedBy::Baseline;
                reported.suppressed = Some(Box::new(Suppressed { by, reason: None, until: None, who: None }));
            }
        }
        self.findings = found;
        let unread = self.findings.iter().filter(|found| !can_hold(found.finding.rule));
        let unread: HashSet<FileId> = unread.map(|found| found.file).collect();
        let mut stale = Vec::new();
        for file in self.files.iter().filter(|file| !unread.contains(&file.id())) {
            let (path, terms) = (known_as(file.path()), terms(file.path()));
            let of_file = left.range(Key::first(&path)..).take_while(|(key, _)| key.path == path);
            let gone = of_file.filter(|(key, count)| {
                **count > 0 && rules::named(&key.rule).is_none_or(|rule| terms.runs(rule))
            });
            stale.extend(gone.map(|(key, count)| Stale { key: key.clone(), count: *count }));
        }
        self.set_aside();
        stale
    }
}

impl Key {
    /// What stands before all keys of a path.
    fn first(path: &str) -> Self {
        let none = String::new;
        Self { path: path.to_owned(), plan: None, rule: none(), election: None, value: none() }
    }
}

fn key(file: &SourceFile, reported: &Reported, known_as: &dyn Fn(&str) -> String) -> Key {
    Key {
        path: known_as(file.path()),
        plan: reported.plan.clone(),
        rule: reported.finding.rule.to_owned(),
        election: reported.finding.election.as_ref().map(ToString::to_string),
        value: fingerprint::value(file, reported),
    }
}

fn line(key: &Key, count: u32) -> String {
    let Key { path, plan, rule, election, value } = key.clone();
    let record = Record { path, plan, rule, election, value, count };
    serde_json::to_string(&record).expect("internal error: a baseline is not JSON")
}

/// What serde says, without the place that it puts behind it.
fn plain(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.rsplit_once(" at line ").map_or(text.clone(), |(problem, _)| problem.to_owned())
}

fn place_of(text: &str, part: &str) -> (usize, usize) {
    let before = &text[..text.find(part).unwrap_or(0)];
    let line = before.matches('\n').count() + 1;
    (line, before.rsplit('\n').next().unwrap_or("").chars().count() + 1)
}
