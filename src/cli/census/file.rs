//! A census file, opened by its kind: the one place that knows which kinds there are.

#[cfg(feature = "parquet")]
mod columns;
mod input;
mod sheet;

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::cli::exit::Problem;
use crate::cli::files;
use input::Input;

/// The ends of names of spreadsheets.
const SPREADSHEETS: [&str; 5] = [".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"];

/// A census that can be read more than once.
#[derive(Debug)]
pub struct CensusFile {
    /// As messages show it.
    pub name: String,
    kind: Kind,
}

#[derive(Debug)]
enum Kind {
    Csv(PathBuf),
    Input(Input),
    /// A spreadsheet as CSV.
    Sheet(Vec<u8>),
    #[cfg(feature = "parquet")]
    Parquet(PathBuf),
}

impl CensusFile {
    /// The census at a path; `-` is standard input, which must be CSV.
    pub fn of(path: &Path) -> Result<Self, Problem> {
        if path == Path::new("-") {
            return Ok(Self { name: "standard input".to_owned(), kind: Kind::Input(Input::default()) });
        }
        let name = files::shown(path);
        if !path.is_file() {
            return Err(Problem::usage(format!("{name}: no such file")));
        }
        let lower = name.to_ascii_lowercase();
        let kind = if let Some(end) = SPREADSHEETS.iter().find(|end| lower.ends_with(**end)) {
            Kind::Sheet(sheet::read(path, end)?)
        } else if lower.ends_with(".parquet") {
            parquet(path)?
        } else {
            Kind::Csv(path.to_owned())
        };
        Ok(Self { name, kind })
    }

    /// Its rows as CSV, from the first on.
    pub fn open(&self) -> io::Result<Box<dyn Read + '_>> {
        Ok(match &self.kind {
            Kind::Csv(path) => Box::new(File::open(path)?),
            Kind::Input(input) => input.open()?,
            Kind::Sheet(csv) => Box::new(csv.as_slice()),
            #[cfg(feature = "parquet")]
            Kind::Parquet(path) => columns::open(path)?,
        })
    }

    /// It cannot be read.
    pub fn unreadable(&self, error: &io::Error) -> Problem {
        // What the system says is made plain; what a reader of ours says is so already.
        let ours = error.get_ref().map(ToString::to_string);
        let reason = ours.unwrap_or_else(|| files::plain(error));
        Problem::unreadable(format!("{}: cannot be read: {reason}", self.name))
    }
}

#[cfg(feature = "parquet")]
fn parquet(path: &Path) -> Result<Kind, Problem> {
    Ok(Kind::Parquet(path.to_owned()))
}

#[cfg(not(feature = "parquet"))]
fn parquet(path: &Path) -> Result<Kind, Problem> {
    let name = files::shown(path);
    Err(Problem::unreadable(format!(
        "{name}: this planlint is built without Parquet; export the file as CSV"
    )))
}
