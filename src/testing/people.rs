//! The participants of one plan as its tests see them: who is in, who is highly compensated, and what counts.

pub mod catch_up;
mod standing;

use std::collections::HashMap;

use crate::census::column::{Flag, Money};
use crate::census::header::Understanding;
use crate::census::participant::{Participant, PlanRows};
use crate::lower::Missing;
use crate::money::exact::Cents;
use crate::nondiscrimination::catch_up::CatchUp;
use crate::nondiscrimination::excess_deferral::{Status, counted_in_adr};
use crate::nondiscrimination::hce::Determination;
use crate::nondiscrimination::ratio::capped;

use super::eligibility::{Conditions, Exclusion};
use super::highly_compensated;
use super::terms::Terms;
use super::unanswered::Unanswered;

/// Everyone in the census of one plan, in the order of the rows.
#[derive(Debug)]
pub struct People<'a> {
    pub rows: &'a PlanRows,
    /// The last day of the plan year, as a number.
    pub last_day: u32,
    pub people: Vec<Person>,
    /// Why nothing can be said of some in either test: who is highly compensated, who takes part in deferrals.
    pub unanswered: Unanswered,
    /// Why nothing can be said of some in the ACP test.
    pub acp_unanswered: Unanswered,
    /// Why elective contributions of some cannot be sorted into catch-up and others.
    pub catch_up_unanswered: Unanswered,
    /// What people have in the other plans of the employer, by the place of their row here.
    pub elsewhere: HashMap<u32, Amounts>,
    /// What all have in this plan.
    pub total: Amounts,
    /// Is anybody under a collective bargaining agreement?
    pub has_union: bool,
}

/// One person in one plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Person {
    /// The place among the rows of the plan.
    pub place: u32,
    pub hce: Option<Determination>,
    pub adp: Standing,
    pub acp: Standing,
    /// What the person has in this plan.
    pub here: Amounts,
    /// Plan pay, cut to the limit of 401(a)(17).
    pub pay: Cents,
    /// Elective contributions, sorted by law; those to all plans of the employer for the highly compensated.
    pub elective: CatchUp,
    /// Elective contributions that the ADR counts.
    pub counted_elective: Cents,
}

/// Whether a person is in a test.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    In(super::eligibility::Ground),
    Out(Exclusion),
    Unknown,
}

/// What a person has in one plan or several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Amounts {
    pub elective: Cents,
    pub after_tax: Cents,
    pub matching: Cents,
    pub qmac: Cents,
    pub qnec: Cents,
    /// Nonelective contributions, safe harbor ones among them, and forfeitures.
    pub other_employer: Cents,
}

impl Amounts {
    pub fn of(one: &Participant) -> Self {
        let of = |money| Cents(one.money(money));
        Self {
            elective: of(Money::PreTax) + of(Money::Roth) + of(Money::CatchUp),
            after_tax: of(Money::AfterTax),
            matching: of(Money::Match) + of(Money::SafeHarborMatch),
            qmac: of(Money::Qmac),
            qnec: of(Money::Qnec),
            other_employer: of(Money::Nonelective)
                + of(Money::SafeHarborNonelective)
                + of(Money::Forfeitures),
        }
    }

    pub fn plus(self, other: Amounts) -> Self {
        Self {
            elective: self.elective + other.elective,
            after_tax: self.after_tax + other.after_tax,
            matching: self.matching + other.matching,
            qmac: self.qmac + other.qmac,
            qnec: self.qnec + other.qnec,
            other_employer: self.other_employer + other.other_employer,
        }
    }
}

impl<'a> People<'a> {
    /// Everyone of `plans[tested]`.
    pub fn of(terms: &Terms, census: &Understanding, plans: &'a [PlanRows], tested: usize) -> Self {
        let (hces, unanswered) = highly_compensated::determine(terms, census, plans, tested);
        let rows = &plans[tested];
        let mut all = Self {
            rows,
            last_day: terms.days.last,
            people: Vec::with_capacity(rows.participants().len()),
            // Why some are unknown matters only if some are.
            unanswered: if hces.leaves_unknown(rows) { unanswered } else { Unanswered::default() },
            acp_unanswered: Unanswered::default(),
            catch_up_unanswered: Unanswered::default(),
            elsewhere: elsewhere(plans, tested),
            total: Amounts::default(),
            has_union: false,
        };
        for (place, one) in rows.participants().iter().enumerate() {
            let hce = hces.of(place, one);
            let place = u32::try_from(place).unwrap_or(u32::MAX);
            let person = all.person(terms, census, place, one, hce);
            all.total = all.total.plus(person.here);
            all.has_union |= one.flag(Flag::Union) == Some(true);
            all.people.push(person);
        }
        all
    }

    /// The row of a person.
    pub fn row(&self, person: &Person) -> &'a Participant {
        &self.rows.participants()[person.place as usize]
    }

    /// What counts in this plan's ratios: of the highly compensated what is in all plans of the employer (26 CFR
    /// 1.401(k)-2(a)(3)(ii), 1.401(m)-2(a)(3)(ii)).
    #[inline]
    pub fn counted(&self, person: &Person) -> Amounts {
        // One plan alone is the common case, and this is asked of everybody several times.
        if self.elsewhere.is_empty() {
            return person.here;
        }
        match self.elsewhere.get(&person.place) {
            Some(there) if person.is(Status::Hce) => person.here.plus(*there),
            Some(_) | None => person.here,
        }
    }

    /// Whether a person is in the group for a contribution with these conditions.
    pub fn standing_by(
        &self,
        conditions: &Result<Conditions, Missing>,
        terms: &Terms,
        census: &Understanding,
        person: &Person,
    ) -> (Standing, Unanswered) {
        let mut missing = Unanswered::default();
        let standing =
            standing::standing(conditions, terms, census, self.row(person), person.hce, &mut missing);
        (standing, missing)
    }

    fn person(
        &mut self,
        terms: &Terms,
        census: &Understanding,
        place: u32,
        one: &Participant,
        hce: Option<Determination>,
    ) -> Person {
        let adp = standing::standing(&terms.deferrals, terms, census, one, hce, &mut self.unanswered);
        let acp = standing::acp_standing(terms, census, one, hce, adp, &mut self.acp_unanswered);
        let pay = Cents(one.money(Money::Compensation));
        let pay = terms.limits.compensation.map_or(pay, |limit| capped(pay, limit));
        let here = Amounts::of(one);
        let status = hce.map(|found| found.status);
        let there = self.elsewhere.get(&place).map_or(Cents::ZERO, |amounts| amounts.elective);
        let elective = if status == Some(Status::Hce) { here.elective + there } else { here.elective };
        let plan_limit =
            terms.caps.hce_elective.filter(|_| status == Some(Status::Hce)).map(|cap| cap.at(pay));
        let sorted = catch_up::sort(terms, census, one, elective, plan_limit).unwrap_or_else(|missing| {
            if adp != Standing::Out(Exclusion::NoPay) {
                self.catch_up_unanswered.add(missing);
            }
            catch_up::unsorted(elective)
        });
        let counted_elective = match (&terms.limits.elective_deferral, status) {
            (Some((_, Ok(limit))), Some(status)) => counted_in_adr(status, sorted.counted, *limit),
            (Some((_, Ok(_) | Err(_))) | None, _) => sorted.counted,
        };
        Person { place, hce, adp, acp, here, pay, elective: sorted, counted_elective }
    }
}

impl Person {
    pub fn is(&self, status: Status) -> bool {
        self.hce.is_some_and(|found| found.status == status)
    }

    pub fn is_in_adp(&self) -> bool {
        matches!(self.adp, Standing::In(_))
    }

    pub fn is_in_either(&self) -> bool {
        self.is_in_adp() || self.is_in_acp()
    }

    pub fn is_in_acp(&self) -> bool {
        matches!(self.acp, Standing::In(_))
    }
}

/// The sums of the rows of the same people in the other plans.
fn elsewhere(plans: &[PlanRows], tested: usize) -> HashMap<u32, Amounts> {
    if plans.len() == 1 {
        return HashMap::new();
    }
    let own = plans[tested].participants().iter().enumerate();
    let places: HashMap<&[u8], u32> = own
        .map(|(place, one)| (plans[tested].employee_id(one), u32::try_from(place).unwrap_or(u32::MAX)))
        .collect();
    let mut found: HashMap<u32, Amounts> = HashMap::new();
    for (_, rows) in plans.iter().enumerate().filter(|(index, _)| *index != tested) {
        for one in rows.participants() {
            if let Some(place) = places.get(rows.employee_id(one)) {
                let sum = found.entry(*place).or_default();
                *sum = sum.plus(Amounts::of(one));
            }
        }
    }
    found
}
