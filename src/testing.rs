//! The nondiscrimination and limit tests of a plan on its participants: a census's rows under a plan's terms.
//!
//! The arithmetic is in [`nondiscrimination`](crate::nondiscrimination); here it is decided which tests a plan must
//! pass, who is in them, what counts, and what cannot be told. What is not known is never taken for a pass.

pub(crate) mod acp;
pub(crate) mod adp;
pub mod batch;
pub mod correction;
mod coverage;
mod days;
mod deadlines;
pub mod eligibility;
mod highly_compensated;
mod limits;
pub(crate) mod lines;
mod notes;
pub mod participants;
pub mod people;
mod qnecs;
pub mod remark;
pub mod results;
pub(crate) mod split;
pub mod terms;
mod top_heavy;
pub mod unanswered;

use crate::census::header::Understanding;
use crate::census::participant::PlanRows;
use participants::Participants;
use people::People;
use results::counts::Counts;
use results::{Subtest, TestResults};
use terms::Terms;

/// How much is told of single participants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Detail {
    /// Only of those whom a correction is about.
    Corrections,
    /// Everyone's status, pay and ratios too.
    Participants,
}

/// Tests one plan of an employer. `plans` are all the plans of the employer in the census: what a highly compensated
/// employee has in the others counts in this one too (26 CFR 1.401(k)-2(a)(3)(ii)). `tested` is the place of the plan
/// among them.
///
/// # Panics
/// If there is no such place.
pub fn run(terms: &Terms, census: &Understanding, plans: &[PlanRows], tested: usize) -> TestResults {
    run_in(terms, census, plans, tested, Detail::Corrections)
}

/// ADP and ACP alone, part by part.
///
/// # Panics
/// If there is no such place.
pub fn ratios(terms: &Terms, census: &Understanding, plans: &[PlanRows], tested: usize) -> Vec<Subtest> {
    let people = People::of(terms, census, plans, tested);
    let test = |part: &split::Part| {
        let adp = adp::test(terms, census, &people, part);
        let acp = acp::test(terms, census, &people, part, &adp);
        Subtest { name: part.name, adp: adp.result, acp: acp.result }
    };
    split::parts(terms, census, &people).iter().map(test).collect()
}

/// [`run`], with as much detail as is asked for.
///
/// # Panics
/// If there is no such place.
pub fn run_in(
    terms: &Terms,
    census: &Understanding,
    plans: &[PlanRows],
    tested: usize,
    detail: Detail,
) -> TestResults {
    let people = People::of(terms, census, plans, tested);
    let parts = split::parts(terms, census, &people);
    let mut everyone = match detail {
        Detail::Corrections => None,
        Detail::Participants => Some(Participants::of(&people)),
    };
    let mut tests = Vec::new();
    for part in &parts {
        let adp = adp::test(terms, census, &people, part);
        let acp = acp::test(terms, census, &people, part, &adp);
        if let Some(everyone) = &mut everyone {
            everyone.add(&adp.lines, &acp.lines);
        }
        tests.push(Subtest { name: part.name, adp: adp.result, acp: acp.result });
    }
    let mut tests = tests.into_iter();
    let first = tests.next().expect("internal error: a plan without a part to test");
    let mut results = TestResults {
        plan: terms.plan.clone(),
        plan_id: people.rows.plan_id().map(|id| id.into_owned()),
        plan_type: terms.plan_type,
        year: terms.year,
        counts: Counts::of(&people),
        part: first.name,
        adp: first.adp,
        acp: first.acp,
        subtests: tests.collect(),
        limits: limits::limits(terms, census, &people),
        coverage: coverage::test(terms, census, &people),
        top_heavy: top_heavy::test(terms, census, plans, &people),
        deadlines: None,
        notes: Vec::new(),
        hce_pay: terms.limits.hce_pay.ok(),
        participants: everyone.map(Participants::into_list),
    };
    results.deadlines = deadlines::deadlines(terms, &results);
    results.notes = notes::notes(terms, census, &people, &results);
    results
}
