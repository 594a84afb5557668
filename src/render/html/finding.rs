//! What the page shows of one finding.

use super::excerpt::{LineView, lines};
use crate::finding::{Finding, Label};
use crate::render::prose::{Piece, pieces};
use crate::render::{law_link, place, safe};
use crate::report::{Report, Reported};
use crate::rules::Group;

pub struct FindingView {
    /// For links within the page.
    pub id: String,
    pub severity: &'static str,
    pub rule: &'static str,
    pub message: Vec<Part>,
    pub place: Option<String>,
    pub excerpt: Vec<LineView>,
    /// Labels in other texts: their places and what they say.
    pub elsewhere: Vec<(String, Vec<Part>)>,
    pub help: Vec<Part>,
    pub law_label: &'static str,
    pub law: Vec<Citation>,
}

/// A piece of a text.
pub struct Part {
    pub is_code: bool,
    pub text: String,
}

pub struct Citation {
    pub text: &'static str,
    pub address: Option<String>,
}

impl FindingView {
    pub fn of(report: &Report, reported: &Reported, plan: usize, number: usize) -> Self {
        let finding = &reported.finding;
        let own = finding.primary.span.file;
        let (here, elsewhere): (Vec<&Label>, Vec<&Label>) =
            finding.related.iter().partition(|label| label.span.file == own);
        let excerpt = report.file(own).map(|file| lines(file, std::iter::once(&finding.primary).chain(here)));
        Self {
            id: format!("finding-{plan}-{number}"),
            severity: reported.severity.word(),
            rule: finding.rule,
            message: parts(&finding.message),
            place: place_of(report, finding),
            excerpt: excerpt.unwrap_or_default(),
            elsewhere: elsewhere
                .into_iter()
                .map(|label| (at(report, label).unwrap_or_default(), parts(&label.message)))
                .collect(),
            help: finding.help.as_deref().map(parts).unwrap_or_default(),
            law_label: if reported.group == Group::Language { "See" } else { "Law" },
            law: reported.citations.iter().map(|text| citation(text)).collect(),
        }
    }
}

/// The parts of a message.
pub fn parts(message: &str) -> Vec<Part> {
    let line = safe::line(message);
    let part = |piece: Piece<'_>| match piece {
        Piece::Text(text) => Part { is_code: false, text: text.to_owned() },
        Piece::Code(text) => Part { is_code: true, text: text.to_owned() },
    };
    pieces(&line).into_iter().map(part).collect()
}

fn place_of(report: &Report, finding: &Finding) -> Option<String> {
    at(report, &finding.primary)
}

fn at(report: &Report, label: &Label) -> Option<String> {
    let place = place::place(report, label.span)?;
    Some(format!("{}:{}:{}", safe::line(place.file.path()), place.start.line, place.start.column))
}

fn citation(text: &'static str) -> Citation {
    Citation { text, address: law_link::address(text) }
}
