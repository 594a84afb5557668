//! When elective deferrals, and money under the same limits, may leave a 401(k) plan: IRC 401(k)(2)(B).
//! Not here: how much may leave, and what else an event demands.

use crate::law::Law;
use crate::law::provisions::{AppliesTo, Provision};
use crate::lower::{Missing, Truth};
use crate::plan::Plan;
use crate::syntax::phrase::condition::{AGE_59_AND_A_HALF, Condition, Event, Term};

/// What a condition opens that the law keeps shut, in words; empty if there is nothing of the kind.
///
/// Terms joined by `and` only narrow each other, so that one lawful term makes an alternative lawful.
pub fn too_early(condition: &Condition, plan: &Plan, law: &Law) -> Result<Vec<String>, Missing> {
    if *condition == Condition::Immediate {
        return Ok(vec!["at any time".to_owned()]);
    }
    let mut early = Vec::new();
    let mut unclear: Option<Missing> = None;
    for terms in condition.alternatives() {
        let lawful = terms.iter().fold(Truth::No, |lawful, term| lawful.or(is_lawful(*term, plan, law)));
        match lawful {
            Truth::Yes => {}
            Truth::No => early.push(in_words(terms, plan, law)),
            Truth::Unknown(missing) => unclear = Some(unclear.unwrap_or_default().and(missing)),
        }
    }
    match unclear {
        Some(missing) if early.is_empty() => Err(missing),
        Some(_) | None => Ok(early),
    }
}

/// May restricted money leave when this has come about? Stated periods of participation or service never suffice
/// (IRC 401(k)(2)(B)(ii)).
fn is_lawful(term: Term, plan: &Plan, law: &Law) -> Truth {
    match term {
        Term::Age { half_years } => (half_years >= AGE_59_AND_A_HALF).into(),
        Term::Service(_) | Term::Hours(_) | Term::Participation(_) => Truth::No,
        Term::Event(event) => is_lawful_event(event, plan, law),
    }
}

fn is_lawful_event(event: Event, plan: &Plan, law: &Law) -> Truth {
    match event {
        Event::Separation
        | Event::Hardship
        | Event::Disability
        | Event::ReservistCallUp
        | Event::Disaster
        | Event::PlanTermination => Truth::Yes,
        Event::BirthOrAdoption
        | Event::EmergencyExpense
        | Event::DomesticAbuse
        | Event::LongTermCarePremium
        | Event::LifetimeIncomeEnding => {
            since(event).is_none_or(|provision| governs(provision, plan, law)).into()
        }
        // It spares the additional tax of 72(t) and opens no account (IRC 72(t)(2)(L)).
        Event::TerminalIllness => Truth::No,
        // The law names an age, not the plan's normal retirement age, which may lie below it.
        Event::NormalRetirementAge => plan.distributions.normal_retirement_age.is(is_late_enough),
    }
}

/// Does a provision govern some day of the plan year, or the whole of it where it begins with plan years?
fn governs(provision: Provision, plan: &Plan, law: &Law) -> bool {
    let day = match law.provision(provision).applies_to {
        AppliesTo::PlanYears | AppliesTo::TaxableYears => plan.year.first_day(),
        AppliesTo::Contributions | AppliesTo::Distributions | AppliesTo::Transfers => plan.year.last_day(),
    };
    law.in_force(provision, day)
}

/// Does a normal retirement age lie at 59 1/2 or later?
fn is_late_enough(age: &Condition) -> bool {
    let late = |term: &Term| matches!(term, Term::Age { half_years } if *half_years >= AGE_59_AND_A_HALF);
    let alternatives = age.alternatives();
    !alternatives.is_empty() && alternatives.iter().all(|terms| terms.iter().any(late))
}

/// The change of law that made an event one on which restricted money may leave, if it was not one all along.
fn since(event: Event) -> Option<Provision> {
    match event {
        Event::BirthOrAdoption => Some(Provision::BirthOrAdoptionDistribution),
        Event::LifetimeIncomeEnding => Some(Provision::LifetimeIncomeDistribution),
        Event::EmergencyExpense => Some(Provision::EmergencyExpenseDistribution),
        Event::DomesticAbuse => Some(Provision::DomesticAbuseDistribution),
        Event::LongTermCarePremium => Some(Provision::LongTermCareDistribution),
        Event::Separation
        | Event::Hardship
        | Event::Disability
        | Event::ReservistCallUp
        | Event::Disaster
        | Event::PlanTermination
        | Event::TerminalIllness
        | Event::NormalRetirementAge => None,
    }
}

/// `after 5 years of service`, `on domestic abuse (an event of the law only from 2024-01-01)`.
fn in_words(terms: &[Term], plan: &Plan, law: &Law) -> String {
    let word = |term: &Term| match term {
        Term::Event(Event::NormalRetirementAge) => match plan.distributions.normal_retirement_age.stated() {
            Some(age) => format!("at normal retirement age (`{age}`)"),
            None => "at normal retirement age".to_owned(),
        },
        Term::Event(event) => match since(*event) {
            Some(provision) => {
                format!("on {event} (an event of the law only from {})", law.provision(provision).from)
            }
            None => format!("on {event}"),
        },
        Term::Age { .. } => format!("from {term}"),
        Term::Service(_) | Term::Hours(_) | Term::Participation(_) => format!("after {term}"),
    };
    terms.iter().map(word).collect::<Vec<_>>().join(" and ")
}
