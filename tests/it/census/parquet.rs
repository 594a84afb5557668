//! A census as Parquet: the same participants as from CSV, whatever types the columns have.

use std::fs::File;
use std::path::PathBuf;
use std::sync::Arc;

use parquet::basic::Compression;
use parquet::column::writer::ColumnWriter;
use parquet::data_type::{ByteArray, FixedLenByteArray};
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::parser::parse_message_type;
use planlint::census::column::{Column, DateField, Flag, Money};
use planlint::census::columnar::Rows;
use planlint::census::mapping::Mapping;
use planlint::census::participant::Day;
use planlint::census::{self, problem::Fault};

const SCHEMA: &str = "message census {
    required binary plan_id (UTF8);
    optional int64 employee_id;
    optional int32 birth_date (DATE);
    optional int64 hire_date (TIMESTAMP(MICROS, false));
    optional double compensation;
    optional int32 pre_tax (DECIMAL(9, 2));
    optional fixed_len_byte_array(9) roth (DECIMAL(20, 2));
    optional boolean officer;
}";

/// So many row groups of the same four rows.
const GROUPS: usize = 3;

fn folder_file(name: &str) -> PathBuf {
    std::env::temp_dir().join(format!("planlint-{}-{name}.parquet", std::process::id()))
}

fn write_column(writer: &mut ColumnWriter<'_>, name: &str, group: i64) {
    let all: Option<&[i16]> = Some(&[1, 1, 1, 1]);
    let last_is_blank: Option<&[i16]> = Some(&[1, 1, 1, 0]);
    let count = match (writer, name) {
        (ColumnWriter::ByteArrayColumnWriter(writer), _) => {
            let id = |text: &str| ByteArray::from(text);
            writer.write_batch(&[id("A"), id("A"), id("B, \"two\""), id("B, \"two\"")], None, None)
        }
        (ColumnWriter::Int64ColumnWriter(writer), "employee_id") => {
            writer.write_batch(&[1, 2, 3, 4].map(|number| 1_000 * group + number), all, None)
        }
        (ColumnWriter::Int64ColumnWriter(writer), _) => {
            writer.write_batch(&[20_516 * 86_400_000_000; 3], last_is_blank, None)
        }
        (ColumnWriter::Int32ColumnWriter(writer), "birth_date") => {
            writer.write_batch(&[3_650; 3], last_is_blank, None)
        }
        (ColumnWriter::Int32ColumnWriter(writer), _) => {
            writer.write_batch(&[123_456; 3], last_is_blank, None)
        }
        (ColumnWriter::DoubleColumnWriter(writer), _) => {
            writer.write_batch(&[62_123.07, 0.300_000_000_000_000_04, 1e6, 50_000.0], all, None)
        }
        (ColumnWriter::FixedLenByteArrayColumnWriter(writer), _) => {
            let value = FixedLenByteArray::from(vec![0, 0, 0, 0, 0, 0, 0, 0x30, 0x39]);
            writer.write_batch(&[value.clone(), value.clone(), value], last_is_blank, None)
        }
        (ColumnWriter::BoolColumnWriter(writer), _) => {
            writer.write_batch(&[true, false, true], last_is_blank, None)
        }
        (ColumnWriter::Int96ColumnWriter(_) | ColumnWriter::FloatColumnWriter(_), _) => {
            panic!("no such column is in the schema")
        }
    };
    assert!(count.is_ok(), "{name}: {count:?}");
}

/// Writes the file and tells its path.
fn written(name: &str, schema: &str, compression: Compression) -> PathBuf {
    let path = folder_file(name);
    let schema = Arc::new(parse_message_type(schema).expect("a schema"));
    let properties = Arc::new(WriterProperties::builder().set_compression(compression).build());
    let file = File::create(&path).expect("a file");
    let mut writer = SerializedFileWriter::new(file, schema.clone(), properties).expect("a writer");
    for group in 0..GROUPS {
        let mut rows = writer.next_row_group().expect("a row group");
        let mut names = schema.get_fields().iter().map(|field| field.name().to_owned());
        while let Some(mut column) = rows.next_column().expect("a column") {
            write_column(column.untyped(), &names.next().expect("a name"), group as i64);
            column.close().expect("a column");
        }
        rows.close().expect("a row group");
    }
    writer.close().expect("a file");
    path
}

#[test]
fn values_of_every_type_are_read() {
    let compressions = [
        ("plain", Compression::UNCOMPRESSED),
        ("snappy", Compression::SNAPPY),
        ("zstd", Compression::ZSTD(Default::default())),
        ("gzip", Compression::GZIP(Default::default())),
        ("lz4", Compression::LZ4_RAW),
    ];
    for (name, compression) in compressions {
        let path = written(name, SCHEMA, compression);
        let rows = || Rows::open(File::open(&path)?).map_err(std::io::Error::other);
        let (census, plans) =
            census::by_plan(rows, &Mapping::default(), |_, plan| plan.clone()).expect("rows");
        assert_eq!(census.problems.listed(), []);
        assert_eq!((census.counts.rows, census.plans), (4 * GROUPS as u64, 2));
        assert_eq!(census.rounded[4], GROUPS as u64, "0.30000000000000004 is no amount in cents");
        assert_eq!(plans[1].plan_id().as_deref(), Some("B, \"two\""));
        let first = &plans[0].participants()[0];
        assert_eq!(first.money(Money::Compensation), 6_212_307);
        assert_eq!(first.money(Money::PreTax), 123_456);
        assert_eq!(first.money(Money::Roth), 12_345);
        assert_eq!(first.date(DateField::Birth), Day::new(1979, 12, 30));
        assert_eq!(first.date(DateField::Hire), Day::new(2026, 3, 4));
        assert_eq!(first.flag(Flag::Officer), Some(true));
        let last = plans[1].participants().last().expect("a row");
        assert_eq!(plans[1].employee_name(last), "2004");
        assert_eq!((last.money(Money::Compensation), last.money(Money::PreTax)), (5_000_000, 0));
        assert_eq!((last.date(DateField::Birth), last.flag(Flag::Officer)), (None, None));
        assert_eq!(last.row(), 1 + 4 * GROUPS as u32);
        std::fs::remove_file(path).expect("the file");
    }
}

#[test]
fn what_no_cell_can_hold_is_refused() {
    let list = "message census { required binary employee_id (UTF8); repeated double compensation; }";
    let time = "message census { optional int32 hire_date (TIME(MILLIS, true)); }";
    for (schema, expected) in [(list, "lists"), (time, "neither numbers")] {
        let path = folder_file("odd");
        let schema = Arc::new(parse_message_type(schema).expect("a schema"));
        let file = File::create(&path).expect("a file");
        let writer = SerializedFileWriter::new(file, schema, Arc::default()).expect("a writer");
        writer.close().expect("a file");
        let refused = Rows::open(File::open(&path).expect("the file")).expect_err("refused");
        assert!(refused.contains(expected), "{refused}");
        std::fs::remove_file(path).expect("the file");
    }
}

#[test]
fn a_value_that_does_not_fit_is_a_problem_of_its_cell() {
    let schema = SCHEMA
        .replace("double compensation", "double hours")
        .replace("int64 hire_date", "int64 compensation");
    let path = written("misfit", &schema, Compression::UNCOMPRESSED);
    let rows = || Rows::open(File::open(&path)?).map_err(std::io::Error::other);
    let census = census::inspect(rows, &Mapping::default()).expect("rows");
    let first = census.problems.listed().first().expect("a problem");
    assert_eq!((first.row, &first.fault), (Some(2), &Fault::BadCell(Column::Compensation)));
    std::fs::remove_file(path).expect("the file");
}
