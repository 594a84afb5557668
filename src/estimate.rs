//! What the ADP and ACP tests will say before the year is over: on the groups of a `workforce`, or on a census.
//!
//! Every figure is that of the tests themselves on rows into which contributions were written; nothing here has an
//! arithmetic of its own that could come to something else.

pub mod assumption;
pub mod cell;
pub mod chance;
pub mod draw;
mod exposure;
mod formula;
pub mod grid;
pub mod headroom;
pub mod lever;
mod margin;
pub mod model;
pub mod population;
pub mod projection;
pub mod scene;
pub mod workforce;

use crate::law::Law;
use crate::money::exact::Hundredths;
use crate::plan::Plan;
use crate::syntax::phrase::year::PlanYear;
use crate::testing::results::TestResults;
use crate::testing::terms::Terms;
use crate::testing::unanswered::Unanswered;

use assumption::Assumption;
use cell::Cell;
use chance::Chance;
use grid::Grid;
use headroom::Headroom;
use lever::{Axis, Settings};
pub use margin::Margin;
use model::Model;
use population::{Population, Source};
use workforce::Unsaid;

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    pub depth: Depth,
    /// What is set beside the spec or the census.
    pub base: Settings,
    /// The axes of the grid.
    pub x: Option<Axis>,
    pub y: Option<Axis>,
    pub seed: u64,
    /// How far participation may turn out from what is stated, in points; `None` is no simulation.
    pub spread: Option<Hundredths>,
    pub runs: u32,
}

/// How much is worked out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// The tests as they stand, for many plans side by side; the room for after-tax contributions is left out.
    Tests,
    Whole,
}

/// All that an estimate says of one plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Estimate {
    pub plan: String,
    pub year: PlanYear,
    pub source: Source,
    pub assumptions: Vec<Assumption>,
    /// The tests with all that is set.
    pub exposure: Result<Exposure, Unanswered>,
    pub headroom: Result<Headroom, Unanswered>,
    pub grid: Option<Grid>,
    pub chance: Option<Result<Chance, Unanswered>>,
    /// Of a projected census: if the year ended on the last day that it covers.
    pub today: Option<Cell>,
}

/// The tests as they stand.
#[derive(Debug, Clone, PartialEq)]
pub struct Exposure {
    pub results: TestResults,
    pub cell: Cell,
    pub adp_margin: Option<Margin>,
    pub acp_margin: Option<Margin>,
}

/// The most runs of a simulation.
pub const MOST_RUNS: u32 = 100_000;
/// So many runs where nobody says.
pub const RUNS: u32 = 1_000;

/// The estimate for the groups of the spec's `workforce`. Where it does not say how far apart rates lie, both extremes
/// are tested: what differs between them is unknown.
pub fn of_workforce(plan: &Plan, law: &Law, request: &Request) -> Estimate {
    let terms = Terms::of(plan, law);
    let of = |unsaid| match workforce::population(plan, &terms, unsaid) {
        Ok(population) => of_population(plan, law, population, request),
        Err(missing) => unknown(plan, &terms, Source::Workforce, &missing),
    };
    let estimate = of(Unsaid::Nothing);
    let is_open = |assumption: &Assumption| matches!(assumption, Assumption::NoSpread { .. });
    if !estimate.assumptions.iter().any(is_open) {
        return estimate;
    }
    exposure::settled(plan, estimate, &of(Unsaid::Most))
}

/// The estimate for given people.
pub fn of_population(plan: &Plan, law: &Law, population: Population, request: &Request) -> Estimate {
    let model = Model::new(plan, law, population, request.seed);
    let set = [&request.x, &request.y].into_iter().flatten().fold(request.base, |set, axis| {
        set.with(axis.lever, axis.values.first().copied().unwrap_or_default())
    });
    let mut assumptions = model.population.assumptions.clone();
    assumptions.extend(model.assumptions(set));
    let grid = request.x.clone().map(|x| Grid::of(&model, request.base, x, request.y.clone()));
    let chance = request.spread.map(|spread| Chance::of(&model, request.base, spread, request.runs));
    Estimate {
        plan: model.terms.plan.clone(),
        year: model.terms.year,
        source: model.population.source,
        assumptions,
        exposure: exposure::of(&model, request.base),
        headroom: match request.depth {
            Depth::Tests => Err(Unanswered::default()),
            Depth::Whole => Headroom::of(&model, request.base),
        },
        grid,
        chance,
        today: None,
    }
}

impl Estimate {
    /// Is nothing failing or unknown?
    pub fn is_settled(&self) -> bool {
        self.exposure.as_ref().is_ok_and(|exposure| exposure.cell.passes())
    }
}

/// Nothing can be said of a plan.
pub fn unknown(plan: &Plan, terms: &Terms, source: Source, missing: &Unanswered) -> Estimate {
    Estimate {
        plan: terms.plan.clone(),
        year: plan.year,
        source,
        assumptions: Vec::new(),
        exposure: Err(missing.clone()),
        headroom: Err(missing.clone()),
        grid: None,
        chance: None,
        today: None,
    }
}
