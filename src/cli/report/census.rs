//! The census of a report: which of its plans is which of the report, and how their tests come out.

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
use planlint::render::site::CensusMatter;
use planlint::report::{CheckOptions, Report};
use planlint::source::Input;
use planlint::testing;
use planlint::testing::results::TestResults;
use planlint::testing::terms::Terms;

use crate::cli::census::file::CensusFile;
use crate::cli::exit::Problem;
use crate::cli::output;

/// What a census comes to.
#[derive(Debug, Default)]
pub struct Tested {
    /// For each plan of the report, the results of the plans of the census that are this one.
    pub tests: Vec<Vec<TestResults>>,
    pub matter: CensusMatter,
}

/// What became of a plan of the census, by its number.
type Outcomes = BTreeMap<usize, (Reading, Vec<(usize, TestResults)>, Option<String>)>;

/// Tests the plans of a report on a census. A census with a problem is not tested.
pub fn tested(
    path: &Path,
    mapping: Option<&Path>,
    (inputs, report, revisions): (&[Input], &Report, &[Revision]),
    options: &CheckOptions,
) -> Result<Tested, Problem> {
    let mapping = crate::cli::census::mapping(mapping)?;
    let file = CensusFile::of(path)?;
    let names = Names::of(report, revisions);
    let terms = terms(inputs, report, options);
    let outcomes = Mutex::new(Outcomes::new());
    let test = |census: &Understanding, employer: &Employer| {
        for (place, number) in employer.numbers().iter().enumerate() {
            let id = employer.plans()[place].plan_id();
            let matched = names.matching(id.as_deref());
            let told = matched.as_ref().err().cloned();
            let results = matched.unwrap_or_default().into_iter().filter_map(|plan| {
                let terms = terms.get(plan)?.as_ref()?;
                Some((plan, testing::run(terms, census, employer.plans(), place)))
            });
            let outcome = (employer.reading(), results.collect(), told);
            let mut outcomes = outcomes.lock().unwrap_or_else(PoisonError::into_inner);
            match outcomes.get(number) {
                Some((reading, ..)) if *reading > outcome.0 => {}
                Some(_) | None => drop(outcomes.insert(*number, outcome)),
            }
        }
    };
    let census =
        planlint::census::by_employer(|| file.open(), &mapping, |census, employer| test(census, employer))
            .map_err(|error| file.unreadable(&error))?;
    refuse(&census, &file.name)?;
    let outcomes = outcomes.into_inner().unwrap_or_else(PoisonError::into_inner);
    Ok(gathered(outcomes, report.plans.len(), &file.name, terms.as_slice()))
}

fn refuse(census: &Census, name: &str) -> Result<(), Problem> {
    if census.problems.is_empty() {
        return Ok(());
    }
    eprint!("{}", render::census::text(census, name, &output::style_of_errors()));
    Err(Problem::unreadable(format!("{name}: no report is written, as not all of the census can be read")))
}

fn gathered(outcomes: Outcomes, plans: usize, name: &str, terms: &[Option<Terms>]) -> Tested {
    let mut tested = Tested {
        tests: (0..plans).map(|_| Vec::new()).collect(),
        matter: CensusMatter { name: name.to_owned(), left_over: Vec::new() },
    };
    for (_, (_, results, told)) in outcomes {
        tested.matter.left_over.extend(told);
        for (plan, result) in results {
            tested.tests[plan].push(result);
        }
    }
    let untested = tested.tests.iter().zip(terms).filter(|(tests, _)| tests.is_empty()).count();
    if untested > 0 {
        let (plans, have) = if untested == 1 { ("plan", "has") } else { ("plans", "have") };
        let line = format!("{untested} {plans} of this report {have} no participants in {name}");
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

/// The names by which a census may know a plan.
struct Names {
    /// The file, without its ends.
    stems: HashMap<String, Vec<usize>>,
    plans: HashMap<String, Vec<usize>>,
    /// Those that state the same as a plan.
    twins: Vec<Vec<usize>>,
}

impl Names {
    fn of(report: &Report, revisions: &[Revision]) -> Self {
        let mut names = Self {
            stems: HashMap::new(),
            plans: HashMap::new(),
            twins: revisions.iter().map(|revision| revision.twins.clone()).collect(),
        };
        for (place, plan) in report.plans.iter().enumerate() {
            names.plans.entry(plan.name.clone()).or_default().push(place);
            let path = report.file(plan.file).map_or("", |file| file.path());
            names.stems.entry(stem(path).to_owned()).or_default().push(place);
        }
        names
    }

    /// The plans that a plan of the census is, or why it cannot be told.
    fn matching(&self, id: Option<&str>) -> Result<Vec<usize>, String> {
        let Some(id) = id else {
            return self.only().ok_or_else(|| {
                "the census has no column `plan_id`, and the report has several plans".to_owned()
            });
        };
        let found = self.stems.get(id).or_else(|| self.plans.get(id));
        match found.and_then(|places| self.one(places)) {
            Some(plan) => Ok(plan),
            None if found.is_some() => Err(format!(
                "plan {} of the census may be several of these plans; name it by the file of one",
                render::safe::line(id)
            )),
            None => Err(format!("plan {} of the census is none of these plans", render::safe::line(id))),
        }
    }

    /// The plan, if there is only one.
    fn only(&self) -> Option<Vec<usize>> {
        self.one(&(0..self.twins.len()).collect::<Vec<_>>())
    }

    /// Plans that are all the same one.
    fn one(&self, places: &[usize]) -> Option<Vec<usize>> {
        let (first, others) = places.split_first()?;
        others.iter().all(|other| self.twins[*first].contains(other)).then(|| places.to_vec())
    }
}

/// `acme` of `plans/acme.plan.yaml`.
fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    let ends = [".plan.yaml", ".plan.yml", ".plan"];
    ends.iter().find_map(|end| name.strip_suffix(end)).unwrap_or(name)
}
