//! Which plan of a report a plan of the census is.

use planlint::diff::changes::{Statement, Value};
use planlint::diff::revisions::Revision;
use planlint::render::safe;
use planlint::report::Report;
use planlint::testing::batch::matching::{Found, Names, Register};

/// What a census may call the plans of a report.
#[derive(Debug)]
pub struct Plans {
    register: Register,
    /// Of each plan, the others that state the same.
    twins: Vec<Vec<usize>>,
}

impl Plans {
    pub fn of(report: &Report, revisions: &[Revision]) -> Self {
        let mut register = Register::default();
        for (place, (plan, revision)) in report.plans.iter().zip(revisions).enumerate() {
            // Plans of one file stand together.
            let near = report.plans.iter().skip(place.saturating_sub(1)).take(if place == 0 { 2 } else { 3 });
            let is_alone = near.filter(|other| other.file == plan.file).count() == 1;
            let path = report.file(plan.file).map_or("", |file| file.path());
            let names = Names {
                id: revision.elections.get("id").and_then(stated),
                stem: is_alone.then(|| stem(path).to_owned()),
                name: Some(plan.name.clone()),
            };
            register.add(place, &names);
        }
        Self { register, twins: revisions.iter().map(|revision| revision.twins.clone()).collect() }
    }

    /// The plans that a plan of the census is, or why it cannot be told.
    pub fn matching(&self, id: Option<&str>) -> Result<Vec<usize>, String> {
        let Some(id) = id else {
            return self.one((0..self.twins.len()).collect()).ok_or_else(|| {
                "the census has no column `plan_id`, and the report has several plans".to_owned()
            });
        };
        let shown = safe::line(id);
        match self.register.find(id) {
            Found::One(place) => Ok(vec![place]),
            Found::Several(places) => self.one(places).ok_or_else(|| {
                format!("plan {shown} of the census may be several of these plans; state its number as `id` in one")
            }),
            Found::None => Err(match self.register.near(id) {
                Some(near) => format!(
                    "plan {shown} of the census is none of these plans; one is called {}",
                    safe::line(near)
                ),
                None => format!("plan {shown} of the census is none of these plans"),
            }),
        }
    }

    /// Plans that are all the same one.
    fn one(&self, places: Vec<usize>) -> Option<Vec<usize>> {
        let (first, others) = places.split_first()?;
        others.iter().all(|other| self.twins[*first].contains(other)).then_some(places)
    }
}

fn stated(statement: &Statement) -> Option<String> {
    match &statement.value {
        Value::Stated(text) => Some(text.clone()),
        Value::Unknown | Value::Unreadable => None,
    }
}

/// `acme` of `plans/acme.plan.yaml`.
fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    let name = [".yaml", ".yml"].iter().find_map(|end| name.strip_suffix(end)).unwrap_or(name);
    name.strip_suffix(".plan").unwrap_or(name)
}
