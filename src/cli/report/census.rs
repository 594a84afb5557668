//! The census of a report: how the tests of its plans come out, each by its own spec, and what is not tested.

mod plans;

use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use planlint::census::Census;
use planlint::census::employer::{Employer, Reading};
use planlint::census::header::Understanding;
use planlint::diff::revisions::Revision;
use planlint::law::Law;
use planlint::plan::Plan;
use planlint::render;
use planlint::render::safe;
use planlint::render::site::CensusMatter;
use planlint::report::{CheckOptions, Report};
use planlint::source::Input;
use planlint::testing;
use planlint::testing::batch::employer::obstacle;
use planlint::testing::results::TestResults;
use planlint::testing::terms::Terms;

use crate::cli::census::file::CensusFile;
use crate::cli::exit::Problem;
use crate::cli::output;
use plans::Plans;

/// What a census comes to.
#[derive(Debug, Default)]
pub struct Tested {
    /// For each plan of the report, the results of the plans of the census that are this one.
    pub tests: Vec<Vec<TestResults>>,
    pub matter: CensusMatter,
}

/// What became of a plan of the census.
#[derive(Debug)]
struct Outcome {
    reading: Reading,
    /// By the places of plans in the report.
    results: Vec<(usize, TestResults)>,
    /// Why it was not tested, a line each.
    told: Vec<String>,
}

/// By the numbers of plans in the census.
type Outcomes = BTreeMap<usize, Outcome>;

/// Tests the plans of a report on a census. A census with a problem is not tested.
pub fn tested(
    path: &Path,
    mapping: Option<&Path>,
    (inputs, report, revisions): (&[Input], &Report, &[Revision]),
    options: &CheckOptions,
) -> Result<Tested, Problem> {
    let mapping = crate::cli::census::mapping(mapping)?;
    let file = CensusFile::of(path)?;
    let plans = Plans::of(report, revisions);
    let terms = terms(inputs, report, options);
    let outcomes = Mutex::new(Outcomes::new());
    let test = |census: &Understanding, employer: &Employer| {
        for (number, outcome) in employer.numbers().iter().zip(of_employer(&plans, &terms, census, employer))
        {
            let mut outcomes = outcomes.lock().unwrap_or_else(PoisonError::into_inner);
            match outcomes.get(number) {
                Some(known) if known.reading > outcome.reading => {}
                Some(_) | None => drop(outcomes.insert(*number, outcome)),
            }
        }
    };
    let census =
        planlint::census::by_employer(|| file.open(), &mapping, |census, employer| test(census, employer))
            .map_err(|error| file.unreadable(&error))?;
    refuse(&census, &file.name)?;
    let outcomes = outcomes.into_inner().unwrap_or_else(PoisonError::into_inner);
    Ok(gathered(outcomes, report.plans.len(), &file.name))
}

/// Tests every plan of an employer by its own spec.
fn of_employer(
    plans: &Plans,
    terms: &[Option<Terms>],
    census: &Understanding,
    employer: &Employer,
) -> Vec<Outcome> {
    let matched: Vec<_> =
        employer.plans().iter().map(|rows| plans.matching(rows.plan_id().as_deref())).collect();
    let terms_of = |place: usize| terms.get(*matched[place].as_ref().ok()?.first()?)?.as_ref();
    let called = |place: usize| {
        let id = employer.plans()[place].plan_id();
        id.map_or_else(|| "without an id".to_owned(), |id| safe::line(&id).into_owned())
    };
    let not_tested = |place: usize, why: &str| format!("plan {} is not tested: {why}", called(place));
    let outcome = |place: usize| {
        let mut outcome = Outcome { reading: employer.reading(), results: Vec::new(), told: Vec::new() };
        match (&matched[place], terms_of(place)) {
            (Err(why), _) => outcome.told.push(why.clone()),
            (Ok(_), None) => outcome.told.push(not_tested(place, "not all of its spec can be read")),
            (Ok(same), Some(own)) => {
                let others = (0..matched.len()).filter(|other| *other != place);
                let obstacles = others.filter_map(|other| obstacle(own, terms_of(other), &called(other)));
                outcome.told = obstacles.map(|why| not_tested(place, &why)).collect();
                if outcome.told.is_empty() {
                    let results = testing::run(own, census, employer.plans(), place);
                    outcome.results = same.iter().map(|plan| (*plan, results.clone())).collect();
                }
            }
        }
        outcome
    };
    (0..matched.len()).map(outcome).collect()
}

fn refuse(census: &Census, name: &str) -> Result<(), Problem> {
    if census.problems.is_empty() {
        return Ok(());
    }
    eprint!("{}", render::census::text(census, name, &output::style_of_errors()));
    Err(Problem::unreadable(format!("{name}: no report is written, as not all of the census can be read")))
}

fn gathered(outcomes: Outcomes, plans: usize, name: &str) -> Tested {
    let mut tested = Tested {
        tests: (0..plans).map(|_| Vec::new()).collect(),
        matter: CensusMatter { name: name.to_owned(), left_over: Vec::new() },
    };
    for outcome in outcomes.into_values() {
        tested.matter.left_over.extend(outcome.told);
        for (plan, result) in outcome.results {
            tested.tests[plan].push(result);
        }
    }
    let untested = tested.tests.iter().filter(|tests| tests.is_empty()).count();
    if untested > 0 {
        let (plans, have) = if untested == 1 { ("plan", "has") } else { ("plans", "have") };
        let line = format!("{untested} {plans} of this report {have} no test results from {name}");
        tested.matter.left_over.push(line);
    }
    tested
}

/// The terms of each plan of the report; none of one that cannot be read whole.
fn terms(inputs: &[Input], report: &Report, options: &CheckOptions) -> Vec<Option<Terms>> {
    let mut read: HashMap<u32, std::vec::IntoIter<Plan>> = HashMap::new();
    let mut next = |file: u32| {
        let plans = read.entry(file).or_insert_with(|| {
            let input = inputs.get(file as usize);
            let plans = input.and_then(|input| planlint::plans(input, options.year, options.as_of).ok());
            plans.unwrap_or_default().into_iter()
        });
        plans.next()
    };
    let of = |plan: &Plan| Terms::of(plan, Law::current());
    report.plans.iter().map(|plan| next(plan.file.0).as_ref().map(of)).collect()
}
