//! The table of plans and the refunds as a workbook: what their CSV says, in typed cells.

use std::str::FromStr;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::csv::csv;
use crate::money::{Percent, Usd};
use crate::render::workbook::{self, Cell, NoWorkbook, Sheet};
use crate::testing::batch::line::Line;

/// The bytes of a workbook of all plans and of their refunds, which come as CSV with a header.
///
/// # Errors
/// Why none can be made.
pub fn workbook(lines: &[Line], refunds: &str) -> Result<Vec<u8>, NoWorkbook> {
    workbook::workbook(&[sheet("Refunds", refunds), sheet("Plans", &csv(lines))])
}

fn sheet(name: &str, csv: &str) -> Sheet {
    let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(csv.as_bytes());
    // What this program wrote is well-formed.
    let mut records = reader.records().filter_map(Result::ok);
    let headings: Vec<String> =
        records.next().map(|head| head.iter().map(str::to_owned).collect()).unwrap_or_default();
    let row = |record: ::csv::StringRecord| {
        headings.iter().zip(&record).map(|(heading, text)| cell(heading, text)).collect()
    };
    let rows = records.map(row).collect();
    Sheet { name: name.to_owned(), rows, headings }
}

fn cell(heading: &str, text: &str) -> Cell {
    let typed = match heading {
        "year" | "row" | "people" => text.parse().ok().map(Cell::Number),
        "ratio" => Decimal::from_str(text.trim_end_matches('%')).ok().map(Percent::new).map(Cell::Percent),
        "refund_without_excise_by" | "correct_by" => text.parse::<Date>().ok().map(Cell::Date),
        "outcome" | "plan" | "plan_id" | "spec" | "census" | "part" | "test" | "employee_id" | "adp"
        | "acp" | "limits" | "coverage" | "top_heavy" | "reasons" => None,
        _ => Decimal::from_str(text).ok().map(Usd::new).map(Cell::Money),
    };
    typed.unwrap_or_else(|| Cell::text(unquoted(text)))
}

/// A cell of text is no formula in a workbook: the apostrophe that a CSV needs before one would only be in the way.
fn unquoted(text: &str) -> &str {
    let inner = text.strip_prefix('\'');
    inner.filter(|inner| crate::render::spreadsheet::cell(inner) == text).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_have_the_types_of_their_columns() {
        let csv = "plan,plan_id,row,ratio,refund,income\n'=A,007,4,11.88%,7900.10,\n";
        let sheet = sheet("Refunds", csv);
        let money = Cell::Money(Usd::cents(790_010));
        let percent = Cell::Percent(Percent::new(Decimal::new(1188, 2)));
        let text = |text: &str| Cell::Text(text.to_owned());
        assert_eq!(sheet.rows, [[text("=A"), text("007"), Cell::Number(4), percent, money, Cell::Empty]]);
        assert_eq!(unquoted("'tis"), "'tis", "an apostrophe of its own stays");
    }
}
