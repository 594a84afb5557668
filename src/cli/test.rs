//! `planlint test`.

use std::fs::File;
use std::io;

use planlint::census::mapping::Mapping;
use planlint::census::{self, Census};
use planlint::law::Law;
use planlint::plan::Plan;
use planlint::render::json::Passing;
use planlint::render::{self, Format};
use planlint::testing;
use planlint::testing::terms::Terms;

use super::arguments::TestCommand;
use super::check::today;
use super::exit::{Ending, Exit, Problem};
use super::{files, output};

/// Tests the plan on the participants of a census.
pub fn run(command: &TestCommand) -> Ending {
    let terms = Terms::of(&plan(command)?, Law::current());
    let mapping = command.mapping.as_deref().map_or(Ok(Mapping::default()), super::census::mapping)?;
    let name = files::shown(&command.census);
    let unreadable =
        |error: io::Error| Problem::unreadable(format!("{name}: cannot be read: {}", files::plain(&error)));
    let style = output::style(command.color);
    let test = |census: &_, rows: &_| {
        let results = testing::run(&terms, census, std::slice::from_ref(rows), 0);
        (results.is_settled(), render::testing::render(&results, command.format, &style))
    };
    let (census, results) =
        census::by_plan(|| File::open(&command.census), &mapping, test).map_err(unreadable)?;
    if !census.problems.is_empty() {
        return Ok(refuse(&census, &name));
    }
    let mut exit = Exit::Clean;
    output::print(&render::testing::head(command.format));
    for (is_settled, text) in results {
        exit = exit.max(if is_settled { Exit::Clean } else { Exit::Findings });
        output::print(&text);
    }
    Ok(exit)
}

/// The plan of the spec. One that cannot be read whole is not tested.
fn plan(command: &TestCommand) -> Result<Plan, Problem> {
    let path = files::shown(&command.plan);
    if !command.plan.is_file() {
        return Err(Problem::usage(format!("{path}: no such file")));
    }
    let input = files::read_one(&command.plan, "stdin.plan").map_err(Problem::unreadable)?;
    let plans = planlint::plans(&input, command.year, command.as_of.unwrap_or_else(today));
    let mut plans = plans.map_err(|report| {
        eprint!("{}", render::render(&report, Format::Full, &output::style_of_errors(), Passing::Left));
        Problem::unreadable(format!("{path}: not tested, as not all of it can be read"))
    })?;
    if let Some(name) = &command.name {
        plans.retain(|plan| plan.identity.name.stated().is_some_and(|stated| stated.0 == *name));
    }
    match (plans.len(), plans.pop()) {
        (1, Some(plan)) => Ok(plan),
        (0, _) | (_, None) => Err(Problem::usage(format!("{path}: no plan of this name"))),
        (count, Some(_)) => {
            Err(Problem::usage(format!("{path}: {count} plans; say which with `--plan NAME`")))
        }
    }
}

/// A census with problems is not tested: all of them are shown, never a cell's text.
fn refuse(census: &Census, name: &str) -> Exit {
    eprint!("{}", render::census::text(census, name, &output::style_of_errors()));
    Exit::Unreadable
}
