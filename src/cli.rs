//! The command line: the only place that reads files, the clock, the environment and the terminal.

mod answer;
mod arguments;
mod baseline;
mod census;
mod check;
mod compare;
mod convert;
mod diff;
mod estimate;
mod exit;
mod files;
mod fmt;
mod init;
mod job_summary;
mod man;
mod one_plan;
mod output;
mod reference;
mod report;
mod serve;
mod settings;
mod test;
mod unmet;
mod written_reports;

pub use exit::Exit;

use clap::Parser;

use arguments::{Arguments, Verb};

/// Runs the program and returns how it ends. Arguments come from the process.
pub fn run() -> Exit {
    std::panic::set_hook(Box::new(|panic| {
        eprintln!("planlint: internal error: {panic}");
        eprintln!("planlint: please report it with the input that led to it");
        std::process::exit(Exit::Internal.code());
    }));
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            let exit = if error.use_stderr() { Exit::Usage } else { Exit::Clean };
            // Nothing can be done about a closed pipe here.
            let _ = error.print();
            return exit;
        }
    };
    let result = match arguments.verb {
        Verb::Check(command) => check::run(&command),
        Verb::Test(command) => test::run(&command),
        Verb::Answer(command) => answer::run(&command),
        Verb::Estimate(command) => estimate::run(&command),
        Verb::Diff(command) => diff::run(&command),
        Verb::Report(command) => report::run(&command),
        Verb::Compare(command) => compare::run(&command),
        Verb::Serve(command) => serve::run(&command),
        Verb::Census(command) => census::run(&command),
        Verb::Explain(command) => reference::explain(&command),
        Verb::Rules(command) => reference::rules(&command),
        Verb::Limits(command) => reference::limits(&command),
        Verb::Schema(command) => reference::schema(&command),
        Verb::Init(command) => init::run(&command),
        Verb::Fmt(command) => fmt::run(&command),
        Verb::Convert(command) => convert::run(&command),
        Verb::Man(command) => man::run(&command),
        Verb::Completions(command) => reference::completions(&command),
    };
    ended(result)
}

/// Tells what went wrong, and how the run ends.
fn ended(result: exit::Ending) -> Exit {
    let exit = result.unwrap_or_else(|problem| {
        for line in &problem.lines {
            eprintln!("planlint: {}", planlint::render::safe::line(line));
        }
        problem.exit
    });
    match output::cut() {
        Some(why) => {
            eprintln!("planlint: standard output: cannot be written: {why}");
            exit.max(Exit::Unreadable)
        }
        None => exit,
    }
}
