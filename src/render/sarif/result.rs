//! One finding as a SARIF result.

use serde::Serialize;
use serde_json::{Value, json};

use super::{ArtifactLocation, location, text};
use crate::finding::{Label, Severity};
use crate::render::place::{self, Place};
use crate::report::{Report, Reported, SuppressedBy};
use crate::rules::Rule;

/// Longer values are not quoted: a span may hold a whole file.
const MOST_SNIPPET: usize = 400;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ResultRecord<'r> {
    rule_id: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule_index: Option<usize>,
    kind: &'static str,
    level: &'static str,
    message: Value,
    locations: Vec<Location<'r>>,
    related_locations: Vec<Location<'r>>,
    partial_fingerprints: Value,
    /// Empty says that it is not suppressed; left out would say that nobody knows (3.27.23).
    suppressions: Vec<Value>,
    properties: Value,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location<'r> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<usize>,
    physical_location: PhysicalLocation<'r>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    logical_locations: Vec<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Value>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation<'r> {
    artifact_location: ArtifactLocation,
    region: Region<'r>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region<'r> {
    start_line: u32,
    start_column: u32,
    end_line: u32,
    end_column: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    snippet: Option<Snippet<'r>>,
}

#[derive(Serialize)]
struct Snippet<'r> {
    text: &'r str,
}

pub fn record<'r>(report: &'r Report, reported: &'r Reported, rules: &[&'static Rule]) -> ResultRecord<'r> {
    let finding = &reported.finding;
    let primary = primary(report, reported);
    let related = finding.related.iter().zip(1..).filter_map(|(label, id)| related(report, label, id));
    ResultRecord {
        rule_id: finding.rule,
        rule_index: rules.iter().position(|rule| rule.name == finding.rule),
        kind: "fail",
        level: level(reported.severity),
        message: json!({ "text": message(reported) }),
        locations: primary.into_iter().collect(),
        related_locations: related.collect(),
        partial_fingerprints: json!({ "planlint/v1": reported.fingerprint }),
        suppressions: suppressions(reported),
        properties: json!({
            "plan": reported.plan,
            "election": finding.election,
            "group": reported.group.name(),
            "citations": reported.citations,
            "help": finding.help,
            "tags": [reported.group.name()],
        }),
    }
}

/// Advice is a note: nothing is wrong.
pub fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Advice => "note",
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}

/// What holds a finding back, and why.
fn suppressions(reported: &Reported) -> Vec<Value> {
    let Some(suppressed) = &reported.suppressed else { return Vec::new() };
    let kind = match suppressed.by {
        SuppressedBy::Comment(_) => "inSource",
        SuppressedBy::Baseline => "external",
    };
    let mut suppression = json!({ "kind": kind, "status": "accepted" });
    if let Some(reason) = &suppressed.reason {
        suppression["justification"] = Value::from(reason.as_str());
    }
    vec![suppression]
}

/// What is wrong and what mends it: many viewers show this text alone.
fn message(reported: &Reported) -> String {
    let finding = &reported.finding;
    let help = finding.help.as_deref().map(|help| format!("\n{help}")).unwrap_or_default();
    text::message(&format!("{}{help}", finding.message))
}

fn primary<'r>(report: &'r Report, reported: &'r Reported) -> Option<Location<'r>> {
    let finding = &reported.finding;
    let plan = reported.plan.as_deref().unwrap_or("");
    let election = finding.election.as_ref().map(|election| {
        let name = election.as_str();
        json!({ "name": name, "fullyQualifiedName": format!("{plan}/{name}"), "kind": "member" })
    });
    Some(Location {
        id: None,
        physical_location: physical(report, place::place(report, finding.primary.span)?),
        logical_locations: election.into_iter().collect(),
        message: labelled(&finding.primary),
    })
}

fn related<'r>(report: &'r Report, label: &'r Label, id: usize) -> Option<Location<'r>> {
    Some(Location {
        id: Some(id),
        physical_location: physical(report, place::place(report, label.span)?),
        logical_locations: Vec::new(),
        message: labelled(label),
    })
}

fn labelled(label: &Label) -> Option<Value> {
    (!label.message.is_empty()).then(|| json!({ "text": text::message(&label.message) }))
}

fn physical<'r>(report: &Report, place: Place<'r>) -> PhysicalLocation<'r> {
    let text = place.file.text().get(place.start.offset as usize..place.end.offset as usize);
    PhysicalLocation {
        artifact_location: ArtifactLocation {
            index: report.files.binary_search_by_key(&place.file.id(), |file| file.id()).ok(),
            ..location(place.file.path())
        },
        region: Region {
            start_line: place.start.line,
            start_column: place.start.column,
            end_line: place.end.line,
            end_column: place.end.column,
            snippet: text
                .filter(|text| !text.is_empty() && text.len() <= MOST_SNIPPET)
                .map(|text| Snippet { text }),
        },
    }
}
