//! Plans side by side as Markdown: the page of a terminal with tables that a forge draws.

use super::Request;
use super::page::{Block, Shape, page};
use crate::render::markdown::escape::{prose, text};
use crate::render::workbook::{Cell, Sheet};

/// So many plans stand side by side; of more, each is a row.
const SIDE_BY_SIDE: usize = 6;

/// The page.
pub fn markdown(request: &Request<'_>) -> String {
    let mut out = String::new();
    for block in page(request, Shape::Columns(SIDE_BY_SIDE)) {
        if !out.is_empty() {
            out.push('\n');
        }
        match block {
            Block::Title(title) => out.push_str(&format!("## planlint compare: {}\n", text(&title))),
            Block::Text(words) => out.push_str(&format!("{}\n", prose(&words))),
            Block::List(heading, items) => {
                out.push_str(&format!("### {} ({})\n\n", text(&heading), items.len()));
                items.iter().for_each(|item| out.push_str(&format!("- {}\n", prose(item))));
            }
            Block::Table(sheet) | Block::Details(sheet) => out.push_str(&table(&sheet)),
        }
    }
    out
}

fn table(sheet: &Sheet) -> String {
    let mut out = format!("### {}\n\n", text(&sheet.name));
    let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    out.push_str(&line(sheet.headings.iter().map(|heading| text(heading)).collect()));
    let figures = |column: usize| {
        let mut cells =
            sheet.rows.iter().filter_map(|row| row.get(column)).filter(|cell| **cell != Cell::Empty);
        cells.clone().next().is_some() && cells.all(Cell::is_figure)
    };
    let rule = |column: usize| if figures(column) { "---:" } else { "---" };
    out.push_str(&format!("|{}|\n", (0..sheet.headings.len()).map(rule).collect::<Vec<_>>().join("|")));
    for row in &sheet.rows {
        // A row with nothing else in it is the heading of those below.
        let is_heading = row.len() == 1 && sheet.headings.len() > 1;
        let cell = |column: usize| match row.get(column) {
            Some(cell) if is_heading => format!("**{}**", text(&cell.words())),
            Some(Cell::Verdict(verdict)) => format!("**{}**", verdict.word()),
            Some(Cell::Empty) => "–".to_owned(),
            Some(cell) => text(cell.words().trim_start()),
            None => String::new(),
        };
        out.push_str(&line((0..sheet.headings.len()).map(cell).collect()));
    }
    out
}
