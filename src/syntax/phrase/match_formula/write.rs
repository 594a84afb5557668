//! Formulas in their written form, as the phrase parser reads them back.

use std::fmt;

use super::{Band, Cap, Formula, MatchFormula, ServiceBand, Shape, Step};

impl fmt::Display for MatchFormula {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            MatchFormula::None => f.write_str("none"),
            MatchFormula::Discretionary => f.write_str("discretionary"),
            MatchFormula::Formula(formula) => write!(f, "{formula}"),
        }
    }
}

impl fmt::Display for Formula {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.shape)?;
        match self.max {
            None => Ok(()),
            Some(Cap::OfPay(share)) => write!(f, ", max {share} of pay"),
            Some(Cap::Dollars(amount)) => write!(f, ", max {amount}"),
        }
    }
}

impl fmt::Display for Shape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Shape::Tiers(tiers) => {
                for (index, tier) in tiers.iter().enumerate() {
                    let (joint, place) = if index == 0 { ("", "first") } else { (" + ", "next") };
                    match tier.band {
                        Band::OfPay(share) => write!(f, "{joint}{} of {place} {share} of pay", tier.rate)?,
                        Band::Dollars(amount) => write!(f, "{joint}{} of {place} {amount}", tier.rate)?,
                        Band::ToDeferralLimit => write!(f, "{joint}{} up to 402(g) limit", tier.rate)?,
                    }
                }
                Ok(())
            }
            Shape::GreaterOf(formulas) => choice(f, "greater", formulas),
            Shape::LesserOf(formulas) => choice(f, "lesser", formulas),
            Shape::Steps(steps) => {
                let step = |Step { contribution, threshold }: &Step| {
                    format!("{contribution} of pay at {threshold} of pay")
                };
                f.write_str(&steps.iter().map(step).collect::<Vec<_>>().join(", "))
            }
            Shape::ByService(bands) => write_bands(f, bands),
        }
    }
}

/// `by service (under 2 years: …; 2 years or more: …)`.
pub(in crate::syntax::phrase) fn write_bands<T: fmt::Display>(
    f: &mut fmt::Formatter<'_>,
    bands: &[(ServiceBand, T)],
) -> fmt::Result {
    let row = |(band, value): &(ServiceBand, T)| match band {
        ServiceBand { from: 0, below: Some(below) } => format!("under {below} years: {value}"),
        ServiceBand { from, below: Some(below) } => format!("{from} to {below} years: {value}"),
        ServiceBand { from, below: None } => format!("{from} years or more: {value}"),
    };
    write!(f, "by service ({})", bands.iter().map(row).collect::<Vec<_>>().join("; "))
}

fn choice(f: &mut fmt::Formatter<'_>, which: &str, formulas: &[Formula]) -> fmt::Result {
    let parts: Vec<String> = formulas.iter().map(|formula| format!("({formula})")).collect();
    write!(f, "{which} of {}", parts.join(" and "))
}
