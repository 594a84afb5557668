//! Faults of indentation: tabs, lines that fit no line above them, list items out of place.

use std::ops::Range;

use granit_parser::ErrorKind;

use crate::syntax::yaml::edit::{Edit, Repair};
use crate::syntax::yaml::fault::{Fault, Stop, excerpt, forget, plain, words};
use crate::syntax::yaml::lines::Line;

/// A tab in the indentation, or another tab that YAML does not allow.
pub fn tab(text: &str, stop: &Stop) -> Fault {
    let line = Line::at(text, stop.at);
    let lines = std::iter::successors(Some(line), |line| line.next(text));
    let tabbed: Vec<Range<usize>> = lines.filter_map(|line| tabs(text, line)).collect();
    let Some(first) = tabbed.first().cloned() else { return words::told(text, stop.at, &stop.kind) };
    let message = match tabbed.len() {
        1 => "This line is indented with a tab, and YAML takes spaces only.".to_owned(),
        many => format!("{many} lines are indented with tabs, and YAML takes spaces only."),
    };
    let label = if tabbed.len() == 1 { "a tab" } else { "the first tab" };
    let widths = [2, 4, 8, 1].map(|width| Repair {
        edits: tabbed.iter().map(|at| Edit { at: at.clone(), with: spaces(text, at.clone(), width) }).collect(),
        broken: None,
    });
    Fault::new(first, message, label, "Indent with two spaces for each level.").repairs(widths)
}

/// A line that ends all maps and lists of its indentation, and fits none that is left.
pub fn misfit(text: &str, stop: &Stop) -> Fault {
    let line = Line::at(text, stop.at);
    let content = &text[line.content()];
    if content.starts_with('%') || line.previous(text).is_some_and(|line| text[line.content()].starts_with('%')) {
        return words::directive(text, line);
    }
    if stop.at > line.first && !line.is_item(text) {
        return behind_value(text, stop.at, line);
    }
    if content.starts_with(": ") || content == ":" {
        return plain::stray_colon(text, line);
    }
    let columns = columns_above(text, line);
    if line.is_item(text) && !columns.iter().any(|(_, above)| above.is_item(text)) {
        return stray_item(text, line);
    }
    if stop.kind == ErrorKind::ExpectedBlockSequenceEntry && columns.first().is_some_and(|(column, _)| *column == line.indent()) {
        let message = "This line stands among list items, and begins with no `- `.";
        let help = "Begin it with `- `, or indent it as the key that the list belongs to.";
        return Fault::new(line.content(), message, "no list item", help).repair(forget(text, line));
    }
    misindented(text, line, &columns)
}

/// A line that is indented so deep that it reads as a part of the value before it.
pub fn too_deep(text: &str, line: Line, entry: Line) -> Fault {
    let column = entry.pair(text).map_or(entry.first, |pair| pair.key.start) - entry.start;
    let message = "This line is indented deeper than the entry before it, and so reads as a part of its value.";
    let help = format!("Indent it by {}, like the entry before it.", count(column));
    Fault::new(place(text, line), message, format!("indented by {}", count(line.indent())), help)
        .related(place(text, entry), "the entry before it")
        .repairs(reindented(text, line, column))
}

/// A plain value that goes on behind a comment.
pub fn behind_comment(text: &str, stop: &Stop) -> Fault {
    let entry = Line::at(text, stop.at);
    let Some(line) = entry.next(text).filter(|line| !line.is_bare()) else {
        return words::told(text, stop.at, &stop.kind);
    };
    if line.pair(text).is_some() {
        return too_deep(text, line, entry);
    }
    let message = "A value cannot go on behind a comment.";
    let help = "Write the comment on a line of its own before the entry.";
    Fault::new(line.content(), message, "goes on here", help).repair(forget(text, entry))
}

fn behind_value(text: &str, at: usize, line: Line) -> Fault {
    let end = line.last.max(at);
    let message = "There is text behind a value that is complete.";
    let label = format!("`{}` belongs to no value", excerpt(&text[at..end]));
    let help = "Put the whole value in quotes, or remove what does not belong to it.";
    Fault::new(at..end, message, label, help).repair(forget(text, line))
}

fn stray_item(text: &str, line: Line) -> Fault {
    let message = "A list item stands where a key is expected.";
    let help = "Put the items of a list below a key with nothing behind its colon, or write the list as `[a, b]`.";
    Fault::new(line.content(), message, "a list item", help).repair(Repair::of(Edit::blank(text, line.content())))
}

fn misindented(text: &str, line: Line, columns: &[(usize, Line)]) -> Fault {
    let mut columns = columns.to_vec();
    columns.sort_by_key(|(column, _)| column.abs_diff(line.indent()));
    let message = format!("This line is indented by {}, which fits no line above it.", count(line.indent()));
    let help = match columns.first() {
        Some((column, above)) => format!("Indent it by {}, like `{}`.", count(*column), excerpt(&text[place(text, *above)])),
        None => "Indent it like the entries beside it.".to_owned(),
    };
    let repairs = columns.iter().flat_map(|(column, _)| reindented(text, line, *column));
    Fault::new(place(text, line), message, "indented wrongly", help).repairs(repairs)
}

/// The columns at which lines above stand, innermost first, each with its nearest line.
fn columns_above(text: &str, line: Line) -> Vec<(usize, Line)> {
    let mut columns: Vec<(usize, Line)> = Vec::new();
    let above = std::iter::successors(line.previous(text), |line| line.previous(text));
    for above in above.filter(|line| !line.is_bare()).take(200).take_while(|line| !line.is_marker(text)) {
        let least = columns.last().map_or(usize::MAX, |(column, _)| *column);
        let key = above.pair(text).map_or(above.first, |pair| pair.key.start) - above.start;
        for column in [key, above.indent()] {
            if column < least && columns.last().is_none_or(|(last, _)| *last != column) {
                columns.push((column, above));
            }
        }
        if above.indent() == 0 {
            break;
        }
    }
    columns
}

/// The line alone, and the line with all deeper lines below it, at another column; a section takes its lines along first.
fn reindented(text: &str, line: Line, column: usize) -> Vec<Repair> {
    let below = std::iter::successors(line.next(text), |line| line.next(text));
    let block: Vec<Line> = below.take_while(|below| below.is_bare() || below.indent() > line.indent()).collect();
    let shift = |lines: &[Line]| Repair { edits: lines.iter().map(|each| shifted(*each, line.indent(), column)).collect(), broken: None };
    let alone = shift(&[line]);
    let whole = shift(&[&[line], &*block].concat());
    let is_section = line.pair(text).is_some_and(|pair| pair.value.is_empty());
    if is_section { vec![whole, alone] } else { vec![alone, whole] }
}

fn shifted(line: Line, from: usize, to: usize) -> Edit {
    match to.checked_sub(from) {
        Some(more) => Edit::insert(line.start, " ".repeat(more)),
        None => Edit { at: line.start..line.start + (from - to).min(line.indent()), with: String::new() },
    }
}

/// The key of a line, or its whole content.
fn place(text: &str, line: Line) -> Range<usize> {
    line.pair(text).map_or(line.content(), |pair| pair.key)
}

/// The indentation of a filled line if a tab is in it.
fn tabs(text: &str, line: Line) -> Option<Range<usize>> {
    let indentation = line.start..line.first;
    (!line.is_bare() && text[indentation.clone()].contains('\t')).then_some(indentation)
}

fn spaces(text: &str, at: Range<usize>, width: usize) -> String {
    text[at].replace('\t', &" ".repeat(width))
}

fn count(spaces: usize) -> String {
    match spaces {
        0 => "no spaces".to_owned(),
        1 => "1 space".to_owned(),
        many => format!("{many} spaces"),
    }
}
