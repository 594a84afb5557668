//! What a cell of any form says: amounts, dates, percentages, yes and no. Exact, and slower than [`quick`](super::quick).

use super::participant::Day;

/// Cents, and whether they were rounded half up from more digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Amount {
    pub cents: i64,
    pub rounding: Rounding,
}

/// Whether digits behind the second were dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rounding {
    Exact,
    Rounded,
}

/// How a date was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// Year first, or the number of a day: one reading only.
    Plainly,
    /// Two numbers before the year, of which one is above 12.
    MonthFirst,
    /// Two numbers before the year that could change places.
    EitherWay,
}

/// Which of the two numbers before a year is the month, as far as the user has said it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DateOrder {
    /// Month first as in the United States, where the file proves it.
    #[default]
    Proven,
    MonthFirst,
    DayFirst,
}

/// A share in thousandths of a percent, and whether it came with its sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Percentage {
    pub thousandths: u32,
    pub sign: Sign,
}

/// Whether a percentage has the sign `%`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    Percent,
    None,
}

/// Dollars: `1234.5`, `$1,234.50`, `(123.45)`, `-5`, `1,234-` is none. A blank cell and a lone dash are 0.
pub fn money(cell: &[u8]) -> Option<Amount> {
    let cell = trimmed(cell);
    if cell.is_empty() || cell == b"-" || cell == b"$-" || cell == b"$ -" {
        return Some(Amount { cents: 0, rounding: Rounding::Exact });
    }
    let (negative, body) = match cell {
        [b'(', body @ .., b')'] => (true, body),
        [b'-', body @ ..] => (true, body),
        [b'+', body @ ..] => (false, body),
        [b'$', b'-', body @ ..] => (true, body),
        body => (false, body),
    };
    let body = trimmed(body);
    let body = trimmed(body.strip_prefix(b"$").unwrap_or(body));
    let number = decimal(body, 2)?;
    let cents = number.floor.checked_add(i64::from(number.rest >= Rest::Half))?;
    let rounding = if number.rest == Rest::Nothing { Rounding::Exact } else { Rounding::Rounded };
    Some(Amount { cents: if negative { -cents } else { cents }, rounding })
}

/// Hours of service in hundredths, at most those of a leap year.
pub fn hours(cell: &[u8]) -> Option<u32> {
    let number = decimal(trimmed(cell), 2)?;
    u32::try_from(number.floor + i64::from(number.rest >= Rest::Half)).ok().filter(|hours| *hours <= 878_400)
}

/// A percentage from 0 to 100, with or without its sign. A blank cell is 0.
pub fn percentage(cell: &[u8]) -> Option<Percentage> {
    let cell = trimmed(cell);
    if cell.is_empty() {
        return Some(Percentage { thousandths: 0, sign: Sign::None });
    }
    let (body, sign) = match cell.strip_suffix(b"%") {
        Some(body) => (trimmed(body), Sign::Percent),
        None => (cell, Sign::None),
    };
    let number = decimal(body, 3)?;
    let thousandths = number.floor + i64::from(number.rest > Rest::Nothing);
    u32::try_from(thousandths)
        .ok()
        .filter(|share| *share <= 100_000)
        .map(|thousandths| Percentage { thousandths, sign })
}

/// `yes`, `y`, `true`, `t`, `1`, `x` and their opposites; `Some(None)` for a blank cell.
pub fn yes_no(cell: &[u8]) -> Option<Option<bool>> {
    let is = |words: &[&str]| words.iter().any(|word| trimmed(cell).eq_ignore_ascii_case(word.as_bytes()));
    match () {
        () if is(&[""]) => Some(None),
        () if is(&["yes", "y", "true", "t", "1", "x"]) => Some(Some(true)),
        () if is(&["no", "n", "false", "f", "0"]) => Some(Some(false)),
        () => None,
    }
}

/// A day: `2026-03-04` (a time of midnight may follow), `2026/3/4`, `20260304`, the number that Excel gives it, or
/// `3/4/2026` with the month first unless `order` says otherwise. Years have four digits.
pub fn date(cell: &[u8], order: DateOrder) -> Option<(Day, Written)> {
    let cell = trimmed(cell);
    let plainly = |day: Day| (day, Written::Plainly);
    if cell.iter().all(u8::is_ascii_digit) {
        let number = digits(cell)?;
        return match cell.len() {
            8 => Day::new(number / 10_000, number / 100 % 100, number % 100).map(plainly),
            5 => serial(number).map(plainly),
            _ => None,
        };
    }
    let cell = [
        &b" 00:00:00.000"[..],
        b" 00:00:00",
        b"T00:00:00",
        b"T00:00:00Z",
        b" 00:00",
        b" 0:00",
        b" 12:00:00 AM",
    ]
    .iter()
    .find_map(|midnight| cell.strip_suffix(*midnight))
    .unwrap_or(cell);
    let mut parts = cell.split(|byte| matches!(byte, b'-' | b'/' | b'.'));
    let (first, second, third) = (parts.next()?, parts.next()?, parts.next()?);
    let number = |part: &[u8]| (1..=2).contains(&part.len()).then(|| digits(part)).flatten();
    if parts.next().is_some() {
        None
    } else if first.len() == 4 {
        Day::new(digits(first)?, number(second)?, number(third)?).map(plainly)
    } else if third.len() == 4 {
        ordered(number(first)?, number(second)?, digits(third)?, order)
    } else {
        None
    }
}

/// A cell without blanks around it, no-break spaces among them.
pub fn trimmed(cell: &[u8]) -> &[u8] {
    let (start, end) = trimmed_range(cell);
    &cell[start..end]
}

/// Where a cell begins and ends without blanks around it.
pub fn trimmed_range(cell: &[u8]) -> (usize, usize) {
    let (mut start, mut end) = (0, cell.len());
    loop {
        match &cell[start..end] {
            [0xc2, 0xa0, ..] => start += 2,
            [b' ' | b'\t' | 0xa0, ..] => start += 1,
            [.., 0xc2, 0xa0] => end -= 2,
            [.., b' ' | b'\t'] => end -= 1,
            // Windows-1252; in UTF-8 the byte ends a letter whose first byte is no ASCII.
            [.., before, 0xa0] if before.is_ascii() => end -= 1,
            _ => return (start, end),
        }
    }
}

/// Whether the row of a key is one of totals.
#[inline]
pub fn is_total(key: &[u8]) -> bool {
    let word = |word: &str| key.len() == word.len() && key.eq_ignore_ascii_case(word.as_bytes());
    matches!(key.first(), Some(b't' | b'T' | b'g' | b'G'))
        && ["total", "totals", "grand total", "grand totals"].into_iter().any(word)
}

/// Whether a spreadsheet wrote a long number as `1.23E+08`, which several people can have.
pub fn is_rounded(key: &[u8]) -> bool {
    let Some(plus) = key.iter().position(|byte| *byte == b'+') else { return false };
    let (number, exponent) = (&key[..plus], &key[plus + 1..]);
    let Some(number) = number.strip_suffix(b"E").or(number.strip_suffix(b"e")) else { return false };
    let is_number = |text: &[u8]| text.iter().all(|byte| byte.is_ascii_digit() || *byte == b'.');
    !number.is_empty() && is_number(number) && !exponent.is_empty() && is_number(exponent)
}

fn ordered(first: u32, second: u32, year: u32, order: DateOrder) -> Option<(Day, Written)> {
    match order {
        DateOrder::DayFirst => Day::new(year, second, first).map(|day| (day, Written::Plainly)),
        DateOrder::MonthFirst => Day::new(year, first, second).map(|day| (day, Written::Plainly)),
        DateOrder::Proven => {
            let written = match () {
                () if first == second => Written::Plainly,
                () if second > 12 => Written::MonthFirst,
                () => Written::EitherWay,
            };
            Day::new(year, first, second).map(|day| (day, written))
        }
    }
}

/// The day of a number of Excel, which counts from the last day of 1899 and believes in 29 February 1900. Numbers of
/// fewer than five digits are refused: 1980 is a year.
fn serial(number: u32) -> Option<Day> {
    const FIRST: u32 = 10_000;
    const LAST: u32 = 73_415;
    if !(FIRST..=LAST).contains(&number) {
        return None;
    }
    let epoch = jiff::civil::date(1899, 12, 30);
    let date = epoch.checked_add(jiff::Span::new().days(i64::from(number))).ok()?;
    let narrow = |part: i8| u32::try_from(part).ok();
    Day::new(u32::try_from(date.year()).ok()?, narrow(date.month())?, narrow(date.day())?)
}

fn digits(text: &[u8]) -> Option<u32> {
    if text.is_empty() || text.len() > 8 || !text.iter().all(u8::is_ascii_digit) {
        return None;
    }
    Some(text.iter().fold(0, |sum, digit| sum * 10 + u32::from(digit - b'0')))
}

/// A number without sign, cut behind so many places, and what was cut.
struct Number {
    floor: i64,
    rest: Rest,
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Rest {
    Nothing,
    BelowHalf,
    /// A half or more of the last place.
    Half,
}

/// `1234`, `1,234.5`, `.5`, `12.`: commas only between groups of three digits. `None` beyond a million million.
fn decimal(text: &[u8], places: usize) -> Option<Number> {
    let dot = text.iter().position(|byte| *byte == b'.');
    let (whole, fraction) = match dot {
        Some(dot) => (&text[..dot], &text[dot + 1..]),
        None => (text, &[][..]),
    };
    if whole.is_empty() && fraction.is_empty()
        || !fraction.iter().all(u8::is_ascii_digit)
        || !is_grouped(whole)
    {
        return None;
    }
    let mut floor: i64 = 0;
    let kept = (0..places).map(|place| fraction.get(place).unwrap_or(&b'0'));
    for digit in whole.iter().filter(|byte| **byte != b',').chain(kept) {
        floor = floor * 10 + i64::from(digit - b'0');
        if floor > 100_000_000_000_000_000 {
            return None;
        }
    }
    let cut = fraction.get(places..).unwrap_or_default();
    let rest = match cut.first() {
        Some(b'5'..) => Rest::Half,
        _ if cut.iter().any(|digit| *digit != b'0') => Rest::BelowHalf,
        _ => Rest::Nothing,
    };
    Some(Number { floor, rest })
}

fn is_grouped(whole: &[u8]) -> bool {
    if !whole.contains(&b',') {
        return whole.iter().all(u8::is_ascii_digit);
    }
    let mut groups = whole.split(|byte| *byte == b',');
    let first = groups.next().unwrap_or_default();
    let are_digits = |group: &[u8]| group.iter().all(u8::is_ascii_digit);
    (1..=3).contains(&first.len())
        && are_digits(first)
        && groups.all(|group| group.len() == 3 && are_digits(group))
}

#[cfg(test)]
mod tests;
