//! DSL text to tree. Reading goes on behind every mistake, so that all are reported at once.

use std::borrow::Cow;

use super::scan;
use crate::finding::Finding;
use crate::source::{SourceFile, Span};
use crate::syntax::language::SYNTAX_ERROR;
use crate::syntax::tree::{Comment, Comments, Document, Entry, Key, Kind, Layout, Map, Node, Scalar};

/// Sections nest this deep at most; plans need three levels.
const DEEPEST: usize = 32;

/// Reads all plans of a file. Never fails: problems are findings, and what could be read is in the tree.
pub fn read<'s>(file: &'s SourceFile) -> (Vec<Document<'s>>, Vec<Finding>) {
    let mut reader = Reader { file, rest: file.text(), findings: Vec::new(), depth: 0 };
    let mut documents: Vec<Document<'s>> = Vec::new();
    loop {
        let (lead, _) = reader.lead();
        if reader.rest.is_empty() {
            if let Some(last) = documents.last_mut() {
                last.closing = lead.before;
            }
            return (documents, reader.findings);
        }
        documents.extend(reader.plan(lead));
    }
}

struct Reader<'s> {
    file: &'s SourceFile,
    rest: &'s str,
    findings: Vec<Finding>,
    depth: usize,
}

impl<'s> Reader<'s> {
    /// `plan "Name" { … }`.
    fn plan(&mut self, lead: Comments<'s>) -> Option<Document<'s>> {
        let start = self.offset();
        let Some(key) = self.key() else {
            self.skip_statement();
            return None;
        };
        if key.text != "plan" {
            self.report(key.span, "this stands outside of any plan", "not in a plan")
                .push_help("Every plan spec begins with `plan \"Name\" {` and ends with `}`.");
            self.skip_statement();
            return None;
        }
        self.skip(scan::blanks);
        let name = self.value();
        let mut named = Entry::new(key, name.value);
        named.comments = lead;
        let mut root = if self.eat("{") {
            let (behind, map) = self.body(start);
            named.comments.behind = behind;
            map
        } else {
            self.report(self.here(), "a plan has no body", "expected `{` here")
                .push_help("Write the plan's elections in braces behind its name: `plan \"Name\" { … }`.");
            Map::default()
        };
        root.entries.insert(0, named);
        Some(Document { root, span: self.span_from(start), closing: Vec::new() })
    }

    /// What stands between `{`, which is read, and its `}`. Returns the comment behind the `{` as well.
    fn body(&mut self, opened_at: usize) -> (Option<Comment<'s>>, Map<'s>) {
        let mut map = Map { layout: Layout::Inline, ..Map::default() };
        let body_start = self.offset();
        self.skip(scan::blanks);
        let behind = self.comment();
        loop {
            let (lead, line_ends) = self.lead();
            if line_ends > 0 {
                map.layout = Layout::Block;
            }
            if self.rest.is_empty() {
                map.closing = lead.before;
                let opening = Span::new(self.file.id(), opened_at, body_start);
                self.report(opening, "a brace is never closed", "this section has no `}`")
                    .push_help("Add the missing `}`.");
                return (behind, map);
            }
            if self.eat("}") {
                map.closing = lead.before;
                return (behind, map);
            }
            match self.entry(lead) {
                Some(entry) => map.entries.push(entry),
                None => self.skip_statement(),
            }
        }
    }

    /// A section or an election with all that may stand beside it.
    fn entry(&mut self, lead: Comments<'s>) -> Option<Entry<'s>> {
        let start = self.offset();
        let key = self.key()?;
        self.skip(scan::blanks);
        if self.rest.starts_with(':') {
            self.report(self.here_for(1), "the DSL has no colon behind a key", "remove this colon")
                .push_help("Write `key phrase`; `key: phrase` is the YAML notation, in files named `*.plan.yaml`.");
            self.rest = &self.rest[1..];
            self.skip(scan::blanks);
        }
        let mut comments = lead;
        let mut entry = if self.rest.starts_with('{') {
            self.section(key, start, &mut comments)
        } else {
            let mut entry = self.value();
            comments.before.append(&mut entry.comments.before);
            Entry { key, ..entry }
        };
        self.skip(scan::blanks);
        if self.eat(";") {
            self.skip(scan::blanks);
        }
        if comments.behind.is_none() {
            comments.behind = self.comment();
        }
        entry.comments = comments;
        Some(entry)
    }

    fn section(&mut self, key: Key<'s>, start: usize, comments: &mut Comments<'s>) -> Entry<'s> {
        let opening = self.offset();
        if self.depth >= DEEPEST {
            self.report(self.here_for(1), "sections are nested too deep", "more than 32 levels deep")
                .push_help("A plan has sections, and groups within `workforce`; nothing nests deeper.");
            self.skip_block();
            let span = self.span_from(opening);
            return Entry::new(key, Node::broken(span));
        }
        self.rest = &self.rest[1..];
        self.depth += 1;
        let (behind, map) = self.body(start);
        self.depth -= 1;
        comments.behind = behind;
        Entry::new(key, Node { span: self.span_from(opening), kind: Kind::Map(map) })
    }

    /// A phrase with `@ "source"` and `from DATE` behind it, in either order. The key is filled in by the caller.
    fn value(&mut self) -> Entry<'s> {
        let start = self.offset();
        let phrase = scan::phrase(self.rest);
        self.rest = &self.rest[phrase.raw.len()..];
        if let Some(open) = phrase.unclosed {
            let at = scan::offset_in(self.file.text(), open);
            self.report(Span::new(self.file.id(), at, at + 1), "a parenthesis is never closed", "this one is not closed")
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
                            self.report(self.span_from(start), "an election has two sources", "the second `@`")
                                .push_help("Keep one `@ \"…\"`; one text can name several places.");
                        }
                    }
                    Err(_) => {
                        self.report(self.span_from(start), "a source is not in quotes", "expected a text in quotes")
                            .push_help("Name the place in the plan document in double quotes: `@ \"AA 1.11(d)\"`.");
                        self.rest = &self.rest[scan::phrase(self.rest).raw.len()..];
                    }
                }
            } else if let Ok((rest, date)) = scan::effective(self.rest) {
                let at = scan::offset_in(self.file.text(), date);
                self.rest = rest;
                entry.effective = Some(Scalar::verbatim(date, Span::new(self.file.id(), at, at + date.len()), at));
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

    fn key(&mut self) -> Option<Key<'s>> {
        let start = self.offset();
        match scan::key(self.rest) {
            Ok((rest, text)) => {
                self.rest = rest;
                Some(Key { text: Cow::Borrowed(text), span: self.span_from(start) })
            }
            Err(_) => {
                let width = self.rest.chars().next().map_or(0, char::len_utf8);
                let (problem, help) = match self.rest.chars().next() {
                    Some('}') => ("a closing brace without an opening one", "Remove this `}`, or add the `{` it belongs to."),
                    Some('{') => ("a section has no name", "Write the section's name before its `{`."),
                    Some('"') => ("a key does not stand in quotes", "Write keys without quotes, such as `after-tax`."),
                    _ => ("a key is expected here", "Write `key phrase`, or `key { … }` for a section."),
                };
                self.report(self.here_for(width), problem, "this begins no section and no election").push_help(help);
                if self.rest.starts_with('}') {
                    self.rest = &self.rest[1..];
                }
                None
            }
        }
    }

    /// Empty lines and comments on lines of their own, up to the next thing; and how many line ends there were.
    fn lead(&mut self) -> (Comments<'s>, usize) {
        let mut lead = Comments::default();
        let mut line_ends = 0;
        loop {
            self.skip(scan::blanks);
            if let Ok((rest, _)) = scan::line_end(self.rest) {
                self.rest = rest;
                line_ends += 1;
                lead.set_apart |= line_ends > 1 && lead.before.is_empty();
            } else if let Some(comment) = self.comment() {
                lead.before.push(comment);
            } else if self.rest.starts_with(';') {
                self.rest = &self.rest[1..];
            } else {
                return (lead, line_ends);
            }
        }
    }

    fn comment(&mut self) -> Option<Comment<'s>> {
        let (rest, raw) = scan::comment(self.rest).ok()?;
        self.rest = rest;
        Some(self.comment_from(raw))
    }

    fn comment_from(&self, raw: &'s str) -> Comment<'s> {
        let at = scan::offset_in(self.file.text(), raw);
        Comment { text: Cow::Borrowed(raw[1..].trim()), span: Span::new(self.file.id(), at, at + raw.len()) }
    }

    /// Leaves a statement that could not be read: to its line's end, or over the block that it opens.
    fn skip_statement(&mut self) {
        let raw = scan::phrase(self.rest).raw;
        self.rest = &self.rest[raw.len()..];
        self.skip(scan::blanks);
        if self.rest.starts_with('{') {
            self.skip_block();
        } else if let Some('@') = self.rest.chars().next() {
            let line = self.rest.find(['\n', '\r']).unwrap_or(self.rest.len());
            self.rest = &self.rest[line..];
        } else if self.rest.starts_with('"') {
            self.rest = &self.rest[1..];
        }
    }

    /// Leaves a `{ … }` with all blocks in it, without recursion.
    fn skip_block(&mut self) {
        let mut depth = 0_usize;
        while let Some(next) = self.rest.chars().next() {
            match next {
                '{' => depth += 1,
                '}' => depth -= 1,
                _ => {}
            }
            self.rest = match next {
                '"' => scan::string(self.rest).map_or(&self.rest[1..], |(rest, _)| rest),
                '#' => scan::comment(self.rest).map_or(&self.rest[1..], |(rest, _)| rest),
                other => &self.rest[other.len_utf8()..],
            };
            if depth == 0 {
                return;
            }
        }
    }

    fn skip(&mut self, what: fn(&'s str) -> nom::IResult<&'s str, &'s str>) {
        if let Ok((rest, _)) = what(self.rest) {
            self.rest = rest;
        }
    }

    fn eat(&mut self, mark: &str) -> bool {
        let behind = self.rest.strip_prefix(mark);
        self.rest = behind.unwrap_or(self.rest);
        behind.is_some()
    }

    fn offset(&self) -> usize {
        self.file.text().len() - self.rest.len()
    }

    fn span_from(&self, start: usize) -> Span {
        Span::new(self.file.id(), start, self.offset())
    }

    fn here(&self) -> Span {
        self.here_for(0)
    }

    fn here_for(&self, bytes: usize) -> Span {
        Span::new(self.file.id(), self.offset(), self.offset() + bytes)
    }

    fn report(&mut self, span: Span, message: &str, label: &str) -> Reported<'_> {
        self.findings.push(Finding::new(SYNTAX_ERROR, span, format!("Syntax: {message}."), label));
        Reported(self.findings.last_mut())
    }
}

/// The finding just made, to be given its help.
struct Reported<'f>(Option<&'f mut Finding>);

impl Reported<'_> {
    fn push_help(self, help: &str) {
        if let Some(finding) = self.0 {
            finding.help = Some(help.to_owned());
        }
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
