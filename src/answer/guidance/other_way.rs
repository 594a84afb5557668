//! The other ways to save, with the year's limits, and the order in which people usually take them.

use super::{Obstacle, Situation};
use crate::law::limits::Limit;
use crate::money::Usd;
use crate::plan::PlanType;
use crate::syntax::phrase::match_formula::MatchFormula;

/// Another way to save. Limits are those of the year; a way of which one is not published is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum OtherWay {
    PreTaxDeferral {
        limit: Usd,
    },
    RothDeferral {
        limit: Usd,
    },
    /// Deferrals to a 457(b), whose limit stands beside that of other plans.
    Deferral457 {
        limit: Usd,
    },
    /// Added from age 50.
    CatchUp {
        limit: Usd,
    },
    /// In its place at ages 60 to 63.
    SuperCatchUp {
        limit: Usd,
    },
    TraditionalIra {
        limit: Usd,
        catch_up: Usd,
    },
    /// The incomes between which the contribution shrinks to nothing.
    RothIra {
        limit: Usd,
        single_from: Usd,
        single_to: Usd,
        joint_from: Usd,
        joint_to: Usd,
    },
    /// A contribution to a traditional IRA that is not deducted, then converted.
    BackdoorRothIra {
        limit: Usd,
    },
    Hsa {
        self_only: Usd,
        family: Usd,
        catch_up: Usd,
    },
    Taxable,
    /// Nothing is published for the year.
    NotPublished {
        year: i16,
    },
}

/// A place in the usual order of saving.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SavingStep {
    Match,
    DebtAndReserve,
    Hsa,
    Deferral,
    Ira,
    MegaBackdoor,
    Taxable,
}

impl OtherWay {
    pub fn citations(self) -> &'static [&'static str] {
        match self {
            OtherWay::PreTaxDeferral { .. } => &["IRC 402(g)(1)"],
            OtherWay::RothDeferral { .. } => &["IRC 402A"],
            OtherWay::Deferral457 { .. } => &["IRC 457(e)(15)"],
            OtherWay::CatchUp { .. } | OtherWay::SuperCatchUp { .. } => &["IRC 414(v)(2)"],
            OtherWay::TraditionalIra { .. } => &["IRC 219(b)(5)", "IRC 219(g)"],
            OtherWay::RothIra { .. } => &["IRC 408A(c)(3)"],
            OtherWay::BackdoorRothIra { .. } => &["IRC 408A(d)(3)", "IRC 408(d)(2)"],
            OtherWay::Hsa { .. } => &["IRC 223(b)"],
            OtherWay::Taxable | OtherWay::NotPublished { .. } => &[],
        }
    }
}

/// The other ways of a year.
pub fn other_ways(situation: &Situation<'_>) -> Vec<OtherWay> {
    let mut ways = deferrals(situation);
    let outside = outside_the_plan(situation);
    if outside.is_none() {
        ways.push(OtherWay::NotPublished { year: situation.year });
    }
    ways.extend(outside.into_iter().flatten());
    ways.push(OtherWay::Taxable);
    ways
}

fn deferrals(situation: &Situation<'_>) -> Vec<OtherWay> {
    let plan = situation.plan;
    let limit = match plan.identity.plan_type.stated() {
        Some(PlanType::Traditional401k | PlanType::Solo401k | PlanType::Plan403b) => {
            amount(situation, Limit::ElectiveDeferral)
        }
        Some(PlanType::Governmental457b | PlanType::TaxExempt457b) => {
            let limit = amount(situation, Limit::Deferral457b);
            return limit.map(|limit| OtherWay::Deferral457 { limit }).into_iter().collect();
        }
        // Their limits hang on more than the year, or they take no deferrals.
        Some(
            PlanType::Simple401k
            | PlanType::Starter401k
            | PlanType::Plan401a
            | PlanType::Sep
            | PlanType::SimpleIra,
        )
        | None => None,
    };
    let Some(limit) = limit else { return Vec::new() };
    let mut ways = Vec::new();
    if plan.deferrals.pre_tax.stated().is_some_and(|deferral| deferral.allowed.is_yes()) {
        ways.push(OtherWay::PreTaxDeferral { limit });
    }
    if plan.deferrals.roth.stated().is_some_and(|deferral| deferral.allowed.is_yes()) {
        ways.push(OtherWay::RothDeferral { limit });
    }
    ways.extend(catch_up(situation).into_iter().flatten());
    ways
}

/// This person's catch-up where it is known, or what the plan and the year allow.
fn catch_up(situation: &Situation<'_>) -> [Option<OtherWay>; 2] {
    let deferrals = &situation.plan.deferrals;
    let known = situation.catch_up;
    let old_enough = situation.age.is_none_or(|age| age >= 50);
    let has_any = known.map_or(super::permits(&deferrals.catch_up) == Some(true), |known| !known.is_zero());
    let usual = amount(situation, Limit::CatchUp).filter(|_| has_any && old_enough);
    let Some(usual) = usual else { return [None, None] };
    let higher = match known {
        Some(known) => Some(known).filter(|known| *known > usual),
        None if super::permits(&deferrals.super_catch_up) == Some(true) => {
            let at_60_to_63 = situation.age.is_none_or(|age| (60..=63).contains(&age));
            amount(situation, Limit::SuperCatchUp).filter(|_| at_60_to_63)
        }
        None => None,
    };
    [Some(OtherWay::CatchUp { limit: usual }), higher.map(|limit| OtherWay::SuperCatchUp { limit })]
}

fn outside_the_plan(situation: &Situation<'_>) -> Option<[OtherWay; 4]> {
    let amount = |limit| amount(situation, limit);
    let limit = amount(Limit::IraContribution)?;
    Some([
        OtherWay::TraditionalIra { limit, catch_up: amount(Limit::IraCatchUp)? },
        OtherWay::RothIra {
            limit,
            single_from: amount(Limit::RothIraSinglePhaseOutStart)?,
            single_to: amount(Limit::RothIraSinglePhaseOutEnd)?,
            joint_from: amount(Limit::RothIraJointPhaseOutStart)?,
            joint_to: amount(Limit::RothIraJointPhaseOutEnd)?,
        },
        OtherWay::BackdoorRothIra { limit },
        OtherWay::Hsa {
            self_only: amount(Limit::HsaSelfOnly)?,
            family: amount(Limit::HsaFamily)?,
            catch_up: amount(Limit::HsaCatchUp)?,
        },
    ])
}

fn amount(situation: &Situation<'_>, limit: Limit) -> Option<Usd> {
    situation.law.limit(limit, situation.year).map(|value| value.amount)
}

/// Customary, not law: match first, what is costliest to lack next, then by how much tax each saves.
pub fn usual_order(situation: &Situation<'_>) -> Vec<SavingStep> {
    let gives_match =
        situation.plan.matching.formula.stated().is_some_and(|formula| *formula != MatchFormula::None);
    let deferrals = !deferrals(situation).is_empty();
    let mut order = Vec::new();
    if gives_match {
        order.push(SavingStep::Match);
    }
    order.extend([SavingStep::DebtAndReserve, SavingStep::Hsa]);
    if deferrals {
        order.push(SavingStep::Deferral);
    }
    order.push(SavingStep::Ira);
    if situation.obstacle < Obstacle::Person {
        order.push(SavingStep::MegaBackdoor);
    }
    order.push(SavingStep::Taxable);
    order
}
