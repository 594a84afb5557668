//! Text in lines of so many columns. Wide characters (CJK) count two and may be parted anywhere but before closing marks;
//! Korean, which has spaces, is parted at them.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Columns that a text takes.
pub fn width(text: &str) -> usize {
    text.width()
}

/// Columns that a character takes; none for what joins the one before it.
pub fn char_width(c: char) -> usize {
    c.width().unwrap_or(0)
}

/// The lines of a text, none wider than `columns` but for a single character that is. Words stay whole where they fit.
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut used = 0;
    for word in text.split_whitespace() {
        for (index, piece) in pieces(word, columns).into_iter().enumerate() {
            let gap = usize::from(index == 0 && used > 0);
            if used > 0 && used + gap + width(piece) > columns {
                lines.push(String::new());
                used = 0;
            }
            let line = lines.last_mut().expect("internal error: a text has no line");
            if gap == 1 && used > 0 {
                line.push(' ');
                used += 1;
            }
            line.push_str(piece);
            used += width(piece);
        }
    }
    lines
}

/// `text` behind `first`, its further lines indented to the same column.
pub fn hanging(first: &str, text: &str, columns: usize) -> Vec<String> {
    let indent = width(first);
    let lines = wrap(text, columns.saturating_sub(indent).max(NARROWEST));
    let lead = |index| if index == 0 { first.to_owned() } else { " ".repeat(indent) };
    lines.into_iter().enumerate().map(|(index, line)| format!("{}{line}", lead(index))).collect()
}

/// Puts units in lines without parting any.
pub fn flow(units: Vec<String>, columns: usize) -> Vec<Vec<String>> {
    let mut lines: Vec<Vec<String>> = Vec::new();
    let mut used = 0;
    for unit in units {
        let wide = width(&unit);
        match lines.last_mut() {
            Some(line) if used + 1 + wide <= columns => {
                line.push(unit);
                used += 1 + wide;
            }
            Some(_) | None => {
                lines.push(vec![unit]);
                used = wide;
            }
        }
    }
    lines
}

/// A column of text is never made narrower than this: a line that overshoots reads better than a letter a line.
const NARROWEST: usize = 16;

/// The parts between which a word may be broken: around wide characters, and where it is wider than a line.
fn pieces(word: &str, columns: usize) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut used = 0;
    let mut after_wide = false;
    for (at, c) in word.char_indices() {
        let wide = char_width(c);
        let parts = (wide > 1 && !is_hangul(c)) || (after_wide && wide > 0);
        let holds = closes(c) || word[..at].ends_with(opens);
        let breaks = (parts && !holds) || used + wide > columns;
        if breaks && at > start {
            pieces.push(&word[start..at]);
            start = at;
            used = 0;
        }
        used += wide;
        after_wide = if wide == 0 { after_wide } else { wide > 1 && !is_hangul(c) };
    }
    pieces.push(&word[start..]);
    pieces
}

/// A syllable of Korean.
fn is_hangul(c: char) -> bool {
    ('\u{ac00}'..='\u{d7a3}').contains(&c)
}

/// Marks that do not begin a line.
fn closes(c: char) -> bool {
    "。，、；：！？）》」』”’·.,;:!?)]%".contains(c)
}

/// Marks that do not end one.
fn opens(c: char) -> bool {
    "（《「『“‘([".contains(c)
}

#[cfg(test)]
mod tests {
    use super::{flow, hanging, wrap};

    #[test]
    fn words_stay_whole_where_they_fit() {
        assert_eq!(wrap("one two three", 8), ["one two", "three"]);
        assert_eq!(wrap("abcdefghij kl", 4), ["abcd", "efgh", "ij", "kl"]);
        assert_eq!(wrap("", 4), [""]);
    }

    #[test]
    fn wide_characters_count_two_and_may_be_parted() {
        assert_eq!(wrap("日本語の計画 401(k)", 8), ["日本語の", "計画", "401(k)"]);
        assert_eq!(wrap("計画A計画", 4), ["計画", "A計", "画"]);
    }

    #[test]
    fn no_mark_begins_a_line_and_korean_is_parted_at_spaces() {
        assert_eq!(wrap("转入计划。可以", 8), ["转入计", "划。可以"]);
        assert_eq!(wrap("플랜이 세후 납입금을 받습니다", 12), ["플랜이 세후", "납입금을", "받습니다"]);
    }

    #[test]
    fn further_lines_hang_under_the_first() {
        assert_eq!(
            hanging("room: ", "seventy two thousand dollars", 22),
            ["room: seventy two", "      thousand dollars"]
        );
    }

    #[test]
    fn units_are_never_parted() {
        let units = ["IRC 401(m)(3);", "Notice 2014-54;", "IRC 72"].map(str::to_owned).to_vec();
        assert_eq!(flow(units, 20), [vec!["IRC 401(m)(3);"], vec!["Notice 2014-54;"], vec!["IRC 72"]]);
    }
}
