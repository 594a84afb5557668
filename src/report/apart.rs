//! A report on many plans taken apart: a report on each of them, and on each file in which none can be read.

use std::collections::BTreeMap;

use super::{Passed, PlanReport, Question, Report, Reported};
use crate::source::{FileId, SourceFile};

/// All that a report has, by file.
struct ByFile<'r> {
    plans: BTreeMap<FileId, Vec<&'r PlanReport>>,
    findings: BTreeMap<FileId, Vec<&'r Reported>>,
    suppressed: BTreeMap<FileId, Vec<&'r Reported>>,
    questions: BTreeMap<FileId, Vec<&'r Question>>,
    passed: BTreeMap<FileId, Vec<&'r Passed>>,
}

impl Report {
    /// A report a plan, in the order of the files; the only plan of a file has all that is found in it. What could not be
    /// read at all stays with the whole.
    pub fn apart(&self) -> Vec<Report> {
        let by_file = ByFile::of(self);
        let of_file = |file: &SourceFile| {
            let plans = by_file.plans.get(&file.id()).cloned().unwrap_or_default();
            let is_bare = plans.is_empty() && by_file.findings.contains_key(&file.id());
            let bare = is_bare.then_some(None);
            let plans: Vec<Option<&PlanReport>> = plans.into_iter().map(Some).chain(bare).collect();
            plans.into_iter().map(|plan| by_file.part(self, file.id(), plan)).collect::<Vec<Report>>()
        };
        self.files.iter().flat_map(of_file).collect()
    }

    /// Copies of the file and of all that findings about it point to, in their order.
    fn cited(&self, part: &Report, own: FileId) -> Vec<SourceFile> {
        let labels = part.findings.iter().chain(&part.suppressed).flat_map(|found| &found.finding.related);
        let elsewhere: Vec<FileId> = labels.map(|label| label.span.file).collect();
        let cited = self.files.iter().filter(|file| file.id() == own || elsewhere.contains(&file.id()));
        cited.map(|file| SourceFile::new(file.id(), file.path(), file.text())).collect()
    }
}

impl<'r> ByFile<'r> {
    fn of(report: &'r Report) -> Self {
        Self {
            plans: grouped(&report.plans, |plan| plan.file),
            findings: grouped(&report.findings, |found| found.file),
            suppressed: grouped(&report.suppressed, |found| found.file),
            questions: grouped(&report.questions, |question| question.file),
            passed: grouped(&report.passed, |passed| passed.file),
        }
    }

    /// The report on one plan of a file, or on the file.
    fn part(&self, whole: &Report, file: FileId, plan: Option<&PlanReport>) -> Report {
        let is_its = |name: &str| plan.is_some_and(|plan| plan.name == name);
        // What is found in a file without a plan concerns all of its plans.
        let concerns = |found: &Reported| plan.is_none() || found.plan.as_deref().is_none_or(is_its);
        let mut part = Report {
            plans: plan.cloned().into_iter().collect(),
            findings: chosen(&self.findings, file, concerns),
            suppressed: chosen(&self.suppressed, file, concerns),
            questions: chosen(&self.questions, file, |question| is_its(&question.plan)),
            passed: chosen(&self.passed, file, |passed| is_its(&passed.plan)),
            ..Report::default()
        };
        part.files = whole.cited(&part, file);
        part
    }
}

fn grouped<T>(all: &[T], file: impl Fn(&T) -> FileId) -> BTreeMap<FileId, Vec<&T>> {
    let mut groups: BTreeMap<FileId, Vec<&T>> = BTreeMap::new();
    for one in all {
        groups.entry(file(one)).or_default().push(one);
    }
    groups
}

fn chosen<T: Clone>(all: &BTreeMap<FileId, Vec<&T>>, file: FileId, is: impl Fn(&T) -> bool) -> Vec<T> {
    all.get(&file).into_iter().flatten().copied().filter(|one| is(one)).cloned().collect()
}
