//! What only a whole column shows: Social Security numbers, the order of dates, percentages that may be parts of 1.

use super::cell::{Percentage, Sign, Written};
use super::column::Kind;
use super::problem::{Fault, Problem};

/// What has been seen of one column of the file.
#[derive(Debug, Clone, Default)]
pub struct Watch {
    /// Cells of text that are not blank, and those among them that have the form of a Social Security number.
    texts: u64,
    social_security: u64,
    /// The greatest share, and whether one had the sign `%`.
    greatest: u32,
    signs: u64,
    proven_dates: u64,
    open_dates: u64,
    rounded: u64,
}

/// Whether nine digits without hyphens count: numbers of plans and employers have nine digits too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Digits {
    Alone,
    WithHyphens,
}

impl Watch {
    #[inline]
    pub fn text(&mut self, cell: &[u8], digits: Digits) {
        self.texts += u64::from(!cell.is_empty());
        if cell.len() == 11 || cell.len() == 9 && digits == Digits::Alone {
            self.social_security += u64::from(is_social_security(cell));
        }
    }

    #[inline]
    pub fn share(&mut self, share: Percentage) {
        self.greatest = self.greatest.max(share.thousandths);
        self.signs += u64::from(share.sign == Sign::Percent);
    }

    pub fn date(&mut self, written: Written) {
        match written {
            Written::Plainly => {}
            Written::MonthFirst => self.proven_dates += 1,
            Written::EitherWay => self.open_dates += 1,
        }
    }

    pub fn rounded(&mut self) {
        self.rounded += 1;
    }

    /// Amounts that were rounded to the cent.
    pub fn rounded_cells(&self) -> u64 {
        self.rounded
    }
}

/// What the columns of a file show as a whole. One program writes all dates of a file, so one date proves the order.
pub fn judge(watches: &[(Option<Kind>, Watch)]) -> Vec<Problem> {
    let mut problems = Vec::new();
    let all = || watches.iter().enumerate().map(|(index, (kind, watch))| (index + 1, *kind, watch));
    let of_column = |fault, number| Problem::of_file(fault, vec![number]);
    for (number, kind, watch) in all() {
        if watch.social_security * 2 > watch.texts {
            problems.push(of_column(Fault::SocialSecurity, number));
        }
        if matches!(kind, Some(Kind::Percent(_))) && watch.signs == 0 && (1..=1_000).contains(&watch.greatest)
        {
            problems.push(of_column(Fault::SmallShares, number));
        }
    }
    if all().all(|(_, _, watch)| watch.proven_dates == 0) {
        let open: Vec<usize> =
            all().filter(|(.., watch)| watch.open_dates > 0).map(|(number, ..)| number).collect();
        if !open.is_empty() {
            problems.push(Problem::of_file(Fault::DateOrder, open));
        }
    }
    problems
}

/// `123-45-6789` or `123456789` within the numbers that are given out: no area 000, 666 or from 900, no group 00, no
/// serial 0000.
pub fn is_social_security(cell: &[u8]) -> bool {
    let (area, group, serial) = match cell {
        [a, b, c, b'-' | b' ', d, e, b'-' | b' ', f, g, h, i] | [a, b, c, d, e, f, g, h, i] => {
            ([*a, *b, *c], [*d, *e], [*f, *g, *h, *i])
        }
        _ => return false,
    };
    let digits = area.iter().chain(&group).chain(&serial).all(u8::is_ascii_digit);
    digits && area != *b"000" && area != *b"666" && area[0] != b'9' && group != *b"00" && serial != *b"0000"
}

#[cfg(test)]
mod tests {
    use super::is_social_security;

    #[test]
    fn social_security_numbers_have_a_form() {
        for yes in ["123-45-6789", "123456789", "123 45 6789"] {
            assert!(is_social_security(yes.as_bytes()), "{yes}");
        }
        for no in [
            "000-45-6789",
            "666456789",
            "900-45-6789",
            "123-00-6789",
            "123-45-0000",
            "12-3456789",
            "E12345678",
            "",
        ] {
            assert!(!is_social_security(no.as_bytes()), "{no}");
        }
    }
}
