//! `planlint test --all`: many plans, each by its own spec, on one census or a folder of them.

mod censuses;
mod fingerprint;
mod journal;
mod names;
mod outputs;
mod specs;
mod tests_of;
mod together;

use std::sync::{Mutex, PoisonError};

use planlint::census::employer::Employer;
use planlint::census::header::Understanding;
use planlint::render::testing::batch;
use planlint::testing::Detail;
use planlint::testing::batch::line::{Line, Outcome};

use super::{progress, refuse, threads, workers};
use crate::cli::arguments::TestCommand;
use crate::cli::census::file::CensusFile;
use crate::cli::exit::{Ending, Exit, Problem};
use crate::cli::{census, files, output};
use censuses::CensusPath;
use journal::Journal;
use specs::Specs;
use tests_of::Tester;
use together::Together;

/// Tests all plans and tells them in one table.
pub fn run(command: &TestCommand) -> Ending {
    let specs = Specs::read(files::find(&command.plans)?, command);
    let paths = censuses::find(&command.census, command.out.as_deref())?;
    let mapping = census::mapping(command.mapping.as_deref())?;
    let journal = match &command.out {
        Some(out) => {
            let inputs = specs.paths.iter().chain(paths.iter().map(|census| &census.path));
            Some(Journal::open(out, inputs.chain(&command.mapping))?)
        }
        None => None,
    };
    let detail = if command.participants { Detail::Participants } else { Detail::Corrections };
    let tester = Tester { specs: &specs, journal: journal.as_ref(), detail };
    let together = Mutex::new(Together::default());
    let mut progress = progress(command);
    for (number, path) in paths.iter().enumerate() {
        let test = |census: &Understanding, employer: &Employer| {
            let entries = tester.employer(census, employer, number, path);
            together.lock().unwrap_or_else(PoisonError::into_inner).keep(entries);
        };
        let file = match CensusFile::of(&path.path) {
            Ok(file) => file,
            Err(problem) => {
                unread(&together, path, number, &problem);
                continue;
            }
        };
        match workers::run(&file, &mapping, threads(command), &mut progress, &test) {
            Ok(census) if census.problems.is_empty() => {}
            Ok(census) => {
                refuse(&census, &file.name);
                lost(
                    &together,
                    path,
                    number,
                    "the census has problems and is not tested; `planlint census` shows them",
                );
            }
            Err(error) => unread(&together, path, number, &file.unreadable(&error)),
        }
    }
    drop(progress);
    let together = together.into_inner().unwrap_or_else(PoisonError::into_inner);
    let told = together.finish(&specs, &paths);
    if let (Some(journal), Some(out)) = (journal, &command.out) {
        tell_reuse(command, &journal);
        outputs::write(out, &journal, &told)?;
        journal.close()?;
    }
    let lines: Vec<Line> = told.into_iter().map(|told| told.line).collect();
    output::print(&batch::render(&lines, command.format, &output::style(command.color)));
    Ok(exit(&lines))
}

/// A census that cannot be read: the others are tested all the same.
fn unread(together: &Mutex<Together>, path: &CensusPath, number: usize, problem: &Problem) {
    for line in &problem.lines {
        eprintln!("planlint: {}", planlint::render::safe::line(line));
    }
    lost(together, path, number, "the census cannot be read");
}

fn lost(together: &Mutex<Together>, path: &CensusPath, number: usize, reason: &str) {
    together.lock().unwrap_or_else(PoisonError::into_inner).lose(number, path, reason);
}

fn tell_reuse(command: &TestCommand, journal: &Journal) {
    let found = journal.reused();
    if found > 0 && !command.quiet {
        let plans = if found == 1 { "1 plan was".to_owned() } else { format!("{found} plans were") };
        eprintln!("planlint: {plans} tested by an earlier run that was broken off");
    }
}

fn exit(lines: &[Line]) -> Exit {
    let of = |line: &Line| match line.outcome {
        Outcome::Pass => Exit::Clean,
        Outcome::Fail | Outcome::Unknown | Outcome::Unmatched => Exit::Findings,
        Outcome::Unread => Exit::Unreadable,
    };
    lines.iter().map(of).max().unwrap_or(Exit::Clean)
}
