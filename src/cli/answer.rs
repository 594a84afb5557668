//! `planlint answer`.

mod ask;

use std::io::{self, IsTerminal};
use std::path::Path;

use planlint::answer::facts::{FactProblem, Facts, file};
use planlint::answer::guidance::guidance;
use planlint::answer::verdict::Verdict;
use planlint::law::Law;
use planlint::plan::Plan;
use planlint::render::answer::{self, Answered};
use planlint::render::language::{Language, facts as wording};

use super::arguments::AnswerCommand;
use super::check::today;
use super::exit::{Ending, Exit, Problem};
use super::{files, one_plan, output};

/// Answers for one person under one plan.
pub fn run(command: &AnswerCommand) -> Ending {
    let plan = one_plan::of(&command.plan, command.year, command.as_of, command.name.as_deref())?;
    let facts = facts(command, &plan)?;
    let found = planlint::answer_for(&plan, &facts, command.as_of.unwrap_or_else(today));
    let guidance = guidance(&plan, Law::current(), &facts, &found);
    let style = output::style(command.color);
    let format = command.format.unwrap_or_else(usual_format);
    let answered = Answered { answer: &found, guidance: &guidance, language: command.lang };
    output::print(&answer::render(&answered, format, &style));
    Ok(match found.verdict {
        Verdict::Yes => Exit::Clean,
        Verdict::No | Verdict::Unknown => Exit::Findings,
    })
}

/// From flags and the file, or by asking where a person sits at a terminal and neither is given.
fn facts(command: &AnswerCommand, plan: &Plan) -> Result<Facts, Problem> {
    let language = command.lang;
    let flags = command.flags.read().map_err(|problems| refused(language, &problems))?;
    let of_file = command.facts.as_deref().map(|path| of_file(path, language)).transpose()?;
    if of_file.is_none() && command.flags.is_empty() && someone_is_there(&command.plan) {
        return Ok(ask::ask(plan, Law::current(), language));
    }
    let facts = of_file.unwrap_or_default().or(flags);
    let conflicts = facts.conflicts();
    if conflicts.is_empty() { Ok(facts) } else { Err(refused(language, &conflicts)) }
}

/// A screen has no room for all of it; a file has.
fn usual_format() -> answer::Format {
    if io::stdout().is_terminal() { answer::Format::Brief } else { answer::Format::Full }
}

/// Questions are asked on stderr, so that an answer can be sent to a file.
fn someone_is_there(plan: &Path) -> bool {
    plan != Path::new("-") && io::stdin().is_terminal() && io::stderr().is_terminal()
}

fn of_file(path: &Path, language: Language) -> Result<Facts, Problem> {
    let shown = files::shown(path);
    if !path.is_file() && path != Path::new("-") {
        return Err(Problem::usage(format!("{shown}: no such file")));
    }
    let input = files::read_one(path, "facts.yaml").map_err(Problem::unreadable)?;
    file::read(&input.path, &input.bytes).map_err(|problems| {
        let line = |placed: &file::Placed| {
            let words = wording::problem(language, &placed.problem);
            match placed.position {
                Some(place) => format!("{shown}:{}:{}: {words}", place.line, place.column),
                None => format!("{shown}: {words}"),
            }
        };
        Problem { lines: problems.iter().map(line).collect(), exit: Exit::Unreadable }
    })
}

fn refused(language: Language, problems: &[FactProblem]) -> Problem {
    let lines = problems.iter().map(|problem| wording::problem(language, problem)).collect();
    Problem { lines, exit: Exit::Usage }
}
