//! Match formulas that stand in for the ADP and ACP tests (26 CFR 1.401(k)-3(c), 1.401(m)-3(d)). Conditions on vesting,
//! notice and withdrawal are for rules.

use super::correction_acp::sources::{MatchTier, match_on};
use crate::money::exact::{Cents, Hundredths};

/// A band of a match formula: the rate on the next `width` of pay, in percent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Band {
    pub rate: Hundredths,
    pub width: Hundredths,
}

/// 100% of the first 3% of pay and 50% of the next 2% (26 CFR 1.401(k)-3(c)(2)).
pub const BASIC: &[Band] = &[band(100, 3), band(50, 2)];

/// 100% of the first 1% of pay and 50% of the next 5% (26 CFR 1.401(k)-3(k)(2)).
pub const QACA: &[Band] = &[band(100, 1), band(50, 5)];

/// How a match satisfies the ADP safe harbor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AdpSafeHarbor {
    Basic,
    /// At every rate of deferrals at least the basic match, at a rate that never rises.
    Enhanced,
}

/// Which formula it is, beside the least match of its kind, [`BASIC`] or [`QACA`]; `None` where the match is no safe
/// harbor.
pub fn adp_safe_harbor(bands: &[Band], least: &[Band]) -> Option<AdpSafeHarbor> {
    if normal(bands) == normal(least) {
        return Some(AdpSafeHarbor::Basic);
    }
    (is_at_least(bands, least) && never_rises(bands)).then_some(AdpSafeHarbor::Enhanced)
}

/// Does a match, all formulas of the plan together, satisfy the ACP safe harbor: nothing on contributions above 6% of
/// pay, a rate that never rises, and a discretionary part of at most 4% of pay (26 CFR 1.401(m)-3(d)(1)-(3))?
pub fn acp_safe_harbor(fixed: &[Band], discretionary: &[Band]) -> bool {
    let all = combined(fixed, discretionary);
    let matched: i64 = normal(&all).iter().map(|band| band.width.0).sum();
    let discretionary_most = at(discretionary, Hundredths::percent(100));
    matched <= 600 && never_rises(&all) && discretionary_most <= Cents::dollars(400)
}

/// No highly compensated employee may have a better rate than another employee with the same deferrals (26 CFR
/// 1.401(k)-3(c)(4), 1.401(m)-3(d)(4)).
pub fn favors_no_hce(for_hces: &[Band], for_nhces: &[Band]) -> bool {
    is_at_least(for_nhces, for_hces)
}

/// Two formulas that apply to the same contributions.
pub fn combined(one: &[Band], other: &[Band]) -> Vec<Band> {
    let mut ends: Vec<i64> = ends(one).chain(ends(other)).collect();
    ends.sort_unstable();
    ends.dedup();
    let mut from = 0;
    let mut bands = Vec::new();
    for end in ends {
        let rate = rate_above(one, from) + rate_above(other, from);
        bands.push(Band { rate, width: Hundredths(end - from) });
        from = end;
    }
    bands
}

/// The formula in dollars for someone's pay; pay is cut to the limit of 401(a)(17) already.
pub fn for_pay(bands: &[Band], compensation: Cents) -> Vec<MatchTier> {
    let tier = |band: &Band| {
        let width = Cents(compensation.times(band.width).rounded_half_up());
        MatchTier { rate: band.rate, width }
    };
    bands.iter().map(tier).collect()
}

/// At every rate of deferrals: between the ends of bands both are straight, so their ends decide.
fn is_at_least(bands: &[Band], other: &[Band]) -> bool {
    ends(bands).chain(ends(other)).all(|end| at(bands, Hundredths(end)) >= at(other, Hundredths(end)))
}

/// Of the whole match to all contributions: what may not rise is the ratio, so that a later band may be richer than the one
/// before as long as it is not above the average so far (26 CFR 1.401(k)-3(c)(3), 1.401(m)-3(d)(2)).
fn never_rises(bands: &[Band]) -> bool {
    let ends: Vec<i64> = ends(bands).filter(|end| *end > 0).collect();
    let match_at = |end: i64| i128::from(at(bands, Hundredths(end)).0);
    ends.windows(2)
        .all(|pair| match_at(pair[1]) * i128::from(pair[0]) <= match_at(pair[0]) * i128::from(pair[1]))
}

/// What a formula gives at a rate of deferrals, on pay of $10,000, so that cents are hundredths of a point.
fn at(bands: &[Band], deferral: Hundredths) -> Cents {
    let pay = Cents::dollars(10_000);
    match_on(Cents(pay.times(deferral).floor()), &for_pay(bands, pay))
}

fn ends(bands: &[Band]) -> impl Iterator<Item = i64> {
    bands.iter().scan(0, |end, band| {
        *end += band.width.0;
        Some(*end)
    })
}

fn rate_above(bands: &[Band], deferral: i64) -> Hundredths {
    let found = bands.iter().zip(ends(bands)).find(|(_, end)| *end > deferral);
    found.map_or(Hundredths::ZERO, |(band, _)| band.rate)
}

/// Neighbours of one rate as one band, without what is not matched at the end.
fn normal(bands: &[Band]) -> Vec<Band> {
    let mut out: Vec<Band> = Vec::new();
    for band in bands.iter().filter(|band| band.width > Hundredths::ZERO) {
        match out.last_mut().filter(|last| last.rate == band.rate) {
            Some(last) => last.width = last.width + band.width,
            None => out.push(*band),
        }
    }
    while out.last().is_some_and(|last| last.rate == Hundredths::ZERO) {
        out.pop();
    }
    out
}

const fn band(rate: i64, width: i64) -> Band {
    Band { rate: Hundredths::percent(rate), width: Hundredths::percent(width) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_match_is_enhanced_if_it_is_never_below_the_basic_one_and_never_rises() {
        let of = |bands: &[Band]| adp_safe_harbor(bands, BASIC);
        assert_eq!(of(&[band(100, 2), band(100, 1), band(50, 2)]), Some(AdpSafeHarbor::Basic));
        assert_eq!(of(&[band(100, 4)]), Some(AdpSafeHarbor::Enhanced));
        assert_eq!(of(&[band(200, 2), band(0, 3)]), Some(AdpSafeHarbor::Enhanced));
        assert_eq!(of(&[band(100, 3)]), None, "nothing on the fourth percent");
        assert_eq!(of(&[band(100, 3), band(0, 1), band(200, 1)]), None, "it rises");
        let falling_on_average = [band(100, 3), band(60, 1), band(70, 1)];
        assert_eq!(of(&falling_on_average), Some(AdpSafeHarbor::Enhanced), "100%, 90%, 86%");
        assert_eq!(of(QACA), None);
        assert_eq!(adp_safe_harbor(QACA, QACA), Some(AdpSafeHarbor::Basic));
        assert_eq!(adp_safe_harbor(&[band(100, 4)], QACA), Some(AdpSafeHarbor::Enhanced));
    }

    #[test]
    fn the_acp_safe_harbor_stops_at_six_percent_and_limits_discretion() {
        assert!(acp_safe_harbor(&[band(100, 6)], &[]));
        assert!(!acp_safe_harbor(&[band(100, 7)], &[]));
        assert!(acp_safe_harbor(BASIC, &[band(66, 6)]));
        assert!(!acp_safe_harbor(BASIC, &[band(100, 5)]), "5% of pay is more than 4%");
    }
}
