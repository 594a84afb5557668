//! What a failed ACP test takes back: excess aggregate contributions, apportioned like excess contributions, then taken
//! from after-tax and matching contributions as the plan says (26 CFR 1.401(m)-2(b)(2), (b)(3)).

pub mod sources;

use self::sources::{MatchTier, SourceOrder, Sources};
use super::comparison::Comparison;
use super::levelling::{Contributor, RatioLevelling, level_dollars, level_ratios};
use super::ratio::Line;
use crate::money::exact::{Cents, Hundredths};

/// A highly compensated employee of a failed ACP test.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Holder<'a> {
    /// The ACR, with the after-tax and matching contributions under all plans of the employer.
    pub line: Line<'a>,
    /// Of this plan; recharacterized excess contributions are among them.
    pub after_tax: Cents,
    /// Of this plan.
    pub matching: Cents,
    pub vesting: Vesting,
}

/// How much of the match is vested, in percent, and what of it goes first (26 CFR 1.401(m)-2(b)(5), example 7). Taking
/// only what is not vested is not allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Vesting {
    /// Vested and other match in proportion.
    ProRata(Hundredths),
    /// All from the vested part while it lasts; the plan keeps a record of what was distributed for later vesting.
    VestedFirst(Hundredths),
}

/// One employee's part of the correction. `excess_aggregate_contribution` is the sum of the other three.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Correction<'a> {
    pub employee_id: &'a str,
    pub excess_aggregate_contribution: Cents,
    /// Distributed, with allocable income; the principal is not taxed.
    pub after_tax: Cents,
    /// Vested match, distributed with allocable income.
    pub match_vested: Cents,
    /// Match that is not vested, forfeited; never to the employees who were cut (IRC 401(m)(7)(B)).
    pub match_forfeited: Cents,
}

/// The whole correction. After it the test is deemed passed and is not run again (26 CFR 1.401(m)-2(b)(1)).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AcpCorrection<'a> {
    pub ratio_levelling: RatioLevelling,
    /// In the order of the holders, those included who get nothing back.
    pub corrections: Vec<Correction<'a>>,
    /// Excess aggregate contributions that are in other plans of the employer.
    pub left_over: Cents,
}

/// Both levellings, then what each employee's share is taken from. `order` is a term of the plan; `tiers` are the bands of its match that are left for after-tax contributions, none
/// where they are not matched.
pub fn correct<'a>(
    holders: &[Holder<'a>],
    comparison: &Comparison,
    order: SourceOrder,
    tiers: &[MatchTier],
) -> AcpCorrection<'a> {
    let lines: Vec<Line<'_>> = holders.iter().map(|one| one.line).collect();
    let ratio_levelling = level_ratios(&lines, comparison);
    let contributors: Vec<Contributor<'_>> = holders.iter().map(Holder::contributor).collect();
    let dollars = level_dollars(&contributors, ratio_levelling.total);
    let bear = |(one, share): (&Holder<'a>, &Cents)| one.bear(*share, order, tiers);
    let corrections = holders.iter().zip(&dollars.shares).map(bear).collect();
    AcpCorrection { ratio_levelling, corrections, left_over: dollars.left_over }
}

impl Vesting {
    /// What of `taken` from the whole match is distributed, rounded half up to the cent; the rest is forfeited.
    fn distributed(self, taken: Cents, whole: Cents) -> Cents {
        match self {
            Vesting::ProRata(vested) => Cents(taken.times(vested).rounded_half_up()),
            Vesting::VestedFirst(vested) => taken.min(Cents(whole.times(vested).rounded_half_up())),
        }
    }
}

impl<'a> Holder<'a> {
    /// How an apportioned excess aggregate contribution is made good.
    pub fn bear(&self, excess: Cents, order: SourceOrder, tiers: &[MatchTier]) -> Correction<'a> {
        let Sources { after_tax, matching } = sources::take(self, excess, order, tiers);
        let match_vested = self.vesting.distributed(matching, self.matching);
        Correction {
            employee_id: self.line.employee_id,
            excess_aggregate_contribution: excess,
            after_tax,
            match_vested,
            match_forfeited: matching - match_vested,
        }
    }

    fn contributor(&self) -> Contributor<'a> {
        let Line { employee_id, contributions, .. } = self.line;
        Contributor { employee_id, contributions, in_this_plan: self.after_tax + self.matching }
    }
}
