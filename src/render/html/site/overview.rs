//! The overview: exceptions first, the verdicts as a chart, what blocks most often, and every plan in one table.

use std::collections::HashMap;

use askama::Template;

use super::Frame;
use super::tests::word;
use crate::estimate::Estimate;
use crate::finding::Severity;
use crate::render::chart::verdicts::{Bar, Colour, svg};
use crate::render::estimate::show::signed;
use crate::render::html::plan::VerdictView;
use crate::render::site::{PlanMatter, Site, Subject, statuses};
use crate::render::{safe, words};
use crate::report::{PlanReport, Verdict};
use crate::rules;
use crate::testing::results::Status;

#[derive(Template)]
#[template(path = "site/overview.html")]
pub struct Overview {
    frame: Frame,
    summary: String,
    as_of: String,
    unreadable: Vec<String>,
    left_over: Vec<String>,
    chart: String,
    /// The chart in words.
    told: String,
    blockers: Vec<CountRow>,
    /// How many plans are blocked by one thing alone that can be amended.
    one_away: Option<String>,
    asked: Vec<CountRow>,
    rows: Vec<PlanRow>,
    has_tests: bool,
    is_personal: bool,
    types: Vec<&'static str>,
}

/// How often something comes up.
struct CountRow {
    text: String,
    code: String,
    count: usize,
}

/// A plan in the table.
struct PlanRow {
    name: String,
    page: String,
    /// Whether a later revision is in the report too.
    superseded: bool,
    plan_type: &'static str,
    year: String,
    class: &'static str,
    verdict: String,
    /// What a filter knows it by.
    group: &'static str,
    blocked_by: String,
    room: String,
    room_sort: String,
    findings: [usize; 3],
    questions: usize,
    tests: Vec<(&'static str, String)>,
    tests_sort: u8,
    /// The place that it has when nobody sorts.
    rank: usize,
}

impl Overview {
    pub fn of(site: &Site<'_>, subjects: &[Subject<'_>]) -> Self {
        let report = site.report;
        let bars = bars(site, subjects);
        let told: Vec<String> = bars.iter().map(|bar| format!("{} {}", bar.count, bar.word)).collect();
        let single = report.plans.iter().filter(|plan| plan.is_one_amendment_away()).count();
        let rows = subjects.iter().enumerate().map(|(rank, subject)| PlanRow::of(site, subject, rank));
        let rows: Vec<PlanRow> = rows.collect();
        let mut types: Vec<&'static str> = rows.iter().map(|row| row.plan_type).collect();
        types.sort_unstable();
        types.dedup();
        let line = |line: &String| safe::line(line).into_owned();
        Self {
            frame: Frame { script: true, ..Frame::top(&site.title) },
            summary: words::summary(report),
            as_of: site.about.as_of.to_string(),
            unreadable: report.unreadable.iter().map(line).collect(),
            left_over: site.census.iter().flat_map(|census| census.left_over.iter().map(line)).collect(),
            chart: svg(&bars),
            told: format!("Plans by verdict on the mega backdoor Roth: {}.", told.join(", ")),
            blockers: blockers(site),
            one_away: (single > 0).then(|| words::count(single, "plan is", "plans are")),
            asked: asked(site),
            is_personal: site.plans.iter().any(|plan| !plan.tests.is_empty()),
            has_tests: site.plans.iter().any(|plan| !plan.tests.is_empty() || plan.estimate.is_some()),
            types,
            rows,
        }
    }
}

fn bars(site: &Site<'_>, subjects: &[Subject<'_>]) -> Vec<Bar> {
    let count =
        |verdict| site.report.plans.iter().filter(|plan| plan.mega_backdoor.verdict == verdict).count();
    let without = subjects.iter().filter(|subject| subject.place.is_none()).count();
    let mut bars = vec![
        Bar { word: "available", count: count(Verdict::Available), colour: Colour::Good },
        Bar { word: "blocked", count: count(Verdict::Blocked), colour: Colour::Bad },
        Bar { word: "unknown", count: count(Verdict::Unknown), colour: Colour::Open },
    ];
    let unread = without + site.report.unreadable.len();
    if unread > 0 {
        bars.push(Bar { word: "not read", count: unread, colour: Colour::Faint });
    }
    bars
}

/// The rules that block, those that block most plans first.
fn blockers(site: &Site<'_>) -> Vec<CountRow> {
    let mut counts: HashMap<&'static str, usize> = HashMap::new();
    for name in site.report.plans.iter().flat_map(|plan| &plan.mega_backdoor.blocked_by) {
        *counts.entry(name).or_default() += 1;
    }
    let mut rows: Vec<(&str, usize)> = counts.into_iter().collect();
    rows.sort_by_key(|(name, count)| (std::cmp::Reverse(*count), *name));
    let row = |(name, count): (&str, usize)| CountRow {
        text: rules::named(name).map_or_else(|| name.to_owned(), |rule| rule.summary.to_owned()),
        code: name.to_owned(),
        count,
    };
    rows.into_iter().map(row).collect()
}

/// So many questions are told of those that are asked most often.
const MOST_ASKED: usize = 5;

/// What decides verdicts and is not known, most often first.
fn asked(site: &Site<'_>) -> Vec<CountRow> {
    let mut counts: HashMap<&str, (&'static str, usize)> = HashMap::new();
    for question in site.report.questions.iter().filter(|question| question.decides_verdict) {
        counts.entry(question.election.as_str()).or_insert((question.question, 0)).1 += 1;
    }
    let mut rows: Vec<(&str, (&'static str, usize))> = counts.into_iter().collect();
    rows.sort_by_key(|(election, (_, count))| (std::cmp::Reverse(*count), *election));
    rows.truncate(MOST_ASKED);
    let row = |(election, (text, count)): (&str, (&'static str, usize))| CountRow {
        text: text.to_owned(),
        code: safe::line(election).into_owned(),
        count,
    };
    rows.into_iter().map(row).collect()
}

impl PlanRow {
    fn of(site: &Site<'_>, subject: &Subject<'_>, rank: usize) -> Self {
        let chapter = &subject.chapter;
        let matter = subject.matter(site);
        let verdict = subject.plan().map(VerdictView::of);
        let (room, room_sort) = subject.plan().map(room).unwrap_or_default();
        let tests = matter.map(tests).unwrap_or_default();
        Self {
            name: subject.name.clone(),
            page: subject.page(),
            superseded: matter.is_some_and(|matter| matter.revision.after.is_some()),
            plan_type: verdict.as_ref().map_or("not read", |verdict| verdict.plan_type),
            year: verdict.as_ref().map(|verdict| verdict.year.clone()).unwrap_or_default(),
            class: verdict.as_ref().map_or("error", |verdict| verdict.class),
            group: verdict.as_ref().map_or("not read", |verdict| verdict.class),
            blocked_by: verdict.as_ref().map(|verdict| verdict.blocked_by.join(", ")).unwrap_or_default(),
            verdict: verdict.map_or_else(|| "not read".to_owned(), |verdict| verdict.word),
            room,
            room_sort,
            findings: chapter.weights(),
            questions: chapter.questions.len(),
            tests_sort: tests.iter().map(|(class, _)| weight(class)).max().unwrap_or(0),
            tests,
            rank,
        }
    }
}

/// The room as it is shown, and as it is sorted.
fn room(plan: &PlanReport) -> (String, String) {
    let verdict = &plan.mega_backdoor;
    match verdict.room.as_ref().filter(|_| verdict.verdict != Verdict::Blocked) {
        Some(room) => (room.remaining.to_string(), words::bare(room.remaining).replace(',', "")),
        None => (String::new(), String::new()),
    }
}

/// What tests came to, in a word each: only what failed or is unknown is worth one; that all passed is told once.
fn tests(matter: &PlanMatter<'_>) -> Vec<(&'static str, String)> {
    let mut told = Vec::new();
    for results in &matter.tests {
        let limits = [("limits", results.limits.status), ("coverage", results.coverage.status)];
        let of_parts = results.parts().flat_map(|(_, adp, acp)| [("ADP", adp.status), ("ACP", acp.status)]);
        for (name, status) in of_parts.chain(limits) {
            if !status.is_settled() {
                let (class, word) = word(status);
                told.push((class, format!("{name} {word}")));
            }
        }
        if statuses(results).all(Status::is_settled) {
            told.push(("available", "all pass".to_owned()));
        }
    }
    if matter.tests.is_empty() {
        told.extend(matter.estimate.as_ref().map(estimated));
    }
    told.dedup();
    told
}

/// What the `workforce` lets expect of the ACP test, or of the ADP test where that alone fails.
fn estimated(estimate: &Estimate) -> (&'static str, String) {
    let Ok(exposure) = &estimate.exposure else { return ("unknown", "estimate unknown".to_owned()) };
    let (adp, acp) = (&exposure.cell.adp, &exposure.cell.acp);
    let (name, judged) =
        if adp.status == Status::Fail && acp.status != Status::Fail { ("ADP", adp) } else { ("ACP", acp) };
    let (class, word) = word(judged.status);
    let margin = judged.margin().filter(|_| judged.status != Status::Unknown);
    let margin = margin.map_or_else(String::new, |margin| format!(" {}", signed(margin)));
    (class, format!("estimate: {name} {word}{margin}"))
}

fn weight(class: &str) -> u8 {
    match class {
        "blocked" => 3,
        "unknown" => 2,
        _ => 1,
    }
}

impl Overview {
    fn count(&self, severity: Severity) -> usize {
        let index = match severity {
            Severity::Error => 0,
            Severity::Warning => 1,
            Severity::Advice => 2,
        };
        self.rows.iter().filter(|row| row.findings[index] > 0).count()
    }

    /// How many plans have something that is an error.
    fn with_errors(&self) -> String {
        words::count(self.count(Severity::Error), "plan has errors", "plans have errors")
    }
}
