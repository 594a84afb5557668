//! Percentages, dollars, counts and dates: the numbers that phrases are made of, exact from the raw text.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::{Parsed, Phrase, Text};
use crate::money::{Percent, Usd};

const A_PERCENTAGE: &str = "a percentage such as `6%`";
const AN_AMOUNT: &str = "an amount such as `$5,000`";
const A_DATE: &str = "a date such as `2026-07-01`";
const A_NUMBER: &str = "a number";
/// More digits than any plan states, and few enough for exact arithmetic.
pub(super) const MOST_DIGITS: usize = 12;

/// More than any match rate, and little enough for exact arithmetic on the largest amounts.
const MOST_PERCENT: Decimal = Decimal::ONE_THOUSAND;

/// `6.5%`.
pub fn percent(input: Text<'_>) -> Parsed<'_, Percent> {
    let start = input.trimmed();
    let Some((length, value)) = number(start.rest()) else {
        return input.expected(A_PERCENTAGE);
    };
    let behind = &start.rest()[length..];
    if behind.starts_with('%') {
        let rest = start.skip(length + 1);
        if value > MOST_PERCENT {
            return input.refused(rest, "no plan has such a percentage", "Write at most `1000%`.");
        }
        return Ok((rest, Percent::new(value)));
    }
    let written = &start.rest()[..length];
    if behind.trim_start().starts_with('%') {
        let gap = behind.len() - behind.trim_start().len() + 1;
        return input.hinted(
            A_PERCENTAGE,
            length + gap,
            format!("a blank stands between `{written}` and `%`"),
            format!("Write `{written}%`."),
        );
    }
    if stands_alone(behind) && !value.fract().is_zero() && value < Decimal::ONE {
        let percent = (value * Decimal::ONE_HUNDRED).normalize();
        return input.hinted(
            A_PERCENTAGE,
            length,
            format!("`{written}` is a bare fraction"),
            format!("Write `{percent}%` if a share is meant; a percentage always has its `%`."),
        );
    }
    bare(input, written, behind, A_PERCENTAGE)
}

/// `$23,500` or `$1,234.50`.
pub fn money(input: Text<'_>) -> Parsed<'_, Usd> {
    let start = input.trimmed();
    let Some(behind_sign) = start.rest().strip_prefix('$') else {
        return match number(start.rest()) {
            Some((length, _)) => {
                let (written, behind) = start.rest().split_at(length);
                bare(input, written, behind, AN_AMOUNT)
            }
            None => input.expected(AN_AMOUNT),
        };
    };
    let Some((length, value)) = number(behind_sign) else {
        return start.skip(1).expected(AN_AMOUNT);
    };
    let written = &behind_sign[..length];
    let misgrouped = written.contains(',') && !well_grouped(written);
    if misgrouped
        || value.scale() > 2
        || behind_sign[length..].starts_with(',') && goes_on(&behind_sign[length + 1..])
    {
        return input.refused(
            start.skip(length + 1),
            format!("`${written}` is not written as dollars and cents are"),
            "Write thousands in groups of three and at most two digits for cents, such as `$23,500` or `$1,234.50`.",
        );
    }
    Ok((start.skip(length + 1), Usd::new(value)))
}

/// A whole number such as the `26` of `26 a year`, at most nine digits; commas group thousands.
pub fn count(input: Text<'_>) -> Parsed<'_, u32> {
    let start = input.trimmed();
    match number(start.rest()) {
        Some((length, value)) if value.fract().is_zero() && !start.rest()[..length].contains('.') => {
            match u32::try_from(value) {
                Ok(value) if follows_no_unit(&start.rest()[length..]) => Ok((start.skip(length), value)),
                _ => input.expected(A_NUMBER),
            }
        }
        _ => input.expected(A_NUMBER),
    }
}

/// `2026-07-01`.
pub fn date(input: Text<'_>) -> Parsed<'_, Date> {
    let start = input.trimmed();
    let is_part = |character: char| character.is_ascii_digit() || character == '-';
    let length = start.rest().find(|character| !is_part(character)).unwrap_or(start.rest().len());
    let written = &start.rest()[..length];
    let well_formed = length == 10 && written.as_bytes()[4] == b'-' && written.as_bytes()[7] == b'-';
    match written.parse::<Date>() {
        Ok(date) if well_formed => Ok((start.skip(length), date)),
        Ok(_) | Err(_) if well_formed => input.refused(
            start.skip(length),
            format!("`{written}` is not a day of the calendar"),
            "Write year, month and day, such as `2026-07-01`.",
        ),
        Ok(_) | Err(_) => input.expected(A_DATE),
    }
}

impl Phrase for Percent {
    const NAME: &'static str = "a percentage";
    const EXAMPLES: &'static [&'static str] = &["6%", "6.5%"];

    fn parse(input: Text<'_>) -> Parsed<'_, Self> {
        percent(input)
    }
}

impl Phrase for Usd {
    const NAME: &'static str = "an amount";
    const EXAMPLES: &'static [&'static str] = &["$500", "$23,500", "$1,234.50"];

    fn parse(input: Text<'_>) -> Parsed<'_, Self> {
        money(input)
    }
}

impl Phrase for Date {
    const NAME: &'static str = "a date";
    const EXAMPLES: &'static [&'static str] = &["2026-07-01"];

    fn parse(input: Text<'_>) -> Parsed<'_, Self> {
        date(input)
    }
}

impl Phrase for u32 {
    const NAME: &'static str = "a number";
    const EXAMPLES: &'static [&'static str] = &["250", "1,200"];

    fn parse(input: Text<'_>) -> Parsed<'_, Self> {
        count(input)
    }
}

/// A number without the mark that says of what: the help shows how it would be written.
fn bare<'a, T>(input: Text<'a>, written: &str, behind: &str, expected: &'static str) -> Parsed<'a, T> {
    if !stands_alone(behind) {
        return input.expected(expected);
    }
    let advice = match written.replace(',', "").parse::<Decimal>() {
        Ok(value) if value >= Decimal::from(1000) => {
            format!("Write `{}` if dollars are meant.", Usd::new(value))
        }
        Ok(value) if value <= Decimal::ONE_HUNDRED => {
            format!("Write `{value}%` if a percentage is meant, `{}` if dollars are.", Usd::new(value))
        }
        _ => format!("Write `${written}` if dollars are meant."),
    };
    input.hinted(expected, written.len(), format!("`{written}` has no unit"), advice)
}

/// Digits with commas between them and at most one point: its length and value.
fn number(text: &str) -> Option<(usize, Decimal)> {
    let whole = text.find(|c: char| !c.is_ascii_digit() && c != ',').unwrap_or(text.len());
    let whole = text[..whole].trim_end_matches(',').len();
    let fraction = match text[whole..].strip_prefix('.') {
        Some(behind) => behind.find(|c: char| !c.is_ascii_digit()).unwrap_or(behind.len()),
        None => 0,
    };
    let length = if fraction > 0 { whole + 1 + fraction } else { whole };
    let written = &text[..length];
    if !written.starts_with(|c: char| c.is_ascii_digit()) || length > MOST_DIGITS + MOST_DIGITS / 3 {
        return None;
    }
    written.replace(',', "").parse().ok().map(|value| (length, value))
}

fn well_grouped(written: &str) -> bool {
    let whole = written.split('.').next().unwrap_or_default();
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    (1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3)
}

/// Is this the end of the number, so that only its unit is missing?
fn stands_alone(behind: &str) -> bool {
    !behind.starts_with(|c: char| c.is_alphanumeric() || "(-/".contains(c))
}

fn follows_no_unit(behind: &str) -> bool {
    !behind.starts_with(|c: char| c.is_alphanumeric() || "%.$(".contains(c))
}

fn goes_on(behind: &str) -> bool {
    behind.starts_with(|c: char| c.is_ascii_digit())
}
