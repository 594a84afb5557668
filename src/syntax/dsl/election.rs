//! An election behind its key: the phrase, and the source and date that may follow it.

use std::borrow::Cow;

use super::read::Reader;
use super::scan;
use crate::source::Span;
use crate::syntax::tree::{Comments, Entry, Key, Node, Scalar};

impl<'s> Reader<'s> {
    /// A phrase with `@ "source"` and `from DATE` behind it, in either order. The key is filled in by the caller.
    pub(super) fn value(&mut self) -> Entry<'s> {
        let start = self.offset();
        let phrase = scan::phrase(self.rest);
        self.rest = &self.rest[phrase.raw.len()..];
        if let Some(open) = phrase.unclosed {
            let at = scan::offset_in(self.file.text(), open);
            self.report(
                Span::new(self.file.id(), at, at + 1),
                "a parenthesis is never closed",
                "this one is not closed",
            )
            .push_help("Add the missing `)`.");
        }
        let mut inner = Comments::default();
        inner.before.extend(phrase.comments.iter().map(|raw| self.comment_from(raw)));
        let span = self.span_from(start);
        let value = if phrase.unclosed.is_some() {
            Node::broken(span)
        } else {
            Node::scalar(self.scalar(phrase.raw, span, &phrase.comments))
        };
        let key = Key { text: Cow::Borrowed(""), span: span.at_start() };
        let mut entry = Entry { comments: inner, ..Entry::new(key, value) };
        self.annotations(&mut entry);
        entry
    }

    fn annotations(&mut self, entry: &mut Entry<'s>) {
        loop {
            self.skip(scan::blanks);
            let start = self.offset();
            if self.eat("@") {
                self.skip(scan::blanks);
                let at = self.offset();
                match scan::string(self.rest) {
                    Ok((rest, raw)) => {
                        self.rest = rest;
                        let span = self.span_from(at);
                        let source = self.scalar(raw, span, &[]);
                        if entry.source.replace(source).is_some() {
                            self.report(
                                self.span_from(start),
                                "an election has two sources",
                                "the second `@`",
                            )
                            .push_help("Keep one `@ \"…\"`; one text can name several places.");
                        }
                    }
                    Err(_) => {
                        self.report(
                            self.span_from(start),
                            "a source is not in quotes",
                            "expected a text in quotes",
                        )
                        .push_help(
                            "Name the place in the plan document in double quotes: `@ \"AA 1.11(d)\"`.",
                        );
                        self.rest = &self.rest[scan::phrase(self.rest).raw.len()..];
                    }
                }
            } else if let Ok((rest, date)) = scan::effective(self.rest) {
                let at = scan::offset_in(self.file.text(), date);
                self.rest = rest;
                entry.effective =
                    Some(Scalar::verbatim(date, Span::new(self.file.id(), at, at + date.len()), at));
            } else {
                break;
            }
        }
        let trailing = scan::phrase(self.rest).raw;
        if !trailing.is_empty() {
            let at = self.offset();
            self.report(
                Span::new(self.file.id(), at, at + trailing.len()),
                "something stands behind a finished election",
                "not part of the election",
            )
            .push_help("End the election with a line end or `;`.");
            self.rest = &self.rest[trailing.len()..];
        }
    }

    /// A phrase as a scalar: a text that is one quoted string loses its quotes, comments become blanks.
    fn scalar(&self, raw: &'s str, span: Span, comments: &[&str]) -> Scalar<'s> {
        let start = span.start as usize;
        if matches!(scan::string(raw), Ok(("", _))) {
            return unquoted(raw, span).in_quotes();
        }
        if comments.is_empty() {
            return Scalar::verbatim(raw, span, start);
        }
        let mut text = raw.to_owned();
        for comment in comments {
            let at = scan::offset_in(raw, comment);
            text.replace_range(at..at + comment.len(), &" ".repeat(comment.len()));
        }
        Scalar::verbatim(text, span, start)
    }
}

/// The content of a quoted string, with where each part of it stands.
fn unquoted<'s>(raw: &'s str, span: Span) -> Scalar<'s> {
    let inside = &raw[1..raw.len() - 1];
    let start = span.start as usize + 1;
    if !inside.contains('\\') {
        return Scalar::verbatim(inside, span, start);
    }
    let mut text = String::with_capacity(inside.len());
    let mut runs = vec![(0, start as u32)];
    let mut characters = inside.char_indices();
    while let Some((at, character)) = characters.next() {
        if character != '\\' {
            text.push(character);
            continue;
        }
        let Some((_, escaped)) = characters.next() else { break };
        runs.push((text.len() as u32, (start + at) as u32));
        text.push(match escaped {
            'n' => '\n',
            't' => '\t',
            other => other,
        });
        runs.push((text.len() as u32, (start + at + 1 + escaped.len_utf8()) as u32));
    }
    Scalar::mapped(text, span, runs)
}
