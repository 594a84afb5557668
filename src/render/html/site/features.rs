//! What a plan elects, in the order of an adoption agreement, each with where the document says so and since when.

use crate::diff::changes::{Statement, Statements};
use crate::lower::Section as _;
use crate::plan::{self, SECTIONS};
use crate::render::diff::words::value;
use crate::render::safe;

/// The elections of a section.
pub struct Section {
    /// Its key; `plan` at the top.
    pub key: String,
    pub doc: &'static str,
    pub rows: Vec<Row>,
}

/// One election that is written.
pub struct Row {
    pub key: String,
    pub doc: &'static str,
    pub value: String,
    /// A value that says nothing: unknown, or not readable.
    pub is_open: bool,
    /// Where the plan document says it; where not told, where the spec does.
    pub source: Option<String>,
    pub line: u32,
    pub effective: Option<String>,
}

/// What is written, a section after the other.
pub fn sections(statements: &Statements) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    for (path, statement) in statements.iter() {
        let (section, key) = path.rsplit_once('.').unwrap_or(("", path));
        if sections.last().is_none_or(|last| last.key != name(section)) {
            sections.push(Section { key: name(section), doc: doc(section), rows: Vec::new() });
        }
        if let Some(last) = sections.last_mut() {
            last.rows.push(Row::of(path, key, statement));
        }
    }
    sections
}

fn name(section: &str) -> String {
    safe::line(if section.is_empty() { "plan" } else { section }).into_owned()
}

fn doc(section: &str) -> &'static str {
    let group = plan::workforce::Group::INFO.key;
    let fixed = if section.starts_with("workforce.") { group } else { section };
    SECTIONS.iter().find(|info| info.key == fixed).map_or("", |info| info.doc.trim())
}

impl Row {
    fn of(path: &str, key: &str, statement: &Statement) -> Self {
        let shown = |text: &String| safe::line(text).into_owned();
        Self {
            key: safe::line(key).into_owned(),
            doc: plan::field(path).map_or("", |field| field.doc.trim()),
            value: shown(&value(Some(statement))),
            is_open: !statement.value.is_stated(),
            source: statement.source.as_ref().map(shown),
            line: statement.place.line,
            effective: statement.effective.as_ref().map(shown),
        }
    }
}
