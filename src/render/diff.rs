//! What an amendment changes, to bytes: a file a format.

mod full;
mod json;
mod markdown;
pub(super) mod words;

use super::Style;
use crate::diff::Diff;
use crate::diff::concern::Concern;
use crate::report::Reported;
use crate::rules::Group;
use crate::source::FileId;

/// How a comparison is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// For people at a terminal.
    Full,
    /// One JSON object.
    Json,
    /// A comment on a pull request.
    Markdown,
}

impl Format {
    pub const ALL: &'static [Format] = &[Format::Full, Format::Json, Format::Markdown];

    /// The name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Format::Full => "full",
            Format::Json => "json",
            Format::Markdown => "markdown",
        }
    }
}

/// Writes a comparison.
pub fn render(diff: &Diff, format: Format, style: &Style) -> String {
    match format {
        Format::Full => full::full(diff, style),
        Format::Json => json::json(diff),
        Format::Markdown => markdown::markdown(diff),
    }
}

/// A concern as the formats draw findings.
fn as_finding(concern: &Concern) -> Reported {
    let file: FileId = concern.finding.primary.span.file;
    Reported {
        finding: concern.finding.clone(),
        severity: concern.severity,
        group: Group::PlanTypes,
        citations: concern.citations,
        file,
        plan: None,
        fingerprint: String::new(),
        suppressed: None,
    }
}
