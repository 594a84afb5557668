//! How often something may happen, or happens by itself.

use std::fmt;

use super::amount::count;
use super::{Parsed, Phrase, Text, word, words};

/// How often a participant may act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Frequency {
    AnyTime,
    Daily,
    EachPayroll,
    Monthly,
    Quarterly,
    TwiceAYear,
    OnceAYear,
    TimesAYear(u32),
}

/// How often something happens without being asked for, if it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Automatic {
    None,
    Every(Frequency),
}

impl Frequency {
    /// Times a year, at least; payrolls are taken as 12 a year, the rarest in use.
    pub fn per_year(self) -> u32 {
        match self {
            Frequency::AnyTime | Frequency::Daily => 365,
            Frequency::EachPayroll | Frequency::Monthly => 12,
            Frequency::Quarterly => 4,
            Frequency::TwiceAYear => 2,
            Frequency::OnceAYear => 1,
            Frequency::TimesAYear(times) => times,
        }
    }

    const FORMS: &'static [(&'static str, Frequency)] = &[
        ("any time", Frequency::AnyTime),
        ("daily", Frequency::Daily),
        ("each payroll", Frequency::EachPayroll),
        ("monthly", Frequency::Monthly),
        ("quarterly", Frequency::Quarterly),
        ("twice a year", Frequency::TwiceAYear),
        ("once a year", Frequency::OnceAYear),
    ];
}

impl Phrase for Frequency {
    const NAME: &'static str = "a frequency";
    const EXAMPLES: &'static [&'static str] = &[
        "any time",
        "daily",
        "each payroll",
        "monthly",
        "quarterly",
        "twice a year",
        "once a year",
        "26 a year",
    ];
    const WORDS: &'static [&'static str] =
        &["any time", "daily", "each payroll", "monthly", "quarterly", "twice a year", "once a year"];

    fn parse(input: Text<'_>) -> Parsed<'_, Self> {
        if let Ok((rest, times)) = count(input) {
            let (behind, ()) = word("a year")(rest)?;
            if !(1..=366).contains(&times) {
                let problem = format!("{times} times a year is not a frequency");
                return input.refused(
                    rest,
                    problem,
                    "Write how many times a year, such as `26 a year`, or `none`.",
                );
            }
            return Ok((behind, Frequency::TimesAYear(times)));
        }
        words(Self::FORMS)(input)
    }
}

impl Phrase for Automatic {
    const NAME: &'static str = "`none` or a frequency";
    const EXAMPLES: &'static [&'static str] = &["none", "each payroll", "daily", "monthly", "quarterly"];
    const WORDS: &'static [&'static str] =
        &["none", "daily", "each payroll", "monthly", "quarterly", "twice a year", "once a year"];

    fn parse(input: Text<'_>) -> Parsed<'_, Self> {
        match word("none")(input) {
            Ok((rest, ())) => Ok((rest, Automatic::None)),
            Err(_) => Frequency::parse(input).map(|(rest, frequency)| (rest, Automatic::Every(frequency))),
        }
    }
}

impl fmt::Display for Frequency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self, Self::FORMS.iter().find(|(_, frequency)| frequency == self)) {
            (Frequency::TimesAYear(times), _) => write!(f, "{times} a year"),
            (_, Some((form, _))) => f.write_str(form),
            (_, None) => Ok(()),
        }
    }
}

impl fmt::Display for Automatic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Automatic::None => f.write_str("none"),
            Automatic::Every(frequency) => write!(f, "{frequency}"),
        }
    }
}
