//! The first row: which column of the file is which column of a census, and what is not there.

use std::collections::BTreeMap;

use super::cell::{self, DateOrder};
use super::column::{Column, Need};
use super::encoding;
use super::mapping::Mapping;
use super::problem::{Fault, Problem};
use super::synonyms::{self, Meaning};

/// How the columns of a file were understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Understanding {
    pub headers: Vec<Header>,
    pub delimiter: u8,
    pub(super) dates: DateOrder,
}

/// One column of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// The header; `None` if it may be the value of a cell, in a file whose first row is no header.
    pub text: Option<String>,
    pub sense: Sense,
}

/// What became of a column of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sense {
    Read(Column, How),
    /// It would do, but a better one is there.
    Passed(Column),
    Unknown,
    /// A problem says why.
    Refused,
}

/// How a header was understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    Name,
    Synonym,
    Mapping,
}

impl Understanding {
    /// Rows that were never in a file and have these columns.
    pub(crate) fn of(columns: &[Column]) -> Self {
        let none = Self { headers: Vec::new(), delimiter: b',', dates: DateOrder::default() };
        columns.iter().fold(none, |known, column| known.with(*column))
    }

    /// The same with a column that was written in.
    pub(crate) fn with(mut self, column: Column) -> Self {
        if !self.has(column) {
            let text = Some(column.name().to_owned());
            self.headers.push(Header { text, sense: Sense::Read(column, How::Name) });
        }
        self
    }

    /// Whether a column was there, so that its blank cells say something.
    pub fn has(&self, column: Column) -> bool {
        self.number(column).is_some()
    }

    /// The number of the column in the file, from 1.
    pub fn number(&self, column: Column) -> Option<usize> {
        let is = |header: &Header| matches!(header.sense, Sense::Read(read, _) if read == column);
        self.headers.iter().position(is).map(|index| index + 1)
    }

    /// The columns that are not there, each with what follows from that.
    pub fn absent(&self) -> impl Iterator<Item = (Column, Need)> + '_ {
        Column::ALL.into_iter().filter(|column| !self.has(*column)).map(|column| (column, column.need()))
    }
}

/// Understands the cells of the first row.
pub(super) fn understand(
    cells: &[Vec<u8>],
    delimiter: u8,
    mapping: &Mapping,
) -> (Understanding, Vec<Problem>) {
    let texts: Vec<String> =
        cells.iter().map(|cell| encoding::text(cell::trimmed(cell)).into_owned()).collect();
    let meanings: Vec<Option<Meaning>> = texts.iter().map(|text| synonyms::meaning(text)).collect();
    let mut problems = Vec::new();
    let mapped = mapped(&texts, mapping, &mut problems);
    let senses = senses(&meanings, &mapped, &mut problems);
    let known = meanings.iter().flatten().count() + mapped.len();
    if known == 0 {
        problems.retain(|problem| matches!(problem.fault, Fault::NotInFile(_)));
        problems.push(Problem::of_file(Fault::NoHeader, Vec::new()));
    } else {
        let is_read = |column: &Column| {
            senses.iter().any(|sense| matches!(sense, Sense::Read(read, _) if read == column))
        };
        let is_told = |column: &Column| problems.iter().any(|problem| told(&problem.fault, *column));
        let required = Column::ALL.into_iter().filter(|column| column.need() == Need::Required);
        let missing: Vec<Column> = required.filter(|column| !is_read(column) && !is_told(column)).collect();
        problems
            .extend(missing.into_iter().map(|column| Problem::of_file(Fault::Missing(column), Vec::new())));
    }
    // A file without a header has values of cells here: those are never shown.
    let may_show =
        |text: &str, meaning: Option<Meaning>| meaning.is_some() || known >= 2 && is_like_a_header(text);
    let header = |(index, text): (usize, &String)| Header {
        text: may_show(text, meanings[index]).then(|| text.clone()),
        sense: senses[index],
    };
    let headers = texts.iter().enumerate().map(header).collect();
    (Understanding { headers, delimiter, dates: mapping.dates }, problems)
}

/// Whether the absence of a column is told by another problem already.
fn told(fault: &Fault, column: Column) -> bool {
    if let Fault::Double(told) | Fault::NotInFile(told) = fault { *told == column } else { false }
}

/// Whether a text has so few digits that it is neither a number nor a date.
fn is_like_a_header(text: &str) -> bool {
    text.chars().filter(char::is_ascii_digit).count() <= 4 && text.chars().count() <= 60
}

/// The columns that the mapping names, by their index.
fn mapped(texts: &[String], mapping: &Mapping, problems: &mut Vec<Problem>) -> BTreeMap<usize, Column> {
    let mut found = BTreeMap::new();
    for (column, header) in &mapping.headers {
        let wanted = synonyms::plain(header);
        let same = |(index, text): (usize, &String)| (synonyms::plain(text) == wanted).then_some(index);
        let places: Vec<usize> = texts.iter().enumerate().filter_map(same).collect();
        match places.as_slice() {
            [index] if !found.contains_key(index) => {
                found.insert(*index, *column);
            }
            _ => {
                let columns = places.iter().map(|index| index + 1).collect();
                problems.push(Problem::of_file(Fault::NotInFile(*column), columns));
            }
        }
    }
    found
}

fn senses(
    meanings: &[Option<Meaning>],
    mapped: &BTreeMap<usize, Column>,
    problems: &mut Vec<Problem>,
) -> Vec<Sense> {
    let mut senses = vec![Sense::Unknown; meanings.len()];
    let taken = |column: Column| mapped.values().any(|other| *other == column);
    let mut firm: BTreeMap<Column, Vec<(usize, How)>> = BTreeMap::new();
    let mut fallback: BTreeMap<Column, Vec<(usize, How)>> = BTreeMap::new();
    for (index, meaning) in meanings.iter().enumerate() {
        if matches!(meaning, Some(Meaning::SocialSecurity)) {
            senses[index] = Sense::Refused;
            problems.push(Problem::of_file(Fault::SocialSecurity, vec![index + 1]));
            continue;
        }
        if let Some(column) = mapped.get(&index) {
            senses[index] = Sense::Read(*column, How::Mapping);
            continue;
        }
        match meaning {
            Some(Meaning::Name(column) | Meaning::Synonym(column) | Meaning::Fallback(column))
                if taken(*column) =>
            {
                senses[index] = Sense::Passed(*column);
            }
            Some(Meaning::Name(column)) => firm.entry(*column).or_default().push((index, How::Name)),
            Some(Meaning::Synonym(column)) => firm.entry(*column).or_default().push((index, How::Synonym)),
            Some(Meaning::Fallback(column)) => {
                fallback.entry(*column).or_default().push((index, How::Synonym))
            }
            Some(Meaning::Ambiguous(columns)) => {
                senses[index] = Sense::Refused;
                problems.push(Problem::of_file(Fault::Ambiguous(columns), vec![index + 1]));
            }
            Some(Meaning::SocialSecurity) | None => {}
        }
    }
    for (column, places) in fallback {
        if firm.contains_key(&column) {
            places.iter().for_each(|(index, _)| senses[*index] = Sense::Passed(column));
        } else {
            settle(column, &places, &mut senses, problems);
        }
    }
    for (column, places) in firm {
        settle(column, &places, &mut senses, problems);
    }
    senses
}

/// One column for a meaning is read; of several none is.
fn settle(column: Column, places: &[(usize, How)], senses: &mut [Sense], problems: &mut Vec<Problem>) {
    if let [(index, how)] = places {
        senses[*index] = Sense::Read(column, *how);
        return;
    }
    places.iter().for_each(|(index, _)| senses[*index] = Sense::Refused);
    let columns = places.iter().map(|(index, _)| index + 1).collect();
    problems.push(Problem::of_file(Fault::Double(column), columns));
}

#[cfg(test)]
mod tests;
