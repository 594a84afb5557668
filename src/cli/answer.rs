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
use planlint::render::json::Passing;
use planlint::render::language::{Language, facts as wording};
use planlint::render::{self, Format};

use super::arguments::AnswerCommand;
use super::check::today;
use super::exit::{Ending, Exit, Problem};
use super::{files, output};

/// Answers for one person under one plan.
pub fn run(command: &AnswerCommand) -> Ending {
    let plan = plan(command)?;
    let facts = facts(command, &plan)?;
    let answer = planlint::answer_for(&plan, &facts, command.as_of.unwrap_or_else(today));
    let guidance = guidance(&plan, Law::current(), &facts, &answer);
    let style = output::style(command.color);
    let format = command.format.unwrap_or_else(usual_format);
    let answered = Answered { answer: &answer, guidance: &guidance, language: command.lang };
    output::print(&render::answer::render(&answered, format, &style));
    Ok(match answer.verdict {
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

/// The plan of the spec. One that cannot be read whole is not answered for.
fn plan(command: &AnswerCommand) -> Result<Plan, Problem> {
    let path = files::shown(&command.plan);
    if command.plan.is_dir() {
        return Err(Problem::usage(format!("{path}: a folder; name one plan spec in it")));
    }
    if !command.plan.is_file() && command.plan != Path::new("-") {
        return Err(Problem::usage(format!("{path}: no such file")));
    }
    let input = files::read_one(&command.plan, "stdin.plan").map_err(Problem::unreadable)?;
    let plans = planlint::plans(&input, command.year, command.as_of.unwrap_or_else(today));
    let mut plans = plans.map_err(|report| {
        eprint!("{}", render::render(&report, Format::Full, &output::style_of_errors(), Passing::Left));
        Problem::unreadable(format!("{path}: no answer, as not all of it can be read"))
    })?;
    let names: Vec<String> = plans.iter().filter_map(name_of).collect();
    if let Some(name) = &command.name {
        plans.retain(|plan| plan.identity.name.stated().is_some_and(|stated| stated.0 == *name));
    }
    match (plans.len(), plans.pop()) {
        (1, Some(plan)) => Ok(plan),
        (0, _) | (_, None) => {
            Err(Problem::usage(format!("{path}: no plan of this name; there is {}", names.join(", "))))
        }
        (count, Some(_)) => {
            let names = names.join(", ");
            Err(Problem::usage(format!("{path}: {count} plans; say which with `--plan NAME`: {names}")))
        }
    }
}

/// As it can be given to `--plan`.
fn name_of(plan: &Plan) -> Option<String> {
    plan.identity.name.stated().map(|name| format!("\"{}\"", render::safe::line(&name.0)))
}
