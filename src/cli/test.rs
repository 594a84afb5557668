//! `planlint test`.

mod batch;
mod held;
mod progress;
mod workers;

use std::io;
use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::thread;

use planlint::census::Census;
use planlint::census::employer::Employer;
use planlint::census::header::Understanding;
use planlint::law::Law;
use planlint::plan::Plan;
use planlint::render::testing::Format as TestFormat;
use planlint::render::{self, Style};
use planlint::testing::results::TestResults;
use planlint::testing::terms::Terms;
use planlint::testing::{self, Detail};

use super::arguments::TestCommand;
use super::census::file::CensusFile;
use super::exit::{Ending, Exit, Problem};
use super::{files, output};
use held::{Held, Written};
use progress::{Audience, Progress};

/// Tests a plan, or many, on the participants of a census.
pub fn run(command: &TestCommand) -> Ending {
    match (command.all, command.plans.as_slice()) {
        (true, _) => batch::run(command),
        (false, [path]) => one(command, path),
        (false, _) => Err(Problem::usage("several plan specs are tested with `--all`, each on its own plan")),
    }
}

/// Tests the plan of one spec on all plans of a census.
fn one(command: &TestCommand, path: &Path) -> Ending {
    let terms = Terms::of(&command.one_plan(path)?, Law::current());
    let mapping = super::census::mapping(command.mapping.as_deref())?;
    let file = CensusFile::of(&command.census)?;
    let style = output::style(command.color);
    let detail = if command.participants { Detail::Participants } else { Detail::Corrections };
    let held = Mutex::new(Held::default());
    let test = |census: &Understanding, employer: &Employer| {
        for (place, number) in employer.numbers().iter().enumerate() {
            let results = testing::run_in(&terms, census, employer.plans(), place, detail);
            let written = write(&results, *number, employer, command.format, &style);
            held.lock().unwrap_or_else(PoisonError::into_inner).keep(written);
        }
    };
    let mut progress = progress(command);
    let census = workers::run(&file, &mapping, threads(command), &mut progress, &test)
        .map_err(|error| file.unreadable(&error))?;
    if !census.problems.is_empty() {
        return Ok(refuse(&census, &file.name));
    }
    drop(progress);
    let held = held.into_inner().unwrap_or_else(PoisonError::into_inner);
    output::print_with(|out| held.print(out)).map_err(|error| cannot_keep(&error))
}

fn progress(command: &TestCommand) -> Progress {
    Progress::of(if command.quiet { Audience::Nobody } else { Audience::Terminal })
}

impl TestCommand {
    fn one_plan(&self, path: &Path) -> Result<Plan, Problem> {
        super::one_plan::of(path, self.year, self.as_of, self.name.as_deref())
    }
}

fn threads(command: &TestCommand) -> usize {
    let available = thread::available_parallelism().map_or(1, usize::from);
    command.jobs.map_or(available.min(workers::MOST_BY_DEFAULT), usize::from)
}

/// The result of a plan as it is printed: of JSON, a pretty object where it is the only one, else a line.
fn write(
    results: &TestResults,
    number: usize,
    employer: &Employer,
    format: TestFormat,
    style: &Style,
) -> Written {
    let render = |format| render::testing::render(results, format, style);
    let (text, alone) = match format {
        TestFormat::Json if number == 0 => (render(TestFormat::Jsonl), Some(render(TestFormat::Json))),
        TestFormat::Json | TestFormat::Jsonl => (render(TestFormat::Jsonl), None),
        TestFormat::Full | TestFormat::Markdown | TestFormat::Csv => (render(format), None),
    };
    let exit = if results.is_settled() { Exit::Clean } else { Exit::Findings };
    Written { number, reading: employer.reading(), exit, text, alone }
}

/// Results that memory does not hold go to the temporary folder.
fn cannot_keep(error: &io::Error) -> Problem {
    let line = format!("results cannot be kept in the temporary folder: {}", files::plain(error));
    Problem { lines: vec![line], exit: Exit::Internal }
}

/// A census with problems is not tested: all of them are shown, never a cell's text.
pub(super) fn refuse(census: &Census, name: &str) -> Exit {
    eprint!("{}", render::census::text(census, name, &output::style_of_errors()));
    Exit::Unreadable
}
