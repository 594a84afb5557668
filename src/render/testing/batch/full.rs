//! Many plans on a terminal: the exceptions and why they are, then the plans that pass, then the sum of it.

use super::{LEGEND, TESTS, exceptions_first, label, outcomes, refunds, summary};
use crate::render::paint::{Ink, paint};
use crate::render::{Style, safe, wrap};
use crate::testing::batch::line::{Line, Outcome};
use crate::testing::results::Status;

/// From so many columns on there is a table; below, a paragraph a plan.
const TABLE: usize = 72;
/// From so many columns on the day of the refunds is in the table too.
const WIDE: usize = 100;
/// From so many columns on a plan's own name is in the table too.
const WIDEST: usize = 140;
const GAP: &str = "  ";

pub fn full(lines: &[Line], style: &Style) -> String {
    let sorted = exceptions_first(lines);
    let passed = sorted.iter().position(|line| line.outcome == Outcome::Pass).unwrap_or(sorted.len());
    let (exceptions, passes) = sorted.split_at(passed);
    let mut out = Vec::new();
    section(&mut out, "Exceptions", exceptions, style);
    if !exceptions.is_empty() {
        out.push(String::new());
        out.push(paint(style, Ink::Strong, "Why"));
        exceptions.iter().for_each(|line| why(&mut out, line, style));
        out.push(String::new());
    }
    section(&mut out, "Nothing to do", passes, style);
    if !passes.is_empty() {
        out.push(String::new());
    }
    if lines.iter().any(|line| line.tested.is_some()) && style.width >= TABLE {
        out.extend(wrap::wrap(LEGEND, style.text_width()).iter().map(|line| paint(style, Ink::Faint, line)));
    }
    out.extend(
        wrap::wrap(&summary(lines), style.text_width()).iter().map(|line| paint(style, Ink::Strong, line)),
    );
    out.join("\n") + "\n"
}

fn section(out: &mut Vec<String>, heading: &str, lines: &[&Line], style: &Style) {
    if lines.is_empty() {
        return;
    }
    out.push(paint(style, Ink::Strong, heading));
    if style.width < TABLE { paragraphs(out, lines, style) } else { table(out, lines, style) }
}

/// Why a plan is an exception, and by when its money goes back.
fn why(out: &mut Vec<String>, line: &Line, style: &Style) {
    let mut about = label(line);
    for file in [&line.spec, &line.census].into_iter().flatten() {
        if *file != about {
            about.push_str(&format!(" · {}", safe::line(file)));
        }
    }
    out.extend(wrap::hanging(GAP, &about, style.text_width()));
    let mut reasons = line.reasons.clone();
    if let Some(day) = line.tested.as_ref().and_then(|tested| tested.without_excise.as_ref()) {
        reasons.push(format!("refunds are without excise until {day}"));
    }
    for reason in &reasons {
        out.extend(wrap::hanging("    - ", &safe::line(reason), style.text_width()));
    }
}

/// A cell: its text, and its colour.
type Cell = (String, Option<Ink>);

fn cells(line: &Line, style: &Style) -> Vec<Cell> {
    let mut cells = Vec::new();
    if style.width >= WIDEST {
        cells.push((safe::line(line.plan.as_deref().unwrap_or_default()).into_owned(), None));
    }
    match &line.tested {
        Some(tested) => cells.extend(outcomes(tested).map(|(status, word)| {
            let ink = match status {
                Status::Pass => Ink::Good,
                Status::Fail => Ink::Error,
                Status::Unknown => Ink::Warning,
                Status::NotRequired => Ink::Faint,
            };
            (word.to_owned(), Some(ink))
        })),
        None => {
            let word = if line.outcome == Outcome::Unread { "not read" } else { "unmatched" };
            cells.push((word.to_owned(), Some(Ink::Error)));
            cells.extend(TESTS.iter().skip(1).map(|_| (String::new(), None)));
        }
    }
    cells.push((refunds(line), None));
    if style.width >= WIDE {
        let day = line.tested.as_ref().and_then(|tested| tested.without_excise.clone());
        cells.push((day.unwrap_or_default(), None));
    }
    cells
}

fn headings(style: &Style) -> Vec<&'static str> {
    let mut headings = Vec::new();
    if style.width >= WIDEST {
        headings.push("name");
    }
    headings.extend(TESTS);
    headings.push("refunds");
    if style.width >= WIDE {
        headings.push("refund by");
    }
    headings
}

/// A plan's name breaks into lines rather than being cut; figures stand below each other.
fn table(out: &mut Vec<String>, lines: &[&Line], style: &Style) {
    let headings = headings(style);
    let rows: Vec<(String, Vec<Cell>)> = lines.iter().map(|line| (label(line), cells(line, style))).collect();
    let widths: Vec<usize> = headings
        .iter()
        .enumerate()
        .map(|(column, heading)| {
            let widest = rows.iter().map(|row| wrap::width(&row.1[column].0)).max().unwrap_or(0);
            let most = if *heading == "name" { 40 } else { usize::MAX };
            widest.max(heading.len()).min(most)
        })
        .collect();
    let others: usize = widths.iter().map(|width| width + GAP.len()).sum();
    let names = rows.iter().map(|row| wrap::width(&row.0)).max().unwrap_or(0).max("plan".len());
    let names = names.min(style.width.saturating_sub(others + GAP.len()).max(12));
    let heading: Vec<Cell> = headings.iter().map(|heading| ((*heading).to_owned(), None)).collect();
    row(out, "plan", &heading, names, &widths, &headings, style);
    out.push(format!("{GAP}{}", "─".repeat(names + others)));
    for (label, cells) in &rows {
        row(out, label, cells, names, &widths, &headings, style);
    }
}

/// One row, in as many lines as its longest text takes.
fn row(
    out: &mut Vec<String>,
    label: &str,
    cells: &[Cell],
    names: usize,
    widths: &[usize],
    headings: &[&str],
    style: &Style,
) {
    let labels = wrap::wrap(label, names);
    let broken: Vec<Vec<String>> =
        cells.iter().zip(widths).map(|((text, _), width)| wrap::wrap(text, *width)).collect();
    let height = broken.iter().map(Vec::len).max().unwrap_or(1).max(labels.len());
    for number in 0..height {
        let mut line = GAP.to_owned() + &padded(labels.get(number).map_or("", String::as_str), names);
        for (column, lines) in broken.iter().enumerate() {
            let text = lines.get(number).map_or("", String::as_str);
            let shown = cells[column].1.map_or_else(
                || text.to_owned(),
                |ink| if text.is_empty() { String::new() } else { paint(style, ink, text) },
            );
            let gap = " ".repeat(widths[column].saturating_sub(wrap::width(text)));
            let is_figure = headings[column] == "refunds";
            line.push_str(GAP);
            line.push_str(&if is_figure { gap + &shown } else { shown + &gap });
        }
        out.push(line.trim_end().to_owned());
    }
}

fn padded(text: &str, columns: usize) -> String {
    format!("{text}{}", " ".repeat(columns.saturating_sub(wrap::width(text))))
}

/// For terminals too narrow for a table.
fn paragraphs(out: &mut Vec<String>, lines: &[&Line], style: &Style) {
    for line in lines {
        out.extend(wrap::hanging(GAP, &label(line), style.text_width()));
        let told: Vec<String> = match &line.tested {
            Some(tested) => {
                let tests = TESTS.iter().zip(outcomes(tested));
                let refunds = Some(refunds(line)).filter(|sum| !sum.is_empty());
                tests
                    .map(|(test, (_, word))| format!("{test} {word}"))
                    .chain(refunds.map(|sum| format!("refunds {sum}")))
                    .collect()
            }
            None => vec![line.outcome.word().to_owned()],
        };
        out.extend(wrap::hanging("    ", &told.join(" · "), style.text_width()));
    }
}
