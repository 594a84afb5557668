//! The versioned JSON of proposals, an object a plan. Its members are a public contract: add, never rename.

use serde::Serialize;

use super::{Found, words};
use crate::finding::ElectionPath;
use crate::money::Percent;
use crate::money::exact::{Cents, Hundredths};
use crate::proposals::conditions::Chance;
use crate::proposals::outcome::{Outcome, Tested};
use crate::proposals::state::Obstacle;
use crate::proposals::{Nothing, Proposal, Proposals, Unjudged};
use crate::render::safe;
use crate::testing::unanswered::Unanswered;

/// What a consumer can rely on; changed only with the meaning of a member.
const SCHEMA: &str = "planlint/proposals/1";

/// One pretty-printed object.
pub fn json(found: &Found) -> String {
    let text = serde_json::to_string_pretty(&record(found)).expect("internal error: proposals are not JSON");
    safe::json(text + "\n")
}

/// One object on one line.
pub fn jsonl(found: &Found) -> String {
    let text = serde_json::to_string(&record(found)).expect("internal error: proposals are not JSON");
    safe::json(text + "\n")
}

#[derive(Serialize)]
#[serde(untagged)]
enum Record<'a> {
    Found(Box<FoundRecord<'a>>),
    Unknown { schema: &'static str, status: &'static str, missing: Missing<'a> },
}

#[derive(Serialize)]
struct FoundRecord<'a> {
    schema: &'static str,
    status: &'static str,
    plan: &'a str,
    year: i16,
    plan_year: [String; 2],
    as_of: String,
    now: OutcomeRecord,
    room: Option<Hundredths>,
    proposals: Vec<ProposalRecord<'a>>,
    not_enough: Vec<ProposalRecord<'a>>,
    not_judged: Vec<UnjudgedRecord<'a>>,
    assumptions: Vec<String>,
}

#[derive(Serialize)]
struct OutcomeRecord {
    adp: TestRecord,
    acp: TestRecord,
    limits: &'static str,
    coverage: &'static str,
    refunds: Cents,
    hces_keep: Cents,
    cost: Cents,
    shift_points: Option<Hundredths>,
}

#[derive(Serialize)]
struct TestRecord {
    status: &'static str,
    hce: Option<Hundredths>,
    nhce: Option<Hundredths>,
    limit: Option<Percent>,
}

#[derive(Serialize)]
struct ProposalRecord<'a> {
    levers: Vec<&'static str>,
    words: String,
    passes: bool,
    outcome: OutcomeRecord,
    room: Option<Hundredths>,
    chance: ChanceRecord<'a>,
    conditions: Vec<ConditionRecord>,
    changes: Vec<ChangeRecord<'a>>,
    diff: &'a str,
}

#[derive(Serialize)]
struct ChanceRecord<'a> {
    status: &'static str,
    date: Option<String>,
    questions: &'a [&'static str],
}

#[derive(Serialize)]
struct ConditionRecord {
    what: &'static str,
    citation: &'static str,
}

#[derive(Serialize)]
struct ChangeRecord<'a> {
    election: &'a str,
    phrase: &'a str,
}

#[derive(Serialize)]
struct UnjudgedRecord<'a> {
    lever: &'static str,
    why: String,
    missing: Option<Missing<'a>>,
}

/// What would have to be known.
#[derive(Serialize)]
struct Missing<'a> {
    columns: Vec<&'static str>,
    elections: &'a [ElectionPath],
    questions: Vec<&'static str>,
    told: String,
}

impl<'a> Missing<'a> {
    fn of(missing: &'a Unanswered) -> Self {
        Self {
            columns: missing.columns.iter().map(|column| column.name()).collect(),
            elections: &missing.elections,
            questions: missing.questions(),
            told: missing.to_string(),
        }
    }
}

fn record(found: &Found) -> Record<'_> {
    match found {
        Ok(found) => Record::Found(Box::new(proposals(found))),
        Err(Nothing::Unknown(missing)) => {
            Record::Unknown { schema: SCHEMA, status: "unknown", missing: Missing::of(missing) }
        }
        Err(Nothing::Obstacle(_)) => Record::Unknown {
            schema: SCHEMA,
            status: "unreadable",
            missing: Missing {
                columns: Vec::new(),
                elections: &[],
                questions: Vec::new(),
                told: String::new(),
            },
        },
    }
}

fn proposals(found: &Proposals) -> FoundRecord<'_> {
    FoundRecord {
        schema: SCHEMA,
        status: match (found.now.passes(&found.now), found.passing.is_empty()) {
            (true, _) => "nothing_to_fix",
            (false, false) => "proposals",
            (false, true) => "none_found",
        },
        plan: &found.plan,
        year: found.year.begins_in(),
        plan_year: [found.year.first_day().to_string(), found.year.last_day().to_string()],
        as_of: found.as_of.to_string(),
        now: outcome(&found.now),
        room: found.room,
        proposals: found.passing.iter().map(|one| proposal(one, found)).collect(),
        not_enough: found.short.iter().map(|one| proposal(one, found)).collect(),
        not_judged: found.unjudged.iter().map(unjudged).collect(),
        assumptions: found.assumptions.iter().map(ToString::to_string).collect(),
    }
}

fn proposal<'a>(one: &'a Proposal, found: &Proposals) -> ProposalRecord<'a> {
    let (status, date) = match one.chance {
        Chance::Open { until } => ("open", Some(until.to_string())),
        Chance::Asks { .. } => ("depends", None),
        Chance::Over { since } => ("too_late", Some(since.to_string())),
    };
    let conditions = one.conditions.iter();
    let changes = one.state.changes.iter();
    ProposalRecord {
        levers: one.levers.iter().map(|lever| lever.name()).collect(),
        words: words::title(one),
        passes: one.outcome.passes(&found.now),
        outcome: outcome(&one.outcome),
        room: one.room,
        chance: ChanceRecord { status, date, questions: &one.questions },
        conditions: conditions
            .map(|one| ConditionRecord { what: one.what, citation: one.citation })
            .collect(),
        changes: changes.map(|one| ChangeRecord { election: &one.path, phrase: &one.phrase }).collect(),
        diff: &one.diff,
    }
}

fn outcome(outcome: &Outcome) -> OutcomeRecord {
    OutcomeRecord {
        adp: tested(&outcome.adp),
        acp: tested(&outcome.acp),
        limits: outcome.limits.word(),
        coverage: outcome.coverage.word(),
        refunds: outcome.excess,
        hces_keep: outcome.kept,
        cost: outcome.cost,
        shift_points: outcome.shift,
    }
}

fn tested(test: &Tested) -> TestRecord {
    TestRecord {
        status: test.status.word(),
        hce: test.comparison.map(|found| found.hce),
        nhce: test.comparison.map(|found| found.nhce),
        limit: test.comparison.map(|found| found.limit.exact.to_percent()),
    }
}

fn unjudged(one: &Unjudged) -> UnjudgedRecord<'_> {
    let missing = match &one.why {
        Obstacle::Unanswered(missing) => Some(Missing::of(missing)),
        Obstacle::NoEffect | Obstacle::Refused(_) => None,
    };
    UnjudgedRecord { lever: one.lever.name(), why: words::unjudged(one), missing }
}
