//! Estimates to bytes, a file a format.

mod csv;
mod json;
pub(super) mod page;
pub(super) mod show;

use super::{Style, html, testing};
use crate::estimate::Estimate;

/// How an estimate is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// A page for people.
    Full,
    /// One JSON object; of several plans, an object a line.
    Json,
    /// The page for a ticket or a wiki.
    Markdown,
    /// A line for each cell of the grid.
    Csv,
    /// The page with heat map and curves.
    Html,
}

impl Format {
    pub const ALL: &'static [Format] =
        &[Format::Full, Format::Json, Format::Markdown, Format::Csv, Format::Html];

    /// The name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Format::Full => "full",
            Format::Json => "json",
            Format::Markdown => "markdown",
            Format::Csv => "csv",
            Format::Html => "html",
        }
    }
}

/// Writes the estimates of one plan or several.
pub fn render(estimates: &[Estimate], format: Format, style: &Style) -> String {
    let each = |write: &dyn Fn(&Estimate) -> String| estimates.iter().map(write).collect();
    match format {
        Format::Full => each(&|one| testing::full::written(&page::page(one), style)),
        Format::Json if estimates.len() == 1 => each(&json::json),
        Format::Json => each(&json::jsonl),
        Format::Markdown => each(&|one| testing::markdown::blocks(&page::page(one))),
        Format::Csv => csv::csv(estimates),
        Format::Html => html::estimate::html(estimates),
    }
}
