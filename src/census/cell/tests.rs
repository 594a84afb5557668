//! Cells by table: what is read as what, and what is refused.

use super::*;

#[test]
fn amounts() {
    let table: &[(&str, Option<i64>)] = &[
        ("", Some(0)),
        ("  ", Some(0)),
        ("-", Some(0)),
        ("0", Some(0)),
        ("5", Some(500)),
        ("1234.5", Some(123_450)),
        ("$1,234.50", Some(123_450)),
        (" $ 1,234.50 ", Some(123_450)),
        ("\u{a0}12.00\u{a0}", Some(1_200)),
        ("(123.45)", Some(-12_345)),
        ("($1,123.45)", Some(-112_345)),
        ("-5", Some(-500)),
        ("-$5", Some(-500)),
        ("$-5", Some(-500)),
        ("+5", Some(500)),
        (".5", Some(50)),
        ("5.", Some(500)),
        ("1.005", Some(101)),
        ("1.00499999", Some(100)),
        ("1234.5600000001", Some(123_456)),
        ("999999999999999.99", Some(99_999_999_999_999_999)),
        ("9999999999999999", None),
        ("99999999999999999999999999", None),
        ("1,23", None),
        ("1,2345", None),
        (",123", None),
        ("1.234,50", None),
        ("1.2.3", None),
        ("12E3", None),
        ("1.2E+05", None),
        ("five", None),
        ("N/A", None),
        (".", None),
        ("$", None),
        ("()", None),
        ("(-5)", None),
        ("--5", None),
        ("5-", None),
        ("€5", None),
        ("1 234", None),
        ("#REF!", None),
    ];
    for (cell, expected) in table {
        assert_eq!(money(cell.as_bytes()).map(|amount| amount.cents), *expected, "{cell:?}");
    }
    assert_eq!(money(b"\xa05\xa0 ").map(|amount| amount.cents), Some(500), "no-break spaces of Windows-1252");
    assert_eq!(money(b"1.239").map(|amount| amount.rounding), Some(Rounding::Rounded));
    assert_eq!(money(b"1.2300").map(|amount| amount.rounding), Some(Rounding::Exact));
}

#[test]
fn dates() {
    let plainly = Some(Written::Plainly);
    type Row = (&'static str, DateOrder, Option<(u32, u32, u32)>, Option<Written>);
    let table: &[Row] = &[
        ("2026-03-04", DateOrder::Proven, Some((2026, 3, 4)), plainly),
        ("2026-3-4", DateOrder::Proven, Some((2026, 3, 4)), plainly),
        ("2026/03/04", DateOrder::Proven, Some((2026, 3, 4)), plainly),
        ("2026-03-04 00:00:00", DateOrder::Proven, Some((2026, 3, 4)), plainly),
        ("2026-03-04T00:00:00", DateOrder::Proven, Some((2026, 3, 4)), plainly),
        ("2026-03-04 13:00:00", DateOrder::Proven, None, None),
        ("20260304", DateOrder::Proven, Some((2026, 3, 4)), plainly),
        ("03042026", DateOrder::Proven, None, None),
        ("29284", DateOrder::Proven, Some((1980, 3, 4)), plainly),
        ("45000", DateOrder::Proven, Some((2023, 3, 15)), plainly),
        ("1980", DateOrder::Proven, None, None),
        ("99999", DateOrder::Proven, None, None),
        ("3/24/1980", DateOrder::Proven, Some((1980, 3, 24)), Some(Written::MonthFirst)),
        ("3/4/1980", DateOrder::Proven, Some((1980, 3, 4)), Some(Written::EitherWay)),
        ("03-04-1980", DateOrder::Proven, Some((1980, 3, 4)), Some(Written::EitherWay)),
        ("4/4/1980", DateOrder::Proven, Some((1980, 4, 4)), plainly),
        ("3/4/1980", DateOrder::MonthFirst, Some((1980, 3, 4)), plainly),
        ("3/4/1980", DateOrder::DayFirst, Some((1980, 4, 3)), plainly),
        ("24/3/1980", DateOrder::Proven, None, None),
        ("24.3.1980", DateOrder::DayFirst, Some((1980, 3, 24)), plainly),
        ("3/4/80", DateOrder::Proven, None, None),
        ("2026-02-29", DateOrder::Proven, None, None),
        ("2024-02-29", DateOrder::Proven, Some((2024, 2, 29)), plainly),
        ("1900-02-29", DateOrder::Proven, None, None),
        ("2026-13-01", DateOrder::Proven, None, None),
        ("2026-00-01", DateOrder::Proven, None, None),
        ("0026-01-01", DateOrder::Proven, None, None),
        ("2026-01", DateOrder::Proven, None, None),
        ("2026-01-01-01", DateOrder::Proven, None, None),
        ("4 March 1980", DateOrder::Proven, None, None),
        ("x", DateOrder::Proven, None, None),
        ("", DateOrder::Proven, None, None),
    ];
    for (cell, order, expected, written) in table {
        let day = expected.and_then(|(year, month, day)| Day::new(year, month, day));
        let read = date(cell.as_bytes(), *order);
        assert!(read.map(|read| read.0) == day, "{cell:?} {order:?}");
        assert_eq!(read.map(|read| read.1), *written, "{cell:?} {order:?}");
    }
}

#[test]
fn percentages() {
    let table: &[(&str, Option<(u32, Sign)>)] = &[
        ("", Some((0, Sign::None))),
        ("5", Some((5_000, Sign::None))),
        ("5%", Some((5_000, Sign::Percent))),
        ("5.00 %", Some((5_000, Sign::Percent))),
        ("5.0001", Some((5_001, Sign::None))),
        ("33.333333333", Some((33_334, Sign::None))),
        ("100", Some((100_000, Sign::None))),
        ("100.001", None),
        ("-5", None),
        ("%", None),
        ("five", None),
    ];
    for (cell, expected) in table {
        let read = percentage(cell.as_bytes()).map(|read| (read.thousandths, read.sign));
        assert_eq!(read, *expected, "{cell:?}");
    }
}

#[test]
fn yes_and_no() {
    for (cell, expected) in [
        ("yes", Some(Some(true))),
        ("Y", Some(Some(true))),
        (" TRUE ", Some(Some(true))),
        ("1", Some(Some(true))),
        ("X", Some(Some(true))),
        ("No", Some(Some(false))),
        ("0", Some(Some(false))),
        ("", Some(None)),
        ("maybe", None),
        ("2", None),
    ] {
        assert_eq!(yes_no(cell.as_bytes()), expected, "{cell:?}");
    }
}

#[test]
fn hours_of_service() {
    assert_eq!(hours(b"1040"), Some(104_000));
    assert_eq!(hours(b"1,040.25"), Some(104_025));
    assert_eq!(hours(b"8784"), Some(878_400));
    assert_eq!(hours(b"8785"), None);
    assert_eq!(hours(b"-1"), None);
    assert_eq!(hours(b""), None);
}
