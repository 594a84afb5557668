//! A page of test results for a terminal or a file: something that can be printed and filed.

use super::page::{Block, Matrix, MatrixCell, Sum, page};
use crate::render::paint::{Ink, link, paint};
use crate::render::table::figures;
use crate::render::{Style, law_link, safe, wrap};
use crate::testing::results::{Status, TestResults};

/// The page of one plan.
pub fn full(results: &TestResults, style: &Style) -> String {
    written(&page(results), style)
}

/// Blocks as they are printed.
pub fn written(blocks: &[Block], style: &Style) -> String {
    let mut lines = Vec::new();
    for block in blocks {
        write(&mut lines, block, style);
    }
    lines.push(String::new());
    lines.join("\n") + "\n"
}

/// What everything below a heading is indented by.
const INDENT: &str = "  ";

fn write(lines: &mut Vec<String>, block: &Block, style: &Style) {
    let width = style.text_width();
    match block {
        Block::Title(text) => {
            lines.extend(
                wrap::wrap(&safe::line(text), width).iter().map(|line| paint(style, Ink::Strong, line)),
            );
            lines.push(String::new());
        }
        Block::Verdict { status, test, told } => {
            let (ink, word) = word(*status);
            let lead = format!("{INDENT}{test:<9}  {word:<12}  ");
            let mut told = wrap::hanging(&lead, &safe::line(told), width);
            if let Some(first) = told.first_mut() {
                *first = first.replacen(word, &paint(style, ink, word), 1);
            }
            lines.extend(told.into_iter().map(|line| line.trim_end().to_owned()));
        }
        Block::Heading(text) => {
            lines.push(String::new());
            let heading = wrap::wrap(&safe::line(text), width);
            lines.extend(heading.iter().map(|line| paint(style, Ink::Strong, line)));
        }
        Block::Sums(sums) => lines.extend(columns(sums, width)),
        Block::Table(table) => {
            lines.push(String::new());
            lines.extend(
                figures::grid(table, style)
                    .lines()
                    .map(|line| format!("{INDENT}{line}").trim_end().to_owned()),
            );
            lines.push(String::new());
        }
        Block::Text(text) => {
            lines.extend(wrap::hanging(INDENT, &safe::line(text), width));
        }
        Block::List(items) => {
            for item in items {
                lines.extend(wrap::hanging("  - ", &safe::line(item), width));
            }
        }
        Block::Law(citations) => lines.extend(law(citations, style)),
        Block::Diff(text) => {
            lines.push(String::new());
            lines.extend(text.lines().map(|line| diff_line(line, style)));
        }
        Block::Matrix(found) => matrix(lines, found, style),
    }
}

/// A matrix with its columns to the right; as many at a time as the terminal is wide.
fn matrix(lines: &mut Vec<String>, found: &Matrix, style: &Style) {
    let labels = found.rows.iter().map(|(label, _)| wrap::width(label)).max().unwrap_or(0).max(5);
    let cells = found.rows.iter().flat_map(|(_, cells)| cells.iter().map(|cell| wrap::width(&cell.text)));
    let widest = cells.chain(found.columns.iter().map(|column| wrap::width(column))).max().unwrap_or(0) + 2;
    let at_once = (style.width.saturating_sub(INDENT.len() + labels) / widest).max(1);
    let left =
        |text: &str, width: usize| format!("{text}{}", " ".repeat(width.saturating_sub(wrap::width(text))));
    let pad = |text: &str| " ".repeat(widest.saturating_sub(wrap::width(text)));
    let names = format!("Across: {}. Down: {}.", found.across, found.down);
    let names = if found.down.is_empty() { format!("Across: {}.", found.across) } else { names };
    lines.extend(wrap::hanging(INDENT, &safe::line(&names), style.text_width()));
    for start in (0..found.columns.len()).step_by(at_once) {
        let end = (start + at_once).min(found.columns.len());
        let head: String = found.columns[start..end].iter().map(|column| pad(column) + column).collect();
        lines.push(String::new());
        lines.push(paint(style, Ink::Strong, &format!("{INDENT}{}{head}", left("", labels))));
        for (label, cells) in &found.rows {
            let cell = |cell: &MatrixCell| pad(&cell.text) + &paint(style, word(cell.status).0, &cell.text);
            let cells: String = cells[start..end].iter().map(cell).collect();
            lines.push(format!("{INDENT}{}{cells}", left(label, labels)));
        }
    }
}

/// A line of a diff: what is added and what goes is told by its first character too.
fn diff_line(line: &str, style: &Style) -> String {
    let text = safe::line(line);
    let painted = match line.as_bytes().first() {
        Some(b'+') => paint(style, Ink::Good, &text),
        Some(b'-') => paint(style, Ink::Error, &text),
        Some(_) | None => text.into_owned(),
    };
    format!("{INDENT}{painted}")
}

fn word(status: Status) -> (Ink, &'static str) {
    match status {
        Status::Pass => (Ink::Good, "passes"),
        Status::Fail => (Ink::Error, "FAILS"),
        Status::NotRequired => (Ink::Faint, "not required"),
        Status::Unknown => (Ink::Warning, "UNKNOWN"),
    }
}

/// Names and workings to the left, results below each other to the right.
fn columns(sums: &[Sum], width: usize) -> Vec<String> {
    let widest = |of: fn(&Sum) -> &str| sums.iter().map(|sum| wrap::width(of(sum))).max().unwrap_or(0);
    let (what, working, result) =
        (widest(|sum| &sum.what), widest(|sum| &sum.working), widest(|sum| &sum.result));
    if INDENT.len() + what + working + result + 4 > width {
        return sums
            .iter()
            .flat_map(|sum| {
                wrap::hanging(INDENT, &format!("{}: {} = {}", sum.what, sum.working, sum.result), width)
            })
            .collect();
    }
    let pad = |text: &str, columns: usize| " ".repeat(columns - wrap::width(text));
    sums.iter()
        .map(|Sum { what: name, working: how, result: comes_to }| {
            format!(
                "{INDENT}{name}{}  {how}{}  {}{comes_to}",
                pad(name, what),
                pad(how, working),
                pad(comes_to, result)
            )
        })
        .collect()
}

fn law(citations: &[String], style: &Style) -> Vec<String> {
    let units = |citation: &String| paint(style, Ink::Faint, &linked(citation, style));
    let plain: Vec<String> = citations.iter().map(|citation| safe::line(citation).into_owned()).collect();
    let lines = wrap::flow(plain, style.text_width().saturating_sub(INDENT.len()));
    lines
        .into_iter()
        .map(|line| format!("{INDENT}{}", line.iter().map(units).collect::<Vec<_>>().join("; ")))
        .collect()
}

fn linked(citation: &str, style: &Style) -> String {
    match law_link::address(citation) {
        Some(address) => link(style, &address, citation),
        None => citation.to_owned(),
    }
}
