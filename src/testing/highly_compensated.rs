//! Who is highly compensated, from the rows of an employer (IRC 414(q)).

use std::collections::HashMap;

use fnv::FnvBuildHasher;

use crate::census::column::{Column, DateField, Flag, Money, Share};
use crate::census::header::Understanding;
use crate::census::participant::{Participant, PlanRows};
use crate::law::limits::Limit;
use crate::money::exact::{Cents, Hundredths};
use crate::nondiscrimination::excess_deferral::Status;
use crate::nondiscrimination::hce::ownership::{Family, Owned, Relation};
use crate::nondiscrimination::hce::top_paid::RankedIn;
use crate::nondiscrimination::hce::{self, Determination, PayGroup, PayTest, Person, Reason};

use super::days::after_months;
use super::terms::Terms;
use super::unanswered::Unanswered;

/// More than this share of the employer makes an owner (IRC 414(q)(2)), in thousandths of a percent.
const OWNER_ABOVE: u32 = 5_000;

/// The determinations of a plan's rows.
pub enum Determinations {
    /// Where nobody else matters, each row tells for itself, by the threshold of pay if there is one.
    ByRow(Option<Cents>),
    /// By the place of the row.
    Found(Vec<Option<Determination>>),
}

impl Determinations {
    /// `None` where it cannot be told.
    pub fn of(&self, place: usize, one: &Participant) -> Option<Determination> {
        match self {
            Determinations::ByRow(threshold) => of_row(one, *threshold),
            Determinations::Found(found) => found.get(place).copied().flatten(),
        }
    }

    /// Is there anybody of whom it cannot be told?
    pub fn leaves_unknown(&self, rows: &PlanRows) -> bool {
        match self {
            Determinations::ByRow(Some(_)) => false,
            Determinations::ByRow(None) => rows.participants().iter().any(|one| of_row(one, None).is_none()),
            Determinations::Found(found) => found.contains(&None),
        }
    }
}

/// The determinations of the tested plan, and why some cannot be told.
pub fn determine(
    terms: &Terms,
    census: &Understanding,
    plans: &[PlanRows],
    tested: usize,
) -> (Determinations, Unanswered) {
    let rows = &plans[tested];
    let by_pay = pay_test(terms, census);
    let alone = plans.len() == 1 && terms.pay_group == PayGroup::Everyone && !census.has(Column::FamilyOf);
    if alone {
        let threshold = by_pay.as_ref().ok().copied();
        return (Determinations::ByRow(threshold), by_pay.err().unwrap_or_default());
    }
    let people = Employees::of(terms, census, plans);
    let threshold = by_pay.as_ref().copied().unwrap_or(Cents::MOST);
    let test = PayTest { threshold, group: terms.pay_group };
    let all = hce::determine(&people.list, &test);
    let of = |one: &Participant| {
        let found = *all.get(*people.places.get(rows.employee_id(one))?)?;
        let rests_on_pay = match found.reason {
            Reason::Pay | Reason::OutsideTopPaidGroup | Reason::PayWithinThreshold => true,
            Reason::Stated | Reason::OwnerInDeterminationYear(_) | Reason::OwnerInLookBackYear(_) => false,
        };
        (by_pay.is_ok() || !rests_on_pay).then_some(found)
    };
    let found = rows.participants().iter().map(of).collect();
    (Determinations::Found(found), by_pay.err().unwrap_or_default())
}

/// The threshold, or why pay cannot decide.
fn pay_test(terms: &Terms, census: &Understanding) -> Result<Cents, Unanswered> {
    if !census.has(Column::PriorCompensation) {
        return Err(Unanswered::column(Column::PriorCompensation));
    }
    terms.limits.hce_pay.map_err(|(limit, year): (Limit, i16)| Unanswered::limit(limit, year))
}

fn of_row(person: &Participant, threshold: Option<Cents>) -> Option<Determination> {
    if let Some(stated) = person.flag(Flag::Hce) {
        let status = if stated { Status::Hce } else { Status::Nhce };
        return Some(Determination { status, reason: Reason::Stated });
    }
    let owned = |share| Owned { directly: share_of(person, share), attributed: Hundredths::ZERO };
    if person.share(Share::Now) > OWNER_ABOVE {
        let reason = Reason::OwnerInDeterminationYear(owned(Share::Now));
        return Some(Determination { status: Status::Hce, reason });
    }
    if person.share(Share::Prior) > OWNER_ABOVE {
        let reason = Reason::OwnerInLookBackYear(owned(Share::Prior));
        return Some(Determination { status: Status::Hce, reason });
    }
    Some(if Cents(person.money(Money::PriorCompensation)) > threshold? {
        Determination { status: Status::Hce, reason: Reason::Pay }
    } else {
        Determination { status: Status::Nhce, reason: Reason::PayWithinThreshold }
    })
}

/// Hundredths of a percent, rounded up: more than 5 stays more.
fn share_of(person: &Participant, share: Share) -> Hundredths {
    Hundredths(i64::from(person.share(share).div_ceil(10)))
}

/// The employees of all plans of one employer, each once.
pub struct Employees<'a> {
    pub list: Vec<Person<'a>>,
    pub places: HashMap<&'a [u8], usize, FnvBuildHasher>,
}

impl<'a> Employees<'a> {
    pub fn of(terms: &Terms, census: &Understanding, plans: &'a [PlanRows]) -> Self {
        let mut all = Self { list: Vec::new(), places: HashMap::default() };
        for rows in plans {
            for one in rows.participants() {
                let person = person(terms, census, rows, one);
                let place = *all.places.entry(rows.employee_id(one)).or_insert(all.list.len());
                match all.list.get_mut(place) {
                    None => all.list.push(person),
                    Some(known) => merge(known, person),
                }
            }
        }
        all
    }
}

fn person<'a>(terms: &Terms, census: &Understanding, rows: &'a PlanRows, one: &Participant) -> Person<'a> {
    let text = |bytes: &'a [u8]| std::str::from_utf8(bytes).unwrap_or_default();
    let owner = rows.family_of(one).map(|of| Family { relation: Relation::AsStated, of: text(of) });
    Person {
        employee_id: text(rows.employee_id(one)),
        look_back_pay: Cents(one.money(Money::PriorCompensation)),
        ownership: share_of(one, Share::Now),
        look_back_ownership: share_of(one, Share::Prior),
        family: owner.into_iter().collect(),
        hire_date: one.date(DateField::Hire).map(|day| day.to_date()),
        ranked_in: ranked_in(terms, census, one),
        stated: one.flag(Flag::Hce).map(|hce| if hce { Status::Hce } else { Status::Nhce }),
    }
}

/// The same person in another plan: the greater figure of two that should be the same, and yes if either says so.
fn merge<'a>(known: &mut Person<'a>, again: Person<'a>) {
    known.look_back_pay = known.look_back_pay.max(again.look_back_pay);
    known.ownership = known.ownership.max(again.ownership);
    known.look_back_ownership = known.look_back_ownership.max(again.look_back_ownership);
    known.hire_date = known.hire_date.min(again.hire_date).or(known.hire_date).or(again.hire_date);
    for family in again.family {
        if !known.family.contains(&family) {
            known.family.push(family);
        }
    }
    known.stated = match (known.stated, again.stated) {
        (Some(Status::Hce), _) | (_, Some(Status::Hce)) => Some(Status::Hce),
        (one, other) => one.or(other),
    };
}

/// Part in the top-paid group as far as a census shows it: nobody who was not paid in the look-back year, and outside
/// the count who had less than six months of service or was under 21 at its end. Hours a week and months a year are not
/// in a census.
fn ranked_in(terms: &Terms, census: &Understanding, one: &Participant) -> RankedIn {
    if one.money(Money::PriorCompensation) <= 0 {
        return RankedIn::Nobody;
    }
    let Some(look_back) = terms.look_back else { return RankedIn::Counted };
    let end = super::days::number(look_back.year.1);
    let late = |field, months| one.date(field).is_some_and(|day| after_months(day.number(), months) > end);
    let is_young = census.has(Column::BirthDate) && late(DateField::Birth, 21 * 12);
    if late(DateField::Hire, 6) || is_young { RankedIn::NotCounted } else { RankedIn::Counted }
}
