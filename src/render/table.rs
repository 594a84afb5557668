//! Many plans at a glance: a line a plan. Only this module knows tabled.

pub mod comparison;
pub mod figures;

use tabled::builder::Builder;
use tabled::settings::object::{Columns, Rows};
use tabled::settings::style::HorizontalLine;
use tabled::settings::{Alignment, Color as Shade, Modify, Padding, Style as Borders};

use super::chapters::Chapter;
use super::paint::{Ink, paint};
use super::{Color, Style, safe, words, wrap};
use crate::report::{MegaBackdoor, PlanReport, Question, Report, Verdict};
use crate::source::SourceFile;

/// From so many columns on there is a table; below, a paragraph a plan.
const TABLE: usize = 72;
/// From so many columns on headings are whole words, and the file is told.
const WIDE: usize = 140;
/// Columns between two cells.
const GAP: usize = 2;

/// The table, its legend and how to see the questions.
pub fn table(report: &Report, chapters: &[Chapter<'_>], style: &Style) -> String {
    let rows: Vec<Row> = chapters.iter().map(|chapter| Row::of(report, chapter)).collect();
    let mut out = if style.width < TABLE { paragraphs(&rows, style) } else { grid(&rows, style) };
    let asks_nothing = !report.questions.iter().any(Question::is_pressing);
    let hidden = match (report.summary().advice > 0, asks_nothing) {
        (true, true) => Some("advice"),
        (true, false) => Some("advice and questions"),
        (false, false) => Some("questions"),
        (false, true) => None,
    };
    if let Some(hidden) = hidden {
        let hint = format!("To see a plan's {hidden}, check it alone, or use `--format json`.");
        for line in wrap::wrap(&hint, style.text_width()) {
            out.push_str(&paint(style, Ink::Faint, &line));
            out.push('\n');
        }
    }
    out
}

/// One plan, in words.
struct Row {
    name: String,
    path: String,
    plan_type: &'static str,
    year: String,
    verdict: Option<Verdict>,
    routes: Vec<&'static str>,
    room: String,
    weights: [usize; 3],
    questions: usize,
}

impl Row {
    fn of(report: &Report, chapter: &Chapter<'_>) -> Self {
        let file =
            chapter.plan.map(|plan| plan.file).or_else(|| chapter.findings.first().map(|first| first.file));
        let path = file.and_then(|file| report.file(file)).map_or("", SourceFile::path);
        let plan = chapter.plan;
        let verdict = plan.map(|plan| &plan.mega_backdoor);
        let available = verdict.filter(|verdict| verdict.verdict == Verdict::Available);
        let room = available.and_then(|verdict| verdict.room.as_ref());
        Self {
            name: plan.map_or_else(|| "(no plan)".to_owned(), words::name),
            path: safe::line(path).into_owned(),
            plan_type: plan
                .map_or("", |plan| plan.plan_type.map_or("not stated", |plan_type| plan_type.word())),
            year: plan.map(year).unwrap_or_default(),
            verdict: verdict.map(|verdict| verdict.verdict),
            routes: verdict
                .map(|verdict| verdict.routes.iter().map(|route| short_route(verdict, route)).collect())
                .unwrap_or_default(),
            room: room.map(|room| room.remaining.to_string()).unwrap_or_default(),
            weights: chapter.weights(),
            questions: chapter.questions.len(),
        }
    }

    fn verdict_word(&self) -> &'static str {
        self.verdict.map_or("not read", Verdict::word)
    }

    fn counts(&self) -> String {
        let found = words::by_weight(self.weights).unwrap_or_else(|| "no findings".to_owned());
        match self.questions {
            0 => found,
            some => format!("{found}; {}", words::count(some, "question", "questions")),
        }
    }
}

/// `2026`; of a plan year that is no calendar year, `2026-27`.
fn year(plan: &PlanReport) -> String {
    let (first, last) = (plan.year.begins_in(), plan.year.ends_in());
    if first == last { first.to_string() } else { format!("{first}-{:02}", last % 100) }
}

/// A route in a word; one that waits for an age or for service says so.
fn short_route(verdict: &MegaBackdoor, route: &&'static str) -> &'static str {
    match (*route, &verdict.in_plan_gate, &verdict.gate) {
        ("in-plan-roth", None, _) => "in-plan",
        ("in-plan-roth", Some(_), _) => "in-plan (waits)",
        ("roth-ira", _, None) => "Roth IRA",
        ("roth-ira", _, Some(_)) => "Roth IRA (waits)",
        (other, _, _) => other,
    }
}

/// A column: its heading, its cells, and how wide it may be.
struct Column {
    heading: &'static str,
    cells: Vec<String>,
    most: usize,
    alignment: Alignment,
}

impl Column {
    fn new(heading: &'static str, most: usize, rows: &[Row], cell: impl Fn(&Row) -> String) -> Self {
        Self { heading, cells: rows.iter().map(cell).collect(), most, alignment: Alignment::left() }
    }

    fn number(heading: &'static str, rows: &[Row], cell: impl Fn(&Row) -> String) -> Self {
        Self { alignment: Alignment::right(), ..Self::new(heading, usize::MAX, rows, cell) }
    }

    /// Heading and cells broken into lines of `columns`, further lines set in by `indent`.
    fn broken(&self, columns: usize, indent: usize) -> Vec<String> {
        let lines = |text: &String| {
            let within = columns.saturating_sub(indent).max(1);
            let joint = format!("\n{}", " ".repeat(indent));
            if wrap::width(text) <= columns { text.clone() } else { wrap::wrap(text, within).join(&joint) }
        };
        let heading = wrap::wrap(self.heading, columns).join("\n");
        std::iter::once(heading).chain(self.cells.iter().map(lines)).collect()
    }

    fn width(&self) -> usize {
        let word = self.heading.split(' ').map(wrap::width).max().unwrap_or(0);
        let heading =
            if self.most == usize::MAX { word } else { wrap::width(self.heading).min(self.most).max(word) };
        self.cells.iter().map(|cell| wrap::width(cell)).max().unwrap_or(0).min(self.most).max(heading)
    }
}

fn grid(rows: &[Row], style: &Style) -> String {
    let columns = if style.width < WIDE { narrow(rows) } else { wide(rows) };
    let others: usize = columns.iter().skip(1).map(|column| column.width() + GAP).sum();
    let for_names = style.width.saturating_sub(others).max(12);
    let mut builder = Builder::default();
    for (index, column) in columns.iter().enumerate() {
        let broken = if index == 0 {
            column.broken(for_names.min(column.width()), 2)
        } else {
            column.broken(column.width(), 0)
        };
        builder.push_column(broken);
    }
    let mut table = builder.build();
    table.with(Borders::blank().horizontals([(1, HorizontalLine::new('─').intersection('─'))]));
    table.with(Padding::new(0, 1, 0, 0));
    table.with(Modify::new(Columns::last()).with(Padding::zero()));
    for (index, column) in columns.iter().enumerate() {
        table.with(Modify::new(Columns::one(index)).with(column.alignment));
    }
    if style.color == Color::On {
        shade(&mut table, rows, &columns);
    }
    let legend = if style.width < WIDE { "E errors, W warnings, A advice, Q questions\n" } else { "" };
    let lines = table.to_string();
    lines.lines().map(|line| format!("{}\n", line.trim_end())).collect::<String>() + legend
}

/// Headings bold, verdicts in their colours.
fn shade(table: &mut tabled::Table, rows: &[Row], columns: &[Column]) {
    table.with(Modify::new(Rows::first()).with(Shade::BOLD));
    let Some(at) = columns.iter().position(|column| column.heading == VERDICT) else { return };
    for (index, row) in rows.iter().enumerate() {
        let shade = match row.verdict {
            Some(Verdict::Available) => Shade::FG_GREEN,
            Some(Verdict::Unknown) => Shade::FG_YELLOW,
            Some(Verdict::Blocked) | None => Shade::FG_RED,
        };
        table.with(Modify::new((index + 1, at)).with(shade));
    }
}

const VERDICT: &str = "mega backdoor";

fn narrow(rows: &[Row]) -> Vec<Column> {
    let some = |number: usize| if number == 0 { "-".to_owned() } else { number.to_string() };
    vec![
        Column::new("plan", usize::MAX, rows, |row| row.label()),
        Column::new("type", 12, rows, |row| row.plan_type.to_owned()),
        Column::new("year", 7, rows, |row| row.year.clone()),
        Column::new(VERDICT, 9, rows, |row| row.verdict_word().to_owned()),
        Column::new("routes", 8, rows, |row| row.routes.join(", ")),
        Column::number("room", rows, |row| row.room.clone()),
        Column::number("E", rows, move |row| some(row.weights[0])),
        Column::number("W", rows, move |row| some(row.weights[1])),
        Column::number("A", rows, move |row| some(row.weights[2])),
        Column::number("Q", rows, move |row| some(row.questions)),
    ]
}

fn wide(rows: &[Row]) -> Vec<Column> {
    let some = |number: usize| if number == 0 { "-".to_owned() } else { number.to_string() };
    vec![
        Column::new("plan", usize::MAX, rows, |row| row.name.clone()),
        Column::new("file", 40, rows, |row| row.path.clone()),
        Column::new("type", 20, rows, |row| row.plan_type.to_owned()),
        Column::new("year", 7, rows, |row| row.year.clone()),
        Column::new(VERDICT, 13, rows, |row| row.verdict_word().to_owned()),
        Column::new("routes", 20, rows, |row| row.routes.join(", ")),
        Column::number("room", rows, |row| row.room.clone()),
        Column::number("errors", rows, move |row| some(row.weights[0])),
        Column::number("warnings", rows, move |row| some(row.weights[1])),
        Column::number("advice", rows, move |row| some(row.weights[2])),
        Column::number("questions", rows, move |row| some(row.questions)),
    ]
}

impl Row {
    /// What the row is called where the file is not told: the file, if there is no plan.
    fn label(&self) -> String {
        if self.verdict.is_none() { self.path.clone() } else { self.name.clone() }
    }
}

/// For terminals too narrow for a table.
fn paragraphs(rows: &[Row], style: &Style) -> String {
    let mut out = String::new();
    for row in rows {
        let told = [row.plan_type, &row.year, row.verdict_word(), &row.routes.join(" and "), &row.room];
        let told: Vec<&str> = told.into_iter().filter(|part| !part.is_empty()).collect();
        let lines = wrap::wrap(&row.label(), style.text_width())
            .into_iter()
            .map(|line| paint(style, Ink::Strong, &line));
        let about = wrap::hanging("  ", &told.join(" · "), style.text_width());
        let counts = wrap::hanging("  ", &row.counts(), style.text_width());
        for line in lines.chain(about).chain(counts) {
            out.push_str(&line);
            out.push('\n');
        }
        out.push('\n');
    }
    out
}
