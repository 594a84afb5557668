//! Dollars, percentages and exact ratios, and the one place that knows how they are rounded and written.

pub mod exact;

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Sub};

use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Serialize, Serializer};

/// An exact amount of US dollars.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Usd(Decimal);

/// A percentage, kept in percent: `Percent` of 8.33 is 8.33 %.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Percent(Decimal);

impl Usd {
    pub const ZERO: Usd = Usd(Decimal::ZERO);

    pub const fn new(amount: Decimal) -> Self {
        Self(amount)
    }

    pub fn dollars(whole: i64) -> Self {
        Self(Decimal::from(whole))
    }

    pub fn cents(cents: i64) -> Self {
        Self(Decimal::new(cents, 2))
    }

    pub fn decimal(self) -> Decimal {
        self.0
    }

    /// Rounded half up to the cent, as refunds and limits are paid.
    pub fn round_to_cents(self) -> Self {
        Self(self.0.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero))
    }

    /// Rounded down to the cent: what may be contributed without passing a limit.
    pub fn floor_to_cents(self) -> Self {
        Self(self.0.round_dp_with_strategy(2, RoundingStrategy::ToNegativeInfinity))
    }

    /// The amount in whole cents after rounding half up; `None` beyond an `i64`.
    pub fn to_cents(self) -> Option<i64> {
        (self.round_to_cents().0 * Decimal::ONE_HUNDRED).to_i64()
    }

    /// What is left after `other`, never below zero: a limit that is used up leaves no room.
    pub fn less(self, other: Usd) -> Self {
        Self((self.0 - other.0).max(Decimal::ZERO))
    }

    pub fn is_zero(self) -> bool {
        self.0.is_zero()
    }

    /// `self` as a percentage of `whole`, exact to 28 digits; `None` of nothing.
    pub fn percent_of(self, whole: Usd) -> Option<Percent> {
        self.0.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole.0).map(Percent)
    }

    /// The contract's form: dollars and cents without sign or separator, `"47500.00"`.
    pub fn to_plain_string(self) -> String {
        format!("{:.2}", self.round_to_cents().0)
    }

    /// For a column of a table, where the digits stand below each other: `72,000.00`.
    pub fn to_column_string(self) -> String {
        let plain = self.to_plain_string();
        let (sign, digits) = plain.strip_prefix('-').map_or(("", &*plain), |digits| ("-", digits));
        let (whole, cents) = digits.split_once('.').unwrap_or((digits, "00"));
        format!("{sign}{}.{cents}", grouped(whole))
    }
}

impl Percent {
    pub const ZERO: Percent = Percent(Decimal::ZERO);
    pub const HUNDRED: Percent = Percent(Decimal::ONE_HUNDRED);

    pub const fn new(percent: Decimal) -> Self {
        Self(percent)
    }

    pub fn whole(percent: i64) -> Self {
        Self(Decimal::from(percent))
    }

    pub fn decimal(self) -> Decimal {
        self.0
    }

    /// This percentage of an amount, exact.
    pub fn of(self, amount: Usd) -> Usd {
        Usd(self.0 * amount.0 / Decimal::ONE_HUNDRED)
    }

    /// This percentage of another: a 50% match on 6% of pay is 3% of pay.
    pub fn of_percent(self, other: Percent) -> Percent {
        Percent(self.0 * other.0 / Decimal::ONE_HUNDRED)
    }

    /// Rounded half up to 0.01 point, as 26 CFR 1.401(k)-2(a)(3)(i) and 1.401(m)-2(a)(3)(i) round ratios.
    pub fn round_to_hundredth(self) -> Self {
        Self(self.0.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero))
    }

    pub fn less(self, other: Percent) -> Self {
        Self((self.0 - other.0).max(Decimal::ZERO))
    }

    pub fn is_zero(self) -> bool {
        self.0.is_zero()
    }

    /// The contract's form: percent with two digits, `"8.33"`.
    pub fn to_plain_string(self) -> String {
        format!("{:.2}", self.round_to_hundredth().0)
    }
}

impl Add for Usd {
    type Output = Usd;
    fn add(self, other: Usd) -> Usd {
        Usd(self.0 + other.0)
    }
}

impl Sub for Usd {
    type Output = Usd;
    fn sub(self, other: Usd) -> Usd {
        Usd(self.0 - other.0)
    }
}

impl Sum for Usd {
    fn sum<I: Iterator<Item = Usd>>(amounts: I) -> Usd {
        amounts.fold(Usd::ZERO, Add::add)
    }
}

impl Add for Percent {
    type Output = Percent;
    fn add(self, other: Percent) -> Percent {
        Percent(self.0 + other.0)
    }
}

impl Sub for Percent {
    type Output = Percent;
    fn sub(self, other: Percent) -> Percent {
        Percent(self.0 - other.0)
    }
}

impl Sum for Percent {
    fn sum<I: Iterator<Item = Percent>>(percentages: I) -> Percent {
        percentages.fold(Percent::ZERO, Add::add)
    }
}

/// As people read it: `$72,000`, `$1,234.50`, `-$5`.
impl fmt::Display for Usd {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let amount = self.round_to_cents().0;
        let sign = if amount.is_sign_negative() && !amount.is_zero() { "-" } else { "" };
        let digits = if amount.fract().is_zero() {
            format!("{:.0}", amount.abs())
        } else {
            format!("{:.2}", amount.abs())
        };
        let (whole, cents) = digits.split_once('.').unwrap_or((&digits, ""));
        f.pad(&format!("{sign}${}{}{cents}", grouped(whole), if cents.is_empty() { "" } else { "." }))
    }
}

/// As people read it: `4.5%`, `8.33%`, `10%`.
impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{}%", self.0.normalize()))
    }
}

impl Serialize for Usd {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.to_plain_string())
    }
}

impl Serialize for Percent {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.to_plain_string())
    }
}

fn grouped(digits: &str) -> String {
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}
