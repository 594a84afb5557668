//! More and less of the same thing.

use super::{Amount, Side, allows_as_much, is_as_much};
use crate::money::Usd;

fn amount(path: &str, text: &str) -> Amount {
    Amount::read(path, text).expect(path).expect(text)
}

#[test]
fn limits_compare_at_every_pay() {
    let allows = |one: &str, other: &str| {
        let limit = |text: &str| match amount("after-tax.limit", text) {
            Amount::Limit(limit) => limit,
            Amount::Percent(_) | Amount::Dollars(_) | Amount::Often(_) | Amount::Vesting(_) => {
                panic!("{text}")
            }
        };
        allows_as_much(limit(one), limit(other), Usd::dollars(360_000))
    };
    for (more, less) in [
        ("10% of pay", "6% of pay"),
        ("none", "10% of pay"),
        ("10% of pay", "10% of pay up to $5,000"),
        ("$36,000", "10% of pay"),
        ("10% of pay up to $36,000", "10% of pay"),
        ("6% of pay", "barred"),
    ] {
        assert!(allows(more, less), "{more} is as much as {less}");
    }
    for (less, more) in [
        ("10% of pay up to $35,999", "10% of pay"),
        ("$35,999", "10% of pay"),
        ("10% of pay", "$5,000"),
        ("barred", "1% of pay"),
        ("100% of pay", "none"),
    ] {
        assert!(!allows(less, more), "{less} is less than {more}");
    }
}

#[test]
fn schedules_and_frequencies_compare_only_where_it_is_certain() {
    let more = |path: &str, one: &str, other: &str| is_as_much(amount(path, one), amount(path, other));
    let vesting = "match.vesting";
    assert!(more(vesting, "immediate", "3-year cliff"));
    assert!(more(vesting, "2 to 6 year graded", "2 to 6 year graded"));
    assert!(more(vesting, "20% a year after 1 year", "2 to 6 year graded"));
    assert!(!more(vesting, "3-year cliff", "2 to 6 year graded"), "nothing after two years");
    assert!(!more(vesting, "2 to 6 year graded", "3-year cliff"));
    let often = "in-plan-roth.frequency";
    assert!(more(often, "each payroll", "monthly") && more(often, "each payroll", "each payroll"));
    assert!(!more(often, "monthly", "each payroll"), "payroll may be weekly");
    assert!(more(often, "26 a year", "quarterly") && !more("in-plan-roth.automatic", "none", "monthly"));
    assert_ne!(Side::Least, Side::Most);
}
