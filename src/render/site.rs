//! The report of many plans as a site of pages that need no server: which pages there are, what they are called, and what
//! each is made from. How a page looks is in `html::site`; nothing is read or written here.

mod glossary;
mod letter;
mod slug;
mod subject;

use jiff::civil::Date;
use rayon::prelude::*;

use super::html::site as html;
use crate::diff::Diff;
use crate::diff::revisions::Revision;
use crate::estimate::Estimate;
use crate::lower::Truth;
use crate::report::Report;
use crate::testing::results::TestResults;

pub use glossary::{TERMS, Term};
pub use letter::{Asked, Letter};
pub use subject::{Subject, statuses};

/// All that the pages are made from.
#[derive(Debug)]
pub struct Site<'a> {
    /// What stands above the overview.
    pub title: String,
    pub report: &'a Report,
    /// Of each plan of the report, in its order.
    pub plans: Vec<PlanMatter<'a>>,
    /// What could not be matched in the census, a line each; `None` without a census.
    pub census: Option<CensusMatter>,
    pub about: About,
}

/// What a page has of a plan beside its report.
#[derive(Debug)]
pub struct PlanMatter<'a> {
    pub revision: &'a Revision,
    /// What changed since the revision before.
    pub history: Option<Diff>,
    /// One for each plan of the census that is this one.
    pub tests: Vec<TestResults>,
    /// How far the plan is from failing a test, as far as its `workforce` tells.
    pub estimate: Option<Estimate>,
    /// Where it stands to other plans.
    pub peers: Vec<Peer>,
}

/// What so many other plans offer, and whether this one does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Peer {
    /// In the words of a filter.
    pub feature: String,
    /// The share, with its source.
    pub share: String,
    pub offered: Truth,
}

/// What the overview says of the census.
#[derive(Debug, Clone, Default)]
pub struct CensusMatter {
    /// The file, as messages show it.
    pub name: String,
    pub left_over: Vec<String>,
}

/// What the page about the report says of its making.
#[derive(Debug, Clone)]
pub struct About {
    /// The day that was taken for today.
    pub as_of: Date,
    /// The year that all plans are judged for, where one was asked for.
    pub year: Option<String>,
    /// The settings that were in force, where a file of them was.
    pub settings: Option<String>,
}

/// What a page is for. On paper there is nothing to press.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Medium {
    Screen,
    Paper,
}

/// A file of the site, at a path below its folder with `/` between its parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteFile {
    pub path: String,
    pub text: String,
}

/// Gives every file of the site to `put`, on several threads and in no order. The same matter gives the same bytes.
///
/// # Errors
/// The first of `put`, after which no more files are made.
pub fn files<E: Send>(site: &Site<'_>, put: impl Fn(SiteFile) -> Result<(), E> + Sync) -> Result<(), E> {
    let subjects = subject::subjects(site);
    let own = |path: &str, text: String| put(SiteFile { path: path.to_owned(), text });
    own("index.html", html::overview(site, &subjects))?;
    own("glossary.html", html::glossary(site))?;
    own("about.html", html::about(site))?;
    own("table.js", html::SCRIPT.to_owned())?;
    subjects.par_iter().try_for_each(|subject| {
        if let Some(letter) = &subject.letter {
            own(&subject.letter_file(), letter.text())?;
        }
        own(&subject.page(), html::plan(site, &subjects, subject, Medium::Screen))
    })
}

/// Gives the page of every plan, as it is printed, to `put`, under the name of its page in [`files`].
///
/// # Errors
/// The first of `put`, after which no more pages are made.
pub fn papers<E: Send>(site: &Site<'_>, put: impl Fn(SiteFile) -> Result<(), E> + Sync) -> Result<(), E> {
    let subjects = subject::subjects(site);
    let plans = subjects.par_iter().filter(|subject| subject.place.is_some());
    plans.try_for_each(|subject| {
        let text = html::plan(site, &subjects, subject, Medium::Paper);
        put(SiteFile { path: subject.page(), text })
    })
}
