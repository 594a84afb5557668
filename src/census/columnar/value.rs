//! Values of Parquet to the text of a cell, exact. What cannot be such a value becomes a text that no column accepts.

use std::fmt::Display;
use std::io::Write;

use jiff::civil::{Date, date};
use parquet::data_type::Int96;

use super::form::Form;

/// A text that stands for no value: the column says what it expected.
const NO_VALUE: &[u8] = b"#";

const SECONDS_OF_A_DAY: i64 = 86_400;

pub fn yes_no(value: &bool, out: &mut Vec<u8>) {
    out.extend_from_slice(if *value { b"yes" } else { b"no" });
}

/// A float in the fewest digits that mean it: what somebody entered, not what the machine made of it.
pub fn shortest(number: &impl Display, out: &mut Vec<u8>) {
    push(out, number);
}

pub fn integer(number: i64, form: Form, out: &mut Vec<u8>) {
    match form {
        Form::Plain => push(out, &number),
        Form::Unsigned32 => push(out, &(number as u32)),
        Form::Unsigned64 => push(out, &(number as u64)),
        Form::Decimal(scale) => decimal(i128::from(number), scale, out),
        Form::Date => day(number, out),
        Form::Moment(parts) => {
            let seconds = number.div_euclid(parts);
            moment(seconds.div_euclid(SECONDS_OF_A_DAY), seconds.rem_euclid(SECONDS_OF_A_DAY), out);
        }
    }
}

/// A text, or a decimal number of up to sixteen bytes, the highest first.
pub fn bytes(bytes: &[u8], form: Form, out: &mut Vec<u8>) {
    match form {
        Form::Decimal(scale) if (1..=16).contains(&bytes.len()) => {
            let start: i128 = if bytes[0] >= 0x80 { -1 } else { 0 };
            decimal(bytes.iter().fold(start, |sum, byte| sum << 8 | i128::from(*byte)), scale, out);
        }
        Form::Plain => out.extend_from_slice(bytes),
        Form::Decimal(_) | Form::Unsigned32 | Form::Unsigned64 | Form::Date | Form::Moment(_) => {
            out.extend_from_slice(NO_VALUE);
        }
    }
}

/// The time of Spark and Impala: nanoseconds of a day, and its Julian number.
pub fn legacy_moment(value: &Int96, out: &mut Vec<u8>) {
    const JULIAN_1970: i64 = 2_440_588;
    let [low, high, julian] = value.data() else { return out.extend_from_slice(NO_VALUE) };
    let nanoseconds = i64::from(*high) << 32 | i64::from(*low);
    moment(i64::from(*julian) - JULIAN_1970, nanoseconds / 1_000_000_000, out);
}

/// A day, with the time if it is not midnight.
fn moment(days: i64, second: i64, out: &mut Vec<u8>) {
    day(days, out);
    if second != 0 {
        push(out, &format_args!(" {:02}:{:02}:{:02}", second / 3600, second / 60 % 60, second % 60));
    }
}

fn day(days: i64, out: &mut Vec<u8>) {
    match after_1970(days) {
        Some(day) => push(out, &day),
        None => out.extend_from_slice(NO_VALUE),
    }
}

fn after_1970(days: i64) -> Option<Date> {
    date(1970, 1, 1).checked_add(jiff::Span::new().try_days(days).ok()?).ok()
}

/// `-12.05`: the digits of a number with a point before the last so many.
fn decimal(number: i128, scale: usize, out: &mut Vec<u8>) {
    let sign = if number < 0 { "-" } else { "" };
    let digits = format!("{:0>width$}", number.unsigned_abs(), width = scale + 1);
    let (whole, fraction) = digits.split_at(digits.len() - scale);
    let point = if scale == 0 { "" } else { "." };
    push(out, &format_args!("{sign}{whole}{point}{fraction}"));
}

fn push(out: &mut Vec<u8>, value: &impl Display) {
    write!(out, "{value}").expect("internal error: writing to memory failed");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(write: impl Fn(&mut Vec<u8>)) -> String {
        let mut out = Vec::new();
        write(&mut out);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn integers_are_what_the_column_says_they_are() {
        for (number, form, expected) in [
            (-7, Form::Plain, "-7"),
            (-1, Form::Unsigned32, "4294967295"),
            (-1, Form::Unsigned64, "18446744073709551615"),
            (-5, Form::Decimal(2), "-0.05"),
            (1_234_567, Form::Decimal(2), "12345.67"),
            (12, Form::Decimal(0), "12"),
            (20_516, Form::Date, "2026-03-04"),
            (-1, Form::Date, "1969-12-31"),
            (i64::MAX, Form::Date, "#"),
            (20_516 * 86_400_000, Form::Moment(1_000), "2026-03-04"),
            (20_516 * 86_400_000_000 + 3_661_000_000, Form::Moment(1_000_000), "2026-03-04 01:01:01"),
            (-86_400, Form::Moment(1), "1969-12-31"),
        ] {
            assert_eq!(text(|out| integer(number, form, out)), expected);
        }
    }

    #[test]
    fn decimals_of_any_width_are_read() {
        for (value, expected) in [
            (&[0x30, 0x39][..], "123.45"),
            (&[0xff], "-0.01"),
            (&[0xff; 16], "-0.01"),
            (&[0; 17], "#"),
            (&[], "#"),
        ] {
            assert_eq!(text(|out| bytes(value, Form::Decimal(2), out)), expected);
        }
    }

    #[test]
    fn floats_have_no_more_digits_than_they_need() {
        assert_eq!(text(|out| shortest(&62_123.07_f64, out)), "62123.07");
        assert_eq!(text(|out| shortest(&0.1_f32, out)), "0.1");
        assert_eq!(text(|out| shortest(&1e21_f64, out)), "1000000000000000000000");
        assert_eq!(text(|out| shortest(&f64::NAN, out)), "NaN");
    }
}
