//! A line a plan, exceptions first, safe to open in a spreadsheet.

use csv::{Writer, WriterBuilder};

use super::exceptions_first;
use crate::money::Usd;
use crate::render::spreadsheet::cell;
use crate::testing::batch::line::{Line, Tested};

const COLUMNS: [&str; 16] = [
    "outcome",
    "plan_id",
    "plan",
    "spec",
    "census",
    "year",
    "people",
    "adp",
    "acp",
    "limits",
    "coverage",
    "top_heavy",
    "refunds",
    "refund_without_excise_by",
    "correct_by",
    "reasons",
];

pub fn csv(lines: &[Line]) -> String {
    let mut writer = WriterBuilder::new().from_writer(Vec::new());
    write(&mut writer, COLUMNS.map(str::to_owned));
    exceptions_first(lines).into_iter().for_each(|line| write(&mut writer, record(line)));
    let bytes = writer.into_inner().expect("internal error: memory cannot be written to");
    String::from_utf8(bytes).expect("internal error: CSV is not UTF-8")
}

fn write(writer: &mut Writer<Vec<u8>>, record: [String; COLUMNS.len()]) {
    writer.write_record(&record).expect("internal error: memory cannot be written to");
}

fn record(line: &Line) -> [String; COLUMNS.len()] {
    let text = |text: &Option<String>| cell(text.as_deref().unwrap_or_default());
    let tested = line.tested.as_ref();
    let of = |part: fn(&Tested) -> String| tested.map(part).unwrap_or_default();
    [
        line.outcome.word().to_owned(),
        text(&line.plan_id),
        text(&line.plan),
        text(&line.spec),
        text(&line.census),
        line.year.map(|year| year.to_string()).unwrap_or_default(),
        of(|tested| tested.people.to_string()),
        of(|tested| tested.adp.word().to_owned()),
        of(|tested| tested.acp.word().to_owned()),
        of(|tested| tested.limits.word().to_owned()),
        of(|tested| tested.coverage.word().to_owned()),
        of(|tested| tested.top_heavy.word().to_owned()),
        of(|tested| tested.refunded().map(|sum| Usd::from(sum).to_plain_string()).unwrap_or_default()),
        of(|tested| tested.without_excise.clone().unwrap_or_default()),
        of(|tested| tested.last_day.clone().unwrap_or_default()),
        cell(&line.reasons.join("; ")),
    ]
}
