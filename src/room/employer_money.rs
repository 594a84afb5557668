//! What a match or nonelective formula comes to for one person, exact.

use crate::money::{Percent, Usd};
use crate::syntax::phrase::match_formula::{Band, Cap, Formula, MatchFormula, Shape, Step, Tier};
use crate::syntax::phrase::nonelective::Nonelective;

/// What a formula is applied to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contributor {
    /// Plan compensation for the period, capped already (IRC 401(a)(17)).
    pub pay: Usd,
    /// The contributions that are matched.
    pub matched: Usd,
    /// The limit of 402(g) for the year.
    pub deferral_limit: Usd,
    /// Completed years of service; `None` takes the row for the longest service.
    pub years_of_service: Option<u32>,
}

/// The match; `None` where the employer decides it year by year.
pub fn matching_contribution(formula: &MatchFormula, contributor: Contributor) -> Option<Usd> {
    match formula {
        MatchFormula::None => Some(Usd::ZERO),
        MatchFormula::Discretionary => None,
        MatchFormula::Formula(formula) => Some(apply(formula, contributor)),
    }
}

/// The nonelective contribution; `None` where the formula does not tell the amount.
pub fn nonelective_contribution(formula: &Nonelective, contributor: Contributor) -> Option<Usd> {
    match formula {
        Nonelective::None => Some(Usd::ZERO),
        Nonelective::OfPay(share) => Some(share.of(contributor.pay)),
        Nonelective::Dollars(amount) => Some(*amount),
        Nonelective::ByService(bands) => {
            let row =
                row(bands.iter().map(|(band, value)| (band.from, value)), contributor.years_of_service)?;
            nonelective_contribution(row, contributor)
        }
        Nonelective::Discretionary
        | Nonelective::DiscretionaryProRata
        | Nonelective::NewComparability
        | Nonelective::Integrated => None,
    }
}

/// Does a formula match every dollar up to a share of pay, and nothing beyond it, whatever the pay and service?
pub fn matches_every_dollar_up_to(formula: &MatchFormula, share: Percent) -> bool {
    let rates = (0..=25).map(Percent::whole);
    let mut people = rates.flat_map(|rate| {
        let pays = [20_000, 100_000].into_iter().map(Usd::dollars);
        pays.flat_map(move |pay| (0..=40).map(move |years| (rate, pay, years)))
    });
    people.all(|(rate, pay, years)| {
        let matched = rate.of(pay);
        let contributor = Contributor { pay, matched, deferral_limit: pay, years_of_service: Some(years) };
        matching_contribution(formula, contributor) == Some(matched.min(share.of(pay)))
    })
}

pub(super) fn apply(formula: &Formula, contributor: Contributor) -> Usd {
    let amount = match &formula.shape {
        Shape::Tiers(tiers) => by_tiers(tiers, contributor),
        Shape::GreaterOf(formulas) => {
            formulas.iter().map(|formula| apply(formula, contributor)).max().unwrap_or(Usd::ZERO)
        }
        Shape::LesserOf(formulas) => {
            formulas.iter().map(|formula| apply(formula, contributor)).min().unwrap_or(Usd::ZERO)
        }
        Shape::Steps(steps) => {
            let reached = |step: &&Step| contributor.matched >= step.threshold.of(contributor.pay);
            let share = steps.iter().rev().find(reached).map_or(Percent::ZERO, |step| step.contribution);
            if contributor.matched.is_zero() { Usd::ZERO } else { share.of(contributor.pay) }
        }
        Shape::ByService(bands) => {
            let rows = bands.iter().map(|(band, formula)| (band.from, formula));
            row(rows, contributor.years_of_service).map_or(Usd::ZERO, |formula| apply(formula, contributor))
        }
    };
    match formula.max {
        None => amount,
        Some(Cap::Dollars(most)) => amount.min(most),
        Some(Cap::OfPay(share)) => amount.min(share.of(contributor.pay)),
    }
}

/// Each rate on the contributions within its band; a band begins where the one before ends.
fn by_tiers(tiers: &[Tier], contributor: Contributor) -> Usd {
    let mut begins = Usd::ZERO;
    let mut amount = Usd::ZERO;
    for tier in tiers {
        let ends = match tier.band {
            Band::OfPay(share) => begins + share.of(contributor.pay),
            Band::Dollars(width) => begins + width,
            Band::ToDeferralLimit => contributor.deferral_limit.max(begins),
        };
        amount = amount + tier.rate.of(contributor.matched.min(ends).less(begins));
        begins = ends;
    }
    amount
}

/// The row of a table by service: the last that begins at or before the years, or the last of all.
pub(super) fn row<T>(rows: impl Iterator<Item = (u32, T)>, years: Option<u32>) -> Option<T> {
    rows.filter(|(from, _)| years.is_none_or(|years| *from <= years)).last().map(|(_, value)| value)
}
