//! The common forms of cells, eight bytes at a time. What is not recognised here is left to [`cell`](super::cell),
//! which reads every form; a property test holds that the two never differ.

use super::participant::Day;

/// A value and the place of the byte behind its cell.
type Read<T> = Option<(T, usize)>;

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGHS: u64 = 0x8080_8080_8080_8080;
const ZEROS: u64 = 0x3030_3030_3030_3030;

/// Hundredths of an amount of up to seven digits with two decimals or none. A blank cell is 0.
#[inline(always)]
pub fn number(bytes: &[u8], at: usize, delimiter: u8) -> Read<i64> {
    let sixteen = load(bytes, at)?;
    // The most common amount. A branch that is foreseen lets the processor begin with the next cell at once.
    if sixteen as u32 == u32::from_le_bytes(*b"0.00") && ends((sixteen >> 32) as u8, delimiter) {
        return Some((0, at + 4));
    }
    let word = sixteen as u64 ^ ZEROS;
    let others = (((word & !HIGHS) + ONES * 0x76) | word) & HIGHS;
    let count = others.trailing_zeros() as usize / 8;
    let [behind, tenth, hundredth, end] = ((sixteen >> (8 * count)) as u32).to_le_bytes();
    if count == 8 {
        return None;
    }
    if count == 0 {
        return ends(behind, delimiter).then_some((0, at));
    }
    let whole = i64::from(eight_digits(word << (64 - 8 * count)));
    let (tenth, hundredth) = (tenth.wrapping_sub(b'0'), hundredth.wrapping_sub(b'0'));
    if behind == b'.' && tenth <= 9 && hundredth <= 9 && ends(end, delimiter) {
        return Some((whole * 100 + i64::from(tenth) * 10 + i64::from(hundredth), at + count + 3));
    }
    ends(behind, delimiter).then_some((whole * 100, at + count))
}

/// `2026-03-04`, or a blank cell.
#[inline(always)]
pub fn date(bytes: &[u8], at: usize, delimiter: u8) -> Read<Option<Day>> {
    const DASHES: u64 = u64::from_le_bytes(*b"0000-00-");
    /// What takes a byte past 127 if it is above the pattern by more than 9 where there is a digit, by anything where
    /// there is a dash.
    const ROOM: u64 = u64::from_le_bytes([0x76, 0x76, 0x76, 0x76, 0x7f, 0x76, 0x76, 0x7f]);
    let sixteen = load(bytes, at)?;
    if ends(sixteen as u8, delimiter) {
        return Some((None, at));
    }
    let word = sixteen as u64 ^ DASHES;
    let [tens, ones, end, _] = ((sixteen >> 64) as u32).to_le_bytes();
    let (tens, ones) = (tens.wrapping_sub(b'0'), ones.wrapping_sub(b'0'));
    if (((word & !HIGHS) + ROOM) | word) & HIGHS != 0 || tens > 9 || ones > 9 || !ends(end, delimiter) {
        return None;
    }
    let digit = |place: u32| (word >> (8 * place)) as u32 & 0xff;
    let year = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3);
    let day = Day::new(year, digit(5) * 10 + digit(6), u32::from(tens) * 10 + u32::from(ones))?;
    Some((Some(day), at + 10))
}

/// The end of a text without blanks, quotes and most signs.
#[inline(always)]
pub fn text(bytes: &[u8], at: usize, delimiter: u8) -> Option<usize> {
    let delimiters = ONES * u64::from(delimiter);
    let mut end = at;
    loop {
        let word = load(bytes, end)? as u64;
        // Bytes below `-`, of which the ones that end a cell are some, and the delimiter.
        let low = !((word | HIGHS) - ONES * u64::from(b'-')) & !word & HIGHS;
        let other = word ^ delimiters;
        let found = low | other.wrapping_sub(ONES) & !other & HIGHS;
        if found != 0 {
            end += found.trailing_zeros() as usize / 8;
            return ends(*bytes.get(end)?, delimiter).then_some(end);
        }
        end += 8;
    }
}

/// `true`, `false` and single letters and digits; a blank cell is neither.
#[inline(always)]
pub fn yes_no(bytes: &[u8], at: usize, delimiter: u8) -> Read<Option<bool>> {
    let ends = |byte: u8| ends(byte, delimiter);
    match (load(bytes, at)? as u64).to_le_bytes() {
        [b'f', b'a', b'l', b's', b'e', end, ..] if ends(end) => Some((Some(false), at + 5)),
        [b't', b'r', b'u', b'e', end, ..] if ends(end) => Some((Some(true), at + 4)),
        [b'0' | b'n' | b'N', end, ..] if ends(end) => Some((Some(false), at + 1)),
        [b'1' | b'y' | b'Y', end, ..] if ends(end) => Some((Some(true), at + 1)),
        [end, ..] if ends(end) => Some((None, at)),
        _ => None,
    }
}

/// Sixteen bytes, the first the lowest. No cell that is read here is longer, and the reader keeps so many behind the
/// last row.
#[inline(always)]
fn load(bytes: &[u8], at: usize) -> Option<u128> {
    bytes.get(at..)?.first_chunk().map(|sixteen| u128::from_le_bytes(*sixteen))
}

/// Whether a cell ends before this byte.
#[inline(always)]
fn ends(byte: u8, delimiter: u8) -> bool {
    byte == delimiter || byte == b'\n' || byte == b'\r'
}

/// The number of eight digits, the first in the lowest byte, each from 0 to 9. What was shifted out counts as 0.
#[inline(always)]
fn eight_digits(digits: u64) -> u32 {
    let pairs = digits.wrapping_mul(10).wrapping_add(digits >> 8) & 0x00ff_00ff_00ff_00ff;
    let fours = pairs.wrapping_mul(100).wrapping_add(pairs >> 16) & 0x0000_ffff_0000_ffff;
    (fours.wrapping_mul(10_000).wrapping_add(fours >> 32) & 0xffff_ffff) as u32
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::cell::{self, DateOrder};

    #[test]
    fn the_common_forms_are_taken() {
        assert_eq!(super::number(b"1234.50,xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", 0, b','), Some((123_450, 7)));
        assert_eq!(
            super::number(b"1234567.89,xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", 0, b','),
            Some((123_456_789, 10))
        );
        assert_eq!(super::number(b"0\nxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", 0, b','), Some((0, 1)));
        assert_eq!(super::number(b",xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", 0, b','), Some((0, 0)));
        assert_eq!(super::text(b"E000000001,xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", 0, b','), Some(10));
        assert_eq!(super::text(b"E-1;xxxxxxxxxxxxxxxxxxxxxxxx", 0, b';'), Some(3));
        assert_eq!(super::text(b"E\t1;xxxxxxxxxxxxxxxxxxxxxxxx", 0, b';'), None);
        assert!(
            super::date(b"2026-03-04,xxxxxxxxxxxxxxx", 0, b',')
                .is_some_and(|(day, end)| day.is_some() && end == 10)
        );
        assert_eq!(super::yes_no(b"false,xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", 0, b','), Some((Some(false), 5)));
    }

    proptest! {
        #[test]
        fn quick_is_never_other_than_exact(text in "[0-9.,$() -]{0,12}|[0-9]{1,8}(\\.[0-9]{0,3})?|[0-9]{4}-[0-9]{2}-[0-9]{2}|[a-zA-Z0-9]{0,5}") {
            let cell = text.split(',').next().unwrap_or_default();
            let bytes = [text.as_bytes(), b",................"].concat();
            if let Some((hundredths, end)) = super::number(&bytes, 0, b',') {
                prop_assert_eq!(end, cell.len());
                prop_assert_eq!(Some(hundredths), cell::money(cell.as_bytes()).map(|amount| amount.cents));
            }
            if let Some((Some(day), end)) = super::date(&bytes, 0, b',') {
                prop_assert_eq!(end, cell.len());
                prop_assert!(Some(day) == cell::date(cell.as_bytes(), DateOrder::Proven).map(|read| read.0));
            }
            if let Some((flag, end)) = super::yes_no(&bytes, 0, b',') {
                prop_assert_eq!(end, cell.len());
                prop_assert_eq!(Some(flag), cell::yes_no(cell.as_bytes()));
            }
        }
    }
}
