//! Integers for the tests on whole workforces: cents, hundredths of a percentage point, and exact fractions of them.
//! Nothing here is ever a float, so that an average lies on the side of a limit on which the law puts it.

use std::cmp::Ordering;
use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Neg, Sub};

use rust_decimal::Decimal;
use serde::{Serialize, Serializer};

use super::{Percent, Usd};

/// US dollars in whole cents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Cents(pub i64);

/// A ratio in hundredths of a percentage point: 833 is 8.33%. The tests round every ratio and every average to this
/// (26 CFR 1.401(k)-2(a)(3)(i), 1.401(m)-2(a)(3)(i)).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Hundredths(pub i64);

/// An exact quotient, in the unit that its place names; the denominator is positive.
#[derive(Debug, Clone, Copy)]
pub struct Fraction {
    numerator: i128,
    denominator: i128,
}

/// Hundredths of a point in the whole.
const WHOLE: i128 = 10_000;

impl Cents {
    pub const ZERO: Cents = Cents(0);

    /// Ten billion dollars: more than any amount of a person. Up to it the sums of a million people and every ratio stay
    /// within 64 bits, so whoever reads amounts refuses those beyond.
    pub const MOST: Cents = Cents(1_000_000_000_000);

    /// An amount of whole dollars.
    pub const fn dollars(whole: i64) -> Self {
        Self(whole * 100)
    }

    /// What is left after `other`, never below zero.
    pub fn less(self, other: Cents) -> Self {
        Self((self.0 - other.0).max(0))
    }

    /// The part of a yearly amount that falls to so many months, rounded half up to the cent.
    pub fn for_months(self, months: u32) -> Self {
        Self(Fraction::new(i128::from(self.0) * i128::from(months), 12).rounded_half_up())
    }

    /// `rate` of this amount, exact, in cents.
    pub fn times(self, rate: Hundredths) -> Fraction {
        Fraction::new(i128::from(self.0) * i128::from(rate.0), WHOLE)
    }

    /// `self` as a ratio of `whole`, rounded half up to 0.01 point; `None` of nothing or less.
    pub fn ratio_of(self, whole: Cents) -> Option<Hundredths> {
        // Amounts of people fit in 64 bits, in which a division costs a tenth of one in 128.
        const NARROW: std::ops::RangeInclusive<i64> = 0..=Cents::MOST.0;
        if whole.0 > 0 && NARROW.contains(&self.0) && NARROW.contains(&whole.0) {
            return Some(Hundredths((20_000 * self.0 + whole.0) / (2 * whole.0)));
        }
        (whole.0 > 0).then(|| {
            let exact = Fraction::new(i128::from(self.0) * WHOLE, i128::from(whole.0));
            Hundredths(exact.rounded_half_up())
        })
    }
}

impl Hundredths {
    pub const ZERO: Hundredths = Hundredths(0);

    /// The ratio of the greatest amount to a cent: sums and products in tests stay within 64 bits.
    pub const MOST: Hundredths = Hundredths(Cents::MOST.0 * 10_000);

    /// A whole percentage.
    pub const fn percent(whole: i64) -> Self {
        Self(whole * 100)
    }

    /// A percentage that a spec states, rounded half up to 0.01 point; what is too great for any test is the greatest.
    pub fn rounded(percent: Percent) -> Self {
        let hundredths = percent.round_to_hundredth().decimal() * Decimal::ONE_HUNDRED;
        Self(i64::try_from(hundredths).map_or(Self::MOST.0, |found| found.min(Self::MOST.0)))
    }

    /// What is left after `other`, never below zero.
    pub fn less(self, other: Hundredths) -> Self {
        Self((self.0 - other.0).max(0))
    }
}

impl Fraction {
    /// `numerator / denominator`. The denominator must be positive.
    pub fn new(numerator: i128, denominator: i128) -> Self {
        assert!(denominator > 0, "internal error: a fraction of nothing");
        Self { numerator, denominator }
    }

    /// A whole number of the unit.
    pub fn whole(value: i64) -> Self {
        Self::new(i128::from(value), 1)
    }

    /// Not reduced: it carries the sign.
    pub fn numerator(self) -> i128 {
        self.numerator
    }

    /// Not reduced, positive.
    pub fn denominator(self) -> i128 {
        self.denominator
    }

    /// At most so much. In a what-if the rate of who earned a cent may be asked of who earned a fortune.
    pub fn at_most(self, most: i64) -> Self {
        if self.numerator > i128::from(most) * self.denominator { Self::whole(most) } else { self }
    }

    /// The greatest integer that is not greater.
    pub fn floor(self) -> i64 {
        narrow(self.numerator.div_euclid(self.denominator))
    }

    /// The least integer that is not less.
    pub fn ceiling(self) -> i64 {
        // Figures of one person fit in 64 bits, in which a division costs a tenth of one in 128.
        if let (Ok(numerator), Ok(denominator)) =
            (i64::try_from(self.numerator), i64::try_from(self.denominator))
        {
            return numerator.div_euclid(denominator) + i64::from(numerator.rem_euclid(denominator) > 0);
        }
        narrow(-(-self.numerator).div_euclid(self.denominator))
    }

    /// The nearest integer; a half goes up, as the examples of the regulations round.
    pub fn rounded_half_up(self) -> i64 {
        narrow((2 * self.numerator + self.denominator).div_euclid(2 * self.denominator))
    }

    /// A fraction of hundredths of a point as a percentage, for display.
    pub fn to_percent(self) -> Percent {
        let hundredths = Decimal::from_i128_with_scale(self.numerator, 2);
        Percent::new(hundredths / Decimal::from_i128_with_scale(self.denominator, 0))
    }

    /// A fraction of cents in dollars, for display.
    pub fn to_usd(self) -> Usd {
        Usd::new(self.to_percent().decimal())
    }
}

impl PartialEq for Fraction {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Fraction {}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Fraction {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.numerator * other.denominator).cmp(&(other.numerator * self.denominator))
    }
}

impl From<Cents> for Usd {
    fn from(amount: Cents) -> Usd {
        Usd::cents(amount.0)
    }
}

impl From<Hundredths> for Percent {
    fn from(ratio: Hundredths) -> Percent {
        Percent::new(Decimal::new(ratio.0, 2))
    }
}

impl Add for Cents {
    type Output = Cents;
    fn add(self, other: Cents) -> Cents {
        Cents(self.0 + other.0)
    }
}

impl Sub for Cents {
    type Output = Cents;
    fn sub(self, other: Cents) -> Cents {
        Cents(self.0 - other.0)
    }
}

impl Neg for Cents {
    type Output = Cents;
    fn neg(self) -> Cents {
        Cents(-self.0)
    }
}

impl Sum for Cents {
    fn sum<I: Iterator<Item = Cents>>(amounts: I) -> Cents {
        amounts.fold(Cents::ZERO, Add::add)
    }
}

impl Add for Hundredths {
    type Output = Hundredths;
    fn add(self, other: Hundredths) -> Hundredths {
        Hundredths(self.0 + other.0)
    }
}

impl Sub for Hundredths {
    type Output = Hundredths;
    fn sub(self, other: Hundredths) -> Hundredths {
        Hundredths(self.0 - other.0)
    }
}

/// As people read it: `$72,000`, `$1,234.50`.
impl fmt::Display for Cents {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Usd::from(*self).fmt(f)
    }
}

/// As people read it: `8.33%`.
impl fmt::Display for Hundredths {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Percent::from(*self).fmt(f)
    }
}

impl Serialize for Cents {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&Plain(self.0))
    }
}

impl Serialize for Hundredths {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&Plain(self.0))
    }
}

/// Hundredths of something as the contract writes them, as [`Usd`] and [`Percent`] do too: `47500.00`, `-0.72`.
struct Plain(i64);

impl fmt::Display for Plain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let hundredths = self.0.unsigned_abs();
        write!(f, "{sign}{}.{:02}", hundredths / 100, hundredths % 100)
    }
}

fn narrow(wide: i128) -> i64 {
    i64::try_from(wide).expect("internal error: an amount beyond 64 bits")
}

#[cfg(test)]
mod tests;
