//! The page of estimates: figures, a heat map and curves in one file that needs nothing else.

use askama::Template;

use crate::estimate::Estimate;
use crate::render::chart::{curves, heat_map};
use crate::render::estimate::page::page;
use crate::render::safe;
use crate::render::testing::page::{Block, Matrix};
use crate::testing::results::Status;

/// The page.
pub fn html(estimates: &[Estimate]) -> String {
    let page = Page {
        version: env!("CARGO_PKG_VERSION"),
        title: "Estimate of the nondiscrimination tests",
        plans: estimates.iter().zip(1..).map(|(estimate, number)| View::of(estimate, number)).collect(),
    };
    let mut text = page.render().expect("internal error: an estimate does not fit its page");
    text.push('\n');
    text
}

/// Pages of plain blocks, a plan each.
pub fn pages(title: &'static str, plans: Vec<Vec<Block>>) -> String {
    let view = |blocks: Vec<Block>| View { blocks: blocks.into_iter().map(part).collect() };
    let page =
        Page { version: env!("CARGO_PKG_VERSION"), title, plans: plans.into_iter().map(view).collect() };
    let mut text = page.render().expect("internal error: blocks do not fit their page");
    text.push('\n');
    text
}

#[derive(Template)]
#[template(path = "estimate.html")]
struct Page {
    version: &'static str,
    title: &'static str,
    plans: Vec<View>,
}

impl Page {
    const STYLE: &'static str = concat!(include_str!("style.css"), include_str!("estimate.css"));
}

/// One plan.
struct View {
    blocks: Vec<Part>,
}

/// A part of the page, escaped by the template; charts are written by us, with figures and words of our own.
enum Part {
    Title(String),
    Verdict {
        class: &'static str,
        word: &'static str,
        test: String,
        told: String,
    },
    Heading(String),
    Text(String),
    Rows {
        headings: Vec<String>,
        rows: Vec<Vec<String>>,
    },
    List(Vec<String>),
    Chart {
        svg: String,
        caption: String,
    },
    Matrix(MatrixView),
    /// Lines with their kind.
    Diff(Vec<(&'static str, String)>),
}

struct MatrixView {
    caption: String,
    columns: Vec<String>,
    rows: Vec<(String, Vec<(&'static str, String)>)>,
}

impl View {
    fn of(estimate: &Estimate, number: u32) -> Self {
        let mut blocks = Vec::new();
        let mut charted = false;
        for block in page(estimate) {
            let is_matrix = matches!(block, Block::Matrix(_));
            if let (Some(grid), true, false) = (&estimate.grid, is_matrix, charted) {
                charted = true;
                blocks.push(Part::Chart {
                    svg: heat_map::svg(grid, number),
                    caption: "Green without hatching passes, red with hatching fails, grey is unknown; the figure in each cell is the margin in points. The table below says the same.".to_owned(),
                });
            }
            let is_curves =
                matches!(&block, Block::Table(table) if table.headings.first() == Some(&"of the others"));
            blocks.push(part(block));
            if let (Ok(found), true) = (&estimate.headroom, is_curves) {
                blocks.push(Part::Chart {
                    svg: curves::svg(&found.curves, number),
                    caption: "Below a line the ACP test passes, above it fails.".to_owned(),
                });
            }
        }
        Self { blocks }
    }
}

fn clean(text: &str) -> String {
    safe::line(text).into_owned()
}

fn part(block: Block) -> Part {
    let cells = |row: &Vec<String>| row.iter().map(|cell| clean(cell)).collect();
    match block {
        Block::Title(text) => Part::Title(clean(&text)),
        Block::Verdict { status, test, told } => Part::Verdict {
            class: class(status),
            word: crate::render::estimate::show::word(status),
            test,
            told: clean(&told),
        },
        Block::Heading(text) => Part::Heading(clean(&text)),
        Block::Text(text) => Part::Text(clean(&text)),
        Block::Law(citations) => Part::Text(clean(&citations.join("; "))),
        Block::List(items) => Part::List(items.iter().map(|item| clean(item)).collect()),
        Block::Sums(sums) => Part::Rows {
            headings: Vec::new(),
            rows: sums
                .iter()
                .map(|sum| vec![clean(&sum.what), clean(&sum.working), clean(&sum.result)])
                .collect(),
        },
        Block::Table(table) => Part::Rows {
            headings: table.headings.iter().map(|heading| (*heading).to_owned()).collect(),
            rows: table.rows.iter().chain(&table.total).map(cells).collect(),
        },
        Block::Matrix(found) => Part::Matrix(matrix(&found)),
        Block::Diff(text) => Part::Diff(text.lines().map(|line| (kind(line), clean(line))).collect()),
    }
}

/// What a line of a diff does.
fn kind(line: &str) -> &'static str {
    match line.as_bytes().first() {
        Some(b'+') => "ins",
        Some(b'-') => "del",
        Some(_) | None => "same",
    }
}

fn matrix(found: &Matrix) -> MatrixView {
    let cells = |cells: &Vec<crate::render::testing::page::MatrixCell>| {
        cells.iter().map(|cell| (class(cell.status), clean(&cell.text))).collect()
    };
    MatrixView {
        caption: if found.down.is_empty() {
            format!("Across: {}", found.across)
        } else {
            format!("Across: {}. Down: {}", found.across, found.down)
        },
        columns: found.columns.clone(),
        rows: found.rows.iter().map(|(label, row)| (label.clone(), cells(row))).collect(),
    }
}

fn class(status: Status) -> &'static str {
    match status {
        Status::Pass => "available",
        Status::Fail => "error",
        Status::Unknown => "unknown",
        Status::NotRequired => "none",
    }
}
