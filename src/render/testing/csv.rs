//! What goes back to whom, a line a person and test: to hand to payroll or the recordkeeper.

use csv::{Writer, WriterBuilder};

use crate::money::exact::Cents;
use crate::render::spreadsheet::cell;
use crate::render::testing::page::ratio;
use crate::testing::results::correction::Share;
use crate::testing::results::{TestResult, TestResults};

const COLUMNS: [&str; 20] = [
    "plan",
    "plan_id",
    "year",
    "part",
    "test",
    "employee_id",
    "row",
    "ratio",
    "contributions",
    "excess",
    "catch_up",
    "excess_deferral",
    "after_tax",
    "match_vested",
    "match_forfeited",
    "refund",
    "income",
    "payout",
    "recharacterized",
    "related_match_forfeited",
];

/// The header.
pub fn head() -> String {
    written(|writer| write(writer, COLUMNS.map(str::to_owned)))
}

/// The lines of one plan; none where no test failed.
pub fn csv(results: &TestResults) -> String {
    written(|writer| {
        for (part, adp, acp) in results.parts() {
            for (test, result) in [("ADP", adp), ("ACP", acp)] {
                for share in shares(result) {
                    write(writer, record(results, part, test, share));
                }
            }
        }
    })
}

fn shares(result: &TestResult) -> &[Share] {
    result.correction.as_ref().map_or(&[], |correction| &correction.shares)
}

fn written(lines: impl FnOnce(&mut Writer<Vec<u8>>)) -> String {
    let mut writer = WriterBuilder::new().from_writer(Vec::new());
    lines(&mut writer);
    let bytes = writer.into_inner().expect("internal error: memory cannot be written to");
    String::from_utf8(bytes).expect("internal error: CSV is not UTF-8")
}

fn write(writer: &mut Writer<Vec<u8>>, record: [String; COLUMNS.len()]) {
    writer.write_record(&record).expect("internal error: memory cannot be written to");
}

fn record(results: &TestResults, part: &str, test: &str, share: &Share) -> [String; COLUMNS.len()] {
    let amount = |amount: Cents| crate::money::Usd::from(amount).to_plain_string();
    [
        cell(&results.plan),
        cell(results.plan_id.as_deref().unwrap_or("")),
        results.year.to_string(),
        part.to_owned(),
        test.to_owned(),
        cell(&share.employee_id),
        share.row.to_string(),
        ratio(share.ratio),
        amount(share.contributions),
        amount(share.excess),
        amount(share.catch_up),
        amount(share.excess_deferral),
        amount(share.after_tax),
        amount(share.match_vested),
        amount(share.match_forfeited),
        amount(share.refund),
        share.income.map(amount).unwrap_or_default(),
        share.payout().map(amount).unwrap_or_default(),
        amount(share.recharacterized),
        amount(share.related_match),
    ]
}
