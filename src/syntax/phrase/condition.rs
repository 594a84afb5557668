//! When someone may enter, or take money out: ages, service, participation and events, joined by `and` and `or`.

use std::fmt;

use nom::Parser;
use nom::branch::alt;
use nom::multi::separated_list1;

use super::amount::count;
use super::duration::{Duration, unit};
use super::{Parsed, Phrase, Text, symbol, word, words};

/// A condition in disjunctive form: any one of `alternatives` suffices, each needs all its terms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition {
    /// Always, without waiting.
    Immediate,
    /// Not at all.
    Never,
    AnyOf(Vec<Vec<Term>>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Term {
    /// An age in half years: 59 1/2 is 119.
    Age {
        half_years: u32,
    },
    Service(Duration),
    /// Hours of service in a year.
    Hours(u32),
    Participation(Duration),
    Event(Event),
}

crate::choice! {
    /// Events on which money may leave a plan.
    Event "an event" {
        Separation = "separation",
        Hardship = "hardship",
        Disability = "disability",
        ReservistCallUp = "reservist call-up",
        BirthOrAdoption = "birth or adoption",
        Disaster = "disaster",
        EmergencyExpense = "emergency expense",
        DomesticAbuse = "domestic abuse",
        LongTermCarePremium = "long-term care premium",
        LifetimeIncomeEnding = "lifetime income ending",
        PlanTermination = "plan termination",
        TerminalIllness = "terminal illness",
        NormalRetirementAge = "normal retirement age",
    }
}

/// Who may take part, and when: a condition, a group, both, or what holds for deferrals.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Eligibility {
    SameAsDeferrals,
    When { group: Group, condition: Condition },
}

crate::choice! {
    /// Whom an eligibility takes in.
    Group "a group" {
        Everyone = "everyone",
        HcesOnly = "HCEs only",
        NhcesOnly = "NHCEs only",
    }
}

/// The half years of age 59 1/2, when 401(k)(2)(B)(i)(III) lets deferrals go.
pub const AGE_59_AND_A_HALF: u32 = 119;

impl Condition {
    /// The alternatives, each with its terms; none for `immediate` and `none`.
    pub fn alternatives(&self) -> &[Vec<Term>] {
        match self {
            Condition::Immediate | Condition::Never => &[],
            Condition::AnyOf(alternatives) => alternatives,
        }
    }
}

impl Phrase for Condition {
    const NAME: &'static str = "a condition";
    const EXAMPLES: &'static [&'static str] = &[
        "immediate",
        "any time",
        "age 59 1/2",
        "1 year of service",
        "age 21 and 3 months of service",
        "60 months of participation",
        "separation",
        "hardship",
        "age 59 1/2, hardship or disability",
        "none",
    ];

    fn parse(input: Text<'_>) -> Parsed<'_, Self> {
        let whole = words(&[
            ("immediate", Whole::Always),
            ("any time", Whole::Always),
            ("none", Whole::Never),
            ("never", Whole::Never),
        ]);
        match whole(input) {
            Ok((rest, Whole::Always)) => Ok((rest, Condition::Immediate)),
            Ok((rest, Whole::Never)) => Ok((rest, Condition::Never)),
            Err(_) => {
                let comma_or = alt((comma_then_or, symbol(","), word("or")));
                let (rest, alternatives) = separated_list1(comma_or, alternative).parse(input)?;
                Ok((rest, Condition::AnyOf(alternatives)))
            }
        }
    }
}

impl Phrase for Eligibility {
    const NAME: &'static str = "an eligibility";
    const EXAMPLES: &'static [&'static str] = &[
        "immediate",
        "age 21 and 1 year of service",
        "same as deferrals",
        "HCEs only",
        "NHCEs only, 1 year of service",
    ];

    fn parse(input: Text<'_>) -> Parsed<'_, Self> {
        if let Ok((rest, ())) = word("same as deferrals")(input) {
            return Ok((rest, Eligibility::SameAsDeferrals));
        }
        let Ok((behind_group, group)) = Group::parse(input) else {
            let (rest, condition) = Condition::parse(input)?;
            return Ok((rest, Eligibility::When { group: Group::Everyone, condition }));
        };
        let Ok((behind_comma, ())) = symbol(",")(behind_group) else {
            return Ok((behind_group, Eligibility::When { group, condition: Condition::Immediate }));
        };
        let (rest, condition) = Condition::parse(behind_comma)?;
        Ok((rest, Eligibility::When { group, condition }))
    }
}

#[derive(Clone, Copy)]
enum Whole {
    Always,
    Never,
}

fn comma_then_or(input: Text<'_>) -> Parsed<'_, ()> {
    let (rest, ()) = symbol(",")(input)?;
    word("or")(rest)
}

fn alternative(input: Text<'_>) -> Parsed<'_, Vec<Term>> {
    separated_list1(word("and"), term).parse(input)
}

fn term(input: Text<'_>) -> Parsed<'_, Term> {
    alt((age, span_of_time, event)).parse(input)
}

fn event(input: Text<'_>) -> Parsed<'_, Term> {
    Event::parse(input).map(|(rest, event)| (rest, Term::Event(event)))
}

fn age(input: Text<'_>) -> Parsed<'_, Term> {
    let (rest, ()) = word("age")(input)?;
    let (rest, years) = count(rest)?;
    match word("1/2")(rest) {
        Ok((rest, ())) => Ok((rest, Term::Age { half_years: years.saturating_mul(2).saturating_add(1) })),
        Err(_) => Ok((rest, Term::Age { half_years: years.saturating_mul(2) })),
    }
}

fn span_of_time(input: Text<'_>) -> Parsed<'_, Term> {
    let (behind_count, count) = count(input)?;
    if let Ok((rest, ())) = word("hours of service")(behind_count) {
        return Ok((rest, Term::Hours(count)));
    }
    let (rest, unit) = unit(behind_count)?;
    let kind = words(&[
        ("of service", Term::Service as fn(Duration) -> Term),
        ("of participation", Term::Participation),
    ]);
    let (rest, make) = kind(rest)?;
    Ok((rest, make(Duration { count, unit })))
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Term::Age { half_years } if half_years % 2 == 1 => write!(f, "age {} 1/2", half_years / 2),
            Term::Age { half_years } => write!(f, "age {}", half_years / 2),
            Term::Service(length) => write!(f, "{length} of service"),
            Term::Hours(hours) => write!(f, "{hours} hours of service"),
            Term::Participation(length) => write!(f, "{length} of participation"),
            Term::Event(event) => write!(f, "{event}"),
        }
    }
}

impl fmt::Display for Eligibility {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Eligibility::SameAsDeferrals => f.write_str("same as deferrals"),
            Eligibility::When { group: Group::Everyone, condition: Condition::Immediate } => {
                f.write_str("immediate")
            }
            Eligibility::When { group: Group::Everyone, condition } => write!(f, "{condition}"),
            Eligibility::When { group, condition: Condition::Immediate } => write!(f, "{group}"),
            Eligibility::When { group, condition } => write!(f, "{group}, {condition}"),
        }
    }
}

impl fmt::Display for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Condition::Immediate => f.write_str("any time"),
            Condition::Never => f.write_str("none"),
            Condition::AnyOf(alternatives) => {
                let all =
                    |terms: &Vec<Term>| terms.iter().map(Term::to_string).collect::<Vec<_>>().join(" and ");
                f.write_str(&alternatives.iter().map(all).collect::<Vec<_>>().join(" or "))
            }
        }
    }
}
