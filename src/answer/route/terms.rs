//! The plan's own terms for each way to Roth, and whether it is open to this person.

use super::{Earnings, Open, Route, RouteTerms};
use crate::answer::conditions::{Met, met};
use crate::answer::ground::Ground;
use crate::answer::person::{Notes, Person};
use crate::lower::Truth;
use crate::room::routes::{any_amount, routes};
use crate::syntax::phrase::condition::Condition;

/// The ways that the plan has or may have, then the one after leaving, which every plan with after-tax money has.
pub fn terms(person: &Person<'_>, notes: &mut Notes) -> Vec<RouteTerms> {
    let found = routes(person.plan, person.law);
    let in_plan = open(found.in_plan_roth, any_amount(person.plan, person.law), person, notes);
    let roth_ira = open(found.roth_ira, Truth::No, person, notes);
    let mut ways: Vec<RouteTerms> =
        [in_plan.map(|open| within_plan(person, open)), roth_ira.map(|open| to_ira(person, open))]
            .into_iter()
            .flatten()
            .collect();
    ways.sort_by_key(|way| rank(&way.open));
    ways.push(RouteTerms {
        route: Route::AfterLeaving,
        open: Open::OnLeaving,
        ground: None,
        frequency: None,
        automatic: None,
        minimum: None,
        fee: None,
        earnings: Earnings::MayBeSplitOff,
    });
    ways
}

/// How a way stands for this person; `None` where the plan has it not. `ungated` ways need no withdrawal.
fn open(way: Truth, ungated: Truth, person: &Person<'_>, notes: &mut Notes) -> Option<Open> {
    match way {
        Truth::No => None,
        Truth::Unknown(missing) => Some(Open::Unknown(missing)),
        Truth::Yes if ungated == Truth::Yes => Some(Open::Now),
        Truth::Yes => {
            let now = met(&gate(person), person) == Met::Now;
            if let (false, Truth::Unknown(missing)) = (now, ungated) {
                return Some(Open::Unknown(missing));
            }
            let condition = gate(person);
            Some(match met(&condition, person) {
                Met::Now => Open::Now,
                Met::Later(from) => Open::Later { condition, from },
                Met::Never => Open::Later { condition, from: None },
                Met::Depends(facts) => {
                    facts.into_iter().for_each(|fact| notes.want(fact));
                    Open::Depends { condition }
                }
            })
        }
    }
}

/// What withdrawals wait for.
fn gate(person: &Person<'_>) -> Condition {
    person.plan.in_service.after_tax.stated().cloned().unwrap_or(Condition::Immediate)
}

fn within_plan(person: &Person<'_>, open: Open) -> RouteTerms {
    let roll = &person.plan.in_plan_roth;
    RouteTerms {
        route: Route::InPlanRoth,
        open,
        ground: Some(Ground::of(&roll.allowed)),
        frequency: roll.frequency.stated().copied(),
        automatic: roll.automatic.stated().copied(),
        minimum: roll.minimum.stated().copied(),
        fee: roll.fee.stated().copied(),
        earnings: Earnings::TaxedOnConversion,
    }
}

fn to_ira(person: &Person<'_>, open: Open) -> RouteTerms {
    let service = &person.plan.in_service;
    RouteTerms {
        route: Route::RothIra,
        open,
        ground: Some(Ground::of(&service.after_tax)),
        frequency: service.after_tax_frequency.stated().copied(),
        automatic: None,
        minimum: service.after_tax_minimum.stated().copied(),
        fee: None,
        earnings: Earnings::MayBeSplitOff,
    }
}

fn rank(open: &Open) -> u8 {
    match open {
        Open::Now => 0,
        Open::Depends { .. } => 1,
        Open::Later { .. } => 2,
        Open::Unknown(_) => 3,
        Open::OnLeaving => 4,
    }
}
