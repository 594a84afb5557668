//! The one tree that both notations are read into: sections and elections with their places and comments.

use std::borrow::Cow;

use crate::source::Span;

/// One plan of a file: its root is a map. A DSL file has one for each `plan "…" { … }`, YAML one a document.
#[derive(Debug, Clone, PartialEq)]
pub struct Document<'s> {
    pub root: Map<'s>,
    /// From the plan's first character to its last.
    pub span: Span,
    /// Comments behind everything else.
    pub closing: Vec<Comment<'s>>,
}

/// A value with its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Node<'s> {
    pub span: Span,
    pub kind: Kind<'s>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Kind<'s> {
    Scalar(Scalar<'s>),
    List(Vec<Node<'s>>),
    Map(Map<'s>),
    /// Something that was reported already: it gets no second finding.
    Broken,
}

/// The entries of a section in the order in which they are written.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Map<'s> {
    pub entries: Vec<Entry<'s>>,
    /// Comments behind the last entry, before the section ends.
    pub closing: Vec<Comment<'s>>,
    pub layout: Layout,
}

/// How the author wrote a section; formatting respects it where it can.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Layout {
    /// An entry a line.
    #[default]
    Block,
    /// `{ … }` on one line.
    Inline,
}

/// `key value`, with what the language lets stand beside a value.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry<'s> {
    pub key: Key<'s>,
    pub value: Node<'s>,
    /// Where the plan document says so: `@ "AA 1.11(d)"`, or `source:`.
    pub source: Option<Scalar<'s>>,
    /// Since when it holds: `from 2026-07-01`, or `effective:`.
    pub effective: Option<Scalar<'s>>,
    pub comments: Comments<'s>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Key<'s> {
    pub text: Cow<'s, str>,
    pub span: Span,
}

/// Comments that belong to one entry.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Comments<'s> {
    /// On lines of their own before the entry.
    pub before: Vec<Comment<'s>>,
    /// Behind the entry (behind the opening of a section), on the same line.
    pub behind: Option<Comment<'s>>,
    /// Does an empty line set the entry apart from the one before?
    pub set_apart: bool,
}

/// A comment without its `#` and the spaces around it.
#[derive(Debug, Clone, PartialEq)]
pub struct Comment<'s> {
    pub text: Cow<'s, str>,
    pub span: Span,
}

/// A raw value: what is written, once quotes, escapes and folds of its notation are undone.
#[derive(Debug, Clone, PartialEq)]
pub struct Scalar<'s> {
    pub text: Cow<'s, str>,
    /// The place in the source, quotes included.
    pub span: Span,
    /// It stood in quotes: every blank in it is meant.
    pub quoted: bool,
    origin: Origin,
}

/// How offsets in a scalar's text lead back to the source.
#[derive(Debug, Clone, PartialEq)]
enum Origin {
    /// The text stands in the source byte for byte from here.
    Verbatim(u32),
    /// Runs of `(offset in text, offset in source)`, ascending; between two the bytes run in step.
    Mapped(Box<[(u32, u32)]>),
}

impl<'s> Scalar<'s> {
    /// A text that stands in the source byte for byte from offset `start`.
    pub fn verbatim(text: impl Into<Cow<'s, str>>, span: Span, start: usize) -> Self {
        Self { text: text.into(), span, quoted: false, origin: Origin::Verbatim(start as u32) }
    }

    /// A text whose bytes come from several places: `runs` of (offset in text, offset in source), ascending.
    pub fn mapped(text: impl Into<Cow<'s, str>>, span: Span, runs: Vec<(u32, u32)>) -> Self {
        Self { text: text.into(), span, quoted: false, origin: Origin::Mapped(runs.into_boxed_slice()) }
    }

    /// The same scalar, marked as one that stood in quotes.
    pub fn in_quotes(self) -> Self {
        Self { quoted: true, ..self }
    }

    /// The source span of bytes `start..end` of the text. It lies within the scalar's own span.
    pub fn span_of(&self, start: usize, end: usize) -> Span {
        let (start, end) = (self.source_offset(start), self.source_offset(end));
        let clamp = |offset: u32| offset.clamp(self.span.start, self.span.end);
        Span { file: self.span.file, start: clamp(start), end: clamp(end.max(start)) }
    }

    fn source_offset(&self, offset: usize) -> u32 {
        let offset = offset as u32;
        match &self.origin {
            Origin::Verbatim(start) => start + offset,
            Origin::Mapped(runs) => {
                let index = runs.partition_point(|(text, _)| *text <= offset).saturating_sub(1);
                runs.get(index).map_or(self.span.start, |(text, source)| source + (offset - text))
            }
        }
    }
}

impl<'s> Node<'s> {
    pub fn scalar(scalar: Scalar<'s>) -> Self {
        Self { span: scalar.span, kind: Kind::Scalar(scalar) }
    }

    pub fn broken(span: Span) -> Self {
        Self { span, kind: Kind::Broken }
    }

    pub fn as_scalar(&self) -> Option<&Scalar<'s>> {
        match &self.kind {
            Kind::Scalar(scalar) => Some(scalar),
            Kind::List(_) | Kind::Map(_) | Kind::Broken => None,
        }
    }
}

impl<'s> Entry<'s> {
    pub fn new(key: Key<'s>, value: Node<'s>) -> Self {
        Self { key, value, source: None, effective: None, comments: Comments::default() }
    }

    pub fn span(&self) -> Span {
        self.key.span.to(self.value.span)
    }
}

impl<'s> Map<'s> {
    /// Does a key stand more than once?
    pub fn is_doubled(&self, key: &str) -> bool {
        self.entries.iter().filter(|entry| entry.key.text == key).count() > 1
    }

    /// The same entries with values that nobody reads: what is said twice is reported once and holds nowhere.
    pub fn in_doubt(&self) -> Self {
        let doubtful = |entry: &Entry<'s>| Entry::new(entry.key.clone(), Node::broken(entry.value.span));
        Self { entries: self.entries.iter().map(doubtful).collect(), ..Self::default() }
    }

    /// The first entry under a key.
    pub fn get(&self, key: &str) -> Option<&Entry<'s>> {
        self.entries.iter().find(|entry| entry.key.text == key)
    }
}

impl Document<'_> {
    /// The plan's name as written, for messages before anything is lowered.
    pub fn plan_name(&self) -> Option<&str> {
        Some(&*self.root.get("plan")?.value.as_scalar()?.text)
    }
}
