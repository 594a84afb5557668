//! Parquet, where planlint is built with it.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use planlint::census::columnar::Rows;

/// The rows of a Parquet file as CSV.
pub fn open(path: &Path) -> io::Result<Box<dyn Read>> {
    let rows = Rows::open(File::open(path)?);
    Ok(Box::new(rows.map_err(|reason| io::Error::new(io::ErrorKind::InvalidData, reason))?))
}
