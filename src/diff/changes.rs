//! Elections as they are written, in normal form, and what differs between two lists of them.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use crate::finding::ElectionPath;
use crate::lower::{Field, Section};
use crate::plan::{SECTIONS, workforce};
use crate::source::{SourceFile, Span};
use crate::syntax::phrase;
use crate::syntax::phrase::condition::Condition;
use crate::syntax::tree::{Document, Entry, Kind, Map};

/// What a spec says about one election.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Statement {
    #[serde(flatten)]
    pub value: Value,
    /// Where the plan document says it.
    pub source: Option<String>,
    /// Since when it holds, as it is written.
    pub effective: Option<String>,
    pub place: Place,
    #[serde(skip)]
    pub span: Span,
}

/// A stated value in the one written form of the language, or why there is none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase", tag = "state", content = "value")]
pub enum Value {
    Stated(String),
    /// The writer looked and could not tell.
    Unknown,
    /// It cannot be read; that is a finding.
    Unreadable,
}

/// Where a statement stands: lines and columns from 1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Place {
    pub path: String,
    pub line: u32,
    pub column: u32,
}

/// An election that the two sides do not state alike. `None` is a side that does not state it.
#[derive(Debug, Clone)]
pub struct Change {
    pub path: ElectionPath,
    pub kind: ChangeKind,
    pub old: Option<Statement>,
    pub new: Option<Statement>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ChangeKind {
    Added,
    Removed,
    Changed,
    /// The value is the same, its effective date is another.
    Effective,
    /// Only the place in the plan document is another.
    Source,
}

/// The elections of a plan by their paths, and their order in an adoption agreement.
#[derive(Debug, Default)]
pub struct Statements {
    by_order: BTreeMap<Order, (String, Statement)>,
}

/// Section, group of employees, election.
type Order = (usize, String, usize);

impl Statements {
    pub fn get(&self, path: &str) -> Option<&Statement> {
        self.by_order.values().find(|(own, _)| own == path).map(|(_, statement)| statement)
    }

    /// All of them with their paths, in adoption-agreement order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Statement)> {
        self.by_order.values().map(|(path, statement)| (path.as_str(), statement))
    }
}

impl Value {
    pub fn is_stated(&self) -> bool {
        matches!(self, Value::Stated(_))
    }
}

impl Statement {
    /// The effective date, if there is one that can be read.
    pub fn effective(&self) -> Option<Date> {
        phrase::read(self.effective.as_deref()?).ok()
    }

    /// The value of an election that is a day.
    pub fn date(&self) -> Option<Date> {
        match &self.value {
            Value::Stated(text) => phrase::read(text).ok(),
            Value::Unknown | Value::Unreadable => None,
        }
    }
}

/// What differs, in adoption-agreement order.
pub fn changes(old: &Statements, new: &Statements) -> Vec<Change> {
    let orders: BTreeMap<&Order, &str> =
        old.by_order.iter().chain(&new.by_order).map(|(order, (path, _))| (order, path.as_str())).collect();
    let change = |(order, path): (&Order, &str)| {
        let side = |side: &Statements| side.by_order.get(order).map(|(_, statement)| statement.clone());
        let (old, new) = (side(old), side(new));
        let kind = kind(old.as_ref(), new.as_ref())?;
        Some(Change { path: ElectionPath(path.to_owned().into()), kind, old, new })
    };
    orders.into_iter().filter_map(change).collect()
}

fn kind(old: Option<&Statement>, new: Option<&Statement>) -> Option<ChangeKind> {
    match (old, new) {
        (None, None) => None,
        (None, Some(_)) => Some(ChangeKind::Added),
        (Some(_), None) => Some(ChangeKind::Removed),
        (Some(old), Some(new)) if !means_the_same(&old.value, &new.value) => Some(ChangeKind::Changed),
        (Some(old), Some(new)) if old.effective != new.effective => Some(ChangeKind::Effective),
        (Some(old), Some(new)) if old.source != new.source => Some(ChangeKind::Source),
        (Some(_), Some(_)) => None,
    }
}

/// Alternatives of a condition mean the same in any order.
fn means_the_same(one: &Value, other: &Value) -> bool {
    let (Value::Stated(one), Value::Stated(other)) = (one, other) else { return one == other };
    let sorted = |text: &str| {
        let condition = phrase::read::<Condition>(text).ok()?;
        let mut terms: Vec<Vec<String>> = condition
            .alternatives()
            .iter()
            .map(|all| all.iter().map(ToString::to_string).collect())
            .collect();
        terms.iter_mut().for_each(|all| all.sort_unstable());
        terms.sort_unstable();
        (!terms.is_empty()).then_some(terms)
    };
    one == other || sorted(one).is_some_and(|terms| Some(terms) == sorted(other))
}

/// The elections of one plan. What stands twice cannot be told, so that neither is taken.
pub fn statements(file: &SourceFile, document: &Document<'_>) -> Statements {
    let mut statements = Statements::default();
    let group = workforce::Group::INFO;
    for (index, section) in SECTIONS.iter().enumerate() {
        let mut add = |map: &Map<'_>, name: &str, prefix: &str, in_doubt: bool| {
            for (at, field) in section.fields.iter().enumerate() {
                if let Some(entry) = map.get(field.key) {
                    let path = if prefix.is_empty() {
                        field.path.to_owned()
                    } else {
                        format!("{prefix}.{}", field.key)
                    };
                    let doubtful = in_doubt || map.is_doubled(field.key);
                    let statement = statement(file, field, entry, doubtful);
                    statements.by_order.insert((index, name.to_owned(), at), (path, statement));
                }
            }
        };
        let root = &document.root;
        if section.key.is_empty() {
            add(root, "", "", false);
        } else if section.key == group.key {
            for (entry, in_doubt) in groups(root) {
                if let Kind::Map(map) = &entry.value.kind {
                    add(map, &entry.key.text, &format!("workforce.{}", entry.key.text), in_doubt);
                }
            }
        } else if let Some(Kind::Map(map)) = root.get(section.key).map(|entry| &entry.value.kind) {
            add(map, "", "", root.is_doubled(section.key));
        }
    }
    statements
}

/// The groups of employees, and whether it is in doubt what they are.
fn groups<'d, 's>(root: &'d Map<'s>) -> Vec<(&'d Entry<'s>, bool)> {
    let Some(Kind::Map(groups)) = root.get("workforce").map(|entry| &entry.value.kind) else {
        return Vec::new();
    };
    let in_doubt = |name: &str| root.is_doubled("workforce") || groups.is_doubled(name);
    groups.entries.iter().map(|entry| (entry, in_doubt(&entry.key.text))).collect()
}

fn statement(file: &SourceFile, field: &Field, entry: &Entry<'_>, in_doubt: bool) -> Statement {
    let value = match &entry.value.kind {
        _ if in_doubt => Value::Unreadable,
        Kind::Scalar(scalar) if scalar.text.trim().eq_ignore_ascii_case("unknown") => Value::Unknown,
        Kind::Scalar(scalar) => stated((field.kind.normal)(&[&scalar.text])),
        Kind::List(items) if field.kind.list => {
            let parts: Option<Vec<&str>> = items.iter().map(|item| Some(&*item.as_scalar()?.text)).collect();
            stated(parts.and_then(|parts| (field.kind.normal)(&parts)))
        }
        Kind::List(_) | Kind::Map(_) | Kind::Broken => Value::Unreadable,
    };
    let position = file.position(entry.value.span.start);
    Statement {
        value,
        source: entry.source.as_ref().map(|scalar| scalar.text.trim().to_owned()),
        effective: entry.effective.as_ref().map(|scalar| scalar.text.trim().to_owned()),
        place: Place { path: file.path().to_owned(), line: position.line, column: position.column },
        span: entry.value.span,
    }
}

fn stated(normal: Option<String>) -> Value {
    normal.map_or(Value::Unreadable, Value::Stated)
}
