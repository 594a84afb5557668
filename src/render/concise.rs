//! A line a finding: `path:line:col: severity[rule] message`, and nothing else.

use super::paint::{Ink, paint};
use super::{Style, safe};
use crate::report::{Report, Reported};

pub fn concise(report: &Report, style: &Style) -> String {
    report.findings.iter().map(|reported| line(report, reported, style)).collect()
}

fn line(report: &Report, reported: &Reported, style: &Style) -> String {
    let finding = &reported.finding;
    let severity = paint(style, Ink::of_severity(reported.severity), reported.severity.word());
    let message = safe::line(&finding.message);
    let Some(file) = report.file(finding.primary.span.file) else {
        return format!("{severity}[{}] {message}\n", finding.rule);
    };
    let place = file.position(finding.primary.span.start);
    let path = safe::line(file.path());
    format!("{path}:{}:{}: {severity}[{}] {message}\n", place.line, place.column, finding.rule)
}
