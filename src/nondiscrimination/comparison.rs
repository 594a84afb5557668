//! The comparison that the ADP and ACP tests share (26 CFR 1.401(k)-2(a)(1)(i), 1.401(m)-2(a)(1)(i)), on averages that
//! are rounded to whole hundredths already, of a census or of the groups that a plan spec describes.

use crate::money::exact::{Fraction, Hundredths};

/// Which part of the test sets the limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Prong {
    /// 1.25 times the average of the non-highly compensated.
    OneAndAQuarter,
    /// Twice that average.
    Twice,
    /// That average and two points.
    PlusTwo,
}

/// The highest average that the highly compensated may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    /// In hundredths of a point, exact: the product is not rounded, though the regulation displays it rounded.
    pub exact: Fraction,
    pub prong: Prong,
}

/// One test: both averages and what the law makes of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Comparison {
    pub hce: Hundredths,
    pub nhce: Hundredths,
    pub limit: Limit,
}

/// The limit for an average `nhce` of the non-highly compensated, and the prong that sets it: 1.25 times it, or the
/// lesser of twice it and two points more, whichever is higher.
pub fn limit(nhce: Hundredths) -> Limit {
    let [product, twice, plus_two] = prongs(nhce);
    let alternative = if twice.exact <= plus_two.exact { twice } else { plus_two };
    if product.exact >= alternative.exact { product } else { alternative }
}

/// What each prong comes to: 1.25 times, twice, two points more.
pub fn prongs(nhce: Hundredths) -> [Limit; 3] {
    [
        Limit { exact: Fraction::new(5 * i128::from(nhce.0), 4), prong: Prong::OneAndAQuarter },
        Limit { exact: Fraction::whole(2 * nhce.0), prong: Prong::Twice },
        Limit { exact: Fraction::whole(nhce.0 + 200), prong: Prong::PlusTwo },
    ]
}

/// One test: the average of the highly compensated beside that of the others.
pub fn compare(hce: Hundredths, nhce: Hundredths) -> Comparison {
    Comparison { hce, nhce, limit: limit(nhce) }
}

/// "Not more than": equality passes.
pub fn passes(hce: Hundredths, nhce: Hundredths) -> bool {
    compare(hce, nhce).passes()
}

/// The lowest average of the non-highly compensated beside which `hce` passes.
pub fn nhce_needed(hce: Hundredths) -> Hundredths {
    let hce = hce.0.max(0);
    let by_product = ceiling(4 * hce, 5);
    let by_alternative = ceiling(hce, 2).max(hce - 200);
    Hundredths(by_product.min(by_alternative))
}

impl Comparison {
    /// "Not more than": equality passes.
    pub fn passes(&self) -> bool {
        Fraction::whole(self.hce.0) <= self.limit.exact
    }

    /// The prong that sets the limit, as reports write it.
    pub const fn basis(&self) -> &'static str {
        match self.limit.prong {
            Prong::OneAndAQuarter => "1.25x",
            Prong::Twice => "2x",
            Prong::PlusTwo => "+2",
        }
    }

    /// What the highly compensated have left below the limit, in hundredths of a point; negative in a test that fails.
    pub fn margin(&self) -> Fraction {
        let limit = self.limit.exact;
        Fraction::new(limit.numerator() - i128::from(self.hce.0) * limit.denominator(), limit.denominator())
    }
}

fn ceiling(numerator: i64, denominator: i64) -> i64 {
    Fraction::new(i128::from(numerator), i128::from(denominator)).ceiling()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_limit_kinks_at_two_and_at_eight_percent() {
        for (nhce, expected, prong) in [
            (0, 0, Prong::OneAndAQuarter),
            (1, 2, Prong::Twice),
            (2, 4, Prong::Twice),
            (5, 7, Prong::PlusTwo),
            (8, 10, Prong::OneAndAQuarter),
            (12, 15, Prong::OneAndAQuarter),
        ] {
            let limit = limit(Hundredths::percent(nhce));
            assert_eq!(
                (limit.exact, limit.prong),
                (Fraction::whole(expected * 100), prong),
                "NHCE average {nhce}%"
            );
        }
        assert!(passes(Hundredths::percent(15), Hundredths::percent(12)));
    }

    #[test]
    fn no_average_is_too_great_to_compare() {
        let greatest = Hundredths::rounded(crate::money::Percent::whole(i64::MAX));
        assert!(passes(greatest, greatest) && !passes(greatest, Hundredths::ZERO));
        assert!(nhce_needed(greatest) < greatest);
    }

    #[test]
    fn the_product_is_compared_unrounded() {
        let displayed_alike = compare(Hundredths(1_004), Hundredths(803));
        assert_eq!(displayed_alike.limit.exact, Fraction::new(10_0375, 100));
        assert!(!displayed_alike.passes(), "10.04 is more than 10.0375, though that is displayed as 10.04");
        assert_eq!(displayed_alike.margin(), Fraction::new(-1, 4));
    }

    #[test]
    fn the_average_needed_is_the_least_that_passes() {
        for hce in 0..2_000 {
            let needed = nhce_needed(Hundredths(hce));
            assert!(passes(Hundredths(hce), needed), "HCE {hce}");
            assert!(needed.0 == 0 || !passes(Hundredths(hce), Hundredths(needed.0 - 1)), "HCE {hce}");
        }
    }
}
