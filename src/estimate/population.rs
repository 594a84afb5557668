//! The people that an estimate is about, as rows of a census, with what was assumed of them and what is not known.

use crate::census::column::Money;
use crate::census::header::Understanding;
use crate::census::participant::PlanRows;
use crate::money::exact::Cents;
use crate::nondiscrimination::excess_deferral::Status;
use crate::testing::people::People;
use crate::testing::terms::Terms;
use crate::testing::unanswered::Unanswered;

use super::assumption::Assumption;
use super::scene::room::most;

/// The people.
#[derive(Debug, Clone)]
pub struct Population {
    pub understanding: Understanding,
    /// The plans of the employer.
    pub plans: Vec<PlanRows>,
    /// Which of them is estimated.
    pub tested: usize,
    pub source: Source,
    pub assumptions: Vec<Assumption>,
    pub gaps: Gaps,
}

/// Where the people come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Source {
    Workforce,
    Census,
}

/// What keeps a test of these people from being answered. Empty where nothing does.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Gaps {
    /// Nothing can be said without it.
    pub people: Unanswered,
    pub matching: Unanswered,
    pub hce_after_tax: Unanswered,
    pub nhce_after_tax: Unanswered,
}

impl Gaps {
    /// What is missing of a group's after-tax contributions.
    pub fn after_tax(&self, status: Status) -> &Unanswered {
        match status {
            Status::Hce => &self.hce_after_tax,
            Status::Nhce => &self.nhce_after_tax,
        }
    }
}

impl Population {
    /// The rows of a census, as they stand. The rows of the plan have to be there.
    pub fn census(understanding: Understanding, plans: Vec<PlanRows>, tested: usize) -> Self {
        Self {
            understanding,
            plans,
            tested,
            source: Source::Census,
            assumptions: vec![Assumption::Today],
            gaps: Gaps::default(),
        }
    }

    /// So many are taken to make no catch-up contributions because nothing is known of them.
    pub(super) fn say_without_catch_up(&mut self, people: u32) {
        if people > 0 {
            self.assumptions.push(Assumption::WithoutCatchUp { people });
        }
    }

    /// Cuts after-tax contributions that are yet to be made to what the limits on a person leave; what `made` says by the
    /// place of a row is there already and stays, for the tests to find.
    ///
    /// # Errors
    /// A limit that is not published.
    pub(super) fn cut_after_tax(&mut self, terms: &Terms, made: Option<&[Cents]>) -> Result<(), Unanswered> {
        let mut cut = Vec::new();
        let people = People::of(terms, &self.understanding, &self.plans, self.tested);
        for person in people.people.iter().filter(|person| person.here.after_tax > Cents::ZERO) {
            let made = made.and_then(|made| made.get(person.place as usize)).copied().unwrap_or_default();
            let (room, _) = most(terms, &people, person)?;
            if room.max(made) < person.here.after_tax {
                cut.push((person.place, room.max(made)));
            }
        }
        let rows = self.plans[self.tested].participants_mut();
        for (place, amount) in &cut {
            rows[*place as usize].set_money(Money::AfterTax, amount.0);
        }
        if !cut.is_empty() {
            let people = u32::try_from(cut.len()).unwrap_or(u32::MAX);
            self.assumptions.push(Assumption::AfterTaxCut { people });
        }
        Ok(())
    }
}

/// Writes a match where the row has it: a safe harbor match stays one.
pub(super) fn write_match(one: &mut crate::census::participant::Participant, amount: Cents) {
    let is_safe_harbor = one.money(Money::SafeHarborMatch) != 0 && one.money(Money::Match) == 0;
    let (to, other) = if is_safe_harbor {
        (Money::SafeHarborMatch, Money::Match)
    } else {
        (Money::Match, Money::SafeHarborMatch)
    };
    one.set_money(to, amount.0);
    one.set_money(other, 0);
}
