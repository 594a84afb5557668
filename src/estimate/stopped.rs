//! Who comes to a limit with what is contributed: counts by kind, of deferrals and of after-tax contributions.

use crate::money::exact::Cents;
use crate::nondiscrimination::excess_deferral::Status;
use crate::testing::people::{People, Person};
use crate::testing::terms::Terms;

use super::scene::room::{Stop, most};

/// How many a limit stops.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stopped {
    pub by: Stop,
    pub hces: u32,
    pub nhces: u32,
}

/// In the order of the limits; those that stop nobody are left out.
pub(super) fn stopped(terms: &Terms, people: &People<'_>) -> Vec<Stopped> {
    let mut all = Stop::ALL.map(|by| Stopped { by, hces: 0, nhces: 0 });
    for person in people.people.iter().filter(|person| person.is_in_either()) {
        let by = [at_deferral_limit(terms, person), after_tax(terms, people, person)];
        for stop in by.into_iter().flatten() {
            for found in all.iter_mut().filter(|found| found.by == stop) {
                found.hces += u32::from(person.is(Status::Hce));
                found.nhces += u32::from(person.is(Status::Nhce));
            }
        }
    }
    all.into_iter().filter(|found| found.hces + found.nhces > 0).collect()
}

fn at_deferral_limit(terms: &Terms, person: &Person) -> Option<Stop> {
    let Some((_, Ok(limit))) = terms.limits.elective_deferral else { return None };
    (person.here.elective >= limit).then_some(Stop::Deferrals)
}

/// What stops the after-tax contribution of a person who makes one.
fn after_tax(terms: &Terms, people: &People<'_>, person: &Person) -> Option<Stop> {
    let (room, stop) = most(terms, people, person).ok()?;
    let made = person.here.after_tax;
    (made > Cents::ZERO && made >= room).then_some(stop)
}
