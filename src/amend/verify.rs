//! Whether an amended text says what the text before said, but for one election.

use std::collections::BTreeMap;

use super::{Change, Refusal};
use crate::plan;
use crate::syntax::tree::{Comment, Document, Entry, Kind, Map, Node};

/// What one election says: its value, its source and its date.
type Said = (Vec<String>, Option<String>, Option<String>);

/// Everything that stands in one plan: elections by path, and comments.
#[derive(Debug, Default, PartialEq)]
struct Content {
    elections: BTreeMap<String, Vec<Said>>,
    comments: Vec<String>,
}

/// Says the amended text the same of all plans, but for the changed election of one? Are all comments there?
pub fn only(
    before: &[Document<'_>],
    after: &[Document<'_>],
    amended: usize,
    change: &Change,
) -> Result<(), Refusal> {
    let entangled = || Refusal::Entangled(change.path.clone());
    if before.len() != after.len() {
        return Err(entangled());
    }
    for (place, (before, after)) in before.iter().zip(after).enumerate() {
        let (mut before, mut after) = (Content::of(before), Content::of(after));
        if before.comments != after.comments {
            return Err(entangled());
        }
        if place == amended {
            before.elections.remove(&change.path);
            let said = after.elections.remove(&change.path).ok_or_else(entangled)?;
            match said.as_slice() {
                [(parts, _, _)] if is_said(parts, change) => {}
                [_] => return Err(entangled()),
                _ => return Err(Refusal::ByReference(change.path.clone())),
            }
        }
        if before.elections != after.elections {
            return Err(Refusal::ByReference(change.path.clone()));
        }
    }
    Ok(())
}

/// Do these texts read as the phrase reads?
fn is_said(parts: &[String], change: &Change) -> bool {
    let Some(field) = plan::field(&change.path) else { return false };
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    let said = (field.kind.normal)(&parts);
    said.is_some() && said == (field.kind.normal)(&[&change.phrase])
}

impl Content {
    fn of(document: &Document<'_>) -> Self {
        let mut content = Self::default();
        content.map("", &document.root);
        content.keep(&document.closing);
        content.comments.sort();
        content
    }

    fn map(&mut self, prefix: &str, map: &Map<'_>) {
        for entry in &map.entries {
            let path = if prefix.is_empty() {
                entry.key.text.to_string()
            } else {
                format!("{prefix}.{}", entry.key.text)
            };
            self.keep(&entry.comments.before);
            self.keep(entry.comments.behind.as_slice());
            match &entry.value.kind {
                Kind::Map(inner) => self.map(&path, inner),
                Kind::Scalar(_) | Kind::List(_) | Kind::Broken => {
                    self.elections.entry(path).or_default().push(said(entry));
                }
            }
        }
        self.keep(&map.closing);
    }

    fn keep(&mut self, comments: &[Comment<'_>]) {
        self.comments.extend(comments.iter().map(|comment| comment.text.trim().to_owned()));
    }
}

fn said(entry: &Entry<'_>) -> Said {
    let mut parts = Vec::new();
    texts(&entry.value, &mut parts);
    let text = |scalar: &crate::syntax::tree::Scalar<'_>| scalar.text.to_string();
    (parts, entry.source.as_ref().map(text), entry.effective.as_ref().map(text))
}

fn texts(node: &Node<'_>, parts: &mut Vec<String>) {
    match &node.kind {
        Kind::Scalar(scalar) => parts.push(scalar.text.to_string()),
        Kind::List(items) => items.iter().for_each(|item| texts(item, parts)),
        Kind::Map(_) | Kind::Broken => {}
    }
}
