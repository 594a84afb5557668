//! The folder of results: files that are whole or not there, for their owner's eyes only, never over an input.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use planlint::render::testing::batch::{self, SCHEMA};
use planlint::render::testing::{self as written, Format};
use planlint::render::{Style, safe, workbook};
use planlint::testing::batch::line::Line;

use super::journal::{FOLDER, Journal, cannot_write, make_folder, write_into};
use super::names;
use super::together::Told;
use crate::cli::exit::Problem;
use crate::cli::files::shown;

/// The table of plans.
const TABLE: &str = "results.csv";
/// The same for programs; written last.
const JSON: &str = "results.json";
/// Who gets what back.
const REFUNDS: &str = "refunds.csv";
/// Both in a workbook, where planlint is built with them.
const WORKBOOK: &str = "refunds.xlsx";
/// A file a plan.
const PLANS: &str = "plans";

/// Refuses a folder that holds anything but results of such a run, or an input.
pub fn check<'a>(out: &Path, inputs: impl Iterator<Item = &'a PathBuf>) -> Result<(), Problem> {
    let refuse = |why: &str| Err(Problem::usage(format!("--out {}: {why}", shown(out))));
    if !out.exists() {
        return if out.is_symlink() { refuse("is a link that leads nowhere") } else { Ok(()) };
    }
    if !out.is_dir() {
        return refuse("is no folder");
    }
    let entries = fs::read_dir(out).map_err(|error| cannot_write(out, &error))?;
    let found: BTreeSet<String> =
        entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    let ours = [TABLE, JSON, REFUNDS, WORKBOOK, PLANS, FOLDER];
    if let Some(other) = found.iter().find(|name| !ours.contains(&name.as_str())) {
        return refuse(&format!("has `{}` in it; results go to a folder of their own", safe::line(other)));
    }
    let is_known = out.join(FOLDER).is_dir() || is_result(&out.join(JSON));
    if !found.is_empty() && !is_known {
        return refuse("has files of such names in it that are not of an earlier run");
    }
    // Files are removed from both: through a link that would be somebody else's.
    let is_none = |name: &&str| fs::symlink_metadata(out.join(name)).is_ok_and(|found| !found.is_dir());
    if let Some(name) = [PLANS, FOLDER].iter().find(|name| is_none(name)) {
        return refuse(&format!("`{name}` in it is no folder"));
    }
    let folder = out.canonicalize().map_err(|error| cannot_write(out, &error))?;
    let within = |input: &&PathBuf| input.canonicalize().is_ok_and(|input| input.starts_with(&folder));
    match inputs.into_iter().find(within) {
        Some(input) => refuse(&format!("has the input {} in it, which is left as it is", shown(input))),
        None => Ok(()),
    }
}

/// Writes all results, the table last, and removes files of plans that an earlier run left and this one does not have.
pub fn write(out: &Path, journal: &Journal, told: &[Told]) -> Result<(), Problem> {
    journal.whole()?;
    let plans = out.join(PLANS);
    make_folder(&plans).map_err(|error| cannot_write(&plans, &error))?;
    let put = |path: &Path, bytes: &[u8]| {
        write_into(journal.folder(), path, bytes).map_err(|error| cannot_write(path, &error))
    };
    let mut refunds = written::head(Format::Csv);
    let labels: Vec<&str> = told.iter().map(|told| label(&told.line)).collect();
    let mut kept = BTreeSet::new();
    for (told, name) in told.iter().zip(names::of(&labels)) {
        let whole = match told.key {
            Some(key) => Some(journal.load(key).ok_or_else(|| lost(out))?),
            None => None,
        };
        refunds.push_str(whole.as_ref().map_or("", |whole| &whole.refunds));
        let results = whole.as_ref().and_then(|whole| whole.results.as_deref());
        let name = format!("{name}.json");
        put(&plans.join(&name), batch::plan(&told.line, results).as_bytes())?;
        kept.insert(name);
    }
    let lines: Vec<Line> = told.iter().map(|told| told.line.clone()).collect();
    put(&out.join(REFUNDS), refunds.as_bytes())?;
    write_workbook(&out.join(WORKBOOK), &lines, &refunds, put)?;
    for (name, format) in [(TABLE, Format::Csv), (JSON, Format::Json)] {
        put(&out.join(name), batch::render(&lines, format, &Style::PLAIN).as_bytes())?;
    }
    remove_others(&plans, &kept).map_err(|error| cannot_write(&plans, &error))
}

/// Where planlint is built without workbooks, one of an earlier run would tell something else than the rest.
fn write_workbook(
    path: &Path,
    lines: &[Line],
    refunds: &str,
    put: impl Fn(&Path, &[u8]) -> Result<(), Problem>,
) -> Result<(), Problem> {
    if !workbook::IS_BUILT {
        return match fs::remove_file(path) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(cannot_write(path, &error)),
            Ok(()) | Err(_) => Ok(()),
        };
    }
    let bytes = batch::workbook(lines, refunds)
        .map_err(|why| Problem::unreadable(format!("{}: cannot be written: {}", shown(path), why.0)))?;
    put(path, &bytes)
}

/// What the file of a plan is named after.
fn label(line: &Line) -> &str {
    let label = line.plan_id.as_deref().or(line.spec.as_deref()).or(line.census.as_deref());
    label.unwrap_or("unread")
}

fn lost(out: &Path) -> Problem {
    Problem::unreadable(format!("{}: the journal was changed while it was in use; run it again", shown(out)))
}

/// Removes results of plans that are no longer there. What is no result of ours stays.
fn remove_others(plans: &Path, kept: &BTreeSet<String>) -> std::io::Result<()> {
    for entry in fs::read_dir(plans)? {
        let entry = entry?;
        let is_kept = kept.contains(&*entry.file_name().to_string_lossy());
        if !is_kept && entry.file_type()?.is_file() && is_result(&entry.path()) {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

/// Does a file begin as results of such a run do?
fn is_result(path: &Path) -> bool {
    let start = format!("{{\"schema\":\"{SCHEMA}\"");
    let mut bytes = vec![0; start.len()];
    File::open(path).and_then(|mut file| file.read_exact(&mut bytes)).is_ok() && bytes == start.as_bytes()
}
