//! The top-paid group of the look-back year (IRC 414(q)(3), (5), (8)): how many are in it, and who.

use super::Person;

/// Part of a person in the top-paid group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RankedIn {
    Counted,
    /// Left out of the count, but ranked by pay: less than 6 months of service, less than 17 1/2 hours a week, at most
    /// 6 months a year, or under 21 (IRC 414(q)(5)(A)-(D)).
    NotCounted,
    /// A nonresident alien without pay from sources in the United States, no employee here (IRC 414(q)(8)).
    Nobody,
}

/// What leaves an employee out of the count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Service {
    /// Completed months of service.
    pub months: u32,
    /// Half hours that the employee normally works in a week.
    pub weekly_half_hours: u32,
    /// Months in which the employee normally works in a year.
    pub months_a_year: u32,
    /// At the end of the look-back year.
    pub age: u32,
}

impl RankedIn {
    /// By the statutory exclusions; an employer may elect lower thresholds (IRC 414(q)(5), last sentence).
    pub fn by_service(service: &Service) -> Self {
        let Service { months, weekly_half_hours, months_a_year, age } = *service;
        if months < 6 || weekly_half_hours < 35 || months_a_year <= 6 || age < 21 {
            RankedIn::NotCounted
        } else {
            RankedIn::Counted
        }
    }
}

/// A fifth of the employees counted. The law leaves rounding to any reasonable uniform rule; this rounds up.
pub fn top_paid_count(counted: usize) -> usize {
    counted.div_ceil(5)
}

/// Who is in the group, in the order given. Ties at the edge are broken by higher ownership, then earlier hire, then
/// `employee_id`: the law leaves the rule open.
pub fn top_paid_group(people: &[Person<'_>]) -> Vec<bool> {
    let counted = people.iter().filter(|person| person.ranked_in == RankedIn::Counted).count();
    let mut ranked: Vec<usize> =
        (0..people.len()).filter(|index| people[*index].ranked_in != RankedIn::Nobody).collect();
    ranked.sort_by(|a, b| {
        let (a, b) = (&people[*a], &people[*b]);
        let by_pay = b.look_back_pay.cmp(&a.look_back_pay);
        let by_ownership = b.look_back_ownership.cmp(&a.look_back_ownership);
        let unknown_last = |person: &Person<'_>| (person.hire_date.is_none(), person.hire_date);
        let by_hire = unknown_last(a).cmp(&unknown_last(b));
        by_pay.then(by_ownership).then(by_hire).then(a.employee_id.cmp(b.employee_id))
    });
    let mut group = vec![false; people.len()];
    for index in ranked.into_iter().take(top_paid_count(counted)) {
        group[index] = true;
    }
    group
}
