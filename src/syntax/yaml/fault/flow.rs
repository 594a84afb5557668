//! Faults inside `{ }` and `[ ]`: not closed, closed by the other bracket, commas missing.

use std::ops::Range;

use granit_parser::ErrorKind;

use crate::syntax::yaml::edit::{Edit, Repair};
use crate::syntax::yaml::fault::{Fault, Stop, excerpt, forget, forget_value, words};
use crate::syntax::yaml::lines::{Line, SPACE, is_blank, is_break};

/// What is open at a place.
#[derive(Debug, Default)]
pub struct Open {
    /// Where the quoted text starts that the place is in or right behind.
    pub quote: Option<usize>,
    /// Where the brackets stand.
    pub brackets: Vec<usize>,
}

/// How a bracket ends.
enum End {
    Closed(usize),
    /// By the other kind of bracket, which stands here.
    Wrong(usize),
    /// Not before this place.
    Never(usize),
}

/// Is it an error that only brackets have?
pub fn is_inside(kind: &ErrorKind) -> bool {
    matches!(
        kind,
        ErrorKind::ExpectedFlowMappingSeparator
            | ErrorKind::ExpectedFlowSequenceSeparator
            | ErrorKind::InvalidColonPlacement
            | ErrorKind::UnexpectedEofFlowSequence
            | ErrorKind::UnexpectedEofFlowMapping
            | ErrorKind::UnexpectedEofImplicitFlowMapping
            | ErrorKind::FlowMappingValueAdjacentCollection
            | ErrorKind::BlockEntryInFlowCollection
            | ErrorKind::PlainScalarStartsWithDashFlowIndicator
    )
}

/// Something that `{ }` or `[ ]` cannot hold, often because they are not closed.
pub fn inside(text: &str, stop: &Stop) -> Fault {
    let Some(open) = look(text, stop).brackets.pop() else { return words::told(text, stop.at, &stop.kind) };
    match end(text, open) {
        End::Closed(end) => not_separated(text, stop, open..end),
        End::Wrong(_) | End::Never(_) => unclosed(text, open),
    }
}

/// A bracket that nothing closes, or the wrong one.
pub fn unclosed(text: &str, open: usize) -> Fault {
    let bracket = text.get(open..open + 1).unwrap_or("{");
    let close = if bracket == "[" { "]" } else { "}" };
    match end(text, open) {
        End::Wrong(at) => {
            let wrong = &text[at..at + 1];
            let message = format!("This `{wrong}` closes a `{bracket}`.");
            let help =
                format!("Write `{close}` here, or close the brackets in the order in which they open.");
            Fault::new(at..at + 1, message, format!("`{close}` expected"), help)
                .related(open..open + 1, "opened here")
                .repairs(region(text, open, at + 1))
                .repair(Repair::of(Edit { at: at..at + 1, with: close.to_owned() }))
        }
        End::Never(end) | End::Closed(end) => {
            let message = format!("This `{bracket}` is not closed.");
            let help = format!(
                "Write `{close}` behind its last part, or put the value in quotes if it shall begin with `{bracket}`."
            );
            Fault::new(open..open + 1, message, "opened here", help)
                .repairs(region(text, open, end))
                .repair(Repair::of(Edit::insert(end, close)))
        }
    }
}

/// Gives up the part of a flow map or list that an offset stands in.
pub fn token(text: &str, at: usize) -> Option<Repair> {
    let line = Line::at(text, at);
    let end = text[at..line.end].find([',', '}', ']']).map_or(line.last.max(at), |length| at + length);
    let before = text[line.start..at].trim_end_matches(SPACE);
    let key = before.strip_suffix(':')?;
    let start = line.start + key.rfind(['{', ',', '[']).map_or(line.indent(), |at| at + 1);
    let start = start + text[start..at].bytes().take_while(|byte| is_blank(*byte)).count();
    Some(forget_value(text, start, at..end))
}

/// What is open where the parser stopped, seen from the last thing that it read.
pub fn look(text: &str, stop: &Stop) -> Open {
    let mut open = Open { quote: None, brackets: stop.open.clone() };
    let mut at = stop.after.min(stop.at);
    let mut fresh = true;
    let bytes = text.as_bytes();
    while at < stop.at {
        match bytes[at] {
            quote @ (b'"' | b'\'') if fresh => {
                open.quote = Some(at);
                at = quote_end(text, at, quote);
                fresh = false;
                continue;
            }
            b'#' if at > 0 && (is_blank(bytes[at - 1]) || is_break(bytes[at - 1])) => {
                at = Line::at(text, at).end
            }
            b'[' | b'{' if fresh || !open.brackets.is_empty() => open.brackets.push(at),
            b']' | b'}' if !open.brackets.is_empty() => drop(open.brackets.pop()),
            _ => {}
        }
        fresh = is_fresh(bytes, at, fresh, &open);
        at += 1;
    }
    if open.quote.is_none() && matches!(bytes.get(stop.at), Some(b'"' | b'\'')) {
        open.quote = Some(stop.at);
    }
    open
}

/// May a value begin behind this byte?
fn is_fresh(bytes: &[u8], at: usize, fresh: bool, open: &Open) -> bool {
    let Some(byte) = bytes.get(at) else { return fresh };
    match byte {
        b' ' | b'\t' => fresh,
        b'\n' | b'\r' => true,
        b':' | b'-' | b'?' => bytes.get(at + 1).is_none_or(|next| is_blank(*next) || is_break(*next)),
        b',' | b'[' | b'{' => !open.brackets.is_empty(),
        _ => false,
    }
}

/// Behind the quote that closes, or the end of the text.
fn quote_end(text: &str, open: usize, quote: u8) -> usize {
    let bytes = text.as_bytes();
    let mut at = open + 1;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' if quote == b'"' => at += 1,
            byte if byte == quote && quote == b'\'' && bytes.get(at + 1) == Some(&quote) => at += 1,
            byte if byte == quote => return at + 1,
            _ => {}
        }
        at += 1;
    }
    bytes.len()
}

/// Looks for the end of a bracket: quotes hide brackets, and a line indented as the bracket's own line ends the search.
fn end(text: &str, open: usize) -> End {
    let first = Line::at(text, open);
    let bytes = text.as_bytes();
    let mut brackets = Vec::new();
    let mut at = open;
    let mut line_end = first.end;
    let mut fresh = true;
    while at < bytes.len() {
        match bytes[at] {
            quote @ (b'"' | b'\'') if fresh => {
                at = quote_end(text, at, quote).min(line_end);
                fresh = false;
                continue;
            }
            b'#' if at > 0 && (is_blank(bytes[at - 1]) || is_break(bytes[at - 1])) => {
                at = line_end;
                continue;
            }
            b'[' | b'{' => brackets.push(bytes[at]),
            close @ (b']' | b'}') => match brackets.pop() {
                Some(b'[') if close == b'}' => return End::Wrong(at),
                Some(b'{') if close == b']' => return End::Wrong(at),
                _ if brackets.is_empty() => return End::Closed(at + 1),
                _ => {}
            },
            byte if is_break(byte) && ends_block(text, at + 1, first, open) => {
                return End::Never(back(text, at));
            }
            byte if is_break(byte) => line_end = Line::at(text, at + 1).end,
            _ => {}
        }
        fresh = is_fresh(bytes, at, fresh, &Open { quote: None, brackets: vec![open] });
        at += 1;
    }
    End::Never(back(text, bytes.len()))
}

/// Does the line at an offset belong to what stands around the bracket's entry?
fn ends_block(text: &str, start: usize, first: Line, open: usize) -> bool {
    let line = Line::at(text, start);
    let starts_line = first.first == open;
    let closes = text[line.content()].starts_with(['}', ']']);
    line.is_marker(text) || (!starts_line && !line.is_bare() && line.indent() <= first.indent() && !closes)
}

/// The end of the content before an offset.
fn back(text: &str, at: usize) -> usize {
    Line::at(text, text[..at].trim_end_matches(SPACE).len()).last
}

/// Gives up the value that a bracket belongs to, up to an offset.
fn region(text: &str, open: usize, end: usize) -> Option<Repair> {
    let pair = Line::at(text, open).pair(text).filter(|pair| pair.value.start <= open)?;
    let end = end.max(pair.value.end.min(Line::at(text, end).last));
    Some(forget_value(text, pair.key.start, pair.value.start..end))
}

fn not_separated(text: &str, stop: &Stop, bounds: Range<usize>) -> Fault {
    let is_map = text[bounds.clone()].starts_with('{');
    let line = Line::at(text, stop.at);
    let fold = text[stop.last.clone()].find(['\n', '\r']).filter(|_| stop.last.end == stop.at);
    let at = match fold {
        Some(_) => line.content(),
        None if text[stop.at..].starts_with(':') => stop.at..stop.at + 1,
        None => {
            stop.at
                ..text[stop.at..line.end]
                    .find([',', '}', ']'])
                    .map_or(line.last.max(stop.at), |at| stop.at + at)
        }
    };
    let gap = fold.map_or(text[..stop.at].trim_end_matches(SPACE).len(), |at| stop.last.start + at);
    let message = match (&stop.kind, is_map) {
        (ErrorKind::BlockEntryInFlowCollection, _) => "A list with dashes stands inside brackets.",
        (_, true) => "A comma is missing between two entries of `{ }`, or a value in it needs quotes.",
        (_, false) => "A comma is missing between two items of `[ ]`, or an item in it needs quotes.",
    };
    let before = Line::at(text, gap);
    let label = format!("not expected behind `{}`", excerpt(&text[before.first.min(gap)..gap]));
    let help = "Write commas between the parts, and put a part that holds `,`, `: ` or brackets in quotes.";
    let multi_line = Line::at(text, bounds.start).start != line.start;
    let comma = multi_line.then(|| Repair::of(Edit::insert(gap, ",")));
    Fault::new(at, message, label, help)
        .repairs(comma)
        .repairs(region(text, bounds.start, bounds.end))
        .repair(forget(text, line))
}
