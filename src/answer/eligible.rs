//! May this person contribute after tax under the plan's terms?

use jiff::ToSpan;

use super::assumption::Assumption;
use super::conditions::{Met, met, met_on};
use super::facts::Fact;
use super::facts::value::YesNo;
use super::ground::Ground;
use super::highly_compensated::HceStanding;
use super::person::{Notes, Person};
use super::verdict::Reason;
use crate::lower::{Election, Missing, Truth};
use crate::plan::Plan;
use crate::plan::eligibility::Entry;
use crate::syntax::phrase::condition::{Condition, Eligibility, Group};

/// Whether a person may contribute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Eligible {
    Yes,
    No(Reason),
    /// This decides.
    Open(Reason, Missing),
}

/// By the group that the plan takes in, then by its conditions. What can be told only by HR is taken as met and said.
pub(super) fn eligible(person: &Person<'_>, notes: &mut Notes) -> Eligible {
    let election = deciding(person.plan);
    match person.facts.eligible {
        Some(YesNo::Yes) => return Eligible::Yes,
        Some(YesNo::No) => {
            return Eligible::No(Reason::NotEligible { ground: Ground::of(election), from: None });
        }
        None => {}
    }
    if let (true, Err(missing)) = (election.is_written(), election.known()) {
        return Eligible::Open(Reason::Undecided { grounds: vec![Ground::of(election)] }, missing);
    }
    match by_group(person, notes) {
        Eligible::Yes => by_condition(person, election, notes),
        closed @ (Eligible::No(_) | Eligible::Open(..)) => closed,
    }
}

/// The group that may contribute after tax; `None` where the plan does not say.
pub(super) fn group(plan: &Plan) -> Option<Group> {
    match deciding(plan).stated()? {
        Eligibility::When { group, .. } => Some(*group),
        Eligibility::SameAsDeferrals => None,
    }
}

/// Does it matter who is highly compensated?
pub(super) fn is_by_group(plan: &Plan) -> bool {
    group(plan).is_some_and(|group| group != Group::Everyone)
}

/// The election that says who may contribute after tax: its own, or that of deferrals.
fn deciding(plan: &Plan) -> &Election<Eligibility> {
    let own = &plan.eligibility.after_tax;
    match own.stated() {
        Some(Eligibility::SameAsDeferrals) => &plan.eligibility.deferrals,
        None if !own.is_written() => &plan.eligibility.deferrals,
        Some(Eligibility::When { .. }) | None => own,
    }
}

fn by_group(person: &Person<'_>, notes: &mut Notes) -> Eligible {
    let plan = person.plan;
    let barred = person.rules().are_hces_barred();
    let ground = || {
        let by_limit = plan.after_tax.hce_limit.stated().is_some() && !is_by_group(plan);
        if by_limit { Ground::of(&plan.after_tax.hce_limit) } else { Ground::of(deciding(plan)) }
    };
    let only_hces = group(plan) == Some(Group::HcesOnly);
    let bars_hces = barred == Truth::Yes || group(plan) == Some(Group::NhcesOnly);
    let decides = bars_hces || only_hces;
    match person.hce.is_hce() {
        _ if !decides => unknown_bar(person),
        Some(true) if bars_hces => Eligible::No(Reason::BarredAsHce { ground: ground() }),
        Some(false) if only_hces => Eligible::No(Reason::OnlyForHces { ground: ground() }),
        Some(_) => Eligible::Yes,
        None => {
            let fact = deciding_fact(person);
            notes.want(fact);
            let reason = Reason::FactNeeded { fact, ground: Some(ground()) };
            Eligible::Open(reason, Missing::default())
        }
    }
}

/// What tells whether this person is highly compensated.
fn deciding_fact(person: &Person<'_>) -> Fact {
    match person.hce {
        HceStanding::TopPaidGroupUnknown { .. } => Fact::TopPaid,
        HceStanding::ByPay { .. }
        | HceStanding::ByOwnership { .. }
        | HceStanding::No { .. }
        | HceStanding::NewHire
        | HceStanding::OutsideTopPaidGroup { .. }
        | HceStanding::StatedHce
        | HceStanding::StatedNot
        | HceStanding::Unknown { .. }
        | HceStanding::NotTested => Fact::PriorPay,
    }
}

/// A limit for the highly compensated that the writer could not tell may bar them.
fn unknown_bar(person: &Person<'_>) -> Eligible {
    let limit = &person.plan.after_tax.hce_limit;
    match limit.known() {
        Err(missing) if limit.is_written() && person.hce.is_hce() != Some(false) => {
            Eligible::Open(Reason::Undecided { grounds: vec![Ground::of(limit)] }, missing)
        }
        Ok(_) | Err(_) => Eligible::Yes,
    }
}

fn by_condition(person: &Person<'_>, election: &Election<Eligibility>, notes: &mut Notes) -> Eligible {
    let mut grounds = Vec::new();
    if !election.is_written() {
        grounds.push(Ground::of(election));
    }
    let immediate = Condition::Immediate;
    let condition = match election.stated() {
        Some(Eligibility::When { condition, .. }) => condition,
        Some(Eligibility::SameAsDeferrals) | None => &immediate,
    };
    match met(condition, person) {
        Met::Now => grounds.extend(may_wait_for_entry(person, condition)),
        Met::Later(from) => {
            return Eligible::No(Reason::NotEligible { ground: Ground::of(election), from });
        }
        Met::Never => return Eligible::No(Reason::AfterTaxBarred { ground: Ground::of(election) }),
        Met::Depends(facts) => {
            facts.into_iter().for_each(|fact| notes.want(fact));
            grounds.push(Ground::of(election));
        }
    }
    let classes = &person.plan.eligibility.excluded_classes;
    if classes.stated().is_some_and(|classes| !classes.0.is_empty()) {
        grounds.push(Ground::of(classes));
    }
    if !grounds.is_empty() {
        notes.assume(Assumption::Eligible { grounds });
        notes.want(Fact::Eligible);
    }
    Eligible::Yes
}

/// Someone who qualified a short time ago may still wait for the next entry date.
fn may_wait_for_entry(person: &Person<'_>, condition: &Condition) -> Option<Ground> {
    let entry = &person.plan.eligibility.entry;
    let months = match entry.stated()? {
        Entry::Immediate => return None,
        Entry::NextPayroll | Entry::Monthly => 1,
        Entry::Quarterly => 3,
        Entry::Semiannual => 6,
        Entry::Annual => 12,
    };
    let earlier = person.as_of.checked_sub(months.months()).ok()?;
    let hired_since = person.facts.hire_date.is_some_and(|hired| hired > earlier);
    let waits = hired_since || met_on(condition, person, earlier) != Met::Now;
    waits.then(|| Ground::of(entry))
}
