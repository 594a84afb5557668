//! The versioned JSON of `diff`. Its members are a public contract: add, never rename.

use serde::Serialize;

use super::as_finding;
use super::words;
use crate::diff::changes::{Change, ChangeKind, Statement};
use crate::diff::concern::{Certainty, Concern};
use crate::diff::{Diff, PlanDiff};
use crate::finding::{ElectionPath, Severity};
use crate::render::json::{
    FindingRecord, PlanRecord, QuestionRecord, finding_record, plan_record, question_record,
};
use crate::render::safe;
use crate::report::{Question, Report, Reported};

/// What a consumer can rely on; changed only with the meaning of a member.
const SCHEMA: &str = "planlint/diff/1";

#[derive(Serialize)]
struct Document<'d> {
    schema: &'static str,
    plans: Vec<PlanRow<'d>>,
    /// Inputs that were not compared.
    unreadable: &'d [String],
    summary: Summary,
}

#[derive(Serialize)]
struct Summary {
    changed: usize,
    added: usize,
    removed: usize,
    unchanged: usize,
}

#[derive(Serialize)]
struct PlanRow<'d> {
    plan: &'d str,
    status: &'static str,
    old: Option<PlanRecord<'d>>,
    new: Option<PlanRecord<'d>>,
    elections: Vec<ElectionRow<'d>>,
    mega_backdoor: Vec<EffectRow>,
    concerns: Vec<ConcernRow<'d>>,
    findings: Findings<'d>,
    questions: Questions<'d>,
}

#[derive(Serialize)]
struct ElectionRow<'d> {
    election: &'d ElectionPath,
    change: ChangeKind,
    /// `null` where the election is not stated.
    old: Option<&'d Statement>,
    new: Option<&'d Statement>,
}

#[derive(Serialize)]
struct EffectRow {
    what: &'static str,
    old: String,
    new: String,
}

#[derive(Serialize)]
struct ConcernRow<'d> {
    name: &'static str,
    severity: Severity,
    certain: bool,
    message: &'d str,
    help: Option<&'d str>,
    citations: &'static [&'static str],
    election: Option<&'d ElectionPath>,
    place: Option<&'d crate::diff::changes::Place>,
}

#[derive(Serialize)]
struct Findings<'d> {
    gained: Vec<FindingRecord<'d>>,
    lost: Vec<FindingRecord<'d>>,
    reweighed: Vec<Reweighed<'d>>,
    kept: usize,
}

#[derive(Serialize)]
struct Reweighed<'d> {
    before: Severity,
    finding: FindingRecord<'d>,
}

#[derive(Serialize)]
struct Questions<'d> {
    answered: Vec<QuestionRecord<'d>>,
    dropped: Vec<QuestionRecord<'d>>,
    new: Vec<QuestionRecord<'d>>,
    kept: usize,
}

/// One pretty-printed object.
pub fn json(diff: &Diff) -> String {
    let status = |wanted: &str| diff.plans.iter().filter(|plan| status(plan) == wanted).count();
    let document = Document {
        schema: SCHEMA,
        plans: diff.plans.iter().map(|plan| plan_row(&diff.texts, plan)).collect(),
        unreadable: &diff.unreadable,
        summary: Summary {
            changed: status("changed"),
            added: status("added"),
            removed: status("removed"),
            unchanged: diff.same,
        },
    };
    let mut text = serde_json::to_string_pretty(&document).expect("internal error: a comparison is not JSON");
    text.push('\n');
    safe::json(text)
}

fn status(plan: &PlanDiff) -> &'static str {
    match (&plan.old, &plan.new) {
        (None, _) => "added",
        (_, None) => "removed",
        (Some(_), Some(_)) => "changed",
    }
}

fn plan_row<'d>(texts: &'d Report, plan: &'d PlanDiff) -> PlanRow<'d> {
    let findings =
        |found: &'d [Reported]| found.iter().map(|reported| finding_record(texts, reported)).collect();
    let questions = |asked: &'d [Question]| asked.iter().map(|asked| question_record(texts, asked)).collect();
    let reweighed = |(old, new): &'d (Reported, Reported)| Reweighed {
        before: old.severity,
        finding: finding_record(texts, new),
    };
    let effect = words::effect(plan).into_iter();
    PlanRow {
        plan: &plan.name,
        status: status(plan),
        old: plan.old.as_ref().map(|report| plan_record(texts, report)),
        new: plan.new.as_ref().map(|report| plan_record(texts, report)),
        elections: plan.changes.iter().map(election_row).collect(),
        mega_backdoor: effect
            .map(|line| EffectRow { what: line.what.trim(), old: line.old, new: line.new })
            .collect(),
        concerns: plan.concerns.iter().map(concern_row).collect(),
        findings: Findings {
            gained: findings(&plan.findings.gained),
            lost: findings(&plan.findings.lost),
            reweighed: plan.findings.reweighed.iter().map(reweighed).collect(),
            kept: plan.findings.kept,
        },
        questions: Questions {
            answered: questions(&plan.questions.answered),
            dropped: questions(&plan.questions.dropped),
            new: questions(&plan.questions.new),
            kept: plan.questions.kept,
        },
    }
}

fn election_row(change: &Change) -> ElectionRow<'_> {
    ElectionRow {
        election: &change.path,
        change: change.kind,
        old: change.old.as_ref(),
        new: change.new.as_ref(),
    }
}

fn concern_row(concern: &Concern) -> ConcernRow<'_> {
    ConcernRow {
        name: concern.finding.rule,
        severity: as_finding(concern).severity,
        certain: concern.certainty == Certainty::Certain,
        message: &concern.finding.message,
        help: concern.finding.help.as_deref(),
        citations: concern.citations,
        election: concern.finding.election.as_ref(),
        place: concern.place.as_ref(),
    }
}
