//! The pages of the report as a site. Their templates escape what they are given, as that of `html` does.

mod features;
mod history;
mod overview;
mod plan;
mod reference;
mod tests;

use askama::Template;

use super::safe;
use crate::render::site::{Medium, Site, Subject};

/// What sorts and filters the table of plans. The page is whole without it.
pub const SCRIPT: &str = include_str!("site/table.js");

/// The styles of every page: one that is sent by itself looks as it should.
const STYLE: &str = concat!(include_str!("style.css"), include_str!("site/site.css"));

/// The overview of all plans.
pub fn overview(site: &Site<'_>, subjects: &[Subject<'_>]) -> String {
    written(&overview::Overview::of(site, subjects))
}

/// The page of a plan, or of a file in which none could be read.
pub fn plan(site: &Site<'_>, subjects: &[Subject<'_>], subject: &Subject<'_>, medium: Medium) -> String {
    written(&plan::PlanPage::of(site, subjects, subject, medium))
}

/// Words and rules.
pub fn glossary(site: &Site<'_>) -> String {
    written(&reference::Glossary::of(site))
}

/// How the report was made.
pub fn about(site: &Site<'_>) -> String {
    written(&reference::AboutPage::of(site))
}

fn written(page: &impl Template) -> String {
    let mut text = page.render().expect("internal error: a report does not fit its page");
    text.push('\n');
    text
}

/// What the top of every page needs.
struct Frame {
    title: String,
    /// What leads from the page to the folder of the site.
    up: &'static str,
    script: bool,
    on_screen: bool,
}

impl Frame {
    const STYLE: &'static str = STYLE;

    fn top(title: &str) -> Self {
        Self { title: safe::line(title).into_owned(), up: "", script: false, on_screen: true }
    }

    /// No page but the overview runs anything at all.
    fn policy(&self) -> &'static str {
        if self.script {
            "default-src 'none'; style-src 'unsafe-inline'; script-src 'self' file:"
        } else {
            "default-src 'none'; style-src 'unsafe-inline'"
        }
    }
}

/// A citation with where it can be read.
struct Law {
    text: String,
    address: Option<String>,
}

impl Law {
    fn of(citation: &str) -> Self {
        let text = safe::line(citation).into_owned();
        Self { address: crate::render::law_link::address(&text), text }
    }
}
