//! What stands beside the ADP and ACP tests in the JSON of `test`: limits, coverage, top-heaviness, days, notes.

use serde::Serialize;

use super::{Missing, missing};
use crate::money::Percent;
use crate::money::exact::{Cents, Hundredths};
use crate::nondiscrimination::coverage::Classification;
use crate::nondiscrimination::deadlines::EXCISE;
use crate::testing::results::coverage::{Coverage, Portion};
use crate::testing::results::deadlines::Deadlines;
use crate::testing::results::limits::{LimitFinding, Limits, Reduction};
use crate::testing::results::note::Note;
use crate::testing::results::top_heavy::TopHeavy;
use crate::testing::unanswered::Unanswered;

#[derive(Serialize)]
pub(super) struct LimitRecord<'a> {
    test: &'static str,
    status: &'static str,
    employee_id: &'a str,
    row: u32,
    amount: Cents,
    limit: Cents,
    excess: Cents,
    what: &'static str,
    citation: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    election: Option<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    reduce: Vec<ReductionRecord>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    missing: Option<Missing<'a>>,
}

#[derive(Serialize)]
struct ReductionRecord {
    source: &'static str,
    amount: Cents,
}

/// How the limits came out as a whole.
#[derive(Serialize)]
pub(super) struct LimitsSummary<'a> {
    status: &'static str,
    reason: Option<String>,
    missing: Option<Missing<'a>>,
    /// As the plan document has it.
    correction_order: Option<&'a str>,
    /// Contributions of people who are not eligible for them.
    ineligible: Option<IneligibleRecord<'a>>,
}

#[derive(Serialize)]
struct IneligibleRecord<'a> {
    people: u32,
    amount: Cents,
    first_rows: &'a [u32],
}

#[derive(Serialize)]
pub(super) struct CoverageRecord<'a> {
    status: &'static str,
    reason: Option<&'static str>,
    citation: Option<&'static str>,
    ratio: Option<Hundredths>,
    portions: Vec<PortionRecord<'a>>,
}

#[derive(Serialize)]
struct PortionRecord<'a> {
    name: &'static str,
    status: &'static str,
    reason: Option<String>,
    citation: &'static str,
    ratio: Option<Hundredths>,
    hces: u32,
    hces_benefiting: u32,
    nhces: u32,
    nhces_benefiting: u32,
    hce: Option<Hundredths>,
    nhce: Option<Hundredths>,
    concentration: Option<u32>,
    safe_harbor: Option<Hundredths>,
    unsafe_harbor: Option<Hundredths>,
    classification: Option<&'static str>,
    missing: Option<Missing<'a>>,
}

#[derive(Serialize)]
pub(super) struct TopHeavyRecord<'a> {
    status: &'static str,
    reason: Option<String>,
    citation: Option<&'static str>,
    determination_date: Option<String>,
    ratio: Option<Hundredths>,
    key_balances: Option<Cents>,
    all_balances: Option<Cents>,
    disregarded: Option<Cents>,
    key_employees: u32,
    minimum: Option<MinimumRecord>,
    missing: Option<Missing<'a>>,
}

#[derive(Serialize)]
struct MinimumRecord {
    status: &'static str,
    rate: Hundredths,
    employees: u32,
    due: Cents,
    short_employees: u32,
    short: Cents,
}

#[derive(Serialize)]
pub(super) struct DeadlinesRecord {
    refund_without_excise: String,
    /// In percent.
    excise_rate: String,
    excess: Cents,
    excise: Cents,
    last_day: String,
    excise_due: String,
}

#[derive(Serialize)]
pub(super) struct NoteRecord<'a> {
    text: &'a str,
    citation: &'static str,
}

pub(super) fn limits(limits: &Limits) -> Vec<LimitRecord<'_>> {
    limits.findings.iter().map(limit).collect()
}

fn limit(finding: &LimitFinding) -> LimitRecord<'_> {
    let step = |step: &Reduction| ReductionRecord { source: step.source.name(), amount: step.amount };
    LimitRecord {
        test: finding.test.name(),
        status: finding.status.word(),
        employee_id: &finding.employee_id,
        row: finding.row,
        amount: finding.amount,
        limit: finding.limit,
        excess: finding.excess,
        what: finding.what,
        citation: finding.citation,
        election: finding.election,
        reduce: finding.order.iter().map(step).collect(),
        reason: reason(&finding.unanswered),
        missing: of(&finding.unanswered),
    }
}

pub(super) fn limits_summary(limits: &Limits) -> LimitsSummary<'_> {
    LimitsSummary {
        status: limits.status.word(),
        reason: reason(&limits.unanswered),
        missing: of(&limits.unanswered),
        correction_order: limits.stated_order.as_deref(),
        ineligible: limits.ineligible.as_ref().map(|found| IneligibleRecord {
            people: found.people,
            amount: found.amount,
            first_rows: &found.rows,
        }),
    }
}

pub(super) fn coverage(coverage: &Coverage) -> CoverageRecord<'_> {
    let worst = coverage.portions.first();
    CoverageRecord {
        status: coverage.status.word(),
        reason: coverage
            .not_required
            .map(|ground| ground.reason)
            .or(worst.and_then(|worst| worst.why.sentence())),
        citation: coverage.not_required.map(|ground| ground.citation),
        ratio: coverage.ratio,
        portions: coverage.portions.iter().map(portion).collect(),
    }
}

fn portion(portion: &Portion) -> PortionRecord<'_> {
    PortionRecord {
        name: portion.kind.name(),
        status: portion.status.word(),
        reason: portion.why.sentence().map(str::to_owned).or_else(|| reason(&portion.unanswered)),
        citation: portion.kind.citation(),
        ratio: portion.ratio,
        hces: portion.heads.hces,
        hces_benefiting: portion.heads.hces_benefiting,
        nhces: portion.heads.nhces,
        nhces_benefiting: portion.heads.nhces_benefiting,
        hce: portion.hce,
        nhce: portion.nhce,
        concentration: portion.harbors.map(|harbors| harbors.concentration),
        safe_harbor: portion.harbors.map(|harbors| harbors.safe),
        unsafe_harbor: portion.harbors.map(|harbors| harbors.unsafe_below),
        classification: portion.classification.map(|classification| match classification {
            Classification::SafeHarbor => "safe harbor",
            Classification::FactsAndCircumstances => "facts and circumstances",
            Classification::Discriminatory => "discriminatory",
        }),
        missing: of(&portion.unanswered),
    }
}

pub(super) fn top_heavy(result: &TopHeavy) -> TopHeavyRecord<'_> {
    let minimum = result.minimum.map(|minimum| MinimumRecord {
        status: if minimum.short == Cents::ZERO { "pass" } else { "fail" },
        rate: minimum.rate,
        employees: minimum.employees,
        due: minimum.due,
        short_employees: minimum.short_employees,
        short: minimum.short,
    });
    TopHeavyRecord {
        status: result.status.word(),
        reason: result
            .not_required
            .map(|ground| ground.reason.to_owned())
            .or_else(|| reason(&result.unanswered)),
        citation: result.not_required.map(|ground| ground.citation),
        determination_date: result.determination_date.map(|day| day.to_string()),
        ratio: result.ratio.and_then(|ratio| ratio.ratio),
        key_balances: result.ratio.map(|ratio| ratio.key),
        all_balances: result.ratio.map(|ratio| ratio.all),
        disregarded: result.ratio.map(|ratio| ratio.disregarded),
        key_employees: result.key_employees,
        minimum,
        missing: of(&result.unanswered),
    }
}

pub(super) fn deadlines(deadlines: &Deadlines) -> DeadlinesRecord {
    DeadlinesRecord {
        refund_without_excise: deadlines.days.without_excise.to_string(),
        excise_rate: Percent::from(EXCISE).decimal().normalize().to_string(),
        excess: deadlines.excess,
        excise: deadlines.excise,
        last_day: deadlines.days.last_day.to_string(),
        excise_due: deadlines.days.excise_due.to_string(),
    }
}

pub(super) fn note(note: &Note) -> NoteRecord<'_> {
    NoteRecord { text: &note.text, citation: note.citation }
}

fn of(unanswered: &Unanswered) -> Option<Missing<'_>> {
    (!unanswered.is_empty()).then(|| missing(unanswered))
}

fn reason(unanswered: &Unanswered) -> Option<String> {
    (!unanswered.is_empty()).then(|| unanswered.to_string())
}
