//! Texts and places in them: files, byte spans, lines and columns. No parsing here.

use std::sync::OnceLock;

/// Which text of a run a span lies in; numbered in the order in which the run reads its inputs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct FileId(pub u32);

/// A range of bytes in one text, end excluded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    pub file: FileId,
    pub start: u32,
    pub end: u32,
}

/// A place as people count it: line and column from 1, columns in Unicode scalar values, offset in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    pub line: u32,
    pub column: u32,
    pub offset: u32,
}

/// One input: the name that it was given on the command line and its text without a byte order mark.
#[derive(Debug)]
pub struct SourceFile {
    id: FileId,
    path: String,
    text: String,
    line_starts: OnceLock<Vec<u32>>,
}

/// One text to read, as the caller has it.
#[derive(Debug, Clone)]
pub struct Input {
    /// The name that messages show, with `/` between folders; its end tells the notation.
    pub path: String,
    pub bytes: Vec<u8>,
}

/// The largest plan spec that is read. A plan of some 60 elections has 2 KB.
pub const MAX_BYTES: usize = 1024 * 1024;

impl Span {
    /// Bytes `start..end` of `file`. Both are below [`MAX_BYTES`] for every text that is read.
    pub fn new(file: FileId, start: usize, end: usize) -> Self {
        let narrow = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        Self { file, start: narrow(start), end: narrow(end.max(start)) }
    }

    /// The smallest span that holds both.
    pub fn to(self, other: Span) -> Self {
        Self { file: self.file, start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The empty span at this one's start.
    pub fn at_start(self) -> Self {
        Self { end: self.start, ..self }
    }
}

impl SourceFile {
    /// A text under the name that messages show for it. A leading byte order mark must be gone already.
    pub fn new(id: FileId, path: impl Into<String>, text: impl Into<String>) -> Self {
        Self { id, path: path.into(), text: text.into(), line_starts: OnceLock::new() }
    }

    pub fn id(&self) -> FileId {
        self.id
    }

    /// The path as it was given, with `/` between folders.
    pub fn path(&self) -> &str {
        &self.path
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// The span of the whole text.
    pub fn span(&self) -> Span {
        Span::new(self.id, 0, self.text.len())
    }

    /// The text that a span covers; a span that was made for another text gives what fits.
    pub fn slice(&self, span: Span) -> &str {
        let start = self.floor(span.start);
        let end = self.floor(span.end);
        &self.text[start..end.max(start)]
    }

    /// Line and column of a byte offset; past the end it is the place after the last character.
    pub fn position(&self, offset: u32) -> Position {
        let offset = self.floor(offset);
        let starts = self.line_starts();
        let line = starts.partition_point(|start| *start as usize <= offset).saturating_sub(1);
        let column = self.text[starts[line] as usize..offset].chars().count();
        Position { line: line as u32 + 1, column: column as u32 + 1, offset: offset as u32 }
    }

    /// The text of a 1-based line without its line end, and the byte offset where it starts.
    pub fn line(&self, number: u32) -> Option<(u32, &str)> {
        let starts = self.line_starts();
        let index = (number as usize).checked_sub(1)?;
        let start = *starts.get(index)?;
        let end = starts.get(index + 1).map_or(self.text.len(), |next| *next as usize);
        Some((start, self.text[start as usize..end].trim_end_matches(['\n', '\r'])))
    }

    fn line_starts(&self) -> &[u32] {
        self.line_starts.get_or_init(|| {
            let after_breaks = self.text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
            std::iter::once(0).chain(after_breaks.map(|(at, _)| at as u32 + 1)).collect()
        })
    }

    fn floor(&self, offset: u32) -> usize {
        let mut offset = (offset as usize).min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        offset
    }
}
