//! Stock that is attributed within a family (IRC 318(a)(1), by 416(i)(1)(B)(i)): from spouse, children, grandchildren
//! and parents; not between siblings or in-laws, not from a grandparent down, and never twice (318(a)(5)(B)).

use std::collections::{BTreeMap, BTreeSet};

use super::Person;
use crate::money::exact::Hundredths;

/// What a person is to another employee.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Family<'a> {
    pub relation: Relation,
    pub of: &'a str,
}

/// Read as "is the … of".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Relation {
    Spouse,
    Child,
    Parent,
    Grandchild,
    Grandparent,
    /// Nothing is attributed between siblings.
    Sibling,
    /// The census says that the other's stock is attributed, not why.
    AsStated,
}

/// What a person owns, in percent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Owned {
    pub directly: Hundredths,
    pub attributed: Hundredths,
}

impl Owned {
    /// What is compared with 5%.
    pub fn total(&self) -> Hundredths {
        self.directly + self.attributed
    }
}

impl Relation {
    /// Does stock of the other belong to this person?
    const fn receives(self) -> bool {
        match self {
            Relation::Spouse
            | Relation::Child
            | Relation::Parent
            | Relation::Grandparent
            | Relation::AsStated => true,
            Relation::Grandchild | Relation::Sibling => false,
        }
    }

    /// Does stock of this person belong to the other?
    const fn gives(self) -> bool {
        match self {
            Relation::Spouse | Relation::Child | Relation::Parent | Relation::Grandchild => true,
            Relation::Grandparent | Relation::Sibling | Relation::AsStated => false,
        }
    }
}

/// What everyone owns in the determination year and in the look-back year, in the order given. Only direct holdings are
/// attributed, each once.
pub fn owned(people: &[Person<'_>]) -> Vec<[Owned; 2]> {
    let index: BTreeMap<&str, usize> =
        people.iter().enumerate().map(|(index, person)| (person.employee_id, index)).collect();
    let mut sources: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); people.len()];
    for (own, person) in people.iter().enumerate() {
        for family in &person.family {
            let Some(&other) = index.get(family.of).filter(|other| **other != own) else { continue };
            if family.relation.receives() {
                sources[own].insert(other);
            }
            if family.relation.gives() {
                sources[other].insert(own);
            }
        }
    }
    let holdings: [fn(&Person<'_>) -> Hundredths; 2] =
        [|person| person.ownership, |person| person.look_back_ownership];
    let of = |(person, sources): (&Person<'_>, &BTreeSet<usize>)| {
        holdings.map(|holding| Owned {
            directly: holding(person),
            attributed: Hundredths(sources.iter().map(|source| holding(&people[*source]).0).sum()),
        })
    };
    people.iter().zip(&sources).map(of).collect()
}
