//! From a parser's error to what a person did: the exact place, plain words, and repairs to read on with.

mod flow;
mod indent;
mod levels;
mod plain;
mod quoted;
mod words;

use std::ops::Range;

use granit_parser::ErrorKind;

use crate::finding::Finding;
use crate::syntax::language::SYNTAX_ERROR;
use crate::syntax::yaml::edit::{Edit, Repair, Site};
use crate::syntax::yaml::lines::Line;

/// Where the parser stopped, and what it had seen; all in offsets of the text that it read.
#[derive(Debug, Clone, PartialEq)]
pub struct Stop {
    pub kind: ErrorKind,
    pub at: usize,
    /// The last scalar before.
    pub last: Range<usize>,
    /// Where the last event before ends.
    pub after: usize,
    /// Where the brackets stand that are open.
    pub open: Vec<usize>,
}

/// A syntax error as it is told.
#[derive(Debug, Clone)]
pub struct Fault {
    pub at: Range<usize>,
    pub message: String,
    pub label: String,
    pub help: String,
    pub related: Option<(Range<usize>, String)>,
    /// Likely ones first.
    pub repairs: Vec<Repair>,
}

/// Says what is wrong where the parser stopped. Never fails: what is not known better is told in the parser's words.
#[expect(clippy::wildcard_enum_match_arm, reason = "the parser may learn to tell more errors apart")]
pub fn diagnose(text: &str, stop: &Stop) -> Fault {
    use ErrorKind as E;
    match &stop.kind {
        E::TabInPlainScalar
        | E::TabInBlockIndentation
        | E::TabNotAllowed
        | E::TabInIndentation
        | E::TabAtBlockScalarStart => indent::tab(text, stop),
        E::InvalidQuotedScalarIndent
        | E::UnclosedQuotedScalar
        | E::DocumentIndicatorInQuotedScalar
        | E::InvalidTrailingSingleQuotedScalar
        | E::InvalidTrailingDoubleQuotedScalar => quoted::quote(text, stop),
        E::UnknownQuotedScalarEscape
        | E::InvalidQuotedScalarHexEscape
        | E::InvalidLowSurrogateHexEscape
        | E::InvalidLowSurrogate
        | E::MissingLowSurrogate
        | E::UnpairedLowSurrogate
        | E::InvalidUnicodeEscape => quoted::escape(text, stop),
        kind if flow::is_inside(kind) => flow::inside(text, stop),
        E::UnclosedFlowCollection { .. } | E::MismatchedFlowCollectionEnd { .. } => {
            flow::unclosed(text, stop.at)
        }
        E::MappingValueNotAllowed => plain::second_colon(text, stop),
        E::SimpleKeyExpected | E::InvalidSimpleKey => plain::no_colon(text, Line::at(text, stop.at)),
        E::ExpectedBlockMappingKey
        | E::ExpectedBlockSequenceEntry
        | E::InvalidBlockScalarIndent
        | E::ExpectedDocumentStart => indent::misfit(text, stop),
        E::CommentInterceptedScalar => indent::behind_comment(text, stop),
        E::BomInsideDocument => plain::character(text, stop, '\u{feff}'),
        E::UnexpectedCharacter { character } => plain::character(text, stop, *character),
        kind => words::told(text, stop.at, kind),
    }
}

impl Fault {
    pub fn new(
        at: Range<usize>,
        message: impl Into<String>,
        label: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        let (message, label, help) = (message.into(), label.into(), help.into());
        Self { at, message, label, help, related: None, repairs: Vec::new() }
    }

    pub fn repair(mut self, repair: Repair) -> Self {
        self.repairs.push(repair);
        self
    }

    pub fn repairs(mut self, repairs: impl IntoIterator<Item = Repair>) -> Self {
        self.repairs.extend(repairs);
        self
    }

    pub fn related(mut self, at: Range<usize>, message: impl Into<String>) -> Self {
        self.related = Some((at, message.into()));
        self
    }

    /// The finding at its place in the source.
    pub fn finding(&self, site: Site<'_, '_>) -> Finding {
        let finding = Finding::new(SYNTAX_ERROR, site.span(self.at.clone()), &*self.message, &*self.label)
            .help(&*self.help);
        match &self.related {
            Some((at, message)) => finding.related(site.span(at.clone()), &**message),
            None => finding,
        }
    }
}

/// Gives up the value on a line, and keeps its key; without a key on the line, gives up the line.
///
/// A value that lines with keys stand below is no value: the key is that of a section.
pub fn forget(text: &str, line: Line) -> Repair {
    let below =
        line.next_filled(text).filter(|below| below.indent() > line.indent() && below.pair(text).is_some());
    match line.pair(text) {
        Some(pair) if below.is_some() => Repair::of(Edit::blank(text, pair.value)),
        Some(pair) => forget_value(text, pair.key.start, pair.value),
        None => Repair::of(Edit::blank(text, line.content())),
    }
}

/// Puts `~` for a value that is reported: the entry stays, and nothing else is said about it.
pub fn forget_value(text: &str, key: usize, value: Range<usize>) -> Repair {
    let mut edit = Edit::blank(text, value.clone());
    if !value.is_empty() {
        edit.with.replace_range(..1, "~");
    }
    Repair { edits: vec![edit], broken: Some((key, value)) }
}

/// The lines that a fault's line may be confused with: blanking one of them is the last resort.
pub fn blankings(text: &str, at: usize, from: usize) -> impl Iterator<Item = Repair> {
    let line = Line::at(text, at);
    let lines = std::iter::successors(Some(line), move |line| line.previous(text));
    let near = lines.take_while(move |line| line.start >= from).filter(|line| line.start < line.end).take(4);
    near.filter(move |line| !line.is_marker(text))
        .map(move |line| Repair::of(Edit::blank(text, line.start..line.end)))
}

/// User text as a message may quote it: at most 40 characters, none that acts on a terminal.
pub fn excerpt(text: &str) -> String {
    let harmless = |char: char| if acts(char) { '\u{fffd}' } else { char };
    let mut quoted: String = text.chars().take(40).map(harmless).collect();
    if text.chars().nth(40).is_some() {
        quoted.pop();
        quoted.push('…');
    }
    quoted
}

/// Characters that move the cursor or turn the direction of text.
fn acts(char: char) -> bool {
    let turns = matches!(char, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    turns || char.is_control()
}
