//! Plans side by side, to bytes: a file a format.

mod cells;
mod csv;
mod full;
mod json;
mod markdown;
mod page;
mod sheets;
mod summary;
mod words;

use std::str::FromStr;

use super::Style;
use super::html::compare as html;
use super::workbook::{self, NoWorkbook};
use crate::compare::Comparison;
use crate::compare::choice::Choice;

/// How plans are laid side by side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// For people at a terminal.
    Full,
    Markdown,
    /// A line a plan, for spreadsheets.
    Csv,
    /// One JSON object, `planlint/compare/1`.
    Json,
    /// One page for a browser; its table sorts.
    Html,
    /// A workbook, for a file only.
    Xlsx,
}

/// What is laid side by side, and how.
#[derive(Debug, Clone, Copy)]
pub struct Request<'c> {
    pub comparison: &'c Comparison,
    pub choice: &'c Choice,
    /// In which order the plans are.
    pub arrangement: Arrangement,
    /// The filter, as it was given.
    pub filter: Option<&'c str>,
}

/// How plans are arranged where nothing else is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arrangement {
    /// A table for each verdict.
    ByVerdict,
    /// One table, in the order that the user asked for.
    AsSorted,
}

impl Format {
    pub const ALL: &'static [Format] =
        &[Format::Full, Format::Markdown, Format::Csv, Format::Json, Format::Html, Format::Xlsx];

    /// The name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Format::Full => "full",
            Format::Markdown => "markdown",
            Format::Csv => "csv",
            Format::Json => "json",
            Format::Html => "html",
            Format::Xlsx => "xlsx",
        }
    }
}

impl FromStr for Format {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        let found = Format::ALL.iter().copied().find(|format| format.name() == name);
        found.ok_or_else(|| {
            let names: Vec<&str> = Format::ALL.iter().map(|format| format.name()).collect();
            format!("no format is called `{name}`; there are {}", names.join(", "))
        })
    }
}

/// Writes a comparison.
///
/// # Errors
/// Why no workbook can be made. The other formats never fail.
pub fn render(request: &Request<'_>, format: Format, style: &Style) -> Result<Vec<u8>, NoWorkbook> {
    Ok(match format {
        Format::Full => full::full(request, style).into_bytes(),
        Format::Markdown => markdown::markdown(request).into_bytes(),
        Format::Csv => csv::csv(request).into_bytes(),
        Format::Json => json::json(request).into_bytes(),
        Format::Html => html::html(&page::page(request, page::Shape::Sortable)).into_bytes(),
        Format::Xlsx => workbook::workbook(&sheets::sheets(request))?,
    })
}

pub use page::{Block, Shape, page};
