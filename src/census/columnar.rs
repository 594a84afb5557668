//! Parquet to CSV, so that a census of any form is read by one reader: a few thousand rows of one row group at a time.

mod form;
mod value;

use std::fs::File;
use std::io::{self, Read};

use parquet::column::reader::{ColumnReader, ColumnReaderImpl};
use parquet::data_type::DataType;
use parquet::errors::ParquetError;
use parquet::file::reader::{FileReader, SerializedFileReader};

use form::Form;

/// The rows of a Parquet file as the bytes of a CSV file; the header is row 1.
pub struct Rows {
    file: SerializedFileReader<File>,
    columns: Vec<Source>,
    group: usize,
    /// Rows of the open row group that are still to be read.
    left: usize,
    /// Written but not given out yet; from `given` on.
    text: Vec<u8>,
    given: usize,
}

/// A column of the file.
struct Source {
    form: Form,
    /// That of the open row group.
    reader: Option<ColumnReader>,
    cells: Cells,
}

/// The texts of some cells of one column, one behind the other.
#[derive(Default)]
struct Cells {
    bytes: Vec<u8>,
    ends: Vec<usize>,
}

/// So many rows are turned into text at once.
const BATCH: usize = 4_096;

/// Why a file cannot be read; it never quotes the file.
const NOT_READABLE: &str =
    "this is no Parquet that planlint can read; write it with Zstandard, Snappy, gzip or LZ4 compression";

impl Rows {
    /// # Errors
    /// A sentence without any text of the file, if it is not such a file, or has columns that no census has.
    pub fn open(file: File) -> Result<Self, &'static str> {
        let file = SerializedFileReader::new(file).map_err(|_| NOT_READABLE)?;
        let mut text = Vec::new();
        let mut columns = Vec::new();
        for descriptor in file.metadata().file_metadata().schema_descr().columns() {
            let form = Form::of(descriptor)?;
            if !columns.is_empty() {
                text.push(b',');
            }
            write(descriptor.name().as_bytes(), &mut text);
            columns.push(Source { form, reader: None, cells: Cells::default() });
        }
        text.push(b'\n');
        Ok(Self { file, columns, group: 0, left: 0, text, given: 0 })
    }

    /// Writes further rows; `false` if there are none.
    fn fill(&mut self) -> Result<bool, ParquetError> {
        while self.left == 0 {
            if self.group == self.file.num_row_groups() {
                return Ok(false);
            }
            self.begin_group()?;
        }
        let rows = self.left.min(BATCH);
        for column in &mut self.columns {
            column.read(rows)?;
        }
        self.left -= rows;
        for row in 0..rows {
            for (index, column) in self.columns.iter().enumerate() {
                if index > 0 {
                    self.text.push(b',');
                }
                write(column.cells.of(row), &mut self.text);
            }
            self.text.push(b'\n');
        }
        Ok(true)
    }

    fn begin_group(&mut self) -> Result<(), ParquetError> {
        let group = self.file.get_row_group(self.group)?;
        for (index, column) in self.columns.iter_mut().enumerate() {
            column.reader = Some(group.get_column_reader(index)?);
        }
        self.left = usize::try_from(group.metadata().num_rows()).unwrap_or_default();
        self.group += 1;
        Ok(())
    }
}

impl Read for Rows {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while self.given == self.text.len() {
            self.text.clear();
            self.given = 0;
            let unreadable = |_| io::Error::new(io::ErrorKind::InvalidData, NOT_READABLE);
            if !self.fill().map_err(unreadable)? {
                return Ok(0);
            }
        }
        let count = into.len().min(self.text.len() - self.given);
        into[..count].copy_from_slice(&self.text[self.given..self.given + count]);
        self.given += count;
        Ok(count)
    }
}

impl Source {
    /// Turns the next rows of the column into text.
    fn read(&mut self, rows: usize) -> Result<(), ParquetError> {
        let (form, cells) = (self.form, &mut self.cells);
        cells.bytes.clear();
        cells.ends.clear();
        match self.reader.as_mut().expect("internal error: a column without its row group") {
            ColumnReader::BoolColumnReader(reader) => cells.fill(reader, rows, value::yes_no),
            ColumnReader::Int32ColumnReader(reader) => {
                cells.fill(reader, rows, |number, out| value::integer(i64::from(*number), form, out))
            }
            ColumnReader::Int64ColumnReader(reader) => {
                cells.fill(reader, rows, |number, out| value::integer(*number, form, out))
            }
            ColumnReader::Int96ColumnReader(reader) => cells.fill(reader, rows, value::legacy_moment),
            ColumnReader::FloatColumnReader(reader) => cells.fill(reader, rows, value::shortest),
            ColumnReader::DoubleColumnReader(reader) => cells.fill(reader, rows, value::shortest),
            ColumnReader::ByteArrayColumnReader(reader) => {
                cells.fill(reader, rows, |bytes, out| value::bytes(bytes.data(), form, out))
            }
            ColumnReader::FixedLenByteArrayColumnReader(reader) => {
                cells.fill(reader, rows, |bytes, out| value::bytes(bytes.data(), form, out))
            }
        }
    }
}

impl Cells {
    fn fill<T: DataType>(
        &mut self,
        reader: &mut ColumnReaderImpl<T>,
        rows: usize,
        write: impl Fn(&T::T, &mut Vec<u8>),
    ) -> Result<(), ParquetError> {
        let (mut levels, mut values) = (Vec::new(), Vec::new());
        let mut read = 0;
        while read < rows {
            let (records, ..) = reader.read_records(rows - read, Some(&mut levels), None, &mut values)?;
            if records == 0 {
                return Err(ParquetError::EOF("a column ends before its row group".to_owned()));
            }
            read += records;
        }
        let mut values = values.iter();
        for row in 0..rows {
            // A column that must have a value in every row has no levels; level 0 is none.
            if levels.get(row).is_none_or(|level| *level > 0)
                && let Some(value) = values.next()
            {
                write(value, &mut self.bytes);
            }
            self.ends.push(self.bytes.len());
        }
        Ok(())
    }

    fn of(&self, row: usize) -> &[u8] {
        let start = if row == 0 { 0 } else { self.ends[row - 1] };
        &self.bytes[start..self.ends[row]]
    }
}

fn write(cell: &[u8], out: &mut Vec<u8>) {
    if !cell.iter().any(|byte| matches!(byte, b',' | b'"' | b'\n' | b'\r' | b' ')) {
        out.extend_from_slice(cell);
        return;
    }
    out.push(b'"');
    for byte in cell {
        if *byte == b'"' {
            out.push(b'"');
        }
        out.push(*byte);
    }
    out.push(b'"');
}

impl std::fmt::Debug for Rows {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Rows").field("columns", &self.columns.len()).finish_non_exhaustive()
    }
}
