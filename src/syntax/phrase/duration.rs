//! Lengths of time, such as how long contributions stop after a withdrawal.

use std::fmt;

use super::amount::count;
use super::{Parsed, Phrase, Text, word, words};

/// A length of time; zero is written `none`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Duration {
    pub count: u32,
    pub unit: Unit,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    Days,
    Months,
    Years,
}

impl Duration {
    pub fn is_zero(self) -> bool {
        self.count == 0
    }
}

/// `days`, `month` and so on.
pub fn unit(input: Text<'_>) -> Parsed<'_, Unit> {
    words(&[
        ("year", Unit::Years),
        ("years", Unit::Years),
        ("month", Unit::Months),
        ("months", Unit::Months),
        ("day", Unit::Days),
        ("days", Unit::Days),
    ])(input)
}

impl Phrase for Duration {
    const NAME: &'static str = "a length of time";
    const EXAMPLES: &'static [&'static str] = &["6 months", "1 year", "90 days", "none"];

    fn parse(input: Text<'_>) -> Parsed<'_, Self> {
        if let Ok((rest, ())) = word("none")(input) {
            return Ok((rest, Self { count: 0, unit: Unit::Days }));
        }
        let (rest, count) = count(input)?;
        let (rest, unit) = unit(rest)?;
        Ok((rest, Self { count, unit }))
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Unit::Days => "day",
            Unit::Months => "month",
            Unit::Years => "year",
        })
    }
}

impl fmt::Display for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.count {
            0 => f.write_str("none"),
            1 => write!(f, "1 {}", self.unit),
            many => write!(f, "{many} {}s", self.unit),
        }
    }
}
