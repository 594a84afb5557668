//! Who may take part, and from when.

use std::fmt;

use crate::syntax::phrase::amount::count;
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
        maximum_age: MaximumAge = "maximum-age", ask "Does the plan leave out employees above an age?";
        /// Whether excluded part-timers, temporary and seasonal employees come in after 1,000 hours in a year.
        part_time_fail_safe: Permission = "part-time-fail-safe", ask "Does an employee of an excluded part-time, temporary or seasonal class enter the plan all the same after 1,000 hours in 12 months?";
        /// The hours that give a long-term part-time employee a year of vesting service.
        long_term_part_time_vesting_hours: u32 = "long-term-part-time-vesting-hours", ask "How many hours in 12 months give a long-term part-time employee a year of vesting service?";
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

impl Class {
    /// Is the class told by how much or how long its members work, and so a condition of service by another name
    /// (26 CFR 1.410(a)-3(e))?
    pub fn is_by_service(self) -> bool {
        match self {
            Class::PartTime | Class::Temporary | Class::Seasonal | Class::UnderTwentyHours => true,
            Class::Union
            | Class::NonresidentAliens
            | Class::Leased
            | Class::Interns
            | Class::Hourly
            | Class::Students
            | Class::EligibleElsewhere
            | Class::Adjuncts
            | Class::Residents
            | Class::Other => false,
        }
    }
}

/// The age above which employees are left out, if any.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MaximumAge {
    None,
    Years(u32),
}

impl Phrase for MaximumAge {
    const NAME: &'static str = "a maximum age";
    const EXAMPLES: &'static [&'static str] = &["none", "70"];
    const WORDS: &'static [&'static str] = &["none"];

    fn parse(input: Text<'_>) -> Parsed<'_, Self> {
        match word("none")(input) {
            Ok((rest, ())) => Ok((rest, Self::None)),
            Err(_) => count(input).map(|(rest, years)| (rest, Self::Years(years))),
        }
    }
}

impl fmt::Display for MaximumAge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            MaximumAge::None => f.write_str("none"),
            MaximumAge::Years(years) => write!(f, "{years}"),
        }
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
