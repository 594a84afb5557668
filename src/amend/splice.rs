//! What to write where, so that one election says something else: in the notation and layout of the text around it.

use std::ops::Range;

use jiff::civil::Date;

use super::layout::Layout;
use super::place::{Gap, Place, is_empty, place};
use super::{Change, Refusal};
use crate::source::SourceFile;
use crate::syntax::decode::Notation;
use crate::syntax::dsl;
use crate::syntax::tree::{Document, Entry, Kind};
use crate::syntax::yaml::quote;

/// Bytes of a text, and what stands there instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    pub at: Range<usize>,
    pub with: String,
}

/// What is added to a text.
#[derive(Debug, Clone, Copy)]
enum Piece<'c> {
    Election(&'c str, &'c str),
    Section(&'static str, &'c str, &'c str),
}

/// The edits that make an election say something else.
pub fn edits(
    file: &SourceFile,
    notation: Notation,
    document: &Document<'_>,
    change: &Change,
    effective: Date,
) -> Result<Vec<Edit>, Refusal> {
    let layout = Layout { text: file.text() };
    let phrase = change.phrase.as_str();
    let entangled = || Refusal::Entangled(change.path.clone());
    let added = |gap: &Gap<'_, '_>, piece: Piece<'_>| match notation {
        Notation::Dsl => in_dsl(layout, gap, piece),
        Notation::Yaml => in_yaml(layout, document, gap, piece),
    };
    match place(document, change)? {
        Place::Written(entry, node) => {
            let is_flow =
                node.map_or_else(|| is_flow(layout, document), |node| layout.braces(node).is_some());
            let around = if is_flow { quote::Place::Flow } else { quote::Place::Block };
            let mut edits = match notation {
                Notation::Dsl => replaced_in_dsl(layout, entry, phrase),
                Notation::Yaml => vec![replaced_in_yaml(layout, entry, phrase, around)],
            };
            edits.extend(entry.effective.as_ref().map(|date| Edit {
                at: date.span.start as usize..date.span.end as usize,
                with: effective.to_string(),
            }));
            Ok(edits)
        }
        Place::InSection(gap) => {
            added(&gap, Piece::Election(&gap.key, phrase)).map(|edit| vec![edit]).ok_or_else(entangled)
        }
        Place::NewSection(gap, section) => added(&gap, Piece::Section(section, &gap.key, phrase))
            .map(|edit| vec![edit])
            .ok_or_else(entangled),
    }
}

/// The text with its edits; `None` if they overlap.
pub fn applied(text: &str, mut edits: Vec<Edit>) -> Option<String> {
    edits.sort_by_key(|edit| (edit.at.start, edit.at.end));
    let mut out = String::with_capacity(text.len() + 64);
    let mut from = 0;
    for edit in &edits {
        out.push_str(text.get(from..edit.at.start)?);
        out.push_str(&edit.with);
        from = edit.at.end;
    }
    out.push_str(text.get(from..)?);
    Some(out)
}

/// The phrase in place of the old one. Comments between its lines come before the election, as they have no place
/// within one that is written on one line.
fn replaced_in_dsl(layout: Layout<'_>, entry: &Entry<'_>, phrase: &str) -> Vec<Edit> {
    let value = entry.value.span.start as usize..entry.value.span.end as usize;
    let key = entry.key.span.start as usize;
    let blank = if layout.text[..value.start].ends_with([' ', '\t']) { "" } else { " " };
    let mut edits = vec![Edit { at: value.clone(), with: format!("{blank}{}", dsl::written(phrase)) }];
    let inner = entry.comments.before.iter().filter(|comment| value.contains(&(comment.span.start as usize)));
    let line = |comment: &crate::syntax::tree::Comment<'_>| {
        format!("# {}{}{}", comment.text, layout.line_end(), layout.indent(key))
    };
    let lines: String = inner.map(line).collect();
    if !lines.is_empty() {
        edits.push(Edit { at: key..key, with: lines });
    }
    edits
}

fn replaced_in_yaml(layout: Layout<'_>, entry: &Entry<'_>, phrase: &str, around: quote::Place) -> Edit {
    let [key, mut start, end] =
        [entry.key.span.end, entry.value.span.start, entry.value.span.end].map(|at| at as usize);
    let place = if layout.is_annotated_in_braces(entry) { quote::Place::Flow } else { around };
    if is_empty(entry) {
        let colon = layout.text[key..].find(':').map_or(key, |at| key + at + 1);
        return Edit { at: colon..colon, with: format!(" {}", quote::scalar(phrase, place)) };
    }
    let is_quoted = entry.value.as_scalar().is_some_and(|scalar| scalar.quoted);
    let written = if is_quoted { quote::quoted(phrase) } else { quote::scalar(phrase, place) };
    let between = &layout.text[key..start];
    let behind_colon = between.rfind(':').map(|at| key + at + 1);
    match behind_colon {
        Some(colon)
            if layout.text[colon..start].contains('\n') && layout.text[colon..start].trim().is_empty() =>
        {
            start = colon;
            Edit { at: start..end, with: format!(" {written}") }
        }
        Some(_) | None => Edit { at: start..end, with: written },
    }
}

/// A piece in its gap between the entries of a section in the DSL.
fn in_dsl(layout: Layout<'_>, gap: &Gap<'_, '_>, piece: Piece<'_>) -> Option<Edit> {
    let entries = &gap.map.entries;
    let head = entries.first().filter(|_| gap.node.is_none());
    if let Some(head) = head.filter(|_| gap.behind <= 1) {
        return behind_head(layout, head, entries.get(1), piece);
    }
    let previous = gap.behind.checked_sub(1).and_then(|place| entries.get(place));
    let edit = |at: usize, with: String| Edit { at: at..at, with };
    if let Some(previous) = previous {
        let end = layout.end(previous);
        if !layout.ends_line(end) {
            return Some(edit(end, format!("; {}", dsl_text(piece, 0))));
        }
        let width = aligned(layout, previous);
        return Some(line_behind(
            layout,
            gap,
            end,
            layout.indent(previous.key.span.start as usize),
            dsl_text(piece, width),
        ));
    }
    if let Some(first) = entries.first() {
        let at = layout.start(first);
        if !layout.begins_line(at) {
            return Some(edit(at, format!("{}; ", dsl_text(piece, 0))));
        }
        let line =
            format!("{}{}{}", layout.indent(at), dsl_text(piece, aligned(layout, first)), layout.line_end());
        return Some(edit(layout.line_start(at), line));
    }
    Some(within(layout, gap, &dsl_text(piece, 0)))
}

/// The first entry of a plan, behind its opening brace.
fn behind_head(
    layout: Layout<'_>,
    head: &Entry<'_>,
    first: Option<&Entry<'_>>,
    piece: Piece<'_>,
) -> Option<Edit> {
    let end = layout.end(head);
    let brace = end + layout.text[end..].find('{')? + 1;
    let text = dsl_text(piece, 0);
    if !layout.ends_line(brace) {
        return Some(Edit { at: brace..brace, with: format!(" {text};") });
    }
    let (at, _) = layout.next_line(brace);
    let indent = first.map_or("  ", |first| layout.indent(first.key.span.start as usize));
    Some(Edit { at: at..at, with: format!("{indent}{text}{}", layout.line_end()) })
}

/// The width of the keys where the phrase stands apart from its key.
fn aligned(layout: Layout<'_>, entry: &Entry<'_>) -> usize {
    let is_section = matches!(entry.value.kind, Kind::Map(_));
    let width = (entry.value.span.start as usize).saturating_sub(entry.key.span.start as usize);
    let one_line =
        !layout.text[entry.key.span.end as usize..entry.value.span.start as usize].contains(['\n', '\r']);
    if is_section || !one_line { 0 } else { width }
}

fn dsl_text(piece: Piece<'_>, width: usize) -> String {
    match piece {
        Piece::Election(key, phrase) => {
            let width = width.saturating_sub(1).max(key.chars().count());
            format!("{key:width$} {}", dsl::written(phrase))
        }
        Piece::Section(section, key, phrase) => format!("{section} {{ {key} {} }}", dsl::written(phrase)),
    }
}

/// A piece in its gap between the entries of a map in YAML.
fn in_yaml(layout: Layout<'_>, document: &Document<'_>, gap: &Gap<'_, '_>, piece: Piece<'_>) -> Option<Edit> {
    let entries = &gap.map.entries;
    let is_flow = gap.node.map_or_else(|| is_flow(layout, document), |node| layout.braces(node).is_some());
    let previous = gap.behind.checked_sub(1).and_then(|place| entries.get(place));
    let edit = |at: usize, with: String| Edit { at: at..at, with };
    if is_flow {
        let text = flow_text(piece);
        return Some(match (previous, entries.first()) {
            (Some(previous), _) => edit(layout.end(previous), format!(", {text}")),
            (None, Some(first)) => edit(first.key.span.start as usize, format!("{text}, ")),
            (None, None) => within(layout, gap, &text),
        });
    }
    let sibling = previous.or(entries.first())?;
    let key = sibling.key.span.start as usize;
    let indent = layout.indent(key);
    if !layout.begins_line(key) {
        return None;
    }
    let text = block_text(layout, piece, indent);
    match previous {
        Some(previous) => {
            let end = layout.end(previous);
            layout.ends_line(end).then(|| line_behind(layout, gap, end, indent, text))
        }
        None => {
            let at = layout.line_start(layout.start(sibling));
            Some(edit(at, format!("{indent}{text}{}", layout.line_end())))
        }
    }
}

fn flow_text(piece: Piece<'_>) -> String {
    let scalar = |phrase: &str| quote::scalar(phrase, quote::Place::Flow);
    match piece {
        Piece::Election(key, phrase) => format!("{key}: {}", scalar(phrase)),
        Piece::Section(section, key, phrase) => format!("{section}: {{ {key}: {} }}", scalar(phrase)),
    }
}

fn block_text(layout: Layout<'_>, piece: Piece<'_>, indent: &str) -> String {
    let scalar = |phrase: &str| quote::scalar(phrase, quote::Place::Block);
    match piece {
        Piece::Election(key, phrase) => format!("{key}: {}", scalar(phrase)),
        Piece::Section(section, key, phrase) => {
            format!("{section}:{}{indent}  {key}: {}", layout.line_end(), scalar(phrase))
        }
    }
}

/// A line behind the one on which an entry ends; apart from it where its author keeps sections apart.
fn line_behind(layout: Layout<'_>, gap: &Gap<'_, '_>, end: usize, indent: &str, text: String) -> Edit {
    let (at, has_break) = layout.next_line(end);
    let line_end = layout.line_end();
    let is_apart =
        gap.node.is_none() && gap.map.entries.get(gap.behind).is_some_and(|next| next.comments.set_apart);
    let apart = if is_apart { line_end } else { "" };
    let with = if has_break {
        format!("{apart}{indent}{text}{line_end}")
    } else {
        format!("{line_end}{apart}{indent}{text}")
    };
    Edit { at: at..at, with }
}

/// A piece in a section with nothing in its braces.
fn within(layout: Layout<'_>, gap: &Gap<'_, '_>, text: &str) -> Edit {
    let close = gap.node.map_or(0, |node| (node.span.end as usize).saturating_sub(1));
    if layout.begins_line(close) {
        let start = layout.line_start(close);
        let with = format!("{}  {text}{}", layout.indent(close), layout.line_end());
        return Edit { at: start..start, with };
    }
    let blank = if layout.text[..close].ends_with(' ') { "" } else { " " };
    Edit { at: close..close, with: format!("{blank}{text} ") }
}

/// Is the whole plan written in braces?
fn is_flow(layout: Layout<'_>, document: &Document<'_>) -> bool {
    layout.text.get(document.span.start as usize..).is_some_and(|text| text.starts_with('{'))
}
