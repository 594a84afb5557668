//! What a test cannot be run without: columns, cells, elections, limits that are not published.

use std::collections::BTreeMap;
use std::fmt;

use crate::census::column::Column;
use crate::finding::ElectionPath;
use crate::law::limits::Limit;
use crate::lower::Missing;
use crate::plan;

/// Everything that is missing for one answer. Empty where nothing is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Unanswered {
    /// Columns that the census does not have.
    pub columns: Vec<Column>,
    /// Rows in which a cell is blank that decides, by column. Rows are counted as a spreadsheet does.
    pub blank: BTreeMap<Column, Vec<u32>>,
    /// Elections that the plan spec does not state.
    pub elections: Vec<ElectionPath>,
    /// Limits of a year that are not published.
    pub limits: Vec<(Limit, i16)>,
    /// What else stands in the way, in a sentence without a full stop.
    pub other: Vec<&'static str>,
}

impl Unanswered {
    pub fn column(column: Column) -> Self {
        Self { columns: vec![column], ..Self::default() }
    }

    pub fn blank(column: Column, row: u32) -> Self {
        Self { blank: BTreeMap::from([(column, vec![row])]), ..Self::default() }
    }

    pub fn limit(limit: Limit, year: i16) -> Self {
        Self { limits: vec![(limit, year)], ..Self::default() }
    }

    pub fn other(sentence: &'static str) -> Self {
        Self { other: vec![sentence], ..Self::default() }
    }

    /// What to ask the plan administrator for.
    pub fn questions(&self) -> Vec<&'static str> {
        let ask = |path: &ElectionPath| plan::field(path.as_str()).map(|field| field.question);
        self.elections.iter().filter_map(ask).collect()
    }

    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Adds what is missing for something else; each thing stands once, in the order in which it came up.
    pub fn add(&mut self, other: Unanswered) {
        append(&mut self.columns, other.columns);
        append(&mut self.elections, other.elections);
        append(&mut self.limits, other.limits);
        append(&mut self.other, other.other);
        for (column, rows) in other.blank {
            append(self.blank.entry(column).or_default(), rows);
        }
    }

    pub fn and(mut self, other: Unanswered) -> Self {
        self.add(other);
        self
    }
}

fn append<T: PartialEq>(all: &mut Vec<T>, more: Vec<T>) {
    for one in more {
        if all.last() != Some(&one) && !all.contains(&one) {
            all.push(one);
        }
    }
}

impl From<Missing> for Unanswered {
    fn from(missing: Missing) -> Self {
        Self { elections: missing.elections, ..Self::default() }
    }
}

/// As a sentence without a full stop: `the census has no column after_tax; the plan does not state testing.acp`.
impl fmt::Display for Unanswered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut parts = Vec::new();
        if !self.columns.is_empty() {
            let names = list(self.columns.iter().map(|column| format!("`{}`", column.name())));
            parts.push(format!("the census has no column {names}"));
        }
        for (column, rows) in &self.blank {
            parts.push(format!("`{}` is blank in {}", column.name(), in_rows(rows)));
        }
        if !self.elections.is_empty() {
            let names = list(self.elections.iter().map(|path| format!("`{path}`")));
            parts.push(format!("the plan spec does not state {names}"));
        }
        for (limit, year) in &self.limits {
            parts.push(format!("the {year} limit of {} is not published", limit.section()));
        }
        parts.extend(self.other.iter().map(|other| (*other).to_owned()));
        if parts.is_empty() {
            parts.push("an election of the plan spec could not be read".to_owned());
        }
        f.write_str(&parts.join("; "))
    }
}

/// How many rows a sentence names.
const NAMED_ROWS: usize = 8;

fn in_rows(rows: &[u32]) -> String {
    let named = list(rows.iter().take(NAMED_ROWS).map(u32::to_string));
    match rows.len() {
        1 => format!("row {named}"),
        count if count <= NAMED_ROWS => format!("rows {named}"),
        count => format!("{count} rows, first {named}"),
    }
}

fn list(names: impl Iterator<Item = String>) -> String {
    names.collect::<Vec<_>>().join(", ")
}
