//! The format `sarif`: SARIF 2.1.0 (OASIS) for code scanning and for viewers of results.
//!
//! Our own structs: what planlint says needs a small part of the standard.

mod result;
mod rule;
mod text;

use serde::Serialize;
use serde_json::{Value, json};

use super::place::{self, Address, Base};
use super::safe;
use crate::report::adjust::SETTINGS_FILE;
use crate::report::{PlanReport, Report};
use crate::rules::Rule;
use crate::source::SourceFile;

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
/// What paths are relative to: by convention the root of the sources.
const BASE: &str = "%SRCROOT%";

/// One log with one run.
pub fn sarif(report: &Report) -> String {
    let rules = rule::reporting(report);
    let log = Log { schema: SCHEMA, version: "2.1.0", runs: [run(report, &rules)] };
    let mut text = serde_json::to_string_pretty(&log).expect("internal error: a report is not SARIF");
    text.push('\n');
    safe::json(text)
}

#[derive(Serialize)]
struct Log<'r> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'r>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'r> {
    tool: Value,
    invocations: [Value; 1],
    original_uri_base_ids: Value,
    artifacts: Vec<Artifact>,
    column_kind: &'static str,
    results: Vec<result::ResultRecord<'r>>,
    properties: Value,
}

#[derive(Serialize)]
struct Artifact {
    location: ArtifactLocation,
    encoding: &'static str,
    roles: [&'static str; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ArtifactLocation {
    uri: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    uri_base_id: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    index: Option<usize>,
}

fn run<'r>(report: &'r Report, rules: &[&'static Rule]) -> Run<'r> {
    Run {
        tool: json!({ "driver": {
            "name": "planlint",
            "version": env!("CARGO_PKG_VERSION"),
            "semanticVersion": env!("CARGO_PKG_VERSION"),
            "shortDescription": { "text": env!("CARGO_PKG_DESCRIPTION") },
            "rules": rules.iter().map(|rule| rule::descriptor(rule)).collect::<Vec<_>>(),
        } }),
        invocations: [invocation(report)],
        original_uri_base_ids: json!({ BASE: { "description": { "text": "The folder that planlint was started in." } } }),
        artifacts: report.files.iter().map(artifact).collect(),
        column_kind: "unicodeCodePoints",
        results: report
            .all_findings()
            .into_iter()
            .map(|reported| result::record(report, reported, rules))
            .collect(),
        properties: properties(report),
    }
}

/// What could not be read makes a run that did not do all that it was asked.
fn invocation(report: &Report) -> Value {
    let notification =
        |line: &String| json!({ "level": "error", "message": { "text": text::message(line) } });
    json!({
        "executionSuccessful": report.unreadable.is_empty(),
        "toolExecutionNotifications": report.unreadable.iter().map(notification).collect::<Vec<_>>(),
    })
}

/// Verdicts and open questions are no results, and without them no results would look like a clean bill of health.
fn properties(report: &Report) -> Value {
    let plan = |plan: &PlanReport| {
        json!({
            "path": report.file(plan.file).map_or("", SourceFile::path),
            "plan": plan.name,
            "year": plan.year.begins_in(),
            "megaBackdoor": plan.mega_backdoor.verdict,
            "results": plan.tally,
        })
    };
    json!({
        "plans": report.plans.iter().map(plan).collect::<Vec<_>>(),
        "questions": report.questions.len(),
    })
}

fn artifact(file: &SourceFile) -> Artifact {
    let role = if file.id() == SETTINGS_FILE { "userSpecifiedConfiguration" } else { "analysisTarget" };
    Artifact { location: location(file.path()), encoding: "utf-8", roles: [role] }
}

fn location(path: &str) -> ArtifactLocation {
    let Address { uri, base } = place::address(path);
    let uri_base_id = match base {
        Base::WorkingFolder => Some(BASE),
        Base::Unknown => None,
    };
    ArtifactLocation { uri, uri_base_id, index: None }
}
