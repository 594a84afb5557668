//! The average of the non-highly compensated under the prior-year method (26 CFR 1.401(k)-2(c), 1.401(m)-2(c)).

use crate::money::exact::{Fraction, Hundredths};

/// Non-highly compensated employees who were in one plan in the prior year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Subgroup {
    pub count: u32,
    /// Their plan's ADP or ACP of the prior year.
    pub average: Hundredths,
}

/// The average after a change of coverage, with its steps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weighted {
    /// Each subgroup's average times its share of the heads, in hundredths of a point, exact.
    pub adjusted: Vec<Fraction>,
    /// Their sum, rounded once.
    pub average: Hundredths,
}

/// The average that the first year of a plan may use, actual or not.
pub const FIRST_YEAR: Hundredths = Hundredths::percent(3);

/// The average in the first plan year: 3%, or the actual one of that year if the employer elects it. A successor plan
/// has no first year, so `None` (26 CFR 1.401(k)-2(c)(2), 1.401(m)-2(c)(2)).
pub fn first_year(plan: Predecessors, elected_actual: Option<Hundredths>) -> Option<Hundredths> {
    let is_successor = plan.eligible > 0 && 2 * plan.in_another_plan >= plan.eligible;
    (!is_successor).then(|| elected_actual.unwrap_or(FIRST_YEAR))
}

/// Those who are eligible in a plan's first year, and how many of them were eligible in another arrangement of the
/// employer in the year before. From half on the plan is a successor plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Predecessors {
    pub eligible: u32,
    pub in_another_plan: u32,
}

/// After a change of coverage: the subgroups' averages weighted by heads. Employees who were in no plan are in none
/// (26 CFR 1.401(k)-2(c)(4)). `None` of no one.
pub fn weighted(subgroups: &[Subgroup]) -> Option<Weighted> {
    let heads: i128 = subgroups.iter().map(|subgroup| i128::from(subgroup.count)).sum();
    if heads == 0 {
        return None;
    }
    let product = |subgroup: &Subgroup| i128::from(subgroup.count) * i128::from(subgroup.average.0);
    let adjusted = subgroups.iter().map(|subgroup| Fraction::new(product(subgroup), heads)).collect();
    let sum = Fraction::new(subgroups.iter().map(product).sum(), heads);
    Some(Weighted { adjusted, average: Hundredths(sum.rounded_half_up()) })
}

/// The average that may be used instead, unweighted: that of a subgroup with at least 90% of the heads (26 CFR
/// 1.401(k)-2(c)(4)).
pub fn of_nearly_all(subgroups: &[Subgroup]) -> Option<Hundredths> {
    let heads: u64 = subgroups.iter().map(|subgroup| u64::from(subgroup.count)).sum();
    let largest = subgroups.iter().max_by_key(|subgroup| subgroup.count)?;
    (heads > 0 && 10 * u64::from(largest.count) >= 9 * heads).then_some(largest.average)
}

/// How the prior year itself was tested.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tested {
    /// Against its own averages. Safe-harbor and SIMPLE years count as such (26 CFR 1.401(k)-2(c)(1)(i)).
    CurrentYear,
    PriorYear,
}

/// The prior year's average of the non-highly compensated: after a year of current-year testing the one without the
/// QNECs and QMACs that its test counted, for they are not counted twice (26 CFR 1.401(k)-2(a)(6)(vi),
/// 1.401(m)-2(a)(6)(vi)).
pub fn prior_average(prior_year: Tested, with_qnecs: Hundredths, without_qnecs: Hundredths) -> Hundredths {
    match prior_year {
        Tested::CurrentYear => without_qnecs,
        Tested::PriorYear => with_qnecs,
    }
}
