//! A report on many plans taken apart: a report on each of them, and on each file in which none can be read.

use std::collections::BTreeMap;

use super::{PlanReport, Report, Reported};
use crate::source::{FileId, SourceFile};

impl Report {
    /// A report a plan, in the order of the files; the only plan of a file has all that is found in it. What could not be
    /// read at all stays with the whole.
    pub fn apart(&self) -> Vec<Report> {
        let plans = grouped(&self.plans, |plan| plan.file);
        let findings = grouped(&self.findings, |reported| reported.file);
        let suppressed = grouped(&self.suppressed, |reported| reported.file);
        let questions = grouped(&self.questions, |question| question.file);
        let passed = grouped(&self.passed, |passed| passed.file);
        let mut parts = Vec::new();
        for file in &self.files {
            let id = file.id();
            let here = plans.get(&id).map(Vec::as_slice).unwrap_or_default();
            let found = |all: &BTreeMap<FileId, Vec<&Reported>>, plan: Option<&PlanReport>| -> Vec<Reported> {
                let of_file = all.get(&id).into_iter().flatten().copied();
                of_file.filter(|reported| concerns(reported, plan)).cloned().collect()
            };
            let part = |plan: Option<&PlanReport>| {
                let is_its = |name: &str| plan.is_some_and(|plan| plan.name == name);
                let mut part = Report {
                    plans: plan.cloned().into_iter().collect(),
                    findings: found(&findings, plan),
                    suppressed: found(&suppressed, plan),
                    questions: of(&questions, id).filter(|question| is_its(&question.plan)).cloned().collect(),
                    passed: of(&passed, id).filter(|passed| is_its(&passed.plan)).cloned().collect(),
                    ..Report::default()
                };
                part.files = self.cited(&part, id);
                part
            };
            parts.extend(here.iter().map(|plan| part(Some(plan))));
            if here.is_empty() && findings.contains_key(&id) {
                parts.push(part(None));
            }
        }
        parts
    }

    /// Copies of the file and of all that findings about it point to, in their order.
    fn cited(&self, part: &Report, own: FileId) -> Vec<SourceFile> {
        let labels = part.findings.iter().chain(&part.suppressed).flat_map(|found| &found.finding.related);
        let elsewhere: Vec<FileId> = labels.map(|label| label.span.file).collect();
        let cited = self.files.iter().filter(|file| file.id() == own || elsewhere.contains(&file.id()));
        cited.map(|file| SourceFile::new(file.id(), file.path(), file.text())).collect()
    }
}

/// What is found in a file without a plan concerns all of its plans.
fn concerns(reported: &Reported, plan: Option<&PlanReport>) -> bool {
    match (&reported.plan, plan) {
        (Some(name), Some(plan)) => *name == plan.name,
        (None, _) | (Some(_), None) => true,
    }
}

fn grouped<T>(all: &[T], file: impl Fn(&T) -> FileId) -> BTreeMap<FileId, Vec<&T>> {
    let mut groups: BTreeMap<FileId, Vec<&T>> = BTreeMap::new();
    for one in all {
        groups.entry(file(one)).or_default().push(one);
    }
    groups
}

fn of<'r, T>(all: &BTreeMap<FileId, Vec<&'r T>>, file: FileId) -> impl Iterator<Item = &'r T> {
    all.get(&file).map(Vec::as_slice).unwrap_or_default().to_vec().into_iter()
}
