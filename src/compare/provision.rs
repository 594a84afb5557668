//! Provisions of plans by their paths, and which of them a comparison shows.

use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

use jiff::civil::Date;

use super::{ComparedPlan, Comparison, Written};
use crate::lower::{Given, Section, SectionInfo};
use crate::plan::{SECTIONS, workforce};
use crate::syntax::phrase;
use crate::syntax::phrase::condition::Condition;

/// The place of an election in an adoption agreement: section, group of employees, election.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Order {
    section: usize,
    group: String,
    field: usize,
}

/// An election that plans are compared in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provision {
    pub order: Order,
    pub path: String,
}

/// What a plan says about a provision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stated<'p> {
    Value(&'p str),
    /// The writer looked and could not tell.
    Unknown,
    /// Stated for a time after the plan year only.
    NotYet(Date),
    NotStated,
    /// Written, and not to be read; that is a finding.
    Unreadable,
}

/// Where each fixed election stands.
static PLACES: LazyLock<HashMap<&'static str, (usize, usize)>> = LazyLock::new(|| {
    let of_section = |(index, section): (usize, &SectionInfo)| {
        let places = section.fields.iter().enumerate().map(move |(at, field)| (field.path, (index, at)));
        places.collect::<Vec<_>>()
    };
    SECTIONS.iter().enumerate().flat_map(of_section).collect()
});

impl Order {
    /// The place of a path; `None` for a path of no election.
    pub fn of(path: &str) -> Option<Self> {
        if let Some((section, field)) = PLACES.get(path) {
            return Some(Self { section: *section, group: String::new(), field: *field });
        }
        let (group, key) = path.strip_prefix("workforce.")?.rsplit_once('.')?;
        let section = SECTIONS.iter().position(|info| info.key == workforce::Group::INFO.key)?;
        let field = SECTIONS.get(section)?.fields.iter().position(|field| field.key == key)?;
        Some(Self { section, group: group.to_owned(), field })
    }

    /// The section that it lies in; empty for what stands at the top of a spec.
    pub fn section(&self) -> &'static str {
        match SECTIONS.get(self.section).map_or("", |section| section.key) {
            key if key == workforce::Group::INFO.key => "workforce",
            key => key,
        }
    }
}

impl Provision {
    /// The election under a path; `None` if there is none.
    pub fn of(path: &str) -> Option<Self> {
        Some(Self { order: Order::of(path)?, path: path.to_owned() })
    }

    /// The elections of a section, `workforce` left out: its groups have names that only plans know.
    pub fn of_section(key: &str) -> Vec<Self> {
        let fields = SECTIONS.iter().filter(|section| section.key == key).flat_map(|section| section.fields);
        fields.filter_map(|field| Self::of(field.path)).collect()
    }

    /// The key within its section.
    pub fn key(&self) -> &str {
        self.path.strip_prefix(self.order.section()).map_or(&*self.path, |rest| rest.trim_start_matches('.'))
    }
}

/// Do two phrases in their written form say the same? The alternatives of a condition do in any order.
pub fn means_the_same(one: &str, other: &str) -> bool {
    let sorted = |text: &str| {
        let condition = phrase::read::<Condition>(text).ok()?;
        let all = |all: &[_]| sorted_words(all);
        let mut terms: Vec<Vec<String>> = condition.alternatives().iter().map(|terms| all(terms)).collect();
        terms.sort_unstable();
        (!terms.is_empty()).then_some(terms)
    };
    one == other || sorted(one).is_some_and(|terms| Some(terms) == sorted(other))
}

fn sorted_words<T: ToString>(terms: &[T]) -> Vec<String> {
    let mut words: Vec<String> = terms.iter().map(ToString::to_string).collect();
    words.sort_unstable();
    words
}

impl Stated<'_> {
    /// Does another plan say the same?
    pub fn is_like(self, other: Stated<'_>) -> bool {
        match (self, other) {
            (Stated::Value(one), Stated::Value(other)) => means_the_same(one, other),
            (one, other) => one == other,
        }
    }

    pub fn is_value(self) -> bool {
        matches!(self, Stated::Value(_))
    }
}

impl Written {
    fn stated(&self) -> Stated<'_> {
        match &self.election.given {
            Given::Value(spanned) => Stated::Value(&spanned.value),
            Given::Unknown(_) => Stated::Unknown,
            Given::NotYet { from, .. } => Stated::NotYet(*from),
            Given::Absent { .. } => Stated::NotStated,
            Given::Unreadable(_) => Stated::Unreadable,
        }
    }
}

impl ComparedPlan {
    /// What the plan says about a provision.
    pub fn says(&self, provision: &Provision) -> Stated<'_> {
        self.written(&provision.order).map_or(Stated::NotStated, Written::stated)
    }
}

impl Comparison {
    /// The provisions that any plan writes something about, but for those at the top of a spec.
    pub fn provisions(&self) -> Vec<Provision> {
        let plans = self.plans.iter().chain(&self.benchmark);
        let orders: BTreeSet<(&Order, &str)> = plans
            .flat_map(|plan| plan.elections.iter())
            .filter(|(order, _)| !order.section().is_empty())
            .map(|(order, written)| (order, written.election.path.as_str()))
            .collect();
        orders
            .into_iter()
            .map(|(order, path)| Provision { order: order.clone(), path: path.to_owned() })
            .collect()
    }

    /// Do the plans, the benchmark with them, differ in a provision? Silence and a value are not the same.
    pub fn differs(&self, provision: &Provision) -> bool {
        let mut said = self.plans.iter().chain(&self.benchmark).map(|plan| plan.says(provision));
        let first = said.next();
        said.any(|stated| first.is_some_and(|first| !stated.is_like(first)))
    }
}

/// The number that a phrase begins with, so that `9% of pay` comes before `10% of pay`.
pub(super) fn number(words: &str) -> Option<rust_decimal::Decimal> {
    let bare = words.strip_prefix('$').unwrap_or(words);
    let end = bare.find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',').unwrap_or(bare.len());
    // A date begins with a number too, and is sorted as it is written.
    if phrase::read::<jiff::civil::Date>(words).is_ok() {
        return None;
    }
    bare[..end].replace(',', "").parse().ok()
}
