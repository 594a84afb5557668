//! The words for what YAML allows and a plan spec does not: tags, merge keys, aliases that make too much, depth.

use granit_parser::ErrorKind;

use crate::finding::Finding;
use crate::source::Span;
use crate::syntax::language::{SYNTAX_ERROR, WRONG_SHAPE};
use crate::syntax::yaml::build::MOST_DEPTH;

pub fn not_a_map(span: Span) -> Finding {
    let message =
        "A plan spec is a map of keys such as `plan`, `type` and `year`, and this document is none.";
    Finding::new(WRONG_SHAPE, span, message, "no map of keys")
        .help("Write the plan as lines of `key: value`.")
}

pub fn too_deep(span: Span) -> Finding {
    let message = format!("This stands deeper than {MOST_DEPTH} levels, and no plan spec needs as many.");
    Finding::new(SYNTAX_ERROR, span, message, "this plan is not read from here on")
        .help("Write each section as keys below the root.")
}

/// A syntax error that nobody could say more about.
pub fn unreadable(span: Span, kind: &ErrorKind) -> Finding {
    let message = format!("YAML cannot be read here: {kind}.");
    Finding::new(SYNTAX_ERROR, span, message, "the reading stops here")
        .help("Mend the line, or put its value in quotes.")
}

pub fn merge_key(span: Span) -> Finding {
    Finding::new(SYNTAX_ERROR, span, "Plan specs do not read merge keys.", "a merge key")
        .help("Write the elections out at this place.")
}

pub fn no_key(span: Span) -> Finding {
    Finding::new(SYNTAX_ERROR, span, "A key is missing before this colon.", "no key here")
        .help("Write the key before the colon, or put the text in quotes.")
}

pub fn key_of_many(span: Span) -> Finding {
    Finding::new(WRONG_SHAPE, span, "A list or a map stands where a key is expected.", "no key")
        .help("Write a single word as the key.")
}

pub fn tag(span: Span) -> Finding {
    Finding::new(SYNTAX_ERROR, span, "Plan specs have no tags.", "a tag")
        .help("Remove the tag, or put the value in quotes if it shall begin with `!`.")
}

pub fn unknown_alias(span: Span) -> Finding {
    let message = "This alias repeats an anchor that does not stand before it.";
    Finding::new(SYNTAX_ERROR, span, message, "no such anchor")
        .help("Write the value out, or put it in quotes if it shall begin with `*`.")
}

pub fn alias_of_itself(span: Span) -> Finding {
    let message = "This alias stands inside the node that it repeats.";
    Finding::new(SYNTAX_ERROR, span, message, "repeats itself").help("Write the value out.")
}

pub fn too_many_copies(span: Span) -> Finding {
    let message = "The aliases of this file make more than 10,000 values.";
    Finding::new(SYNTAX_ERROR, span, message, "not read from here on")
        .help("Write the values out instead of repeating them.")
}
