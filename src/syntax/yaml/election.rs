//! Elections with a source or an effective date: `{ value: …, source: …, effective: … }` becomes one entry.

use crate::finding::Finding;
use crate::syntax::language::{DUPLICATE_KEY, UNKNOWN_KEY, WRONG_SHAPE};
use crate::syntax::tree::{Comment, Entry, Kind, Map, Node, Scalar};
use crate::syntax::yaml::fault::excerpt;

const KEYS: [&str; 3] = ["value", "source", "effective"];
/// A longer key is no slip of the pen.
const LONGEST: usize = 24;

/// Turns every map below a root that has a key `value` into the entry that it stands for.
pub fn annotate(map: &mut Map<'_>, findings: &mut Vec<Finding>) {
    for entry in &mut map.entries {
        let value = std::mem::replace(&mut entry.value.kind, Kind::Broken);
        match value {
            Kind::Map(inner) if inner.get("value").is_some() => unfold(entry, inner, findings),
            mut other @ (Kind::Scalar(_) | Kind::List(_) | Kind::Map(_) | Kind::Broken) => {
                annotate_inside(&mut other, findings);
                entry.value.kind = other;
            }
        }
    }
}

fn annotate_inside(kind: &mut Kind<'_>, findings: &mut Vec<Finding>) {
    match kind {
        Kind::Map(map) => annotate(map, findings),
        Kind::List(items) => items.iter_mut().for_each(|item| annotate_inside(&mut item.kind, findings)),
        Kind::Scalar(_) | Kind::Broken => {}
    }
}

/// Puts the parts of `inner` into the entry whose value it is. The first of a doubled key counts.
fn unfold<'s>(entry: &mut Entry<'s>, inner: Map<'s>, findings: &mut Vec<Finding>) {
    let mut seen: Vec<(usize, Entry<'s>)> = Vec::with_capacity(KEYS.len());
    for mut part in inner.entries {
        let name = KEYS.iter().position(|key| *key == part.key.text);
        take_comments(entry, &mut part);
        let Some(name) = name else {
            findings.push(unknown(&part));
            continue;
        };
        match seen.iter().find(|(other, _)| *other == name) {
            Some((_, first)) => findings.push(doubled(first, &part)),
            None => seen.push((name, part)),
        }
    }
    entry.comments.before.extend(inner.closing);
    for (name, part) in seen {
        match name {
            0 => entry.value = plain_value(part.value, findings),
            1 => entry.source = scalar(part, findings),
            _ => entry.effective = scalar(part, findings),
        }
    }
}

/// The comment behind the value stays behind the election if nothing stands there; all others go before it.
fn take_comments<'s>(entry: &mut Entry<'s>, part: &mut Entry<'s>) {
    let comments = &mut entry.comments;
    comments.before.append(&mut part.comments.before);
    let behind: Option<Comment<'s>> = part.comments.behind.take();
    if part.key.text == "value" && comments.behind.is_none() {
        comments.behind = behind;
    } else {
        comments.before.extend(behind);
    }
}

fn plain_value<'s>(node: Node<'s>, findings: &mut Vec<Finding>) -> Node<'s> {
    match node.kind {
        Kind::Map(_) => {
            let message = "The `value` of an election is one value or a list, and here it is a map of keys.";
            let finding = Finding::new(WRONG_SHAPE, node.span, message, "a map of keys");
            findings.push(finding.help("Write the value itself behind `value:`."));
            Node::broken(node.span)
        }
        Kind::Scalar(_) | Kind::List(_) | Kind::Broken => node,
    }
}

fn scalar<'s>(part: Entry<'s>, findings: &mut Vec<Finding>) -> Option<Scalar<'s>> {
    match part.value.kind {
        Kind::Scalar(scalar) => Some(scalar),
        Kind::Broken => None,
        Kind::List(_) | Kind::Map(_) => {
            let message = format!("The `{}` of an election is a single text.", part.key.text);
            let finding = Finding::new(WRONG_SHAPE, part.value.span, message, "not a single text");
            findings.push(finding.help("Write one text, in quotes if it holds commas or brackets."));
            None
        }
    }
}

fn unknown(part: &Entry<'_>) -> Finding {
    let message = "An election with `value` takes only `source` and `effective` beside it.";
    let label = format!("`{}` is not one of them", excerpt(&part.key.text));
    let length = part.key.text.len();
    let near = KEYS
        .iter()
        .filter(|_| length <= LONGEST)
        .map(|key| (strsim::damerau_levenshtein(key, &part.key.text), *key))
        .filter(|(distance, _)| *distance <= (length / 3).max(1))
        .min();
    let help = match near {
        Some((_, key)) => format!("Write `{key}` if that is what is meant."),
        None => "Remove this key, or write it as an election of its own.".to_owned(),
    };
    Finding::new(UNKNOWN_KEY, part.key.span, message, label).help(help)
}

fn doubled(first: &Entry<'_>, again: &Entry<'_>) -> Finding {
    let message = format!("The key `{}` stands twice in this election.", again.key.text);
    let finding = Finding::new(DUPLICATE_KEY, again.key.span, message, "again here");
    finding.related(first.key.span, "first here").help("Keep one of the two.")
}
