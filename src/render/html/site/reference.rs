//! The pages that explain: the glossary, and how the report was made.

use std::collections::BTreeSet;

use askama::Template;

use super::{Frame, Law};
use crate::law::Law as Tables;
use crate::render::site::{Site, TERMS, Term};
use crate::render::{safe, words};
use crate::rules::{self, Rule};
use crate::source::SourceFile;

#[derive(Template)]
#[template(path = "site/glossary.html")]
pub struct Glossary {
    frame: Frame,
    terms: Vec<(&'static Term, Vec<Law>)>,
    rules: Vec<(&'static Rule, Vec<Law>)>,
}

#[derive(Template)]
#[template(path = "site/about.html")]
pub struct AboutPage {
    frame: Frame,
    version: &'static str,
    as_of: String,
    year: Option<String>,
    first_year: i16,
    last_year: i16,
    settings: Option<String>,
    census: Option<String>,
    plans: String,
    unreadable: Vec<String>,
    files: Vec<String>,
}

impl Glossary {
    pub fn of(site: &Site<'_>) -> Self {
        let law = |citations: &[&str]| citations.iter().map(|citation| Law::of(citation)).collect();
        let found: BTreeSet<&str> = site.report.findings.iter().map(|found| found.finding.rule).collect();
        let rules = rules::ALL.iter().filter(|rule| found.contains(rule.name));
        Self {
            frame: Frame::top("Glossary"),
            terms: TERMS.iter().map(|term| (term, law(term.law))).collect(),
            rules: rules.map(|rule| (*rule, law(rule.citations))).collect(),
        }
    }
}

impl AboutPage {
    pub fn of(site: &Site<'_>) -> Self {
        let shown = |text: &str| safe::line(text).into_owned();
        let years: Vec<i16> = Tables::current().years().collect();
        let census = site.census.as_ref().map(|census| shown(&census.name));
        let own = |file: &&SourceFile| Some(file.path()) != site.about.settings.as_deref();
        Self {
            frame: Frame::top("About this report"),
            version: env!("CARGO_PKG_VERSION"),
            as_of: site.about.as_of.to_string(),
            year: site.about.year.clone(),
            first_year: years.first().copied().unwrap_or_default(),
            last_year: years.last().copied().unwrap_or_default(),
            settings: site.about.settings.as_deref().map(shown),
            census,
            plans: words::summary(site.report),
            unreadable: site.report.unreadable.iter().map(|line| shown(line)).collect(),
            files: site.report.files.iter().filter(own).map(|file| shown(file.path())).collect(),
        }
    }
}
