//! What a run produced, as plain data: plans with their verdicts, findings in order, questions. Nothing is printed here.

pub mod adjust;
mod apart;
pub mod baseline;
mod fingerprint;
pub mod house;
mod judge;
mod questions;
pub mod selection;
mod suppression;
mod verdict;

pub use judge::{CheckOptions, judge_and_keep, judge_file};
pub use verdict::{MegaBackdoor, Verdict, mega_backdoor};

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use jiff::civil::Date;
use serde::Serialize;

use crate::estimate::Outlook;
use crate::finding::{ElectionPath, Finding, Severity};
use crate::plan::PlanType;
use crate::rules::{self, Group};
use crate::source::{FileId, SourceFile, Span};
use crate::syntax::phrase::year::PlanYear;

/// Everything that a run found, in the order of its inputs.
#[derive(Debug, Default)]
pub struct Report {
    pub files: Vec<SourceFile>,
    pub plans: Vec<PlanReport>,
    /// What is to be acted on.
    pub findings: Vec<Reported>,
    /// Findings that a comment or a baseline holds back: counted, and otherwise left out of all but machine output.
    pub suppressed: Vec<Reported>,
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
    /// What an estimate says of both tests, where the spec describes its people.
    pub exposure: Option<Outlook>,
    pub tally: Tally,
    /// The rules that cannot be judged, for want of elections or because what they read cannot be read.
    pub waiting: Vec<&'static str>,
}

impl PlanReport {
    /// Is one thing all that blocks a mega backdoor Roth, and one that the law lets an amendment change? What blocks a
    /// 457(b) plan or a SIMPLE 401(k), for one, is the kind of plan that it is.
    pub fn is_one_amendment_away(&self) -> bool {
        let verdict = &self.mega_backdoor;
        let by_law = self.plan_type.is_some_and(|plan_type| !plan_type.may_hold_after_tax());
        verdict.verdict == Verdict::Blocked && verdict.blocked_by.len() == 1 && !by_law
    }
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
    /// Why it is held back, if it is.
    pub suppressed: Option<Box<Suppressed>>,
}

/// Why a finding is held back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suppressed {
    pub by: SuppressedBy,
    pub reason: Option<String>,
    /// The last day on which it is.
    pub until: Option<Date>,
    /// Who decided it.
    pub who: Option<String>,
}

/// What holds a finding back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SuppressedBy {
    /// A comment of the plan spec, at its place.
    Comment(Span),
    Baseline,
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

impl Question {
    /// May the answer change more than advice? Others are told where someone asks for every question.
    pub fn is_pressing(&self) -> bool {
        self.decides_verdict || self.weight > Severity::Advice
    }
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

impl Reported {
    /// What findings of a file are sorted by.
    fn place(&self) -> (Span, Reverse<Severity>, &'static str) {
        (self.finding.primary.span, Reverse(self.severity), self.finding.rule)
    }
}

impl Report {
    /// Puts the reports of several files together, in their order.
    pub fn gather(parts: impl IntoIterator<Item = Report>) -> Report {
        let mut whole = Report::default();
        for part in parts {
            whole.files.extend(part.files);
            whole.plans.extend(part.plans);
            whole.findings.extend(part.findings);
            whole.suppressed.extend(part.suppressed);
            whole.questions.extend(part.questions);
            whole.passed.extend(part.passed);
            whole.unreadable.extend(part.unreadable);
        }
        whole
    }

    /// Adds the text of the settings to the files, where a finding cites it.
    pub fn cite(&mut self, settings: Option<SourceFile>) {
        let Some(settings) = settings else { return };
        let cites =
            |found: &Reported| found.finding.related.iter().any(|label| label.span.file == settings.id());
        if self.findings.iter().chain(&self.suppressed).any(cites) {
            self.files.push(settings);
        }
    }

    /// Moves findings that are held back out of those to be acted on, and counts the rules of which none is left.
    fn set_aside(&mut self) {
        if self.findings.iter().all(|found| found.suppressed.is_none()) {
            return;
        }
        let failed = |findings: &[Reported]| -> HashSet<(FileId, Option<String>, &'static str)> {
            findings.iter().map(|found| (found.file, found.plan.clone(), found.finding.rule)).collect()
        };
        let before = failed(&self.findings);
        let (aside, left): (Vec<Reported>, Vec<Reported>) =
            std::mem::take(&mut self.findings).into_iter().partition(|found| found.suppressed.is_some());
        self.findings = left;
        self.suppressed.extend(aside);
        let after = failed(&self.findings);
        let mut plans: HashMap<(FileId, &str), &mut Tally> = HashMap::new();
        for plan in &mut self.plans {
            plans.entry((plan.file, &plan.name)).or_insert(&mut plan.tally);
        }
        for (file, plan, rule) in before.difference(&after) {
            let counted = rules::named(rule).is_some_and(|rule| rule.group != Group::Language);
            let plan = plan.as_deref().filter(|_| counted);
            if let Some(tally) = plan.and_then(|plan| plans.get_mut(&(*file, plan))) {
                tally.fail = tally.fail.saturating_sub(1);
                tally.suppressed += 1;
            }
        }
    }

    /// All findings, held back or not, in the order of files and places.
    pub fn all_findings(&self) -> Vec<&Reported> {
        let mut all: Vec<&Reported> = self.findings.iter().chain(&self.suppressed).collect();
        all.sort_by_key(|reported| (reported.file, reported.place()));
        all
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
            suppressed: self.suppressed.len(),
        }
    }

    /// The gravest finding.
    pub fn worst(&self) -> Option<Severity> {
        self.findings.iter().map(|reported| reported.severity).max()
    }
}
