//! A report cut into chapters, a plan each, in the order of the inputs.

use std::collections::{BTreeMap, HashMap};

use crate::report::{Passed, PlanReport, Question, Report, Reported};
use crate::source::{FileId, SourceFile};

/// How many plans are told one by one; of more, a table is drawn.
pub const FEW: usize = 3;

/// What a report says about one plan; or, without a plan, what it says about a file in which none could be read.
#[derive(Debug, Default)]
pub struct Chapter<'r> {
    pub findings: Vec<&'r Reported>,
    pub plan: Option<&'r PlanReport>,
    pub questions: Vec<&'r Question>,
    pub passed: Vec<&'r Passed>,
    /// How many findings a comment or a baseline holds back.
    pub held_back: usize,
}

/// The chapters of a report. Everything in it is in one of them; of plans of one name in one file, the first takes all.
pub fn chapters(report: &Report) -> Vec<Chapter<'_>> {
    let mut files: BTreeMap<FileId, File<'_>> = BTreeMap::new();
    for plan in &report.plans {
        files.entry(plan.file).or_default().add(plan);
    }
    for reported in &report.findings {
        let file = files.entry(reported.file).or_default();
        file.chapter(reported.plan.as_deref()).findings.push(reported);
    }
    for reported in &report.suppressed {
        files.entry(reported.file).or_default().chapter(reported.plan.as_deref()).held_back += 1;
    }
    for question in &report.questions {
        files.entry(question.file).or_default().chapter(Some(&question.plan)).questions.push(question);
    }
    for passed in &report.passed {
        files.entry(passed.file).or_default().chapter(Some(&passed.plan)).passed.push(passed);
    }
    files.into_values().flat_map(File::into_chapters).collect()
}

/// The chapters of one file.
#[derive(Default)]
struct File<'r> {
    without_plan: Chapter<'r>,
    plans: Vec<Chapter<'r>>,
    by_name: HashMap<&'r str, usize>,
}

impl<'r> File<'r> {
    fn add(&mut self, plan: &'r PlanReport) {
        self.by_name.entry(&plan.name).or_insert(self.plans.len());
        self.plans.push(Chapter { plan: Some(plan), ..Chapter::default() });
    }

    fn chapter(&mut self, plan: Option<&str>) -> &mut Chapter<'r> {
        let index = plan.and_then(|name| self.by_name.get(name).copied());
        match index.and_then(|index| self.plans.get_mut(index)) {
            Some(chapter) => chapter,
            None => &mut self.without_plan,
        }
    }

    fn into_chapters(self) -> impl Iterator<Item = Chapter<'r>> {
        std::iter::once(self.without_plan).chain(self.plans).filter(|chapter| !chapter.is_empty())
    }
}

impl<'r> Chapter<'r> {
    /// The file that it is about.
    pub fn file(&self, report: &'r Report) -> Option<&'r SourceFile> {
        let of_plan = self.plan.map(|plan| plan.file);
        let of_finding = || self.findings.first().map(|reported| reported.file);
        let of_question = || self.questions.first().map(|question| question.file);
        report.file(of_plan.or_else(of_finding).or_else(of_question)?)
    }

    fn is_empty(&self) -> bool {
        self.plan.is_none() && self.findings.is_empty() && self.questions.is_empty() && self.passed.is_empty()
    }
}
