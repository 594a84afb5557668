//! Test results to bytes, a file a format.

pub mod batch;
mod csv;
pub(super) mod full;
pub mod json;
pub(super) mod markdown;
pub mod page;
mod participants;

use super::Style;
use crate::testing::results::TestResults;

/// How test results are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// A page for people: the verdict, the arithmetic line by line, who gets what back.
    Full,
    /// One JSON object; for a census of several plans, an object a line.
    Json,
    /// A JSON object a line.
    Jsonl,
    /// The page for a pull request, a ticket or a wiki.
    Markdown,
    /// A line for each person to whom something goes back.
    Csv,
}

impl Format {
    pub const ALL: &'static [Format] =
        &[Format::Full, Format::Json, Format::Jsonl, Format::Markdown, Format::Csv];

    /// The name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Format::Full => "full",
            Format::Json => "json",
            Format::Jsonl => "jsonl",
            Format::Markdown => "markdown",
            Format::Csv => "csv",
        }
    }
}

/// What stands once before the results of all plans.
pub fn head(format: Format) -> String {
    match format {
        Format::Csv => csv::head(),
        Format::Full | Format::Json | Format::Jsonl | Format::Markdown => String::new(),
    }
}

/// Writes the results of one plan.
pub fn render(results: &TestResults, format: Format, style: &Style) -> String {
    match format {
        Format::Full => full::full(results, style),
        Format::Json => json::json(results),
        Format::Jsonl => json::jsonl(results),
        Format::Markdown => markdown::markdown(results),
        Format::Csv => csv::csv(results),
    }
}
