//! One person's answer to bytes, a file a format, in the reader's language.

mod full;
mod json;
mod markdown;
mod sheet;
mod words;

use super::html::answer as html;
use super::language::Language;
use super::{Style, Volume};
use crate::answer::Answer;
use crate::answer::guidance::Guidance;

pub(in crate::render) use sheet::{Block, Item, Place, Section, Sheet, Sum, SumKind};

/// How an answer is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// The answer itself, for people at a terminal: can I, how much, what do I do next.
    Brief,
    /// All of it, for people.
    Full,
    /// One JSON object.
    Json,
    /// To paste into a ticket, a mail or a wiki.
    Markdown,
    /// One page to print or send, without anything from elsewhere.
    Html,
}

/// An answer with its guidance, and the language that it is told in.
#[derive(Debug, Clone, Copy)]
pub struct Answered<'a> {
    pub answer: &'a Answer,
    pub guidance: &'a Guidance,
    pub language: Language,
}

impl Format {
    pub const ALL: &'static [Format] =
        &[Format::Brief, Format::Full, Format::Json, Format::Markdown, Format::Html];

    /// The name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Format::Brief => "brief",
            Format::Full => "full",
            Format::Json => "json",
            Format::Markdown => "markdown",
            Format::Html => "html",
        }
    }
}

/// Writes an answer. The result ends with a line feed.
pub fn render(answered: &Answered<'_>, format: Format, style: &Style) -> String {
    match format {
        Format::Brief => full::brief(&sheet::sheet(answered), style),
        Format::Full => full::full(&sheet::sheet(answered), style),
        Format::Json => json::json(answered),
        Format::Markdown => markdown::markdown(&sheet::sheet(answered)),
        Format::Html => html::page(&sheet::sheet(answered)),
    }
}

/// The answer as a part of a page: everything between the plan's name and the note that it is no advice, both included.
/// It has no inline style and no script; [`STYLE`] is its style sheet.
pub fn fragment(answered: &Answered<'_>) -> String {
    html::fragment(&sheet::sheet(answered))
}

/// The style sheet of pages and of [`fragment`].
pub const STYLE: &str = html::STYLE;

/// Is more told than the verdict and the room?
fn tells_all(volume: Volume) -> bool {
    match volume {
        Volume::Normal | Volume::EveryQuestion => true,
        Volume::Quiet => false,
    }
}
