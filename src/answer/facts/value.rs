//! The kinds of values that facts have, and how each is read. Amounts never pass through a float.

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::money::exact::Cents;
use crate::money::{Percent, Usd};

/// What a fact's value looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FactKind {
    /// `12,345.67`, with or without `$`.
    Money,
    /// Money, `10%` of each paycheck, or `limit`.
    Deferring,
    /// Money or `auto`.
    Match,
    /// `24` or `24%`, from 0 to 100.
    Percent,
    /// 0 to 120.
    Age,
    /// A whole number from 0 to 400.
    Count,
    /// `1985-03-31`.
    Date,
    YesNo,
}

/// An age in whole years.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Age(pub u32);

/// A small whole number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Count(pub u32);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum YesNo {
    Yes,
    No,
}

/// Deferrals for the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deferring {
    /// For the year, spread evenly.
    Dollars(Usd),
    /// This share of each paycheck, until the limit is reached.
    OfPay(Percent),
    /// As much as the law and the plan let, spread evenly.
    Limit,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MatchMoney {
    /// By the plan's formula.
    Auto,
    Dollars(Usd),
}

/// A value that a fact may have.
pub trait FactValue: Sized {
    const KIND: FactKind;

    /// Reads a value.
    ///
    /// # Errors
    /// It is none of its kind.
    fn read(text: &str) -> Result<Self, Unreadable>;
}

/// A value that is none of its kind. It tells nothing, so that no value gets into a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unreadable;

impl FactValue for Usd {
    const KIND: FactKind = FactKind::Money;

    fn read(text: &str) -> Result<Self, Unreadable> {
        let text = text.strip_prefix('$').map_or(text, str::trim_start);
        let amount = number(text)?;
        let usd = Usd::new(amount);
        let fits = amount.normalize().scale() <= 2 && usd <= Usd::from(Cents::MOST);
        fits.then_some(usd).ok_or(Unreadable)
    }
}

impl FactValue for Percent {
    const KIND: FactKind = FactKind::Percent;

    fn read(text: &str) -> Result<Self, Unreadable> {
        let percent = Percent::new(number(text.strip_suffix('%').map_or(text, str::trim_end))?);
        (percent <= Percent::HUNDRED && percent.decimal().scale() <= 6).then_some(percent).ok_or(Unreadable)
    }
}

impl FactValue for Age {
    const KIND: FactKind = FactKind::Age;

    fn read(text: &str) -> Result<Self, Unreadable> {
        whole(text, 120).map(Age)
    }
}

impl FactValue for Count {
    const KIND: FactKind = FactKind::Count;

    fn read(text: &str) -> Result<Self, Unreadable> {
        whole(text, 400).map(Count)
    }
}

impl FactValue for Date {
    const KIND: FactKind = FactKind::Date;

    fn read(text: &str) -> Result<Self, Unreadable> {
        let date: Date = text.parse().map_err(|_| Unreadable)?;
        let is_plain = text.len() == 10 && (1900..=2200).contains(&date.year());
        is_plain.then_some(date).ok_or(Unreadable)
    }
}

impl FactValue for YesNo {
    const KIND: FactKind = FactKind::YesNo;

    fn read(text: &str) -> Result<Self, Unreadable> {
        match text.to_ascii_lowercase().as_str() {
            "yes" | "y" | "true" | "1" => Ok(YesNo::Yes),
            "no" | "n" | "false" | "0" => Ok(YesNo::No),
            _ => Err(Unreadable),
        }
    }
}

impl FactValue for Deferring {
    const KIND: FactKind = FactKind::Deferring;

    fn read(text: &str) -> Result<Self, Unreadable> {
        if text.eq_ignore_ascii_case("limit") {
            return Ok(Deferring::Limit);
        }
        if text.ends_with('%') {
            return Percent::read(text).map(Deferring::OfPay);
        }
        Usd::read(text).map(Deferring::Dollars)
    }
}

impl FactValue for MatchMoney {
    const KIND: FactKind = FactKind::Match;

    fn read(text: &str) -> Result<Self, Unreadable> {
        if text.eq_ignore_ascii_case("auto") {
            return Ok(MatchMoney::Auto);
        }
        Usd::read(text).map(MatchMoney::Dollars)
    }
}

/// A number without a sign: digits, commas between groups of three, a point.
fn number(text: &str) -> Result<Decimal, Unreadable> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let groups: Vec<&str> = whole.split(',').collect();
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let grouped =
        groups.len() == 1 || (groups[0].len() <= 3 && groups[1..].iter().all(|group| group.len() == 3));
    if !grouped || !groups.iter().all(|group| digits(group)) || !digits(fraction) || text.len() > 24 {
        return Err(Unreadable);
    }
    text.replace(',', "").parse().map_err(|_| Unreadable)
}

fn whole(text: &str, most: u32) -> Result<u32, Unreadable> {
    let number: u32 = text.parse().map_err(|_| Unreadable)?;
    (number <= most && !text.starts_with('+')).then_some(number).ok_or(Unreadable)
}
