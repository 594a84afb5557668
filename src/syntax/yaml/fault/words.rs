//! Faults that need no closer look: each of the parser's errors in plain words, at its place.

use std::ops::Range;

use granit_parser::ErrorKind;

use crate::syntax::yaml::edit::{Edit, Repair};
use crate::syntax::yaml::fault::{Fault, flow, forget};
use crate::syntax::yaml::lines::Line;

/// An error in our words where we have some, else in the parser's.
pub fn told(text: &str, at: usize, kind: &ErrorKind) -> Fault {
    let line = Line::at(text, at);
    let place = word_at(text, at, line);
    let (message, label, help) = match known(kind) {
        Some((message, label, help)) => (message.to_owned(), label, help),
        None => (
            format!("YAML cannot be read here: {kind}."),
            "here",
            "Mend the line, or put its value in quotes.",
        ),
    };
    Fault::new(place, message, label, help).repair(forget(text, line)).repairs(flow::token(text, at))
}

/// A line that begins with `%`, or that stands behind one.
pub fn directive(text: &str, line: Line) -> Fault {
    let own = text[line.content()].starts_with('%');
    let previous = line.previous(text).unwrap_or(line);
    let line = if own { line } else { previous };
    let message = "A line that begins with `%` is a YAML directive, and stands only before `---`.";
    let help = "Remove the line, or put the text in quotes if it belongs to a value.";
    Fault::new(line.content(), message, "a directive", help)
        .repair(Repair::of(Edit::blank(text, line.start..line.end)))
}

/// From an offset to the next blank on its line.
fn word_at(text: &str, at: usize, line: Line) -> Range<usize> {
    let rest = &text[at..line.end.max(at)];
    let end = rest.find([' ', '\t']).unwrap_or(rest.len());
    at..at + end
}

type Words = (&'static str, &'static str, &'static str);

#[expect(clippy::wildcard_enum_match_arm, reason = "the parser may learn to tell more errors apart")]
fn known(kind: &ErrorKind) -> Option<Words> {
    use ErrorKind as E;
    let reserved = |message| Some((message, "a reserved character", "Put the whole value in quotes."));
    Some(match kind {
        E::MissingAnchorOrAliasName => {
            return reserved("Text without quotes cannot begin with `*` or `&` in YAML.");
        }
        E::MappingKeyNotAllowed => return reserved("Text without quotes cannot begin with `? ` in YAML."),
        E::BlockSequenceEntryNotAllowed => (
            "A list with dashes cannot begin on the line of its key.",
            "a list item",
            "Write the list as `[a, b]`, or put its items on lines of their own.",
        ),
        E::InvalidBlockEntryWhitespace => {
            ("Behind the `-` of a list item stands a tab.", "a list item", "Write a space behind the dash.")
        }
        E::MisplacedFlowCollectionEnd => (
            "This bracket closes nothing.",
            "no bracket is open",
            "Remove it, or put the value in quotes if it shall begin with a bracket.",
        ),
        E::CommentNotSeparated => {
            ("A space is missing before this `#`.", "a comment", "Write a space before the comment.")
        }
        E::InvalidBlockScalarHeader | E::ZeroBlockScalarIndent => (
            "Behind `|` or `>` may stand one of `+` and `-` and one digit from 1 to 9, and nothing else.",
            "begins a text of several lines",
            "Begin the text on the next line, or put it in quotes.",
        ),
        E::InvalidDocumentEnd => (
            "Text stands behind `...`, which ends a document.",
            "ends the document",
            "Put the text on a line of its own, or remove it.",
        ),
        _ => return tag_or_directive(kind),
    })
}

#[expect(clippy::wildcard_enum_match_arm, reason = "the parser may learn to tell more errors apart")]
fn tag_or_directive(kind: &ErrorKind) -> Option<Words> {
    use ErrorKind as E;
    match kind {
        E::UndeclaredTagHandle
        | E::ExpectedTagBang
        | E::InvalidGlobalTagCharacter
        | E::InvalidTagTerminator
        | E::MissingTagUri
        | E::UnclosedVerbatimTag
        | E::InvalidTagEscape
        | E::InvalidTagUtf8LeadingByte
        | E::InvalidTagUtf8TrailingByte
        | E::InvalidTagUtf8 => Some((
            "Plan specs have no tags.",
            "a tag",
            "Remove the tag, or put the value in quotes if it shall begin with `!`.",
        )),
        E::DuplicateVersionDirective
        | E::UnsupportedYamlMajorVersion
        | E::DuplicateTagDirective
        | E::MissingDocumentEndBeforeDirective
        | E::ExpectedTagDirectiveBang
        | E::InvalidDirectiveTerminator
        | E::MissingYamlVersionSeparator
        | E::MissingDirectiveName
        | E::InvalidDirectiveName
        | E::DirectiveByteLimitExceeded { .. }
        | E::TooManyReservedDirectiveParams { .. }
        | E::YamlVersionTooLong
        | E::MissingYamlVersion
        | E::InvalidTagDirectiveTerminator => Some((
            "This directive cannot be read; plan specs need none.",
            "a YAML directive",
            "Remove the line, or put the text in quotes if it belongs to a value.",
        )),
        _ => None,
    }
}
