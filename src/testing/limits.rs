//! The limits on what a person may have put in: of the law, by section, and of the plan.

mod additions;
mod catch_up;
mod deferrals;
pub(super) mod eligible;
mod pay;
mod plan_caps;

use crate::census::column::{Column, Money};
use crate::census::header::Understanding;
use crate::census::participant::Participant;
use crate::lower::Truth;
use crate::money::exact::Cents;
use crate::nondiscrimination::catch_up::CatchUp;
use crate::nondiscrimination::excess_deferral::Status as Group;
use crate::plan::PlanType;

use super::people::{Amounts, People, Person};
use super::results::Status;
use super::results::limits::{Ineligible, LimitFinding, LimitTest, Limits, Reduction};
use super::terms::Terms;
use super::unanswered::Unanswered;
use eligible::Like;

/// Compares everyone with every limit.
pub fn limits(terms: &Terms, census: &Understanding, people: &People<'_>) -> Limits {
    let mut check = Check {
        terms,
        census,
        people,
        match_like: Like::of(terms, &terms.matching),
        after_tax_like: Like::of(terms, &terms.after_tax),
        findings: Vec::new(),
        ineligible: Ineligible::default(),
        unanswered: Unanswered::default(),
        plain: Plain::of(terms, people),
    };
    if terms.after_tax_allowed != Truth::No && !census.has(Column::AfterTax) {
        check.unanswered.add(Unanswered::column(Column::AfterTax));
    }
    for person in &people.people {
        check.person(person);
    }
    let Check { mut findings, ineligible, unanswered, .. } = check;
    if ineligible.people > eligible::LISTED {
        findings.retain(|finding| finding.what != eligible::WHAT);
    }
    let ineligible = (ineligible.people > 0).then_some(ineligible);
    Limits::of(findings, ineligible, unanswered, terms.correction_order.clone())
}

/// One run over the people of a plan.
struct Check<'a, 'p> {
    terms: &'a Terms,
    census: &'a Understanding,
    people: &'a People<'p>,
    match_like: Like,
    after_tax_like: Like,
    findings: Vec<LimitFinding>,
    ineligible: Ineligible,
    unanswered: Unanswered,
    plain: Option<Plain>,
}

/// Bounds within which nobody can be above any limit, where the plan has none of its own and stands alone: nearly all
/// people are, and nothing more is looked at.
#[derive(Clone, Copy)]
struct Plain {
    elective: Cents,
    additions: Cents,
    counted_pay: Cents,
}

impl Plain {
    fn of(terms: &Terms, people: &People<'_>) -> Option<Self> {
        let is_plain = people.elsewhere.is_empty()
            && terms.caps.is_empty()
            && terms.after_tax_allowed != Truth::No
            && terms.same_people_in_both
            && terms.plan_type.is_some_and(|plan_type| PlanType::FULL_401K.contains(&plan_type));
        let (_, elective) = terms.limits.elective_deferral.filter(|_| is_plain)?;
        Some(Self {
            elective: elective.ok()?,
            additions: terms.limits.annual_additions.ok()?,
            counted_pay: terms.limits.compensation.ok()?,
        })
    }

    fn holds(self, person: &Person, row: &Participant) -> bool {
        let here = &person.here;
        let pay = Cents(row.money(Money::Compensation));
        let additions = here.elective + here.after_tax + here.employer();
        person.is_in_adp()
            && person.is_in_acp()
            && here.elective <= self.elective
            && additions <= self.additions.min(pay)
            && pay <= self.counted_pay
    }
}

/// One person with all that the limits are about.
struct Subject<'s> {
    person: &'s Person,
    row: &'s Participant,
    here: Amounts,
    /// In all plans of the employer.
    all: Amounts,
    /// Pay before any cap.
    pay: Cents,
    /// Elective deferrals to all plans of the employer, sorted by law.
    sorted: CatchUp,
}

/// What a finding says beside the person.
struct Above {
    test: LimitTest,
    amount: Cents,
    limit: Cents,
    what: &'static str,
    citation: &'static str,
}

impl Check<'_, '_> {
    fn person(&mut self, person: &Person) {
        if self.plain.is_some_and(|plain| plain.holds(person, self.people.row(person))) {
            return;
        }
        let subject = self.subject(person);
        if subject.all == Amounts::default() {
            return;
        }
        self.deferrals(&subject);
        self.catch_up(&subject);
        self.annual_additions(&subject);
        self.counted_pay(&subject);
        self.plan_caps(&subject);
        self.eligible(&subject);
    }

    fn subject<'s>(&self, person: &'s Person) -> Subject<'s>
    where
        Self: 's,
    {
        let row = self.people.row(person);
        let here = person.here;
        let there = self.people.elsewhere.get(&person.place);
        let all = there.map_or(here, |there| here.plus(*there));
        let is_sorted = all.elective == here.elective || person.is(Group::Hce);
        let sorted = if is_sorted {
            person.elective
        } else {
            super::people::catch_up::sort(self.terms, self.census, row, all.elective, None)
                .unwrap_or_else(|_| super::people::catch_up::unsorted(all.elective))
        };
        let pay = Cents(row.money(Money::Compensation));
        Subject { person, row, here, all, pay, sorted }
    }

    fn fail(&mut self, subject: &Subject<'_>, above: Above) -> &mut LimitFinding {
        self.add(subject, above, Status::Fail, Unanswered::default())
    }

    fn unknown(&mut self, subject: &Subject<'_>, above: Above, missing: Unanswered) -> &mut LimitFinding {
        self.add(subject, above, Status::Unknown, missing)
    }

    fn add(
        &mut self,
        subject: &Subject<'_>,
        above: Above,
        status: Status,
        unanswered: Unanswered,
    ) -> &mut LimitFinding {
        let Above { test, amount, limit, what, citation } = above;
        self.findings.push(LimitFinding {
            test,
            status,
            employee_id: self.people.rows.employee_name(subject.row).into_owned(),
            row: subject.row.row(),
            amount,
            limit,
            excess: amount.less(limit),
            what,
            citation,
            election: None,
            order: Vec::new(),
            unanswered,
        });
        self.findings.last_mut().expect("internal error: a finding was just added")
    }
}

impl Amounts {
    /// All employer money, forfeitures among it.
    fn employer(&self) -> Cents {
        self.matching + self.qmac + self.qnec + self.other_employer
    }
}

/// So much of each source, in this order, until the excess is used up.
fn reductions(excess: Cents, sources: &[Reduction]) -> Vec<Reduction> {
    let mut left = excess;
    let mut order = Vec::new();
    for source in sources {
        let amount = source.amount.min(left);
        if amount > Cents::ZERO {
            left = left - amount;
            order.push(Reduction { source: source.source, amount });
        }
    }
    order
}
