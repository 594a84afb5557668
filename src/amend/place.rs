//! Where an election stands in a tree, or between which entries it would stand.

use super::{Change, Refusal};
use crate::plan::{self, SECTIONS};
use crate::syntax::tree::{Document, Entry, Kind, Map, Node};

/// Where an election stands or belongs.
#[derive(Debug)]
pub enum Place<'t, 's> {
    /// It is written, in this section; `None` for the plan itself.
    Written(&'t Entry<'s>, Option<&'t Node<'s>>),
    /// Its section is written, and it is not.
    InSection(Gap<'t, 's>),
    /// Its section is not written.
    NewSection(Gap<'t, 's>, &'static str),
}

/// A gap between the entries of a map.
#[derive(Debug)]
pub struct Gap<'t, 's> {
    pub map: &'t Map<'s>,
    /// The section's node; `None` for the plan itself.
    pub node: Option<&'t Node<'s>>,
    /// The number of entries before the gap.
    pub behind: usize,
    pub key: String,
}

/// Finds the place of a changed election in a plan.
pub fn place<'t, 's>(document: &'t Document<'s>, change: &Change) -> Result<Place<'t, 's>, Refusal> {
    let root = &document.root;
    let Some((section, key)) = change.path.rsplit_once('.') else {
        return in_map(root, None, &change.path, root_order, change);
    };
    if section.contains('.') {
        return group(root, section, key, change);
    }
    match root.get(section) {
        None => {
            let behind = gap(root, root_order(section), root_order);
            let key = key.to_owned();
            let section = SECTIONS.iter().map(|info| info.key).find(|known| *known == section);
            let section = section.ok_or_else(|| Refusal::NotAnElection(change.path.clone()))?;
            Ok(Place::NewSection(Gap { map: root, node: None, behind, key }, section))
        }
        Some(entry) => {
            let map = section_map(root, entry, change)?;
            in_map(map, Some(&entry.value), key, |key| field_order(section, key), change)
        }
    }
}

/// An election of a group of the workforce, whose group must be there: an amendment invents no people.
fn group<'t, 's>(
    root: &'t Map<'s>,
    section: &str,
    key: &str,
    change: &Change,
) -> Result<Place<'t, 's>, Refusal> {
    let missing = || Refusal::NotAnElection(change.path.clone());
    let (outer, name) = section.split_once('.').ok_or_else(missing)?;
    let outer = section_map(root, root.get(outer).ok_or_else(missing)?, change)?;
    let entry = outer.get(name).ok_or_else(missing)?;
    let map = section_map(outer, entry, change)?;
    in_map(map, Some(&entry.value), key, |key| field_order("workforce.GROUP", key), change)
}

/// The map of a section that stands once, and where its key stands.
fn section_map<'t, 's>(
    around: &Map<'s>,
    entry: &'t Entry<'s>,
    change: &Change,
) -> Result<&'t Map<'s>, Refusal> {
    let by_reference = || Refusal::ByReference(change.path.clone());
    if around.is_doubled(&entry.key.text) || entry.value.span.start < entry.key.span.end {
        return Err(by_reference());
    }
    match &entry.value.kind {
        Kind::Map(map) => Ok(map),
        Kind::Scalar(_) | Kind::List(_) | Kind::Broken => Err(Refusal::Entangled(change.path.clone())),
    }
}

fn in_map<'t, 's>(
    map: &'t Map<'s>,
    node: Option<&'t Node<'s>>,
    key: &str,
    order: impl Fn(&str) -> Option<usize>,
    change: &Change,
) -> Result<Place<'t, 's>, Refusal> {
    match map.get(key) {
        Some(_) if map.is_doubled(key) => Err(Refusal::ByReference(change.path.clone())),
        Some(entry) if entry.value.span.start < entry.key.span.end && !is_empty(entry) => {
            Err(Refusal::ByReference(change.path.clone()))
        }
        Some(entry) => Ok(Place::Written(entry, node)),
        None => {
            let behind = gap(map, order(key), order);
            Ok(Place::InSection(Gap { map, node, behind, key: key.to_owned() }))
        }
    }
}

/// Is nothing written behind the key?
pub fn is_empty(entry: &Entry<'_>) -> bool {
    entry.value.span.start == entry.value.span.end
}

/// Behind the last entry that comes before in the order of an adoption agreement.
fn gap(map: &Map<'_>, new: Option<usize>, order: impl Fn(&str) -> Option<usize>) -> usize {
    let before = |entry: &Entry<'_>| order(&entry.key.text).is_some_and(|there| Some(there) < new);
    map.entries.iter().rposition(before).map_or(0, |last| last + 1)
}

fn field_order(section: &str, key: &str) -> Option<usize> {
    let info = SECTIONS.iter().find(|info| info.key == section)?;
    info.fields.iter().position(|field| field.key == key)
}

/// Elections of the plan itself come first, its groups of employees last.
fn root_order(key: &str) -> Option<usize> {
    if plan::field(key).is_some() {
        return field_order("", key);
    }
    let first = SECTIONS.first().map_or(0, |root| root.fields.len());
    let section = SECTIONS.iter().position(|info| info.key.split('.').next() == Some(key))?;
    Some(first + section)
}
