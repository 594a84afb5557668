//! ADP and ACP of 1,000 plans with 100,000 participants, from the bytes of a file to rendered results: `cargo bench
//! --bench testing`.

mod generated;

use planlint::Input;
use planlint::census;
use planlint::census::mapping::Mapping;
use planlint::law::Law;
use planlint::render::{Color, Links, Style, Volume, testing as rendered};
use planlint::testing;
use planlint::testing::terms::Terms;

const ROWS: usize = 100_000;
const PLANS: u64 = 1_000;

const PLAN: &str = "\
plan: Sample
type: 401(k)
year: 2026
eligibility: { deferrals: age 21 and 1 year of service, entry: semiannual }
deferrals: { pre-tax: yes, roth: yes, catch-up: yes, super-catch-up: yes }
after-tax: { allowed: yes }
match: { formula: discretionary }
testing: { adp: current year, acp: current year, qnec: adp, top-paid-group: no, otherwise-excludable: together }
";

fn main() {
    divan::main();
}

fn terms() -> Terms {
    let input = Input { path: "sample.plan.yaml".to_owned(), bytes: PLAN.as_bytes().to_vec() };
    let plans = planlint::plans(&input, None, jiff::civil::date(2026, 7, 1));
    Terms::of(&plans.expect("internal error: the sample plan cannot be read")[0], Law::current())
}

/// How the plans of a file stand.
#[derive(Debug, Clone, Copy)]
enum Order {
    Together,
    Scattered,
}

#[divan::bench(args = [Order::Together, Order::Scattered])]
fn adp_and_acp(bencher: divan::Bencher<'_, '_>, order: Order) {
    let rows = generated::rows(1, PLANS, ROWS);
    let rows = match order {
        Order::Together => rows,
        Order::Scattered => generated::shuffled(rows, 1),
    };
    let text = generated::csv(&rows);
    let terms = terms();
    let style = Style { color: Color::Off, width: 100, links: Links::Off, volume: Volume::Normal };
    bencher.counter(divan::counter::ItemsCount::new(ROWS)).bench(|| {
        let mut bytes = 0;
        let census = census::by_employer(
            || Ok(text.as_bytes()),
            &Mapping::default(),
            |understanding, employer| {
                for place in 0..employer.plans().len() {
                    let results = testing::run(&terms, understanding, employer.plans(), place);
                    bytes += rendered::render(&results, rendered::Format::Jsonl, &style).len();
                }
            },
        );
        assert!(census.expect("internal error: reading from memory failed").problems.is_empty());
        bytes
    });
}
