//! Actual deferral and contribution ratios (ADR, ACR) of employees, and the average of a group (ADP, ACP).

use super::comparison::{Comparison, compare};
use crate::money::exact::{Cents, Fraction, Hundredths};

/// An eligible employee in one test: what counts, over the pay that counts, and the ratio of the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line<'a> {
    pub employee_id: &'a str,
    /// What the test counts: elective contributions for the ADP, matching and after-tax contributions for the ACP.
    pub contributions: Cents,
    /// Pay under 414(s), cut to the limit of 401(a)(17).
    pub compensation: Cents,
    /// The ADR or ACR, rounded half up to 0.01 point.
    pub ratio: Hundredths,
}

/// Both groups of one test. The order of the lines changes nothing.
#[derive(Debug, Clone, Default)]
pub struct Groups<'a> {
    pub hces: Vec<Line<'a>>,
    pub nhces: Vec<Line<'a>>,
}

/// What the test comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Satisfied without a comparison: one of the groups is empty (26 CFR 1.401(k)-2(a)(1)(ii),
    /// 1.401(m)-2(a)(1)(ii)).
    Deemed(EmptyGroup),
    Compared(Comparison),
}

/// The group in which no one is eligible.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EmptyGroup {
    Hces,
    Nhces,
}

impl<'a> Line<'a> {
    /// The ratio of one employee (26 CFR 1.401(k)-2(a)(3)(i), 1.401(m)-2(a)(3)(i)). `compensation` is uncapped,
    /// `compensation_limit` the figure of 401(a)(17) for the year in which the plan year begins. Who contributed
    /// nothing has the ratio 0, whatever the pay; `None` is a contribution without pay, an error in the census.
    pub fn new(
        employee_id: &'a str,
        contributions: Cents,
        compensation: Cents,
        compensation_limit: Cents,
    ) -> Option<Self> {
        let compensation = capped(compensation, compensation_limit);
        let ratio = if contributions == Cents::ZERO {
            Hundredths::ZERO
        } else {
            contributions.ratio_of(compensation)?
        };
        Some(Self { employee_id, contributions, compensation, ratio })
    }

    /// The same employee with other contributions; `None` as for [`Line::new`].
    pub fn with_contributions(self, contributions: Cents) -> Option<Self> {
        Self::new(self.employee_id, contributions, self.compensation, self.compensation)
    }
}

/// Pay cut to the limit of 401(a)(17). The limit of a short plan year is [`Cents::for_months`] of it; who enters in
/// mid-year has the whole (26 CFR 1.401(a)(17)-1(b)(3)(iii)). It caps what contributions are measured by, not how long a person may defer.
pub fn capped(compensation: Cents, compensation_limit: Cents) -> Cents {
    compensation.min(compensation_limit)
}

/// The plain average of ratios that are rounded already, itself rounded half up to 0.01 point (26 CFR
/// 1.401(k)-2(a)(2)(i), 1.401(m)-2(a)(2)(i)); `None` of no one. Never the group's dollars over the group's pay.
pub fn average(ratios: impl IntoIterator<Item = Hundredths>) -> Option<Hundredths> {
    let (mut sum, mut count) = (0_i128, 0_i128);
    for ratio in ratios {
        sum += i128::from(ratio.0);
        count += 1;
    }
    (count > 0).then(|| Hundredths(Fraction::new(sum, count).rounded_half_up()))
}

/// The average of a group's lines.
pub fn group_average(lines: &[Line<'_>]) -> Option<Hundredths> {
    average(lines.iter().map(|line| line.ratio))
}

/// The test with the averages of one year on both sides (current-year method).
pub fn test(groups: &Groups<'_>) -> Outcome {
    let Some(nhce) = group_average(&groups.nhces) else {
        return Outcome::Deemed(EmptyGroup::Nhces);
    };
    test_against(&groups.hces, nhce)
}

/// The test of this year's highly compensated against a given average of the others, such as the prior year's.
pub fn test_against(hces: &[Line<'_>], nhce: Hundredths) -> Outcome {
    match group_average(hces) {
        Some(hce) => Outcome::Compared(compare(hce, nhce)),
        None => Outcome::Deemed(EmptyGroup::Hces),
    }
}

impl Outcome {
    /// Deemed to pass, or not more than the limit.
    pub fn passes(&self) -> bool {
        match self {
            Outcome::Deemed(_) => true,
            Outcome::Compared(comparison) => comparison.passes(),
        }
    }
}
