//! The format `html`: one page for a browser that needs nothing else, to keep, to send and to print.
//!
//! The templates escape all that they are given; what a page of HTML may not show at all, `safe` has replaced before.

pub(super) mod answer;
pub mod compare;
pub mod estimate;
mod excerpt;
mod finding;
pub mod pages;
mod plan;
pub mod site;

use askama::Template;

use super::chapters::chapters;
use super::json::Passing;
use super::{safe, words};
use crate::report::Report;

use plan::PlanView;

/// The page.
pub fn html(report: &Report, passing: Passing) -> String {
    let chapters = chapters(report);
    let numbered = || chapters.iter().zip(1..);
    let page = Page {
        summary: words::summary(report),
        version: env!("CARGO_PKG_VERSION"),
        unreadable: report.unreadable.iter().map(|line| safe::line(line).into_owned()).collect(),
        plans: numbered().map(|(chapter, number)| PlanView::of(report, chapter, number, passing)).collect(),
    };
    let mut text = page.render().expect("internal error: a report does not fit its page");
    text.push('\n');
    text
}

#[derive(Template)]
#[template(path = "report.html")]
struct Page {
    summary: String,
    version: &'static str,
    unreadable: Vec<String>,
    plans: Vec<PlanView>,
}

impl Page {
    const STYLE: &'static str = include_str!("html/style.css");
}
