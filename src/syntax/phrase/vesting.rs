//! Vesting schedules.

use std::fmt;

use nom::Parser;
use nom::branch::alt;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::amount::{count, percent};
use super::{Parsed, Phrase, Text, symbol, word};

use crate::money::Percent;

/// When employer money becomes the participant's own. Years are years of service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Vesting {
    Immediate,
    Cliff {
        years: u32,
    },
    /// 20% a year at even steps: nothing before year `from`, all of it at year `to`.
    Graded {
        from: u32,
        to: u32,
    },
    /// `step` for each year after the first `after` years.
    Stepped {
        step: Percent,
        after: u32,
    },
}

impl Vesting {
    /// Is at least this share, in whole percent, vested after so many years of service?
    pub fn has_by(self, years: u32, percent: u32) -> bool {
        self.vested_after(years) >= Percent::whole(i64::from(percent))
    }

    /// What is vested after so many years of service.
    pub fn vested_after(&self, years: u32) -> Percent {
        match *self {
            Vesting::Immediate => Percent::HUNDRED,
            Vesting::Cliff { years: cliff } if years < cliff => Percent::ZERO,
            Vesting::Cliff { .. } => Percent::HUNDRED,
            Vesting::Graded { from, .. } if years < from => Percent::ZERO,
            Vesting::Graded { to, .. } if years >= to => Percent::HUNDRED,
            Vesting::Graded { from, to } => {
                let [done, all] = [years, to].map(|year| Decimal::from(year - from + 1));
                Percent::new(Decimal::ONE_HUNDRED * done / all)
            }
            Vesting::Stepped { step, after } => {
                let steps = Decimal::from(years.saturating_sub(after));
                step.decimal().checked_mul(steps).map_or(Percent::HUNDRED, Percent::new).min(Percent::HUNDRED)
            }
        }
    }

    /// The years of service after which all is vested; `None` where that never comes.
    pub fn full_after(self) -> Option<u32> {
        match self {
            Vesting::Immediate => Some(0),
            Vesting::Cliff { years } => Some(years),
            Vesting::Graded { to, .. } => Some(to),
            Vesting::Stepped { step, after } => {
                let steps = Percent::HUNDRED.decimal().checked_div(step.decimal())?.ceil().to_u32()?;
                after.checked_add(steps)
            }
        }
    }
}

impl Phrase for Vesting {
    const NAME: &'static str = "a vesting schedule";
    const EXAMPLES: &'static [&'static str] =
        &["immediate", "3-year cliff", "2 to 6 year graded", "20% a year after 1 year"];

    fn parse(input: Text<'_>) -> Parsed<'_, Self> {
        alt((immediate, stepped, cliff, graded)).parse(input)
    }
}

fn immediate(input: Text<'_>) -> Parsed<'_, Vesting> {
    word("immediate")(input).map(|(rest, ())| (rest, Vesting::Immediate))
}

fn cliff(input: Text<'_>) -> Parsed<'_, Vesting> {
    let (rest, years) = count(input)?;
    let rest = symbol("-")(rest).map_or(rest, |(rest, ())| rest);
    let (rest, ()) = word("year cliff")(rest)?;
    Ok((rest, Vesting::Cliff { years }))
}

fn graded(input: Text<'_>) -> Parsed<'_, Vesting> {
    let (rest, from) = count(input)?;
    let (rest, ()) = word("to")(rest)?;
    let last = rest;
    let (rest, to) = count(rest)?;
    let (behind, ()) = word("year graded")(rest)?;
    if to <= from {
        let problem = format!("a schedule from year {from} to year {to} has no steps");
        return last.refused(rest, problem, "Put the earlier year first.");
    }
    Ok((behind, Vesting::Graded { from, to }))
}

fn stepped(input: Text<'_>) -> Parsed<'_, Vesting> {
    let (rest, step) = percent(input)?;
    let (rest, ()) = word("a year after")(rest)?;
    let (rest, after) = count(rest)?;
    let (rest, ()) = alt((word("year"), word("years"))).parse(rest)?;
    Ok((rest, Vesting::Stepped { step, after }))
}

impl fmt::Display for Vesting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Vesting::Immediate => f.write_str("immediate"),
            Vesting::Cliff { years } => write!(f, "{years}-year cliff"),
            Vesting::Graded { from, to } => write!(f, "{from} to {to} year graded"),
            Vesting::Stepped { step, after: 1 } => write!(f, "{step} a year after 1 year"),
            Vesting::Stepped { step, after } => write!(f, "{step} a year after {after} years"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_schedule_has_its_shares_year_by_year() {
        let graded = Vesting::Graded { from: 2, to: 6 };
        let stepped = Vesting::Stepped { step: Percent::whole(20), after: 1 };
        for vesting in [graded, stepped] {
            for (year, share) in [(1, 0), (2, 20), (3, 40), (4, 60), (5, 80), (6, 100), (40, 100)] {
                assert!(vesting.has_by(year, share), "{vesting}: {share}% by year {year}");
                assert!(
                    share == 100 || !vesting.has_by(year, share + 1),
                    "{vesting}: {share}% at year {year}"
                );
            }
        }
        let thirds = Vesting::Graded { from: 1, to: 3 };
        assert!(thirds.has_by(1, 33) && !thirds.has_by(1, 34) && thirds.has_by(3, 100));
        assert!(Vesting::Cliff { years: 3 }.has_by(3, 100) && !Vesting::Cliff { years: 3 }.has_by(2, 1));
        assert!(Vesting::Immediate.has_by(0, 100));
    }
}
