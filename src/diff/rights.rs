//! Rights compared: who could take money out before and cannot after, and whose money vests later.

use std::fmt;

use crate::syntax::phrase::condition::{Condition, Event, Term};
use crate::syntax::phrase::duration::{Duration, Unit};
use crate::syntax::phrase::vesting::Vesting;

/// A way to take money out that is gone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LostRight {
    /// The terms that sufficed; none if money could be taken at any time.
    pub terms: Vec<Term>,
    pub protection: Protection,
}

/// What 411(d)(6) makes of such a right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Protection {
    /// A plan may end hardship withdrawals (26 CFR 1.411(d)-4, Q&A-2(b)(2)(x)).
    None,
    /// The statutes that let plans pay on these events say nothing of taking the right back, or relief may apply.
    Unsettled,
    /// An optional form of benefit.
    Certain,
}

/// The rights under `before` that nobody has under `after`.
pub fn lost(before: &Condition, after: &Condition) -> Vec<LostRight> {
    let rights: Vec<Vec<Term>> = match before {
        Condition::Never => Vec::new(),
        Condition::Immediate => vec![Vec::new()],
        Condition::AnyOf(rights) => rights.clone(),
    };
    let is_kept = |right: &Vec<Term>| match after {
        Condition::Immediate => true,
        Condition::Never => false,
        Condition::AnyOf(kept) => {
            kept.iter().any(|terms| terms.iter().all(|wanted| right.iter().any(|own| is_met(*wanted, *own))))
        }
    };
    let gone = rights.into_iter().filter(|right| !is_kept(right));
    gone.map(|terms| LostRight { protection: protection(&terms), terms }).collect()
}

/// The first year of service, up to 40, after which less is vested than before.
pub fn vests_later(before: &Vesting, after: &Vesting) -> Option<u32> {
    (0..=40).find(|years| after.vested_after(*years) < before.vested_after(*years))
}

impl fmt::Display for LostRight {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.terms.is_empty() {
            return f.write_str("any time");
        }
        f.write_str(&self.terms.iter().map(Term::to_string).collect::<Vec<_>>().join(" and "))
    }
}

/// A right with several terms is as well protected as the least of them.
fn protection(terms: &[Term]) -> Protection {
    let of_term = |term: &Term| match term {
        Term::Age { .. } | Term::Service(_) | Term::Hours(_) | Term::Participation(_) => Protection::Certain,
        Term::Event(event) => of_event(*event),
    };
    terms.iter().map(of_term).min().unwrap_or(Protection::Certain)
}

fn of_event(event: Event) -> Protection {
    match event {
        Event::Hardship => Protection::None,
        Event::Separation | Event::Disability | Event::PlanTermination | Event::NormalRetirementAge => {
            Protection::Certain
        }
        Event::ReservistCallUp
        | Event::BirthOrAdoption
        | Event::Disaster
        | Event::EmergencyExpense
        | Event::DomesticAbuse
        | Event::LongTermCarePremium
        | Event::LifetimeIncomeEnding
        | Event::TerminalIllness => Protection::Unsettled,
    }
}

/// Does whoever meets `own` meet `wanted`, at once or within two months, which 26 CFR 1.411(d)-4, Q&A-2(b)(2)(ix) lets pass?
fn is_met(wanted: Term, own: Term) -> bool {
    match (wanted, own) {
        (Term::Age { half_years: wanted }, Term::Age { half_years: own }) => wanted <= own,
        // Who has taken part for some time has served for as long.
        (Term::Service(wanted), Term::Service(own) | Term::Participation(own))
        | (Term::Participation(wanted), Term::Participation(own)) => days(wanted) <= days(own) + 60,
        (Term::Hours(wanted), Term::Hours(own)) => wanted <= own,
        (Term::Event(wanted), Term::Event(own)) => wanted == own,
        (
            Term::Age { .. } | Term::Service(_) | Term::Participation(_) | Term::Hours(_) | Term::Event(_),
            _,
        ) => false,
    }
}

/// A length of time in days, a month taken as 30 and a year as 12 months.
fn days(length: Duration) -> u64 {
    let each = match length.unit {
        Unit::Days => 1,
        Unit::Months => 30,
        Unit::Years => 12 * 30,
    };
    u64::from(length.count) * each
}

#[cfg(test)]
mod tests {
    use super::{Protection, lost, vests_later};
    use crate::syntax::phrase::read;

    fn told(before: &str, after: &str) -> Vec<(String, Protection)> {
        let [before, after] = [before, after].map(|text| read(text).expect("a condition"));
        lost(&before, &after).into_iter().map(|right| (right.to_string(), right.protection)).collect()
    }

    #[test]
    fn rights_that_nobody_has_any_more_are_lost() {
        let certain = |text: &str| vec![(text.to_owned(), Protection::Certain)];
        assert_eq!(told("any time", "none"), certain("any time"));
        assert_eq!(told("any time", "age 59 1/2"), certain("any time"));
        assert_eq!(told("age 55", "age 59 1/2"), certain("age 55"));
        assert_eq!(told("age 59 1/2 or disability", "age 59 1/2"), certain("disability"));
        assert_eq!(
            told("24 months of participation", "5 years of service"),
            certain("24 months of participation")
        );
        assert_eq!(told("hardship", "none"), [("hardship".to_owned(), Protection::None)]);
        assert_eq!(told("disaster", "none"), [("disaster".to_owned(), Protection::Unsettled)]);
    }

    #[test]
    fn rights_that_stay_or_grow_are_not() {
        for (before, after) in [
            ("none", "none"),
            ("none", "any time"),
            ("age 59 1/2", "any time"),
            ("age 59 1/2", "age 55 or hardship"),
            ("disability or age 60", "age 60, disability"),
            ("2 years of participation", "2 years of service"),
            ("12 months of service", "13 months of service"),
        ] {
            assert_eq!(told(before, after), [], "{before} -> {after}");
        }
    }

    #[test]
    fn vesting_is_compared_year_by_year() {
        let later = |before: &str, after: &str| {
            let [before, after] = [before, after].map(|text| read(text).expect("a schedule"));
            vests_later(&before, &after)
        };
        assert_eq!(later("immediate", "3-year cliff"), Some(0));
        assert_eq!(later("3-year cliff", "2 to 6 year graded"), Some(3));
        assert_eq!(later("2 to 6 year graded", "3-year cliff"), Some(2));
        assert_eq!(later("3-year cliff", "2-year cliff"), None);
    }
}
