//! The summary of plans side by side: what a consultant needs to see first.

use super::cells;
use super::words;
use super::{Arrangement, Request};
use crate::compare::subject::Reckoned;
use crate::compare::{ComparedPlan, Comparison};
use crate::lower::Truth;
use crate::render::words::count;
use crate::render::workbook::{Cell, Sheet};
use crate::report::Verdict;

/// A heading comes again after so many plans, so that it is never far.
const PAGE: usize = 40;

/// The tables of plans: one for each verdict, or one in the order of the user, in pages.
pub fn tables(request: &Request<'_>) -> Vec<Sheet> {
    let comparison = request.comparison;
    let labels = words::labels(&comparison.plans);
    let all: Vec<(&ComparedPlan, &str)> =
        comparison.plans.iter().zip(labels.iter().map(String::as_str)).collect();
    match request.arrangement {
        Arrangement::AsSorted => pages(comparison, "Plans", &all, Column::SORTED),
        Arrangement::ByVerdict => [
            (Verdict::Available, "Available", Column::AVAILABLE),
            (Verdict::Blocked, "Blocked", Column::BLOCKED),
            (Verdict::Unknown, "Unknown", Column::UNKNOWN),
        ]
        .into_iter()
        .flat_map(|(verdict, name, columns)| {
            let own: Vec<(&ComparedPlan, &str)> = all
                .iter()
                .copied()
                .filter(|(plan, _)| plan.report.mega_backdoor.verdict == verdict)
                .collect();
            pages(comparison, name, &own, columns)
        })
        .collect(),
    }
}

/// One table of all plans and everything that is reckoned.
pub fn whole(comparison: &Comparison) -> Sheet {
    let labels = words::labels(&comparison.plans);
    let all: Vec<(&ComparedPlan, &str)> =
        comparison.plans.iter().zip(labels.iter().map(String::as_str)).collect();
    table(comparison, "Plans", &all, &Column::ALL)
}

/// The rules that block plans.
pub fn blocking(comparison: &Comparison) -> Option<Sheet> {
    let blocking = comparison.blocking();
    let row = |rule: &crate::compare::Blocking| {
        vec![Cell::text(rule.rule), Cell::count(rule.plans), Cell::count(rule.alone)]
    };
    (!blocking.is_empty()).then(|| Sheet {
        name: "What blocks".to_owned(),
        headings: ["rule", "plans", "one amendment"].map(str::to_owned).to_vec(),
        rows: blocking.iter().map(row).collect(),
    })
}

/// The norms, and how many of the plans offer what they are about.
pub fn norms(comparison: &Comparison) -> Option<Sheet> {
    let row = |norm: &crate::compare::norms::Norm| {
        let offered: Vec<Truth> = comparison.plans.iter().map(|plan| norm.offered_by(plan)).collect();
        let many =
            |wanted: fn(&Truth) -> bool| Cell::count(offered.iter().filter(|truth| wanted(truth)).count());
        vec![
            Cell::text(words::feature(&norm.feature)),
            Cell::text(norm.words()),
            many(Truth::is_yes),
            many(|truth| matches!(truth, Truth::No)),
            many(|truth| matches!(truth, Truth::Unknown(_))),
        ]
    };
    (!comparison.norms.is_empty()).then(|| Sheet {
        name: "Peers".to_owned(),
        headings: ["feature", "offered by", "here: yes", "no", "not known"].map(str::to_owned).to_vec(),
        rows: comparison.norms.iter().map(row).collect(),
    })
}

/// A column of the summary. What is added to all plans, such as what would fail a test, is added here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Label,
    Reckoned(Reckoned),
    /// The elections that decide the verdict.
    Awaits,
    /// What the verdict rests on: routes, what blocks, or how many answers are awaited.
    Ground,
    /// How the tests come out, where anything tells.
    Tests,
    /// How many provisions differ from the benchmark's.
    Deviations,
    /// In how many it cannot be told, so that silence does not pass for likeness.
    NotKnown,
}

impl Column {
    const COUNTS: [Column; 4] = [
        Column::Reckoned(Reckoned::Errors),
        Column::Reckoned(Reckoned::Warnings),
        Column::Reckoned(Reckoned::Advice),
        Column::Reckoned(Reckoned::Questions),
    ];
    const AVAILABLE: &'static [Column] = &[
        Column::Label,
        Column::Reckoned(Reckoned::Type),
        Column::Reckoned(Reckoned::Year),
        Column::Reckoned(Reckoned::Routes),
        Column::Reckoned(Reckoned::Room),
        Column::Tests,
        Column::Deviations,
        Column::NotKnown,
        Column::COUNTS[0],
        Column::COUNTS[1],
        Column::COUNTS[2],
        Column::COUNTS[3],
    ];
    const BLOCKED: &'static [Column] = &[
        Column::Label,
        Column::Reckoned(Reckoned::Type),
        Column::Reckoned(Reckoned::Year),
        Column::Reckoned(Reckoned::BlockedBy),
        Column::Tests,
        Column::Deviations,
        Column::NotKnown,
        Column::COUNTS[0],
        Column::COUNTS[1],
        Column::COUNTS[2],
        Column::COUNTS[3],
    ];
    const UNKNOWN: &'static [Column] = &[
        Column::Label,
        Column::Reckoned(Reckoned::Type),
        Column::Reckoned(Reckoned::Year),
        Column::Awaits,
        Column::Tests,
        Column::Deviations,
        Column::NotKnown,
        Column::COUNTS[0],
        Column::COUNTS[1],
        Column::COUNTS[2],
        Column::COUNTS[3],
    ];
    const SORTED: &'static [Column] = &[
        Column::Label,
        Column::Reckoned(Reckoned::Type),
        Column::Reckoned(Reckoned::Year),
        Column::Reckoned(Reckoned::Verdict),
        Column::Ground,
        Column::Reckoned(Reckoned::Room),
        Column::Tests,
        Column::Deviations,
        Column::NotKnown,
        Column::COUNTS[0],
        Column::COUNTS[1],
        Column::COUNTS[2],
        Column::COUNTS[3],
    ];
    const ALL: [Column; 14] = [
        Column::Label,
        Column::Reckoned(Reckoned::Type),
        Column::Reckoned(Reckoned::Year),
        Column::Reckoned(Reckoned::Verdict),
        Column::Reckoned(Reckoned::Routes),
        Column::Reckoned(Reckoned::Room),
        Column::Reckoned(Reckoned::BlockedBy),
        Column::Tests,
        Column::Deviations,
        Column::NotKnown,
        Column::COUNTS[0],
        Column::COUNTS[1],
        Column::COUNTS[2],
        Column::COUNTS[3],
    ];

    fn heading(self) -> &'static str {
        match self {
            Column::Label => "plan",
            Column::Awaits => "awaits",
            Column::Ground => "by",
            Column::Tests => "ACP",
            Column::Deviations => "differs in",
            Column::NotKnown => "not known in",
            Column::Reckoned(reckoned) => reckoned.heading(),
        }
    }

    fn cell(self, plan: &ComparedPlan, label: &str, (differs, not_known): (usize, usize)) -> Cell {
        match self {
            Column::Label => Cell::text(label),
            Column::Deviations => Cell::count(differs),
            Column::NotKnown => Cell::count(not_known),
            Column::Awaits => {
                let elections = plan.report.mega_backdoor.unknown.iter();
                Cell::text(elections.map(ToString::to_string).collect::<Vec<_>>().join(", "))
            }
            Column::Ground => match plan.report.mega_backdoor.verdict {
                Verdict::Available => cells::of_reckoned(plan, Reckoned::Routes),
                Verdict::Blocked => cells::of_reckoned(plan, Reckoned::BlockedBy),
                Verdict::Unknown => {
                    let awaited = plan.report.mega_backdoor.unknown.len();
                    Cell::text(format!("awaits {}", count(awaited, "answer", "answers")))
                }
            },
            Column::Tests => Cell::text(words::tests(plan)),
            Column::Reckoned(reckoned) => cells::of_reckoned(plan, reckoned),
        }
    }
}

/// Tables of a page each, under one heading.
fn pages(
    comparison: &Comparison,
    name: &str,
    plans: &[(&ComparedPlan, &str)],
    columns: &[Column],
) -> Vec<Sheet> {
    let first = |page: usize| page * PAGE + 1;
    let name_of = |page: usize, own: usize| match plans.len() {
        all if all <= PAGE => format!("{name} ({all})"),
        all => format!("{name} ({} to {} of {all})", first(page), page * PAGE + own),
    };
    let page = |(page, own): (usize, &[(&ComparedPlan, &str)])| {
        table(comparison, &name_of(page, own.len()), own, columns)
    };
    plans.chunks(PAGE).enumerate().map(page).collect()
}

fn table(comparison: &Comparison, name: &str, plans: &[(&ComparedPlan, &str)], columns: &[Column]) -> Sheet {
    let provisions = if comparison.benchmark.is_some() { comparison.provisions() } else { Vec::new() };
    let is_told = comparison.plans.iter().any(|plan| plan.exposure.is_some());
    let is_shown = |column: &&Column| match column {
        Column::Deviations | Column::NotKnown => comparison.benchmark.is_some(),
        Column::Tests => is_told,
        Column::Label | Column::Reckoned(_) | Column::Awaits | Column::Ground => true,
    };
    let columns: Vec<&Column> = columns.iter().filter(is_shown).collect();
    let row = |(plan, label): &(&ComparedPlan, &str)| {
        let deviations = comparison.deviations(plan, &provisions);
        columns.iter().map(|column| column.cell(plan, label, deviations)).collect()
    };
    Sheet {
        name: name.to_owned(),
        headings: columns.iter().map(|column| column.heading().to_owned()).collect(),
        rows: plans.iter().map(row).collect(),
    }
}
