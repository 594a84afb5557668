//! Scalars with the source offset of every byte of their text, whatever quotes, escapes and folds lie between.

use std::borrow::Cow;
use std::ops::Range;

use granit_parser::ScalarStyle;

use crate::source::Span;
use crate::syntax::tree::Scalar;
use crate::syntax::yaml::edit::Site;
use crate::syntax::yaml::lines::{SPACE, is_blank, is_break};

/// A scalar as the parser gives it, in offsets of the text that was parsed.
#[derive(Debug)]
pub struct Raw<'e> {
    pub text: Cow<'e, str>,
    pub style: ScalarStyle,
    pub range: Range<usize>,
    /// Columns that a block scalar strips from every line.
    pub indent: usize,
    /// Where the token before it ends: a block scalar's header stands between.
    pub after: usize,
}

/// The tree's scalar. Block scalars lose the line breaks at their end: a phrase has none.
pub fn scalar<'s>(site: Site<'s, '_>, raw: Raw<'_>) -> Scalar<'s> {
    match raw.style {
        ScalarStyle::Plain => flow_scalar(site, raw, 0),
        ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => flow_scalar(site, raw, 1).in_quotes(),
        ScalarStyle::Literal | ScalarStyle::Folded => block_scalar(site, raw),
    }
}

fn flow_scalar<'s>(site: Site<'s, '_>, raw: Raw<'_>, quote: usize) -> Scalar<'s> {
    let inner = raw.range.start + quote..raw.range.end.saturating_sub(quote).max(raw.range.start + quote);
    let span = site.span(raw.range.clone());
    if site.text().get(inner.clone()) == Some(&*raw.text) {
        return verbatim(site, raw.text, span, inner.start);
    }
    let runs = Aligned::new(site.text(), &raw.text, inner.start).flow(inner, raw.style);
    mapped(site, raw.text, span, runs)
}

fn block_scalar<'s>(site: Site<'s, '_>, raw: Raw<'_>) -> Scalar<'s> {
    let source = site.text();
    let text = match raw.text {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim_end_matches('\n')),
        Cow::Owned(mut text) => {
            text.truncate(text.trim_end_matches('\n').len());
            Cow::Owned(text)
        }
    };
    let header = header(source, raw.after..raw.range.start);
    let end = raw.range.start + source[raw.range.clone()].trim_end_matches(SPACE).len();
    let blanks = source[header.end..].bytes().take_while(|byte| is_blank(*byte)).count();
    let body = header.end + blanks..end.max(header.end + blanks);
    let span = site.span(header.start..body.end);
    let inner = raw.range.start..raw.range.start + text.len();
    if source.get(inner) == Some(&*text) {
        return verbatim(site, text, span, raw.range.start);
    }
    let runs = Aligned::new(source, &text, raw.range.start).block(body, raw.indent);
    mapped(site, text, span, runs)
}

/// From a block scalar's `|` or `>` to the end of its line.
fn header(source: &str, before: Range<usize>) -> Range<usize> {
    let lead = source.get(before.clone()).unwrap_or_default();
    let end = lead.trim_end_matches(SPACE).len();
    let line = lead[..end].rfind(['\n', '\r']).map_or(0, |at| at + 1);
    let mut at = line;
    for word in lead[line..end].split(' ') {
        if word.starts_with(['|', '>']) {
            return before.start + at..before.start + end;
        }
        at += word.len() + 1;
    }
    before.end..before.end
}

fn verbatim<'s>(site: Site<'s, '_>, text: Cow<'_, str>, span: Span, start: usize) -> Scalar<'s> {
    let place = site.place(start);
    match site.file.text().get(place..place + text.len()) {
        Some(original) if original == text => Scalar::verbatim(original, span, place),
        Some(_) | None => mapped(site, text, span, vec![(0, start)]),
    }
}

fn mapped<'s>(site: Site<'s, '_>, text: Cow<'_, str>, span: Span, runs: Vec<(usize, usize)>) -> Scalar<'s> {
    let narrow = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
    let placed = |(text, source): (usize, usize)| (narrow(text), narrow(site.place(source)));
    let runs = if site.edited.is_some() {
        // Repairs may lie inside: every character has a place of its own then.
        let within = |at: usize| runs.get(runs.partition_point(|(text, _)| *text <= at).saturating_sub(1));
        let source = |at: usize| within(at).map_or(0, |(text, source)| source + (at - text));
        let ends = std::iter::once(text.len());
        text.char_indices().map(|(at, _)| at).chain(ends).map(|at| placed((at, source(at)))).collect()
    } else {
        runs.into_iter().map(placed).collect()
    };
    Scalar::mapped(text.into_owned(), span, runs)
}

/// Walks source and text side by side and notes where they leave step.
struct Aligned<'a> {
    source: &'a str,
    text: &'a str,
    runs: Vec<(usize, usize)>,
}

impl<'a> Aligned<'a> {
    fn new(source: &'a str, text: &'a str, start: usize) -> Self {
        Self { source, text, runs: vec![(0, start)] }
    }

    /// From here on byte `text` of the text is byte `source` of the source.
    fn note(&mut self, text: usize, source: usize) {
        let step = self.runs.last().copied().unwrap_or_default();
        if source.checked_sub(step.1) != text.checked_sub(step.0) {
            self.runs.push((text, source));
        }
    }

    /// Plain and quoted scalars. Where the two do not fit, the runs so far stand.
    fn flow(mut self, range: Range<usize>, style: ScalarStyle) -> Vec<(usize, usize)> {
        let (mut at, mut out) = (range.start, 0);
        while at < range.end && out < self.text.len() {
            let (Some(rest), Some(text)) = (self.source.get(at..range.end), self.text.get(out..)) else {
                break;
            };
            let (eaten, made) = match rest.bytes().next() {
                Some(b'\\') if style == ScalarStyle::DoubleQuoted => escape(rest, text),
                Some(b'\'') if style == ScalarStyle::SingleQuoted => (2, 1),
                Some(byte) if is_blank(byte) || is_break(byte) => blanks(rest),
                Some(_) | None => word(rest, style),
            };
            let same = self.text.get(out..out + made) == rest.get(..eaten);
            self.note(out, at);
            if !same && made > 0 {
                self.runs.push((out, at));
            }
            at += eaten;
            out += made;
            if !same {
                self.runs.push((out, at));
            }
        }
        self.runs.dedup();
        self.runs
    }

    /// Literal and folded scalars: every line stands in the text without its indentation.
    fn block(mut self, body: Range<usize>, indent: usize) -> Vec<(usize, usize)> {
        let mut out = 0;
        let mut start = body.start;
        for line in self.source[body].split_inclusive(['\n', '\r']) {
            let content = line.trim_end_matches(['\n', '\r']);
            let spaces = content.bytes().take_while(|byte| *byte == b' ').count().min(indent);
            let content = &content[spaces..];
            if !content.is_empty() {
                let breaks = self.text[out..].bytes().take_while(|byte| *byte == b'\n').count();
                let fold = usize::from(breaks == 0 && out > 0 && self.text[out..].starts_with(' '));
                out += breaks + fold;
                if !self.text[out..].starts_with(content) {
                    return self.runs;
                }
                self.note(out, start + spaces);
                out += content.len();
                self.note(out, start + spaces + content.len());
            }
            start += line.len();
        }
        self.runs
    }
}

/// A run of characters that stand for themselves: how many bytes it has in the source, and in the text.
fn word(rest: &str, style: ScalarStyle) -> (usize, usize) {
    let stop = |byte: u8| match byte {
        b'\\' => style == ScalarStyle::DoubleQuoted,
        b'\'' => style == ScalarStyle::SingleQuoted,
        _ => is_blank(byte) || is_break(byte),
    };
    let length = rest.bytes().position(stop).unwrap_or(rest.len());
    (length, length)
}

/// Blanks stand for themselves; with line breaks among them they fold to one space, or to the breaks behind the first.
fn blanks(rest: &str) -> (usize, usize) {
    let run = rest.bytes().take_while(|byte| is_blank(*byte) || is_break(*byte)).count();
    match breaks(&rest[..run]) {
        0 => (run, run),
        1 => (run, 1),
        many => (run, many - 1),
    }
}

/// An escape of a double-quoted scalar, given what the text has for it.
fn escape(rest: &str, text: &str) -> (usize, usize) {
    let made = text.chars().next().map_or(0, char::len_utf8);
    match rest.as_bytes().get(1) {
        Some(b'x') => (4, made),
        Some(b'u') if made == 4 => (12, made),
        Some(b'u') => (6, made),
        Some(b'U') => (10, made),
        Some(byte) if is_break(*byte) => {
            let run = rest[1..].bytes().take_while(|byte| is_blank(*byte) || is_break(*byte)).count();
            (1 + run, breaks(&rest[1..1 + run]) - 1)
        }
        Some(_) => (2, made),
        None => (1, 0),
    }
}

fn breaks(blanks: &str) -> usize {
    blanks.bytes().filter(|byte| is_break(*byte)).count() - blanks.matches("\r\n").count()
}
