//! Rounding and comparing where a float would err.

use super::*;

#[test]
fn ratios_round_half_up_where_a_float_would_not() {
    assert_eq!(Cents::dollars(10_000).ratio_of(Cents::dollars(120_000)), Some(Hundredths(833)));
    assert_eq!(Fraction::new(477 + 278, 2).rounded_half_up(), 378);
    assert_eq!(Fraction::new(-5, 2).rounded_half_up(), -2);
    assert_eq!(Cents::dollars(1).ratio_of(Cents::ZERO), None);
    assert_eq!(Cents::MOST.ratio_of(Cents(1)), Some(Hundredths(Cents::MOST.0 * 10_000)));
}

#[test]
fn what_is_written_fast_is_written_as_everything_else_is() {
    for number in [0, 1, -1, 9, -72, 100, -12_345, 4_750_000, i64::MAX, -i64::MAX] {
        let written = |value: serde_json::Result<String>| value.expect("JSON");
        assert_eq!(
            written(serde_json::to_string(&Cents(number))),
            written(serde_json::to_string(&Usd::cents(number)))
        );
        let ratio = Hundredths(number);
        assert_eq!(
            written(serde_json::to_string(&ratio)),
            written(serde_json::to_string(&Percent::from(ratio)))
        );
    }
}

#[test]
fn fractions_compare_and_round_exactly() {
    let third = Fraction::new(1, 3);
    assert_eq!(third, Fraction::new(2, 6));
    assert!(third < Fraction::new(34, 100));
    assert_eq!((third.floor(), third.ceiling()), (0, 1));
    assert_eq!((Fraction::new(-1, 3).floor(), Fraction::new(-1, 3).ceiling()), (-1, 0));
}
