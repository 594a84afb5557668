//! The format `csv`: a line a finding, safe to open in a spreadsheet.

use csv::{Writer, WriterBuilder};

use super::{place, safe};
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

/// A text on one line that no spreadsheet takes for a formula: those that begin like one get an apostrophe.
fn cell(text: &str) -> String {
    let line = safe::line(text);
    // The full-width signs count too: a spreadsheet in Japanese or Chinese takes them for the others.
    let begins_formula = |c: char| "=+-@\t\r\n|＝＋－＠".contains(c);
    let is_formula = text.starts_with(begins_formula) || line.trim_start().starts_with(begins_formula);
    if is_formula { format!("'{line}") } else { line.into_owned() }
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn no_cell_is_a_formula() {
        for text in ["=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "\n=1", "  =1", "＝1", "|cmd"] {
            assert!(cell(text).starts_with('\''), "{text:?}: {}", cell(text));
        }
        for text in ["Acme = Birch", "401(k)", "", "100% + 1"] {
            assert_eq!(cell(text), text);
        }
    }
}
