//! The format `github`: workflow commands that GitHub shows as annotations on the files, the worst ten findings, and
//! the rest as lines of the log. The summary of the job is Markdown.

use std::cmp::Reverse;

use super::{markdown, place, safe, words};
use crate::finding::Severity;
use crate::report::{Report, Reported};

/// GitHub shows no more than ten annotations of a kind a step.
const ANNOTATIONS: usize = 10;
/// GitHub takes 1 MiB of a step's summary and drops all of a larger one.
const MOST_SUMMARY: usize = 900_000;

/// What goes to the log.
pub fn github(report: &Report) -> String {
    let mut by_weight: Vec<usize> = (0..report.findings.len()).collect();
    by_weight.sort_by_key(|index| Reverse(report.findings[*index].severity));
    let mut annotated = by_weight;
    annotated.truncate(ANNOTATIONS);
    let (first, rest): (Vec<_>, Vec<_>) =
        report.findings.iter().enumerate().partition(|(index, _)| annotated.contains(index));
    let mut out: String = first.iter().map(|(_, reported)| annotation(report, reported)).collect();
    if !rest.is_empty() {
        out.push_str(&format!("::group::{} more, without annotation\n", rest.len()));
        out.extend(rest.iter().map(|(_, reported)| log_line(report, reported)));
        out.push_str("::endgroup::\n");
    }
    out.extend(report.unreadable.iter().map(|line| format!("::error title=unreadable::{}\n", data(line))));
    out.push_str(&words::summary(report));
    out.push('\n');
    out
}

/// The Markdown of the job's summary: to be appended to the file that `GITHUB_STEP_SUMMARY` names.
pub fn job_summary(report: &Report) -> String {
    markdown::within(report, MOST_SUMMARY)
}

fn annotation(report: &Report, reported: &Reported) -> String {
    let finding = &reported.finding;
    let mut properties = vec![format!("file={}", property(&place::normal(place::path(report, reported))))];
    if let Some(place) = place::place(report, finding.primary.span) {
        properties.push(format!("line={},endLine={}", place.start.line, place.end.line));
        // Columns are taken only within a line; their end is the last character.
        if place.start.line == place.end.line {
            let last = place.end.column.saturating_sub(1).max(place.start.column);
            properties.push(format!("col={},endColumn={last}", place.start.column));
        }
    }
    let plan = reported.plan.as_deref().map(|plan| format!(" ({plan})")).unwrap_or_default();
    properties.push(format!("title={}", property(&format!("{}{plan}", finding.rule))));
    let help = finding.help.as_deref().map(|help| format!("\n{}", safe::line(help))).unwrap_or_default();
    let law = reported.citations.join("; ");
    let message = data_of_lines(&format!("{}{help}\n{law}", safe::line(&finding.message)));
    format!("::{} {}::{message}\n", command(reported.severity), properties.join(","))
}

/// A line that is no command: it begins with a dash, and the old form of commands, which may stand anywhere in a line,
/// is broken.
fn log_line(report: &Report, reported: &Reported) -> String {
    let finding = &reported.finding;
    let at = place::place(report, finding.primary.span)
        .map(|place| format!(":{}:{}", place.start.line, place.start.column));
    let (path, message) = (safe::line(place::path(report, reported)), safe::line(&finding.message));
    let (severity, rule, at) = (reported.severity.word(), finding.rule, at.unwrap_or_default());
    format!("- {path}{at}: {severity}[{rule}] {message}").replace("##[", "## [") + "\n"
}

fn command(severity: Severity) -> &'static str {
    match severity {
        Severity::Advice => "notice",
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}

/// A text on one line as the data of a command.
fn data(text: &str) -> String {
    data_of_lines(&safe::line(text))
}

fn data_of_lines(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A text as the value of a property, which `:` and `,` would end.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::{data_of_lines, property};

    #[test]
    fn no_text_ends_a_property_or_a_line() {
        assert_eq!(property("a,b:c%d"), "a%2Cb%3Ac%25d");
        assert!(!property("a\r\n::error::b").contains([':', '\r', '\n']));
        assert_eq!(data_of_lines("50% of pay\r\nhelp: x"), "50%25 of pay%0D%0Ahelp: x");
    }
}
