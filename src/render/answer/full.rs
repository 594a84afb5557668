//! An answer for a terminal: verdict and number first, then what to do, then everything that they stand on.

use super::{Block, Item, Place, Section, Sheet, Sum, SumKind, tells_all};
use crate::answer::verdict::Verdict;
use crate::render::paint::{Ink, link, paint};
use crate::render::{Style, law_link, safe, wrap};

/// All of the answer.
pub(super) fn full(sheet: &Sheet, style: &Style) -> String {
    let mut lines = head(sheet, style);
    for section in &sheet.sections {
        if tells_all(style.volume) || matches!(section.id, "why" | "room") {
            write_section(&mut lines, section, Law::Cited, style);
        }
    }
    lines.push(String::new());
    lines.extend(wrap::wrap(&sheet.disclaimer, style.text_width()));
    lines.join("\n") + "\n"
}

/// What fits a screen or two: can I, how much, what do I do next. The law behind it is left to the whole answer.
pub(super) fn brief(sheet: &Sheet, style: &Style) -> String {
    let mut lines = head(sheet, style);
    for section in sheet.sections.iter().filter(|section| section.place == Place::Answer) {
        write_section(&mut lines, section, Law::Left, style);
    }
    lines.push(String::new());
    for words in [&sheet.more, &sheet.disclaimer] {
        lines.extend(wrap::wrap(words, style.text_width()).iter().map(|line| paint(style, Ink::Faint, line)));
    }
    lines.join("\n") + "\n"
}

fn head(sheet: &Sheet, style: &Style) -> Vec<String> {
    let width = style.text_width();
    let mut lines = strong(&sheet.plan, style);
    lines.extend(wrap::wrap(&sheet.facts, width).iter().map(|line| paint(style, Ink::Faint, line)));
    lines.push(String::new());
    let ink = match sheet.verdict {
        Verdict::Yes => Ink::Good,
        Verdict::No => Ink::Error,
        Verdict::Unknown => Ink::Warning,
    };
    lines.extend(wrap::wrap(&sheet.headline, width).iter().map(|line| paint(style, ink, line)));
    if !sheet.number.is_empty() {
        lines.extend(strong(&sheet.number, style));
    }
    lines
}

/// Does the law stand below what follows from it?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Law {
    Cited,
    Left,
}

fn write_section(lines: &mut Vec<String>, section: &Section, law: Law, style: &Style) {
    lines.push(String::new());
    lines.extend(strong(&section.heading, style));
    for block in &section.blocks {
        write(lines, block, law, style);
    }
}

/// What everything below a heading is indented by.
const INDENT: &str = "  ";

fn strong(text: &str, style: &Style) -> Vec<String> {
    wrap::wrap(text, style.text_width()).iter().map(|line| paint(style, Ink::Strong, line)).collect()
}

fn write(lines: &mut Vec<String>, block: &Block, law: Law, style: &Style) {
    match block {
        Block::Text(text) => lines.extend(wrap::hanging(INDENT, text, style.text_width())),
        Block::List(items) => {
            for item in items {
                write_item(lines, "  - ", item, law, style);
            }
        }
        Block::Numbered(items) => {
            for (number, item) in (1..).zip(items) {
                write_item(lines, &format!("{number:>3} "), item, law, style);
            }
        }
        Block::Sums(sums) => write_sums(lines, sums, style),
        // The sum above says the same.
        Block::Bar(_) => {}
        Block::Law(citations) => write_law(lines, citations.iter().map(String::as_str), INDENT, style),
    }
}

fn write_item(lines: &mut Vec<String>, lead: &str, item: &Item, law: Law, style: &Style) {
    lines.extend(wrap::hanging(lead, &item.text, style.text_width()));
    let indent = " ".repeat(wrap::width(lead));
    for ground in item.grounds.iter().chain(&item.flag) {
        let shown = wrap::hanging(&indent, &format!("[{ground}]"), style.text_width());
        lines.extend(shown.iter().map(|line| paint(style, Ink::Faint, line)));
    }
    if law == Law::Cited {
        write_law(lines, item.citations.iter().copied(), &indent, style);
    }
}

fn write_law<'t>(
    lines: &mut Vec<String>,
    citations: impl Iterator<Item = &'t str>,
    indent: &str,
    style: &Style,
) {
    let mut units: Vec<String> = citations.map(|citation| format!("{};", safe::line(citation))).collect();
    if let Some(last) = units.last_mut() {
        last.pop();
    }
    for line in wrap::flow(units, style.text_width().saturating_sub(indent.len())) {
        let linked = line.iter().map(|unit| paint(style, Ink::Faint, &linked(unit, style)));
        lines.push(format!("{indent}{}", linked.collect::<Vec<_>>().join(" ")));
    }
}

/// A citation, with the semicolon that may stand behind it.
fn linked(unit: &str, style: &Style) -> String {
    let citation = unit.trim_end_matches(';');
    match law_link::address(citation) {
        Some(address) => format!("{}{}", link(style, &address, citation), &unit[citation.len()..]),
        None => unit.to_owned(),
    }
}

/// Names to the left, amounts below each other to the right; a line above what they come to.
fn write_sums(lines: &mut Vec<String>, sums: &[Sum], style: &Style) {
    let width = style.text_width();
    let amounts: Vec<String> = sums.iter().map(signed).collect();
    let amount_columns = amounts.iter().map(|amount| wrap::width(amount)).max().unwrap_or(0);
    let widest = sums.iter().map(|sum| wrap::width(&sum.what)).max().unwrap_or(0);
    let names = widest.min(width.saturating_sub(amount_columns + 4)).max(16);
    for (sum, amount) in sums.iter().zip(&amounts) {
        if matches!(sum.kind, SumKind::Subtotal | SumKind::Total) {
            lines.push(format!("{INDENT}{}", "─".repeat(names + 2 + amount_columns)));
        }
        let told = wrap::wrap(&sum.what, names);
        for (index, name) in told.iter().enumerate() {
            let gap = " ".repeat(names.saturating_sub(wrap::width(name)));
            let line = if index + 1 == told.len() {
                let before = " ".repeat(amount_columns.saturating_sub(wrap::width(amount)));
                format!("{INDENT}{name}{gap}  {before}{amount}")
            } else {
                format!("{INDENT}{name}")
            };
            lines.push(if sum.kind == SumKind::Total { paint(style, Ink::Strong, &line) } else { line });
        }
        if let Some(ground) = &sum.ground {
            let shown = wrap::hanging("    ", &format!("[{ground}]"), width);
            lines.extend(shown.iter().map(|line| paint(style, Ink::Faint, line)));
        }
    }
}

fn signed(sum: &Sum) -> String {
    match sum.kind {
        SumKind::Less => format!("− {}", sum.amount),
        SumKind::Aside => format!("({})", sum.amount),
        SumKind::Amount | SumKind::Subtotal | SumKind::Total => sum.amount.clone(),
    }
}
