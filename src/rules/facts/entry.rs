//! Who comes into the plan, and whether the law has minimum rules for that: what several rules ask.

use super::Facts;
use crate::lower::{Election, Missing, Truth};
use crate::nondiscrimination::entry::{Wait, waits};
use crate::plan::employer::Entity;
use crate::syntax::phrase::condition::Eligibility;
use crate::syntax::phrase::match_formula::MatchFormula;
use crate::syntax::phrase::nonelective::Nonelective;
use crate::syntax::phrase::vesting::Vesting;

impl Facts<'_> {
    /// Is the plan under the minimum rules on participation and vesting? Neither a governmental one is, nor a church plan
    /// that has not elected to be (IRC 410(c)(1), (d), 411(e)). Such a plan of an employer that is only affiliated with a
    /// church is told by its lack of that election.
    pub fn has_minimum_standards(&self) -> Truth {
        let employer = &self.plan.employer;
        let elected = employer.church_election.is_yes();
        if elected == Truth::No {
            return Truth::No;
        }
        match employer.entity.known() {
            Ok(Entity::Church) => elected,
            Ok(_) | Err(_) => self.is_governmental().negated(),
        }
    }

    /// Does any employer money vest by a schedule?
    pub fn has_vesting_schedule(&self) -> Truth {
        let (matching, nonelective) = (&self.plan.matching, &self.plan.nonelective);
        let is_slow = |election: &Election<Vesting>| election.is(|vesting| *vesting != Vesting::Immediate);
        let matched = matching.formula.is(|formula| *formula != MatchFormula::None);
        let paid = nonelective.formula.is(|formula| *formula != Nonelective::None);
        matched.then(is_slow(&matching.vesting)).or(paid.then(is_slow(&nonelective.vesting)))
    }

    /// The ways to qualify for contributions that the plan takes, if it takes them, which is asked first.
    pub fn ways_in(&self, election: &Election<Eligibility>, is_taken: &Truth) -> Result<Vec<Wait>, Missing> {
        match (waits(self.plan, election), is_taken) {
            (Err(_), Truth::Unknown(missing)) => Err(missing.clone()),
            (ways, Truth::Yes | Truth::No | Truth::Unknown(_)) => ways,
        }
    }

    /// Does a kind of contribution let people in before age 21 or before a year of service?
    pub fn lets_in_early(&self, election: &Election<Eligibility>) -> Truth {
        match waits(self.plan, election) {
            Ok(ways) => ways.iter().any(Wait::is_early).into(),
            Err(missing) => Truth::Unknown(missing),
        }
    }

    /// Can the plan's conditions for deferrals keep out for good those who work 500 hours a year?
    pub fn needs_part_time_rule(&self) -> Truth {
        match waits(self.plan, &self.plan.eligibility.deferrals) {
            Ok(ways) => (!ways.is_empty() && ways.iter().all(Wait::needs_many_hours)).into(),
            Err(missing) => Truth::Unknown(missing),
        }
    }

    /// Does anyone defer as a long-term part-timer only (IRC 401(k)(2)(D)(ii))?
    pub fn has_long_term_part_timers(&self) -> Truth {
        self.needs_part_time_rule().and(self.plan.eligibility.long_term_part_time.is_yes())
    }

    /// May they make after-tax contributions: do the conditions for these ask for no more hours than theirs?
    pub fn may_part_timers_contribute_after_tax(&self) -> Truth {
        let election = &self.plan.eligibility.after_tax;
        let open = match election.known() {
            // Those who come in by their own rule come in to what holds for deferrals.
            Ok(Eligibility::SameAsDeferrals) => Truth::Yes,
            Ok(Eligibility::When { .. }) => match waits(self.plan, election) {
                Ok(ways) => ways.iter().any(|wait| !wait.needs_many_hours()).into(),
                Err(missing) => Truth::Unknown(missing),
            },
            Err(missing) => Truth::Unknown(missing),
        };
        self.after_tax().and(open)
    }
}
