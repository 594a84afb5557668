//! Plans side by side as the sheets of a workbook: Summary, Provisions, Findings, Questions.

use super::{Request, cells, words};
use crate::compare::ComparedPlan;
use crate::compare::subject::{Reckoned, Subject};
use crate::render::workbook::{Cell, Sheet};
use crate::report::{Question, Reported};

/// What every sheet begins with, so that its rows can be told apart.
const WHOSE: [&str; 2] = ["plan", "file"];

/// The sheets. What a filter cannot decide and what cannot be read is on the first, so that it does not look whole.
pub fn sheets(request: &Request<'_>) -> Vec<Sheet> {
    vec![summary(request), provisions(request), findings(request), questions(request)]
}

/// A line a plan: what is reckoned, then how it stands to benchmark and peers.
pub fn summary(request: &Request<'_>) -> Sheet {
    let comparison = request.comparison;
    let reckoned =
        || Reckoned::ALL.iter().filter(|reckoned| ![Reckoned::Plan, Reckoned::Path].contains(reckoned));
    let all = if comparison.benchmark.is_some() { comparison.provisions() } else { Vec::new() };
    let row = |plan: &ComparedPlan, status: &str| {
        let mut row = whose(plan);
        row.push(Cell::text(status));
        row.extend(reckoned().map(|reckoned| cells::of_reckoned(plan, *reckoned)));
        let awaits = plan.report.mega_backdoor.unknown.iter().map(ToString::to_string);
        row.push(Cell::text(awaits.collect::<Vec<_>>().join(", ")));
        if comparison.benchmark.is_some() {
            let (differs, not_known) = comparison.deviations(plan, &all);
            row.extend([Cell::count(differs), Cell::count(not_known)]);
        }
        row.extend(comparison.norms.iter().map(|norm| cells::offers(&norm.offered_by(plan))));
        row
    };
    let mut headings: Vec<String> = WHOSE.map(str::to_owned).to_vec();
    headings.push("status".to_owned());
    headings.extend(reckoned().map(|reckoned| reckoned.heading().to_owned()));
    headings.push("awaits".to_owned());
    if comparison.benchmark.is_some() {
        headings.extend(["differs in", "not known in"].map(str::to_owned));
    }
    let norm =
        |norm: &crate::compare::norms::Norm| format!("{}: {}", words::feature(&norm.feature), norm.words());
    headings.extend(comparison.norms.iter().map(norm));
    let mut rows: Vec<Vec<Cell>> = comparison.benchmark.iter().map(|plan| row(plan, "benchmark")).collect();
    rows.extend(comparison.plans.iter().map(|plan| row(plan, "compared")));
    rows.extend(comparison.undecided.iter().map(|undecided| row(&undecided.plan, "filter undecided")));
    let unread = |line: &String| vec![Cell::Empty, Cell::text(line), Cell::text("not compared")];
    rows.extend(comparison.unreadable.iter().map(unread));
    Sheet { name: "Summary".to_owned(), headings, rows }
}

fn provisions(request: &Request<'_>) -> Sheet {
    let comparison = request.comparison;
    let subjects: Vec<Subject> = comparison.chosen_or_all(request.choice);
    let headings = WHOSE.map(str::to_owned).into_iter().chain(subjects.iter().map(cells::heading)).collect();
    let row = |plan: &ComparedPlan| {
        let own = subjects.iter().map(|subject| cells::cell(comparison, plan, subject));
        whose(plan).into_iter().chain(own).collect()
    };
    let plans = comparison.benchmark.iter().chain(&comparison.plans);
    Sheet { name: "Provisions".to_owned(), headings, rows: plans.map(row).collect() }
}

fn findings(request: &Request<'_>) -> Sheet {
    let headings = ["severity", "rule", "election", "line", "message", "help", "law"];
    let row = |plan: &ComparedPlan, found: &Reported| {
        let finding = &found.finding;
        let line = request
            .comparison
            .texts
            .file(found.file)
            .map(|file| file.position(finding.primary.span.start).line);
        let mut row = whose(plan);
        row.extend([
            Cell::Severity(found.severity),
            Cell::text(finding.rule),
            Cell::text(finding.election.as_ref().map_or("", |election| election.as_str())),
            line.map_or(Cell::Empty, |line| Cell::Number(line.into())),
            Cell::text(&finding.message),
            Cell::text(finding.help.as_deref().unwrap_or("")),
            Cell::text(found.citations.join("; ")),
        ]);
        row
    };
    let plans = request.comparison.plans.iter();
    let rows = plans.flat_map(|plan| plan.findings.iter().map(move |found| row(plan, found))).collect();
    Sheet { name: "Findings".to_owned(), headings: of_plan(&headings), rows }
}

fn questions(request: &Request<'_>) -> Sheet {
    let headings = ["election", "question", "decides the verdict", "may reveal", "asked by"];
    let row = |plan: &ComparedPlan, asked: &Question| {
        let mut row = whose(plan);
        row.extend([
            Cell::text(asked.election.as_str()),
            Cell::text(asked.question),
            Cell::text(if asked.decides_verdict { "yes" } else { "no" }),
            Cell::Severity(asked.weight),
            Cell::text(asked.asked_by.join(", ")),
        ]);
        row
    };
    let plans = request.comparison.plans.iter();
    let rows = plans.flat_map(|plan| plan.questions.iter().map(move |asked| row(plan, asked))).collect();
    Sheet { name: "Questions".to_owned(), headings: of_plan(&headings), rows }
}

fn of_plan(headings: &[&str]) -> Vec<String> {
    WHOSE.iter().chain(headings).map(|heading| (*heading).to_owned()).collect()
}

fn whose(plan: &ComparedPlan) -> Vec<Cell> {
    vec![Cell::text(&plan.report.name), Cell::text(&plan.path)]
}
