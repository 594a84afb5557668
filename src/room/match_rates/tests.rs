//! Comparisons at the kinks, where one formula or two bend.

use super::*;
use crate::syntax::phrase::read;

fn formula(text: &str) -> MatchFormula {
    read(text).expect("a formula")
}

fn bounds() -> Bounds {
    Bounds { pay: Usd::dollars(360_000), deferral_limit: Usd::dollars(24_500) }
}

fn below(one: &str, other: &str) -> Option<(Usd, Usd)> {
    let (one, other) = (formula(one), formula(other));
    let terms = |formula| Terms { formulas: formula, years_of_service: 0 };
    widest_below(terms(&[&one]), terms(&[&other]), bounds()).map(|gap| (gap.pay, gap.contribution))
}

fn rises(text: &str) -> bool {
    first_rise(Terms { formulas: &[&formula(text)], years_of_service: 0 }, bounds()).is_some()
}

const BASIC: &str = "100% of first 3% of pay + 50% of next 2% of pay";

#[test]
fn a_formula_is_compared_where_either_bends() {
    assert_eq!(below("100% of first 4% of pay", BASIC), None);
    assert_eq!(below("200% of first 2% of pay", BASIC), None);
    let at = |cents| Some((Usd::dollars(360_000), Usd::cents(cents)));
    assert_eq!(below("100% of first 3% of pay", BASIC), at(1_800_000));
    assert_eq!(below("90% of first 5% of pay", BASIC), at(1_080_000));
    assert_eq!(below("8% of pay at 2% of pay", BASIC), at(719_999));
}

#[test]
fn the_greater_of_two_is_compared_where_one_overtakes_the_other() {
    // At 3.75% of pay both give 3%, and the basic match 3.375%.
    let formula = "greater of (100% of first 3% of pay) and (80% of first 5% of pay)";
    assert_eq!(below(formula, BASIC), Some((Usd::dollars(360_000), Usd::dollars(13_500))));
}

#[test]
fn a_dollar_maximum_falls_short_of_high_pay() {
    let capped = format!("{BASIC}, max $4,000");
    assert_eq!(below(&capped, BASIC).map(|(pay, _)| pay), Some(Usd::dollars(105_000)));
    assert_eq!(below(&format!("{BASIC}, max $14,400"), BASIC), None);
}

#[test]
fn the_ratio_of_the_whole_match_decides_whether_the_rate_rises() {
    assert!(!rises(BASIC));
    assert!(rises("50% of first 3% of pay + 100% of next 2% of pay"));
    assert!(rises("8% of pay at 2% of pay"));
    // The next dollars earn more than those before, and yet the ratio falls: 100%, 85%, 78%.
    assert!(!rises("100% of first 3% of pay + 40% of next 1% of pay + 50% of next 1% of pay"));
    assert!(rises("100% of first 3% of pay + 0% of next 1% of pay + 100% of next 1% of pay"));
}
