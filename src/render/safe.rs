//! Makes text from users harmless to a terminal: control and bidirectional characters become visible stand-ins.
//!
//! A plan's name may hold an escape sequence that clears the screen, or an override that turns the rest of the line
//! around. One character stands in for one character, so columns stay right.

use std::borrow::Cow;

/// Text that stays on its line: line ends and tabs are replaced too.
pub fn line(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| stand_in(c).is_none()) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(|c| stand_in(c).unwrap_or(c)).collect())
}

/// What is shown for a character that a terminal must not see; `None` where the character itself is harmless.
pub fn stand_in(c: char) -> Option<char> {
    match c {
        // The picture of each control character: U+241B `␛` for ESC.
        '\0'..='\u{1f}' => char::from_u32(0x2400 + c as u32),
        '\u{7f}' => Some('␡'),
        '\u{80}'..='\u{9f}' => Some('\u{fffd}'),
        '\u{2028}' | '\u{2029}' => Some('␤'),
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            Some('\u{fffd}')
        }
        // No characters at all: XML forbids them.
        '\u{fffe}' | '\u{ffff}' => Some('\u{fffd}'),
        _ => None,
    }
}

/// JSON in which the characters that a terminal must not see are escaped. serde escapes those of ASCII already; the
/// others can stand only within strings.
pub fn json(text: String) -> String {
    let is_strange = |c: char| !c.is_ascii() && stand_in(c).is_some();
    if text.is_ascii() || !text.contains(is_strange) {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if is_strange(c) {
            out.push_str(&format!("\\u{:04x}", c as u32));
        } else {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{json, line};

    #[test]
    fn json_says_the_same_without_strange_characters() {
        let value = serde_json::json!({ "plan": "a\u{202e}b\u{9b}c\u{2028}d 計画 \u{1b}" });
        let text = json(value.to_string());
        assert!(text.chars().all(|c| super::stand_in(c).is_none()), "{text}");
        assert_eq!(serde_json::from_str::<serde_json::Value>(&text).ok(), Some(value));
    }

    #[test]
    fn harmless_text_is_not_copied() {
        assert!(matches!(line("Größe 計画 401(k) — ½"), std::borrow::Cow::Borrowed(_)));
    }

    #[test]
    fn one_visible_character_stands_for_one() {
        let hostile = "a\u{1b}[2Jb\r\n\tc\u{7f}\u{9b}1m\u{202e}d\u{2066}\u{200f}\u{61c}\u{2028}e";
        let shown = line(hostile);
        assert_eq!(shown, "a␛[2Jb␍␊␉c␡\u{fffd}1m\u{fffd}d\u{fffd}\u{fffd}\u{fffd}␤e");
        assert_eq!(shown.chars().count(), hostile.chars().count());
        assert!(!shown.chars().any(char::is_control));
    }
}
