//! Who takes part, from when: a plan's conditions and entry dates, on the dates of a person.

mod alternative;
mod entry;

use crate::census::column::{Column, DateField, Flag};
use crate::census::header::Understanding;
use crate::census::participant::{Day, Participant};
use crate::finding::ElectionPath;
use crate::lower::{Election, Missing};
use crate::plan::Plan;
use crate::plan::eligibility::{Class, Entry, MaximumAge};
use crate::syntax::phrase::condition::{Condition, Eligibility, Group};

use super::days::Days;
use super::unanswered::Unanswered;
use alternative::Alternative;

/// The conditions of one kind of contribution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conditions {
    pub group: Group,
    /// Any one suffices; none is no condition.
    alternatives: Vec<Alternative>,
    /// Has an alternative a term that a census cannot show?
    has_untold: bool,
    /// Does anybody ever take part?
    never: bool,
    entry: Option<Entry>,
    /// Every entry date of the year that there is or, where the spec does not say, that there must be, and the first one
    /// behind it. None where people enter as they qualify.
    entry_dates: Vec<u32>,
    entry_path: ElectionPath,
    path: ElectionPath,
    year: Days,
    union_left_out: bool,
    maximum_age: Option<u32>,
}

/// Where a person stands in the plan year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Participation {
    /// Eligible on some day of the year.
    In(Ground),
    Out(Exclusion),
    Unknown(Box<Unanswered>),
}

/// Why someone takes part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ground {
    Stated,
    Conditions,
}

/// Why someone does not take part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Exclusion {
    Stated,
    NotEntered,
    LeftBeforeEntry,
    LeftBeforeYear,
    HiredAfterYear,
    Union,
    OutsideGroup,
    AboveMaximumAge,
    /// Not employed on the last day, or without the hours that the match asks for.
    MatchConditions,
    NoPay,
}

impl Conditions {
    /// The conditions for deferrals, or what is missing of them.
    pub fn for_deferrals(plan: &Plan) -> Result<Self, Missing> {
        match plan.eligibility.deferrals.known()? {
            Eligibility::When { group, condition } => {
                Ok(Self::new(plan, *group, condition, &plan.eligibility.deferrals.path))
            }
            Eligibility::SameAsDeferrals => {
                Err(Missing { elections: vec![plan.eligibility.deferrals.path.clone()] })
            }
        }
    }

    /// The conditions of another contribution. Where the spec states none of its own, those for deferrals hold: a
    /// document that lets people in at different times for different money has to say so.
    pub fn for_other(plan: &Plan, election: &Election<Eligibility>) -> Result<Self, Missing> {
        match election.stated() {
            Some(Eligibility::When { group, condition }) => {
                Ok(Self::new(plan, *group, condition, &election.path))
            }
            Some(Eligibility::SameAsDeferrals) => Self::for_deferrals(plan),
            None if election.is_written() => Err(Missing { elections: vec![election.path.clone()] }),
            None => Self::for_deferrals(plan),
        }
    }

    fn new(plan: &Plan, group: Group, condition: &Condition, path: &ElectionPath) -> Self {
        let excluded = plan.eligibility.excluded_classes.stated();
        let (entry, year) = (plan.eligibility.entry.stated().copied(), Days::of(plan.year));
        let alternatives: Vec<Alternative> =
            condition.alternatives().iter().map(|terms| Alternative::of(terms)).collect();
        Self {
            group,
            has_untold: alternatives.iter().any(|one| one.untold),
            alternatives,
            never: *condition == Condition::Never,
            entry,
            entry_dates: entry::dates(entry, year),
            entry_path: plan.eligibility.entry.path.clone(),
            path: path.clone(),
            year,
            union_left_out: excluded.is_some_and(|classes| classes.0.contains(&Class::Union)),
            maximum_age: match plan.eligibility.maximum_age.stated() {
                Some(MaximumAge::Years(age)) => Some(*age),
                Some(MaximumAge::None) | None => None,
            },
        }
    }

    /// Does anybody take part only after waiting, for age or service?
    pub fn wait(&self) -> bool {
        !self.alternatives.is_empty()
    }

    /// Where a person stands, but for the group of highly compensated or other employees.
    pub fn participation(&self, person: &Participant, census: &Understanding) -> Participation {
        match person.flag(Flag::Eligible) {
            Some(true) => Participation::In(Ground::Stated),
            Some(false) => Participation::Out(Exclusion::Stated),
            None => self.by_dates(person, census),
        }
    }

    /// Where a person stands by the plan's conditions alone, whatever the census says of eligibility.
    pub fn by_dates(&self, person: &Participant, census: &Understanding) -> Participation {
        if self.union_left_out && person.flag(Flag::Union) == Some(true) {
            return Participation::Out(Exclusion::Union);
        }
        let left = person.date(DateField::Termination).map(Day::number);
        if left.is_some_and(|left| left < self.year.first) {
            return Participation::Out(Exclusion::LeftBeforeYear);
        }
        if self.never {
            return Participation::Out(Exclusion::NotEntered);
        }
        match self.qualified(person, census) {
            Ok(met) => self.entered(met, left, person),
            Err(missing) => Participation::Unknown(missing),
        }
    }

    /// The day on which all conditions of the earliest alternative are met.
    fn qualified(&self, person: &Participant, census: &Understanding) -> Result<u32, Box<Unanswered>> {
        let hired = person.date(DateField::Hire).map(Day::number);
        // Without waiting, whoever was paid in the year took part in it.
        let any_day_does = !self.wait() && self.entry == Some(Entry::Immediate);
        let hired = if any_day_does { hired.or(Some(self.year.first)) } else { hired };
        let Some(hired) = hired else { return Err(Box::new(blank(Column::HireDate, person, census))) };
        if hired > self.year.last {
            return Ok(hired);
        }
        let born = person.date(DateField::Birth).map(Day::number);
        match born {
            Some(born) if !self.has_untold => {
                let all = self.alternatives.iter().map(|one| one.met(hired, born));
                Ok(all.min().unwrap_or(hired))
            }
            Some(_) | None => self.qualified_by_some(hired, born, person, census),
        }
    }

    /// The same where something is missing that an alternative may need.
    fn qualified_by_some(
        &self,
        hired: u32,
        born: Option<u32>,
        person: &Participant,
        census: &Understanding,
    ) -> Result<u32, Box<Unanswered>> {
        let mut earliest: Option<u32> = self.alternatives.is_empty().then_some(hired);
        let mut missing: Option<Box<Unanswered>> = None;
        for alternative in &self.alternatives {
            if alternative.untold {
                missing.get_or_insert_default().add(self.untold());
                continue;
            }
            let of_age = match born {
                None if alternative.age_months == 0 => alternative.served(hired),
                Some(born) => alternative.met(hired, born),
                None => {
                    missing.get_or_insert_default().add(blank(Column::BirthDate, person, census));
                    continue;
                }
            };
            earliest = Some(earliest.map_or(of_age, |day| day.min(of_age)));
        }
        match (earliest, missing) {
            (Some(met), None) => Ok(met),
            // Someone who is in by one alternative is in, whatever the other says; who is not may be by the other.
            (Some(met), Some(_)) if met <= self.year.first => Ok(met),
            (_, missing) => Err(missing.unwrap_or_default()),
        }
    }

    /// A condition that no census shows.
    fn untold(&self) -> Unanswered {
        Unanswered::from(Missing { elections: vec![self.path.clone()] }).and(Unanswered::other(
            "a condition of entry cannot be told from dates: say in a column `eligible` who could take part",
        ))
    }

    /// Where the day of entry falls, given the day on which the conditions were met.
    fn entered(&self, met: u32, left: Option<u32>, person: &Participant) -> Participation {
        let by = |entry: u32| {
            if entry > self.year.last {
                Err(if met > self.year.last && !self.wait() {
                    Exclusion::HiredAfterYear
                } else {
                    Exclusion::NotEntered
                })
            } else if left.is_some_and(|left| left < entry) {
                Err(Exclusion::LeftBeforeEntry)
            } else if self.is_too_old(person, entry) {
                Err(Exclusion::AboveMaximumAge)
            } else {
                Ok(())
            }
        };
        let (earliest, latest) = (self.earliest_entry(met), self.latest_entry(met));
        let first = by(earliest);
        let last = if latest == earliest { first } else { by(latest) };
        match (first, last) {
            (Ok(()), Ok(())) => Participation::In(Ground::Conditions),
            (Err(one), Err(_)) => Participation::Out(one),
            (Ok(()), Err(_)) | (Err(_), Ok(())) => {
                let entry = Missing { elections: vec![self.entry_path.clone()] };
                let mut missing = Unanswered::from(entry);
                if self.entry == Some(Entry::NextPayroll) {
                    missing = Unanswered::other(
                        "entry on the next payroll cannot be told from dates: say in a column `eligible` who entered in time",
                    );
                    missing.add(Unanswered::blank(Column::Eligible, person.row()));
                }
                Participation::Unknown(Box::new(missing))
            }
        }
    }

    fn is_too_old(&self, person: &Participant, entry: u32) -> bool {
        let born = person.date(DateField::Birth).map(Day::number);
        match (self.maximum_age, born) {
            (Some(age), Some(born)) => born.saturating_add(age.saturating_mul(10_000)) < entry,
            (None, _) | (_, None) => false,
        }
    }
}

/// A cell that is missing: the column where there is none, else the row.
pub fn blank(column: Column, person: &Participant, census: &Understanding) -> Unanswered {
    if census.has(column) { Unanswered::blank(column, person.row()) } else { Unanswered::column(column) }
}
