//! One row of a census to a participant: the common forms of cells quickly, all others exactly.

use super::cell::{self, DateOrder, Percentage, Rounding, Sign};
use super::column::{Column, Kind, Money};
use super::header::{Sense, Understanding};
use super::participant::Participant;
use super::problem::{Fault, Problem, Problems};
use super::quick;
use super::split;
use super::texts::{Cut, Texts};
use super::watch::{Digits, Watch};

/// Reads rows of one layout.
pub struct RowReader {
    delimiter: u8,
    dates: DateOrder,
    columns: Vec<Option<Column>>,
    /// What each column holds and what was seen of it; columns that mean nothing hold nothing.
    pub watches: Vec<(Option<Kind>, Watch)>,
    pays: bool,
    /// The row that was read last.
    pub participant: Participant,
    pub texts: Texts,
    faults: Vec<Problem>,
    rounded: Vec<usize>,
}

/// What a row turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Row,
    Blank,
    /// The cells do not match the columns: nothing of it was read.
    Misfit,
}

impl RowReader {
    pub fn new(understanding: &Understanding) -> Self {
        let column = |sense: Sense| match sense {
            Sense::Read(column, _) => Some(column),
            Sense::Passed(_) | Sense::Unknown | Sense::Refused => None,
        };
        let columns: Vec<Option<Column>> =
            understanding.headers.iter().map(|header| column(header.sense)).collect();
        Self {
            delimiter: understanding.delimiter,
            dates: understanding.dates,
            watches: columns.iter().map(|column| (column.map(Column::kind), Watch::default())).collect(),
            columns,
            pays: understanding.has(Column::Compensation),
            participant: Participant::EMPTY,
            texts: Texts::default(),
            faults: Vec::new(),
            rounded: Vec::new(),
        }
    }

    /// Reads the row at `start` and tells where the next one begins; `None` if the row does not end within the bytes.
    pub fn read(
        &mut self,
        bytes: &[u8],
        start: usize,
        row: u32,
        problems: &mut Problems,
    ) -> Option<(Outcome, usize)> {
        if matches!(bytes.get(start)?, b'\n' | b'\r') {
            return Some((Outcome::Blank, split::after_break(bytes, start)));
        }
        self.participant = Participant::EMPTY;
        self.participant.set_row(row);
        self.texts.clear();
        self.faults.clear();
        self.rounded.clear();
        let mut at = start;
        for index in 0..self.columns.len() {
            let behind = self.cell(index, bytes, at, row)?;
            let is_last = index + 1 == self.columns.len();
            if (bytes[behind] == self.delimiter) == is_last {
                return self.misfit(bytes, start, row, problems);
            }
            at = behind;
            if !is_last {
                at += 1;
            }
        }
        let outcome = self.end(bytes, start, at, row, problems);
        Some((outcome, split::after_break(bytes, at)))
    }

    /// Judges the row as a whole.
    fn end(&mut self, bytes: &[u8], start: usize, end: usize, row: u32, problems: &mut Problems) -> Outcome {
        if !self.faults.is_empty() {
            let delimiter = self.delimiter;
            let nothing = |byte: &u8| *byte == delimiter || matches!(byte, b' ' | b'\t' | b'"');
            if bytes[start..end].iter().all(nothing) {
                return Outcome::Blank;
            }
        }
        if self.pays && self.participant.money(Money::Compensation) == 0 {
            self.check_pay(row);
        }
        for index in self.rounded.drain(..) {
            self.watches[index].1.rounded();
        }
        self.faults.drain(..).for_each(|fault| problems.push(fault));
        Outcome::Row
    }

    /// Contributions without pay cannot be (convention 4); a compensation that cannot be read is told already.
    fn check_pay(&mut self, row: u32) {
        let gives = Money::CONTRIBUTIONS.iter().any(|money| self.participant.money(*money) != 0);
        let told = self.faults.iter().any(|problem| problem.fault == Fault::BadCell(Column::Compensation));
        if gives && !told {
            let place = self.columns.iter().position(|column| *column == Some(Column::Compensation));
            self.faults.push(Problem::of_row(
                Fault::NoPay,
                row,
                place.map(|index| index + 1).into_iter().collect(),
            ));
        }
    }

    /// A row with too few or too many cells. Its cells stand in wrong columns: none of them is judged.
    fn misfit(
        &mut self,
        bytes: &[u8],
        start: usize,
        row: u32,
        problems: &mut Problems,
    ) -> Option<(Outcome, usize)> {
        let (cells, next) = split::row(bytes, start, self.delimiter)?;
        if cells.iter().all(|cell| cell::trimmed(cell).is_empty()) {
            return Some((Outcome::Blank, next));
        }
        let fault = Fault::CellCount { cells: cells.len(), headers: self.columns.len() };
        problems.push(Problem::of_row(fault, row, Vec::new()));
        Some((Outcome::Misfit, next))
    }

    /// Reads a cell and tells where the byte stands that ends it.
    #[inline]
    fn cell(&mut self, index: usize, bytes: &[u8], at: usize, row: u32) -> Option<usize> {
        match self.quickly(index, bytes, at) {
            Some(end) => Some(end),
            None => self.exactly(index, bytes, at, row),
        }
    }

    /// Reads a cell in a common form.
    #[inline]
    fn quickly(&mut self, index: usize, bytes: &[u8], at: usize) -> Option<usize> {
        let delimiter = self.delimiter;
        let (kind, watch) = &mut self.watches[index];
        let participant = &mut self.participant;
        match kind {
            Some(Kind::Money(money)) => {
                let (cents, end) = quick::number(bytes, at, delimiter)?;
                participant.set_money(*money, cents);
                Some(end)
            }
            Some(Kind::Date(field)) => {
                let (day, end) = quick::date(bytes, at, delimiter)?;
                participant.set_date(*field, day);
                Some(end)
            }
            Some(Kind::YesNo(flag)) => {
                let (value, end) = quick::yes_no(bytes, at, delimiter)?;
                participant.set_flag(*flag, value);
                Some(end)
            }
            Some(Kind::Percent(share)) => {
                let (hundredths, end) =
                    quick::number(bytes, at, delimiter).filter(|(share, _)| *share <= 10_000)?;
                let read = Percentage { thousandths: hundredths as u32 * 10, sign: Sign::None };
                if end > at {
                    watch.share(read);
                    participant.set_share(*share, read.thousandths);
                }
                Some(end)
            }
            Some(Kind::Hours) => {
                let is_right = |(hours, end): &(i64, usize)| *hours <= 878_400 && *end > at;
                let (hundredths, end) = quick::number(bytes, at, delimiter).filter(is_right)?;
                participant.set_hours(hundredths as u32);
                Some(end)
            }
            Some(Kind::Plan | Kind::Group | Kind::Employee | Kind::Family) | None => {
                let is_right = |end: &usize| *end > at && !cell::is_total(&bytes[at..*end]);
                let end = quick::text(bytes, at, delimiter).filter(is_right)?;
                watch.text(&bytes[at..end], digits(*kind));
                self.texts.set(*kind, Cut::File(at, end));
                Some(end)
            }
        }
    }

    /// Reads a cell in any form.
    #[cold]
    fn exactly(&mut self, index: usize, bytes: &[u8], at: usize, row: u32) -> Option<usize> {
        let extent = split::cell(bytes, at, self.delimiter)?;
        let cut = self.texts.cut(bytes, extent);
        let kind = self.watches[index].0;
        let is_right = match kind {
            Some(Kind::Plan | Kind::Group | Kind::Employee | Kind::Family) | None => {
                let text = self.texts.of(cut, bytes);
                self.watches[index].1.text(text, digits(kind));
                let is_right = is_key(kind, text);
                self.texts.set(kind, cut);
                is_right
            }
            Some(Kind::Money(money)) => self.amount(index, money, cut, bytes),
            Some(Kind::Date(_) | Kind::Hours | Kind::Percent(_) | Kind::YesNo(_)) => {
                let text = self.texts.of(cut, bytes);
                let (kind, watch) = &mut self.watches[index];
                fact(*kind, text, self.dates, watch, &mut self.participant)
            }
        };
        if let Some(column) = self.columns[index].filter(|_| !is_right) {
            self.faults.push(Problem::of_row(Fault::BadCell(column), row, vec![index + 1]));
        }
        Some(extent.behind)
    }

    fn amount(&mut self, index: usize, money: Money, cut: Cut, bytes: &[u8]) -> bool {
        let Some(amount) = cell::money(self.texts.of(cut, bytes)) else { return false };
        self.participant.set_money(money, amount.cents);
        self.rounded.extend((amount.rounding == Rounding::Rounded).then_some(index));
        amount.cents >= 0 || money.may_be_negative()
    }
}

/// Reads what is neither a key nor an amount; whether it is what the column needs.
fn fact(
    kind: Option<Kind>,
    text: &[u8],
    dates: DateOrder,
    watch: &mut Watch,
    participant: &mut Participant,
) -> bool {
    match kind {
        Some(Kind::Date(_) | Kind::Hours) if text.is_empty() => true,
        Some(Kind::Date(field)) => {
            let Some((day, written)) = cell::date(text, dates) else { return false };
            participant.set_date(field, Some(day));
            watch.date(written);
            true
        }
        Some(Kind::Hours) => cell::hours(text).map(|hours| participant.set_hours(hours)).is_some(),
        Some(Kind::Percent(share)) => {
            let Some(read) = cell::percentage(text) else { return false };
            participant.set_share(share, read.thousandths);
            watch.share(read);
            true
        }
        Some(Kind::YesNo(flag)) => {
            cell::yes_no(text).map(|value| participant.set_flag(flag, value)).is_some()
        }
        Some(Kind::Plan | Kind::Group | Kind::Employee | Kind::Family | Kind::Money(_)) | None => true,
    }
}

/// Whether a text can be the key that its column holds.
fn is_key(kind: Option<Kind>, text: &[u8]) -> bool {
    match kind {
        Some(Kind::Plan | Kind::Employee) => {
            !text.is_empty() && !cell::is_total(text) && !cell::is_rounded(text)
        }
        Some(Kind::Group | Kind::Family) => !cell::is_rounded(text),
        Some(Kind::Date(_) | Kind::Hours | Kind::Money(_) | Kind::Percent(_) | Kind::YesNo(_)) | None => true,
    }
}

fn digits(kind: Option<Kind>) -> Digits {
    if matches!(kind, Some(Kind::Plan | Kind::Group)) { Digits::WithHyphens } else { Digits::Alone }
}
