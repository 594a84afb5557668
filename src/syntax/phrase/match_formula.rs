//! Matching formulas: tiers, steps, the greater of two, by years of service, with or without an overall maximum.
//! What they come to for a person is reckoned elsewhere.

mod write;

use nom::Parser;
use nom::branch::alt;
use nom::multi::separated_list1;

use super::amount::{count, money, percent};
use super::{Parsed, Phrase, Text, symbol, word, words};
use crate::money::{Percent, Usd};

pub(super) use write::write_bands;

/// What the employer puts in for what an employee contributes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MatchFormula {
    None,
    /// Decided by the employer year by year.
    Discretionary,
    Formula(Formula),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Formula {
    pub shape: Shape,
    /// An overall maximum for the year.
    pub max: Option<Cap>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    /// A rate for each band of contributions, lowest band first.
    Tiers(Vec<Tier>),
    GreaterOf(Vec<Formula>),
    LesserOf(Vec<Formula>),
    /// A share of pay once contributions reach a share of pay, lowest threshold first.
    Steps(Vec<Step>),
    ByService(Vec<(ServiceBand, Formula)>),
}

/// `50% of next 2% of pay`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Tier {
    pub rate: Percent,
    pub band: Band,
}

/// The contributions that a rate applies to, counted from the end of the band before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Band {
    OfPay(Percent),
    Dollars(Usd),
    /// All contributions up to the limit of 402(g).
    ToDeferralLimit,
}

/// `8% of pay at 2% of pay`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Step {
    pub contribution: Percent,
    pub threshold: Percent,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Cap {
    OfPay(Percent),
    Dollars(Usd),
}

/// Completed years of service from `from`, below `below` where there is an upper end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ServiceBand {
    pub from: u32,
    pub below: Option<u32>,
}

impl Phrase for MatchFormula {
    const NAME: &'static str = "a match formula";
    const EXAMPLES: &'static [&'static str] = &[
        "100% of first 3% of pay + 50% of next 2% of pay",
        "50% up to 402(g) limit",
        "100% of first $6,000 + 50% of next $11,000",
        "8% of pay at 2% of pay",
        "1.5% of pay at 1% of pay, 3% of pay at 2% of pay",
        "greater of (100% of first $3,000) and (50% up to 402(g) limit)",
        "by service (under 2 years: 50% of first 6% of pay; 2 to 5 years: 75% of first 6% of pay; \
         5 years or more: 100% of first 6% of pay)",
        "100% of first 3% of pay, max $4,000",
        "discretionary",
        "none",
    ];

    fn parse(input: Text<'_>) -> Parsed<'_, Self> {
        #[derive(Clone, Copy)]
        enum Named {
            None,
            Discretionary,
        }
        match words(&[("none", Named::None), ("discretionary", Named::Discretionary)])(input) {
            Ok((rest, Named::None)) => Ok((rest, MatchFormula::None)),
            Ok((rest, Named::Discretionary)) => Ok((rest, MatchFormula::Discretionary)),
            Err(_) => formula(input).map(|(rest, formula)| (rest, MatchFormula::Formula(formula))),
        }
    }
}

/// The bands of a table by years of service: they start at zero, leave no gap and end open.
pub fn by_service<'a, T>(
    input: Text<'a>,
    value: impl Fn(Text<'a>) -> Parsed<'a, T> + Copy,
) -> Parsed<'a, Vec<(ServiceBand, T)>> {
    let row = move |input: Text<'a>| {
        let (rest, band) = service_band(input)?;
        let (rest, ()) = symbol(":")(rest)?;
        let (rest, value) = value(rest)?;
        Ok((rest, (band, value)))
    };
    let (inside, ()) = symbol("(")(input)?;
    let (rest, bands) = separated_list1(symbol(";"), row).parse(inside)?;
    let last = rest;
    let rest = symbol(";")(rest).map_or(rest, |(rest, ())| rest);
    let (rest, ()) = symbol(")")(rest)?;
    let starts = std::iter::once(Some(0)).chain(bands.iter().map(|(band, _)| band.below));
    let meet = starts.zip(&bands).all(|(start, (band, _))| start == Some(band.from) && band.below != start);
    if meet && bands.last().is_some_and(|(band, _)| band.below.is_none()) {
        return Ok((rest, bands));
    }
    inside.refused(
        last,
        "the years of service have a gap, overlap, or do not run from none to the last",
        "Begin with `under N years`, let each row start where the one before ends, and end with `N years or more`.",
    )
}

fn formula(input: Text<'_>) -> Parsed<'_, Formula> {
    let (rest, shape) = alt((service_table, greater_or_lesser, steps, tiers)).parse(input)?;
    with_max(rest, shape)
}

/// Reads `, max $5,000` behind a formula, if it is there.
fn with_max(rest: Text<'_>, shape: Shape) -> Parsed<'_, Formula> {
    let Ok((behind_comma, ())) = symbol(",")(rest) else {
        return Ok((rest, Formula { shape, max: None }));
    };
    let (rest, ()) = word("max")(behind_comma)?;
    let (rest, max) = cap(rest)?;
    Ok((rest, Formula { shape, max: Some(max) }))
}

fn service_table(input: Text<'_>) -> Parsed<'_, Shape> {
    let (rest, ()) = word("by service")(input)?;
    by_service(rest, formula).map(|(rest, bands)| (rest, Shape::ByService(bands)))
}

fn greater_or_lesser(input: Text<'_>) -> Parsed<'_, Shape> {
    let which = words(&[
        ("greater of", Shape::GreaterOf as fn(Vec<Formula>) -> Shape),
        ("lesser of", Shape::LesserOf as fn(Vec<Formula>) -> Shape),
    ]);
    let (rest, shape) = which(input)?;
    let (rest, first) = in_parentheses(rest)?;
    let (rest, ()) = word("and")(rest)?;
    let (rest, mut others) = separated_list1(word("and"), in_parentheses).parse(rest)?;
    others.insert(0, first);
    Ok((rest, shape(others)))
}

fn in_parentheses(input: Text<'_>) -> Parsed<'_, Formula> {
    let (rest, ()) = symbol("(")(input)?;
    let (rest, formula) = nested(rest)?;
    let (rest, ()) = symbol(")")(rest)?;
    Ok((rest, formula))
}

/// A formula within another: no table and no choice within a choice, which keeps the depth bounded.
fn nested(input: Text<'_>) -> Parsed<'_, Formula> {
    let (rest, shape) = alt((steps, tiers)).parse(input)?;
    with_max(rest, shape)
}

fn steps(input: Text<'_>) -> Parsed<'_, Shape> {
    let (rest, first) = step(input)?;
    let (mut rest, mut steps) = (rest, vec![first]);
    while let Ok((next, step)) = symbol(",")(rest).and_then(|(behind, ())| step(behind)) {
        if steps.last().is_some_and(|last| last.threshold >= step.threshold) {
            return rest.refused(
                next,
                "the steps do not rise",
                "Order the steps by what must be contributed.",
            );
        }
        steps.push(step);
        rest = next;
    }
    Ok((rest, Shape::Steps(steps)))
}

fn step(input: Text<'_>) -> Parsed<'_, Step> {
    let (rest, contribution) = percent(input)?;
    let (rest, ()) = word("of pay at")(rest)?;
    let (rest, threshold) = percent(rest)?;
    let (rest, ()) = word("of pay")(rest)?;
    Ok((rest, Step { contribution, threshold }))
}

fn tiers(input: Text<'_>) -> Parsed<'_, Shape> {
    let (mut rest, first) = tier(input, "of first")?;
    let mut tiers = vec![first];
    while let Ok((next, ())) = symbol("+")(rest) {
        let (next, tier) = tier(next, "of next")?;
        tiers.push(tier);
        rest = next;
    }
    Ok((rest, Shape::Tiers(tiers)))
}

fn tier<'a>(input: Text<'a>, place: &'static str) -> Parsed<'a, Tier> {
    let (behind_rate, rate) = percent(input)?;
    if let Ok((rest, ())) = word("up to")(behind_rate) {
        let (rest, band) = alt((band, to_deferral_limit)).parse(rest)?;
        return Ok((rest, Tier { rate, band }));
    }
    let (rest, ()) = word(place)(behind_rate)?;
    let (rest, band) = band(rest)?;
    Ok((rest, Tier { rate, band }))
}

fn to_deferral_limit(input: Text<'_>) -> Parsed<'_, Band> {
    word("402(g) limit")(input).map(|(rest, ())| (rest, Band::ToDeferralLimit))
}

fn band(input: Text<'_>) -> Parsed<'_, Band> {
    if let Ok((rest, share)) = percent(input) {
        let (rest, ()) = word("of pay")(rest)?;
        return Ok((rest, Band::OfPay(share)));
    }
    money(input).map(|(rest, amount)| (rest, Band::Dollars(amount)))
}

fn cap(input: Text<'_>) -> Parsed<'_, Cap> {
    if let Ok((rest, share)) = percent(input) {
        let (rest, ()) = word("of pay")(rest)?;
        return Ok((rest, Cap::OfPay(share)));
    }
    money(input).map(|(rest, amount)| (rest, Cap::Dollars(amount)))
}

fn service_band(input: Text<'_>) -> Parsed<'_, ServiceBand> {
    let years = |input| alt((word("years"), word("year"))).parse(input);
    if let Ok((rest, ())) = word("under")(input) {
        let (rest, below) = count(rest)?;
        let (rest, ()) = years(rest)?;
        return Ok((rest, ServiceBand { from: 0, below: Some(below) }));
    }
    let (rest, from) = count(input)?;
    if let Ok((rest, ())) = word("to")(rest) {
        let (rest, below) = count(rest)?;
        let (rest, ()) = years(rest)?;
        return Ok((rest, ServiceBand { from, below: Some(below) }));
    }
    let (rest, ()) = years(rest)?;
    let (rest, ()) = word("or more")(rest)?;
    Ok((rest, ServiceBand { from, below: None }))
}
