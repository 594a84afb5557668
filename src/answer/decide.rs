//! The verdict: each step may end it, and only who passes all of them hears yes.

use super::assumption::Assumption;
use super::eligible::{Eligible, eligible};
use super::facts::Fact;
use super::ground::Ground;
use super::person::{Notes, Person};
use super::room::{NoRoom, PersonalRoom};
use super::route::{Open, Route, RouteTerms};
use super::verdict::{Reason, Verdict};
use crate::lower::{Election, Missing, Truth};
use crate::plan::Plan;
use crate::report::MegaBackdoor;
use crate::room::routes::bars_everyone;
use crate::syntax::phrase::permission::Permission;

/// What ends the verdict before yes.
type Ended = (Verdict, Vec<Reason>);

pub(super) fn decide(
    person: &Person<'_>,
    mega: &MegaBackdoor,
    ways: &[RouteTerms],
    room: &Result<PersonalRoom, NoRoom>,
    notes: &mut Notes,
) -> Ended {
    let steps = [
        after_tax(person, notes),
        no_way(person, ways, notes),
        may_contribute(person, notes),
        gated(person, ways, notes),
        nothing_left(room, notes),
    ];
    let steps: Vec<Ended> = steps.into_iter().flatten().collect();
    // One certain no settles it, whatever else is open.
    if let Some(no) = steps.iter().find(|(verdict, _)| *verdict == Verdict::No) {
        notes.missing = Missing::default();
        return no.clone();
    }
    if let Some(open) = steps.into_iter().next() {
        return open;
    }
    if mega.verdict != crate::report::Verdict::Available {
        // The plan's own verdict hangs on something more.
        notes.lack(Missing { elections: mega.unknown.clone() });
        let grounds = mega.unknown.iter().map(|path| Ground::untold(person.plan, path)).collect();
        return (Verdict::Unknown, vec![Reason::Undecided { grounds }]);
    }
    if let Err(NoRoom::NotPublished(figure)) = room {
        return (Verdict::Unknown, vec![Reason::LimitNotPublished { figure: *figure }]);
    }
    (Verdict::Yes, yes(person, mega, ways))
}

fn yes(person: &Person<'_>, mega: &MegaBackdoor, ways: &[RouteTerms]) -> Vec<Reason> {
    let mut reasons = vec![Reason::AfterTaxAllowed { ground: Ground::of(&person.plan.after_tax.allowed) }];
    for way in ways.iter().filter(|way| way.open == Open::Now) {
        if let Some(ground) = &way.ground {
            reasons.push(Reason::RouteOpen { route: way.route, ground: ground.clone() });
        }
    }
    if let Some(date) = mega.available_from.filter(|date| *date > person.as_of) {
        reasons.push(Reason::NotBefore { date });
    }
    reasons
}

/// Does the plan take after-tax contributions at all?
fn after_tax(person: &Person<'_>, notes: &mut Notes) -> Option<Ended> {
    let plan = person.plan;
    if let Some(plan_type) = plan.identity.plan_type.stated().filter(|one| !one.may_hold_after_tax()) {
        return Some((Verdict::No, vec![Reason::TypeHoldsNoAfterTax { plan_type: *plan_type }]));
    }
    let ground = Ground::of(&plan.after_tax.allowed);
    match person.rules().after_tax() {
        Truth::Yes => None,
        Truth::No if bars_everyone(plan) && allows(&plan.after_tax.allowed) => {
            let nothing =
                plan.after_tax.limit.stated().and_then(|limit| limit.for_pay(crate::money::Usd::dollars(1)));
            let by_limit = nothing.is_some_and(crate::money::Usd::is_zero);
            let ground = if by_limit {
                Ground::of(&plan.after_tax.limit)
            } else {
                Ground::of(&plan.eligibility.after_tax)
            };
            Some((Verdict::No, vec![Reason::AfterTaxBarred { ground }]))
        }
        Truth::No => Some((Verdict::No, vec![Reason::AfterTaxNotAllowed { ground }])),
        Truth::Unknown(missing) => Some(undecided(plan, missing, notes)),
    }
}

fn allows(election: &Election<Permission>) -> bool {
    election.stated() == Some(&Permission::Yes)
}

/// Is there a way to Roth while employed?
fn no_way(person: &Person<'_>, ways: &[RouteTerms], notes: &mut Notes) -> Option<Ended> {
    let plan = person.plan;
    let employed: Vec<&RouteTerms> = ways.iter().filter(|way| way.route != Route::AfterLeaving).collect();
    if employed.is_empty() {
        let grounds = vec![Ground::of(&plan.in_plan_roth.allowed), Ground::of(&plan.in_service.after_tax)];
        return Some((Verdict::No, vec![Reason::NoRouteWhileEmployed { grounds }]));
    }
    let mut missing = Missing::default();
    for way in employed {
        match &way.open {
            Open::Unknown(more) => missing = missing.and(more.clone()),
            Open::Now | Open::Later { .. } | Open::Depends { .. } | Open::OnLeaving => return None,
        }
    }
    Some(undecided(plan, missing, notes))
}

fn may_contribute(person: &Person<'_>, notes: &mut Notes) -> Option<Ended> {
    match eligible(person, notes) {
        Eligible::Yes => None,
        Eligible::No(reason) => Some((Verdict::No, vec![reason])),
        Eligible::Open(reason, missing) => {
            notes.lack(missing);
            Some((Verdict::Unknown, vec![reason]))
        }
    }
}

/// Is a way open to this person today? What it hangs on otherwise.
fn gated(person: &Person<'_>, ways: &[RouteTerms], notes: &mut Notes) -> Option<Ended> {
    if ways.iter().any(|way| way.open == Open::Now) {
        return None;
    }
    let ground = Ground::of(&person.plan.in_service.after_tax);
    let mut reasons = Vec::new();
    let mut is_open = false;
    for way in ways {
        match &way.open {
            Open::Depends { .. } => {
                is_open = true;
                let fact = notes.wanted.iter().copied().find(|fact| decides_gate(*fact));
                let fact = fact.unwrap_or(Fact::BirthDate);
                reasons.push(Reason::FactNeeded { fact, ground: Some(ground.clone()) });
            }
            Open::Later { condition, from } => {
                reasons.push(Reason::NotYet {
                    ground: ground.clone(),
                    condition: condition.clone(),
                    from: *from,
                });
            }
            Open::Unknown(missing) => {
                is_open = true;
                let (_, more) = undecided(person.plan, missing.clone(), notes);
                reasons.extend(more);
            }
            Open::Now | Open::OnLeaving => {}
        }
    }
    reasons.dedup();
    Some((if is_open { Verdict::Unknown } else { Verdict::No }, reasons))
}

fn decides_gate(fact: Fact) -> bool {
    matches!(fact, Fact::BirthDate | Fact::HireDate | Fact::InPlanSince)
}

/// Nothing left is a no only where nothing was taken for granted that made it so.
fn nothing_left(room: &Result<PersonalRoom, NoRoom>, notes: &mut Notes) -> Option<Ended> {
    let room = room.as_ref().ok().filter(|room| room.remaining.is_zero())?;
    let binding = room.binding;
    let assumed = notes.assumptions.iter().any(|assumption| match assumption {
        Assumption::DefersTheLimit { .. } => true,
        Assumption::HeldToHceLimit | Assumption::NoCatchUp => true,
        Assumption::DiscretionaryAtMost { .. } | Assumption::LongestService { .. } => true,
        Assumption::PayAtLeast { .. }
        | Assumption::MatchConditionsMet { .. }
        | Assumption::TakenAsNone { .. }
        | Assumption::Eligible { .. }
        | Assumption::NoRelatedPlans
        | Assumption::NoOtherEmployers
        | Assumption::HigherCatchUp { .. }
        | Assumption::NotAnOwner
        | Assumption::SpreadEvenly
        | Assumption::PayPeriods { .. }
        | Assumption::WholeYearOfPaychecks { .. } => false,
    });
    if !assumed {
        return Some((Verdict::No, vec![Reason::NoRoomLeft { binding }]));
    }
    let fact = notes.wanted.first().copied().unwrap_or(Fact::PreTax);
    Some((Verdict::Unknown, vec![Reason::NoRoomLeft { binding }, Reason::FactNeeded { fact, ground: None }]))
}

fn undecided(plan: &Plan, missing: Missing, notes: &mut Notes) -> Ended {
    let grounds = missing.elections.iter().map(|path| Ground::untold(plan, path)).collect();
    notes.lack(missing);
    (Verdict::Unknown, vec![Reason::Undecided { grounds }])
}
