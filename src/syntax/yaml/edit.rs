//! A text with repairs in it, and the way from its offsets back to the source. Which repair helps is decided elsewhere.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::source::{SourceFile, Span};

/// Bytes of a text, and what stands there instead.
#[derive(Debug, Clone, PartialEq)]
pub struct Edit {
    pub at: Range<usize>,
    pub with: String,
}

/// A change that lets the reading go on behind a syntax error.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Repair {
    /// Ascending and apart from each other.
    pub edits: Vec<Edit>,
    /// Where a key starts whose value is reported, and that value's place.
    pub broken: Option<(usize, Range<usize>)>,
}

/// The source after some repairs.
#[derive(Debug, Clone)]
pub struct Edited {
    text: String,
    /// Runs of (offset in text, offset in source), ascending; between two the bytes run in step.
    runs: Vec<(usize, usize)>,
    /// Places of values that are reported already, by the source offset of their keys.
    broken: BTreeMap<usize, Range<usize>>,
}

/// What is read: a file, and the repaired text that stands in for its own after syntax errors.
#[derive(Debug, Clone, Copy)]
pub struct Site<'s, 'e> {
    pub file: &'s SourceFile,
    pub edited: Option<&'e Edited>,
}

impl Edit {
    /// Spaces in place of everything but line breaks.
    pub fn blank(text: &str, at: Range<usize>) -> Self {
        let keep = |byte| if matches!(byte, b'\n' | b'\r') { char::from(byte) } else { ' ' };
        Self { with: text[at.clone()].bytes().map(keep).collect(), at }
    }

    pub fn insert(at: usize, with: impl Into<String>) -> Self {
        Self { at: at..at, with: with.into() }
    }
}

impl Repair {
    pub fn of(edit: Edit) -> Self {
        Self { edits: vec![edit], broken: None }
    }
}

impl Edited {
    pub fn unchanged(source: &str) -> Self {
        Self { text: source.to_owned(), runs: vec![(0, 0)], broken: BTreeMap::new() }
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// The source offset of an offset in the text.
    pub fn place(&self, offset: usize) -> usize {
        let next = self.runs.partition_point(|(text, _)| *text <= offset);
        let Some((text, source)) = self.runs.get(next.saturating_sub(1)) else { return offset };
        let place = source + offset.saturating_sub(*text);
        self.runs.get(next).map_or(place, |(_, bound)| place.min(*bound.max(source)))
    }

    /// The text after one more repair, whose offsets are those of this text.
    pub fn repaired(&self, repair: &Repair) -> Self {
        let mut next = Self {
            text: String::with_capacity(self.text.len() + 16),
            runs: Vec::new(),
            broken: self.broken.clone(),
        };
        let mut from = 0;
        for edit in &repair.edits {
            next.keep(self, from..edit.at.start);
            next.runs.push((next.text.len(), self.place(edit.at.start)));
            next.text.push_str(&edit.with);
            from = edit.at.end;
        }
        next.keep(self, from..self.text.len());
        if let Some((key, value)) = &repair.broken {
            next.broken.insert(self.place(*key), self.place(value.start)..self.place(value.end));
        }
        next
    }

    fn keep(&mut self, old: &Self, range: Range<usize>) {
        let start = self.text.len();
        self.runs.push((start, old.place(range.start)));
        let inside = old.runs.iter().filter(|(text, _)| range.contains(text) && *text > range.start);
        self.runs.extend(inside.map(|(text, source)| (text - range.start + start, *source)));
        self.text.push_str(&old.text[range]);
    }
}

impl<'s, 'e> Site<'s, 'e> {
    /// The text that the parser gets.
    pub fn text(&self) -> &'e str
    where
        's: 'e,
    {
        self.edited.map_or(self.file.text(), Edited::text)
    }

    /// The source offset of an offset in [`Self::text`]. Blanks that stand for one wide character have its place.
    pub fn place(&self, offset: usize) -> usize {
        self.edited.map_or(offset, |edited| self.file.text().floor_char_boundary(edited.place(offset)))
    }

    /// The source span of a range of [`Self::text`].
    pub fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.file.id(), self.place(range.start), self.place(range.end))
    }

    /// The place of a value that is reported already, if its key starts at this source offset.
    pub fn broken(&self, key: Span) -> Option<Span> {
        let value = self.edited?.broken.get(&(key.start as usize))?;
        let floor = |offset| self.file.text().floor_char_boundary(offset);
        Some(Span::new(self.file.id(), floor(value.start), floor(value.end)))
    }
}
