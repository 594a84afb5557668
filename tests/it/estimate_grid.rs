//! A cell of a grid is what `test` says of the census with those contributions written in: on several plans and censuses,
//! cell by cell.

use planlint::census;
use planlint::census::column::Money;
use planlint::census::header::Understanding;
use planlint::census::mapping::Mapping;
use planlint::census::participant::PlanRows;
use planlint::estimate::cell::Cell;
use planlint::estimate::grid::Grid;
use planlint::estimate::lever::{Axis, Settings};
use planlint::estimate::model::Model;
use planlint::estimate::population::Population;
use planlint::law::Law;
use planlint::money::exact::{Cents, Hundredths};
use planlint::plan::Plan;
use planlint::testing;
use planlint::testing::results::{Status, TestResults};
use planlint::testing::terms::Terms;

const PLAN: &str = "\
plan: Varied
type: 401(k)
year: 2026
eligibility: { deferrals: age 21 and 1 year of service, match: same as deferrals, after-tax: same as deferrals, entry: semiannual }
deferrals: { pre-tax: yes, roth: yes, catch-up: yes, super-catch-up: yes, combined-limit: 60% of pay }
after-tax: { allowed: yes, matched: no, limit: 12% of pay }
match: { formula: 100% of first 3% of pay + 50% of next 2% of pay, sources: 'pre-tax, roth', conditions: none }
nonelective: { formula: none }
safe-harbor: { type: none }
testing: { adp: current year, acp: current year, qnec: none, recharacterization: no, related-match: forfeited, top-paid-group: no, otherwise-excludable: together }
";

const HEADER: &str = "plan_id,employer_group,employee_id,birth_date,hire_date,termination_date,compensation,prior_compensation,ownership,eligible,pre_tax,roth,after_tax,match,qnec,prior_fica_wages";

/// A census of people of every kind, the same at every call with the same seed.
fn census_of(people: u64, seed: u64) -> String {
    let mut state = seed;
    let mut below = |count: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % count
    };
    let mut text = HEADER.to_owned();
    for number in 0..people {
        let is_hce = number % 5 == 0;
        let pay = if is_hce { 165_000 + below(300_000) } else { 20_000 + below(110_000) };
        let prior = if is_hce { pay.max(165_000) } else { pay.min(140_000) };
        let pay = if number % 17 == 3 { 0 } else { pay };
        let born = 1955 + below(52);
        let hired = 2005 + below(22);
        let left = if number % 11 == 4 { "2026-06-30" } else { "" };
        let eligible = if number % 13 == 6 { "no" } else { "" };
        let rate = below(12);
        let deferral = (pay * rate / 100).min(24_500);
        let matching = (pay * rate.min(3) / 100) + pay * rate.saturating_sub(3).min(2) / 200;
        let after_tax = if below(3) == 0 && pay > 0 { pay * (1 + below(8)) / 100 } else { 0 };
        text.push_str(&format!(
            "\nP,E,N{number:03},{born}-03-15,{hired}-02-01,{left},{pay},{prior},0,{eligible},{deferral}.5,0,{after_tax},{matching},0,{prior}"
        ));
    }
    text.lines().map(|line| without_pay_nothing(line) + "\n").collect()
}

/// Without pay there is no contribution.
fn without_pay_nothing(line: &str) -> String {
    let cells: Vec<&str> = line.split(',').collect();
    if cells[6] != "0" {
        return line.to_owned();
    }
    let cell = |(index, cell): (usize, &&str)| {
        if (10..=14).contains(&index) { "0".to_owned() } else { (*cell).to_owned() }
    };
    cells.iter().enumerate().map(cell).collect::<Vec<_>>().join(",")
}

fn plan_of(text: &str) -> Plan {
    let input = planlint::Input { path: "varied.plan.yaml".to_owned(), bytes: text.as_bytes().to_vec() };
    planlint::plans(&input, None, jiff::civil::date(2026, 7, 1)).expect("a plan").remove(0)
}

fn read(text: &str) -> (Understanding, Vec<PlanRows>) {
    let mut found = None;
    let census = census::by_employer(
        || Ok(text.as_bytes()),
        &Mapping::default(),
        |understanding, employer| {
            found = Some((understanding.clone(), employer.plans().to_vec()));
        },
    );
    assert_eq!(census.expect("a census").problems.listed(), []);
    found.expect("rows")
}

/// The file with the money of these rows in its cells.
fn file_with(text: &str, plans: &[PlanRows]) -> String {
    let mut lines: Vec<Vec<String>> =
        text.lines().map(|line| line.split(',').map(str::to_owned).collect()).collect();
    let places: Vec<(usize, Money)> = [
        ("pre_tax", Money::PreTax),
        ("roth", Money::Roth),
        ("after_tax", Money::AfterTax),
        ("match", Money::Match),
    ]
    .into_iter()
    .map(|(name, money)| (lines[0].iter().position(|cell| cell == name).expect("a column"), money))
    .collect();
    for one in plans.iter().flat_map(PlanRows::participants) {
        for (column, money) in &places {
            let cents = one.money(*money);
            lines[one.row() as usize - 1][*column] = format!("{}.{:02}", cents / 100, cents % 100);
        }
    }
    lines.into_iter().map(|line| line.join(",") + "\n").collect()
}

fn excess(results: &TestResults) -> Cents {
    let of = |test: &testing::results::TestResult| match test.status {
        Status::Fail => test.correction.as_ref().map_or(Cents::ZERO, |found| found.excess_total),
        Status::Pass | Status::NotRequired | Status::Unknown => Cents::ZERO,
    };
    results.all_tests().map(of).sum()
}

fn same(cell: &Cell, results: &TestResults, told: &str) {
    let adps: Vec<Status> = results.parts().map(|(_, adp, _)| adp.status).collect();
    let acps: Vec<Status> = results.parts().map(|(_, _, acp)| acp.status).collect();
    let worst = |all: &[Status]| {
        let order = [Status::Fail, Status::Unknown, Status::Pass, Status::NotRequired];
        order.into_iter().find(|status| all.contains(status)).expect("a status")
    };
    assert_eq!((cell.adp.status, cell.acp.status), (worst(&adps), worst(&acps)), "{told}");
    assert_eq!(cell.excess(), excess(results), "{told}");
    let comparisons: Vec<_> = results.parts().map(|(_, _, acp)| acp.comparison).collect();
    assert!(comparisons.contains(&cell.acp.comparison), "{told}: {:?} {comparisons:?}", cell.acp.comparison);
    if let [only] = comparisons.as_slice() {
        assert_eq!(cell.acp.comparison, *only, "{told}");
        assert_eq!(cell.adp.comparison, results.adp.comparison, "{told}");
    }
}

/// Every cell against the test of a file with the same contributions. Gives how many cells fail.
fn compare(plan: &str, census: &str, x: &str, y: &str) -> usize {
    let (plan, law) = (plan_of(plan), Law::current());
    let (understanding, plans) = read(census);
    let [x, y] = [x, y].map(|axis| Axis::parse(axis).expect("an axis"));
    let mut fails = 0;
    for tested in 0..plans.len() {
        let model =
            Model::new(&plan, law, Population::census(understanding.clone(), plans.clone(), tested), 7);
        let grid = Grid::of(&model, Settings::default(), x.clone(), Some(y.clone()));
        assert_eq!(grid.rows.iter().map(Vec::len).sum::<usize>(), x.values.len() * y.values.len());
        for (down, row) in y.values.iter().zip(&grid.rows) {
            for (across, cell) in x.values.iter().zip(row) {
                let settings = Settings::default().with(x.lever, *across).with(y.lever, *down);
                let told =
                    format!("plan {tested}, {} {across:?}, {} {down:?}", x.lever.name(), y.lever.name());
                let results = tested_file(&model, settings, census, tested);
                let cell = cell.as_ref().unwrap_or_else(|missing| panic!("{told}: {missing}"));
                same(cell, &results, &told);
                fails += usize::from(cell.status() == Status::Fail);
            }
        }
    }
    fails
}

fn tested_file(model: &Model<'_>, settings: Settings, census: &str, tested: usize) -> TestResults {
    let scene = model.scene(settings.beside_after_tax()).expect("a scene");
    let amounts = scene.amounts(settings).expect("amounts");
    let text = file_with(census, &scene.written([&amounts[0], &amounts[1]]));
    let (understanding, plans) = read(&text);
    testing::run(&scene.terms, &understanding, &plans, tested)
}

const RATES: &str = "hce-after-tax-rate=0,0.37,2,4.5,9,30";
const SHARES: &str = "hce-after-tax-participation=0,34,67,100";

#[test]
fn cells_are_the_test_of_the_census_with_the_contributions_written_in() {
    for seed in 1..4 {
        let census = census_of(70, seed);
        let fails = compare(PLAN, &census, RATES, SHARES);
        assert!((1..24).contains(&fails), "some cells fail and some pass: {fails}");
        compare(PLAN, &census, "nhce-after-tax-rate=0,1.5,6", "nhce-after-tax-participation=0,50,100");
        compare(PLAN, &census, RATES, "nhce-after-tax-participation=0,20,90");
        compare(PLAN, &census, RATES, "nhce-participation=0,40,95");
        compare(PLAN, &census, RATES, "match-rate=0,50,150");
    }
}

#[test]
fn cells_are_the_test_in_plans_of_every_kind() {
    let changed = |from: &str, to: &str| {
        assert!(PLAN.contains(from), "{from}");
        PLAN.replace(from, to)
    };
    let plans = [
        changed("acp: current year", "acp: prior year, prior-nhce-acp: 3.11%"),
        changed("otherwise-excludable: together", "otherwise-excludable: separate"),
        changed("otherwise-excludable: together", "otherwise-excludable: early participation"),
        changed("top-paid-group: no", "top-paid-group: yes"),
        changed("top-paid-group: no", "top-paid-group: no, zero-pay: include"),
        changed("recharacterization: no", "recharacterization: yes"),
        changed("limit: 12% of pay", "limit: 12% of pay, hce-limit: 6% of pay"),
        changed("safe-harbor: { type: none }", "safe-harbor: { type: basic match, acp: no }"),
        changed("safe-harbor: { type: none }", "safe-harbor: { type: basic match, acp: yes }")
            .replace("qnec: none", "qnec: none, include-safe-harbor-match: yes"),
    ];
    for plan in &plans {
        for seed in [11, 12] {
            compare(plan, &census_of(60, seed), RATES, SHARES);
        }
    }
    compare(&plans[7], &census_of(60, 5), RATES, "safe-harbor-match=in,out");
}

#[test]
fn cells_are_the_test_where_an_adp_test_that_fails_and_qnecs_reach_into_the_acp_test() {
    let census = census_of(60, 3).replace(",24500.5,", ",24500,");
    let plan = PLAN
        .replace("recharacterization: no", "recharacterization: yes")
        .replace("adp: current year", "adp: prior year, prior-nhce-adp: 1%");
    assert!(compare(&plan, &census, RATES, SHARES) > 20, "the ADP test fails in all");
    let plan = PLAN.replace("qnec: none", "qnec: acp");
    let with_qnecs: String = census
        .lines()
        .enumerate()
        .map(|(index, line)| {
            let cells: Vec<&str> = line.split(',').collect();
            let is_given = index > 0 && index % 4 == 1 && cells[6] != "0";
            let cell = |(place, cell): (usize, &&str)| {
                if place == 14 && is_given { "700".to_owned() } else { (*cell).to_owned() }
            };
            cells.iter().enumerate().map(cell).collect::<Vec<_>>().join(",") + "\n"
        })
        .collect();
    compare(&plan, &with_qnecs, RATES, SHARES);
    compare(
        &PLAN.replace("qnec: none", "qnec: either"),
        &with_qnecs,
        RATES,
        "nhce-after-tax-participation=0,20,90",
    );
}

#[test]
fn cells_are_the_test_where_a_highly_compensated_employee_is_in_two_plans() {
    let one = census_of(40, 9);
    let again = one.lines().skip(1).step_by(2).map(|line| line.replacen("P,E,", "Q,E,", 1) + "\n");
    let census: String = one.lines().map(|line| format!("{line}\n")).chain(again).collect();
    compare(PLAN, &census, RATES, SHARES);
}

/// What is written in is what is said: a share of capped pay, within the plan's limit, the room of 415(c) and pay.
#[test]
fn contributions_are_the_rate_of_pay_within_every_limit() {
    let census = census_of(70, 1);
    let (plan, law) = (plan_of(PLAN), Law::current());
    let (understanding, plans) = read(&census);
    let terms = Terms::of(&plan, law);
    let model = Model::new(&plan, law, Population::census(understanding, plans, 0), 7);
    let scene = model.scene(Settings::default()).expect("a scene");
    let whole = Hundredths::percent(100);
    let everyone =
        |rate| scene.everyone(planlint::nondiscrimination::excess_deferral::Status::Hce, Some(rate));
    let rows = scene.plans()[0].participants();
    for (taker, amount) in scene.hces.list.iter().zip(everyone(whole)) {
        let row = &rows[taker.place as usize];
        let pay = row.money(Money::Compensation);
        let capped = pay.min(terms.limits.compensation.expect("published").0);
        let elective = row.money(Money::PreTax);
        let additions = terms.limits.annual_additions.expect("published").0.min(pay);
        let most = [
            (12 * capped + 50) / 100,
            (60 * capped + 50) / 100 - elective,
            additions - elective.min(2_450_000) - row.money(Money::Match),
            pay - elective,
        ];
        assert_eq!(Some(amount.0), most.into_iter().min());
        assert_eq!(taker.at(Hundredths(137)).0, ((137 * capped + 5_000) / 10_000).min(amount.0));
    }
}
