//! Plans side by side as one page for a browser: its tables sort, and it loads nothing.

use askama::Template;

use crate::render::compare::Block;
use crate::render::safe;
use crate::render::workbook::{Cell, Sheet};
use crate::report::Verdict;

/// The page.
pub fn html(blocks: &[Block]) -> String {
    let title = blocks.iter().find_map(|block| match block {
        Block::Title(title) => Some(shown(title)),
        Block::Text(_) | Block::List(..) | Block::Table(_) | Block::Details(_) => None,
    });
    let page = Page {
        title: title.unwrap_or_default(),
        version: env!("CARGO_PKG_VERSION"),
        parts: blocks.iter().filter_map(Part::of).collect(),
    };
    let mut text = page.render().expect("internal error: a comparison does not fit its page");
    text.push('\n');
    text
}

#[derive(Template)]
#[template(path = "compare.html")]
struct Page {
    title: String,
    version: &'static str,
    parts: Vec<Part>,
}

impl Page {
    const STYLE: &'static str = include_str!("style.css");
    const OWN_STYLE: &'static str = include_str!("compare.css");
    const SCRIPT: &'static str = include_str!("compare.js");
    /// SHA-256 of the script, by which the page lets it run and no other.
    const SCRIPT_HASH: &'static str = "Es3n9eVCcaAa5MbgJx6vHE8MThJ0PgIS4eTfep5+9ls=";
}

/// A part of the page.
enum Part {
    Text(String),
    List { heading: String, items: Vec<String> },
    Table { table: Table, is_open: Open },
}

enum Open {
    Always,
    ByNeed,
}

struct Table {
    name: String,
    headings: Vec<String>,
    rows: Vec<Row>,
}

struct Row {
    name: String,
    cells: Vec<CellView>,
}

struct CellView {
    label: String,
    text: String,
    class: &'static str,
    /// What it is sorted by, if not by its text: figures by their value.
    key: Option<String>,
}

impl Part {
    fn of(block: &Block) -> Option<Self> {
        Some(match block {
            Block::Title(_) => return None,
            Block::Text(text) => Part::Text(shown(text)),
            Block::List(heading, items) => Part::List {
                heading: format!("{} ({})", shown(heading), items.len()),
                items: items.iter().map(|item| shown(item)).collect(),
            },
            Block::Table(sheet) => Part::Table { table: Table::of(sheet), is_open: Open::Always },
            Block::Details(sheet) => Part::Table { table: Table::of(sheet), is_open: Open::ByNeed },
        })
    }

    fn by_need(is_open: &Open) -> bool {
        matches!(is_open, Open::ByNeed)
    }
}

impl Table {
    fn of(sheet: &Sheet) -> Self {
        let row = |row: &Vec<Cell>| {
            let mut cells = row.iter().zip(&sheet.headings);
            Row {
                name: cells.next().map(|(cell, _)| shown(&cell.words())).unwrap_or_default(),
                cells: cells.map(|(cell, heading)| CellView::of(cell, heading)).collect(),
            }
        };
        Self {
            name: shown(&sheet.name),
            headings: sheet.headings.iter().map(|heading| shown(heading)).collect(),
            rows: sheet.rows.iter().map(row).collect(),
        }
    }
}

impl CellView {
    fn of(cell: &Cell, heading: &str) -> Self {
        let class = match (cell, cell.verdict()) {
            (_, Some(Verdict::Available)) => "available",
            (_, Some(Verdict::Blocked)) => "blocked",
            (_, Some(Verdict::Unknown)) => "unknown",
            (Cell::Marked(..), None) => "marked",
            (Cell::Empty, None) => "silent",
            (cell, None) if cell.is_figure() => "figure",
            (_, None) => "",
        };
        let key = match cell {
            Cell::Money(amount) => Some(amount.to_plain_string()),
            Cell::Percent(percent) => Some(percent.decimal().to_string()),
            Cell::Points(points) => Some(points.decimal().to_string()),
            Cell::Number(number) => Some(number.to_string()),
            Cell::Empty => Some(String::new()),
            Cell::Text(_) | Cell::Date(_) | Cell::Verdict(_) | Cell::Severity(_) | Cell::Marked(..) => None,
        };
        let text = if *cell == Cell::Empty { "–".to_owned() } else { shown(&cell.words()) };
        Self { label: shown(heading), text, class, key }
    }

    fn is_verdict(&self) -> bool {
        ["available", "blocked", "unknown"].contains(&self.class)
    }
}

fn shown(text: &str) -> String {
    safe::line(text).into_owned()
}
