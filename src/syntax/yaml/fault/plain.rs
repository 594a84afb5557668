//! Faults of unquoted text: a second colon, no colon, characters that cannot stand there.

use std::ops::Range;

use crate::syntax::yaml::edit::{Edit, Repair};
use crate::syntax::yaml::fault::{Fault, Stop, excerpt, flow, forget, indent};
use crate::syntax::yaml::lines::{Line, Pair, SPACE};

/// A colon that starts a value where none can be.
pub fn second_colon(text: &str, stop: &Stop) -> Fault {
    let line = Line::at(text, stop.at);
    if stop.last.end == stop.at && text[stop.last.clone()].contains(['\n', '\r']) {
        let first = Line::at(text, stop.last.start);
        return match stop.last.start == first.first {
            _ if first.is_marker(text) => {
                behind_marker(text, stop.last.start..first.last.max(stop.last.start))
            }
            true => no_colon(text, first),
            false => indent::too_deep(text, line, first),
        };
    }
    let message = "This value holds a second colon with a space behind it, which YAML reads as another key.";
    let help = match line.pair(text).filter(|pair| pair.value.start < stop.at) {
        Some(pair) if !text[pair.value.clone()].contains(['"', '\\']) => {
            format!(
                "Put the value in quotes: `{}: \"{}\"`.",
                excerpt(&text[pair.key]),
                excerpt(&text[pair.value])
            )
        }
        Some(_) | None => "Put the whole value in quotes.".to_owned(),
    };
    Fault::new(stop.at..stop.at + 1, message, "a second colon", help).repair(forget(text, line))
}

/// A line that is neither `key: value` nor a part of the value above.
pub fn no_colon(text: &str, line: Line) -> Fault {
    let content = &text[line.content()];
    if let Some(pair) = line.pair(text) {
        return long_key(text, line, &pair);
    }
    let word = content.split([' ', '\t']).next().unwrap_or_default();
    if let Some((key, rest)) =
        word.split_once(':').filter(|(key, rest)| is_word(key) && !rest.starts_with("//"))
    {
        return glued(text, line, key, rest);
    }
    if !is_word(word) {
        return no_entry(text, line);
    }
    let end = line.first + word.len();
    let value = content[word.len()..].trim_start_matches(SPACE);
    if !value.is_empty() {
        let message = "This line has no colon between its key and its value.";
        let help = format!("Write `{}: {}`.", excerpt(word), excerpt(value));
        let repair =
            Repair { edits: vec![Edit::insert(end, ":")], broken: Some((line.first, end..line.last)) };
        return Fault::new(line.content(), message, "a colon is missing", help).repair(repair);
    }
    let is_section = line.next_filled(text).is_some_and(|below| below.indent() > line.indent());
    let broken = (!is_section).then_some((line.first, line.first..end));
    let repair = Repair { edits: vec![Edit::insert(end, ":")], broken };
    Fault::new(
        line.content(),
        "This line has no colon behind its key.",
        "a colon is missing",
        format!("Write `{}:`.", excerpt(word)),
    )
    .repair(repair)
}

/// A colon at the start of a line.
pub fn stray_colon(text: &str, line: Line) -> Fault {
    let help = "Write the key before the colon, or put the text in quotes.";
    Fault::new(line.first..line.first + 1, "A key is missing before this colon.", "no key before it", help)
        .repair(Repair::of(Edit::blank(text, line.content())))
}

/// A character that YAML does not allow at all, or that no unquoted text begins with.
pub fn character(text: &str, stop: &Stop, character: char) -> Fault {
    if matches!(character, '@' | '`' | '%' | '|' | '>') {
        return reserved(text, stop, character);
    }
    let at = text[stop.at..].find(character).map_or(stop.at, |at| stop.at + at);
    let line = Line::at(text, at);
    let found: Vec<(usize, char)> =
        text[at..line.end].char_indices().filter(|(_, char)| *char == character).collect();
    let message = match found.len() {
        _ if character == '\u{feff}' => "A byte order mark (U+FEFF) stands inside the text.".to_owned(),
        0 | 1 => format!("The character U+{:04X} is not allowed in YAML.", u32::from(character)),
        many => format!(
            "The character U+{:04X} stands {many} times on this line, and is not allowed in YAML.",
            u32::from(character)
        ),
    };
    let place = |(offset, char): &(usize, char)| at + offset..at + offset + char.len_utf8();
    let edits = found.iter().map(|found| Edit { at: place(found), with: String::new() }).collect();
    let broken =
        line.pair(text).filter(|pair| pair.value.contains(&at)).map(|pair| (pair.key.start, pair.value));
    let help = "Remove it, or write it as an escape such as `\\x07` in double quotes.";
    Fault::new(at..at + character.len_utf8(), message, "this character", help)
        .repair(Repair { edits, broken })
}

fn reserved(text: &str, stop: &Stop, character: char) -> Fault {
    let line = Line::at(text, stop.at);
    let named = if character == '`' { "a backtick".to_owned() } else { format!("`{character}`") };
    let message = format!("Text without quotes cannot begin with {named} in YAML.");
    let end = stop.at + text[stop.at..].chars().next().map_or(0, char::len_utf8);
    let in_flow = (!flow::look(text, stop).brackets.is_empty()).then(|| flow::token(text, stop.at)).flatten();
    Fault::new(stop.at..end, message, "a reserved character", "Put the whole value in quotes.")
        .repairs(in_flow)
        .repairs((stop.at == line.first).then(|| Repair::of(Edit { at: stop.at..end, with: String::new() })))
        .repair(forget(text, line))
}

fn behind_marker(text: &str, at: Range<usize>) -> Fault {
    let help = "Begin the plan on the line below `---`.";
    Fault::new(at.clone(), "Text stands behind `---`, which begins a document.", "no key: value", help)
        .repair(Repair::of(Edit::blank(text, at)))
}

fn glued(text: &str, line: Line, key: &str, rest: &str) -> Fault {
    let colon = line.first + key.len();
    let value = &text[colon + 1..line.last];
    let message = "A space is missing behind this colon.";
    let help = format!("Write `{}: {}`.", excerpt(key), excerpt(value));
    let label = format!("`{}` reads as one word", excerpt(&format!("{key}:{rest}")));
    Fault::new(colon..colon + 1, message, label, help).repair(Repair::of(Edit::insert(colon + 1, " ")))
}

fn no_entry(text: &str, line: Line) -> Fault {
    let message = "This line is no `key: value`, and no part of the value above it.";
    let help =
        "Write a key and a colon before it, or indent it deeper than the key whose value it goes on with.";
    Fault::new(line.content(), message, "no key here", help)
        .repair(Repair::of(Edit::blank(text, line.content())))
}

fn long_key(text: &str, line: Line, pair: &Pair) -> Fault {
    let at: Range<usize> = pair.key.clone();
    let message = "This cannot be a key: keys stand on one line, and have at most 1,024 characters.";
    Fault::new(at, message, "no key", "Write a short key.")
        .repair(Repair::of(Edit::blank(text, line.content())))
}

/// Could it be a key? Letters, digits and what joins them.
fn is_word(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|char| char.is_alphanumeric() || matches!(char, '-' | '_' | '.'))
}
