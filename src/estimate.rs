//! What the ADP and ACP tests will say before the year is over: on the groups of a `workforce`, or on a census.
//!
//! Every figure is that of the tests themselves on rows into which contributions were written; nothing here has an
//! arithmetic of its own that could come to something else.

pub mod assumption;
pub mod cell;
pub mod chance;
pub mod draw;
mod exposure;
pub(crate) mod formula;
pub mod grid;
pub mod headroom;
pub mod lever;
mod margin;
pub mod model;
pub mod population;
pub mod projection;
pub mod scene;
mod stopped;
pub mod workforce;

use crate::law::Law;
use crate::money::exact::Hundredths;
use crate::nondiscrimination::excludable::Structure;
use crate::plan::Plan;
use crate::syntax::phrase::year::PlanYear;
use crate::testing::results::{MatchIn, Status, TestResults};
use crate::testing::terms::Terms;
use crate::testing::unanswered::Unanswered;

use assumption::Assumption;
use cell::{Cell, worse};
use chance::Chance;
use grid::Grid;
use headroom::Headroom;
use lever::{Axis, Settings};
pub use margin::Margin;
use model::Model;
use population::{Population, Source};
pub use stopped::Stopped;
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
    /// Who comes to a limit, by kind.
    pub stopped: Vec<Stopped>,
}

/// The most runs of a simulation.
pub const MOST_RUNS: u32 = 100_000;
/// So many runs where nobody says.
pub const RUNS: u32 = 1_000;

/// The estimate for the groups of the spec's `workforce`. Where it does not say how far apart rates lie, the extremes
/// of both sides are tested: shown is what leaves the least room, and what does not come out alike is unknown.
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
    let others = [Unsaid::MostOfHces, Unsaid::MostOfNhces, Unsaid::Most].map(of);
    let mut all: Vec<Estimate> = std::iter::once(estimate).chain(others).collect();
    all.sort_by(exposure::by_room);
    let worst = all.remove(0);
    all.iter().fold(worst, |worst, other| exposure::settled(plan, worst, other))
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
        exposure: exposure::of(&model, request.base, request.depth),
        headroom: match request.depth {
            Depth::Tests => Err(Unanswered::default()),
            Depth::Whole => Headroom::of(&model, request.base),
        },
        grid,
        chance,
        today: None,
    }
}

/// What an estimate says in a line: the tests on the groups of the spec, and the highest uniform rate.
#[derive(Debug, Clone, PartialEq)]
pub struct Outlook {
    pub cell: Cell,
    /// What the highly compensated could contribute after tax, all alike; `None` where it is not known or nobody could.
    pub rate: Option<Hundredths>,
    /// The ACP test with the match in it that a safe harbor plan leaves out.
    pub with_match: Option<cell::Judged>,
}

/// The outlook for the groups of the spec's `workforce`; `None` where it does not tell enough for either test.
pub fn outlook(plan: &Plan, law: &Law) -> Option<Outlook> {
    let terms = Terms::of(plan, law);
    let of = |unsaid| {
        let population = workforce::population(plan, &terms, unsaid).ok()?;
        // Who is tested apart is not in the groups: the rest alone does not tell how the plan comes out.
        if population.assumptions.contains(&Assumption::TestedApart(Structure::Separate)) {
            return None;
        }
        let model = Model::new(plan, law, population, model::SEED);
        let cell = exposure::of(&model, Settings::default(), Depth::Tests).ok()?.cell;
        let rate = headroom::highest(&model, Settings::default()).ok().and_then(|(rate, _)| rate);
        let counted = Settings { safe_harbor_match: Some(Hundredths::percent(100)), ..Settings::default() };
        let is_out = cell.acp.with_match == Some(MatchIn::LeftOut);
        let with_match = if is_out {
            exposure::of(&model, counted, Depth::Tests).ok().map(|found| found.cell.acp)
        } else {
            None
        };
        Some(Outlook { cell, rate, with_match })
    };
    let population = workforce::population(plan, &terms, Unsaid::Nothing).ok()?;
    let any = |is: fn(&Assumption) -> bool| population.assumptions.iter().any(is);
    // A line has no place for what else is tested.
    if any(|one| matches!(one, Assumption::TestedApart(_))) {
        return None;
    }
    let outlook = of(Unsaid::Nothing)?;
    if !any(|one| matches!(one, Assumption::NoSpread { .. })) {
        return Some(outlook);
    }
    let others = [Unsaid::MostOfHces, Unsaid::MostOfNhces, Unsaid::Most];
    others.into_iter().try_fold(outlook, |outlook, unsaid| alike(outlook, of(unsaid)?))
}

/// What two ways of a spread that is not stated say alike, with the figures of the one that leaves less room.
fn alike(one: Outlook, other: Outlook) -> Option<Outlook> {
    let same = |one: &cell::Judged, other: &cell::Judged| one.status == other.status;
    if !same(&one.cell.adp, &other.cell.adp) || !same(&one.cell.acp, &other.cell.acp) {
        return None;
    }
    let rate = one.rate.filter(|_| one.rate == other.rate);
    let with_match =
        one.with_match.filter(|one| other.with_match.as_ref().is_some_and(|other| same(one, other)));
    let is_worse = other.cell.acp.margin() < one.cell.acp.margin();
    Some(Outlook { cell: if is_worse { other.cell } else { one.cell }, rate, with_match })
}

impl Estimate {
    /// The worse of both tests, and of those that are not estimated.
    pub fn status(&self) -> Status {
        let apart = Assumption::TestedApart(Structure::Separate);
        let tested = self.exposure.as_ref().map_or(Status::Unknown, |exposure| exposure.cell.status());
        if self.assumptions.contains(&apart) { worse(tested, Status::Unknown) } else { tested }
    }

    /// Is nothing failing or unknown?
    pub fn is_settled(&self) -> bool {
        self.status().is_settled()
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
