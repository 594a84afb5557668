//! What an estimate varies, the values it gives to each, and how an axis of a grid is written.

use std::fmt;

use crate::money::Percent;
use crate::money::exact::Hundredths;

/// One thing that can be varied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lever {
    /// The share of the highly compensated who contribute after tax, of those who may.
    HceAfterTaxParticipation,
    /// What each of them puts in, in percent of pay.
    HceAfterTaxRate,
    /// The share of the others who defer, of those who may.
    NhceParticipation,
    NhceAfterTaxParticipation,
    NhceAfterTaxRate,
    /// The rate of the match on its first band.
    MatchRate,
    /// Is the match of a safe harbor plan in the ACP test? 100% is in, 0% is out.
    SafeHarborMatch,
}

/// An axis of a grid: a lever with its values, in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Axis {
    pub lever: Lever,
    pub values: Vec<Hundredths>,
}

/// After-tax contributions of one group. What is not set stays as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct AfterTax {
    pub participation: Option<Hundredths>,
    pub rate: Option<Hundredths>,
}

/// What is set; the rest stays as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Settings {
    pub hce: AfterTax,
    pub nhce: AfterTax,
    pub nhce_participation: Option<Hundredths>,
    pub match_rate: Option<Hundredths>,
    pub safe_harbor_match: Option<Hundredths>,
}

/// No axis has more values: a grid stays one that can be read.
const MOST_VALUES: usize = 201;

impl Lever {
    pub const ALL: [Lever; 7] = [
        Lever::HceAfterTaxParticipation,
        Lever::HceAfterTaxRate,
        Lever::NhceParticipation,
        Lever::NhceAfterTaxParticipation,
        Lever::NhceAfterTaxRate,
        Lever::MatchRate,
        Lever::SafeHarborMatch,
    ];

    /// The name on the command line and in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Lever::HceAfterTaxParticipation => "hce-after-tax-participation",
            Lever::HceAfterTaxRate => "hce-after-tax-rate",
            Lever::NhceParticipation => "nhce-participation",
            Lever::NhceAfterTaxParticipation => "nhce-after-tax-participation",
            Lever::NhceAfterTaxRate => "nhce-after-tax-rate",
            Lever::MatchRate => "match-rate",
            Lever::SafeHarborMatch => "safe-harbor-match",
        }
    }

    /// What it is, for people.
    pub fn words(self) -> &'static str {
        match self {
            Lever::HceAfterTaxParticipation => "share of the highly compensated who contribute after tax",
            Lever::HceAfterTaxRate => "after-tax contribution of the highly compensated, in percent of pay",
            Lever::NhceParticipation => "share of the others who defer",
            Lever::NhceAfterTaxParticipation => "share of the others who contribute after tax",
            Lever::NhceAfterTaxRate => "after-tax contribution of the others, in percent of pay",
            Lever::MatchRate => "rate of the match on its first band",
            Lever::SafeHarborMatch => "safe harbor match in the ACP test",
        }
    }

    pub fn named(name: &str) -> Option<Lever> {
        Lever::ALL.into_iter().find(|lever| lever.name() == name)
    }

    /// The greatest value that makes sense: no share is above the whole.
    fn most(self) -> Hundredths {
        match self {
            Lever::MatchRate => Hundredths::percent(300),
            Lever::HceAfterTaxParticipation
            | Lever::HceAfterTaxRate
            | Lever::NhceParticipation
            | Lever::NhceAfterTaxParticipation
            | Lever::NhceAfterTaxRate
            | Lever::SafeHarborMatch => Hundredths::percent(100),
        }
    }

    /// A value as people read it.
    pub fn show(self, value: Hundredths) -> String {
        match self {
            Lever::SafeHarborMatch if value == Hundredths::ZERO => "out".to_owned(),
            Lever::SafeHarborMatch => "in".to_owned(),
            Lever::HceAfterTaxParticipation
            | Lever::HceAfterTaxRate
            | Lever::NhceParticipation
            | Lever::NhceAfterTaxParticipation
            | Lever::NhceAfterTaxRate
            | Lever::MatchRate => short(value),
        }
    }
}

impl Settings {
    /// The same with one lever at a value.
    pub fn with(mut self, lever: Lever, value: Hundredths) -> Self {
        let place = match lever {
            Lever::HceAfterTaxParticipation => &mut self.hce.participation,
            Lever::HceAfterTaxRate => &mut self.hce.rate,
            Lever::NhceParticipation => &mut self.nhce_participation,
            Lever::NhceAfterTaxParticipation => &mut self.nhce.participation,
            Lever::NhceAfterTaxRate => &mut self.nhce.rate,
            Lever::MatchRate => &mut self.match_rate,
            Lever::SafeHarborMatch => &mut self.safe_harbor_match,
        };
        *place = Some(value);
        self
    }

    /// What is set beside after-tax contributions: cells that share it share everything but those.
    pub fn beside_after_tax(self) -> Self {
        Self { hce: AfterTax::default(), nhce: AfterTax::default(), ..self }
    }
}

impl Axis {
    /// Reads `hce-after-tax-rate=0..10:1`, `nhce-participation=60,80,100` or `safe-harbor-match=in,out`.
    ///
    /// # Errors
    /// A sentence that says what is wrong.
    pub fn parse(text: &str) -> Result<Self, String> {
        let (name, values) = text
            .split_once('=')
            .ok_or_else(|| "an axis is written `lever=from..to:step` or `lever=a,b,c`".to_owned())?;
        let names = || Lever::ALL.map(Lever::name).join(", ");
        let lever = Lever::named(name.trim())
            .ok_or_else(|| format!("no lever is called so; there are {}", names()))?;
        let values = match values.split_once("..") {
            Some((from, to)) => range(from, to)?,
            None => values.split(',').map(|value| of(lever, value)).collect::<Result<_, _>>()?,
        };
        if values.len() > MOST_VALUES {
            return Err(format!("an axis has at most {MOST_VALUES} values; this one has more"));
        }
        if values.iter().any(|value| *value > lever.most()) {
            return Err(format!("{} is at most {}", lever.name(), lever.show(lever.most())));
        }
        Ok(Self { lever, values })
    }
}

/// As it is written on the command line.
impl fmt::Display for Axis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let values: Vec<String> = self.values.iter().map(|value| self.lever.show(*value)).collect();
        write!(f, "{}={}", self.lever.name(), values.join(","))
    }
}

fn range(from: &str, rest: &str) -> Result<Vec<Hundredths>, String> {
    let (to, step) = rest.split_once(':').unwrap_or((rest, "1"));
    let [from, to, step] = [percent(from)?, percent(to)?, percent(step)?];
    if step <= Hundredths::ZERO || to < from {
        return Err("a range rises: `0..10:1` goes from 0 to 10 in steps of 1".to_owned());
    }
    let count = usize::try_from((to.0 - from.0) / step.0).unwrap_or(usize::MAX);
    if count >= MOST_VALUES {
        return Err(format!("an axis has at most {MOST_VALUES} values; take a greater step"));
    }
    Ok((0..=count as i64).map(|index| Hundredths(from.0 + index * step.0)).collect())
}

fn of(lever: Lever, value: &str) -> Result<Hundredths, String> {
    match (lever, value.trim()) {
        (Lever::SafeHarborMatch, "in") => Ok(Hundredths::percent(100)),
        (Lever::SafeHarborMatch, "out") => Ok(Hundredths::ZERO),
        (Lever::SafeHarborMatch, _) => Err("the safe harbor match is `in` or `out`".to_owned()),
        (_, value) => percent(value),
    }
}

/// A percentage without zeros that say nothing: `7%`, `7.25%`.
pub fn short(value: Hundredths) -> String {
    let text = Percent::from(value).to_plain_string();
    let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    format!("{text}%")
}

/// A percentage with at most two decimals: `7`, `7.25`, `7.25%`.
pub fn percent(text: &str) -> Result<Hundredths, String> {
    let wrong = || "a value is a percentage with at most two decimals, such as 7 or 7.25".to_owned();
    let digits = text.trim().trim_end_matches('%').trim();
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let is_right =
        |part: &str, most: usize| part.len() <= most && part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !is_right(whole, 5) || !is_right(decimals, 2) {
        return Err(wrong());
    }
    let number = |part: &str| part.parse::<i64>().map_err(|_| wrong());
    Ok(Hundredths(100 * number(whole)? + number(&format!("{decimals:0<2}"))?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn axes_are_read_and_written() {
        let read = |text: &str| Axis::parse(text).map(|axis| axis.to_string());
        assert_eq!(read("hce-after-tax-rate=0..2:0.5").unwrap(), "hce-after-tax-rate=0%,0.5%,1%,1.5%,2%");
        assert_eq!(read("safe-harbor-match=in,out").unwrap(), "safe-harbor-match=in,out");
        for wrong in [
            "rate=1",
            "hce-after-tax-rate",
            "hce-after-tax-rate=3..1",
            "match-rate=1.234",
            "safe-harbor-match=1",
        ] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
        assert!(read("hce-after-tax-rate=0..10:0.01").is_err(), "too many values");
        assert!(read("nhce-participation=101").is_err(), "more than everybody");
    }
}
