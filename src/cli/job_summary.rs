//! The summary of a job of GitHub Actions: Markdown in the file that the runner names in the environment.

use std::fs::File;
use std::io::Write;
use std::path::PathBuf;

use planlint::render::github;
use planlint::report::Report;

use super::exit::Problem;
use super::files::{plain, shown};

const FILE: &str = "GITHUB_STEP_SUMMARY";

/// Adds the report to the summary of the step, if there is one. The runner's file may hold what others wrote.
pub fn append(report: &Report) -> Result<(), Problem> {
    let Some(path) = std::env::var_os(FILE).filter(|path| !path.is_empty()).map(PathBuf::from) else {
        return Ok(());
    };
    let summary = github::job_summary(report);
    let written = File::options()
        .append(true)
        .create(true)
        .open(&path)
        .and_then(|mut file| file.write_all(format!("{summary}\n").as_bytes()));
    written.map_err(|error| {
        Problem::unreadable(format!("{FILE}: {}: cannot be written: {}", shown(&path), plain(&error)))
    })
}
