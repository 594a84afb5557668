//! How a text is laid out around a place: ends of entries and lines, indentation, line ends.

use std::ops::Range;

use crate::syntax::tree::{Comment, Entry, Kind, Map, Node};

/// A text to be amended.
#[derive(Debug, Clone, Copy)]
pub struct Layout<'s> {
    pub text: &'s str,
}

impl<'s> Layout<'s> {
    /// The line end that the text uses.
    pub fn line_end(self) -> &'static str {
        if self.text.contains("\r\n") { "\r\n" } else { "\n" }
    }

    /// Is there only blank space before this on its line?
    pub fn begins_line(self, at: usize) -> bool {
        self.text[self.line_start(at)..at].bytes().all(|byte| byte == b' ' || byte == b'\t')
    }

    /// The blanks that its line begins with.
    pub fn indent(self, at: usize) -> &'s str {
        let line = &self.text[self.line_start(at)..];
        &line[..line.len() - line.trim_start_matches([' ', '\t']).len()]
    }

    pub fn line_start(self, at: usize) -> usize {
        self.text[..at].rfind(['\n', '\r']).map_or(0, |end| end + 1)
    }

    /// Behind the line break that ends this line, and whether there is one.
    pub fn next_line(self, at: usize) -> (usize, bool) {
        match self.text[at..].find(['\n', '\r']) {
            Some(end) if self.text[at + end..].starts_with("\r\n") => (at + end + 2, true),
            Some(end) => (at + end + 1, true),
            None => (self.text.len(), false),
        }
    }

    /// Is nothing but blanks or a comment left on the line?
    pub fn ends_line(self, at: usize) -> bool {
        let rest = self.text[at..].trim_start_matches([' ', '\t', ';']);
        rest.is_empty() || rest.starts_with(['\n', '\r', '#'])
    }

    /// Where an entry ends with all that belongs to it, comments on its own line aside.
    pub fn end(self, entry: &Entry<'_>) -> usize {
        let of = |scalar: &crate::syntax::tree::Scalar<'_>| scalar.span.end;
        let parts = [
            Some(entry.key.span.end),
            Some(entry.value.span.end),
            entry.source.as_ref().map(of),
            entry.effective.as_ref().map(of),
            last_of(&entry.value),
        ];
        let end = parts.into_iter().flatten().max().unwrap_or_default() as usize;
        if self.is_annotated_in_braces(entry) {
            self.text[end..].find('}').map_or(end, |at| end + at + 1)
        } else {
            end
        }
    }

    /// `{ value: …, source: … }`, whose braces are no node of the tree.
    pub fn is_annotated_in_braces(self, entry: &Entry<'_>) -> bool {
        let is_annotated = entry.source.is_some() || entry.effective.is_some();
        let between = self.text.get(entry.key.span.end as usize..entry.value.span.start as usize);
        is_annotated && between.is_some_and(|between| between.contains('{'))
    }

    /// Where an entry begins with the comments before it.
    pub fn start(self, entry: &Entry<'_>) -> usize {
        let first = entry
            .comments
            .before
            .first()
            .map_or(entry.key.span.start, |comment: &Comment<'_>| comment.span.start);
        first.min(entry.key.span.start) as usize
    }

    /// The braces of a section, where it has some.
    pub fn braces(self, node: &Node<'_>) -> Option<Range<usize>> {
        let range = node.span.start as usize..node.span.end as usize;
        let text = self.text.get(range.clone())?;
        (text.starts_with('{') && text.ends_with('}')).then_some(range)
    }
}

/// The end of the last comment in a section: it belongs to it.
fn last_of(node: &Node<'_>) -> Option<u32> {
    fn of_map(map: &Map<'_>) -> Option<u32> {
        let closing = map.closing.iter().map(|comment| comment.span.end);
        let inner = map.entries.iter().filter_map(|entry| last_of(&entry.value));
        closing.chain(inner).max()
    }
    match &node.kind {
        Kind::Map(map) => of_map(map),
        Kind::Scalar(_) | Kind::List(_) | Kind::Broken => None,
    }
}
