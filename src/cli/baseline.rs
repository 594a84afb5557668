//! Baselines as files: read, and written whole or not at all.

use std::fs;
use std::path::{Path, PathBuf};

use planlint::render::{self, safe};
use planlint::report::baseline::{Baseline, Stale};
use planlint::report::{CheckOptions, Report};

use super::exit::Problem;
use super::{files, settings};

/// So many entries that are there no more are named.
const MOST_NAMED: usize = 20;

/// Writes all findings to be acted on, unless the file is something else than a baseline. Returns a note.
pub fn write(report: &Report, path: &Path, inputs: &[PathBuf]) -> Result<String, Problem> {
    let shown = files::shown(path);
    let same =
        |one: &Path| matches!((one.canonicalize(), path.canonicalize()), (Ok(one), Ok(path)) if one == path);
    if inputs.iter().any(|input| same(input)) {
        return Err(Problem::usage(format!("--write-baseline: {shown} is an input and is left as it is")));
    }
    if files::is_plan(path) {
        return Err(Problem::usage(format!("--write-baseline: {shown} has the name of a plan spec")));
    }
    if path.exists() && !is_one(path) {
        return Err(Problem::usage(format!(
            "--write-baseline: {shown} exists, is no baseline, and is left as it is"
        )));
    }
    let folder = folder(path);
    let baseline = Baseline::of(report, &|path: &str| settings::from(&folder, path));
    files::write_whole(path, &safe::json(baseline.write()))?;
    let (findings, plans) = (baseline.len(), report.plans.len());
    Ok(format!("{findings} findings of {plans} plans are written to {shown}"))
}

/// Is there a baseline at this path?
pub fn is_one(path: &Path) -> bool {
    path.is_file() && fs::read_to_string(path).is_ok_and(|text| Baseline::read(&text).is_ok())
}

/// Holds the findings of a baseline back, and returns notes on what is there no more.
pub fn hold_back(report: &mut Report, path: &Path, options: &CheckOptions) -> Result<Vec<String>, Problem> {
    let shown = files::shown(path);
    let text = fs::read_to_string(path).map_err(|error| {
        let help = "`--write-baseline` makes one";
        Problem::usage(format!("{shown}: the baseline cannot be read: {}; {help}", files::plain(&error)))
    })?;
    let baseline = Baseline::read(&text).map_err(|error| {
        Problem::usage(format!(
            "{shown}:{}:{}: this is no baseline: {}",
            error.line, error.column, error.problem
        ))
    })?;
    let folder = folder(path);
    let known_as = |path: &str| settings::from(&folder, path);
    let stale = report.hold_back(&baseline, &known_as, &|path: &str| options.terms(path));
    let mut lines = notes(&stale, &shown);
    lines.extend(files_gone(&baseline, &folder, &shown));
    Ok(lines)
}

/// A note on plan specs that are there no more: no run can check them, and the one that they became is new.
fn files_gone(baseline: &Baseline, folder: &Path, shown: &str) -> Option<String> {
    let gone: Vec<&str> = baseline.paths().into_iter().filter(|path| !folder.join(path).exists()).collect();
    let first = render::safe::line(gone.first()?).into_owned();
    let (files, are) = match gone.len() - 1 {
        0 => (first, "is"),
        more => (format!("{first} and {more} more"), "are"),
    };
    Some(format!("{shown} has findings of {files}, which {are} gone; write it again with --write-baseline"))
}

fn notes(stale: &[Stale], baseline: &str) -> Vec<String> {
    let count: u32 = stale.iter().map(|stale| stale.count).sum();
    if count == 0 {
        return Vec::new();
    }
    let (findings, are) = if count == 1 { ("finding", "is") } else { ("findings", "are") };
    let mut lines = vec![format!(
        "{count} {findings} of {baseline} {are} there no more; write it again with --write-baseline:"
    )];
    for Stale { key, count } in stale.iter().take(MOST_NAMED) {
        let plan = key.plan.as_ref().map(|plan| format!(" ({plan})")).unwrap_or_default();
        let election = key.election.as_ref().map(|election| format!(" on {election}")).unwrap_or_default();
        let times = if *count == 1 { String::new() } else { format!(", {count} times") };
        lines.push(format!("  {}{plan}: {}{election}{times}", key.path, key.rule));
    }
    if stale.len() > MOST_NAMED {
        lines.push(format!("  and {} more", stale.len() - MOST_NAMED));
    }
    lines.iter().map(|line| render::safe::line(line).into_owned()).collect()
}

/// The folder that the paths in a baseline are relative to: its own.
fn folder(path: &Path) -> PathBuf {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    whole.parent().map_or(whole.clone(), Path::to_path_buf)
}
