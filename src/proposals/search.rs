//! The search: each lever alone, then two and three together, each set closed by the smallest amount that suffices.

use super::closing::closers;
use super::conditions::{self, Chance};
use super::design::{Design, InAcp};
use super::lever::Lever;
use super::outcome::{Outcome, passes};
use super::ranked::{Candidate, ranked};
use super::state::{Obstacle, State};
use super::unused::{enrolls, unused};
use super::{Case, Nothing, Proposal, Proposals, Unjudged, unified};
use crate::estimate::assumption::Assumption;
use crate::estimate::headroom::highest;
use crate::estimate::lever::Settings;
use crate::estimate::model::Model;
use crate::estimate::population::Gaps;
use crate::estimate::workforce::APART;
use crate::lower::{Missing, Truth};
use crate::money::exact::Hundredths;
use crate::plan::safe_harbor::SafeHarborType;
use crate::testing::results::{Status, Subtest, TestResult, Why};
use crate::testing::unanswered::Unanswered;

/// The search for one plan.
struct Search<'c, 'a> {
    case: &'c Case<'a>,
    base: State,
    now: Outcome,
    passing: Vec<Candidate>,
    short: Vec<Candidate>,
    unjudged: Vec<Unjudged>,
}

/// Looks for what makes the tests pass.
///
/// # Errors
/// Why it cannot even be told what there is to mend.
pub fn search(case: &Case<'_>) -> Result<Proposals, Nothing> {
    let base = State::start(case)?;
    let gaps = gaps(&base);
    if !gaps.is_empty() {
        return Err(gaps.into());
    }
    let (now, now_results) = Outcome::of(&base, &base);
    let missing = unanswered(now_results.all_tests());
    if !missing.is_empty() {
        return Err(missing.into());
    }
    let (plan, year) = (base.terms.plan.clone(), base.plan.year);
    let mut search =
        Search { case, base, now: now.clone(), passing: Vec::new(), short: Vec::new(), unjudged: Vec::new() };
    if !now.passes(&now) {
        search.run();
    }
    let Search { base, passing, short, unjudged, .. } = search;
    let whole = |list: Vec<Candidate>| list.into_iter().filter_map(|one| whole(case, &base, one)).collect();
    let mut passing: Vec<Proposal> = whole(ranked(passing));
    let short = whole(short);
    for proposal in &mut passing {
        proposal.room = room(&proposal.state, case);
    }
    let assumptions = case.population.assumptions.clone();
    let room = room(&base, case);
    Ok(Proposals {
        plan,
        year,
        as_of: case.as_of,
        now,
        now_results,
        room,
        assumptions,
        passing,
        short,
        unjudged,
    })
}

/// What is not told of the people: nothing that rests on it can be promised.
fn gaps(base: &State) -> Unanswered {
    let Gaps { people, matching, hce_after_tax, nhce_after_tax } = base.population.gaps.clone();
    let mut missing = people.and(matching).and(hce_after_tax).and(nhce_after_tax);
    if base.population.assumptions.iter().any(|one| matches!(one, Assumption::TestedApart(_))) {
        missing.add(Unanswered::other(APART));
    }
    // How far apart deferrals lie decides what a match with a cap comes to.
    let is_open = |assumption: &Assumption| matches!(assumption, Assumption::NoSpread { .. });
    if base.terms.has_match != Truth::No && base.population.assumptions.iter().any(is_open) {
        let groups = base.plan.workforce.groups.iter().map(|group| &group.group.deferral_spread);
        let open = groups.filter(|spread| spread.known().is_err()).map(|spread| spread.path.clone());
        missing.add(Missing { elections: open.collect() }.into());
    }
    missing
}

/// The highest uniform rate, where it can be told: a shift of deferrals is none of its steps.
fn room(state: &State, case: &Case<'_>) -> Option<Hundredths> {
    if state.terms.shift_deferrals == Truth::Yes {
        return None;
    }
    let model = Model::new(&state.plan, case.law, state.population.clone(), case.seed);
    highest(&model, Settings::default()).ok()?.0
}

/// Why a test of the plan as it is has no answer. A choice of the match is one of the levers.
fn unanswered<'r>(tests: impl Iterator<Item = &'r TestResult>) -> Unanswered {
    let mut missing = Unanswered::default();
    for test in tests.filter(|test| test.status == Status::Unknown) {
        match &test.why {
            Why::Unanswered(unanswered) => missing.add(unanswered.clone()),
            Why::DependsOnMatch | Why::Compared | Why::NoHces | Why::NoNhces | Why::NotRequired(_) => {}
        }
    }
    missing
}

impl Search<'_, '_> {
    fn run(&mut self) {
        let levers = self.levers();
        let mut singles: Vec<(Lever, State)> = Vec::new();
        for lever in levers {
            match self.base.with(self.case, lever) {
                Ok(state) => singles.push((lever, state)),
                Err(Obstacle::NoEffect) => {}
                Err(why) => self.unjudged.push(Unjudged { lever, why }),
            }
        }
        self.close(&[], &self.base.clone());
        for (lever, state) in &singles {
            self.close(&[*lever], state);
        }
        for (index, (one, state)) in singles.iter().enumerate() {
            for (other, _) in &singles[index + 1..] {
                if one.excludes(*other) {
                    continue;
                }
                if let Ok(both) = state.with(self.case, *other) {
                    self.close(&[*one, *other], &both);
                }
            }
        }
    }

    /// The levers that are tried, those first on which others build.
    fn levers(&mut self) -> Vec<Lever> {
        let plan = &self.base.plan;
        let mut levers = Vec::new();
        match self.case.wishes.auto_enrollment_participation {
            _ if enrolls(plan) => {}
            Some(share) => {
                levers.push(Lever::AutoEnrollment(share));
                if !plan.safe_harbor.kind.is(|kind| *kind != SafeHarborType::None).is_yes() {
                    let design = |counted| Lever::SafeHarbor(Design::QacaMatch, counted);
                    levers.extend([InAcp::Counted, InAcp::LeftOut].map(design));
                }
            }
            None => {
                let why = Unanswered::other(
                    "say which share of the others would defer: `--auto-enrollment-participation`",
                );
                let lever = Lever::AutoEnrollment(Hundredths::ZERO);
                self.unjudged.push(Unjudged { lever, why: Obstacle::Unanswered(why) });
            }
        }
        levers.extend(unused(plan, conditions::window(plan, self.case.as_of)));
        levers
    }

    /// Keeps a set of levers if the tests pass with it; else closes it by each amount that makes them.
    fn close(&mut self, levers: &[Lever], state: &State) {
        let tests = state.ratios();
        let missing = unanswered(tests.iter().flat_map(|part| [&part.adp, &part.acp]));
        match levers {
            [lever] if !missing.is_empty() => {
                let why = Obstacle::Unanswered(missing);
                return self.unjudged.push(Unjudged { lever: *lever, why });
            }
            _ if !missing.is_empty() => return,
            _ if passes(&tests, &state.terms) => return self.keep(levers, state),
            [_] => self.keep(levers, state),
            _ => {}
        }
        let rounds = if levers.len() > 1 { 1 } else { 2 };
        self.by_amounts(levers, state, &tests, rounds);
    }

    fn by_amounts(&mut self, levers: &[Lever], state: &State, tests: &[Subtest], rounds: usize) {
        for (lever, closed) in closers(self.case, state, tests) {
            // Who can be won over is anybody's guess: with it goes a cap, and nothing that costs money.
            let has_guess = levers.iter().any(|one| matches!(one, Lever::NhceAfterTax { .. }));
            let is_guess = matches!(lever, Lever::NhceAfterTax { .. }) && !levers.is_empty();
            if levers.contains(&lever) || is_guess || has_guess && !matches!(lever, Lever::HceCap(_)) {
                continue;
            }
            let mut all = levers.to_vec();
            all.push(lever);
            match closed {
                Ok(closed) => {
                    let tests = closed.ratios();
                    let is_enough = passes(&tests, &closed.terms);
                    if is_enough || levers.is_empty() {
                        self.keep(&all, &closed);
                    }
                    if !is_enough && rounds > 1 {
                        self.by_amounts(&all, &closed, &tests, rounds - 1);
                    }
                }
                Err(why) if levers.is_empty() && why != Obstacle::NoEffect => {
                    self.unjudged.push(Unjudged { lever, why })
                }
                Err(_) => {}
            }
        }
    }

    fn keep(&mut self, levers: &[Lever], state: &State) {
        let (outcome, _) = Outcome::of(state, &self.base);
        let chances = levers.iter().map(|lever| self.terms(*lever).chance);
        let Some(chance) = conditions::together(chances) else { return };
        let is_passing = outcome.passes(&self.now);
        let candidate = Candidate { levers: levers.to_vec(), outcome, chance };
        if is_passing {
            self.passing.push(candidate);
        } else if levers.len() == 1 {
            self.short.push(candidate);
        }
    }

    fn terms(&self, lever: Lever) -> conditions::Terms {
        conditions::terms(lever, &self.base.plan, self.case.as_of)
    }
}

/// A candidate with all that is shown of it: its levers once more, one after the other. Of the many that are tried no
/// rows are kept, which in a large census would fill the memory.
fn whole(case: &Case<'_>, base: &State, one: Candidate) -> Option<Proposal> {
    let mut state = base.clone();
    for lever in &one.levers {
        state = state.with(case, *lever).ok()?;
    }
    let (outcome, results) = Outcome::of(&state, base);
    let (mut all, mut questions) = (Vec::new(), Vec::new());
    for lever in &one.levers {
        let terms = conditions::terms(*lever, &base.plan, case.as_of);
        for condition in terms.conditions {
            if !all.contains(&condition) {
                all.push(condition);
            }
        }
        if let Chance::Asks { question } = terms.chance {
            questions.push(question);
        }
    }
    let diff = unified::diff(case.input, &state.input);
    let Candidate { levers, chance, .. } = one;
    Some(Proposal { levers, state, outcome, results, chance, questions, conditions: all, room: None, diff })
}
