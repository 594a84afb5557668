//! The census files of a batch.

use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use crate::cli::exit::Problem;
use crate::cli::files;

/// The ends of names by which censuses are found in folders.
const ENDS: [&str; 8] = [".csv", ".tsv", ".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".parquet"];

/// A census file, and what its plan is called if it has no column for that.
#[derive(Debug)]
pub struct CensusPath {
    pub path: PathBuf,
    pub shown: String,
    /// The name without its end: `acme` of `acme.census.csv`; nothing on standard input.
    pub stem: Option<String>,
}

/// The census, or all of a folder, by name. The folder of results is passed over, and so is what is hidden.
pub fn find(path: &Path, results: Option<&Path>) -> Result<Vec<CensusPath>, Problem> {
    if !path.is_dir() {
        return match path == Path::new("-") || path.is_file() {
            true => Ok(vec![CensusPath::of(path)]),
            false => Err(Problem::usage(format!("{}: no such file or folder", files::shown(path)))),
        };
    }
    let results = results.and_then(|results| results.canonicalize().ok());
    let is_results = |entry: &DirEntry| {
        entry.file_type().is_dir() && results.is_some() && entry.path().canonicalize().ok() == results
    };
    let mut found = Vec::new();
    let walk = WalkDir::new(path).sort_by_file_name().into_iter();
    for entry in walk.filter_entry(|entry| entry.depth() == 0 || !is_hidden(entry) && !is_results(entry)) {
        let entry = entry.map_err(|error| {
            let place = error.path().map_or_else(|| files::shown(path), files::shown);
            let reason = error.io_error().map_or_else(|| error.to_string(), files::plain);
            Problem::unreadable(format!("{place}: cannot be read: {reason}"))
        })?;
        if entry.file_type().is_file() && end(entry.path()).is_some() {
            found.push(CensusPath::of(entry.path()));
        }
    }
    if found.is_empty() {
        return Err(Problem::usage(format!("{}: no census in this folder (*.csv)", files::shown(path))));
    }
    Ok(found)
}

impl CensusPath {
    fn of(path: &Path) -> Self {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        let cut = end(path).map_or(0, str::len);
        let stem = name.filter(|_| path != Path::new("-")).map(|name| {
            let stem = name.get(..name.len().saturating_sub(cut)).unwrap_or(&name);
            stem.strip_suffix(".census").unwrap_or(stem).to_owned()
        });
        let shown = if path == Path::new("-") { "standard input".to_owned() } else { files::shown(path) };
        Self { path: path.to_owned(), shown, stem }
    }
}

fn end(path: &Path) -> Option<&'static str> {
    let name = path.file_name()?.to_string_lossy().to_ascii_lowercase();
    ENDS.into_iter().find(|end| name.ends_with(end))
}

fn is_hidden(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    // Of an open spreadsheet there is a file beside it that is none.
    name.starts_with('.') || name.starts_with("~$")
}
