//! Formulas against published figures.

use super::employer_money::{Contributor, matching_contribution};
use crate::money::Usd;
use crate::syntax::phrase::match_formula::MatchFormula;
use crate::syntax::phrase::read;

#[track_caller]
fn matched(formula: &str, pay: i64, deferral: i64, years: Option<u32>, expected: i64) {
    let formula = read::<MatchFormula>(formula).expect("a formula");
    let contributor = Contributor {
        pay: Usd::dollars(pay),
        matched: Usd::dollars(deferral),
        deferral_limit: Usd::dollars(24_500),
        years_of_service: years,
    };
    assert_eq!(matching_contribution(&formula, contributor), Some(Usd::dollars(expected)), "{formula}");
}

#[test]
fn formulas_come_to_what_their_plans_publish() {
    matched("100% of first 3% of pay + 50% of next 2% of pay", 100_000, 10_000, None, 4_000);
    matched("100% of first 3% of pay + 50% of next 2% of pay", 100_000, 4_000, None, 3_500);
    matched("50% up to 402(g) limit", 360_000, 24_500, None, 12_250);
    matched("greater of (100% of first $3,000) and (50% up to 402(g) limit)", 100_000, 4_000, None, 3_000);
    matched("greater of (100% of first $3,000) and (50% up to 402(g) limit)", 100_000, 24_500, None, 12_250);
    matched("100% of first $6,000 + 50% of next $11,000", 300_000, 24_500, None, 11_500);
    matched("7% of pay at 6% of pay", 100_000, 5_999, None, 0);
    matched("7% of pay at 6% of pay", 100_000, 6_000, None, 7_000);
    matched("100% of first 3% of pay, max $4,000", 360_000, 24_500, None, 4_000);
    let apple = "by service (under 2 years: 50% of first 6% of pay; 2 to 5 years: 75% of first 6% of pay; 5 years or more: 100% of first 6% of pay)";
    matched(apple, 100_000, 10_000, Some(1), 3_000);
    matched(apple, 100_000, 10_000, Some(2), 4_500);
    matched(apple, 100_000, 10_000, None, 6_000);
    matched("none", 100_000, 10_000, None, 0);
}
