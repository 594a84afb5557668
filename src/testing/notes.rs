//! Remarks on what was taken as given: only those that matter for the result, each with the law or the word convention.

mod beside;

use crate::census::column::Column;
use crate::census::header::Understanding;
use crate::lower::Truth;
use crate::nondiscrimination::excludable::Structure;
use crate::nondiscrimination::hce::{PayGroup, Reason};
use crate::plan::eligibility::Class;

use super::eligibility::Ground;
use super::people::{People, Standing};
use super::results::note::Note;
use super::results::{Status, TestResult, TestResults};
use super::terms::{Stated, Terms};

/// In the order in which the tests come.
pub fn notes(terms: &Terms, census: &Understanding, people: &People<'_>, results: &TestResults) -> Vec<Note> {
    let told = Told { terms, census, results, counted: Counted::of(people) };
    let in_tests = [told.people_without_pay(), told.elapsed_time(), told.excluded_classes()];
    let hces = [told.stated_hces(), told.top_paid_group(), told.ownership(), told.employer_group()];
    let plan = [told.entity(), told.split(), told.refund_order(), told.absent_match()];
    in_tests.into_iter().chain(hces).chain(plan).chain(told.beside(people)).flatten().collect()
}

struct Told<'a> {
    terms: &'a Terms,
    census: &'a Understanding,
    results: &'a TestResults,
    counted: Counted,
}

/// What one pass over the people tells.
#[derive(Default)]
struct Counted {
    stated_hces: u32,
    hces_by_pay: u32,
    determined: u32,
    by_conditions: u32,
    out: u32,
}

impl Counted {
    fn of(people: &People<'_>) -> Self {
        let mut counted = Self::default();
        for person in &people.people {
            match person.hce.map(|found| found.reason) {
                Some(Reason::Stated) => counted.stated_hces += 1,
                Some(Reason::Pay) => counted.hces_by_pay += 1,
                Some(
                    Reason::OwnerInDeterminationYear(_)
                    | Reason::OwnerInLookBackYear(_)
                    | Reason::OutsideTopPaidGroup
                    | Reason::PayWithinThreshold,
                ) => counted.determined += 1,
                None => {}
            }
            match person.adp {
                Standing::In(Ground::Conditions) => counted.by_conditions += 1,
                Standing::Out(_) => counted.out += 1,
                Standing::In(Ground::Stated) | Standing::Unknown => {}
            }
        }
        counted.determined += counted.hces_by_pay;
        counted
    }
}

impl Told<'_> {
    /// A plan with match, and a census without a column for it.
    fn absent_match(&self) -> Option<Note> {
        let has_column = self.census.has(Column::Match) || self.census.has(Column::SafeHarborMatch);
        let is_absent = self.terms.has_match == Truth::Yes && !has_column;
        is_absent.then(|| {
            Note::convention(
                "the plan has a match and the census no column `match`: it was taken as $0 for everyone",
            )
        })
    }

    /// Was any test run, or should have been?
    fn is_tested(&self) -> bool {
        self.results.all_tests().any(|test| test.status != Status::NotRequired)
    }

    fn people_without_pay(&self) -> Option<Note> {
        let count = self.results.counts.without_pay;
        (count > 0 && self.is_tested()).then(|| {
            Note::convention(format!(
                "{} without pay for the year had nothing to defer from and {} left out of the tests; `testing.zero-pay: include` takes them in",
                people_in_words(count),
                if count == 1 { "is" } else { "are" },
            ))
        })
    }

    fn elapsed_time(&self) -> Option<Note> {
        let waits = self.terms.deferrals.as_ref().is_ok_and(|conditions| conditions.wait());
        (waits && self.counted.by_conditions > 0).then(|| {
            Note::convention(
                "service was counted as time from the date of hire, whatever the hours; a column `eligible` overrides it",
            )
        })
    }

    fn excluded_classes(&self) -> Option<Note> {
        if self.census.has(Column::Eligible) {
            return None;
        }
        let shown = |class: &&Class| **class != Class::Union || !self.census.has(Column::Union);
        let classes: Vec<String> =
            self.terms.employer.excluded_classes.iter().filter(shown).map(Class::to_string).collect();
        (!classes.is_empty()).then(|| {
            Note::convention(format!(
                "the plan leaves out {}, whom the census does not mark: nobody was left out as such; a column `eligible` does",
                classes.join(", ")
            ))
        })
    }

    fn stated_hces(&self) -> Option<Note> {
        let count = self.counted.stated_hces;
        (count > 0).then(|| {
            Note::convention(format!(
                "`hce` of the census was taken as given for {}, whatever ownership and prior pay say",
                people_in_words(count)
            ))
        })
    }

    fn top_paid_group(&self) -> Option<Note> {
        let is_silent =
            self.terms.stated.top_paid_group == Stated::No && self.terms.pay_group == PayGroup::Everyone;
        (is_silent && self.counted.hces_by_pay > 0).then(|| {
            Note::new(
                "the top-paid group was taken as not elected, as the plan spec does not state `testing.top-paid-group`",
                "IRC 414(q)(1)(B)(ii)",
            )
        })
    }

    fn ownership(&self) -> Option<Note> {
        let lacks = !self.census.has(Column::Ownership) && !self.census.has(Column::PriorOwnership);
        (lacks && self.counted.determined > 0).then(|| {
            Note::new(
                "the census has no column `ownership`: nobody was taken to own more than 5% of the employer",
                "IRC 414(q)(1)(A)",
            )
        })
    }

    fn employer_group(&self) -> Option<Note> {
        let is_alone = self.census.has(Column::PlanId) && !self.census.has(Column::EmployerGroup);
        is_alone.then(|| {
            Note::new(
                "the census has no column `employer_group`: the plan was tested alone, without what its participants have in other plans of the employer",
                "26 CFR 1.401(k)-2(a)(3)(ii), 1.401(m)-2(a)(3)(ii)",
            )
        })
    }

    fn entity(&self) -> Option<Note> {
        let is_silent = self.terms.employer.entity.is_none() && self.is_tested();
        is_silent.then(|| {
            Note::new(
                "the employer was taken to be neither a government nor a church, as the plan spec does not state `employer.entity`",
                "IRC 401(k)(3)(G), 410(c)(1)",
            )
        })
    }

    fn split(&self) -> Option<Note> {
        (self.terms.structure != Structure::Together).then(|| {
            Note::convention(
                "who meets the greatest age and service that a plan may ask for was told with entry on the first day of the plan year and six months later",
            )
        })
    }

    fn refund_order(&self) -> Option<Note> {
        let takes = |test: &TestResult| {
            let shares = test.correction.iter().flat_map(|correction| &correction.shares);
            shares.into_iter().any(|share| share.after_tax.0 > 0)
        };
        let is_silent = self.terms.refund_order.is_none() && self.results.all_tests().any(takes);
        is_silent.then(|| {
            Note::convention(
                "after-tax contributions go back before match, as the plan spec does not state `testing.refund-order`",
            )
        })
    }
}

fn people_in_words(count: u32) -> String {
    if count == 1 { "1 person".to_owned() } else { format!("{count} people") }
}
