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
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::line;

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
