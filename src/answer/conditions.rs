//! Has this person met a condition of the plan: an age, service, participation?

use jiff::Span;
use jiff::civil::Date;

use super::facts::Fact;
use super::person::Person;
use crate::syntax::phrase::condition::{Condition, Event, Term};
use crate::syntax::phrase::duration::{Duration, Unit};

/// How a condition stands on the day of the answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Met {
    Now,
    /// Not yet; the day on which it is, where it can be told.
    Later(Option<Date>),
    /// These facts would tell.
    Depends(Vec<Fact>),
    /// Not by staying employed.
    Never,
}

/// As of the day of the answer.
pub(super) fn met(condition: &Condition, person: &Person<'_>) -> Met {
    met_on(condition, person, person.as_of)
}

/// Any one of the alternatives suffices.
pub(super) fn met_on(condition: &Condition, person: &Person<'_>, day: Date) -> Met {
    match condition {
        Condition::Immediate => Met::Now,
        Condition::Never => Met::Never,
        Condition::AnyOf(alternatives) => {
            let each = alternatives.iter().map(|terms| all(terms, person, day));
            each.reduce(Met::or).unwrap_or(Met::Never)
        }
    }
}

fn all(terms: &[Term], person: &Person<'_>, day: Date) -> Met {
    terms.iter().map(|term| one(*term, person, day)).fold(Met::Now, Met::and)
}

fn one(term: Term, person: &Person<'_>, day: Date) -> Met {
    match term {
        Term::Age { half_years } => age(half_years, person, day),
        Term::Service(length) => service(length, person, day),
        Term::Participation(length) => match person.facts.in_plan_since {
            Some(since) => from(after(since, length), day),
            None => match person.facts.hire_date.and_then(|hired| after(hired, length)) {
                // Nobody takes part for longer than they work.
                Some(first) if first > day => Met::Later(None),
                Some(_) | None => Met::Depends(vec![Fact::InPlanSince]),
            },
        },
        Term::Hours(_) => Met::Depends(vec![Fact::Eligible]),
        Term::Event(Event::NormalRetirementAge) => {
            match person.plan.distributions.normal_retirement_age.stated() {
                Some(Condition::AnyOf(alternatives)) => {
                    let ages = alternatives.iter().flatten().filter(|term| matches!(term, Term::Age { .. }));
                    ages.map(|term| one(*term, person, day)).fold(Met::Now, Met::and)
                }
                Some(Condition::Immediate | Condition::Never) | None => Met::Depends(Vec::new()),
            }
        }
        Term::Event(_) => Met::Never,
    }
}

/// By the date of birth, or by the age at the end of the year as far as that tells.
fn age(half_years: u32, person: &Person<'_>, day: Date) -> Met {
    let Some((earliest, latest)) = person.born() else { return Met::Depends(vec![Fact::BirthDate]) };
    // A plan may ask for an age that no calendar reaches.
    let reached = |born: Date| {
        let length = Span::new().try_months(i64::from(half_years) * 6).ok()?;
        born.checked_add(length).ok()
    };
    match (reached(earliest), reached(latest)) {
        (Some(_), Some(last)) if last <= day => Met::Now,
        (Some(first), Some(last)) if first > day => Met::Later((first == last).then_some(first)),
        (Some(_), Some(_)) => Met::Depends(vec![Fact::BirthDate]),
        (None, _) | (_, None) => Met::Later(None),
    }
}

fn service(length: Duration, person: &Person<'_>, day: Date) -> Met {
    if let Some(hired) = person.facts.hire_date {
        return from(after(hired, length), day);
    }
    match (person.facts.years_of_service, length.unit) {
        (Some(years), Unit::Years) if years.0 >= length.count => Met::Now,
        (Some(years), Unit::Months) if years.0 * 12 >= length.count => Met::Now,
        (Some(years), Unit::Days) if years.0 * 365 >= length.count => Met::Now,
        (Some(_) | None, _) => Met::Depends(vec![Fact::HireDate]),
    }
}

fn after(start: Date, length: Duration) -> Option<Date> {
    let count = i64::from(length.count);
    let span = match length.unit {
        Unit::Days => Span::new().try_days(count),
        Unit::Months => Span::new().try_months(count),
        Unit::Years => Span::new().try_years(count),
    };
    start.checked_add(span.ok()?).ok()
}

fn from(first: Option<Date>, day: Date) -> Met {
    match first {
        Some(first) if first <= day => Met::Now,
        first @ (Some(_) | None) => Met::Later(first),
    }
}

impl Met {
    pub fn and(self, other: Met) -> Met {
        match (self, other) {
            (Met::Never, _) | (_, Met::Never) => Met::Never,
            (Met::Later(one), Met::Later(other)) => {
                Met::Later(one.zip(other).map(|(one, other)| one.max(other)))
            }
            // What else it hangs on may come later still.
            (Met::Later(_), Met::Depends(_)) | (Met::Depends(_), Met::Later(_)) => Met::Later(None),
            (Met::Depends(mut one), Met::Depends(other)) => {
                one.extend(other);
                Met::Depends(one)
            }
            (Met::Now, other) | (other, Met::Now) => other,
        }
    }

    pub fn or(self, other: Met) -> Met {
        match (self, other) {
            (Met::Now, _) | (_, Met::Now) => Met::Now,
            (Met::Never, other) | (other, Met::Never) => other,
            (Met::Depends(mut one), Met::Depends(other)) => {
                one.extend(other);
                Met::Depends(one)
            }
            (depends @ Met::Depends(_), Met::Later(_)) | (Met::Later(_), depends @ Met::Depends(_)) => {
                depends
            }
            (Met::Later(one), Met::Later(other)) => Met::Later(match (one, other) {
                (Some(one), Some(other)) => Some(one.min(other)),
                (one, other) => one.or(other),
            }),
        }
    }
}

/// The last day of which an answer speaks: a plan year that is over is judged at its end.
pub(super) fn day_of(as_of: Date, plan: &crate::plan::Plan) -> Date {
    let year = plan.year;
    if as_of < year.first_day() { year.first_day() } else { as_of.min(year.last_day()) }
}
