//! Parts of a plan that are tested by themselves: employees under a collective bargaining agreement (26 CFR
//! 1.410(b)-7(c)(4)), and those whom age and service could have kept out (IRC 410(b)(4)(B)).

use crate::census::column::{Column, DateField, Flag};
use crate::census::header::Understanding;
use crate::census::participant::Participant;
use crate::nondiscrimination::excess_deferral::Status;
use crate::nondiscrimination::excludable::Structure;

use super::days::after_months;
use super::eligibility::blank;
use super::people::{People, Person};
use super::terms::Terms;
use super::unanswered::Unanswered;

/// A part of the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    pub name: &'static str,
    pub kind: PartKind,
    /// Places in the list of people, those left out of the tests among them.
    pub members: Vec<u32>,
    /// Why it cannot be told who belongs to it.
    pub unanswered: Unanswered,
}

/// What sets a part apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PartKind {
    Ordinary,
    /// Deemed to pass the ACP test (26 CFR 1.401(m)-1(b)(2)).
    CollectivelyBargained,
}

/// The parts in their order; there is always at least one.
pub fn parts(terms: &Terms, census: &Understanding, people: &People<'_>) -> Vec<Part> {
    let is_union = |person: &Person| people.has_union && people.row(person).flag(Flag::Union) == Some(true);
    let has_union = census.has(Column::Union)
        && people.people.iter().any(|person| is_union(person) && person.is_in_either());
    let rest = |person: &Person| !has_union || !is_union(person);
    let mut parts = match terms.structure {
        Structure::Together => vec![part("all employees", people, rest)],
        Structure::Separate | Structure::EarlyParticipation => by_standing(terms, census, people, rest),
    };
    if has_union {
        if parts.len() == 1 && terms.structure == Structure::Together {
            parts[0].name = "employees outside the collective bargaining agreement";
        }
        let mut union = part("employees under the collective bargaining agreement", people, is_union);
        union.kind = PartKind::CollectivelyBargained;
        parts.push(union);
    }
    // A part without anyone in a test says nothing, unless it is the only one.
    let is_filled =
        |part: &Part| part.members.iter().any(|place| people.people[*place as usize].is_in_either());
    if parts.iter().any(is_filled) {
        parts.retain(is_filled);
    } else {
        parts.truncate(1);
    }
    parts
}

fn part(name: &'static str, people: &People<'_>, belongs: impl Fn(&Person) -> bool) -> Part {
    let members = people.people.iter().filter(|person| belongs(person)).map(|person| person.place).collect();
    Part { name, kind: PartKind::Ordinary, members, unanswered: Unanswered::default() }
}

fn by_standing(
    terms: &Terms,
    census: &Understanding,
    people: &People<'_>,
    rest: impl Fn(&Person) -> bool,
) -> Vec<Part> {
    let mut statutory = part("statutory employees", people, |_| false);
    let mut excludable = part("otherwise excludable", people, |_| false);
    for person in people.people.iter().filter(|person| rest(person)) {
        match is_statutory(terms, census, people.row(person)) {
            Ok(true) => statutory.members.push(person.place),
            Ok(false) => excludable.members.push(person.place),
            Err(missing) if person.is_in_either() => {
                statutory.unanswered.add(missing.clone());
                excludable.unanswered.add(missing);
            }
            Err(_) => {}
        }
    }
    if terms.structure == Structure::Separate {
        return vec![statutory, excludable];
    }
    // All the highly compensated, beside the others who meet the requirements.
    let people_of = |place: &u32| people.people[*place as usize].is(Status::Hce);
    statutory.members.extend(excludable.members.iter().copied().filter(people_of));
    statutory.members.sort_unstable();
    statutory.name = "early participation";
    vec![statutory]
}

/// Has a person reached the greatest age and service that a plan may ask for, 21 years and one year, and the entry date
/// behind them? The law leaves the entry dates to the plan within 410(a)(4); here they are the first day of the plan
/// year and six months later.
pub(super) fn is_statutory(
    terms: &Terms,
    census: &Understanding,
    one: &Participant,
) -> Result<bool, Unanswered> {
    let day = |field| one.date(field).map(|day| day.number());
    let hired = day(DateField::Hire).ok_or_else(|| blank(Column::HireDate, one, census))?;
    let born = day(DateField::Birth).ok_or_else(|| blank(Column::BirthDate, one, census))?;
    let met = after_months(hired, 12).max(after_months(born, 21 * 12));
    let last_entry = after_months(terms.days.first, 6);
    Ok(met <= last_entry && last_entry <= terms.days.last || met <= terms.days.first)
}
