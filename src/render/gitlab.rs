//! The format `gitlab`: a Code Quality report, the JSON that GitLab shows in merge requests.

use std::collections::HashSet;
use std::hash::Hasher;

use fnv::FnvHasher;
use serde::Serialize;

use super::{place, safe};
use crate::finding::Severity;
use crate::report::{Report, Reported};
use crate::rules::{self, Profile};
use crate::syntax::language::{NOT_A_PLAN, SYNTAX_ERROR};

#[derive(Serialize)]
struct Violation<'r> {
    description: &'r str,
    check_name: &'static str,
    /// Unique within a report: GitLab keeps one of several.
    fingerprint: String,
    severity: &'static str,
    location: Location,
    content: Content<'r>,
}

#[derive(Serialize)]
struct Location {
    path: String,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: u32,
    end: u32,
}

#[derive(Serialize)]
struct Content<'r> {
    body: &'r str,
}

/// A JSON array of violations.
pub fn gitlab(report: &Report) -> String {
    let mut seen = HashSet::new();
    let violations: Vec<Violation<'_>> =
        report.findings.iter().map(|reported| violation(report, reported, &mut seen)).collect();
    let mut text = serde_json::to_string_pretty(&violations).expect("internal error: a report is not JSON");
    text.push('\n');
    safe::json(text)
}

fn violation<'r>(report: &'r Report, reported: &'r Reported, seen: &mut HashSet<u64>) -> Violation<'r> {
    let finding = &reported.finding;
    let place = place::place(report, finding.primary.span);
    let path = place::normal(place::path(report, reported));
    Violation {
        description: &finding.message,
        check_name: finding.rule,
        fingerprint: fingerprint(&path, &reported.fingerprint, seen),
        severity: severity(reported),
        location: Location {
            path,
            lines: Lines {
                begin: place.map_or(1, |place| place.start.line),
                end: place.map_or(1, |place| place.end.line),
            },
        },
        content: Content { body: finding.help.as_deref().unwrap_or("") },
    }
}

/// A finding's own key says nothing of its file, and two files may hold the same plan.
fn fingerprint(path: &str, own: &str, seen: &mut HashSet<u64>) -> String {
    for turn in 0u32.. {
        let mut hasher = FnvHasher::default();
        hasher.write(path.as_bytes());
        hasher.write_u8(0xff);
        hasher.write(own.as_bytes());
        if turn > 0 {
            hasher.write(&turn.to_be_bytes());
        }
        let key = hasher.finish();
        if seen.insert(key) {
            return format!("{key:016x}");
        }
    }
    own.to_owned()
}

/// What breaks the law weighs more than what breaks a goal; a plan that cannot be read is judged by nothing.
fn severity(reported: &Reported) -> &'static str {
    let rule = reported.finding.rule;
    let of_law = || rules::named(rule).is_some_and(|rule| rule.profile == Profile::Qualification);
    match reported.severity {
        Severity::Advice => "info",
        Severity::Warning => "minor",
        Severity::Error if [NOT_A_PLAN, SYNTAX_ERROR].contains(&rule) => "blocker",
        Severity::Error if of_law() => "critical",
        Severity::Error => "major",
    }
}
