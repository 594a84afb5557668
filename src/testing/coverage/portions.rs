//! The portions of a plan, and who benefits under each (26 CFR 1.410(b)-3(a), 1.410(b)-6, 1.410(b)-7(c)(1)).

use super::count::{Benefit, Count};
use crate::census::column::{Column, DateField, Flag};
use crate::census::header::Understanding;
use crate::lower::{Missing, Truth};
use crate::money::exact::Cents;
use crate::nondiscrimination::coverage::{Leaver, NotBenefiting};
use crate::plan::PlanType;
use crate::plan::matching::AllocationConditions;
use crate::testing::eligibility::{Conditions, Exclusion, Participation, blank};
use crate::testing::limits::eligible::Like;
use crate::testing::people::{People, Person, Standing};
use crate::testing::results::coverage::PortionKind;
use crate::testing::split::is_statutory;
use crate::testing::terms::Terms;
use crate::testing::unanswered::Unanswered;

/// 1,000 hours, in hundredths of an hour (IRC 410(a)(3)(A)).
const YEAR_OF_SERVICE: u32 = 100_000;

/// The portions that the plan has, or that money of the census is in.
pub fn of(terms: &Terms, people: &People<'_>) -> Vec<PortionKind> {
    let money = people.total;
    let has = |amount: Cents| amount != Cents::ZERO;
    let after_tax = terms.after_tax_allowed == Truth::Yes || has(money.after_tax);
    let matched = terms.has_match == Truth::Yes || has(money.matching + money.qmac);
    let mut kinds = Vec::new();
    if terms.plan_type.is_none_or(|plan_type| PlanType::ANY_401K.contains(&plan_type)) {
        kinds.push(PortionKind::Elective);
    }
    if matched || after_tax {
        kinds.push(PortionKind::MatchAndAfterTax);
    }
    if after_tax && matched && terms.after_tax != terms.matching {
        kinds.push(PortionKind::AfterTaxAvailability);
    }
    if has(money.other_employer + money.qnec) {
        kinds.push(PortionKind::Nonelective);
    }
    kinds
}

/// The heads of one portion.
pub fn count(kind: PortionKind, terms: &Terms, census: &Understanding, people: &People<'_>) -> Count {
    let mut count = Count::new();
    let nonelective = if terms.nonelective == terms.deferrals { Like::Deferrals } else { Like::Others };
    let one = One { terms, census, people, nonelective };
    for person in &people.people {
        let benefit = one.benefit(kind, person);
        if matches!(benefit, Benefit::LeftOut) {
            continue;
        }
        match person.hce {
            Some(found) => count.add(found.status, benefit),
            None => {
                count.is_open = true;
                count.unanswered.add(people.unanswered.clone());
            }
        }
    }
    count
}

struct One<'a, 'p> {
    terms: &'a Terms,
    census: &'a Understanding,
    people: &'a People<'p>,
    nonelective: Like,
}

impl One<'_, '_> {
    fn benefit(&self, kind: PortionKind, person: &Person) -> Benefit {
        let Self { terms, census, people, .. } = self;
        // Under a collective bargaining agreement: another plan, deemed to pass (26 CFR 1.410(b)-6(d), -2(b)(7)).
        if people.has_union && people.row(person).flag(Flag::Union) == Some(true) {
            return Benefit::LeftOut;
        }
        let standing = |conditions| people.standing_by(conditions, terms, census, person);
        match kind {
            PortionKind::Elective => self.by_standing(person, &terms.deferrals, person.adp, None),
            PortionKind::MatchAndAfterTax => self.matched(person),
            PortionKind::AfterTaxAvailability => {
                let (by, missing) = standing(&terms.after_tax);
                self.by_standing(person, &terms.after_tax, by, Some(missing))
            }
            PortionKind::Nonelective => {
                let here = person.here;
                if here.other_employer + here.qnec > Cents::ZERO {
                    return Benefit::Yes;
                }
                let by = match self.nonelective {
                    Like::Deferrals => self.by_standing(person, &terms.deferrals, person.adp, None),
                    Like::Others => {
                        let (by, missing) = standing(&terms.nonelective);
                        self.by_standing(person, &terms.nonelective, by, Some(missing))
                    }
                };
                if matches!(by, Benefit::Yes) { self.without_allocation(person) } else { by }
            }
        }
    }

    /// Who may receive match or make after-tax contributions benefits, whether or not they do (26 CFR
    /// 1.410(b)-3(a)(2)(i)); but not who failed a condition on hours or the last day for the match.
    fn matched(&self, person: &Person) -> Benefit {
        let by = self.by_standing(person, &self.terms.matching, person.acp, None);
        let here = person.here;
        if !matches!(by, Benefit::Yes)
            || self.terms.after_tax_allowed != Truth::No
            || here.matching + here.qmac > Cents::ZERO
        {
            return by;
        }
        match &self.terms.match_conditions {
            Ok(AllocationConditions::None) => Benefit::Yes,
            Ok(AllocationConditions::LastDay) if !self.is_gone(person) => Benefit::Yes,
            Ok(AllocationConditions::LastDay) => self.without_allocation(person),
            Ok(AllocationConditions::ThousandHours | AllocationConditions::Both) => self.by_hours(person),
            Err(missing) if self.is_gone(person) => Benefit::Unknown(Box::new(missing.clone().into())),
            Err(_) => Benefit::Yes,
        }
    }

    fn by_hours(&self, person: &Person) -> Benefit {
        let row = self.people.row(person);
        let is_both = self.terms.match_conditions == Ok(AllocationConditions::Both);
        match row.hours() {
            Some(hours) if hours < YEAR_OF_SERVICE => self.without_allocation(person),
            Some(_) | None if is_both && self.is_gone(person) => self.without_allocation(person),
            Some(_) => Benefit::Yes,
            None => Benefit::Unknown(Box::new(blank(Column::Hours, row, self.census))),
        }
    }

    /// Someone for whom nothing was allocated: left out if gone with at most 500 hours (26 CFR 1.410(b)-6(f)).
    fn without_allocation(&self, person: &Person) -> Benefit {
        if !self.is_gone(person) {
            return Benefit::No;
        }
        let row = self.people.row(person);
        let Some(hours) = row.hours() else {
            return Benefit::NotOrLeftOut(Box::new(blank(Column::Hours, row, self.census)));
        };
        let leaver = Leaver { hours: hours.div_ceil(100), cause: NotBenefiting::HoursOrLastDay };
        if leaver.is_excludable() { Benefit::LeftOut } else { Benefit::No }
    }

    fn is_gone(&self, person: &Person) -> bool {
        let left = self.people.row(person).date(DateField::Termination);
        left.is_some_and(|left| left.number() < self.terms.days.last)
    }

    fn by_standing(
        &self,
        person: &Person,
        conditions: &Result<Conditions, Missing>,
        standing: Standing,
        missing: Option<Unanswered>,
    ) -> Benefit {
        match standing {
            Standing::In(_) => Benefit::Yes,
            Standing::Out(why) => self.out(person, conditions, why),
            Standing::Unknown => {
                let of_all = || self.people.unanswered.clone().and(self.people.acp_unanswered.clone());
                Benefit::Unknown(Box::new(missing.unwrap_or_else(of_all)))
            }
        }
    }

    /// Left out of the count is who has not reached the age and service that the plan asks for and may ask for (26 CFR
    /// 1.410(b)-6(b)(1)), and who did not work in the year.
    fn out(&self, person: &Person, conditions: &Result<Conditions, Missing>, why: Exclusion) -> Benefit {
        let row = self.people.row(person);
        match why {
            Exclusion::LeftBeforeYear | Exclusion::HiredAfterYear | Exclusion::LeftBeforeEntry => {
                Benefit::LeftOut
            }
            Exclusion::Union | Exclusion::NoPay => Benefit::LeftOut,
            Exclusion::OutsideGroup | Exclusion::AboveMaximumAge => Benefit::No,
            Exclusion::MatchConditions => self.without_allocation(person),
            Exclusion::NotEntered => match is_statutory(self.terms, self.census, row) {
                Ok(true) => Benefit::No,
                Ok(false) => Benefit::LeftOut,
                Err(missing) => Benefit::NotOrLeftOut(Box::new(missing)),
            },
            Exclusion::Stated => match conditions {
                Err(missing) => Benefit::NotOrLeftOut(Box::new(missing.clone().into())),
                Ok(found) => match found.by_dates(row, self.census) {
                    // A year of service takes 1,000 hours (IRC 410(a)(3)(A)), and dates do not tell them.
                    Participation::In(_)
                        if found.wait() && row.hours().is_some_and(|hours| hours < YEAR_OF_SERVICE) =>
                    {
                        Benefit::NotOrLeftOut(Box::new(Unanswered::other(
                            "some who are not eligible worked less than 1,000 hours: the census has to tell who of them has a year of service",
                        )))
                    }
                    // Kept out by something else than age and service.
                    Participation::In(_) | Participation::Out(Exclusion::Stated) => Benefit::No,
                    Participation::Out(other) => self.out(person, conditions, other),
                    Participation::Unknown(missing) => Benefit::NotOrLeftOut(missing),
                },
            },
        }
    }
}
