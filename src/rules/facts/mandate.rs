//! Who must enroll automatically under IRC 414A, and what exempts a plan.

use jiff::civil::{Date, date};

use super::Facts;
use crate::lower::Truth;
use crate::plan::employer::Entity;

/// SECURE 2.0 was enacted on it: arrangements established before it stay outside (IRC 414A(c)(2)(A)).
const ENACTED: Date = date(2022, 12, 29);

/// Is the plan exempt for the year? What is asked comes one by one: a plan that is old enough needs no more.
pub fn exemption(facts: &Facts<'_>) -> Truth {
    let grounds = [is_outside(facts), is_small(facts), is_young(facts)];
    if grounds.contains(&Truth::Yes) {
        return Truth::Yes;
    }
    grounds.into_iter().find(|ground| *ground != Truth::No).unwrap_or(Truth::No)
}

/// Is the plan exempt for good: established before the law, governmental, or of a church (IRC 414A(c)(2)-(3))?
pub fn is_outside(facts: &Facts<'_>) -> Truth {
    let is_old = facts.plan.document.established.is(|day| *day < ENACTED);
    let of_church = facts.plan.employer.entity.is(|entity| *entity == Entity::Church);
    match (is_old, facts.is_governmental().or(of_church)) {
        (Truth::Yes, _) | (_, Truth::Yes) => Truth::Yes,
        (Truth::No, by_entity) => by_entity,
        (is_old @ Truth::Unknown(_), Truth::No | Truth::Unknown(_)) => is_old,
    }
}

/// Does the employer normally employ ten people or fewer (IRC 414A(c)(4)(B))?
pub fn is_small(facts: &Facts<'_>) -> Truth {
    facts.plan.employer.employees.is(|employees| *employees <= 10)
}

/// Is the employer less than three years old throughout the plan year (IRC 414A(c)(4)(A))? Of its first year only the
/// calendar year is known, so that a year in which it may turn three does not count.
pub fn is_young(facts: &Facts<'_>) -> Truth {
    facts.plan.employer.in_business_since.is(|since| age(facts, *since) < 3)
}

/// May the employer turn three years old within the plan year, so that it is not known from when on it must?
pub fn turns_three(facts: &Facts<'_>) -> Truth {
    facts.plan.employer.in_business_since.is(|since| age(facts, *since) == 3)
}

/// The years of an employer from the one in which it began to the one in which the plan year ends.
fn age(facts: &Facts<'_>, since: u32) -> i64 {
    i64::from(facts.plan.year.ends_in()) - i64::from(since)
}
