//! Remarks on the limits, on coverage and on the top-heavy test.

use super::{Told, people_in_words};
use crate::census::column::{Column, Money};
use crate::money::exact::Cents;
use crate::nondiscrimination::catch_up::must_be_roth;
use crate::testing::people::People;
use crate::testing::results::Status;
use crate::testing::results::limits::{LimitFinding, LimitTest};
use crate::testing::results::note::Note;

impl Told<'_> {
    pub(super) fn beside(&self, people: &People<'_>) -> Vec<Option<Note>> {
        let mut notes = self.limits();
        notes.extend([self.recorded_catch_up(people), self.roth_catch_up(people)]);
        notes.extend([self.coverage(), self.related_employers()]);
        notes.extend(self.top_heavy());
        notes
    }

    fn limits(&self) -> Vec<Option<Note>> {
        let findings = &self.results.limits.findings;
        let has = |is: &dyn Fn(&LimitFinding) -> bool| findings.iter().any(is);
        let is_additions = |finding: &LimitFinding| finding.test == LimitTest::AnnualAdditions;
        let barred = |finding: &LimitFinding| {
            finding.election.is_some_and(|election| election.starts_with("eligibility."))
        };
        let mut barred: Vec<u32> = findings.iter().filter(|one| barred(one)).map(|one| one.row).collect();
        barred.dedup();
        let barred = u32::try_from(barred.len()).unwrap_or(u32::MAX);
        vec![
            has(&|one| is_additions(one) && !one.order.is_empty()).then(|| match &self.results.limits.stated_order {
                Some(_) => Note::convention(
                    "what goes back first above 415(c) is shown in the usual order; the order that the plan states in `limits.correction-order` comes before it",
                ),
                None => Note::new(
                    "what goes back first above 415(c): unmatched after-tax contributions and deferrals before what is matched; the census does not tell which are matched, and the plan spec states no `limits.correction-order`",
                    "Rev. Proc. 2021-30, 6.06(2)",
                ),
            }),
            has(&|one| is_additions(one) && one.limit < self.dollar_limit()).then(|| {
                Note::convention("`compensation` of the census stands for the pay of 415(c)(3), without a cap")
            }),
            has(&|one| one.test == LimitTest::ElectiveDeferrals && one.status == Status::Fail).then(|| {
                Note::new(
                    "deferrals above 402(g) were taken to be paid out by April 15, so that they are no annual additions",
                    "26 CFR 1.415(c)-1(b)(2)(ii)(D)",
                )
            }),
            (barred > 0).then(|| {
                Note::convention(format!(
                    "contributions of {} who are not eligible are in neither test",
                    people_in_words(barred)
                ))
            }),
        ]
    }

    fn dollar_limit(&self) -> Cents {
        self.terms.limits.annual_additions.unwrap_or(Cents::ZERO)
    }

    /// Payroll's word has no weight: said where it and the law differ.
    fn recorded_catch_up(&self, people: &People<'_>) -> Option<Note> {
        if !self.census.has(Column::CatchUp) {
            return None;
        }
        let differs = people.people.iter().any(|person| {
            let recorded = Cents(people.row(person).money(Money::CatchUp));
            recorded > Cents::ZERO && recorded != person.elective.used()
        });
        differs.then(|| {
            Note::new(
                "what payroll recorded as catch-up was added to the other deferrals and sorted by the limits of law and plan: catch-up is what is above one of them",
                "IRC 414(v)(3); 26 CFR 1.414(v)-1(b)(1), (c)",
            )
        })
    }

    fn roth_catch_up(&self, people: &People<'_>) -> Option<Note> {
        let wages_limit = self.terms.limits.roth_catch_up_wages.ok()?;
        if !self.census.has(Column::CatchUp) || !self.census.has(Column::PriorFicaWages) {
            return None;
        }
        let rests = people.people.iter().any(|person| {
            let row = people.row(person);
            let money = |one| Cents(row.money(one));
            money(Money::CatchUp) > Cents::ZERO
                && must_be_roth(money(Money::PriorFicaWages), wages_limit)
                && money(Money::Roth) < person.elective.used()
        });
        rests.then(|| {
            Note::convention(
                "amounts in `catch_up` were taken to be Roth where they had to be: the column does not tell (IRC 414(v)(7))",
            )
        })
    }

    fn coverage(&self) -> Option<Note> {
        let is_tested = self.results.coverage.status != Status::NotRequired;
        (is_tested && self.counted.out == 0 && self.results.counts.rows > 0).then(|| {
            Note::new(
                "coverage is that of the people in the census, all of whom may take part: employees who are not in it are not counted",
                "IRC 410(b); 26 CFR 1.410(b)-6",
            )
        })
    }

    fn related_employers(&self) -> Option<Note> {
        let is_tested = self.results.coverage.status != Status::NotRequired;
        (is_tested && self.terms.employer.related_employers > 0).then(|| {
            Note::new(
                "the employees of related employers count in the tests as those of the sponsor: who of them is not in the census is not counted",
                "IRC 414(b), (c), (m), (o)",
            )
        })
    }

    fn top_heavy(&self) -> [Option<Note>; 3] {
        let result = &self.results.top_heavy;
        let is_tested = result.ratio.is_some();
        [
            is_tested.then(|| {
                Note::new(
                    "`balance` was taken as that of the determination date, with distributions of the year before it added back and unrelated rollovers left out",
                    "IRC 416(g)(3), (4)(A)",
                )
            }),
            (is_tested && !self.census.has(Column::PriorOwnership) && self.census.has(Column::Ownership)).then(|| {
                Note::convention(
                    "the census has no column `prior_ownership`: key employees were told by the ownership of this plan year",
                )
            }),
            result.minimum.is_some().then(|| {
                Note::new(
                    "the minimum contribution was counted for those past 21 and a year of service: a plan may leave the others out of it, if it says so",
                    "IRC 416(c)(2)(C)",
                )
            }),
        ]
    }
}
