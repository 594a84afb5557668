//! The two levellings of a failed test: ratios to find the total excess, dollars to apportion it
//! (26 CFR 1.401(k)-2(b)(2)(ii)-(iii), 1.401(m)-2(b)(2)(ii)-(iii)).

use super::comparison::Comparison;
use super::ratio::Line;
use crate::money::exact::{Cents, Fraction, Hundredths};

/// Step one: how far ratios are cut, and what that is in dollars.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RatioLevelling {
    /// The highest ratio that lets the average pass, in hundredths of a point, exact; `None` where nothing is cut.
    pub highest_permitted: Option<Fraction>,
    /// What each employee is above it, in the order of the lines.
    pub reductions: Vec<Cents>,
    /// Their sum: the total excess contributions, or excess aggregate contributions.
    pub total: Cents,
}

/// A highly compensated employee in step two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contributor<'a> {
    pub employee_id: &'a str,
    /// What is levelled: all contributions that the ratio counts.
    pub contributions: Cents,
    /// What went into this plan: no one is apportioned more (26 CFR 1.401(k)-2(b)(2)(iii)).
    pub in_this_plan: Cents,
}

/// Step two: who bears the total.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DollarLevelling {
    /// What each employee bears, in the order given.
    pub shares: Vec<Cents>,
    /// The dollars down to which the highest contributors come, in cents, exact; `None` where nothing is cut.
    pub level: Option<Fraction>,
    /// What could not be apportioned, because too little of it is in this plan.
    pub left_over: Cents,
}

/// Step one. The highest permitted ratio `r` solves `mean(min(ratio, r)) = limit` exactly over the rounded ratios of
/// all eligible highly compensated employees; a reduction is rounded half up to the cent. A test that passes is not
/// levelled, though its exact average may be above the limit by less than the rounding.
pub fn level_ratios(hces: &[Line<'_>], comparison: &Comparison) -> RatioLevelling {
    let highest_permitted = if comparison.passes() {
        None
    } else {
        highest_permitted(hces, target(hces, comparison.limit.exact))
    };
    let reduction = |line: &Line<'_>| match highest_permitted {
        Some(highest) if Fraction::whole(line.ratio.0) > highest => above(line, highest),
        Some(_) | None => Cents::ZERO,
    };
    let reductions: Vec<Cents> = hces.iter().map(reduction).collect();
    let total = reductions.iter().copied().sum();
    RatioLevelling { highest_permitted, reductions, total }
}

/// Step two. The level `l` solves `sum(max(0, dollars - l)) = total` exactly, no one bearing more than went into this
/// plan; shares are rounded down to the cent and the cents left go to the largest remainders, ties by employee.
pub fn level_dollars(contributors: &[Contributor<'_>], total: Cents) -> DollarLevelling {
    let most: Cents = contributors.iter().map(|one| one.most()).sum();
    let apportioned = total.min(most);
    let Some(level) = dollar_level(contributors, apportioned) else {
        return DollarLevelling {
            shares: vec![Cents::ZERO; contributors.len()],
            level: None,
            left_over: total,
        };
    };
    let exact: Vec<Fraction> = contributors.iter().map(|one| one.share(level)).collect();
    let shares = by_largest_remainder(contributors, &exact, apportioned);
    DollarLevelling { shares, level: Some(level), left_over: total - apportioned }
}

impl Contributor<'_> {
    fn most(&self) -> Cents {
        self.in_this_plan.min(self.contributions).max(Cents::ZERO)
    }

    /// What this employee is above `level`, at most what is in this plan, exact.
    fn share(&self, level: Fraction) -> Fraction {
        let above = i128::from(self.contributions.0) * level.denominator() - level.numerator();
        Fraction::new(above.max(0), level.denominator()).min(Fraction::whole(self.most().0))
    }
}

/// The average to come down to. It is the exact limit, but where the exact average is within the limit and only its
/// rounding is above, the highest hundredth that passes.
fn target(hces: &[Line<'_>], limit: Fraction) -> Fraction {
    let sum: i128 = hces.iter().map(|line| i128::from(line.ratio.0)).sum();
    let within = !hces.is_empty() && Fraction::new(sum, hces.len() as i128) <= limit;
    if within { Fraction::whole(limit.floor()) } else { limit }
}

fn highest_permitted(hces: &[Line<'_>], limit: Fraction) -> Option<Fraction> {
    let mut ratios: Vec<Hundredths> = hces.iter().map(|line| line.ratio).collect();
    ratios.sort_unstable_by(|a, b| b.cmp(a));
    let mut uncut: i128 = ratios.iter().map(|ratio| i128::from(ratio.0)).sum();
    let allowed = limit.numerator() * ratios.len() as i128;
    if uncut * limit.denominator() <= allowed {
        return None;
    }
    for (index, ratio) in ratios.iter().enumerate() {
        uncut -= i128::from(ratio.0);
        let cut = index as i128 + 1;
        let level = Fraction::new(allowed - uncut * limit.denominator(), cut * limit.denominator());
        let next = ratios.get(index + 1).map_or(0, |next| next.0);
        if level >= Fraction::whole(next) {
            return Some(level);
        }
    }
    Some(Fraction::whole(0))
}

/// `contributions - highest x compensation`, half up to the cent, never below zero.
fn above(line: &Line<'_>, highest: Fraction) -> Cents {
    let denominator = highest.denominator() * 10_000;
    let permitted = i128::from(line.compensation.0) * highest.numerator();
    let excess = i128::from(line.contributions.0) * denominator - permitted;
    // Figures of nearly all people fit in 64 bits, in which a division costs a tenth of one in 128.
    let doubled = (i64::try_from(2 * excess), i64::try_from(2 * denominator));
    if let (Ok(excess), Ok(denominator)) = doubled
        && let Some(rounded) = excess.checked_add(denominator / 2)
    {
        return Cents(rounded.div_euclid(denominator).max(0));
    }
    Cents(Fraction::new(excess, denominator).rounded_half_up().max(0))
}

/// Comes down from the top, from one amount at which someone begins or ceases to bear a share to the next.
fn dollar_level(contributors: &[Contributor<'_>], total: Cents) -> Option<Fraction> {
    if total <= Cents::ZERO {
        return None;
    }
    let bearing = contributors.iter().filter(|one| one.most() > Cents::ZERO);
    let mut turns: Vec<(i64, i64)> = bearing
        .flat_map(|one| [(one.contributions.0, 1), (one.contributions.0 - one.most().0, -1)])
        .collect();
    turns.sort_unstable_by(|a, b| b.cmp(a));
    let (mut left, mut count) = (i128::from(total.0), 0_i128);
    for (index, (at, turn)) in turns.iter().enumerate() {
        count += i128::from(*turn);
        let Some((next, _)) = turns.get(index + 1) else { break };
        let step = count * i128::from(at - next);
        if step >= left {
            return Some(Fraction::new(i128::from(*at) * count - left, count));
        }
        left -= step;
    }
    None
}

fn by_largest_remainder(contributors: &[Contributor<'_>], exact: &[Fraction], total: Cents) -> Vec<Cents> {
    let mut shares: Vec<Cents> = exact.iter().map(|share| Cents(share.floor())).collect();
    let mut cents_left = (total - shares.iter().copied().sum()).0;
    let remainder = |index: usize| {
        let share = exact[index];
        Fraction::new(share.numerator().rem_euclid(share.denominator()), share.denominator())
    };
    let mut order: Vec<usize> =
        (0..exact.len()).filter(|index| remainder(*index) > Fraction::whole(0)).collect();
    order.sort_by(|a, b| {
        let by_id = contributors[*a].employee_id.cmp(contributors[*b].employee_id);
        remainder(*b).cmp(&remainder(*a)).then(by_id)
    });
    for index in order {
        if cents_left == 0 {
            break;
        }
        shares[index] = shares[index] + Cents(1);
        cents_left -= 1;
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::nondiscrimination::comparison::compare;
    use crate::nondiscrimination::ratio::group_average;

    /// Out of pay of $10,000, so that a dollar is a hundredth of a point.
    fn lines(dollars: &[i64]) -> Vec<Line<'static>> {
        let pay = Cents::dollars(10_000);
        let line = |dollars: &i64| Line::new("E", Cents::dollars(*dollars), pay, pay);
        dollars.iter().filter_map(line).collect()
    }

    fn levelled(dollars: &[i64], nhce: i64) -> (bool, RatioLevelling) {
        let lines = lines(dollars);
        let comparison = compare(group_average(&lines).unwrap(), Hundredths(nhce));
        (comparison.passes(), level_ratios(&lines, &comparison))
    }

    #[test]
    fn an_average_that_rounds_down_to_the_limit_passes_and_is_not_levelled() {
        let (passes, found) = levelled(&[500, 500, 501], 300);
        assert!(passes, "5.0033 is rounded to 5.00");
        assert_eq!((found.highest_permitted, found.total), (None, Cents::ZERO));
    }

    #[test]
    fn an_average_that_only_rounds_up_above_the_limit_comes_down_to_a_hundredth() {
        let (passes, found) = levelled(&[1003, 1004], 803);
        assert!(!passes, "10.035 is rounded to 10.04, above 10.0375");
        assert_eq!(found.highest_permitted, Some(Fraction::whole(1003)));
        assert_eq!(found.total, Cents::dollars(1));
    }
}
