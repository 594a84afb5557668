//! Test results to bytes, a file a format.

mod full;
pub mod json;
pub mod page;
mod participants;
mod tables;

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
}

impl Format {
    pub const ALL: &'static [Format] = &[Format::Full, Format::Json, Format::Jsonl];

    /// The name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Format::Full => "full",
            Format::Json => "json",
            Format::Jsonl => "jsonl",
        }
    }
}

/// Writes the results of one plan.
pub fn render(results: &TestResults, format: Format, style: &Style) -> String {
    match format {
        Format::Full => full::full(results, style),
        Format::Json => json::json(results),
        Format::Jsonl => json::jsonl(results),
    }
}
