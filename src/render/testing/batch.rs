//! The results of many plans: one table, exceptions first; JSON in the order of plans.

mod csv;
mod full;
mod json;
mod markdown;
mod workbook;

pub use json::{SCHEMA, plan};
pub use workbook::workbook;

use super::Format;
use super::page::{self, Block};
use crate::money::Usd;
use crate::money::exact::Cents;
use crate::render::{Style, safe, words};
use crate::testing::batch::line::{Line, Outcome, Tested};
use crate::testing::results::{Status, TestResults};

/// Writes the lines of all plans.
pub fn render(lines: &[Line], format: Format, style: &Style) -> String {
    match format {
        Format::Full => full::full(lines, style),
        Format::Json => json::json(lines),
        Format::Jsonl => json::jsonl(lines),
        Format::Markdown => markdown::markdown(lines),
        Format::Csv => csv::csv(lines),
    }
}

/// What fails or is unknown in a plan, a clause each: `ACP fails: 9.94% against a limit of 5.00%`.
pub fn reasons(results: &TestResults) -> Vec<String> {
    let told = |block: Block| {
        let Block::Verdict { status, test, told } = block else { return None };
        if test == "Top-heavy" && results.top_heavy.is_settled() {
            return None;
        }
        let word = match status {
            Status::Fail => "fails",
            Status::Unknown => "unknown",
            Status::Pass | Status::NotRequired => return None,
        };
        Some(if told.is_empty() { format!("{test} {word}") } else { format!("{test} {word}: {told}") })
    };
    page::verdicts(results).into_iter().filter_map(told).collect()
}

/// The headings over the outcomes of tests.
const TESTS: [&str; 5] = ["ADP", "ACP", "limits", "coverage", "top-heavy"];

/// The outcomes of tests in a word each, with what to think of them.
fn outcomes(tested: &Tested) -> [(Status, &'static str); 5] {
    let word = |status| match status {
        Status::Pass => (status, "pass"),
        Status::Fail => (status, "FAILS"),
        Status::NotRequired => (status, "-"),
        Status::Unknown => (status, "unknown"),
    };
    let top_heavy = match (tested.top_heavy, tested.top_heavy_settled) {
        (Status::Pass, _) => (Status::Pass, "no"),
        (Status::Fail, true) => (Status::Pass, "yes, met"),
        (Status::Fail, false) => (Status::Fail, "SHORT"),
        (status @ (Status::NotRequired | Status::Unknown), _) => word(status),
    };
    [word(tested.adp), word(tested.acp), word(tested.limits), word(tested.coverage), top_heavy]
}

/// What the words in the table mean that are not plain.
const LEGEND: &str = "`-`: not required. Top-heavy `yes, met`: with its minimum contribution; `SHORT`: without; `unknown`: mostly as the census has no balances. `refund by`: without excise.";

/// What goes back in all; nothing where no money goes back.
fn refunds(line: &Line) -> String {
    let total = line.tested.as_ref().and_then(Tested::refunded);
    let some = total.filter(|total| *total != Cents::ZERO);
    some.map(|total| Usd::from(total).to_column_string()).unwrap_or_default()
}

/// What a plan goes by: what the census calls it, else its spec, else its census.
fn label(line: &Line) -> String {
    let label = line.plan_id.as_deref().or(line.spec.as_deref()).or(line.census.as_deref());
    safe::line(label.unwrap_or("(no plan)")).into_owned()
}

/// The lines, exceptions first, each kind in the order of plans.
fn exceptions_first(lines: &[Line]) -> Vec<&Line> {
    let mut sorted: Vec<&Line> = lines.iter().collect();
    sorted.sort_by_key(|line| line.outcome);
    sorted
}

/// `4 plans: 1 fails, 1 unmatched, 2 pass.`
fn summary(lines: &[Line]) -> String {
    let count = |outcome: Outcome| lines.iter().filter(|line| line.outcome == outcome).count();
    let word = |outcome: Outcome, number: usize| match (outcome, number) {
        (Outcome::Fail, 1) => "fails",
        (Outcome::Pass, 1) => "passes",
        (Outcome::Unread, _) => "not read",
        (Outcome::Fail | Outcome::Pass | Outcome::Unknown | Outcome::Unmatched, _) => outcome.word(),
    };
    let some =
        Outcome::ALL.map(|outcome| (outcome, count(outcome))).into_iter().filter(|(_, number)| *number > 0);
    let parts: Vec<String> =
        some.map(|(outcome, number)| format!("{number} {}", word(outcome, number))).collect();
    let total: Cents = lines.iter().filter_map(|line| line.tested.as_ref()?.refunded()).sum();
    let refunds = if total == Cents::ZERO { String::new() } else { format!(" Refunds come to {total}.") };
    format!("{}: {}.{refunds}", words::count(lines.len(), "plan", "plans"), parts.join(", "))
}
