//! Faults of indentation: tabs, lines that fit no line above them, list items out of place.

use std::ops::Range;

use granit_parser::ErrorKind;

use crate::syntax::yaml::edit::{Edit, Repair};
use crate::syntax::yaml::fault::levels::{
    MOST_LINES, above, columns_above, is_first_astray, is_header, moved, reindented, tabs, to_blame,
};
use crate::syntax::yaml::fault::{Fault, Stop, excerpt, forget, levels, plain, words};
use crate::syntax::yaml::lines::Line;

/// A tab in the indentation, or another tab that YAML does not allow.
pub fn tab(text: &str, stop: &Stop) -> Fault {
    tabs_from(text, Line::at(text, stop.at)).unwrap_or_else(|| words::told(text, stop.at, &stop.kind))
}

/// A line that ends all maps and lists of its indentation, and fits none that is left.
pub fn misfit(text: &str, stop: &Stop) -> Fault {
    let line = Line::at(text, stop.at);
    let content = &text[line.content()];
    let previous = above(text, line).next();
    if content.starts_with('%') || previous.is_some_and(|line| text[line.content()].starts_with('%')) {
        return words::directive(text, line);
    }
    if stop.at > line.first && !line.is_item(text) {
        return behind_value(text, stop.at, line);
    }
    if content.starts_with(": ") || content == ":" {
        return plain::stray_colon(text, line);
    }
    if let Some(previous) = previous.filter(|previous| is_loose(text, *previous, line)) {
        return plain::no_colon(text, previous);
    }
    let root = stop.kind == ErrorKind::ExpectedDocumentStart;
    let tabbed = [Some(line), previous].into_iter().flatten().find(|line| tabs(text, *line).is_some());
    tabbed
        .and_then(|line| tabs_from(text, line))
        .or_else(|| root.then(|| indented_root(text, line)).flatten())
        .or_else(|| item_or_not(text, stop, line))
        .or_else(|| blamed(text, line))
        .unwrap_or_else(|| misindented(text, line))
}

/// A line that is indented so deep that it reads as a part of the value before it.
pub fn too_deep(text: &str, line: Line, entry: Line) -> Fault {
    if let Some(fault) = tabs_from(text, line).filter(|_| tabs(text, line).is_some()) {
        return fault;
    }
    if is_first_astray(text, entry, line) {
        return astray(text, &[entry], line.indent());
    }
    let column = levels::column(text, entry);
    let message =
        "This line is indented deeper than the entry before it, and so reads as a part of its value.";
    let help = format!("{}, like the entry before it.", indent_by(column));
    Fault::new(place(text, line), message, indented(line.indent()), help)
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
    Fault::new(line.content(), message, "goes on here", help).repair(Repair {
        edits: vec![Edit::blank(text, line.content())],
        broken: entry.pair(text).map(|pair| (pair.key.start, pair.value)),
    })
}

/// Tabs in the indentation of a line or of lines below it: told once for all.
fn tabs_from(text: &str, line: Line) -> Option<Fault> {
    let lines =
        std::iter::successors(Some(line), |line| line.next(text)).take_while(|line| !line.is_marker(text));
    let tabbed: Vec<Range<usize>> = lines.take(MOST_LINES).filter_map(|line| tabs(text, line)).collect();
    let first = tabbed.first().cloned()?;
    let (message, label) = match tabbed.len() {
        1 => ("This line is indented with a tab, and YAML takes spaces only.".to_owned(), "a tab"),
        many => {
            (format!("{many} lines are indented with tabs, and YAML takes spaces only."), "the first tab")
        }
    };
    let line = Line::at(text, first.start);
    let neighbours =
        [above(text, line).next().filter(|above| !is_header(text, *above)), line.next_filled(text)];
    let column = first.start - line.start;
    let in_place = column > 0 && neighbours.into_iter().flatten().any(|near| near.indent() == column);
    let widths = if in_place { [0, 2, 4, 8, 1] } else { [2, 4, 8, 1, 0] };
    let spaces = |at: &Range<usize>, width| text[at.clone()].replace('\t', &" ".repeat(width));
    let repairs = widths.map(|width| Repair {
        edits: tabbed.iter().map(|at| Edit { at: at.clone(), with: spaces(at, width) }).collect(),
        broken: None,
    });
    Some(Fault::new(first, message, label, "Indent with two spaces for each level.").repairs(repairs))
}

/// Neither key nor item nor a part of a value, though as deep as the line below it.
fn is_loose(text: &str, line: Line, below: Line) -> bool {
    line.indent() == below.indent() && line.pair(text).is_none() && !line.is_item(text)
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
    let help =
        "Put the items of a list below a key with nothing behind its colon, or write the list as `[a, b]`.";
    Fault::new(line.content(), message, "a list item", help)
        .repair(Repair::of(Edit::blank(text, line.content())))
}

/// A list item among keys, or a key among list items.
fn item_or_not(text: &str, stop: &Stop, line: Line) -> Option<Fault> {
    let columns = columns_above(text, line);
    if line.is_item(text) {
        return (!columns.iter().any(|(_, above)| above.is_item(text))).then(|| stray_item(text, line));
    }
    let is_item = |(column, above): &&(usize, Line)| *column == line.indent() && above.is_item(text);
    let (_, item) =
        columns.iter().find(is_item).filter(|_| stop.kind == ErrorKind::ExpectedBlockSequenceEntry)?;
    let alone =
        above(text, *item).next().is_none_or(|above| above.indent() < item.indent() || !above.is_item(text));
    if let Some(pair) = item.pair(text).filter(|_| alone && line.pair(text).is_some()) {
        let dashes = item.first..pair.key.start;
        let help = "Remove the `- `, or write it before every key if this shall be a list.";
        let fault = Fault::new(dashes.clone(), "A list item stands among keys.", "a dash", help);
        return Some(fault.repair(Repair::of(Edit { at: dashes, with: String::new() })));
    }
    let message = "This line stands among list items, and begins with no `- `.";
    let help = "Begin it with `- `, or indent it as the key that the list belongs to.";
    let blank = Repair::of(Edit::blank(text, line.content()));
    Some(Fault::new(line.content(), message, "no list item", help).repair(blank))
}

/// A line in order below lines that are not.
fn blamed(text: &str, line: Line) -> Option<Fault> {
    let (lines, column) = to_blame(text, line)?;
    Some(astray(text, &lines, column))
}

fn astray(text: &str, lines: &[Line], column: usize) -> Fault {
    let first = lines[0];
    let message = format!("This line is {}, and the lines of its level are not.", indented(first.indent()));
    let help = format!("{}.", indent_by(column));
    let level: Vec<Line> = lines.iter().copied().filter(|line| line.indent() == first.indent()).collect();
    Fault::new(place(text, first), message, "indented wrongly", help)
        .repair(moved(&level, first.indent(), column))
        .repair(moved(lines, first.indent(), column))
        .repairs(reindented(text, first, column))
}

fn misindented(text: &str, line: Line) -> Fault {
    let mut columns = columns_above(text, line);
    columns.sort_by_key(|(column, _)| column.abs_diff(line.indent()));
    let message = format!("This line is {}, which fits no line above it.", indented(line.indent()));
    let help = match columns.first() {
        Some((column, above)) => {
            format!("{}, like `{}`.", indent_by(*column), excerpt(&text[place(text, *above)]))
        }
        None => "Indent it like the entries beside it.".to_owned(),
    };
    let repairs = columns.iter().flat_map(|(column, _)| reindented(text, line, *column));
    Fault::new(place(text, line), message, "indented wrongly", help).repairs(repairs)
}

/// The root's first lines are indented, and a later line is less so.
fn indented_root(text: &str, line: Line) -> Option<Fault> {
    let mut lines: Vec<Line> = above(text, line).collect();
    lines.reverse();
    let first = lines.first().copied().filter(|first| first.indent() > line.indent())?;
    let message = "This line is indented deeper than other lines of its level below it.";
    let help = format!("{}, and likewise the lines of its level.", indent_by(line.indent()));
    let fault = Fault::new(place(text, first), message, indented(first.indent()), help);
    let repair = moved(&lines, first.indent(), line.indent());
    Some(fault.related(place(text, line), indented(line.indent())).repair(repair))
}

/// The key of a line, or its whole content.
fn place(text: &str, line: Line) -> Range<usize> {
    line.pair(text).map_or(line.content(), |pair| pair.key)
}

fn indent_by(column: usize) -> String {
    match column {
        0 => "Begin it at the start of the line".to_owned(),
        1 => "Indent it by 1 space".to_owned(),
        many => format!("Indent it by {many} spaces"),
    }
}

fn indented(column: usize) -> String {
    match column {
        0 => "not indented".to_owned(),
        1 => "indented by 1 space".to_owned(),
        many => format!("indented by {many} spaces"),
    }
}
