//! A report cut into chapters, a plan each, in the order of the inputs.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use super::Volume;
use crate::report::{Passed, PlanReport, Question, Report, Reported};
use crate::source::{FileId, SourceFile};

/// How many plans are told one by one; of more, a table is drawn.
pub const FEW: usize = 3;
/// So many questions are told unasked: those that decide the verdict always, then the weightiest.
const MOST: usize = 10;

/// What a report says about one plan; or, without a plan, what it says about a file in which none could be read.
#[derive(Debug, Default)]
pub struct Chapter<'r> {
    pub findings: Vec<&'r Reported>,
    pub plan: Option<&'r PlanReport>,
    /// Those that may change more than advice.
    pub questions: Vec<&'r Question>,
    /// Those that may change advice only.
    pub lesser: Vec<&'r Question>,
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
        let chapter = files.entry(question.file).or_default().chapter(Some(&question.plan));
        let asked = if question.is_pressing() { &mut chapter.questions } else { &mut chapter.lesser };
        asked.push(question);
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
        let of_question = || self.questions.first().or(self.lesser.first()).map(|question| question.file);
        report.file(of_plan.or_else(of_finding).or_else(of_question)?)
    }

    /// The questions that are told, in their order, those that decide the verdict first. Of those that weigh alike and are
    /// not all told, the ones that most rules wait for.
    pub fn told(&self, volume: Volume) -> Vec<&'r Question> {
        if volume == Volume::EveryQuestion {
            return self.questions.iter().chain(&self.lesser).copied().collect();
        }
        let deciding = self.questions.iter().filter(|question| question.decides_verdict).count();
        let mut ranked: Vec<(usize, &Question)> = self.questions.iter().copied().enumerate().collect();
        ranked.sort_by_key(|(place, question)| {
            let waiting = question.asked_by.len();
            (!question.decides_verdict, Reverse(question.weight), Reverse(waiting), *place)
        });
        ranked.truncate(MOST.max(deciding));
        ranked.sort_unstable_by_key(|(place, _)| *place);
        ranked.into_iter().map(|(_, question)| question).collect()
    }

    fn is_empty(&self) -> bool {
        let asks_nothing = self.questions.is_empty() && self.lesser.is_empty();
        self.plan.is_none() && self.findings.is_empty() && asks_nothing && self.passed.is_empty()
    }
}
