//! Who may take part, and from when.

use std::fmt;

use crate::syntax::phrase::condition::Eligibility;
use crate::syntax::phrase::list::{comma_separated, write_words};
use crate::syntax::phrase::permission::Permission;
use crate::syntax::phrase::{Parsed, Phrase, Text, word};

crate::section! {
    /// Who may take part in each kind of contribution, and from when.
    Eligibilities "eligibility" {
        /// Conditions for elective deferrals.
        deferrals: Eligibility = "deferrals", ask "Which age and service are needed to make elective deferrals?";
        /// Conditions for the match.
        matching: Eligibility = "match", ask "Which age and service are needed to receive the match?";
        /// Conditions for nonelective contributions.
        nonelective: Eligibility = "nonelective", ask "Which age and service are needed to receive nonelective contributions?";
        /// Conditions for after-tax contributions.
        after_tax: Eligibility = "after-tax", ask "Who may make after-tax contributions: everyone who may defer, or only some employees?";
        /// The dates on which those who qualify enter.
        entry: Entry = "entry", ask "On which dates do employees enter the plan once they qualify?";
        /// Employees whom the plan leaves out.
        excluded_classes: Classes = "excluded-classes", ask "Which classes of employees does the plan leave out?";
        /// How long-term part-time employees are treated.
        long_term_part_time: Permission = "long-term-part-time", ask "May long-term part-time employees defer?";
        /// An age above which employees are left out.
        maximum_age: u32 = "maximum-age", ask "Does the plan leave out employees above an age?";
    }
}

crate::choice! {
    /// When employees who qualify enter the plan.
    Entry "an entry rule" {
        Immediate = "immediate",
        NextPayroll = "next payroll",
        Monthly = "monthly",
        Quarterly = "quarterly",
        Semiannual = "semiannual",
        Annual = "annual",
    }
}

crate::choice! {
    /// A class of employees that plans leave out.
    Class "a class of employees" {
        Union = "union",
        NonresidentAliens = "nonresident aliens",
        Leased = "leased employees",
        Interns = "interns",
        Hourly = "hourly",
        PartTime = "part-time",
        Temporary = "temporary",
        Seasonal = "seasonal",
        Students = "students",
        /// Normally under 20 hours a week, as 26 CFR 1.403(b)-4(b) measures it: 1,000 hours a year.
        UnderTwentyHours = "under 20 hours",
        /// Able to defer under a 401(k), a governmental 457(b) or another 403(b) of the employer.
        EligibleElsewhere = "eligible elsewhere",
        Adjuncts = "adjuncts",
        Residents = "residents",
        Other = "other",
    }
}

/// The classes left out; none if the list is empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Classes(pub Vec<Class>);

impl Phrase for Classes {
    const NAME: &'static str = "a list of classes of employees";
    const EXAMPLES: &'static [&'static str] =
        &["none", "union, nonresident aliens", "students, under 20 hours"];
    const WORDS: &'static [&'static str] = Class::WORDS;
    const LIST: bool = true;

    fn parse(input: Text<'_>) -> Parsed<'_, Self> {
        match word("none")(input) {
            Ok((rest, ())) => Ok((rest, Self(Vec::new()))),
            Err(_) => comma_separated(input, Class::parse).map(|(rest, classes)| (rest, Self(classes))),
        }
    }

    fn join(mut self, part: Self) -> Self {
        self.0.extend(part.0);
        self
    }
}

impl fmt::Display for Classes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_words(f, &self.0)
    }
}
