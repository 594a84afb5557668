//! The one plan of a spec that a census or an estimate is about.

use std::path::Path;

use jiff::civil::Date;

use planlint::Input;
use planlint::plan::Plan;
use planlint::render::json::Passing;
use planlint::render::{self, Format};
use planlint::syntax::phrase::year::PlanYear;

use super::check::today;
use super::exit::Problem;
use super::{files, output};

/// A plan with its text.
#[derive(Debug)]
pub struct OnePlan {
    pub input: Input,
    pub plan: Plan,
    /// Its place among the plans of the text.
    pub place: usize,
}

/// The plan of the spec, or the one of this name. One that cannot be read whole has no result.
pub fn of(
    path: &Path,
    year: Option<PlanYear>,
    as_of: Option<Date>,
    name: Option<&str>,
) -> Result<Plan, Problem> {
    in_text(path, year, as_of, name).map(|one| one.plan)
}

/// [`of`], with the text that it stands in.
pub fn in_text(
    path: &Path,
    year: Option<PlanYear>,
    as_of: Option<Date>,
    name: Option<&str>,
) -> Result<OnePlan, Problem> {
    let shown = files::shown(path);
    if path.is_dir() {
        return Err(Problem::usage(format!("{shown}: is a folder; name one plan spec of it")));
    }
    if !path.is_file() && path != Path::new("-") {
        return Err(Problem::usage(format!("{shown}: no such file")));
    }
    let input = files::read_one(path, "stdin.plan").map_err(Problem::unreadable)?;
    let plans = planlint::plans(&input, year, as_of.unwrap_or_else(today));
    let plans = plans.map_err(|report| {
        eprint!("{}", render::render(&report, Format::Full, &output::style_of_errors(), Passing::Left));
        Problem::unreadable(format!("{shown}: no result, as not all of it can be read"))
    })?;
    let mut plans: Vec<(usize, Plan)> = plans.into_iter().enumerate().collect();
    let names: Vec<String> = plans.iter().filter_map(|(_, plan)| name_of(plan)).collect();
    if let Some(name) = name {
        plans.retain(|(_, plan)| plan.identity.name.stated().is_some_and(|stated| stated.0 == *name));
    }
    match (plans.len(), plans.pop()) {
        (1, Some((place, plan))) => Ok(OnePlan { input, plan, place }),
        (0, _) | (_, None) => {
            Err(Problem::usage(format!("{shown}: no plan of this name; there is {}", names.join(", "))))
        }
        (count, Some(_)) => {
            let names = names.join(", ");
            Err(Problem::usage(format!("{shown}: {count} plans; say which with `--plan NAME`: {names}")))
        }
    }
}

/// As it can be given to `--plan`.
fn name_of(plan: &Plan) -> Option<String> {
    plan.identity.name.stated().map(|name| format!("\"{}\"", render::safe::line(&name.0)))
}
