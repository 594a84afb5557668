//! From which contributions an excess aggregate contribution is taken, and the match that must go because what it
//! matched has gone (26 CFR 1.401(m)-2(b)(3)(v), 1.401(a)(4)-4(e)(3)(iii)(G)).

use super::Holder;
use crate::money::exact::{Cents, Fraction, Hundredths};

/// The order in which the plan takes an excess. The law leaves it to the plan, so long as what is left gives no highly
/// compensated employee a better rate of match.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SourceOrder {
    /// Unmatched after-tax contributions, then matched ones together with their match, then other match.
    AfterTaxFirst,
    /// Match, then after-tax contributions.
    MatchFirst,
    /// Both in proportion.
    ProRata,
}

/// A band of a match formula: the rate on the next `width` of contributions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MatchTier {
    pub rate: Hundredths,
    pub width: Cents,
}

/// What is taken from each source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sources {
    pub after_tax: Cents,
    pub matching: Cents,
}

/// What a formula gives on contributions, rounded half up to the cent.
pub fn match_on(contributions: Cents, tiers: &[MatchTier]) -> Cents {
    let mut left = contributions;
    let mut total = 0;
    for tier in tiers {
        let within = left.min(tier.width);
        total += i128::from(within.0) * i128::from(tier.rate.0);
        left = left - within;
    }
    Cents(Fraction::new(total, 10_000).rounded_half_up())
}

/// The match to forfeit after contributions that it matched have gone, so that no better rate is left. Never
/// distributed for this reason (26 CFR 1.401(k)-2(b)(4)(ii), 1.401(m)-2(b)(3)(v)(B)).
pub fn match_to_forfeit(match_left: Cents, contributions_left: Cents, tiers: &[MatchTier]) -> Cents {
    match_left.less(match_on(contributions_left, tiers))
}

/// The rate of match that is left, in hundredths of a point, exact; `None` on nothing.
pub fn effective_rate(match_left: Cents, contributions_left: Cents) -> Option<Fraction> {
    let contributions = i128::from(contributions_left.0);
    (contributions > 0).then(|| Fraction::new(i128::from(match_left.0) * 10_000, contributions))
}

pub(super) fn take(holder: &Holder<'_>, excess: Cents, order: SourceOrder, tiers: &[MatchTier]) -> Sources {
    match order {
        SourceOrder::AfterTaxFirst => after_tax_first(holder, excess, tiers),
        SourceOrder::MatchFirst => {
            let matching = excess.min(holder.matching);
            Sources { after_tax: excess - matching, matching }
        }
        SourceOrder::ProRata => {
            let whole = i128::from((holder.after_tax + holder.matching).0).max(1);
            let part = Fraction::new(i128::from(excess.0) * i128::from(holder.after_tax.0), whole);
            let after_tax = Cents(part.rounded_half_up());
            Sources { after_tax, matching: excess - after_tax }
        }
    }
}

/// From the top of the formula down: beyond the last tier no match is related, within a tier each dollar goes with the
/// match on it.
fn after_tax_first(holder: &Holder<'_>, excess: Cents, tiers: &[MatchTier]) -> Sources {
    let mut taken = Sources::default();
    let matched: Cents = tiers.iter().map(|tier| tier.width).sum();
    taken.after_tax = excess.min(holder.after_tax.less(matched));
    let mut below = matched;
    for tier in tiers.iter().rev() {
        below = below - tier.width;
        let in_tier = (holder.after_tax - taken.after_tax).less(below);
        let left = excess - taken.after_tax - taken.matching;
        let share = i128::from(left.0) * 10_000;
        let after_tax = Cents(Fraction::new(share, 10_000 + i128::from(tier.rate.0)).rounded_half_up());
        let after_tax = after_tax.min(in_tier);
        let related = Cents(after_tax.times(tier.rate).rounded_half_up());
        taken.after_tax = taken.after_tax + after_tax;
        taken.matching = taken.matching + related.min(left - after_tax).min(holder.matching - taken.matching);
    }
    with_the_rest(holder, excess, taken)
}

/// Match on elective contributions makes up what after-tax contributions and their match do not.
fn with_the_rest(holder: &Holder<'_>, excess: Cents, taken: Sources) -> Sources {
    let left = excess - taken.after_tax - taken.matching;
    let matching = left.min(holder.matching - taken.matching);
    Sources { after_tax: taken.after_tax + left - matching, matching: taken.matching + matching }
}
