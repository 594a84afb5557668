//! What has a page of its own: a plan, or a file in which none could be read. The most urgent come first.

use std::cmp::Reverse;

use super::letter::Letter;
use super::slug::slugs;
use super::{PlanMatter, Site};
use crate::render::chapters::{Chapter, chapters};
use crate::render::{safe, words};
use crate::report::{PlanReport, Verdict};
use crate::source::SourceFile;
use crate::testing::results::{Status, TestResults};

/// A plan, or a file in which none could be read.
#[derive(Debug)]
pub struct Subject<'r> {
    pub chapter: Chapter<'r>,
    /// The place of the plan in the report; `None` for a file.
    pub place: Option<usize>,
    pub name: String,
    pub letter: Option<Letter>,
    slug: String,
}

/// The subjects of a site, those first that somebody has to do something about.
pub fn subjects<'r>(site: &Site<'r>) -> Vec<Subject<'r>> {
    let chapters = chapters(site.report);
    let path = |chapter: &Chapter<'r>| chapter.file(site.report).map_or("", SourceFile::path).to_owned();
    let texts: Vec<(String, String)> = chapters
        .iter()
        .enumerate()
        .map(|(at, chapter)| match chapter.plan {
            Some(plan) => {
                let at_path = format!("{}\0{}", path(chapter), nth(&chapters, at));
                (format!("{} {}", plan.name, plan.year.begins_in()), at_path)
            }
            None => (format!("not-read {}", path(chapter)), path(chapter)),
        })
        .collect();
    let mut places = 0..;
    let mut subjects: Vec<Subject<'r>> = chapters
        .into_iter()
        .zip(slugs(&texts))
        .map(|(chapter, slug)| Subject {
            place: chapter.plan.and_then(|_| places.next()),
            name: chapter.plan.map_or_else(|| safe::line(&path(&chapter)).into_owned(), words::name),
            letter: Letter::of(&chapter),
            slug,
            chapter,
        })
        .collect();
    subjects.sort_by_cached_key(|subject| {
        (urgency(subject, site), subject.name.to_lowercase(), subject.slug.clone())
    });
    subjects
}

/// Which of the plans of its file a chapter is about.
fn nth(chapters: &[Chapter<'_>], at: usize) -> usize {
    let file = |chapter: &Chapter<'_>| chapter.plan.map(|plan| plan.file);
    chapters[..at].iter().rev().take_while(|chapter| file(chapter) == file(&chapters[at])).count()
}

/// What cannot be judged, then failed tests, then verdicts, and by findings within each.
fn urgency(subject: &Subject<'_>, site: &Site<'_>) -> (u8, Reverse<usize>, Reverse<usize>) {
    let [errors, warnings, _] = subject.chapter.weights();
    let tests = subject.matter(site).map_or(&[][..], |matter| &matter.tests);
    let rank = match subject.chapter.plan.map(|plan| plan.mega_backdoor.verdict) {
        None => 0,
        Some(_) if tests.iter().any(has_failed) => 1,
        Some(Verdict::Blocked) => 2,
        Some(Verdict::Unknown) => 3,
        Some(Verdict::Available) if errors > 0 => 4,
        Some(Verdict::Available) => 5,
    };
    (rank, Reverse(errors), Reverse(warnings))
}

/// Did a test of a plan fail?
pub fn has_failed(results: &TestResults) -> bool {
    statuses(results).any(|status| status == Status::Fail)
}

/// How every test of a plan came out.
pub fn statuses(results: &TestResults) -> impl Iterator<Item = Status> {
    let beside = [results.limits.status, results.coverage.status];
    results.all_tests().map(|test| test.status).chain(beside)
}

impl<'r> Subject<'r> {
    pub fn plan(&self) -> Option<&'r PlanReport> {
        self.chapter.plan
    }

    pub fn matter<'s>(&self, site: &'s Site<'_>) -> Option<&'s PlanMatter<'s>> {
        site.plans.get(self.place?)
    }

    /// The path of its page below the site.
    pub fn page(&self) -> String {
        format!("plans/{}.html", self.slug)
    }

    /// The name of its page within the folder of pages.
    pub fn page_name(&self) -> String {
        format!("{}.html", self.slug)
    }

    pub fn letter_file(&self) -> String {
        format!("letters/{}.txt", self.slug)
    }
}
