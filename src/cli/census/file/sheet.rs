//! Spreadsheets, where planlint is built with them; advice where it is not.

use std::path::Path;

use crate::cli::exit::Problem;
use crate::cli::files;

/// The first sheet as CSV.
#[cfg(feature = "xlsx")]
pub fn read(path: &Path, _: &str) -> Result<Vec<u8>, Problem> {
    let name = files::shown(path);
    let unreadable = |reason: &str| Problem::unreadable(format!("{name}: cannot be read: {reason}"));
    let bytes = std::fs::read(path).map_err(|error| unreadable(&files::plain(&error)))?;
    let sheet = planlint::census::spreadsheet::first_sheet(bytes).map_err(unreadable)?;
    if sheet.others > 0 {
        let line = format!("{name}: the sheet `{}` is read; sheets behind it are not", sheet.name);
        eprintln!("planlint: {}", planlint::render::safe::line(&line));
    }
    Ok(sheet.csv)
}

#[cfg(not(feature = "xlsx"))]
pub fn read(path: &Path, end: &str) -> Result<Vec<u8>, Problem> {
    let name = files::shown(path);
    Err(Problem::unreadable(format!(
        "{name}: this planlint is built without spreadsheets; export the {end} file as CSV"
    )))
}
