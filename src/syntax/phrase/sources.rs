//! The kinds of money in a plan, as lists name them.

use std::fmt;

use super::list::{comma_separated, write_words};
use super::{Parsed, Phrase, Text};

crate::choice! {
    /// A money source: where a balance came from.
    Source "a source" {
        PreTax = "pre-tax",
        Roth = "roth",
        AfterTax = "after-tax",
        Match = "match",
        Nonelective = "nonelective",
        Rollover = "rollover",
        CatchUp = "catch-up",
        StudentLoan = "student-loan",
        SafeHarbor = "safe-harbor",
        Qnec = "qnec",
        Qmac = "qmac",
        Forfeitures = "forfeitures",
        /// Every source that the plan has.
        All = "all",
    }
}

/// One source or several, in the order in which they are written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sources(pub Vec<Source>);

impl Sources {
    /// Is the source named, by itself or by `all`?
    pub fn include(&self, source: Source) -> bool {
        self.0.contains(&source) || self.0.contains(&Source::All)
    }
}

impl Phrase for Sources {
    const NAME: &'static str = "a list of sources";
    const EXAMPLES: &'static [&'static str] = &["after-tax", "after-tax, pre-tax, match", "all"];
    const WORDS: &'static [&'static str] = Source::WORDS;
    const LIST: bool = true;

    fn parse(input: Text<'_>) -> Parsed<'_, Self> {
        comma_separated(input, Source::parse).map(|(rest, sources)| (rest, Self(sources)))
    }

    fn join(mut self, part: Self) -> Self {
        self.0.extend(part.0);
        self
    }
}

impl fmt::Display for Sources {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_words(f, &self.0)
    }
}
