//! Which part of a text each comment covers: a line, a section, a plan or the file. What it says is nothing here.

use crate::source::{SourceFile, Span};
use crate::syntax::tree::{Comment, Document, Entry, Kind, Map, Node};

/// What a comment is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    File,
    /// A plan or a section: what lies in it.
    Within(Span),
    /// A line, or the lines of one election: what begins or ends on them.
    Lines(Span),
    /// It stands behind all that it could be about.
    Nothing,
}

impl Scope {
    pub fn covers(self, span: Span) -> bool {
        let holds = |scope: Span, offset: u32| scope.start <= offset && offset <= scope.end;
        match self {
            Scope::File => true,
            Scope::Within(scope) => holds(scope, span.start) && holds(scope, span.end),
            Scope::Lines(scope) => holds(scope, span.start) || holds(scope, span.end),
            Scope::Nothing => false,
        }
    }
}

/// Every comment of a file with what it covers, in the order of the text.
pub fn comments<'d>(file: &SourceFile, documents: &'d [Document<'d>]) -> Vec<(Span, Scope)> {
    let mut walk = Walk { file, found: Vec::new() };
    for (index, document) in documents.iter().enumerate() {
        let whole = if index == 0 { Scope::File } else { Scope::Within(document.span) };
        let first = first_key(&document.root);
        walk.map(&document.root, first.map(|key| (key, whole)));
        walk.closing(&document.closing);
    }
    walk.found.sort_by_key(|(span, _)| *span);
    walk.found.dedup();
    walk.found
}

struct Walk<'f> {
    file: &'f SourceFile,
    found: Vec<(Span, Scope)>,
}

/// The place of a plan's first key, and what a comment above it covers.
type Above = Option<(Span, Scope)>;

impl Walk<'_> {
    fn map(&mut self, map: &Map<'_>, above: Above) {
        for entry in &map.entries {
            self.entry(entry, above);
        }
        self.closing(&map.closing);
    }

    fn entry(&mut self, entry: &Entry<'_>, above: Above) {
        for comment in entry.comments.before.iter().chain(&entry.comments.behind) {
            let scope = self.of_entry(entry, comment.span, above);
            self.found.push((comment.span, scope));
        }
        self.node(&entry.value);
    }

    fn node(&mut self, node: &Node<'_>) {
        match &node.kind {
            Kind::Map(map) => self.map(map, None),
            Kind::List(items) => items.iter().for_each(|item| self.node(item)),
            Kind::Scalar(_) | Kind::Broken => {}
        }
    }

    fn of_entry(&self, entry: &Entry<'_>, comment: Span, above: Above) -> Scope {
        let line = self.lines(comment);
        if !self.stands_alone(comment) {
            return Scope::Lines(line);
        }
        match (above, &entry.value.kind) {
            (Some((first, whole)), _) if comment.end <= first.start => whole,
            (_, Kind::Map(_)) if comment.end <= entry.key.span.start => Scope::Within(entry.span()),
            (_, Kind::Map(_)) => Scope::Lines(line),
            // Within an election that goes over several lines it is about all of them.
            (_, Kind::Scalar(_) | Kind::List(_) | Kind::Broken) => Scope::Lines(self.lines(entry.span())),
        }
    }

    /// Comments behind the last entry: on a line with something else they are about that line.
    fn closing(&mut self, comments: &[Comment<'_>]) {
        for comment in comments {
            let alone = self.stands_alone(comment.span);
            let scope = if alone { Scope::Nothing } else { Scope::Lines(self.lines(comment.span)) };
            self.found.push((comment.span, scope));
        }
    }

    /// Is there nothing but blanks before it on its line?
    fn stands_alone(&self, comment: Span) -> bool {
        let start = self.lines(comment).start;
        self.file.slice(Span { start, end: comment.start, ..comment }).trim().is_empty()
    }

    /// From the start of the first line of a span to the end of its last.
    fn lines(&self, span: Span) -> Span {
        let text = self.file.text();
        let (from, to) = ((span.start as usize).min(text.len()), (span.end as usize).min(text.len()));
        let start = text[..from].rfind(['\n', '\r']).map_or(0, |at| at + 1);
        let end = text[to..].find(['\n', '\r']).map_or(text.len(), |at| to + at);
        Span::new(span.file, start, end)
    }
}

fn first_key(root: &Map<'_>) -> Option<Span> {
    root.entries.iter().map(|entry| entry.key.span).min()
}
