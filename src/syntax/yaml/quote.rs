//! Texts as YAML scalars: plain where every reader takes them for the same text, else in quotes.

use std::fmt::Write;

/// Where a scalar is written: inside `{ }` and `[ ]` fewer texts can stay plain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Block,
    Flow,
}

/// A text as a scalar of one line.
pub fn scalar(text: &str, place: Place) -> String {
    if is_plain(text, place) {
        return text.to_owned();
    }
    quoted(text)
}

/// A text in quotes: double ones, or single ones if that spares escapes.
pub fn quoted(text: &str) -> String {
    let escapes = text.contains(['"', '\\']);
    if escapes && !text.contains('\'') && !text.chars().any(needs_escape) {
        return format!("'{text}'");
    }
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    text.chars().for_each(|char| push_escaped(&mut quoted, char));
    quoted.push('"');
    quoted
}

/// A comment's text on one line.
pub fn comment(text: &str) -> String {
    let text: String = text.chars().map(|char| if needs_escape(char) { ' ' } else { char }).collect();
    let text = text.trim_matches(' ');
    if text.is_empty() { "#".to_owned() } else { format!("# {text}") }
}

fn is_plain(text: &str, place: Place) -> bool {
    let Some(first) = text.chars().next() else { return false };
    let second = text[first.len_utf8()..].chars().next();
    let starts = match first {
        '-' => second.is_some_and(|next| next != ' ') && !text.starts_with("---"),
        '.' => !text.starts_with("..."),
        '?' | ':' | ',' | '[' | ']' | '{' | '}' | '#' | '&' | '*' | '!' | '|' | '>' | '\'' | '"' | '%'
        | '@' | '`' => false,
        _ => true,
    };
    let breaks_off = text.contains(": ") || text.contains(" #") || text.ends_with(':') || text.trim() != text;
    // The colon for readers of YAML 1.1.
    let brackets = place == Place::Flow && text.contains([',', '[', ']', '{', '}', ':']);
    starts && !breaks_off && !brackets && !text.chars().any(needs_escape) && !is_other_type(text)
}

/// Would another reader take it for no text? Numbers and `yes` stay as they are: plan specs write them so.
fn is_other_type(text: &str) -> bool {
    let word = matches!(
        text,
        "~" | "null" | "Null" | "NULL" | "true" | "True" | "TRUE" | "false" | "False" | "FALSE" | "<<" | "="
    );
    let digits = text.trim_start_matches(['-', '+']);
    let based = digits.len() > 2 && ["0o", "0x", "0b"].iter().any(|base| digits.starts_with(base));
    let special = matches!(digits.to_ascii_lowercase().as_str(), ".inf" | ".nan");
    word || special || (based && digits[2..].bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'_'))
}

/// Control characters, characters that end lines or turn them round, and what YAML does not allow.
fn needs_escape(char: char) -> bool {
    char.is_control()
        || matches!(char, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}')
        || matches!(char, '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

fn push_escaped(out: &mut String, char: char) {
    match char {
        '"' => out.push_str("\\\""),
        '\\' => out.push_str("\\\\"),
        '\n' => out.push_str("\\n"),
        '\t' => out.push_str("\\t"),
        '\r' => out.push_str("\\r"),
        _ if !needs_escape(char) => out.push(char),
        _ => {
            let code = u32::from(char);
            let written =
                if code < 0x100 { write!(out, "\\x{code:02X}") } else { write!(out, "\\u{code:04X}") };
            debug_assert!(written.is_ok(), "a string takes every text");
        }
    }
}
