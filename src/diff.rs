//! What an amendment changes: two sets of plan specs in, differences and what they lead to out. Nothing is read or printed.
//!
//! Plans are told apart by name and place, elections by their paths, findings by rule and election: neither notation nor
//! layout nor comments make a difference.

pub mod changes;
pub mod concern;
mod cut_backs;
pub mod findings;
mod mid_year;
mod pairs;
pub mod revisions;
mod rights;
mod side;

use crate::diff::changes::Change;
use crate::diff::concern::Concern;
use crate::diff::findings::{FindingChanges, QuestionChanges};
use crate::finding::Severity;
use crate::report::{CheckOptions, PlanReport, Report};
use crate::source::Input;
use side::{PlanSide, Side};

/// A plan spec and the name by which its twin on the other side is found: its path below the folder that was given.
#[derive(Debug, Clone)]
pub struct Spec {
    /// Empty for a file that was given by itself.
    pub key: String,
    pub input: Input,
}

/// All that differs between two sets of plan specs.
#[derive(Debug, Default)]
pub struct Diff {
    /// The texts of both sides, for places and excerpts: no plans, no findings.
    pub texts: Report,
    /// Plans in which something differs, in the order of the new side; removed ones behind them.
    pub plans: Vec<PlanDiff>,
    /// How many plans are the same on both sides.
    pub same: usize,
    /// What is wrong with texts that cannot be read as plan specs. Their plans are compared with nothing.
    pub unread: Report,
    /// Inputs that were not compared, each with its reason.
    pub unreadable: Vec<String>,
}

/// What differs in one plan.
#[derive(Debug)]
pub struct PlanDiff {
    /// The plan's new name; of a removed plan its old one.
    pub name: String,
    /// `None` for a plan that is added.
    pub old: Option<PlanReport>,
    /// `None` for a plan that is removed.
    pub new: Option<PlanReport>,
    pub changes: Vec<Change>,
    pub findings: FindingChanges,
    pub questions: QuestionChanges,
    /// Rights that the amendment takes away, and what it may not do within the plan year.
    pub concerns: Vec<Concern>,
}

/// Compares plan specs. Those of both sides are judged by the same options; `as_of` is the day of the amendment.
pub fn diff(old: &[Spec], new: &[Spec], options: &CheckOptions) -> Diff {
    let mut sides = Side::both(old, new, options);
    let broken = sides.leave_out_what_cannot_be_read();
    let mut diff = Diff { unreadable: broken, unread: sides.unread, ..Diff::default() };
    for (old, new) in pairs::pairs(sides.old.plans, sides.new.plans) {
        match compared(old, new, options) {
            Some(plan) => diff.plans.push(plan),
            None => diff.same += 1,
        }
    }
    diff.texts.files = sides.old.files.into_iter().chain(sides.new.files).collect();
    diff
}

impl Diff {
    /// The gravest finding that is gained, or made graver, and the gravest concern.
    pub fn worst(&self) -> Option<Severity> {
        let of_plan = |plan: &PlanDiff| {
            let concerns = plan.concerns.iter().map(|concern| concern.severity).max();
            plan.findings.worst().max(concerns)
        };
        self.plans.iter().filter_map(of_plan).max()
    }
}

/// What differs between two readings of a plan; `None` if nothing does.
fn compared(old: Option<PlanSide>, new: Option<PlanSide>, options: &CheckOptions) -> Option<PlanDiff> {
    let changes = match (&old, &new) {
        (Some(old), Some(new)) => changes::changes(&old.elections, &new.elections),
        // Of a plan that is added or removed as a whole, no election is worth a line.
        (Some(_), None) | (None, Some(_)) | (None, None) => Vec::new(),
    };
    let concerns = match (&old, &new) {
        (Some(old), Some(new)) => concern::concerns(old, new, &changes, options),
        (Some(_), None) | (None, Some(_)) | (None, None) => Vec::new(),
    };
    let name = new.as_ref().or(old.as_ref()).map(|side| side.report.name.clone())?;
    let (of_old, of_new) = (old.map(PlanSide::judged), new.map(PlanSide::judged));
    let is_pair = of_old.is_some() && of_new.is_some();
    let (old, old_findings, old_questions) = side::parts(of_old);
    let (new, new_findings, new_questions) = side::parts(of_new);
    let findings = FindingChanges::between(old_findings, new_findings);
    let questions = QuestionChanges::between(old_questions, new_questions, &changes);
    let same = is_pair && changes.is_empty() && findings.is_empty() && questions.is_empty();
    (!same).then_some(PlanDiff { name, old, new, changes, findings, questions, concerns })
}
