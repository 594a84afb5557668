//! What is wrong with a census: where, and what was expected instead. No problem holds the text of a cell.

use super::column::{Column, Kind};

/// Something that keeps a census from being tested.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// As a spreadsheet counts: the header is row 1. `None` for what is about the whole file.
    pub row: Option<u32>,
    /// Numbers of the columns that it is about, from 1.
    pub columns: Vec<usize>,
    pub fault: Fault,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    Empty,
    NoHeader,
    Missing(Column),
    /// Several columns for one meaning.
    Double(Column),
    /// A header that can mean several things.
    Ambiguous(&'static [Column]),
    SocialSecurity,
    /// The mapping names a header that the file has not, or has more than once.
    NotInFile(Column),
    BadCell(Column),
    /// So many cells where the header has another number.
    CellCount {
        cells: usize,
        headers: usize,
    },
    NoEnd,
    /// A second row for the person of an earlier row.
    SecondRow {
        first: u32,
        spells: Spells,
    },
    /// Contributions in a row without pay.
    NoPay,
    /// Rows of one plan name different employers.
    GroupChanges,
    DateOrder,
    SmallShares,
}

/// Whether two rows of a person tell of one time with the employer or of two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spells {
    Same,
    /// The hire dates differ.
    Rehired,
}

/// Problems in the order of rows: the first so many of them, and how many there are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Problems {
    first: Vec<Problem>,
    count: u64,
}

/// So many problems are listed. All are counted.
pub const LISTED: usize = 200;

impl Problems {
    pub(super) fn push(&mut self, problem: Problem) {
        self.count += 1;
        self.first.push(problem);
        if self.first.len() >= 2 * LISTED {
            self.shorten();
        }
    }

    /// Adds all of others.
    pub(super) fn take(&mut self, others: Problems) {
        self.count += others.count;
        self.first.extend(others.first);
        self.shorten();
    }

    /// The first ones, in the order of rows and columns.
    pub fn listed(&self) -> &[Problem] {
        &self.first
    }

    pub fn count(&self) -> u64 {
        self.count
    }

    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    pub(super) fn shorten(&mut self) {
        self.first.sort_by(|a, b| (a.row, &a.columns).cmp(&(b.row, &b.columns)));
        self.first.truncate(LISTED);
    }
}

impl Problem {
    pub(super) fn of_file(fault: Fault, columns: Vec<usize>) -> Self {
        Self { row: None, columns, fault }
    }

    pub(super) fn of_row(fault: Fault, row: u32, columns: Vec<usize>) -> Self {
        Self { row: Some(row), columns, fault }
    }

    /// What is wrong, in a sentence, without the place.
    pub fn message(&self) -> String {
        match &self.fault {
            Fault::Empty => "there are no rows below the header".to_owned(),
            Fault::NoHeader => "the first row names no column of a census".to_owned(),
            Fault::Missing(column) => {
                format!("there is no column `{}`, which every test needs", column.name())
            }
            Fault::Double(column) => format!("these columns would all be `{}`", column.name()),
            Fault::Ambiguous(columns) => format!("this header can mean {}", either(columns)),
            Fault::SocialSecurity => {
                "this column looks like Social Security numbers, and planlint does not read them".to_owned()
            }
            Fault::NotInFile(column) => format!(
                "the header that the mapping gives for `{}` does not stand once in the first row",
                column.name()
            ),
            Fault::BadCell(column) => format!("`{}` must be {}", column.name(), expected(*column)),
            Fault::CellCount { cells, headers } => {
                format!("this row has {cells} cells, the header {headers}")
            }
            Fault::NoEnd => "this row does not end; a quotation mark may be open".to_owned(),
            Fault::SecondRow { first, spells: Spells::Same } => {
                format!("this is a second row for the person of row {first} in the same plan")
            }
            Fault::SecondRow { first, spells: Spells::Rehired } => {
                format!(
                    "this is a second row, with another hire date, for the person of row {first} in the same plan"
                )
            }
            Fault::NoPay => "there are contributions but no `compensation` to make them from".to_owned(),
            Fault::GroupChanges => "`employer_group` differs from the rows above of the same plan".to_owned(),
            Fault::DateOrder => "no date shows whether the month or the day comes first".to_owned(),
            Fault::SmallShares => {
                "every share is 1 or less and has no `%`: it can be a part of 1 or of 100".to_owned()
            }
        }
    }

    /// What to do about it.
    pub fn help(&self) -> &'static str {
        match &self.fault {
            Fault::Empty => "Export the rows of the participants too.",
            Fault::NoHeader => {
                "Put the names of the columns in the first row, or give a mapping with `--mapping`."
            }
            Fault::Missing(_) => "Add it, or name its header in a mapping with `--mapping`.",
            Fault::Double(_) => "Leave out all but one, or choose one in a mapping with `--mapping`.",
            Fault::Ambiguous(_) => "Say which one it is in the header or in a mapping with `--mapping`.",
            Fault::SocialSecurity => {
                "Take the column out of the file. Use the payroll's employee numbers, or numbers made for this purpose, as `employee_id`."
            }
            Fault::NotInFile(_) => "Write it as the file has it; case, blanks and signs do not matter.",
            Fault::BadCell(_) => "Mend the cell in the file that the census comes from.",
            Fault::CellCount { .. } => {
                "Put cells that hold the separator in quotation marks, and fill short rows up."
            }
            Fault::NoEnd => "Close the quotation mark, or write it twice if it belongs to the cell.",
            Fault::SecondRow { .. } => {
                "Give each participant one row a plan and year: add the amounts of a person's rows up."
            }
            Fault::NoPay => {
                "Fill in the plan compensation, or take the contributions out if they are of another year."
            }
            Fault::GroupChanges => "Give all rows of a plan the same `employer_group`.",
            Fault::DateOrder => {
                "Write dates as 2026-03-04, or say `dates: month-first` or `dates: day-first` in a mapping."
            }
            Fault::SmallShares => "Write percentages with their sign, such as 5%.",
        }
    }
}

/// What a cell of a column must be.
pub fn expected(column: Column) -> &'static str {
    match column.kind() {
        Kind::Plan => "the name or number of a plan",
        Kind::Group => "the name or number of an employer",
        Kind::Employee => {
            "a key that stands for one person, not blank, no total and not rounded by a spreadsheet"
        }
        Kind::Family => "the `employee_id` of an owner",
        Kind::Date(_) => "a date such as 2026-03-04",
        Kind::Hours => "hours of service in the plan year, from 0 to 8,784",
        Kind::Money(money) if money.may_be_negative() => "an amount of dollars such as 1234.50 or (123.45)",
        Kind::Money(_) => "an amount of dollars such as 1234.50, not below zero",
        Kind::Percent(_) => "a percentage from 0 to 100, such as 5%",
        Kind::YesNo(_) => "yes or no",
    }
}

fn either(columns: &[Column]) -> String {
    let names: Vec<String> = columns.iter().map(|column| format!("`{}`", column.name())).collect();
    match names.split_last() {
        Some((last, others)) if !others.is_empty() => format!("{} or {last}", others.join(", ")),
        _ => names.concat(),
    }
}
