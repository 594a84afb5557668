//! `planlint estimate --fix`.

use planlint::Input;
use planlint::census::by_employer;
use planlint::estimate::population::Population;
use planlint::estimate::projection::projected;
use planlint::estimate::workforce::{self, Unsaid};
use planlint::law::Law;
use planlint::proposals::{Case, Nothing, Proposals, Wishes, search};
use planlint::render::proposals::{Found, census, render};
use planlint::testing::terms::Terms;
use planlint::testing::unanswered::Unanswered;

use crate::cli::arguments::EstimateCommand;
use crate::cli::census::file::CensusFile;
use crate::cli::check::today;
use crate::cli::exit::{Ending, Exit, Problem};
use crate::cli::one_plan::{self, OnePlan};
use crate::cli::test::refuse;
use crate::cli::{files, output};

/// Looks for what would make the tests pass, and writes one proposal's spec where that is asked for.
pub fn run(command: &EstimateCommand) -> Ending {
    let one = one_plan::in_text(&command.plan, command.year, command.as_of, command.name.as_deref())?;
    let law = Law::current();
    let terms = Terms::of(&one.plan, law);
    let look = |population: Result<Population, Unanswered>| -> Found {
        search(&case(command, &one, law, population.map_err(Nothing::from)?))
    };
    let found = match &command.census {
        None => vec![look(workforce::population(&one.plan, &terms, Unsaid::Nothing))],
        Some(path) => {
            let mapping = crate::cli::census::mapping(command.mapping.as_deref())?;
            let file = CensusFile::of(path)?;
            let mut found: Vec<(usize, Found)> = Vec::new();
            let census = by_employer(
                || file.open(),
                &mapping,
                |understanding, employer| {
                    for (place, number) in employer.numbers().iter().enumerate() {
                        let people =
                            Population::census(understanding.clone(), employer.plans().to_vec(), place);
                        let people =
                            projected(&one.plan, &terms, people, super::reading(command), command.pay_growth);
                        found.retain(|(known, _)| known != number);
                        found.push((*number, look(people)));
                    }
                },
            );
            let census = census.map_err(|error| file.unreadable(&error))?;
            if !census.problems.is_empty() {
                return Ok(refuse(&census, &file.name));
            }
            found.sort_by_key(|(number, _)| *number);
            found.into_iter().map(|(_, found)| found).collect()
        }
    };
    output::print(&render(&found, command.format, &output::style(command.color)));
    write(command, &found)?;
    let is_fixed = |found: &Found| found.as_ref().is_ok_and(|found| found.now.passes(&found.now));
    Ok(if found.iter().all(is_fixed) { Exit::Clean } else { Exit::Findings })
}

fn case<'a>(command: &EstimateCommand, one: &'a OnePlan, law: &'a Law, population: Population) -> Case<'a> {
    let input: &Input = &one.input;
    Case {
        input,
        place: one.place,
        year: command.year,
        as_of: command.as_of.unwrap_or_else(today),
        law,
        population,
        seed: command.seed,
        wishes: Wishes {
            auto_enrollment_participation: command.fix.auto_enrollment_participation,
            nhce_after_tax: command.fix.nhce_after_tax,
        },
    }
}

/// The spec and the census of the picked proposal, to files that must not exist.
fn write(command: &EstimateCommand, found: &[Found]) -> Result<(), Problem> {
    let Some(number) = command.fix.pick else { return Ok(()) };
    let [Ok(found)] = found else {
        return Err(Problem::usage("`--pick` takes a proposal for one plan, and there is none"));
    };
    let picked = number.checked_sub(1).and_then(|index| found.passing.get(index));
    let Some(picked) = picked else { return Err(no_such(found)) };
    if let Some(path) = &command.fix.write {
        files::write_new(path, &String::from_utf8_lossy(&picked.state.input.bytes))?;
    }
    match &command.fix.write_census {
        Some(path) => files::write_new(path, &String::from_utf8_lossy(&census(picked))),
        None => Ok(()),
    }
}

fn no_such(found: &Proposals) -> Problem {
    match found.passing.len() {
        0 => Problem::usage("there is no proposal to write"),
        count => Problem::usage(format!("`--pick` takes a number from 1 to {count}")),
    }
}
