//! One side of a comparison: its texts, and its plans as they are judged and as they are amended.

use super::Spec;
use super::changes::{Statement, Statements, statements};
use crate::plan::{self, Plan};
use crate::report::{CheckOptions, PlanReport, Question, Report, Reported, judge_file};
use crate::source::{FileId, SourceFile};
use crate::syntax::decode::{Notation, decode};
use crate::syntax::language::{NOT_A_PLAN, SYNTAX_ERROR};
use crate::syntax::phrase::year::PlanYear;
use crate::syntax::{dsl, yaml};

/// Everything about the specs of one side.
#[derive(Debug, Default)]
pub struct Side {
    pub files: Vec<SourceFile>,
    pub plans: Vec<PlanSide>,
    /// Names of specs that cannot be read whole, with their paths.
    broken: Vec<(String, String)>,
}

/// Both sides, and what is wrong with what cannot be read.
#[derive(Debug)]
pub struct Sides {
    pub old: Side,
    pub new: Side,
    pub unread: Report,
}

/// One plan on one side.
#[derive(Debug)]
pub struct PlanSide {
    pub key: String,
    pub report: PlanReport,
    /// Those too that a comment holds back.
    pub findings: Vec<Reported>,
    pub questions: Vec<Question>,
    pub elections: Statements,
    /// The plan once everything that it states is in force: an amendment may begin after the plan year.
    pub plan: Plan,
}

impl Side {
    /// Reads and judges both sides. No two texts have the same number.
    pub fn both(old: &[Spec], new: &[Spec], options: &CheckOptions) -> Sides {
        let mut unread = Report::default();
        let mut side = |specs: &[Spec], first: usize| {
            let mut side = Side::default();
            for (index, spec) in (first..).zip(specs) {
                side.read(spec, FileId(u32::try_from(index).unwrap_or(u32::MAX)), options, &mut unread);
            }
            side
        };
        let (old, new) = (side(old, 0), side(new, old.len()));
        Sides { old, new, unread }
    }

    fn read(&mut self, spec: &Spec, id: FileId, options: &CheckOptions, unread: &mut Report) {
        let (file, refused) = decode(id, &spec.input.path, &spec.input.bytes);
        let read = if refused.is_some() { Vec::new() } else { typed(&file) };
        let mut report = judge_file(file, refused, options);
        let is_broken = |reported: &Reported| [NOT_A_PLAN, SYNTAX_ERROR].contains(&reported.finding.rule);
        if report.findings.iter().any(is_broken) || read.len() != report.plans.len() {
            self.broken.push((spec.key.clone(), spec.input.path.clone()));
            report.findings.retain(is_broken);
            unread.findings.extend(report.findings);
            unread.files.extend(report.files);
            return;
        }
        for (plan, (elections, typed)) in report.plans.into_iter().zip(read) {
            let own = |name: Option<&str>| name == Some(&plan.name);
            let mut findings: Vec<Reported> =
                report.findings.extract_if(.., |found| own(found.plan.as_deref())).collect();
            findings.extend(report.suppressed.extract_if(.., |found| own(found.plan.as_deref())));
            self.plans.push(PlanSide {
                key: spec.key.clone(),
                // Of plans of one name in one file, which is a finding, the first takes all.
                findings,
                questions: report.questions.extract_if(.., |asked| own(Some(&asked.plan))).collect(),
                elections,
                plan: typed,
                report: plan,
            });
        }
        self.files.extend(report.files);
    }
}

impl Sides {
    /// Takes away the plans whose other side cannot be read: they would seem to be added or removed. Returns a line for
    /// each text that is not compared.
    pub fn leave_out_what_cannot_be_read(&mut self) -> Vec<String> {
        let broken: Vec<(String, String)> =
            self.old.broken.drain(..).chain(self.new.broken.drain(..)).collect();
        for side in [&mut self.old, &mut self.new] {
            side.plans.retain(|plan| !broken.iter().any(|(key, _)| *key == plan.key));
        }
        let line = |(_, path): (String, String)| {
            format!("{path}: not compared, as it cannot be read as a plan spec")
        };
        broken.into_iter().map(line).collect()
    }
}

impl PlanSide {
    /// What a check says about the plan.
    pub fn judged(self) -> (PlanReport, Vec<Reported>, Vec<Question>) {
        (self.report, self.findings, self.questions)
    }

    /// What the spec says about an election.
    pub fn statement(&self, path: &str) -> Option<&Statement> {
        self.elections.get(path)
    }
}

/// The parts of a side that may not be there.
pub fn parts(
    judged: Option<(PlanReport, Vec<Reported>, Vec<Question>)>,
) -> (Option<PlanReport>, Vec<Reported>, Vec<Question>) {
    match judged {
        Some((report, findings, questions)) => (Some(report), findings, questions),
        None => (None, Vec::new(), Vec::new()),
    }
}

/// The plans of a text, in its order: the elections as they are written, and the plan with all of them in force.
pub fn typed(file: &SourceFile) -> Vec<(Statements, Plan)> {
    let (documents, _) = match Notation::of(file.path()) {
        Notation::Yaml => yaml::read(file),
        Notation::Dsl => dsl::read(file),
    };
    let last = PlanYear::calendar(2200).unwrap_or(PlanYear::EARLIEST);
    let read = |document| Some((statements(file, document), plan::read(document, Some(last), last).0?));
    documents.iter().filter_map(read).collect()
}
