//! Which elective contributions are catch-up contributions (IRC 414(v), 26 CFR 1.414(v)-1): what payroll called so has
//! no weight, limits are applied in the order of the law. The ADP limit, the last, is applied in `correction_adp`.

use crate::money::exact::{Cents, Fraction, Hundredths};

/// The limits of one person for one year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The limit of 402(g), for the calendar year.
    pub statutory: Cents,
    /// The plan's own limit on elective contributions, where it has one below the statutory one.
    pub plan: Option<Cents>,
    /// The catch-up limit of this person: see [`catch_up_limit`].
    pub catch_up: Cents,
}

/// Elective contributions sorted into catch-up contributions and those that the tests count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CatchUp {
    /// Above the statutory limit (26 CFR 1.414(v)-1(b)(1)(i)).
    pub over_statutory: Cents,
    /// Above the plan's limit (26 CFR 1.414(v)-1(b)(1)(ii)).
    pub over_plan: Cents,
    /// What is left of the catch-up limit, for the ADP limit (26 CFR 1.414(v)-1(b)(1)(iii)).
    pub left: Cents,
    /// Elective contributions that are no catch-up contributions. What is above a limit beyond the catch-up limit is
    /// among them: a failure of that limit, no catch-up.
    pub counted: Cents,
}

/// A part of the plan year with a limit of its own, in percent of pay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    pub months: u32,
    pub limit: Hundredths,
    pub compensation: Cents,
}

/// Sorts all elective contributions of a person: pre-tax, Roth, and what payroll recorded as catch-up.
pub fn reclassify(elective: Cents, limits: &Limits) -> CatchUp {
    let over_statutory = elective.less(limits.statutory).min(limits.catch_up);
    let rest = elective - over_statutory;
    let above_plan = limits.plan.map_or(Cents::ZERO, |plan| rest.less(plan));
    let over_plan = above_plan.min(limits.catch_up - over_statutory);
    let left = limits.catch_up - over_statutory - over_plan;
    CatchUp { over_statutory, over_plan, left, counted: rest - over_plan }
}

/// The catch-up limit at an age reached by December 31: nothing before 50, the higher limit at 60 to 63 (IRC
/// 414(v)(2)(B)(i), (2)(E)(i), (5)(A)). `at_60_to_63` is the same as `from_50` for years before 2025.
pub fn catch_up_limit(age: u32, from_50: Cents, at_60_to_63: Cents) -> Cents {
    match age {
        0..=49 => Cents::ZERO,
        60..=63 => at_60_to_63,
        _ => from_50,
    }
}

/// Must catch-up contributions be Roth? With more FICA wages from the employer in the year before than the limit of
/// 414(v)(7)(A), from 2026. In a plan without a Roth feature such a person can make none.
pub fn must_be_roth(prior_fica_wages: Cents, wages_limit: Cents) -> bool {
    prior_fica_wages > wages_limit
}

impl CatchUp {
    /// Catch-up contributions so far, before the ADP limit.
    pub fn used(&self) -> Cents {
        self.over_statutory + self.over_plan
    }
}

/// The plan's limit for a year in which it changed: the sum of the limits of the periods, rounded half up to the cent
/// (26 CFR 1.414(v)-1(b)(2)(i)(B)).
pub fn sum_of_limits(periods: &[Period]) -> Cents {
    periods.iter().map(|period| Cents(period.compensation.times(period.limit).rounded_half_up())).sum()
}

/// The optional limit for such a year: the limits weighted by the time that they applied, in hundredths of a point,
/// exact; `None` of no time (26 CFR 1.414(v)-1(b)(2)(i)(B)(1)).
pub fn time_weighted_limit(periods: &[Period]) -> Option<Fraction> {
    let months: i128 = periods.iter().map(|period| i128::from(period.months)).sum();
    let weighted = |period: &Period| i128::from(period.months) * i128::from(period.limit.0);
    (months > 0).then(|| Fraction::new(periods.iter().map(weighted).sum(), months))
}
