//! The tests of an employer's plans, each by its own spec; results that an earlier run left are taken over.

use planlint::census::column::Column;
use planlint::census::employer::{Employer, Reading};
use planlint::census::header::Understanding;
use planlint::render::Style;
use planlint::render::testing::{self as written, Format, batch};
use planlint::testing::batch::employer::obstacle;
use planlint::testing::batch::line::{Line, Outcome};
use planlint::testing::batch::matching::Found;
use planlint::testing::terms::Terms;
use planlint::testing::{self, Detail};

use super::censuses::CensusPath;
use super::fingerprint;
use super::journal::{Journal, Kept};
use super::specs::Specs;

/// What every employer is tested with.
#[derive(Debug)]
pub struct Tester<'a> {
    pub specs: &'a Specs,
    pub journal: Option<&'a Journal>,
    pub detail: Detail,
}

/// What came of one plan of a census.
#[derive(Debug)]
pub struct Entry {
    /// The number of the census file, and of the plan in it.
    pub census: usize,
    pub number: usize,
    pub reading: Reading,
    /// The employer whose plans are tested together.
    pub group: Option<String>,
    pub spec: Option<usize>,
    pub line: Line,
    /// Under which the journal has the whole result.
    pub key: Option<u64>,
}

impl Tester<'_> {
    /// Tests all plans of an employer.
    pub fn employer(
        &self,
        census: &Understanding,
        employer: &Employer,
        number: usize,
        path: &CensusPath,
    ) -> Vec<Entry> {
        let ids: Vec<Option<String>> =
            employer.plans().iter().map(|plan| id(plan.plan_id(), census, path)).collect();
        let rows = self.journal.map_or(0, |_| fingerprint::of_employer(census, employer));
        let entry = |(place, plan): (usize, &usize)| {
            let (spec, line, key) = match self.spec(ids[place].as_deref()) {
                Ok(spec) if self.specs.list[spec].terms.is_none() => {
                    let reason = "its plan spec cannot be read".to_owned();
                    (Some(spec), self.specs.list[spec].line(Outcome::Unread, reason), None)
                }
                Ok(spec) => {
                    let (line, key) = self.plan(census, employer, place, spec, &ids, rows);
                    (Some(spec), line, key)
                }
                Err(mut reason) => {
                    if !census.has(Column::PlanId) {
                        reason.push_str("; it is the census file's name, as there is no column `plan_id`");
                    }
                    let outcome = Outcome::Unmatched;
                    (None, Line { outcome, reasons: vec![reason], ..Line::default() }, None)
                }
            };
            let line = Line { plan_id: ids[place].clone(), census: Some(path.shown.clone()), ..line };
            let group = employer.plans()[place].employer_group().map(|group| group.into_owned());
            Entry { census: number, number: *plan, reading: employer.reading(), group, spec, line, key }
        };
        employer.numbers().iter().enumerate().map(entry).collect()
    }

    /// The spec of a plan, or why there is none.
    fn spec(&self, id: Option<&str>) -> Result<usize, String> {
        let Some(id) = id else {
            return Err("the rows have no `plan_id`, and others of this census have one".to_owned());
        };
        match self.specs.register.find(id) {
            Found::One(spec) => Ok(spec),
            Found::Several(several) => {
                let paths: Vec<&str> =
                    several.iter().map(|spec| self.specs.list[*spec].path.as_str()).collect();
                Err(format!("several plan specs go by this name: {}; give each an `id`", paths.join(", ")))
            }
            Found::None => Err(match self.specs.register.near(id) {
                Some(near) => {
                    format!("no plan spec goes by this name; `{near}` is near: set `id` as the census has it")
                }
                None => "no plan spec goes by this name".to_owned(),
            }),
        }
    }

    fn terms(&self, id: Option<&str>) -> Option<&Terms> {
        self.spec(id).ok().and_then(|spec| self.specs.list[spec].terms.as_ref())
    }

    /// Tests one plan, or takes over what an earlier run left of it.
    fn plan(
        &self,
        census: &Understanding,
        employer: &Employer,
        place: usize,
        spec: usize,
        ids: &[Option<String>],
        rows: u64,
    ) -> (Line, Option<u64>) {
        let spec = &self.specs.list[spec];
        let terms = spec.terms.as_ref().expect("internal error: a spec that cannot be read is tested");
        let others = ids.iter().enumerate().filter(|(other, _)| *other != place);
        let obstacles: Vec<String> = others
            .filter_map(|(_, id)| {
                obstacle(terms, self.terms(id.as_deref()), id.as_deref().unwrap_or("without an id"))
            })
            .collect();
        let id = ids[place].as_deref().unwrap_or_default();
        let names = [id, spec.path.as_str()];
        let key = self
            .journal
            .map(|_| fingerprint::of_result(spec.fingerprint, rows, place, self.detail, names, &obstacles));
        let known = self.journal.zip(key).and_then(|(journal, key)| journal.take(key));
        if let Some(line) = known {
            return (line, key);
        }
        let mut results = testing::run_in(terms, census, employer.plans(), place, self.detail);
        results.plan_id.get_or_insert_with(|| id.to_owned());
        let mut line = Line::of(&results, batch::reasons(&results));
        line.spec = Some(spec.path.clone());
        if !obstacles.is_empty() {
            line.set_aside(obstacles.join("; "));
        }
        if let Some((journal, key)) = self.journal.zip(key) {
            let of = |format| written::render(&results, format, &Style::PLAIN);
            let (refunds, whole) = match obstacles.is_empty() {
                true => (of(Format::Csv), Some(of(Format::Jsonl))),
                // What proves nothing is handed to nobody.
                false => (String::new(), None),
            };
            journal.keep(&Kept { key, line: line.clone(), refunds, results: whole });
        }
        (line, key)
    }
}

/// What a census calls a plan; without a column for it, the census file's name.
fn id(
    stated: Option<std::borrow::Cow<'_, str>>,
    census: &Understanding,
    path: &CensusPath,
) -> Option<String> {
    match stated {
        Some(id) => Some(id.into_owned()),
        None if census.has(Column::PlanId) => None,
        None => path.stem.clone(),
    }
}
