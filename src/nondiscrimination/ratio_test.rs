//! The comparison that the ADP and ACP tests share (26 CFR 1.401(k)-2(a)(1)(i), 1.401(m)-2(a)(1)(i)).

use rust_decimal::Decimal;

use crate::money::Percent;

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

/// The highest average that the highly compensated may have, for an average `nhce` of the others, and the prong that
/// sets it. Compared exactly: the product is not rounded, though the regulation displays it rounded.
pub fn limit(nhce: Percent) -> (Percent, Prong) {
    let average = nhce.decimal();
    let quarter = average * Decimal::new(125, 2);
    let twice = average * Decimal::TWO;
    let plus_two = average + Decimal::TWO;
    let alternative = if twice <= plus_two { (twice, Prong::Twice) } else { (plus_two, Prong::PlusTwo) };
    let (limit, prong) =
        if quarter >= alternative.0 { (quarter, Prong::OneAndAQuarter) } else { alternative };
    (Percent::new(limit), prong)
}

/// The lowest average of the non-highly compensated at which an average `hce` of the others passes: the inverse of
/// [`limit`].
pub fn least_nhce(hce: Percent) -> Percent {
    let average = hce.decimal();
    let four = Decimal::from(4);
    let least = if average <= four {
        average / Decimal::TWO
    } else if average <= Decimal::TEN {
        average - Decimal::TWO
    } else {
        average / Decimal::new(125, 2)
    };
    Percent::new(least)
}

/// "Not more than": equality passes.
pub fn passes(hce: Percent, nhce: Percent) -> bool {
    hce <= limit(nhce).0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_limit_kinks_at_two_and_at_eight_percent() {
        for (nhce, expected, prong) in [
            (0, "0.00", Prong::OneAndAQuarter),
            (1, "2.00", Prong::Twice),
            (2, "4.00", Prong::Twice),
            (5, "7.00", Prong::PlusTwo),
            (8, "10.00", Prong::OneAndAQuarter),
            (12, "15.00", Prong::OneAndAQuarter),
        ] {
            let (limit, by) = limit(Percent::whole(nhce));
            assert_eq!((limit.to_plain_string().as_str(), by), (expected, prong), "NHCE average {nhce}%");
            assert_eq!(least_nhce(limit), Percent::whole(nhce), "the inverse at {limit}");
        }
        assert!(passes(Percent::whole(15), Percent::whole(12)));
    }
}
