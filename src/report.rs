//! What a run produced, as plain data: plans with their verdicts, findings in order, questions. Nothing is printed here.

mod fingerprint;
mod judge;
mod questions;
pub mod selection;
mod verdict;

pub use judge::{CheckOptions, judge_file};
pub use verdict::{MegaBackdoor, Verdict};

use serde::Serialize;

use crate::finding::{ElectionPath, Finding, Severity};
use crate::plan::PlanType;
use crate::rules::Group;
use crate::source::{FileId, SourceFile};
use crate::syntax::phrase::year::PlanYear;

/// Everything that a run found, in the order of its inputs.
#[derive(Debug, Default)]
pub struct Report {
    pub files: Vec<SourceFile>,
    pub plans: Vec<PlanReport>,
    pub findings: Vec<Reported>,
    pub questions: Vec<Question>,
    pub passed: Vec<Passed>,
    /// Inputs that were to be checked and could not be read, each with its reason: no report may look whole without them.
    pub unreadable: Vec<String>,
}

/// One plan, judged.
#[derive(Debug, Clone)]
pub struct PlanReport {
    pub file: FileId,
    pub name: String,
    pub plan_type: Option<PlanType>,
    pub year: PlanYear,
    /// Does the spec state the year, or was it given or taken from the date of the run?
    pub year_is_stated: bool,
    pub mega_backdoor: MegaBackdoor,
    pub tally: Tally,
    /// The rules that cannot be judged, for want of elections or because what they read cannot be read.
    pub waiting: Vec<&'static str>,
}

/// How many rules came out how.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    pub pass: usize,
    pub fail: usize,
    pub unknown: usize,
    pub not_applicable: usize,
    pub suppressed: usize,
}

/// A finding with what the run knows about it.
#[derive(Debug, Clone)]
pub struct Reported {
    pub finding: Finding,
    pub severity: Severity,
    pub group: Group,
    pub citations: &'static [&'static str],
    pub file: FileId,
    /// The plan's name; `None` where no plan could be read.
    pub plan: Option<String>,
    /// The same for the same plan, rule, election and value, wherever they stand.
    pub fingerprint: String,
}

/// What to ask the plan administrator.
#[derive(Debug, Clone)]
pub struct Question {
    pub file: FileId,
    pub plan: String,
    pub election: ElectionPath,
    pub question: &'static str,
    /// The rules that cannot be judged without it.
    pub asked_by: Vec<&'static str>,
    /// Does the verdict on the mega backdoor hang on it?
    pub decides_verdict: bool,
    /// The gravest finding that the answer may lead to.
    pub weight: Severity,
}

/// A rule that a plan passed.
#[derive(Debug, Clone)]
pub struct Passed {
    pub file: FileId,
    pub plan: String,
    pub rule: &'static str,
}

/// Findings by weight.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Summary {
    pub plans: usize,
    pub errors: usize,
    pub warnings: usize,
    pub advice: usize,
    pub suppressed: usize,
}

impl Report {
    /// Puts the reports of several files together, in their order.
    pub fn gather(parts: impl IntoIterator<Item = Report>) -> Report {
        let mut whole = Report::default();
        for part in parts {
            whole.files.extend(part.files);
            whole.plans.extend(part.plans);
            whole.findings.extend(part.findings);
            whole.questions.extend(part.questions);
            whole.passed.extend(part.passed);
            whole.unreadable.extend(part.unreadable);
        }
        whole
    }

    /// The text that a span lies in.
    pub fn file(&self, id: FileId) -> Option<&SourceFile> {
        self.files.binary_search_by_key(&id, SourceFile::id).ok().and_then(|index| self.files.get(index))
    }

    pub fn summary(&self) -> Summary {
        let count = |severity| self.findings.iter().filter(|reported| reported.severity == severity).count();
        Summary {
            plans: self.plans.len(),
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            advice: count(Severity::Advice),
            suppressed: 0,
        }
    }

    /// The gravest finding.
    pub fn worst(&self) -> Option<Severity> {
        self.findings.iter().map(|reported| reported.severity).max()
    }
}
