//! The nondiscrimination and limit tests of a plan on its participants: a census's rows under a plan's terms.
//!
//! The arithmetic is in [`nondiscrimination`](crate::nondiscrimination); here it is decided which tests a plan must
//! pass, who is in them, what counts, and what cannot be told. What is not known is never taken for a pass.

mod acp;
mod adp;
mod correction;
mod coverage;
mod days;
mod deadlines;
pub mod eligibility;
mod highly_compensated;
mod limits;
mod lines;
mod notes;
pub mod people;
mod qnecs;
pub mod results;
mod split;
pub mod terms;
mod top_heavy;
pub mod unanswered;

use crate::census::header::Understanding;
use crate::census::participant::PlanRows;
use people::People;
use results::{Counts, Subtest, TestResults};
use terms::Terms;

/// Tests one plan of an employer. `plans` are all the plans of the employer in the census: what a highly compensated
/// employee has in the others counts in this one too (26 CFR 1.401(k)-2(a)(3)(ii)). `tested` is the place of the plan
/// among them.
///
/// # Panics
/// If there is no such place.
pub fn run(terms: &Terms, census: &Understanding, plans: &[PlanRows], tested: usize) -> TestResults {
    let people = People::of(terms, census, plans, tested);
    let parts = split::parts(terms, census, &people);
    let mut tests = parts.iter().map(|part| {
        let adp = adp::test(terms, census, &people, part);
        let acp = acp::test(terms, census, &people, part, &adp);
        Subtest { name: part.name, adp: adp.result, acp }
    });
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
    };
    results.deadlines = deadlines::deadlines(terms, &results);
    results.notes = notes::notes(terms, census, &people, &results);
    results
}
