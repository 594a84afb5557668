//! Tables of figures, as test results have them.

use tabled::builder::Builder;
use tabled::settings::object::{Columns, Rows};
use tabled::settings::style::HorizontalLine;
use tabled::settings::{Alignment, Modify, Padding, Style as Borders};

use crate::render::testing::page::Table;
use crate::render::{Style, safe, wrap};

/// A table whose figures stand below each other; where it is too wide for the terminal, a paragraph a row.
pub fn grid(table: &Table, style: &Style) -> String {
    let mut builder = Builder::default();
    builder.push_record(table.headings.iter().copied());
    let rows = table.rows.iter().chain(&table.total);
    for row in rows.clone() {
        builder.push_record(row.iter().map(|cell| safe::line(cell).into_owned()));
    }
    let mut grid = builder.build();
    let line = HorizontalLine::new('─').intersection('─');
    let last = table.rows.len() + 1;
    match &table.total {
        Some(_) => grid.with(Borders::blank().horizontals([(1, line), (last, line)])),
        None => grid.with(Borders::blank().horizontals([(1, line)])),
    };
    grid.with(Padding::new(0, 1, 0, 0)).with(Modify::new(Rows::first()).with(Alignment::left()));
    for column in (1..table.headings.len()).filter(|column| !is_of_words(table, *column)) {
        grid.with(Modify::new(Columns::one(column)).with(Alignment::right()));
    }
    let text = grid.to_string();
    let fits = text.lines().all(|line| wrap::width(line) + 2 <= style.width);
    if fits { text } else { paragraphs(table) }
}

/// Figures stand to the right, words to the left.
fn is_of_words(table: &Table, column: usize) -> bool {
    let cells = table.rows.iter().filter_map(|row| row.get(column));
    cells.flat_map(|cell| cell.chars()).any(char::is_alphabetic)
}

fn paragraphs(table: &Table) -> String {
    let mut text = String::new();
    for row in table.rows.iter().chain(&table.total) {
        for (heading, cell) in table.headings.iter().zip(row).filter(|(_, cell)| !cell.is_empty()) {
            text.push_str(&format!("{heading}: {}\n", safe::line(cell)));
        }
        text.push('\n');
    }
    text
}
