//! Qualified nonelective contributions (QNECs): how much of one counts, and the least that makes a test pass.

use super::comparison::{Comparison, compare, nhce_needed};
use super::disproportionate_match::{AtYearEnd, representative};
use super::ratio::{Line, average};
use crate::money::exact::{Cents, Fraction, Hundredths};

/// A rate of QNECs, with the QMACs that the ADP test counts or the match that the ACP test counts, over pay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rate {
    pub rate: Hundredths,
    pub at_year_end: AtYearEnd,
}

/// The smallest uniform QNEC for all non-highly compensated employees with which a failed test passes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UniformQnec {
    /// Of pay, in whole hundredths of a point.
    pub rate: Hundredths,
    /// For each line, rounded up to the cent so that no ratio falls short.
    pub amounts: Vec<Cents>,
    pub total: Cents,
    /// The test with them.
    pub comparison: Comparison,
}

/// What a targeted QNEC counts up to without a better representative rate.
const FLOOR: Hundredths = Hundredths::percent(5);

/// The representative contribution rate: the lowest rate among the better half of **all** eligible non-highly
/// compensated employees or, if greater, the lowest of all who are employed on the last day (26 CFR
/// 1.401(k)-2(a)(6)(iv), 1.401(m)-2(a)(6)(v)). Half of an odd number is rounded up.
pub fn representative_rate(rates: &[Rate]) -> Hundredths {
    let exact = rates.iter().map(|one| (Fraction::whole(one.rate.0), one.at_year_end));
    Hundredths(representative(exact).map_or(0, Fraction::floor))
}

/// The rate of pay above which a QNEC for a non-highly compensated employee does not count: 5%, or twice the
/// representative rate (26 CFR 1.401(k)-2(a)(6)(iv), 1.401(m)-2(a)(6)(v)).
pub fn cap(representative_rate: Hundredths) -> Hundredths {
    FLOOR.max(Hundredths(2 * representative_rate.0))
}

/// What of a QNEC counts, rounded half up to the cent.
pub fn countable(qnec: Cents, compensation: Cents, cap: Hundredths) -> Cents {
    qnec.min(Cents(compensation.times(cap).rounded_half_up()))
}

/// May QNECs be counted for some employees only? The nonelective contributions that are not counted must themselves be
/// nondiscriminatory: uniform rates of pay may not be higher for the highly compensated (26 CFR 1.401(k)-2(a)(6)(ii)).
pub fn rest_is_nondiscriminatory(hce_rate_left: Hundredths, nhce_rate_left: Hundredths) -> bool {
    hce_rate_left <= nhce_rate_left
}

/// The least QNEC of one rate for all `nhces` beside an average `hce` of the others; `None` where there is no one to
/// give it to. A uniform rate is its own representative rate, so all of it counts.
pub fn smallest_uniform(hce: Hundredths, nhces: &[Line<'_>]) -> Option<UniformQnec> {
    let before = average(nhces.iter().map(|line| line.ratio))?;
    let rate = nhce_needed(hce).less(before);
    let amount = |line: &Line<'_>| Cents(line.compensation.times(rate).at_most(Cents::MOST.0).ceiling());
    let amounts: Vec<Cents> = nhces.iter().map(amount).collect();
    let after = nhces.iter().zip(&amounts).map(|(line, amount)| {
        line.with_contributions(line.contributions + *amount).map_or(line.ratio, |after| after.ratio)
    });
    let comparison = compare(hce, average(after)?);
    Some(UniformQnec { rate, total: amounts.iter().copied().sum(), amounts, comparison })
}
