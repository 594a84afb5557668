//! `planlint estimate`.

mod fix;

use planlint::census;
use planlint::census::employer::Employer;
use planlint::census::header::Understanding;
use planlint::estimate::grid::usual;
use planlint::estimate::lever::{Axis, Settings};
use planlint::estimate::population::{Population, Source};
use planlint::estimate::projection::{Reading, projected};
use planlint::estimate::{self, Depth, Estimate, Request};
use planlint::law::Law;
use planlint::money::exact::Hundredths;
use planlint::plan::Plan;
use planlint::render::estimate::render;
use planlint::testing::terms::Terms;

use super::arguments::EstimateCommand;
use super::census::file::CensusFile;
use super::exit::{Ending, Exit, Problem};
use super::test::refuse;
use super::{one_plan, output};

/// Estimates the plan on its `workforce`, or on a census.
pub fn run(command: &EstimateCommand) -> Ending {
    if command.pay_growth != Hundredths::ZERO && command.through.is_none() && !command.as_if {
        return Err(Problem::usage(
            "`--pay-growth` grows the pay of another year: it takes `--as-if` or `--through`",
        ));
    }
    if command.fix.fix {
        return fix::run(command);
    }
    let plan = one_plan::of(&command.plan, command.year, command.as_of, command.name.as_deref())?;
    let law = Law::current();
    let terms = Terms::of(&plan, law);
    let request = request(command, &terms);
    let estimates = match &command.census {
        None => vec![estimate::of_workforce(&plan, law, &request)],
        Some(path) => {
            let mapping = super::census::mapping(command.mapping.as_deref())?;
            let file = CensusFile::of(path)?;
            let mut found = Vec::new();
            let census = census::by_employer(
                || file.open(),
                &mapping,
                |understanding, employer| {
                    let one = One { command, plan: &plan, law, terms: &terms, request: &request };
                    one.employer(understanding, employer, &mut found);
                },
            );
            let census = census.map_err(|error| file.unreadable(&error))?;
            if !census.problems.is_empty() {
                return Ok(refuse(&census, &file.name));
            }
            found.into_iter().flatten().collect()
        }
    };
    let style = output::style(command.color);
    output::print(&render(&estimates, command.format, &style));
    let is_settled = estimates.iter().all(Estimate::is_settled);
    Ok(if is_settled { Exit::Clean } else { Exit::Findings })
}

/// One run over the employers of a census.
struct One<'r> {
    command: &'r EstimateCommand,
    plan: &'r Plan,
    law: &'r Law,
    terms: &'r Terms,
    request: &'r Request,
}

impl One<'_> {
    fn employer(&self, census: &Understanding, employer: &Employer, found: &mut Vec<Option<Estimate>>) {
        for (place, number) in employer.numbers().iter().enumerate() {
            let known = found.len().max(number + 1);
            found.resize(known, None);
            found[*number] = Some(self.estimate(census, employer, place));
        }
    }

    fn estimate(&self, census: &Understanding, employer: &Employer, place: usize) -> Estimate {
        let Self { command, plan, law, terms, request } = self;
        let population = || Population::census(census.clone(), employer.plans().to_vec(), place);
        let mut estimate = match projected(plan, terms, population(), reading(command), command.pay_growth) {
            Ok(people) => estimate::of_population(plan, law, people, request),
            Err(missing) => estimate::unknown(plan, terms, Source::Census, &missing),
        };
        if command.through.is_some() {
            let as_it_stands = Request { x: None, y: None, spread: None, ..(*request).clone() };
            let people = projected(plan, terms, population(), Reading::Today, Hundredths::ZERO).ok();
            let today = people.map(|people| estimate::of_population(plan, law, people, &as_it_stands));
            estimate.today = today.and_then(|today| Some(today.exposure.ok()?.cell));
        }
        estimate
    }
}

/// What the census is of.
fn reading(command: &EstimateCommand) -> Reading {
    match command.through {
        Some(day) => Reading::Through(day),
        None if command.as_if => Reading::AsIf,
        None => Reading::Today,
    }
}

fn request(command: &EstimateCommand, terms: &Terms) -> Request {
    let set = |settings: Settings, axis: &Axis| settings.with(axis.lever, axis.values[0]);
    let (x, y) = match &command.x {
        Some(x) => (Some(x.clone()), command.y.clone()),
        None => usual(terms),
    };
    Request {
        depth: Depth::Whole,
        base: command.set.iter().fold(Settings::default(), set),
        x,
        y,
        seed: command.seed,
        spread: command.spread,
        runs: command.runs,
    }
}
