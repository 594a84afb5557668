//! `planlint census`.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use planlint::census::mapping::Mapping;
use planlint::census::{self, Census};
use planlint::render;

use super::arguments::{CensusCommand, CensusFormat, ColorChoice};
use super::exit::{Ending, Exit, Problem};
use super::{files, output};

/// The ends of names of spreadsheets.
const SPREADSHEETS: [&str; 5] = [".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"];

/// Shows how a census is understood and all that is wrong with it.
pub fn run(command: &CensusCommand) -> Ending {
    let mapping = command.mapping.as_deref().map_or(Ok(Mapping::default()), mapping)?;
    let census = inspect(&command.path, &mapping)?;
    let name = if command.path == Path::new("-") {
        "standard input".to_owned()
    } else {
        files::shown(&command.path)
    };
    output::print(&match command.format {
        CensusFormat::Text => render::census::text(&census, &name, &output::style(ColorChoice::Auto)),
        CensusFormat::Json => render::census::json(&census, &name),
    });
    Ok(if census.problems.is_empty() { Exit::Clean } else { Exit::Unreadable })
}

/// The mapping of a file.
pub fn mapping(path: &Path) -> Result<Mapping, Problem> {
    let name = files::shown(path);
    let text = fs::read_to_string(path)
        .map_err(|error| Problem::usage(format!("{name}: cannot be read: {}", files::plain(&error))))?;
    Mapping::read(&text).map_err(|errors| Problem {
        lines: errors.into_iter().map(|error| format!("{name}: {error}")).collect(),
        exit: Exit::Usage,
    })
}

/// Standard input is kept in memory, as it cannot be read a second time.
fn inspect(path: &Path, mapping: &Mapping) -> Result<Census, Problem> {
    let name = files::shown(path);
    let unreadable =
        |error: io::Error| Problem::unreadable(format!("{name}: cannot be read: {}", files::plain(&error)));
    if path == Path::new("-") {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes).map_err(unreadable)?;
        return census::inspect(|| Ok(bytes.as_slice()), mapping).map_err(unreadable);
    }
    if !path.is_file() {
        return Err(Problem::usage(format!("{name}: no such file")));
    }
    let lower = name.to_ascii_lowercase();
    if let Some(end) = SPREADSHEETS.iter().find(|end| lower.ends_with(**end)) {
        return inspect_spreadsheet(path, mapping, end);
    }
    if lower.ends_with(".parquet") {
        return Err(Problem::unreadable(format!(
            "{name}: a census is not read from Parquet; export it as CSV"
        )));
    }
    census::inspect(|| File::open(path), mapping).map_err(unreadable)
}

#[cfg(feature = "xlsx")]
fn inspect_spreadsheet(path: &Path, mapping: &Mapping, _: &str) -> Result<Census, Problem> {
    let name = files::shown(path);
    let unreadable = |reason: &str| Problem::unreadable(format!("{name}: cannot be read: {reason}"));
    let bytes = fs::read(path).map_err(|error| unreadable(&files::plain(&error)))?;
    let sheet = census::spreadsheet::first_sheet(bytes).map_err(unreadable)?;
    if sheet.others > 0 {
        let line = format!("{name}: the sheet `{}` is read; sheets behind it are not", sheet.name);
        eprintln!("planlint: {}", render::safe::line(&line));
    }
    census::inspect(|| Ok(sheet.csv.as_slice()), mapping).map_err(|error| unreadable(&files::plain(&error)))
}

#[cfg(not(feature = "xlsx"))]
fn inspect_spreadsheet(path: &Path, _: &Mapping, end: &str) -> Result<Census, Problem> {
    let name = files::shown(path);
    Err(Problem::unreadable(format!(
        "{name}: this planlint is built without spreadsheets; export the {end} file as CSV"
    )))
}
