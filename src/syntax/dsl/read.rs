//! DSL text to tree. Reading goes on behind every mistake, so that all are reported at once.

use std::borrow::Cow;

use super::scan;
use crate::finding::Finding;
use crate::source::{SourceFile, Span};
use crate::syntax::language::SYNTAX_ERROR;
use crate::syntax::tree::{Comment, Comments, Document, Entry, Key, Kind, Layout, Map, Node};

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

/// The text that is left, and what was found wrong so far.
pub(super) struct Reader<'s> {
    pub(super) file: &'s SourceFile,
    pub(super) rest: &'s str,
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
                .push_help(
                    "Write `key phrase`; `key: phrase` is the YAML notation, in files named `*.plan.yaml`.",
                );
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

    fn key(&mut self) -> Option<Key<'s>> {
        let start = self.offset();
        match scan::key(self.rest) {
            Ok((rest, text)) => {
                self.rest = rest;
                Some(Key { text: Cow::Borrowed(text), span: self.span_from(start) })
            }
            Err(_) => {
                self.no_key();
                None
            }
        }
    }

    /// Reports what stands where a key belongs, and leaves it: reading always goes on behind it.
    fn no_key(&mut self) {
        let strange = |c: char| (c.is_whitespace() || c.is_control()) && c != '\n' && c != '\r';
        let blanks = self.rest.find(|c| !strange(c)).unwrap_or(self.rest.len());
        let one = self.rest.chars().next().map_or(0, char::len_utf8);
        let (problem, help) = match self.rest.chars().next() {
            Some('}') => {
                ("a closing brace without an opening one", "Remove this `}`, or add the `{` it belongs to.")
            }
            Some('{') => ("a section has no name", "Write the section's name before its `{`."),
            Some('"') => {
                ("a key does not stand in quotes", "Write keys without quotes, such as `after-tax`.")
            }
            Some(c) if strange(c) => (
                "a character that is neither a blank nor text",
                "Write plain blanks; pasted text often has others.",
            ),
            _ => ("a key is expected here", "Write `key phrase`, or `key { … }` for a section."),
        };
        self.report(self.here_for(blanks.max(one)), problem, "this begins no section and no election")
            .push_help(help);
        if !self.rest.starts_with(['{', '"']) {
            self.rest = &self.rest[blanks.max(one)..];
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

    pub(super) fn comment_from(&self, raw: &'s str) -> Comment<'s> {
        let at = scan::offset_in(self.file.text(), raw);
        Comment {
            text: Cow::Borrowed(comment_text(raw)),
            span: Span::new(self.file.id(), at, at + raw.len()),
        }
    }

    pub(super) fn skip(&mut self, what: fn(&'s str) -> nom::IResult<&'s str, &'s str>) {
        if let Ok((rest, _)) = what(self.rest) {
            self.rest = rest;
        }
    }

    pub(super) fn eat(&mut self, mark: &str) -> bool {
        let behind = self.rest.strip_prefix(mark);
        self.rest = behind.unwrap_or(self.rest);
        behind.is_some()
    }

    pub(super) fn offset(&self) -> usize {
        self.file.text().len() - self.rest.len()
    }

    pub(super) fn span_from(&self, start: usize) -> Span {
        Span::new(self.file.id(), start, self.offset())
    }

    fn here(&self) -> Span {
        self.here_for(0)
    }

    fn here_for(&self, bytes: usize) -> Span {
        Span::new(self.file.id(), self.offset(), self.offset() + bytes)
    }

    pub(super) fn report(&mut self, span: Span, message: &str, label: &str) -> Reported<'_> {
        self.findings.push(Finding::new(SYNTAX_ERROR, span, format!("Syntax: {message}."), label));
        Reported(self.findings.last_mut())
    }
}

/// The finding just made, to be given its help.
pub(super) struct Reported<'f>(Option<&'f mut Finding>);

impl Reported<'_> {
    pub(super) fn push_help(self, help: &str) {
        if let Some(finding) = self.0 {
            finding.help = Some(help.to_owned());
        }
    }
}

/// A comment's text: what is behind `#` and one blank. More blanks are the writer's indentation.
fn comment_text(raw: &str) -> &str {
    raw[1..].strip_prefix(' ').unwrap_or(&raw[1..]).trim_end()
}
