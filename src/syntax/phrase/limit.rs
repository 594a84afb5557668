//! Caps on contributions: a share of pay, dollars, a statutory limit, or what the annual-additions limit leaves.

use std::fmt;

use super::amount::{money, percent};
use super::{Parsed, Phrase, Text, symbol, word, words};
use crate::money::{Percent, Usd};

/// A cap that a plan sets on a kind of contribution.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Limit {
    /// The plan sets no cap of its own.
    None,
    /// Nothing at all may be contributed.
    Barred,
    OfPay {
        share: Percent,
        at_most: Option<Usd>,
    },
    Dollars(Usd),
    /// The limit of 402(g) on elective deferrals.
    ElectiveDeferralLimit,
    /// Whatever 415(c) leaves once deferrals and employer money are in.
    AnnualAdditionsRoom,
}

/// A dollar limit that a plan states, or the section of the Code that it refers to as adjusted each year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StatedLimit {
    /// The plan neither states nor refers to one.
    None,
    AsAdjusted(CodeSection),
    Dollars(Usd),
}

crate::choice! {
    /// The sections of the Internal Revenue Code that plans refer to for their limits.
    CodeSection "a section of the Code" {
        ElectiveDeferrals = "402(g)",
        DeferredCompensation = "457(e)(15)" | "457(b)",
        SimpleDeferrals = "408(p)",
        StarterDeferrals = "401(k)(16)",
        AnnualAdditions = "415(c)",
        Compensation = "401(a)(17)",
        RothCatchUpWages = "414(v)(7)",
    }
}

impl Limit {
    /// The most that it lets a person with this pay contribute; `None` where another amount decides.
    pub fn for_pay(self, pay: Usd) -> Option<Usd> {
        match self {
            Limit::Barred => Some(Usd::ZERO),
            Limit::OfPay { share, at_most } => {
                Some(at_most.map_or(share.of(pay), |most| most.min(share.of(pay))))
            }
            Limit::Dollars(amount) => Some(amount),
            Limit::None | Limit::ElectiveDeferralLimit | Limit::AnnualAdditionsRoom => None,
        }
    }
}

impl Phrase for Limit {
    const NAME: &'static str = "a limit";
    const EXAMPLES: &'static [&'static str] =
        &["10% of pay", "$5,000", "10% of pay up to $5,000", "402(g) limit", "415(c) room", "barred", "none"];

    fn parse(input: Text<'_>) -> Parsed<'_, Self> {
        if let Ok((rest, share)) = percent(input) {
            return share_of_pay(input, rest, share);
        }
        if let Ok((rest, amount)) = money(input) {
            return Ok((rest, Limit::Dollars(amount)));
        }
        words(&[
            ("none", Limit::None),
            ("barred", Limit::Barred),
            ("402(g) limit", Limit::ElectiveDeferralLimit),
            ("415(c) room", Limit::AnnualAdditionsRoom),
        ])(input)
    }
}

impl Phrase for StatedLimit {
    const NAME: &'static str = "a stated limit";
    const EXAMPLES: &'static [&'static str] =
        &["402(g) limit", "415(c)", "401(a)(17)", "457(e)(15) limit", "$23,500", "none"];

    fn parse(input: Text<'_>) -> Parsed<'_, Self> {
        if let Ok((rest, amount)) = money(input) {
            return Ok((rest, StatedLimit::Dollars(amount)));
        }
        if let Ok((rest, ())) = word("none")(input) {
            return Ok((rest, StatedLimit::None));
        }
        let (rest, section) = CodeSection::parse(input)?;
        let rest = word("limit")(rest).map_or(rest, |(rest, ())| rest);
        Ok((rest, StatedLimit::AsAdjusted(section)))
    }
}

/// Reads what follows a percentage in a limit.
fn share_of_pay<'a>(input: Text<'a>, rest: Text<'a>, share: Percent) -> Parsed<'a, Limit> {
    let behind_share = rest;
    let (rest, ()) = word("of pay")(rest)?;
    if share > Percent::HUNDRED {
        return input.refused(
            behind_share,
            format!("{share} is more than all pay"),
            "Write at most `100% of pay`.",
        );
    }
    let behind_comma = symbol(",")(rest).map_or(rest, |(rest, ())| rest);
    match word("up to")(behind_comma) {
        Ok((rest, ())) => {
            let (rest, amount) = money(rest)?;
            Ok((rest, Limit::OfPay { share, at_most: Some(amount) }))
        }
        Err(_) => Ok((rest, Limit::OfPay { share, at_most: None })),
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Limit::None => f.write_str("none"),
            Limit::Barred => f.write_str("barred"),
            Limit::OfPay { share, at_most: None } => write!(f, "{share} of pay"),
            Limit::OfPay { share, at_most: Some(most) } => write!(f, "{share} of pay up to {most}"),
            Limit::Dollars(amount) => write!(f, "{amount}"),
            Limit::ElectiveDeferralLimit => f.write_str("402(g) limit"),
            Limit::AnnualAdditionsRoom => f.write_str("415(c) room"),
        }
    }
}

impl fmt::Display for StatedLimit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            StatedLimit::None => f.write_str("none"),
            StatedLimit::AsAdjusted(section) => write!(f, "{section} limit"),
            StatedLimit::Dollars(amount) => write!(f, "{amount}"),
        }
    }
}
