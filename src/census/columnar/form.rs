//! What the values of a Parquet column mean, by what the file says of it.

use parquet::basic::{ConvertedType, LogicalType, TimeUnit, Type};
use parquet::schema::types::ColumnDescriptor;

/// How a value is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// As the number, the text or the truth value that it is.
    Plain,
    Unsigned32,
    Unsigned64,
    /// A whole number of parts of ten to this power.
    Decimal(usize),
    /// Days since 1970.
    Date,
    /// So many parts of a second since 1970.
    Moment(i64),
}

const NESTED: &str = "a column holds lists or records; a census has one value a row and column";
const OTHER: &str = "a column holds neither numbers, dates, texts nor yes and no; leave it out of the file";

impl Form {
    /// # Errors
    /// A sentence, if no cell of a census is of this form.
    pub fn of(column: &ColumnDescriptor) -> Result<Self, &'static str> {
        if column.max_rep_level() > 0 || column.max_def_level() > 1 || column.path().parts().len() > 1 {
            return Err(NESTED);
        }
        let form = match column.logical_type_ref() {
            Some(logical) => of_logical(logical),
            None => of_converted(column),
        };
        let fits = |form: &Form| match column.physical_type() {
            Type::BOOLEAN | Type::INT96 | Type::FLOAT | Type::DOUBLE => *form == Form::Plain,
            Type::INT32 | Type::INT64 => true,
            Type::BYTE_ARRAY => matches!(form, Form::Plain | Form::Decimal(_)),
            Type::FIXED_LEN_BYTE_ARRAY => matches!(form, Form::Decimal(_)),
        };
        form.filter(fits).ok_or(OTHER)
    }
}

fn of_logical(logical: &LogicalType) -> Option<Form> {
    match logical {
        LogicalType::String | LogicalType::Enum | LogicalType::Unknown => Some(Form::Plain),
        LogicalType::Decimal(decimal) => usize::try_from(decimal.scale).ok().map(Form::Decimal),
        LogicalType::Date => Some(Form::Date),
        LogicalType::Timestamp(timestamp) => Some(Form::Moment(match timestamp.unit {
            TimeUnit::MILLIS => 1_000,
            TimeUnit::MICROS => 1_000_000,
            TimeUnit::NANOS => 1_000_000_000,
        })),
        LogicalType::Integer(integer) if integer.is_signed => Some(Form::Plain),
        LogicalType::Integer(integer) if integer.bit_width == 64 => Some(Form::Unsigned64),
        LogicalType::Integer(_) => Some(Form::Unsigned32),
        LogicalType::Map
        | LogicalType::List
        | LogicalType::Time(_)
        | LogicalType::Json
        | LogicalType::Bson
        | LogicalType::Uuid
        | LogicalType::Float16
        | LogicalType::Variant(_)
        | LogicalType::Geometry(_)
        | LogicalType::Geography(_)
        | LogicalType::File
        | LogicalType::_Unknown { .. } => None,
    }
}

/// Files of old writers.
fn of_converted(column: &ColumnDescriptor) -> Option<Form> {
    match column.converted_type() {
        ConvertedType::NONE
        | ConvertedType::UTF8
        | ConvertedType::ENUM
        | ConvertedType::INT_8
        | ConvertedType::INT_16
        | ConvertedType::INT_32
        | ConvertedType::INT_64 => Some(Form::Plain),
        ConvertedType::DECIMAL => usize::try_from(column.type_scale()).ok().map(Form::Decimal),
        ConvertedType::DATE => Some(Form::Date),
        ConvertedType::TIMESTAMP_MILLIS => Some(Form::Moment(1_000)),
        ConvertedType::TIMESTAMP_MICROS => Some(Form::Moment(1_000_000)),
        ConvertedType::UINT_8 | ConvertedType::UINT_16 | ConvertedType::UINT_32 => Some(Form::Unsigned32),
        ConvertedType::UINT_64 => Some(Form::Unsigned64),
        ConvertedType::MAP
        | ConvertedType::MAP_KEY_VALUE
        | ConvertedType::LIST
        | ConvertedType::TIME_MILLIS
        | ConvertedType::TIME_MICROS
        | ConvertedType::JSON
        | ConvertedType::BSON
        | ConvertedType::INTERVAL => None,
    }
}
