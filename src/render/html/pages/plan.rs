//! The page of one plan: verdict, room, findings, questions.

use askama::Template;

use super::{Visit, written};
use crate::render::chapters::chapters;
use crate::render::html::plan::PlanView;
use crate::render::json::Passing;
use crate::render::language::Language;
use crate::render::language::site::Site;
use crate::report::{Report, Verdict};

/// The page of a report on one plan, or on a file in which none can be read.
pub fn plan(visit: &Visit, id: &str, report: &Report) -> String {
    let chapters = chapters(report);
    let views = chapters
        .iter()
        .zip(1..)
        .map(|(chapter, number)| PlanView::of(report, chapter, number, Passing::Left));
    let plans: Vec<PlanView> = views.collect();
    let own = plans.iter().find(|view| view.verdict.is_some()).or(plans.first());
    written(&Page {
        visit,
        id,
        name: own.map(|view| view.name.clone()).unwrap_or_default(),
        verdict: report.plans.first().map(|plan| plan.mega_backdoor.verdict),
        plans,
    })
}

#[derive(Template)]
#[template(path = "pages/one-plan.html")]
struct Page<'p> {
    visit: &'p Visit,
    id: &'p str,
    name: String,
    verdict: Option<Verdict>,
    plans: Vec<PlanView>,
}
