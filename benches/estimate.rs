//! A grid of 1,000 cells over 100,000 people, and the search for room in it: `cargo bench --bench estimate`.

mod generated;

use planlint::Input;
use planlint::census;
use planlint::census::mapping::Mapping;
use planlint::estimate::grid::Grid;
use planlint::estimate::headroom::Headroom;
use planlint::estimate::lever::{Axis, Settings};
use planlint::estimate::model::Model;
use planlint::estimate::population::Population;
use planlint::law::Law;
use planlint::plan::Plan;

const ROWS: usize = 100_000;

const PLAN: &str = "\
plan: Sample
type: 401(k)
year: 2026
eligibility: { deferrals: age 21 and 1 year of service, entry: semiannual }
deferrals: { pre-tax: yes, roth: yes, catch-up: yes, super-catch-up: yes }
after-tax: { allowed: yes, matched: no }
match: { formula: discretionary }
testing: { adp: current year, acp: current year, qnec: none, recharacterization: no, top-paid-group: no, otherwise-excludable: together }
";

fn main() {
    divan::main();
}

fn plan() -> Plan {
    let input = Input { path: "sample.plan.yaml".to_owned(), bytes: PLAN.as_bytes().to_vec() };
    let plans = planlint::plans(&input, None, jiff::civil::date(2026, 7, 1));
    plans.expect("internal error: the sample plan cannot be read").remove(0)
}

fn population() -> Population {
    let text = generated::csv(&generated::rows(1, 1, ROWS));
    let mut found = None;
    let census = census::by_employer(
        || Ok(text.as_bytes()),
        &Mapping::default(),
        |understanding, employer| {
            found = Some(Population::census(understanding.clone(), employer.plans().to_vec(), 0));
        },
    );
    assert!(census.is_ok_and(|census| census.problems.is_empty()), "internal error: the sample has problems");
    found.expect("internal error: the sample has no rows")
}

fn axis(text: &str) -> Axis {
    Axis::parse(text).expect("internal error: no axis")
}

#[divan::bench(args = ["hce-after-tax-participation=2.5..100:2.5", "nhce-after-tax-participation=2.5..100:2.5"])]
fn grid_of_a_thousand_cells(bencher: divan::Bencher<'_, '_>, y: &str) {
    let (plan, people) = (plan(), population());
    let x = axis("hce-after-tax-rate=0.5..12.5:0.5");
    bencher.with_inputs(|| people.clone()).bench_values(|people| {
        let model = Model::new(&plan, Law::current(), people, 1);
        let fixed =
            ["hce-after-tax-participation=40", "nhce-after-tax-participation=20", "nhce-after-tax-rate=4"];
        let base = fixed
            .map(axis)
            .iter()
            .fold(Settings::default(), |base, axis| base.with(axis.lever, axis.values[0]));
        let grid = Grid::of(&model, base, x.clone(), Some(axis(y)));
        let missing = grid.rows.iter().flatten().find_map(|cell| cell.as_ref().err());
        assert!(missing.is_none(), "internal error: {missing:?}");
        grid
    });
}

#[divan::bench(sample_count = 10)]
fn room(bencher: divan::Bencher<'_, '_>) {
    let (plan, people) = (plan(), population());
    bencher.with_inputs(|| people.clone()).bench_values(|people| {
        Headroom::of(&Model::new(&plan, Law::current(), people, 1), Settings::default()).is_ok()
    });
}
