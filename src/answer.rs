//! One person's answer: can a mega backdoor Roth be done here, how much is left, what is taxed. Plain data without a sentence.

pub mod assumption;
mod conditions;
mod decide;
pub mod deferral_limit;
mod eligible;
pub mod facts;
pub mod ground;
pub mod guidance;
pub mod highly_compensated;
mod law_cited;
mod person;
pub mod room;
pub mod route;
pub mod taxes;
pub mod verdict;
pub mod warning;

use assumption::Assumption;
use deferral_limit::{CatchUp, DeferralLimit, RothOnly};
use facts::{Fact, Facts};
use ground::Question;
use highly_compensated::HceStanding;
use person::{Notes, Person};
use room::PersonalRoom;
use route::RouteTerms;
use taxes::Taxes;
use verdict::{Reason, Verdict};
use warning::Warning;

use jiff::civil::Date;

use crate::law::Law;
use crate::lower::Truth;
use crate::plan::{Plan, PlanType};
use crate::report::MegaBackdoor;
use crate::room::model_employee::Room as ModelRoom;
use crate::syntax::phrase::year::PlanYear;

/// The answer for one person under one plan.
#[derive(Debug, Clone)]
pub struct Answer {
    pub plan: String,
    pub plan_type: Option<PlanType>,
    pub year: PlanYear,
    pub verdict: Verdict,
    /// What decides the verdict, the weightiest first. Never empty.
    pub reasons: Vec<Reason>,
    /// The ways to Roth that the plan has, those that are open while employed first. Empty where there is no after-tax
    /// money to move.
    pub routes: Vec<RouteTerms>,
    /// Line by line; what is missing otherwise.
    pub room: Result<PersonalRoom, room::NoRoom>,
    /// The room of the plan's model employee, who is paid the limit of 401(a)(17) and defers in full: for who gives no facts.
    pub model_room: Option<ModelRoom>,
    pub deferral_limit: DeferralLimit,
    pub highly_compensated: HceStanding,
    /// `None` where there is nothing to move.
    pub taxes: Option<Taxes>,
    pub warnings: Vec<Warning>,
    pub assumptions: Vec<Assumption>,
    /// What to ask the plan administrator, the weightiest first.
    pub questions: Vec<Question>,
    /// The facts that would make the answer firmer, the weightiest first.
    pub wanted: Vec<Fact>,
    /// Sections of law and notices that the answer follows, each once.
    pub citations: Vec<String>,
}

/// Answers for one person. `as_of` is today; of a plan year that is over or yet to come, its last or first day is taken.
pub fn answer(plan: &Plan, law: &Law, mega: &MegaBackdoor, facts: &Facts, as_of: Date) -> Answer {
    let person = Person::new(plan, law, facts, conditions::day_of(as_of, plan));
    let mut notes = Notes::default();
    let mut deferral_limit = deferral_limit::reckon(&person, &mut notes);
    let reckoned = room::reckon(&person, &deferral_limit, &mut notes);
    if let Ok((_, deferred)) = &reckoned {
        deferral_limit.excess = room::excess(*deferred, &person, &deferral_limit);
    }
    let mut room = reckoned.map(|(room, _)| room);
    let has_after_tax = person.rules().holds_after_tax() != Truth::No;
    let routes = if has_after_tax { route::terms(&person, &mut notes) } else { Vec::new() };
    let (verdict, reasons) = decide::decide(&person, mega, &routes, &room, &mut notes);
    if reasons.iter().any(|reason| reason.shuts_out(plan.year.last_day())) {
        room = Err(room::NoRoom::NotThisType);
    }
    let taxes = has_after_tax.then(|| taxes::reckon(&person, &routes, &room));
    warning::list(&person, &routes, &room, taxes.as_ref(), &mut notes);
    standing_notes(&person, &deferral_limit, &room, &mut notes);
    let mut answer = Answer {
        plan: person.terms.plan.clone(),
        plan_type: plan.identity.plan_type.stated().copied(),
        year: plan.year,
        verdict,
        reasons,
        routes,
        room,
        model_room: mega.room.clone(),
        deferral_limit,
        highly_compensated: person.hce.clone(),
        taxes,
        warnings: notes.warnings,
        assumptions: notes.assumptions,
        questions: Question::all(&notes.missing),
        wanted: notes.wanted.into_iter().filter(|fact| !facts.is_given(*fact)).collect(),
        citations: Vec::new(),
    };
    answer.citations = law_cited::cited(&person, &answer);
    answer
}

/// What is missing for a firmer answer, and what a person's standing takes for granted.
fn standing_notes(
    person: &Person<'_>,
    limit: &DeferralLimit,
    room: &Result<PersonalRoom, room::NoRoom>,
    notes: &mut Notes,
) {
    match room {
        Err(room::NoRoom::Facts(facts)) => facts.iter().for_each(|fact| notes.want(*fact)),
        Err(room::NoRoom::Missing(missing)) => notes.lack(missing.clone()),
        Err(room::NoRoom::NotPublished(figure)) => notes.warn(Warning::NotPublished(*figure)),
        Ok(_) | Err(room::NoRoom::NotThisType) => {}
    }
    if !limit.excess.is_zero() {
        notes.warn(Warning::ExcessDeferral { amount: limit.excess });
    }
    if let CatchUp::Missing(missing) = &limit.catch_up {
        notes.lack(missing.clone());
    }
    if limit.must_be_roth == RothOnly::WagesNeeded {
        notes.want(Fact::PriorFicaWages);
    }
    match &person.hce {
        HceStanding::No { .. } | HceStanding::NewHire if person.facts.ownership.is_none() => {
            notes.assume(Assumption::NotAnOwner);
        }
        HceStanding::Unknown { facts } => facts.iter().for_each(|fact| notes.want(*fact)),
        HceStanding::TopPaidGroupUnknown { .. } => notes.want(Fact::TopPaid),
        HceStanding::No { .. }
        | HceStanding::NewHire
        | HceStanding::OutsideTopPaidGroup { .. }
        | HceStanding::ByPay { .. }
        | HceStanding::ByOwnership { .. }
        | HceStanding::StatedHce
        | HceStanding::StatedNot
        | HceStanding::NotTested => {}
    }
}

#[cfg(test)]
mod tests;
