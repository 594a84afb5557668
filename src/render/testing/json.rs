//! The versioned JSON of `test`, an object a plan. Its members are a public contract: add, never rename.

mod beside;
mod participants;

use serde::Serialize;

use participants::Participant;

use crate::finding::ElectionPath;
use crate::money::Percent;
use crate::money::exact::{Cents, Hundredths};
use crate::nondiscrimination::comparison::Comparison;
use crate::render::safe;
use crate::testing::results::correction::{Correction, Share};
use crate::testing::results::counts::Counts;
use crate::testing::results::{MatchIn, TestResult, TestResults, Why};
use crate::testing::unanswered::Unanswered;

/// What a consumer can rely on; changed only with the meaning of a member.
pub const SCHEMA: &str = "planlint/test/1";

/// One pretty-printed object.
pub fn json(results: &TestResults) -> String {
    let mut text =
        serde_json::to_string_pretty(&record(results)).expect("internal error: results are not JSON");
    text.push('\n');
    safe::json(text)
}

/// One object on one line.
pub fn jsonl(results: &TestResults) -> String {
    let mut text = serde_json::to_string(&record(results)).expect("internal error: results are not JSON");
    text.push('\n');
    safe::json(text)
}

#[derive(Serialize)]
struct Record<'a> {
    schema: &'static str,
    plan: &'a str,
    plan_id: Option<&'a str>,
    #[serde(rename = "type")]
    plan_type: Option<String>,
    year: i16,
    plan_year: [String; 2],
    counts: Counts,
    part: &'static str,
    adp: Test<'a>,
    acp: Test<'a>,
    limits: Vec<beside::LimitRecord<'a>>,
    limits_summary: beside::LimitsSummary<'a>,
    coverage: beside::CoverageRecord<'a>,
    top_heavy: beside::TopHeavyRecord<'a>,
    subtests: Vec<Subtest<'a>>,
    deadlines: Option<beside::DeadlinesRecord>,
    notes: Vec<beside::NoteRecord<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    participants: Option<Vec<Participant<'a>>>,
}

#[derive(Serialize)]
struct Subtest<'a> {
    name: &'static str,
    adp: Test<'a>,
    acp: Test<'a>,
}

#[derive(Serialize)]
struct Test<'a> {
    status: &'static str,
    reason: Option<String>,
    missing: Option<Missing<'a>>,
    method: Option<&'static str>,
    hces: u32,
    nhces: u32,
    hce: Option<Hundredths>,
    nhce: Option<Hundredths>,
    limit: Option<Percent>,
    basis: Option<&'static str>,
    margin: Option<Percent>,
    #[serde(skip_serializing_if = "Option::is_none")]
    safe_harbor_match: Option<&'static str>,
    #[serde(flatten)]
    correction: Option<Corrections<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    after_adp_correction: Option<AfterAdpCorrection>,
    remarks: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    other_way: Option<Box<Test<'a>>>,
}

/// What keeps a test from being answered.
#[derive(Serialize)]
struct Missing<'a> {
    columns: Vec<&'static str>,
    elections: &'a [ElectionPath],
    questions: Vec<&'static str>,
}

/// What the correction of the ADP test changed in the ACP test.
#[derive(Serialize)]
struct AfterAdpCorrection {
    recharacterized: Cents,
    match_forfeited: Cents,
}

#[derive(Serialize)]
struct Corrections<'a> {
    excess_total: Cents,
    corrections: Vec<Refund<'a>>,
    left_over: Cents,
    qnec_to_pass: Option<Cents>,
    qnec_rate: Option<Hundredths>,
    shift_points: Option<Hundredths>,
    correction_missing: Option<String>,
}

#[derive(Serialize)]
struct Refund<'a> {
    employee_id: &'a str,
    row: u32,
    ratio: Hundredths,
    excess: Cents,
    catch_up: Cents,
    excess_deferral: Cents,
    recharacterized: Cents,
    refund: Cents,
    refund_pre_tax: Option<Cents>,
    refund_roth: Option<Cents>,
    after_tax: Cents,
    match_vested: Cents,
    match_forfeited: Cents,
    related_match_forfeited: Cents,
    income: Option<Cents>,
    payout: Option<Cents>,
    converted: Option<Cents>,
}

fn record(results: &TestResults) -> Record<'_> {
    let year = results.year;
    Record {
        schema: SCHEMA,
        plan: &results.plan,
        plan_id: results.plan_id.as_deref(),
        plan_type: results.plan_type.map(|plan_type| plan_type.to_string()),
        year: year.begins_in(),
        plan_year: [year.first_day(), year.last_day()].map(|day| day.to_string()),
        counts: results.counts,
        part: results.part,
        adp: test(&results.adp),
        acp: test(&results.acp),
        limits: beside::limits(&results.limits),
        limits_summary: beside::limits_summary(&results.limits),
        coverage: beside::coverage(&results.coverage),
        top_heavy: beside::top_heavy(&results.top_heavy),
        subtests: results
            .subtests
            .iter()
            .map(|part| Subtest { name: part.name, adp: test(&part.adp), acp: test(&part.acp) })
            .collect(),
        deadlines: results.deadlines.as_ref().map(beside::deadlines),
        notes: results.notes.iter().map(beside::note).collect(),
        participants: participants::of(results),
    }
}

fn test(result: &TestResult) -> Test<'_> {
    let comparison = result.comparison.as_ref();
    let of = |part: fn(&Comparison) -> Percent| comparison.map(part);
    Test {
        status: result.status.word(),
        reason: result.why.sentence(),
        missing: missing_of(&result.why),
        method: result.method.map(|method| method.name()),
        hces: result.hces,
        nhces: result.nhces,
        hce: comparison.map(|comparison| comparison.hce),
        nhce: comparison.map(|comparison| comparison.nhce),
        limit: of(|comparison| comparison.limit.exact.to_percent()),
        basis: comparison.map(Comparison::basis),
        margin: of(|comparison| comparison.margin().to_percent()),
        safe_harbor_match: result.with_match.map(|match_in| match match_in {
            MatchIn::Counted => "counted",
            MatchIn::LeftOut => "left out",
        }),
        correction: result.correction.as_ref().map(correction),
        after_adp_correction: result.after_adp.map(|after| AfterAdpCorrection {
            recharacterized: after.recharacterized,
            match_forfeited: after.match_forfeited,
        }),
        remarks: result.remarks.iter().map(|remark| remark.sentence()).collect(),
        other_way: result.other_way.as_deref().map(|other| Box::new(test(other))),
    }
}

fn missing_of(why: &Why) -> Option<Missing<'_>> {
    let Why::Unanswered(unanswered) = why else { return None };
    Some(missing(unanswered))
}

fn missing(unanswered: &Unanswered) -> Missing<'_> {
    let blank = unanswered.blank.keys().copied();
    Missing {
        columns: unanswered.columns.iter().copied().chain(blank).map(|column| column.name()).collect(),
        elections: &unanswered.elections,
        questions: unanswered.questions(),
    }
}

fn correction(correction: &Correction) -> Corrections<'_> {
    Corrections {
        excess_total: correction.excess_total,
        corrections: correction.shares.iter().map(refund).collect(),
        left_over: correction.left_over,
        qnec_to_pass: correction.qnec.map(|qnec| qnec.total),
        qnec_rate: correction.qnec.map(|qnec| qnec.rate),
        shift_points: correction.shift.map(|shift| shift.points),
        correction_missing: Some(&correction.unanswered)
            .filter(|unanswered| !unanswered.is_empty())
            .map(Unanswered::to_string),
    }
}

fn refund(share: &Share) -> Refund<'_> {
    Refund {
        employee_id: &share.employee_id,
        row: share.row,
        ratio: share.ratio,
        excess: share.excess,
        catch_up: share.catch_up,
        excess_deferral: share.excess_deferral,
        recharacterized: share.recharacterized,
        refund: share.refund,
        refund_pre_tax: share.refund_pre_tax,
        refund_roth: share.refund_roth,
        after_tax: share.after_tax,
        match_vested: share.match_vested,
        match_forfeited: share.match_forfeited,
        related_match_forfeited: share.related_match,
        income: share.income,
        payout: share.payout(),
        converted: share.converted,
    }
}
