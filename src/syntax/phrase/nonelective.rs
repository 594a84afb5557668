//! Formulas for employer money that does not depend on what an employee contributes.

use std::fmt;

use super::amount::{money, percent};
use super::match_formula::{ServiceBand, by_service};
use super::{Parsed, Phrase, Text, word, words};
use crate::money::{Percent, Usd};

/// How nonelective (profit-sharing) contributions are determined.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Nonelective {
    None,
    OfPay(Percent),
    Dollars(Usd),
    ByService(Vec<(ServiceBand, Nonelective)>),
    /// Decided by the employer year by year, by whatever allocation.
    Discretionary,
    DiscretionaryProRata,
    NewComparability,
    /// With permitted disparity (401(l)).
    Integrated,
}

impl Phrase for Nonelective {
    const NAME: &'static str = "a nonelective formula";
    const EXAMPLES: &'static [&'static str] = &[
        "3% of pay",
        "$1,000",
        "discretionary",
        "discretionary, pro rata",
        "new comparability",
        "integrated",
        "by service (under 5 years: 2% of pay; 5 years or more: 4% of pay)",
        "none",
    ];

    fn parse(input: Text<'_>) -> Parsed<'_, Self> {
        if let Ok((rest, ())) = word("by service")(input) {
            return by_service(rest, simple).map(|(rest, bands)| (rest, Nonelective::ByService(bands)));
        }
        simple(input)
    }
}

fn simple(input: Text<'_>) -> Parsed<'_, Nonelective> {
    if let Ok((rest, share)) = percent(input) {
        let (rest, ()) = word("of pay")(rest)?;
        return Ok((rest, Nonelective::OfPay(share)));
    }
    if let Ok((rest, amount)) = money(input) {
        return Ok((rest, Nonelective::Dollars(amount)));
    }
    let (rest, named) = words(&[
        ("none", Named::None),
        ("discretionary", Named::Discretionary),
        ("discretionary, pro rata", Named::ProRata),
        ("new comparability", Named::NewComparability),
        ("integrated", Named::Integrated),
    ])(input)?;
    let formula = match named {
        Named::None => Nonelective::None,
        Named::Discretionary => Nonelective::Discretionary,
        Named::ProRata => Nonelective::DiscretionaryProRata,
        Named::NewComparability => Nonelective::NewComparability,
        Named::Integrated => Nonelective::Integrated,
    };
    Ok((rest, formula))
}

#[derive(Clone, Copy)]
enum Named {
    None,
    Discretionary,
    ProRata,
    NewComparability,
    Integrated,
}

impl fmt::Display for Nonelective {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Nonelective::None => f.write_str("none"),
            Nonelective::OfPay(share) => write!(f, "{share} of pay"),
            Nonelective::Dollars(amount) => write!(f, "{amount}"),
            Nonelective::ByService(bands) => super::match_formula::write_bands(f, bands),
            Nonelective::Discretionary => f.write_str("discretionary"),
            Nonelective::DiscretionaryProRata => f.write_str("discretionary, pro rata"),
            Nonelective::NewComparability => f.write_str("new comparability"),
            Nonelective::Integrated => f.write_str("integrated"),
        }
    }
}
