//! What may be deferred, who is highly compensated, and the ways to Roth.

use super::{Block, Item, Section, told};
use crate::answer::deferral_limit::{CatchUp, RothOnly};
use crate::answer::route::{Earnings, Open, Route, RouteTerms};
use crate::money::Usd;
use crate::plan::PlanType;
use crate::render::answer::{Answered, words};
use crate::render::language::answer::Told;
use crate::render::language::page::Page;
use crate::render::language::{Language, amounts, terms, text};
use crate::syntax::phrase::frequency::Automatic;

/// The limits on one person's deferrals, and the standing.
pub fn deferrals(answered: &Answered<'_>) -> Section {
    let Answered { answer, language, .. } = *answered;
    let limit = &answer.deferral_limit;
    let mut items = Vec::new();
    if let Some(amount) = limit.statutory {
        let is_457b = answer.plan_type.is_some_and(|kind| PlanType::ANY_457B.contains(&kind));
        let law = if is_457b { Told::DeferralLaw457 { amount } } else { Told::DeferralLaw { amount } };
        items.push(told(language, &law));
        if let Some(left) = limit.left.filter(|left| *left != amount) {
            items.push(told(language, &Told::DeferralLeft { amount: left }));
        }
    }
    // A limit above the law's binds nobody.
    let lower = |amount: &Usd| limit.statutory.is_none_or(|statutory| *amount < statutory);
    if let Some(amount) = limit.plan.filter(lower) {
        items.push(told(language, &Told::DeferralPlan { amount }));
    }
    if limit.statutory.is_some() {
        items.push(told(
            language,
            &match &limit.catch_up {
                CatchUp::Known(amount) => Told::CatchUpKnown { amount: *amount },
                CatchUp::None => Told::CatchUpNone,
                CatchUp::Facts(_) | CatchUp::Missing(_) => Told::CatchUpUnknown,
            },
        ));
        match limit.must_be_roth {
            RothOnly::Yes => items.push(told(language, &Told::CatchUpRoth)),
            RothOnly::WagesNeeded => items.push(told(language, &Told::CatchUpRothUnknown)),
            RothOnly::No | RothOnly::Undecided => {}
        }
    }
    items.extend(words::standing(&answer.highly_compensated).map(|standing| told(language, &standing)));
    Section::list(language, "deferrals", &Page::Deferrals, items)
}

/// The ways to Roth with the plan's terms.
pub fn routes(answered: &Answered<'_>) -> Section {
    let Answered { answer, language, .. } = *answered;
    let items: Vec<Item> = answer.routes.iter().map(|route| item(language, route)).collect();
    let blocks = if items.is_empty() { Vec::new() } else { vec![Block::List(items)] };
    Section::new(language, "routes", &Page::Routes, blocks)
}

fn item(language: Language, route: &RouteTerms) -> Item {
    let mut parts = vec![open(&route.open)];
    parts.extend(route.automatic.map(|automatic| match automatic {
        Automatic::None => Told::RouteNotAutomatic,
        Automatic::Every(every) => Told::RouteAutomatic { every: terms::frequency(every) },
    }));
    parts.extend(route.frequency.map(|often| Told::RouteOften { frequency: terms::frequency(often) }));
    let costs = [
        route.minimum.filter(|least| !least.is_zero()).map(|minimum| Told::RouteMinimum { minimum }),
        route.fee.filter(|fee| !fee.is_zero()).map(|fee| Told::RouteFee { fee }),
    ];
    parts.extend(costs.into_iter().flatten());
    parts.push(match route.earnings {
        Earnings::TaxedOnConversion => Told::EarningsTaxedOnConversion,
        Earnings::MayBeSplitOff => Told::EarningsSplit,
    });
    let parts = amounts::joined(language, parts.iter().map(|part| text(language, part)).collect());
    Item {
        text: amounts::named(language, &text(language, &name(route.route)), &parts),
        grounds: route.ground.iter().map(words::ground).collect(),
        ..Item::default()
    }
}

fn name(route: Route) -> Told {
    match route {
        Route::InPlanRoth => Told::RouteInPlan,
        Route::RothIra => Told::RouteIra,
        Route::AfterLeaving => Told::RouteLeaving,
    }
}

fn open(open: &Open) -> Told {
    match open {
        Open::Now => Told::OpenNow,
        Open::Later { condition, from: None } => Told::OpenLater { condition: terms::condition(condition) },
        Open::Later { condition, from: Some(from) } => {
            Told::OpenFrom { condition: terms::condition(condition), from: *from }
        }
        Open::Depends { condition } => Told::OpenDepends { condition: terms::condition(condition) },
        Open::Unknown(_) => Told::OpenUnknown,
        Open::OnLeaving => Told::OpenOnLeaving,
    }
}
