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
/// A plan's own name takes no more columns than this.
const MOST_OF_NAME: usize = 40;
const GAP: &str = "  ";

pub fn full(lines: &[Line], style: &Style) -> String {
    let sorted = exceptions_first(lines);
    let passes = |line: &&&Line| line.outcome == Outcome::Pass;
    let (tested, untested): (Vec<&Line>, Vec<&Line>) =
        sorted.into_iter().partition(|line| line.tested.is_some());
    let exceptions: Vec<&Line> = tested.iter().filter(|line| !passes(line)).copied().collect();
    let passed: Vec<&Line> = tested.iter().filter(passes).copied().collect();
    let mut out = Vec::new();
    section(&mut out, "Exceptions", &exceptions, style);
    if !exceptions.is_empty() {
        out.push(paint(style, Ink::Strong, "Why"));
        exceptions.iter().for_each(|line| why(&mut out, line, style));
        out.push(String::new());
    }
    not_tested(&mut out, &untested, style);
    section(&mut out, "Nothing to do", &passed, style);
    if !tested.is_empty() && style.width >= TABLE {
        out.extend(wrap::wrap(LEGEND, style.text_width()).iter().map(|line| paint(style, Ink::Faint, line)));
    }
    let summary = wrap::wrap(&summary(lines), style.text_width());
    out.extend(summary.iter().map(|line| paint(style, Ink::Strong, line)));
    out.join("\n") + "\n"
}

/// Plans without a census or a spec, and files that cannot be read, each with the reason.
fn not_tested(out: &mut Vec<String>, lines: &[&Line], style: &Style) {
    if lines.is_empty() {
        return;
    }
    out.push(paint(style, Ink::Strong, "Not tested"));
    for line in lines {
        let told = format!("{}: {}", place(line), safe::line(&line.reasons.join("; ")));
        let width = style.text_width();
        for (number, text) in wrap::wrap(&told, width.saturating_sub(4)).into_iter().enumerate() {
            out.push(if number == 0 { format!("{GAP}{text}") } else { format!("    {text}") });
        }
    }
    out.push(String::new());
}

/// What a plan goes by, and its files.
fn place(line: &Line) -> String {
    let mut about = label(line);
    for file in [&line.spec, &line.census].into_iter().flatten() {
        if *file != about {
            about.push_str(&format!(" · {}", safe::line(file)));
        }
    }
    about
}

fn section(out: &mut Vec<String>, heading: &str, lines: &[&Line], style: &Style) {
    if lines.is_empty() {
        return;
    }
    out.push(paint(style, Ink::Strong, heading));
    if style.width < TABLE {
        paragraphs(out, lines, style)
    } else {
        table(out, lines, style)
    }
    out.push(String::new());
}

/// Why a plan is an exception, and by when its money goes back.
fn why(out: &mut Vec<String>, line: &Line, style: &Style) {
    out.extend(wrap::hanging(GAP, &place(line), style.text_width()));
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
    let Some(tested) = &line.tested else { return cells };
    cells.extend(outcomes(tested).map(|(status, word)| {
        let ink = match status {
            Status::Pass => Ink::Good,
            Status::Fail => Ink::Error,
            Status::Unknown => Ink::Warning,
            Status::NotRequired => Ink::Faint,
        };
        (word.to_owned(), Some(ink))
    }));
    cells.push((refunds(line), None));
    if style.width >= WIDE {
        cells.push((tested.without_excise.clone().unwrap_or_default(), None));
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

/// How wide everything is.
struct Grid<'a> {
    headings: Vec<&'static str>,
    names: usize,
    widths: Vec<usize>,
    style: &'a Style,
}

/// A plan's name breaks into lines rather than being cut; figures stand below each other.
fn table(out: &mut Vec<String>, lines: &[&Line], style: &Style) {
    let headings = headings(style);
    let rows: Vec<(String, Vec<Cell>)> = lines.iter().map(|line| (label(line), cells(line, style))).collect();
    let column = |(column, heading): (usize, &&'static str)| {
        let widest = rows.iter().filter_map(|row| row.1.get(column)).map(|cell| wrap::width(&cell.0)).max();
        let most = if *heading == "name" { MOST_OF_NAME } else { usize::MAX };
        widest.unwrap_or(0).max(heading.len()).min(most)
    };
    let widths: Vec<usize> = headings.iter().enumerate().map(column).collect();
    let others: usize = widths.iter().map(|width| width + GAP.len()).sum();
    let names = rows.iter().map(|row| wrap::width(&row.0)).max().unwrap_or(0).max("plan".len());
    let names = names.min(style.width.saturating_sub(others + GAP.len()).max(12));
    let grid = Grid { headings, names, widths, style };
    let heading: Vec<Cell> = grid.headings.iter().map(|heading| ((*heading).to_owned(), None)).collect();
    grid.row(out, "plan", &heading);
    out.push(format!("{GAP}{}", "─".repeat(names + others)));
    rows.iter().for_each(|(label, cells)| grid.row(out, label, cells));
}

impl Grid<'_> {
    /// One row, in as many lines as its longest text takes.
    fn row(&self, out: &mut Vec<String>, label: &str, cells: &[Cell]) {
        let labels = wrap::wrap(label, self.names);
        let broken: Vec<Vec<String>> =
            cells.iter().zip(&self.widths).map(|((text, _), width)| wrap::wrap(text, *width)).collect();
        let height = broken.iter().map(Vec::len).chain([labels.len()]).max().unwrap_or(1);
        for number in 0..height {
            let mut line =
                GAP.to_owned() + &padded(labels.get(number).map_or("", String::as_str), self.names);
            for (column, lines) in broken.iter().enumerate() {
                line.push_str(GAP);
                line.push_str(&self.cell(
                    column,
                    lines.get(number).map_or("", String::as_str),
                    cells[column].1,
                ));
            }
            out.push(line.trim_end().to_owned());
        }
    }

    fn cell(&self, column: usize, text: &str, ink: Option<Ink>) -> String {
        let gap = " ".repeat(self.widths[column].saturating_sub(wrap::width(text)));
        let shown = match ink.filter(|_| !text.is_empty()) {
            Some(ink) => paint(self.style, ink, text),
            None => text.to_owned(),
        };
        if self.headings[column] == "refunds" { gap + &shown } else { shown + &gap }
    }
}

fn padded(text: &str, columns: usize) -> String {
    format!("{text}{}", " ".repeat(columns.saturating_sub(wrap::width(text))))
}

/// For terminals too narrow for a table.
fn paragraphs(out: &mut Vec<String>, lines: &[&Line], style: &Style) {
    for line in lines {
        out.extend(wrap::hanging(GAP, &label(line), style.text_width()));
        let Some(tested) = &line.tested else { continue };
        let tests = TESTS.iter().zip(outcomes(tested)).map(|(test, (_, word))| format!("{test} {word}"));
        let refunds = Some(refunds(line)).filter(|sum| !sum.is_empty()).map(|sum| format!("refunds {sum}"));
        let told: Vec<String> = tests.chain(refunds).collect();
        out.extend(wrap::hanging("    ", &told.join(" · "), style.text_width()));
    }
}
