//! The days by which the failed tests of a plan year must be corrected, and the excise on what is not.

use crate::money::exact::Cents;
use crate::nondiscrimination::deadlines::{deadlines as days, excise};

use super::results::deadlines::Deadlines;
use super::results::{Status, TestResults};
use super::terms::Terms;

/// `None` if no test failed.
pub fn deadlines(terms: &Terms, results: &TestResults) -> Option<Deadlines> {
    let mut failed = results.all_tests().filter(|test| test.status == Status::Fail).peekable();
    failed.peek()?;
    let mut excess = Cents::ZERO;
    for correction in failed.filter_map(|test| test.correction.as_ref()) {
        // What stays as catch-up contributions is not taxed (26 CFR 1.414(v)-1(d)(2)(iii)).
        let kept: Cents = correction.shares.iter().map(|share| share.catch_up).sum();
        excess = excess + correction.excess_total - kept;
    }
    let days = days(terms.year.last_day(), terms.arrangement)?;
    Some(Deadlines { days, arrangement: terms.arrangement, excess, excise: excise(excess) })
}
