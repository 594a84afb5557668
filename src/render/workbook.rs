//! Sheets of typed cells, and the workbook (XLSX) that they make. Only what is below this module knows the library.

#[cfg(feature = "xlsx")]
mod xlsx;

use jiff::civil::Date;

use crate::finding::Severity;
use crate::money::{Percent, Usd};
use crate::report::Verdict;

/// A table with a heading over every column.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    pub name: String,
    pub headings: Vec<String>,
    pub rows: Vec<Vec<Cell>>,
}

/// What a cell holds. Text may come from users: a workbook holds it as text, never as a formula or an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    Empty,
    Text(String),
    Number(u64),
    Money(Usd),
    Percent(Percent),
    /// Percentage points, with their sign.
    Points(Percent),
    Date(Date),
    Verdict(Verdict),
    Severity(Severity),
    /// A cell that stands out, with a word or sign that says why.
    Marked(Box<Cell>, &'static str),
}

/// Why no workbook is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoWorkbook(pub String);

/// Can this planlint write workbooks?
pub const IS_BUILT: bool = cfg!(feature = "xlsx");

/// What to say where it cannot.
pub const NOT_BUILT: &str =
    "this planlint is built without the feature `xlsx`, which workbooks need; CSV opens in spreadsheets too";

impl Cell {
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Cell::Empty } else { Cell::Text(text) }
    }

    pub fn count(number: usize) -> Self {
        Cell::Number(u64::try_from(number).unwrap_or(u64::MAX))
    }

    /// As it stands in a text.
    pub fn words(&self) -> String {
        match self {
            Cell::Empty => String::new(),
            Cell::Text(text) => text.clone(),
            Cell::Number(number) => number.to_string(),
            Cell::Money(amount) => amount.to_string(),
            Cell::Percent(percent) => percent.to_string(),
            Cell::Points(points) => super::estimate::show::signed_points(*points),
            Cell::Date(date) => date.to_string(),
            Cell::Verdict(verdict) => verdict.word().to_owned(),
            Cell::Severity(severity) => severity.word().to_owned(),
            Cell::Marked(cell, mark) => format!("{} {mark}", cell.words()).trim_start().to_owned(),
        }
    }

    /// Figures stand to the right.
    pub fn is_figure(&self) -> bool {
        match self {
            Cell::Number(_) | Cell::Money(_) | Cell::Percent(_) | Cell::Points(_) => true,
            Cell::Marked(cell, _) => cell.is_figure(),
            Cell::Empty | Cell::Text(_) | Cell::Date(_) | Cell::Verdict(_) | Cell::Severity(_) => false,
        }
    }

    /// The verdict in it.
    pub fn verdict(&self) -> Option<Verdict> {
        match self {
            Cell::Verdict(verdict) => Some(*verdict),
            Cell::Marked(cell, _) => cell.verdict(),
            Cell::Empty
            | Cell::Text(_)
            | Cell::Number(_)
            | Cell::Money(_)
            | Cell::Percent(_)
            | Cell::Points(_)
            | Cell::Date(_)
            | Cell::Severity(_) => None,
        }
    }
}

/// The bytes of a workbook of some sheets.
///
/// # Errors
/// Why none can be made: the feature is off, or there is more than a workbook holds.
pub fn workbook(sheets: &[Sheet]) -> Result<Vec<u8>, NoWorkbook> {
    #[cfg(feature = "xlsx")]
    return xlsx::write(sheets);
    #[cfg(not(feature = "xlsx"))]
    {
        let _ = sheets;
        Err(NoWorkbook(NOT_BUILT.to_owned()))
    }
}
