//! The versioned JSON of `check`, whole or a line a record. Its members are a public contract: add, never rename.

mod exposure;
mod line;
mod plans;
pub mod schema;

use serde::Serialize;

use exposure::ExposureRecord;
use line::Record;
pub use plans::plans;

use crate::finding::{ElectionPath, Label, Severity};
use crate::render::safe;
use crate::report::{
    MegaBackdoor, PlanReport, Question, Report, Reported, Summary, Suppressed, SuppressedBy, Tally, Verdict,
};
use crate::room::model_employee::Room;
use crate::source::{Position, SourceFile, Span};

/// What a consumer can rely on; changed only with the meaning of a member.
pub const SCHEMA: &str = "planlint/check/1";

/// Which records a JSON report has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Passing {
    Left,
    Included,
}

/// One pretty-printed object.
pub fn json(report: &Report, passing: Passing) -> String {
    let document = Document {
        schema: SCHEMA,
        plans: report.plans.iter().map(|plan| plan_record(report, plan)).collect(),
        findings: report.all_findings().into_iter().map(|found| finding_record(report, found)).collect(),
        questions: report.questions.iter().map(|question| question_record(report, question)).collect(),
        passed: match passing {
            Passing::Left => None,
            Passing::Included => Some(passed_records(report)),
        },
        unreadable: &report.unreadable,
        summary: report.summary(),
    };
    // A report grows to megabytes: begun large enough, it is not moved about while it grows.
    let mut bytes = Vec::with_capacity(BYTES_A_PLAN * (report.plans.len() + 1));
    serde_json::to_writer_pretty(&mut bytes, &document).expect("internal error: a report is not JSON");
    bytes.push(b'\n');
    safe::json(String::from_utf8(bytes).expect("internal error: JSON is not UTF-8"))
}

/// About what a plan with its findings and questions comes to.
const BYTES_A_PLAN: usize = 12 << 10;

/// One object a line, each with its `kind`: plans, findings, questions, then the summary.
pub fn jsonl(report: &Report, passing: Passing) -> String {
    let mut lines = String::new();
    let mut line = |kind: &str, record: &dyn Record| {
        lines.push_str(&record.line(kind));
        lines.push('\n');
    };
    for plan in &report.plans {
        line("plan", &plan_record(report, plan));
    }
    for reported in report.all_findings() {
        line("finding", &finding_record(report, reported));
    }
    for question in &report.questions {
        line("question", &question_record(report, question));
    }
    if passing == Passing::Included {
        for passed in passed_records(report) {
            line("passed", &passed);
        }
    }
    for message in &report.unreadable {
        line("unreadable", &UnreadableRecord { message });
    }
    line("summary", &report.summary());
    safe::json(lines)
}

#[derive(Serialize)]
struct Document<'r> {
    schema: &'static str,
    plans: Vec<PlanRecord<'r>>,
    findings: Vec<FindingRecord<'r>>,
    questions: Vec<QuestionRecord<'r>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    passed: Option<Vec<PassedRecord<'r>>>,
    /// Inputs that could not be read.
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    unreadable: &'r [String],
    summary: Summary,
}

#[derive(Serialize)]
pub(super) struct PlanRecord<'r> {
    path: &'r str,
    plan: &'r str,
    #[serde(rename = "type")]
    plan_type: Option<&'static str>,
    year: i16,
    plan_year: PlanYearRecord,
    year_is_stated: bool,
    mega_backdoor: MegaBackdoorRecord<'r>,
    exposure: Option<ExposureRecord>,
    results: Tally,
}

#[derive(Serialize)]
struct PlanYearRecord {
    first_day: String,
    last_day: String,
}

#[derive(Serialize)]
struct MegaBackdoorRecord<'r> {
    verdict: Verdict,
    available_from: Option<String>,
    routes: &'r [&'static str],
    withdrawal_condition: Option<&'r str>,
    in_plan_condition: Option<&'r str>,
    blocked_by: &'r [&'static str],
    unknown: &'r [ElectionPath],
    max_room: Option<String>,
    room: Option<&'r Room>,
}

#[derive(Serialize)]
pub(super) struct FindingRecord<'r> {
    rule: &'static str,
    group: &'static str,
    severity: Severity,
    path: &'r str,
    plan: Option<&'r str>,
    message: &'r str,
    label: &'r str,
    help: Option<&'r str>,
    citations: &'static [&'static str],
    election: Option<&'r ElectionPath>,
    range: Option<Range>,
    related: Vec<RelatedRecord<'r>>,
    suppressed: Option<SuppressedRecord<'r>>,
    fingerprint: &'r str,
}

#[derive(Serialize)]
struct SuppressedRecord<'r> {
    kind: &'static str,
    reason: Option<&'r str>,
    until: Option<String>,
    by: Option<&'r str>,
    range: Option<Range>,
}

#[derive(Serialize)]
struct RelatedRecord<'r> {
    path: &'r str,
    range: Option<Range>,
    message: &'r str,
}

#[derive(Serialize)]
struct Range {
    start: Place,
    end: Place,
}

#[derive(Serialize)]
struct Place {
    line: u32,
    column: u32,
    offset: u32,
}

#[derive(Serialize)]
pub(super) struct QuestionRecord<'r> {
    path: &'r str,
    plan: &'r str,
    election: &'r ElectionPath,
    question: &'static str,
    asked_by: &'r [&'static str],
    decides_verdict: bool,
    weight: Severity,
}

#[derive(Serialize)]
struct PassedRecord<'r> {
    path: &'r str,
    plan: &'r str,
    rule: &'static str,
}

#[derive(Serialize)]
struct UnreadableRecord<'r> {
    message: &'r str,
}

pub(super) fn plan_record<'r>(report: &'r Report, plan: &'r PlanReport) -> PlanRecord<'r> {
    PlanRecord {
        path: report.file(plan.file).map_or("", SourceFile::path),
        plan: &plan.name,
        plan_type: plan.plan_type.map(|plan_type| plan_type.word()),
        year: plan.year.begins_in(),
        plan_year: PlanYearRecord {
            first_day: plan.year.first_day().to_string(),
            last_day: plan.year.last_day().to_string(),
        },
        year_is_stated: plan.year_is_stated,
        mega_backdoor: mega_backdoor(&plan.mega_backdoor),
        exposure: plan.exposure.as_ref().map(ExposureRecord::of),
        results: plan.tally,
    }
}

fn mega_backdoor(verdict: &MegaBackdoor) -> MegaBackdoorRecord<'_> {
    MegaBackdoorRecord {
        verdict: verdict.verdict,
        available_from: verdict.available_from.map(|date| date.to_string()),
        routes: &verdict.routes,
        withdrawal_condition: verdict.gate.as_deref(),
        in_plan_condition: verdict.in_plan_gate.as_deref(),
        blocked_by: &verdict.blocked_by,
        unknown: &verdict.unknown,
        max_room: verdict.room.as_ref().map(|room| room.remaining.to_plain_string()),
        room: verdict.room.as_ref(),
    }
}

pub(super) fn finding_record<'r>(report: &'r Report, reported: &'r Reported) -> FindingRecord<'r> {
    let finding = &reported.finding;
    let related = |label: &'r Label| RelatedRecord {
        path: report.file(label.span.file).map_or("", SourceFile::path),
        range: range(report, label.span),
        message: &label.message,
    };
    FindingRecord {
        rule: finding.rule,
        group: reported.group.name(),
        severity: reported.severity,
        path: report.file(reported.file).map_or("", SourceFile::path),
        plan: reported.plan.as_deref(),
        message: &finding.message,
        label: &finding.primary.message,
        help: finding.help.as_deref(),
        citations: reported.citations,
        election: finding.election.as_ref(),
        range: range(report, finding.primary.span),
        related: finding.related.iter().map(related).collect(),
        suppressed: reported.suppressed.as_ref().map(|suppressed| suppressed_record(report, suppressed)),
        fingerprint: &reported.fingerprint,
    }
}

fn suppressed_record<'r>(report: &'r Report, suppressed: &'r Suppressed) -> SuppressedRecord<'r> {
    let (kind, span) = match suppressed.by {
        SuppressedBy::Comment(span) => ("in-source", Some(span)),
        SuppressedBy::Baseline => ("baseline", None),
    };
    SuppressedRecord {
        kind,
        reason: suppressed.reason.as_deref(),
        until: suppressed.until.map(|date| date.to_string()),
        by: suppressed.who.as_deref(),
        range: span.and_then(|span| range(report, span)),
    }
}

pub(super) fn question_record<'r>(report: &'r Report, question: &'r Question) -> QuestionRecord<'r> {
    QuestionRecord {
        path: report.file(question.file).map_or("", SourceFile::path),
        plan: &question.plan,
        election: &question.election,
        question: question.question,
        asked_by: &question.asked_by,
        decides_verdict: question.decides_verdict,
        weight: question.weight,
    }
}

fn passed_records(report: &Report) -> Vec<PassedRecord<'_>> {
    let path = |file| report.file(file).map_or("", SourceFile::path);
    let record = |passed: &'_ crate::report::Passed| (path(passed.file), passed.rule);
    let whole = report.passed.iter().map(|passed| (record(passed), &*passed.plan));
    whole.map(|((path, rule), plan)| PassedRecord { path, plan, rule }).collect()
}

fn range(report: &Report, span: Span) -> Option<Range> {
    let file = report.file(span.file)?;
    let place = |Position { line, column, offset }: Position| Place { line, column, offset };
    Some(Range { start: place(file.position(span.start)), end: place(file.position(span.end)) })
}
