//! A person under a plan: the facts with what follows from them, and a place for what an answer takes for granted.

use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::assumption::Assumption;
use super::facts::{Fact, Facts};
use super::highly_compensated::HceStanding;
use super::warning::Warning;
use crate::law::Law;
use crate::lower::Missing;
use crate::money::Usd;
use crate::plan::Plan;
use crate::rules;
use crate::testing::terms::Terms;

/// What an answer is worked out from.
pub(super) struct Person<'a> {
    pub plan: &'a Plan,
    pub law: &'a Law,
    pub facts: &'a Facts,
    pub as_of: Date,
    pub terms: Terms,
    pub hce: HceStanding,
}

/// What is to be said beside the figures, gathered on the way.
#[derive(Debug, Default)]
pub(super) struct Notes {
    pub assumptions: Vec<Assumption>,
    pub warnings: Vec<Warning>,
    pub wanted: Vec<Fact>,
    pub missing: Missing,
}

impl<'a> Person<'a> {
    pub fn new(plan: &'a Plan, law: &'a Law, facts: &'a Facts, as_of: Date) -> Self {
        let terms = Terms::of(plan, law);
        let mut person = Self { plan, law, facts, as_of, terms, hce: HceStanding::NotTested };
        person.hce = super::highly_compensated::standing(&person);
        person
    }

    /// What rules see of the plan.
    pub fn rules(&self) -> rules::Facts<'a> {
        rules::Facts { plan: self.plan, law: self.law, exposures: None }
    }

    /// The calendar year whose end decides about catch-up, and whose income tax is meant.
    pub fn calendar_year(&self) -> i16 {
        self.plan.year.begins_in()
    }

    /// The age reached by December 31 (IRC 414(v)(5)(A)).
    pub fn age_at_year_end(&self) -> Option<u32> {
        match (self.facts.age, self.facts.birth_date) {
            (Some(age), _) => Some(age.0),
            (None, Some(born)) => u32::try_from(self.calendar_year() - born.year()).ok(),
            (None, None) => None,
        }
    }

    /// The first and the last day on which this person may have been born.
    pub fn born(&self) -> Option<(Date, Date)> {
        if let Some(born) = self.facts.birth_date {
            return Some((born, born));
        }
        let year = self.calendar_year() - i16::try_from(self.facts.age?.0).ok()?;
        (year > 0).then(|| (date(year, 1, 1), date(year, 12, 31)))
    }

    /// Years of service completed by the end of the plan year, where they are told.
    pub fn years_of_service(&self) -> Option<u32> {
        if let Some(years) = self.facts.years_of_service {
            return Some(years.0);
        }
        let end = self.plan.year.last_day().checked_add(1.day()).ok()?;
        let since = self.facts.hire_date?.until((jiff::Unit::Year, end)).ok()?;
        u32::try_from(since.get_years()).ok()
    }

    /// Paychecks a year.
    pub fn pay_periods(&self) -> Option<u32> {
        self.facts.pay_periods.map(|count| count.0).filter(|count| *count > 0)
    }

    pub fn other_employers(&self) -> Usd {
        self.facts.other_plan_deferrals.unwrap_or_default()
    }

    pub fn after_tax_so_far(&self) -> Usd {
        self.facts.after_tax_so_far.unwrap_or_default()
    }
}

impl Notes {
    pub fn assume(&mut self, assumption: Assumption) {
        if !self.assumptions.contains(&assumption) {
            self.assumptions.push(assumption);
        }
    }

    pub fn warn(&mut self, warning: Warning) {
        if !self.warnings.contains(&warning) {
            self.warnings.push(warning);
        }
    }

    pub fn want(&mut self, fact: Fact) {
        if !self.wanted.contains(&fact) {
            self.wanted.push(fact);
        }
    }

    pub fn lack(&mut self, missing: Missing) {
        self.missing = std::mem::take(&mut self.missing).and(missing);
    }
}
