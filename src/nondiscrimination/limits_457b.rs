//! What may go into an eligible deferred compensation plan (IRC 457(b), 26 CFR 1.457-4(c)): the employer's money counts
//! with the deferrals.

use crate::money::exact::Cents;

/// One person and year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// IRC 457(e)(15).
    pub dollar: Cents,
    /// IRC 457(e)(5).
    pub includible_compensation: Cents,
    /// The age-50 catch-up of a governmental plan for this person (IRC 414(v)); zero without it.
    pub age_50: Cents,
    /// What earlier years left unused, for the last three years before normal retirement age (IRC 457(b)(3)).
    pub unused: Cents,
    pub retirement: Retirement,
}

/// Is the year among the last three that end before normal retirement age?
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Retirement {
    LastThreeYears,
    OtherYear,
}

impl Retirement {
    /// For the year in which a person turns `age`. The year of normal retirement age itself is not among the three.
    pub fn in_year(age: u32, normal_retirement_age: u32) -> Self {
        let left = normal_retirement_age.checked_sub(age);
        if left.is_some_and(|left| (1..=3).contains(&left)) { Self::LastThreeYears } else { Self::OtherYear }
    }
}

/// The lesser of the dollar amount and pay.
pub fn basic(limits: &Limits) -> Cents {
    limits.dollar.min(limits.includible_compensation)
}

/// The most with the better of the two catch-ups: they are not added (IRC 414(v)(6)(C), 457(e)(18)). In the last three
/// years it is the basic limit with what is unused, at most twice the dollar amount.
pub fn most(limits: &Limits) -> Cents {
    let special = match limits.retirement {
        Retirement::LastThreeYears => (basic(limits) + limits.unused).min(limits.dollar + limits.dollar),
        Retirement::OtherYear => basic(limits),
    };
    special.max(basic(limits) + limits.age_50)
}

/// What is above the limit of the annual deferrals: what is deferred, and employer money in the year in which it vests.
pub fn excess(annual_deferrals: Cents, limits: &Limits) -> Cents {
    annual_deferrals.less(most(limits))
}
