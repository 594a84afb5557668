//! The versioned JSON of `compare`. Its members are a public contract: add, never rename.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Request;
use crate::compare::benchmark::Standing;
use crate::compare::exposure::Exposure;
use crate::compare::provision::{Provision, Stated};
use crate::compare::{ComparedPlan, Comparison, Undecided};
use crate::estimate::cell::Judged;
use crate::estimate::population::Source;
use crate::finding::{ElectionPath, Severity};
use crate::lower::Truth;
use crate::money::Percent;
use crate::money::exact::Fraction;
use crate::render::json::{
    FindingRecord, PlanRecord, QuestionRecord, finding_record, plan_record, question_record,
};
use crate::render::safe;
use crate::report::Verdict;

/// What a consumer can rely on; changed only with the meaning of a member.
const SCHEMA: &str = "planlint/compare/1";

#[derive(Serialize)]
struct Document<'c> {
    schema: &'static str,
    filter: Option<&'c str>,
    summary: Summary,
    /// The provisions that are compared, in adoption-agreement order or as they were asked for.
    provisions: Vec<ProvisionRecord<'c>>,
    norms: Vec<NormRecord<'c>>,
    benchmark: Option<PlanRow<'c>>,
    plans: Vec<PlanRow<'c>>,
    undecided: Vec<UndecidedRecord<'c>>,
    unreadable: &'c [String],
}

#[derive(Serialize)]
struct Summary {
    plans: usize,
    available: usize,
    blocked: usize,
    unknown: usize,
    undecided: usize,
    left_out: usize,
    blocked_by: Vec<BlockingRecord>,
}

#[derive(Serialize)]
struct BlockingRecord {
    rule: &'static str,
    plans: usize,
    alone: usize,
}

#[derive(Serialize)]
struct ProvisionRecord<'c> {
    election: &'c str,
    section: &'static str,
    differs: bool,
}

#[derive(Serialize)]
struct NormRecord<'c> {
    feature: &'c str,
    /// In percent.
    share: String,
    source: &'c str,
    year: i16,
    of: Option<&'c str>,
}

#[derive(Serialize)]
struct PlanRow<'c> {
    #[serde(flatten)]
    plan: PlanRecord<'c>,
    counts: Counts,
    exposure: Option<ExposureRecord>,
    provisions: BTreeMap<&'c str, ElectionRecord<'c>>,
    /// Whether the plan offers what each norm is about, in their order.
    norms: Vec<&'static str>,
    findings: Vec<FindingRecord<'c>>,
    questions: Vec<QuestionRecord<'c>>,
}

/// How the tests come out, on a census or as the `workforce` tells.
#[derive(Serialize)]
struct ExposureRecord {
    /// `workforce` or `census`.
    source: &'static str,
    adp: TestRecord,
    acp: TestRecord,
}

#[derive(Serialize)]
struct TestRecord {
    /// `pass`, `fail`, `not_required` or `unknown`.
    status: &'static str,
    /// In percentage points; negative where the test fails.
    margin: Option<Percent>,
}

#[derive(Serialize)]
struct Counts {
    errors: usize,
    warnings: usize,
    advice: usize,
    suppressed: usize,
    questions: usize,
}

#[derive(Serialize)]
struct ElectionRecord<'c> {
    /// `stated`, `unknown`, `not-yet`, `not-stated` or `unreadable`.
    state: &'static str,
    value: Option<&'c str>,
    /// Of `not-yet`: the day from which it is stated.
    from: Option<String>,
    /// Where the plan document says it.
    source: Option<&'c str>,
    effective: Option<String>,
    /// `same`, `differs` or `not-known`, where there is a benchmark.
    benchmark: Option<&'static str>,
}

#[derive(Serialize)]
struct UndecidedRecord<'c> {
    path: &'c str,
    plan: &'c str,
    missing: &'c [ElectionPath],
}

/// One pretty-printed object.
pub fn json(request: &Request<'_>) -> String {
    let comparison = request.comparison;
    let subjects = comparison.chosen_or_all(request.choice);
    let provisions = crate::compare::choice::provisions(&subjects);
    let plan = |plan| plan_row(comparison, plan, &provisions);
    let document = Document {
        schema: SCHEMA,
        filter: request.filter,
        summary: summary(comparison),
        provisions: provisions
            .iter()
            .map(|provision| ProvisionRecord {
                election: &provision.path,
                section: provision.order.section(),
                differs: comparison.differs(provision),
            })
            .collect(),
        norms: comparison.norms.iter().map(norm).collect(),
        benchmark: comparison.benchmark.as_ref().map(plan),
        plans: comparison.plans.iter().map(plan).collect(),
        undecided: comparison.undecided.iter().map(undecided).collect(),
        unreadable: &comparison.unreadable,
    };
    let mut text = serde_json::to_string_pretty(&document).expect("internal error: a comparison is not JSON");
    text.push('\n');
    safe::json(text)
}

fn summary(comparison: &Comparison) -> Summary {
    let blocking = comparison.blocking().into_iter();
    Summary {
        plans: comparison.plans.len(),
        available: comparison.count(Verdict::Available),
        blocked: comparison.count(Verdict::Blocked),
        unknown: comparison.count(Verdict::Unknown),
        undecided: comparison.undecided.len(),
        left_out: comparison.left_out,
        blocked_by: blocking
            .map(|own| BlockingRecord { rule: own.rule, plans: own.plans, alone: own.alone })
            .collect(),
    }
}

fn norm(norm: &crate::compare::norms::Norm) -> NormRecord<'_> {
    NormRecord {
        feature: norm.feature.text(),
        share: norm.share.decimal().to_string(),
        source: &norm.source,
        year: norm.year,
        of: norm.of.as_deref(),
    }
}

fn undecided(undecided: &Undecided) -> UndecidedRecord<'_> {
    UndecidedRecord {
        path: &undecided.plan.path,
        plan: &undecided.plan.report.name,
        missing: &undecided.missing,
    }
}

fn plan_row<'c>(
    comparison: &'c Comparison,
    plan: &'c ComparedPlan,
    provisions: &[&'c Provision],
) -> PlanRow<'c> {
    let texts = &comparison.texts;
    let offers = |truth: &Truth| match truth {
        Truth::Yes => "yes",
        Truth::No => "no",
        Truth::Unknown(_) => "unknown",
    };
    PlanRow {
        plan: plan_record(texts, &plan.report),
        counts: Counts {
            errors: plan.weighing(Severity::Error),
            warnings: plan.weighing(Severity::Warning),
            advice: plan.weighing(Severity::Advice),
            suppressed: plan.suppressed.len(),
            questions: plan.questions.len(),
        },
        exposure: plan.exposure.as_ref().map(exposure),
        provisions: provisions
            .iter()
            .map(|provision| (&*provision.path, election(comparison, plan, provision)))
            .collect(),
        norms: comparison.norms.iter().map(|norm| offers(&norm.offered_by(plan))).collect(),
        findings: plan.findings.iter().map(|found| finding_record(texts, found)).collect(),
        questions: plan.questions.iter().map(|asked| question_record(texts, asked)).collect(),
    }
}

fn exposure(exposure: &Exposure) -> ExposureRecord {
    let test = |judged: &Judged| TestRecord {
        status: judged.status.word(),
        margin: judged.margin().map(Fraction::to_percent),
    };
    ExposureRecord {
        source: match exposure.source {
            Source::Workforce => "workforce",
            Source::Census => "census",
        },
        adp: test(&exposure.adp),
        acp: test(&exposure.acp),
    }
}

fn election<'c>(
    comparison: &Comparison,
    plan: &'c ComparedPlan,
    provision: &Provision,
) -> ElectionRecord<'c> {
    let (state, value, from) = match plan.says(provision) {
        Stated::Value(value) => ("stated", Some(value), None),
        Stated::Unknown => ("unknown", None, None),
        Stated::NotYet(from) => ("not-yet", None, Some(from.to_string())),
        Stated::NotStated => ("not-stated", None, None),
        Stated::Unreadable => ("unreadable", None, None),
    };
    let provenance =
        plan.written(&provision.order).and_then(|written| written.election.provenance.as_deref());
    let source = provenance.and_then(|provenance| provenance.source.as_ref());
    let effective = provenance.and_then(|provenance| provenance.effective.as_ref());
    ElectionRecord {
        state,
        value,
        from,
        source: source.map(|source| source.value.as_str()),
        effective: effective.map(|date| date.value.to_string()),
        benchmark: comparison.standing(plan, provision).map(|standing| match standing {
            Standing::Same => "same",
            Standing::Differs => "differs",
            Standing::NotKnown => "not-known",
        }),
    }
}
