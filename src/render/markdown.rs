//! The format `markdown`: a comment on a pull request, with a table of verdicts and the findings plan by plan.

pub(super) mod escape;

use super::chapters::{Chapter, chapters};
use super::{place, words};
use crate::finding::{ElectionPath, Label, Severity};
use crate::report::{PlanReport, Report, Reported, Verdict};
use crate::rules::Group;
use crate::source::SourceFile;

use escape::{code, law, prose, text};

/// GitHub takes comments of 65,536 characters.
const MOST_COMMENT: usize = 60_000;

/// The comment.
pub fn markdown(report: &Report) -> String {
    within(report, MOST_COMMENT)
}

/// A comment of so many bytes at most. If it would be longer, questions and advice go first, then warnings, then what
/// comes last; what went is said.
pub fn within(report: &Report, most: usize) -> String {
    let whole = [(Severity::Advice, Questions::Told), (Severity::Advice, Questions::Counted)];
    let short = [(Severity::Warning, Questions::Counted), (Severity::Error, Questions::Counted)];
    for (least, questions) in whole.into_iter().chain(short) {
        let page = Page { report, least, questions, most: usize::MAX }.write();
        if page.len() <= most {
            return page;
        }
    }
    Page { report, least: Severity::Error, questions: Questions::Counted, most }.write()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Questions {
    Told,
    Counted,
}

/// What is told, and in how many bytes.
struct Page<'r> {
    report: &'r Report,
    /// The least severity of findings that are told.
    least: Severity,
    questions: Questions,
    most: usize,
}

/// Bytes kept for what is said at the end.
const TAIL: usize = 400;

impl Page<'_> {
    fn write(&self) -> String {
        let chapters = chapters(self.report);
        let mut out = format!("## planlint: {}\n", words::summary(self.report));
        let unreadable =
            self.report.unreadable.iter().map(|line| format!("\n- **not read:** {}", text(line)));
        push_all(&mut out, unreadable.map(|line| (line, 1)), self.most / 4, "inputs that could not be read");
        if !out.ends_with('\n') {
            out.push('\n');
        }
        let plans: Vec<&Chapter<'_>> = chapters.iter().filter(|chapter| chapter.plan.is_some()).collect();
        if !plans.is_empty() {
            out.push_str(HEAD);
            let rows = plans.iter().filter_map(|chapter| Some(row(self.report, chapter, chapter.plan?)));
            push_all(&mut out, rows.map(|row| (row, 1)), self.most / 2, "plans");
        }
        let told = chapters.iter().filter(|chapter| self.is_told(chapter));
        let blocks = told.flat_map(|chapter| self.chapter(chapter));
        push_all(&mut out, blocks, self.most.saturating_sub(TAIL), "findings");
        let summary = self.report.summary();
        let hidden = match self.least {
            Severity::Advice => None,
            Severity::Warning => words::by_weight([0, 0, summary.advice]),
            Severity::Error => words::by_weight([0, summary.warnings, summary.advice]),
        };
        if let Some(hidden) = hidden {
            out.push_str(&format!("\nLeft out for length: {hidden}.\n"));
        }
        out
    }

    fn is_told(&self, chapter: &Chapter<'_>) -> bool {
        let has_questions = !chapter.questions.is_empty() && self.questions == Questions::Told;
        self.findings(chapter).next().is_some() || has_questions || self.report.plans.len() == 1
    }

    fn findings<'c>(&self, chapter: &'c Chapter<'_>) -> impl Iterator<Item = &'c Reported> {
        let least = self.least;
        chapter.findings.iter().copied().filter(move |reported| reported.severity >= least)
    }

    /// What is told of one plan, in blocks, each with the number of findings in it.
    fn chapter(&self, chapter: &Chapter<'_>) -> Vec<(String, usize)> {
        let head = match chapter.plan {
            Some(plan) => format!("\n### Plan {}\n\n{}\n", text(&plan.name), verdict(plan)),
            None => format!("\n### In {}\n", code(chapter.file(self.report).map_or("", SourceFile::path))),
        };
        let mut blocks = vec![(head, 0)];
        let findings = self.findings(chapter);
        blocks.extend(findings.map(|reported| (format!("\n{}", finding(self.report, reported)), 1)));
        if self.questions == Questions::Told && !chapter.questions.is_empty() {
            blocks.push((questions(chapter), 0));
        }
        blocks
    }
}

/// Adds blocks up to so many bytes, and says how much was in those that did not fit.
fn push_all(out: &mut String, blocks: impl Iterator<Item = (String, usize)>, most: usize, what: &str) {
    let mut is_full = false;
    let mut left_out = 0;
    for (block, holds) in blocks {
        is_full |= out.len() + block.len() > most;
        if is_full {
            left_out += holds;
        } else {
            out.push_str(&block);
        }
    }
    if left_out > 0 {
        out.push_str(&format!("\nLeft out for length: {left_out} more {what}.\n"));
    }
}

const HEAD: &str = "\n| plan | file | type | year | mega backdoor | errors | warnings | advice | questions |\n\
                    |---|---|---|---|---|--:|--:|--:|--:|\n";

fn row(report: &Report, chapter: &Chapter<'_>, plan: &PlanReport) -> String {
    let path = chapter.file(report).map_or("", SourceFile::path);
    let [errors, warnings, advice] = chapter.weights();
    format!(
        "| {} | {} | {} | {} | **{}** | {errors} | {warnings} | {advice} | {} |\n",
        text(&plan.name),
        code(path),
        words::plan_type(plan),
        words::year(plan),
        words::verdict(&plan.mega_backdoor),
        chapter.questions.len(),
    )
}

/// The verdict in a sentence or two.
fn verdict(plan: &PlanReport) -> String {
    let verdict = &plan.mega_backdoor;
    let word = words::verdict(verdict);
    let grounds = match verdict.verdict {
        Verdict::Available => {
            let room = verdict.room.as_ref().map_or_else(
                || format!("Room: {}.", words::no_room(plan)),
                |room| format!("Room: {}, for {}.", room.remaining, words::model_employee(room)),
            );
            let routes: Vec<String> = words::routes(verdict).iter().map(|route| text(route)).collect();
            format!("Routes: {}. {room}", routes.join("; "))
        }
        Verdict::Blocked => format!("Blocked by: {}.", codes(verdict.blocked_by.iter().copied())),
        Verdict::Unknown => {
            format!("It depends on: {}.", codes(verdict.unknown.iter().map(ElectionPath::as_str)))
        }
    };
    let exposure =
        words::exposure(plan).map_or_else(String::new, |told| format!(" Exposure: {}.", text(&told)));
    format!("Mega backdoor: **{word}**. {grounds}{exposure}")
}

fn codes<'t>(names: impl Iterator<Item = &'t str>) -> String {
    names.map(code).collect::<Vec<_>>().join(", ")
}

/// An item of a list; its further lines are indented to belong to it. No line begins with text from a plan, which could
/// make it a heading, a list or HTML there.
pub(super) fn finding(report: &Report, reported: &Reported) -> String {
    let finding = &reported.finding;
    let at = |label: &Label| {
        place::place(report, label.span)
            .map(|place| code(&format!("{}:{}:{}", place.file.path(), place.start.line, place.start.column)))
    };
    let place = at(&finding.primary).map(|place| format!(", {place}")).unwrap_or_default();
    let (severity, rule) = (reported.severity.word(), code(finding.rule));
    let mut out = format!("- **{severity}** {rule}{place}<br>{}", prose(&finding.message));
    for label in &finding.related {
        if let Some(place) = at(label) {
            out.push_str(&format!("<br>\n  Also {place}: {}", prose(&label.message)));
        }
    }
    if let Some(help) = &finding.help {
        out.push_str(&format!("<br>\n  Help: {}", prose(help)));
    }
    let source = if reported.group == Group::Language { "See" } else { "Law" };
    out.push_str(&format!("<br>\n  {source}: {}\n", law(reported.citations)));
    out
}

fn questions(chapter: &Chapter<'_>) -> String {
    let many = words::count(chapter.questions.len(), "question", "questions");
    let mut out = format!("\n<details><summary>{many} for the plan administrator</summary>\n\n");
    for (number, question) in (1..).zip(&chapter.questions) {
        let election = code(question.election.as_str());
        let decides = if question.decides_verdict { " (decides the verdict)" } else { "" };
        out.push_str(&format!("{number}. {}{decides} {election}\n", prose(question.question)));
    }
    if let Some(lesser) = words::lesser(chapter) {
        out.push_str(&format!("\nAnd {lesser}: the format `json` has them.\n"));
    }
    out.push_str("\n</details>\n");
    out
}
