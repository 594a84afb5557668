//! The versioned JSON of `estimate`, an object a plan. Its members are a public contract: add, never rename.

mod grid;
mod room;

use serde::Serialize;

use grid::{GridRecord, grid};
use room::{Room, room};

use crate::estimate::cell::Judged;
use crate::estimate::chance::Chance;
use crate::estimate::population::Source;
use crate::estimate::{Estimate, Margin, Stopped};
use crate::finding::ElectionPath;
use crate::money::Percent;
use crate::money::exact::{Cents, Hundredths};
use crate::render::safe;
use crate::testing::results::MatchIn;
use crate::testing::results::counts::Counts;
use crate::testing::unanswered::Unanswered;

/// What a consumer can rely on; changed only with the meaning of a member.
const SCHEMA: &str = "planlint/estimate/1";

/// One pretty-printed object.
pub fn json(estimate: &Estimate) -> String {
    let text =
        serde_json::to_string_pretty(&record(estimate)).expect("internal error: an estimate is not JSON");
    safe::json(text + "\n")
}

/// One object on one line.
pub fn jsonl(estimate: &Estimate) -> String {
    let text = serde_json::to_string(&record(estimate)).expect("internal error: an estimate is not JSON");
    safe::json(text + "\n")
}

#[derive(Serialize)]
struct Record<'a> {
    schema: &'static str,
    plan: &'a str,
    plan_id: Option<&'a str>,
    year: i16,
    plan_year: [String; 2],
    source: &'static str,
    status: &'static str,
    counts: Option<Counts>,
    adp: Option<Test>,
    acp: Option<Test>,
    missing: Option<Missing>,
    today: Option<[&'static str; 2]>,
    stopped: Vec<StoppedRecord>,
    headroom: Answer<Room<'a>>,
    grid: Option<GridRecord>,
    chance: Option<Answer<ChanceRecord>>,
    assumptions: Vec<String>,
}

/// An answer, or what is missing for it.
#[derive(Serialize)]
#[serde(untagged)]
enum Answer<T> {
    Known(T),
    Unknown { status: &'static str, missing: Missing },
}

#[derive(Serialize)]
struct Missing {
    reason: String,
    elections: Vec<ElectionPath>,
    columns: Vec<&'static str>,
    questions: Vec<&'static str>,
}

#[derive(Serialize)]
struct Test {
    status: &'static str,
    hce: Option<Hundredths>,
    nhce: Option<Hundredths>,
    limit: Option<Percent>,
    basis: Option<&'static str>,
    margin: Option<Percent>,
    excess_total: Cents,
    #[serde(skip_serializing_if = "Option::is_none")]
    safe_harbor_match: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    money: Option<Money>,
    #[serde(skip_serializing_if = "Option::is_none")]
    missing: Option<Missing>,
}

#[derive(Serialize)]
struct Money {
    hce: Cents,
    nhce_needed: Hundredths,
    /// `null` where nothing that the others put in this year counts.
    nhce: Option<Cents>,
}

#[derive(Serialize)]
struct StoppedRecord {
    by: &'static str,
    hce: u32,
    nhce: u32,
}

#[derive(Serialize)]
struct ChanceRecord {
    runs: u32,
    seed: u64,
    spread: Hundredths,
    fails: u32,
    share: Hundredths,
    expected_refunds: Cents,
    nine_in_ten: Cents,
    most: Cents,
}

fn record(estimate: &Estimate) -> Record<'_> {
    let year = estimate.year;
    let exposure = estimate.exposure.as_ref().ok();
    let of = |judged: &Judged, margin: Option<Margin>| Test { money: margin.map(money), ..test(judged) };
    Record {
        schema: SCHEMA,
        plan: &estimate.plan,
        plan_id: exposure.and_then(|exposure| exposure.results.plan_id.as_deref()),
        year: year.begins_in(),
        plan_year: [year.first_day(), year.last_day()].map(|day| day.to_string()),
        source: match estimate.source {
            Source::Workforce => "workforce",
            Source::Census => "census",
        },
        status: estimate.status().word(),
        counts: exposure.map(|exposure| exposure.results.counts),
        adp: exposure.map(|exposure| of(&exposure.cell.adp, exposure.adp_margin)),
        acp: exposure.map(|exposure| of(&exposure.cell.acp, exposure.acp_margin)),
        missing: estimate.exposure.as_ref().err().map(missing),
        today: estimate.today.as_ref().map(|cell| [cell.adp.status.word(), cell.acp.status.word()]),
        stopped: exposure.map_or_else(Vec::new, |exposure| exposure.stopped.iter().map(stopped).collect()),
        headroom: answer(&estimate.headroom, room),
        grid: estimate.grid.as_ref().map(grid),
        chance: estimate.chance.as_ref().map(|chance| answer(chance, chance_record)),
        assumptions: estimate.assumptions.iter().map(ToString::to_string).collect(),
    }
}

fn answer<'a, T, R>(found: &'a Result<T, Unanswered>, write: impl Fn(&'a T) -> R) -> Answer<R> {
    match found {
        Ok(known) => Answer::Known(write(known)),
        Err(lacking) => Answer::Unknown { status: "unknown", missing: missing(lacking) },
    }
}

fn missing(unanswered: &Unanswered) -> Missing {
    let blank = unanswered.blank.keys().copied();
    Missing {
        reason: unanswered.to_string(),
        elections: unanswered.elections.clone(),
        columns: unanswered.columns.iter().copied().chain(blank).map(|column| column.name()).collect(),
        questions: unanswered.questions(),
    }
}

fn test(judged: &Judged) -> Test {
    let comparison = judged.comparison.as_ref();
    Test {
        status: judged.status.word(),
        hce: comparison.map(|comparison| comparison.hce),
        nhce: comparison.map(|comparison| comparison.nhce),
        limit: comparison.map(|comparison| comparison.limit.exact.to_percent()),
        basis: comparison.map(|comparison| comparison.basis()),
        margin: comparison.map(|comparison| comparison.margin().to_percent()),
        excess_total: judged.excess,
        safe_harbor_match: judged.with_match.map(|match_in| match match_in {
            MatchIn::Counted => "counted",
            MatchIn::LeftOut => "left out",
        }),
        money: None,
        missing: (!judged.unanswered.is_empty()).then(|| missing(&judged.unanswered)),
    }
}

fn stopped(found: &Stopped) -> StoppedRecord {
    StoppedRecord { by: found.by.name(), hce: found.hces, nhce: found.nhces }
}

fn money(margin: Margin) -> Money {
    Money { hce: margin.hce_money, nhce_needed: margin.nhce_needed, nhce: margin.nhce_money }
}

fn chance_record(found: &Chance) -> ChanceRecord {
    ChanceRecord {
        runs: found.runs,
        seed: found.seed,
        spread: found.spread,
        fails: found.fails,
        share: found.share(),
        expected_refunds: found.expected,
        nine_in_ten: found.nine_in_ten,
        most: found.most,
    }
}
