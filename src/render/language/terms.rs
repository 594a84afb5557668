//! Terms that stand within messages: months, frequencies, lengths of time, conditions, routes.

use super::message::messages;
use crate::syntax::phrase::condition::{self, Condition, Event};
use crate::syntax::phrase::duration::{Duration, Unit};
use crate::syntax::phrase::frequency::Frequency;

messages! {
    /// A term with words of its own.
    Term {
        January "term-january",
        February "term-february",
        March "term-march",
        April "term-april",
        May "term-may",
        June "term-june",
        July "term-july",
        August "term-august",
        September "term-september",
        October "term-october",
        November "term-november",
        December "term-december",
        AnyTime "term-any-time",
        Daily "term-daily",
        EachPayroll "term-each-payroll",
        Monthly "term-monthly",
        Quarterly "term-quarterly",
        TwiceAYear "term-twice-a-year",
        OnceAYear "term-once-a-year",
        TimesAYear "term-times-a-year" { times: u32 },
        Days "term-days" { count: u32 },
        Months "term-months" { count: u32 },
        Years "term-years" { count: u32 },
        Age "term-age" { years: u32 },
        AgeAndAHalf "term-age-and-a-half" { years: u32 },
        Service "term-service" { length: Box<Term> },
        Hours "term-hours" { count: u32 },
        Participation "term-participation" { length: Box<Term> },
        Both "term-both" { left: Box<Term>, right: Box<Term> },
        Either "term-either" { left: Box<Term>, right: Box<Term> },
        Immediate "term-immediate",
        Never "term-never",
        Separation "term-separation",
        Hardship "term-hardship",
        Disability "term-disability",
        ReservistCallUp "term-reservist",
        BirthOrAdoption "term-birth",
        Disaster "term-disaster",
        EmergencyExpense "term-emergency",
        DomesticAbuse "term-domestic-abuse",
        LongTermCare "term-long-term-care",
        LifetimeIncome "term-lifetime-income",
        PlanTermination "term-plan-termination",
        TerminalIllness "term-terminal-illness",
        NormalRetirementAge "term-normal-retirement-age",
        InPlanRoth "term-in-plan-roth",
        RothIra "term-roth-ira",
        AfterLeaving "term-after-leaving",
    }
}

/// How often.
pub fn frequency(frequency: Frequency) -> Term {
    match frequency {
        Frequency::AnyTime => Term::AnyTime,
        Frequency::Daily => Term::Daily,
        Frequency::EachPayroll => Term::EachPayroll,
        Frequency::Monthly => Term::Monthly,
        Frequency::Quarterly => Term::Quarterly,
        Frequency::TwiceAYear => Term::TwiceAYear,
        Frequency::OnceAYear => Term::OnceAYear,
        Frequency::TimesAYear(times) => Term::TimesAYear { times },
    }
}

/// How long.
pub fn duration(duration: Duration) -> Term {
    let count = duration.count;
    match duration.unit {
        Unit::Days => Term::Days { count },
        Unit::Months => Term::Months { count },
        Unit::Years => Term::Years { count },
    }
}

/// On what condition.
pub fn condition(condition: &Condition) -> Term {
    match condition {
        Condition::Immediate => Term::Immediate,
        Condition::Never => Term::Never,
        Condition::AnyOf(alternatives) => {
            let all = |terms: &Vec<condition::Term>| {
                let told = terms.iter().map(part);
                told.reduce(|left, right| Term::Both { left: Box::new(left), right: Box::new(right) })
            };
            let ways = alternatives.iter().filter_map(all);
            ways.reduce(|left, right| Term::Either { left: Box::new(left), right: Box::new(right) })
                .unwrap_or(Term::Never)
        }
    }
}

fn part(term: &condition::Term) -> Term {
    match term {
        condition::Term::Age { half_years } if half_years % 2 == 1 => {
            Term::AgeAndAHalf { years: half_years / 2 }
        }
        condition::Term::Age { half_years } => Term::Age { years: half_years / 2 },
        condition::Term::Service(length) => Term::Service { length: Box::new(duration(*length)) },
        condition::Term::Hours(count) => Term::Hours { count: *count },
        condition::Term::Participation(length) => Term::Participation { length: Box::new(duration(*length)) },
        condition::Term::Event(event) => self::event(*event),
    }
}

fn event(event: Event) -> Term {
    match event {
        Event::Separation => Term::Separation,
        Event::Hardship => Term::Hardship,
        Event::Disability => Term::Disability,
        Event::ReservistCallUp => Term::ReservistCallUp,
        Event::BirthOrAdoption => Term::BirthOrAdoption,
        Event::Disaster => Term::Disaster,
        Event::EmergencyExpense => Term::EmergencyExpense,
        Event::DomesticAbuse => Term::DomesticAbuse,
        Event::LongTermCarePremium => Term::LongTermCare,
        Event::LifetimeIncomeEnding => Term::LifetimeIncome,
        Event::PlanTermination => Term::PlanTermination,
        Event::TerminalIllness => Term::TerminalIllness,
        Event::NormalRetirementAge => Term::NormalRetirementAge,
    }
}
