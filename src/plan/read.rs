//! From a document's tree to a [`Plan`].

use std::sync::LazyLock;

use super::identity::Identity;
use super::{FIXED, Plan, workforce};
use crate::finding::Finding;
use crate::lower::{Field, Reader, Section, SectionInfo};
use crate::source::Span;
use crate::syntax::language::{NOT_A_PLAN, WRONG_SHAPE};
use crate::syntax::phrase::year::PlanYear;
use crate::syntax::tree::{Document, Entry, Kind, Map, Node};

/// All sections of the language, the root first, in adoption-agreement order.
pub static SECTIONS: LazyLock<Vec<SectionInfo>> = LazyLock::new(|| {
    let mut sections = vec![Identity::INFO];
    sections.extend_from_slice(FIXED);
    sections.push(workforce::Group::INFO);
    sections
});

/// The election under a dotted path; elections of workforce groups are found under any group's name.
pub fn field(path: &str) -> Option<&'static Field> {
    let (section, key) = path.rsplit_once('.').unwrap_or(("", path));
    let section = if section.starts_with("workforce.") { workforce::Group::INFO.key } else { section };
    let info = SECTIONS.iter().find(|info| info.key == section)?;
    info.fields.iter().find(|field| field.key == key)
}

/// Reads a plan for the year that it states, for `year` if that is given, for `otherwise` if it states none.
///
/// `None` if the document is no plan spec at all; that is a finding then.
pub fn read(
    document: &Document<'_>,
    year: Option<PlanYear>,
    otherwise: PlanYear,
) -> (Option<Plan>, Vec<Finding>) {
    let mut reader = Reader::new(&SECTIONS);
    let root = &document.root;
    let knows = |entry: &Entry<'_>| is_known(&entry.key.text);
    if !root.entries.iter().any(knows) {
        let finding = Finding::new(
            NOT_A_PLAN,
            start_of(document),
            "This is not a plan spec: it has none of a plan's keys.",
            "no plan here",
        );
        let help = "A plan spec has at least `plan` and `type`; `planlint init` writes one to begin with.";
        return (None, vec![finding.help(help)]);
    }
    reader.duplicates(root);
    let identity = identity(root, document.span, &mut reader);
    let year = year.or(identity.year.stated().copied()).unwrap_or(otherwise);
    reader.until(Some(year.last_day()));
    unknown_keys(root, &mut reader);
    if root.get("plan").is_none() {
        let message = "This plan has no name: reports and baselines tell plans apart by it.";
        let finding = Finding::new(NOT_A_PLAN, start_of(document), message, "`plan` is missing");
        reader.findings.push(finding.help("Add `plan: NAME` at the top."));
    }
    let plan = super::sections(root, document.span, year, identity, &mut reader);
    (Some(plan), reader.findings)
}

/// Reads one fixed section from the root.
pub(super) fn section<S: Section>(root: &Map<'_>, plan: Span, reader: &mut Reader) -> S {
    let Some(entry) = root.get(S::INFO.key) else {
        return S::read(None, plan.at_start(), None, reader);
    };
    match &entry.value.kind {
        Kind::Map(map) if root.is_doubled(S::INFO.key) => {
            S::read(Some(&map.in_doubt()), entry.key.span, None, reader)
        }
        Kind::Map(map) => S::read(Some(map), entry.key.span, None, reader),
        Kind::Scalar(_) | Kind::List(_) | Kind::Broken => {
            not_a_section(entry, reader);
            S::read(None, entry.key.span, None, reader)
        }
    }
}

/// Reports a value where a section belongs.
pub(super) fn not_a_section(entry: &Entry<'_>, reader: &mut Reader) {
    if entry.value.kind == Kind::Broken {
        return;
    }
    let key = &*entry.key.text;
    let first = SECTIONS.iter().find(|info| info.key == key).and_then(|info| info.fields.first());
    let example = first.map_or_else(
        || format!("`{key}: {{ hce: {{ count: 40 }} }}`"),
        |field| format!("`{key}: {{ {}: {} }}`", field.key, field.kind.examples.first().unwrap_or(&"…")),
    );
    let finding = Finding::new(
        WRONG_SHAPE,
        entry.span(),
        format!("`{key}` is a section of elections."),
        "not a section",
    );
    reader.findings.push(finding.help(format!("Write its elections in it, as in {example}.")));
}

fn identity(root: &Map<'_>, near: Span, reader: &mut Reader) -> Identity {
    let is_own = |entry: &&Entry<'_>| Identity::INFO.fields.iter().any(|field| field.key == entry.key.text);
    let mut seen: Vec<&str> = Vec::new();
    let mut own = Map::default();
    for entry in root.entries.iter().filter(is_own) {
        if !seen.contains(&&*entry.key.text) {
            seen.push(&entry.key.text);
            let mut entry = entry.clone();
            if root.is_doubled(&entry.key.text) {
                entry.value = Node::broken(entry.value.span);
            }
            own.entries.push(entry);
        }
    }
    Identity::read(Some(&own), near.at_start(), None, reader)
}

fn unknown_keys(root: &Map<'_>, reader: &mut Reader) {
    for entry in root.entries.iter().filter(|entry| !is_known(&entry.key.text)) {
        reader.unknown(entry, "", root_keys());
    }
}

fn is_known(key: &str) -> bool {
    root_keys().any(|known| known == key)
}

/// The keys of the root: its elections, then the sections.
pub fn root_keys() -> impl Iterator<Item = &'static str> + Clone {
    let elections = Identity::INFO.fields.iter().map(|field| field.key);
    elections.chain(FIXED.iter().map(|info| info.key)).chain(["workforce"])
}

/// The first line of a plan, which is enough to show where it is.
fn start_of(document: &Document<'_>) -> Span {
    document.root.entries.first().map_or(document.span.at_start(), |entry| entry.key.span)
}
