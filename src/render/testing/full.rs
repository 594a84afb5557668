//! A page of test results for a terminal or a file: something that can be printed and filed.

use super::page::{Block, Sum, page};
use crate::render::paint::{Ink, link, paint};
use crate::render::table::figures;
use crate::render::{Style, law_link, safe, wrap};
use crate::testing::results::{Status, TestResults};

/// The page of one plan.
pub fn full(results: &TestResults, style: &Style) -> String {
    let mut lines = Vec::new();
    for block in page(results) {
        write(&mut lines, &block, style);
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
            lines.push(paint(style, Ink::Strong, &safe::line(text)));
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
    }
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
