//! Spreadsheets to CSV, so that a census of any form is read by one reader. Rows and columns keep their numbers.

use std::io::Cursor;

use calamine::{Data, ExcelDateTime, Range, Reader as _, open_workbook_auto_from_rs};

/// The sheet that is read, as CSV.
pub struct Sheet {
    pub csv: Vec<u8>,
    pub name: String,
    /// Further sheets with cells, which are not read.
    pub others: usize,
}

/// The first sheet with any cell of an XLSX, XLSB, XLS or OpenDocument file; all of it is held in memory.
///
/// # Errors
/// A sentence without any text of the file, if it is not such a file or holds no cell.
pub fn first_sheet(bytes: Vec<u8>) -> Result<Sheet, &'static str> {
    let not_readable = "this is no spreadsheet that planlint can read";
    let mut workbook = open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(|_| not_readable)?;
    let mut filled = Vec::new();
    for name in workbook.sheet_names() {
        let range = workbook.worksheet_range(&name).map_err(|_| not_readable)?;
        if !range.is_empty() {
            filled.push((name, range));
        }
    }
    let others = filled.len().saturating_sub(1);
    let (name, range) = filled.into_iter().next().ok_or("no sheet has any cell")?;
    Ok(Sheet { csv: csv(&range), name, others })
}

fn csv(range: &Range<Data>) -> Vec<u8> {
    let (rows_before, columns_before) = range.start().unwrap_or_default();
    let mut out = vec![b'\n'; rows_before as usize];
    for row in range.rows() {
        let cells = row.iter().map(text);
        let before = std::iter::repeat_n(String::new(), columns_before as usize);
        for (index, cell) in before.chain(cells).enumerate() {
            if index > 0 {
                out.push(b',');
            }
            write(&cell, &mut out);
        }
        out.push(b'\n');
    }
    out
}

fn write(cell: &str, out: &mut Vec<u8>) {
    if !cell.contains([',', '"', '\n', '\r', ' ']) {
        out.extend_from_slice(cell.as_bytes());
        return;
    }
    out.push(b'"');
    out.extend_from_slice(cell.replace('"', "\"\"").as_bytes());
    out.push(b'"');
}

fn text(cell: &Data) -> String {
    match cell {
        Data::Int(number) => number.to_string(),
        Data::Float(number) => decimal(*number),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Bool(value) => value.to_string(),
        Data::DateTime(moment) => date(moment),
        // What a formula could not give is no value: the column says what it expected.
        Data::Error(_) => "#".to_owned(),
        Data::Empty => String::new(),
    }
}

fn date(moment: &ExcelDateTime) -> String {
    if moment.is_duration() {
        return decimal(moment.as_f64());
    }
    match moment.to_ymd_hms_milli() {
        (year, month, day, 0, 0, 0, _) => format!("{year:04}-{month:02}-{day:02}"),
        (year, month, day, hour, minute, second, _) => {
            format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}")
        }
    }
}

/// The fifteen digits that a spreadsheet shows of a number: those behind them are not what somebody entered.
fn decimal(number: f64) -> String {
    const DIGITS: usize = 15;
    let whole = format!("{:.0}", number.trunc().abs()).len();
    let text = format!("{number:.*}", DIGITS.saturating_sub(whole));
    match text.split_once('.') {
        Some((whole, decimals)) => match decimals.trim_end_matches('0') {
            "" => whole.to_owned(),
            decimals => format!("{whole}.{decimals}"),
        },
        None => text,
    }
}

impl std::fmt::Debug for Sheet {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Sheet").field("name", &self.name).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use calamine::{Cell, Range};

    use super::*;

    #[test]
    fn rows_and_columns_keep_their_numbers() {
        let cell = |row, column, value| Cell::new((row, column), value);
        let range = Range::from_sparse(vec![
            cell(1, 1, Data::String("a \"b\"".to_owned())),
            cell(1, 2, Data::Float(0.1 + 0.2)),
            cell(3, 1, Data::Bool(true)),
            cell(3, 2, Data::Int(-7)),
        ]);
        assert_eq!(String::from_utf8(csv(&range)).unwrap(), "\n,\"a \"\"b\"\"\",0.3\n,,\n,true,-7\n");
    }

    #[test]
    fn numbers_are_written_as_they_are_shown() {
        for (number, text) in [
            (100_000.5, "100000.5"),
            (1_234.560_000_000_000_2, "1234.56"),
            (-5.0, "-5"),
            (0.0, "0"),
            (123_456_789_012_345_680.0, "123456789012345680"),
            (1e-20, "0"),
            (0.05, "0.05"),
        ] {
            assert_eq!(decimal(number), text);
        }
    }

    #[test]
    fn what_is_no_spreadsheet_is_refused() {
        assert!(first_sheet(b"employee_id,compensation\n".to_vec()).is_err());
        assert!(first_sheet(Vec::new()).is_err());
    }
}
