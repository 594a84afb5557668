//! A page of test results in Markdown.

use super::page::{Block, Matrix, MatrixCell, Sum, Table, page};
use crate::render::markdown::escape::{law, text};
use crate::render::safe;
use crate::testing::results::{Status, TestResults};

/// The page of one plan.
pub fn markdown(results: &TestResults) -> String {
    blocks(&page(results))
}

/// Blocks as they are written.
pub fn blocks(all: &[Block]) -> String {
    let mut out = String::new();
    let mut verdicts = false;
    for block in all {
        let is_verdict = matches!(block, Block::Verdict { .. });
        if is_verdict && !verdicts {
            out.push_str("\n| test | | |\n|---|---|---|\n");
        }
        verdicts = is_verdict;
        out.push_str(&written(block));
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
        Block::Matrix(found) => matrix(found),
        Block::Diff(diff) => fenced(diff),
    }
}

/// A diff as code. No line of it can end the fence, which is longer than any run of its mark within.
fn fenced(diff: &str) -> String {
    let longest = diff.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    let lines: String = diff.lines().map(|line| format!("{}\n", safe::line(line))).collect();
    format!("\n{fence}diff\n{lines}{fence}\n")
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

fn matrix(found: &Matrix) -> String {
    let row = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let names = [("Across", &found.across), ("Down", &found.down)];
    let names = names
        .iter()
        .filter(|(_, what)| !what.is_empty())
        .map(|(name, what)| format!("{name}: {}.", text(what)));
    let head = std::iter::once(String::new()).chain(found.columns.iter().map(|column| text(column)));
    let rule = std::iter::once("---").chain(found.columns.iter().map(|_| "---:")).map(str::to_owned);
    let mut out = format!("\n{}\n\n", names.collect::<Vec<_>>().join(" "));
    out.push_str(&row(head.collect()));
    out.push_str(&row(rule.collect()));
    for (label, cells) in &found.rows {
        let cell = |cell: &MatrixCell| match cell.status {
            Status::Fail | Status::Unknown => format!("**{}**", text(&cell.text)),
            Status::Pass | Status::NotRequired => text(&cell.text),
        };
        out.push_str(&row(std::iter::once(text(label)).chain(cells.iter().map(cell)).collect()));
    }
    out
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
