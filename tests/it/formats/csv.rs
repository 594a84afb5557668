//! CSV, read by the csv crate.

use csv::Reader;
use planlint::render::Format;

use super::{examples, of, snapshot, written};

#[test]
fn a_line_a_finding() {
    insta::assert_snapshot!(snapshot(&written(Format::Csv)));
}

#[test]
fn no_cell_is_a_formula_and_no_line_is_broken() {
    for text in [written(Format::Csv), of(&examples(), Format::Csv)] {
        let mut reader = Reader::from_reader(text.as_bytes());
        assert_eq!(
            reader.headers().expect("a header").iter().take(3).collect::<Vec<_>>(),
            ["path", "line", "column"]
        );
        let records: Vec<_> =
            reader.records().map(|record| record.expect("as many cells as columns")).collect();
        assert_eq!(records.len() + 1, text.lines().count(), "a finding is on one line");
        for cell in records.iter().flatten() {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell}");
        }
    }
}
