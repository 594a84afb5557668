//! Lines of YAML as a person sees them: indentation, key, value, comment. A rough look for diagnoses, not a parser.

use std::ops::Range;

/// What YAML takes for white space: no other blank of Unicode is.
pub const SPACE: [char; 4] = [' ', '\t', '\n', '\r'];

/// One line of a text, in offsets of that text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Line {
    pub start: usize,
    /// Where its first character that is no blank stands.
    pub first: usize,
    /// Its end without blanks, comment and line break.
    pub last: usize,
    /// Where its line break or the end of the text stands.
    pub end: usize,
}

/// `key: value` on one line; the value may be empty.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    pub key: Range<usize>,
    pub value: Range<usize>,
}

impl Line {
    /// The line that holds an offset.
    pub fn at(text: &str, offset: usize) -> Self {
        let offset = offset.min(text.len());
        let bytes = text.as_bytes();
        let start = bytes[..offset].iter().rposition(|byte| is_break(*byte)).map_or(0, |at| at + 1);
        let end =
            bytes[offset..].iter().position(|byte| is_break(*byte)).map_or(text.len(), |at| offset + at);
        let indent = bytes[start..end].iter().take_while(|byte| is_blank(**byte)).count();
        let first = start + indent;
        Self { start, first, last: first + content_length(&text[first..end]), end }
    }

    pub fn next(&self, text: &str) -> Option<Self> {
        let width = if text[self.end..].starts_with("\r\n") { 2 } else { 1 };
        (self.end + width <= text.len()).then(|| Self::at(text, self.end + width))
    }

    pub fn previous(&self, text: &str) -> Option<Self> {
        let before = self.start.checked_sub(1)?;
        let offset = if text[..before].ends_with('\r') && text.as_bytes()[before] == b'\n' {
            before - 1
        } else {
            before
        };
        Some(Self::at(text, offset))
    }

    /// The next line that holds more than blanks and a comment.
    pub fn next_filled(&self, text: &str) -> Option<Self> {
        std::iter::successors(self.next(text), |line| line.next(text)).find(|line| !line.is_bare())
    }

    /// Nothing but blanks and a comment.
    pub fn is_bare(&self) -> bool {
        self.first == self.last
    }

    pub fn indent(&self) -> usize {
        self.first - self.start
    }

    pub fn content(&self) -> Range<usize> {
        self.first..self.last
    }

    /// `- item`
    pub fn is_item(&self, text: &str) -> bool {
        let content = &text[self.content()];
        content == "-" || content.starts_with("- ")
    }

    /// `---` or `...`, alone or before something.
    pub fn is_marker(&self, text: &str) -> bool {
        self.indent() == 0 && is_marker(&text[self.start..self.end])
    }

    /// Its key and value, behind the dashes of list items.
    pub fn pair(&self, text: &str) -> Option<Pair> {
        let mut first = self.first;
        while text[first..self.last].starts_with("- ") {
            first += 2;
            first += text[first..self.last].bytes().take_while(|byte| is_blank(*byte)).count();
        }
        let content = &text[first..self.last];
        let key = key_length(content)?;
        let behind = first + key + content[key..].find(':')? + 1;
        let blanks = text[behind..self.last].bytes().take_while(|byte| is_blank(*byte)).count();
        Some(Pair { key: first..first + key, value: behind + blanks..self.last })
    }
}

/// Does a line start a document or end one?
pub fn is_marker(line: &str) -> bool {
    let rest = line.strip_prefix("---").or_else(|| line.strip_prefix("..."));
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t', '\r', '\n']))
}

pub fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t')
}

pub fn is_break(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\r')
}

/// The length of a line's text without its comment and the blanks behind it.
fn content_length(line: &str) -> usize {
    let mut quote = None;
    let mut before = b' ';
    for (at, byte) in line.bytes().enumerate() {
        match quote {
            Some(open) if byte == open => quote = None,
            Some(_) => {}
            None if matches!(byte, b'"' | b'\'') && matches!(before, b' ' | b'[' | b'{' | b',') => {
                quote = Some(byte)
            }
            None if byte == b'#' && is_blank(before) => return line[..at].trim_end_matches(SPACE).len(),
            None => {}
        }
        before = byte;
    }
    line.trim_end_matches(SPACE).len()
}

/// The length of the key that a text begins with: what stands before the first `:` with a blank or the end behind it.
fn key_length(content: &str) -> Option<usize> {
    let quoted = content.starts_with(['"', '\'']);
    let from = if quoted { content[1..].find(&content[..1])? + 2 } else { 0 };
    let colon = content[from..].match_indices(':').map(|(at, _)| from + at).find(|at| {
        let behind = content.as_bytes().get(at + 1);
        behind.is_none_or(|byte| is_blank(*byte))
    })?;
    let key = content[..colon].trim_end_matches(SPACE).len();
    (key > 0 && (!quoted || key == from)).then_some(key)
}
