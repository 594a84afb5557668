//! The format `csv`: a line a finding, safe to open in a spreadsheet.

use csv::{Writer, WriterBuilder};

use super::place;
use super::spreadsheet::cell;
use crate::report::{Report, Reported};

const COLUMNS: [&str; 15] = [
    "path",
    "line",
    "column",
    "end_line",
    "end_column",
    "plan",
    "severity",
    "rule",
    "group",
    "election",
    "message",
    "label",
    "help",
    "citations",
    "fingerprint",
];

/// A header and the findings, quoted where it must be (RFC 4180).
pub fn csv(report: &Report) -> String {
    let mut writer = WriterBuilder::new().from_writer(Vec::new());
    write(&mut writer, COLUMNS.map(str::to_owned));
    for reported in &report.findings {
        write(&mut writer, record(report, reported));
    }
    let bytes = writer.into_inner().expect("internal error: memory cannot be written to");
    String::from_utf8(bytes).expect("internal error: CSV is not UTF-8")
}

fn write(writer: &mut Writer<Vec<u8>>, record: [String; COLUMNS.len()]) {
    writer.write_record(&record).expect("internal error: memory cannot be written to");
}

fn record(report: &Report, reported: &Reported) -> [String; COLUMNS.len()] {
    let finding = &reported.finding;
    let place = place::place(report, finding.primary.span);
    let [line, column, end_line, end_column] = match place {
        Some(place) => [place.start.line, place.start.column, place.end.line, place.end.column]
            .map(|number| number.to_string()),
        None => Default::default(),
    };
    [
        cell(place::path(report, reported)),
        line,
        column,
        end_line,
        end_column,
        cell(reported.plan.as_deref().unwrap_or("")),
        reported.severity.word().to_owned(),
        finding.rule.to_owned(),
        reported.group.name().to_owned(),
        cell(finding.election.as_ref().map_or("", |election| election.as_str())),
        cell(&finding.message),
        cell(&finding.primary.message),
        cell(finding.help.as_deref().unwrap_or("")),
        cell(&reported.citations.join("; ")),
        reported.fingerprint.clone(),
    ]
}
