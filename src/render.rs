//! Reports to bytes, a file a format. Nothing here decides anything, fails, or reads a terminal or the environment.

pub mod census;
mod chapters;
mod concise;
pub mod json;
pub mod law_link;
mod narrated;
mod paint;
pub mod safe;
mod table;
mod terminal;
mod words;
mod wrap;

use crate::render::json::Passing;
use crate::report::Report;
use crate::syntax::phrase::nearest;

/// How a report is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// For people at a terminal: excerpts with labels, verdicts, questions.
    Full,
    /// A line a finding, for editors and `grep`.
    Concise,
    /// The content of `full` in sentences, for screen readers and braille.
    Narrated,
    /// One JSON object.
    Json,
    /// A JSON object a line.
    Jsonl,
}

/// What the formats for people need to know about where they are shown. JSON takes no notice of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    pub color: Color,
    /// Columns of the terminal.
    pub width: usize,
    pub links: Links,
    pub volume: Volume,
}

/// ANSI colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Color {
    On,
    Off,
}

/// Links on citations (OSC 8), for terminals that know them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Links {
    On,
    Off,
}

/// How much is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Volume {
    Normal,
    /// Findings only: no verdicts, no questions, no summary.
    Quiet,
}

/// Writes a report. The result ends with a line feed unless it is empty.
pub fn render(report: &Report, format: Format, style: &Style, passing: Passing) -> String {
    match format {
        Format::Full => terminal::full(report, style, passing),
        Format::Concise => concise::concise(report, style),
        Format::Narrated => narrated::narrated(report, style, passing),
        Format::Json => json::json(report, passing),
        Format::Jsonl => json::jsonl(report, passing),
    }
}

impl Format {
    pub const ALL: &'static [Format] =
        &[Format::Full, Format::Concise, Format::Narrated, Format::Json, Format::Jsonl];

    pub fn name(self) -> &'static str {
        match self {
            Format::Full => "full",
            Format::Concise => "concise",
            Format::Narrated => "narrated",
            Format::Json => "json",
            Format::Jsonl => "jsonl",
        }
    }

    /// The format of a name; otherwise a sentence that says what is wrong.
    pub fn parse(text: &str) -> Result<Self, String> {
        if let Some(format) = Format::ALL.iter().find(|format| format.name() == text) {
            return Ok(*format);
        }
        let names: Vec<&str> = Format::ALL.iter().map(|format| format.name()).collect();
        Err(match nearest(text, names.iter().copied()) {
            Some(near) => format!("no format is called `{text}`; did you mean `{near}`?"),
            None => format!("no format is called `{text}`; there are {}", names.join(", ")),
        })
    }
}

impl Style {
    /// Without colours and links, for a text of 80 columns.
    pub const PLAIN: Style =
        Style { color: Color::Off, width: 80, links: Links::Off, volume: Volume::Normal };

    /// Columns for running text: long lines are hard to read however wide the terminal is.
    fn text_width(&self) -> usize {
        self.width.clamp(MIN_WIDTH, 100)
    }
}

/// Narrower terminals get lines that are too long for them.
const MIN_WIDTH: usize = 20;

#[cfg(test)]
mod tests {
    use super::Format;

    #[test]
    fn formats_go_by_their_names() {
        for format in Format::ALL {
            assert_eq!(Format::parse(format.name()), Ok(*format));
        }
        assert!(Format::parse("jsno").unwrap_err().contains("did you mean `json`?"));
        assert!(Format::parse("pdf").unwrap_err().contains("full, concise, narrated"));
    }
}
