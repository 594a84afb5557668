//! The versioned JSON of many plans, in the order of plans. Its members are a public contract: add, never rename.

use serde::Serialize;
use serde_json::value::RawValue;

use crate::money::exact::Cents;
use crate::render::safe;
use crate::testing::batch::line::{Line, Outcome, Tested};
use crate::testing::results::Status;

/// What a consumer can rely on; changed only with the meaning of a member.
pub const SCHEMA: &str = "planlint/test-all/1";

/// One object, a plan on a line.
pub fn json(lines: &[Line]) -> String {
    let counts: serde_json::Map<String, serde_json::Value> = Outcome::ALL
        .iter()
        .map(|outcome| {
            let count = lines.iter().filter(|line| line.outcome == *outcome).count();
            (outcome.word().to_owned(), count.into())
        })
        .collect();
    let plans: Vec<String> = lines.iter().map(|line| text(&record(line))).collect();
    let counts = text(&counts);
    safe::json(format!(
        "{{\"schema\":\"{SCHEMA}\",\"counts\":{counts},\"plans\":[\n{}\n]}}\n",
        plans.join(",\n")
    ))
}

/// An object a line.
pub fn jsonl(lines: &[Line]) -> String {
    safe::json(lines.iter().map(|line| text(&record(line)) + "\n").collect())
}

/// One plan with the whole of its results, `planlint/test/1`; none where it was not tested, or its tests prove nothing.
pub fn plan(line: &Line, results: Option<&str>) -> String {
    let results = results.and_then(|results| RawValue::from_string(results.trim_end().to_owned()).ok());
    let text = text(&Whole { schema: SCHEMA, line: record(line), results });
    safe::json(text + "\n")
}

fn text(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("internal error: results are not JSON")
}

#[derive(Serialize)]
struct Whole<'a> {
    schema: &'static str,
    #[serde(flatten)]
    line: Record<'a>,
    results: Option<Box<RawValue>>,
}

#[derive(Serialize)]
struct Record<'a> {
    plan: Option<&'a str>,
    plan_id: Option<&'a str>,
    spec: Option<&'a str>,
    census: Option<&'a str>,
    year: Option<i16>,
    outcome: &'static str,
    people: Option<u32>,
    adp: Option<&'static str>,
    acp: Option<&'static str>,
    limits: Option<&'static str>,
    coverage: Option<&'static str>,
    top_heavy: Option<&'static str>,
    top_heavy_settled: Option<bool>,
    refunds: Option<Cents>,
    refund_without_excise_by: Option<&'a str>,
    correct_by: Option<&'a str>,
    reasons: &'a [String],
}

fn record(line: &Line) -> Record<'_> {
    let tested = line.tested.as_ref();
    let of = |status: fn(&Tested) -> Status| tested.map(|tested| status(tested).word());
    Record {
        plan: line.plan.as_deref(),
        plan_id: line.plan_id.as_deref(),
        spec: line.spec.as_deref(),
        census: line.census.as_deref(),
        year: line.year,
        outcome: line.outcome.word(),
        people: tested.map(|tested| tested.people),
        adp: of(|tested| tested.adp),
        acp: of(|tested| tested.acp),
        limits: of(|tested| tested.limits),
        coverage: of(|tested| tested.coverage),
        top_heavy: of(|tested| tested.top_heavy),
        top_heavy_settled: tested.map(|tested| tested.top_heavy_settled),
        refunds: tested.and_then(Tested::refunded),
        refund_without_excise_by: tested.and_then(|tested| tested.without_excise.as_deref()),
        correct_by: tested.and_then(|tested| tested.last_day.as_deref()),
        reasons: &line.reasons,
    }
}
