//! What the after-tax part of the ACP test comes to for groups that a plan spec describes.

use super::comparison;
use crate::lower::Missing;
use crate::money::Percent;
use crate::money::exact::Hundredths;
use crate::plan::Plan;
use crate::plan::workforce::{NamedGroup, WORKFORCE};
use rust_decimal::Decimal;

/// The ACP test on after-tax contributions alone, as the plan's `workforce` describes its people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AfterTaxExposure {
    /// Average after-tax contribution of the highly compensated, in percent of pay.
    pub hce: Percent,
    pub nhce: Percent,
    /// The most that the highly compensated may average.
    pub limit: Percent,
    /// How many people the groups have on each side.
    pub hce_count: u32,
    pub nhce_count: u32,
}

impl AfterTaxExposure {
    /// Passes where no one is on one of the two sides (26 CFR 1.401(m)-2(a)(1)(ii)), or by the comparison.
    pub fn passes(self) -> bool {
        self.hce_count == 0
            || self.nhce_count == 0
            || comparison::passes(Hundredths::rounded(self.hce), Hundredths::rounded(self.nhce))
    }
}

/// The exposure, or what the spec would have to say for it.
pub fn after_tax_exposure(plan: &Plan) -> Result<AfterTaxExposure, Missing> {
    if plan.workforce.groups.is_empty() {
        return Err(Missing { elections: vec![WORKFORCE] });
    }
    let mut sides = [Side::default(), Side::default()];
    let mut missing = Missing::default();
    let mut complete = true;
    for group in &plan.workforce.groups {
        match describe(group) {
            Ok((is_hce, count, average)) => sides[usize::from(is_hce)].add(count, average),
            Err(lacking) => {
                complete = false;
                missing = missing.and(lacking);
            }
        }
    }
    if !complete {
        return Err(missing);
    }
    let [nhce, hce] = sides;
    let limit = comparison::limit(Hundredths::rounded(nhce.average())).exact.to_percent();
    Ok(AfterTaxExposure {
        hce: hce.average(),
        nhce: nhce.average(),
        limit,
        hce_count: hce.count,
        nhce_count: nhce.count,
    })
}

#[derive(Debug, Default)]
struct Side {
    count: u32,
    /// Percentages times people.
    total: Decimal,
}

impl Side {
    fn add(&mut self, count: u32, average: Percent) {
        self.count = self.count.saturating_add(count);
        self.total += average.decimal() * Decimal::from(count);
    }

    /// Rounded to 0.01 point, as averages of ratios are (26 CFR 1.401(m)-2(a)(2)(i)).
    fn average(&self) -> Percent {
        let average = self.total.checked_div(Decimal::from(self.count)).unwrap_or_default();
        Percent::new(average).round_to_hundredth()
    }
}

/// Whether a group is highly compensated, how many it has, and its average after-tax contribution over all of them.
fn describe(group: &NamedGroup) -> Result<(bool, u32, Percent), Missing> {
    let is_hce = group.is_hce().known()?;
    let count = *group.group.count.known()?;
    let participation = *group.group.after_tax_participation.known()?;
    if participation.is_zero() {
        return Ok((is_hce, count, Percent::ZERO));
    }
    let average = *group.group.average_after_tax.known()?;
    Ok((is_hce, count, participation.of_percent(average)))
}
