//! A page of test results in Markdown.

use super::page::{Block, Sum, Table, page};
use crate::render::markdown::escape::{law, text};
use crate::testing::results::{Status, TestResults};

/// The page of one plan.
pub fn markdown(results: &TestResults) -> String {
    let mut out = String::new();
    let mut verdicts = false;
    for block in page(results) {
        let is_verdict = matches!(block, Block::Verdict { .. });
        if is_verdict && !verdicts {
            out.push_str("\n| test | | |\n|---|---|---|\n");
        }
        verdicts = is_verdict;
        out.push_str(&written(&block));
    }
    out
}

fn written(block: &Block) -> String {
    match block {
        Block::Title(title) => format!("## {}\n", text(title)),
        Block::Verdict { status, test, told } => {
            format!("| {} | {} | {} |\n", text(test), word(*status), text(told))
        }
        Block::Heading(heading) => format!("\n### {}\n\n", text(heading)),
        Block::Sums(sums) => sums_table(sums),
        Block::Table(table) => figures(table),
        Block::Text(words) => format!("\n{}\n", text(words)),
        Block::List(items) => {
            items.iter().fold("\n".to_owned(), |list, item| format!("{list}- {}\n", text(item)))
        }
        Block::Law(citations) => {
            let citations: Vec<&str> = citations.iter().map(String::as_str).collect();
            format!("\n{}\n", law(&citations))
        }
    }
}

fn word(status: Status) -> &'static str {
    match status {
        Status::Pass => "passes",
        Status::Fail => "**fails**",
        Status::NotRequired => "not required",
        Status::Unknown => "**unknown**",
    }
}

fn sums_table(sums: &[Sum]) -> String {
    let row =
        |sum: &Sum| format!("| {} | {} | {} |\n", text(&sum.what), text(&sum.working), text(&sum.result));
    let rows: String = sums.iter().map(row).collect();
    format!("| | | |\n|---|---|---:|\n{rows}")
}

fn figures(table: &Table) -> String {
    let row = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let mut out = format!("\n{}", row(table.headings.iter().map(|heading| text(heading)).collect()));
    let figures = table.headings.iter().skip(1).map(|_| "---:".to_owned());
    out.push_str(&row(std::iter::once("---".to_owned()).chain(figures).collect()));
    for cells in table.rows.iter().chain(&table.total) {
        out.push_str(&row(cells.iter().map(|cell| text(cell)).collect()));
    }
    out
}
