//! What levers do to people: who begins to contribute, and how much a cap takes.

use planlint::census::column::Money;
use planlint::proposals::lever::Lever;
use planlint::proposals::{Proposal, Proposals};
use planlint::render::proposals::census;

use super::{EXAMPLES, robotics, rows};

fn before() -> Vec<u8> {
    std::fs::read(EXAMPLES[0].1).expect("a census")
}

fn with(found: &Proposals, is: impl Fn(&Lever) -> bool) -> &Proposal {
    let all = found.passing.iter().chain(&found.short);
    all.clone().find(|one| one.levers.len() == 1 && one.levers.iter().all(&is)).expect("such a proposal")
}

/// An amount of everyone, in cents.
fn amounts(census: &[u8], money: Money) -> Vec<i64> {
    rows(census).1[0].participants().iter().map(|one| one.money(money)).collect()
}

#[test]
fn a_cap_takes_only_what_is_above_it_and_only_of_the_highly_compensated() {
    let before = before();
    let capped = with(robotics(), |lever| matches!(lever, Lever::HceCap(_)));
    let after = amounts(&census(capped), Money::AfterTax);
    // 2.63% of $360,000, $285,000, $232,000, $198,000; R-006 is paid less than the limit and keeps what is contributed.
    assert_eq!(after[..4], [946_800, 749_550, 610_160, 520_740]);
    assert_eq!(after[4..], amounts(&before, Money::AfterTax)[4..]);
}

#[test]
fn automatic_enrollment_brings_in_as_many_as_are_said_to_come() {
    let before = before();
    let enrolled = with(robotics(), |lever| matches!(lever, Lever::AutoEnrollment(_)));
    let defer = |census: &[u8]| {
        let (pre_tax, roth) = (amounts(census, Money::PreTax), amounts(census, Money::Roth));
        pre_tax.iter().zip(roth).filter(|(pre_tax, roth)| *pre_tax + roth > 0).count()
    };
    // R-022 alone of the fifteen in the test does not defer now; two more are not in it.
    assert_eq!(defer(&census(enrolled)), defer(&before) + 1);
}

#[test]
fn a_qnec_goes_to_every_other_employee_in_the_test_alike() {
    let funded = with(robotics(), |lever| matches!(lever, Lever::Qnec(_)));
    let (qnec, pay) = (amounts(&census(funded), Money::Qnec), amounts(&census(funded), Money::Compensation));
    let rates: std::collections::BTreeSet<i64> = qnec
        .iter()
        .zip(&pay)
        .filter(|(qnec, _)| **qnec > 0)
        .map(|(qnec, pay)| (20_000 * qnec + pay) / (2 * pay))
        .collect();
    assert_eq!(rates.len(), 1, "{rates:?}");
    assert_eq!(qnec.iter().filter(|qnec| **qnec > 0).count(), 15);
    assert_eq!(qnec.iter().sum::<i64>(), funded.outcome.cost.0);
}
