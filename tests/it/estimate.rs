//! `planlint estimate` as its users see it, and what an estimate may not pretend.

use std::path::Path;

use assert_cmd::Command;

use planlint::census::column::Money;
use planlint::census::mapping::Mapping;
use planlint::estimate::lever::{Axis, Settings};
use planlint::estimate::population::Population;
use planlint::estimate::projection::{Reading, projected};
use planlint::estimate::{Depth, Estimate, Request, of_workforce};
use planlint::law::Law;
use planlint::money::exact::Hundredths;
use planlint::testing::results::Status;
use planlint::testing::terms::Terms;

const PLAN: &str = "plan-specs/designs/robotics-maker-fails-acp.plan.yaml";
const CENSUS: &str = "plan-specs/designs/robotics-maker-2026.census.csv";

const SPEC: &str = "\
plan: Small
type: 401(k)
year: 2026
eligibility: { deferrals: immediate, entry: immediate }
deferrals: { pre-tax: yes }
after-tax: { allowed: yes, matched: no, limit: none, hce-limit: none }
match: { formula: 50% of first 6% of pay, sources: 'pre-tax, roth', conditions: none }
nonelective: { formula: none }
safe-harbor: { type: none }
testing: { adp: current year, acp: current year, qnec: none, recharacterization: no, top-paid-group: no }
workforce:
  hce: { count: 4, average-pay: $200000, participation: 100%, average-deferral: 6%, deferral-spread: 2%, after-tax-participation: 50%, average-after-tax: 5% }
  nhce: { count: 20, average-pay: $60000, participation: 75%, average-deferral: 6%, deferral-spread: 4%, after-tax-participation: 10%, average-after-tax: 3% }
";

fn request() -> Request {
    Request {
        depth: Depth::Whole,
        base: Settings::default(),
        x: None,
        y: None,
        seed: 1,
        spread: None,
        runs: 200,
    }
}

fn estimate(spec: &str, request: &Request) -> Estimate {
    let input = planlint::Input { path: "small.plan.yaml".to_owned(), bytes: spec.as_bytes().to_vec() };
    let plan = planlint::plans(&input, None, jiff::civil::date(2026, 7, 1)).expect("a plan").remove(0);
    of_workforce(&plan, Law::current(), request)
}

fn run(arguments: &[&str]) -> (i32, String) {
    let mut command = Command::cargo_bin("planlint").expect("the program");
    let output = command.arg("estimate").args(arguments).output().expect("a run");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    (output.status.code().expect("a code"), text + &String::from_utf8_lossy(&output.stderr))
}

#[test]
fn a_capped_match_averages_over_the_spread_and_not_at_the_mean() {
    let found = estimate(SPEC, &request());
    let exposure = found.exposure.expect("an exposure");
    let acp = exposure.cell.acp.comparison.expect("a comparison");
    // Of 15 who defer between 2% and 10%, evenly, 8 are at 6% or above: the match averages 2.46% of pay and not 3%.
    // Rates 2.27, 2.80, 3.33, 3.87, 4.40, 4.93, 5.47 and eight at the cap: half of each, over 20 people, and after tax
    // two at 3%: (1.13 + 1.40 + 1.67 + 1.93 + 2.20 + 2.47 + 2.73 + 8 x 3 + 2 x 3) / 20 = 2.18.
    assert_eq!(acp.nhce, Hundredths(218));
    // Rates 4.5, 5.5, 6.5, 7.5 of four, two of whom put in 5% after tax.
    assert_eq!(acp.hce, Hundredths(525));
    assert_eq!(exposure.cell.acp.status, Status::Fail, "2.18 + 2 is less than 5.25");
    let adp = exposure.cell.adp.comparison.expect("a comparison");
    assert_eq!((adp.hce, adp.nhce), (Hundredths(600), Hundredths(450)), "averages are kept");
}

#[test]
fn a_spread_that_decides_a_test_is_asked_for() {
    let open = SPEC.replace(", deferral-spread: 4%", "").replace(
        "after-tax-participation: 50%, average-after-tax: 5%",
        "after-tax-participation: 50%, average-after-tax: 3.5%",
    );
    let found = estimate(&open, &request());
    let exposure = found.exposure.expect("an exposure");
    assert_eq!(exposure.cell.acp.status, Status::Unknown);
    let asked = exposure.cell.acp.unanswered.elections.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(asked, ["workforce.nhce.deferral-spread"]);
    assert_eq!(exposure.cell.adp.status, Status::Pass, "deferrals average the same");
    assert!(found.headroom.is_err(), "the room differs too");
}

#[test]
fn what_is_not_stated_is_unknown_and_what_is_set_is_not_asked() {
    let open = SPEC.replace(", after-tax-participation: 10%, average-after-tax: 3%", "");
    let found = estimate(&open, &request());
    let exposure = found.exposure.as_ref().expect("an exposure");
    assert_eq!((exposure.cell.adp.status, exposure.cell.acp.status), (Status::Pass, Status::Unknown));
    assert!(!found.is_settled());
    let x = Axis::parse("nhce-after-tax-rate=2,4").expect("an axis");
    let y = Axis::parse("nhce-after-tax-participation=0,50").expect("an axis");
    let grid = estimate(&open, &Request { x: Some(x), y: Some(y), ..request() }).grid.expect("a grid");
    assert!(grid.rows.iter().flatten().all(Result::is_ok), "both are set: {:?}", grid.rows);
    for (from, to) in [
        (
            "matched: no, limit: none, hce-limit: none }\nmatch: { formula: 50% of first 6% of pay, sources: 'pre-tax, roth'",
            "matched: unknown, limit: none, hce-limit: none }\nmatch: { formula: 50% of first 6% of pay",
        ),
        ("formula: 50% of first 6% of pay", "formula: discretionary"),
    ] {
        let exposure =
            estimate(&SPEC.replace(from, to), &Request { base: grid_base(), ..request() }).exposure;
        let is_open =
            exposure.is_err() || exposure.is_ok_and(|found| found.cell.acp.status == Status::Unknown);
        assert!(is_open, "{to}");
    }
}

fn grid_base() -> Settings {
    let axis = Axis::parse("hce-after-tax-participation=100").expect("an axis");
    Settings::default().with(axis.lever, axis.values[0])
}

#[test]
fn the_room_ends_where_a_hundredth_more_fails() {
    let found = estimate(SPEC, &request());
    let rate = found.headroom.expect("room").rate.expect("a rate");
    let status = |rate: Hundredths| {
        let at = |base: Settings, text: &str| {
            let axis = Axis::parse(text).expect("an axis");
            base.with(axis.lever, axis.values[0])
        };
        let base = at(Settings::default(), "hce-after-tax-participation=100");
        let base = base.with(planlint::estimate::lever::Lever::HceAfterTaxRate, rate);
        estimate(SPEC, &Request { base, ..request() }).exposure.expect("an exposure").cell.acp.status
    };
    assert_eq!((status(rate), status(Hundredths(rate.0 + 1))), (Status::Pass, Status::Fail));
}

#[test]
fn a_simulation_is_the_same_for_the_same_seed() {
    let with = |seed| {
        let request = Request { spread: Some(Hundredths::percent(50)), seed, ..request() };
        estimate(SPEC, &request).chance.expect("a simulation").expect("an answer")
    };
    assert_eq!(with(1), with(1));
    assert_ne!(with(1).expected, with(2).expected);
    assert!((1..200).contains(&with(1).fails), "some runs fail: {:?}", with(1));
}

#[test]
fn a_census_as_it_stands_is_the_test_of_it() {
    let (code, text) = run(&[PLAN, "--census", CENSUS, "--format", "json"]);
    let found: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let tested = Command::cargo_bin("planlint")
        .expect("the program")
        .args(["test", PLAN, "--census", CENSUS, "--format", "json"])
        .output()
        .expect("a run");
    let tested: serde_json::Value = serde_json::from_slice(&tested.stdout).expect("JSON");
    assert_eq!((code, &found["schema"]), (1, &serde_json::json!("planlint/estimate/1")));
    for test in ["adp", "acp"] {
        for member in ["status", "hce", "nhce", "limit", "basis", "margin"] {
            assert_eq!(found[test][member], tested[test][member], "{test} {member}");
        }
    }
    assert_eq!(found["acp"]["excess_total"], tested["acp"]["excess_total"]);
}

#[test]
fn every_format_is_written_and_names_what_it_assumes() {
    for format in ["full", "markdown", "json", "html"] {
        let (code, text) = run(&[PLAN, "--census", CENSUS, "--format", format]);
        assert_eq!(code, 1, "{format}");
        assert!(text.contains("seed 1"), "{format}: {text}");
        insta::assert_snapshot!(format!("estimate_{format}"), text);
    }
    let (_, csv) = run(&[PLAN, "--census", CENSUS, "--format", "csv"]);
    assert_eq!(csv.lines().count(), 1 + 9 * 4, "a line for each cell");
    insta::assert_snapshot!("estimate_csv", csv);
}

#[test]
fn a_part_of_a_year_is_carried_on() {
    let (_, text) = run(&[PLAN, "--census", CENSUS, "--through", "2026-06-30", "--pay-growth", "3"]);
    assert!(text.contains("If the year ended on the last day that the census covers"), "{text}");
    assert!(text.contains("181 of 365 days"), "{text}");
    let (code, text) = run(&[PLAN, "--census", CENSUS, "--through", "2027-06-30"]);
    assert!(code == 1 && text.contains("not in the plan year"), "{text}");
    let (_, text) = run(&[PLAN, "--census", CENSUS, "--as-if", "--pay-growth", "4"]);
    assert!(text.contains("The census is of the year before") && text.contains("Pay grows by 4%"), "{text}");
}

/// Rows at the end of the year: pay, deferrals, match of each, in cents.
fn projected_rows(reading: Reading, rows: &str) -> Vec<[i64; 3]> {
    let spec = SPEC.split("workforce:").next().expect("the plan");
    let spec =
        spec.replace("pre-tax: yes }", "pre-tax: yes, roth: yes, catch-up: yes, super-catch-up: yes }");
    let input = planlint::Input { path: "small.plan.yaml".to_owned(), bytes: spec.as_bytes().to_vec() };
    let plan = planlint::plans(&input, None, jiff::civil::date(2026, 7, 1)).expect("a plan").remove(0);
    let terms = Terms::of(&plan, Law::current());
    let text = format!(
        "employee_id,birth_date,hire_date,termination_date,compensation,prior_compensation,pre_tax,after_tax,match\n{rows}"
    );
    let mut found = None;
    planlint::census::by_employer(
        || Ok(text.as_bytes()),
        &Mapping::default(),
        |census, employer| {
            found = Some(Population::census(census.clone(), employer.plans().to_vec(), 0));
        },
    )
    .expect("a census");
    let people = projected(&plan, &terms, found.expect("rows"), reading, Hundredths::ZERO).expect("people");
    let of = |money| move |one: &planlint::census::participant::Participant| one.money(money);
    let [pay, deferral, matching] = [Money::Compensation, Money::PreTax, Money::Match].map(of);
    people.plans[0].participants().iter().map(|one| [pay(one), deferral(one), matching(one)]).collect()
}

#[test]
fn a_pace_goes_on_until_a_limit_or_the_end_of_employment() {
    let rows = "\
A,1990-01-01,2010-01-01,,50000,90000,5000,0,1500
B,1990-01-01,2010-01-01,,50000,90000,15000,0,1500
C,1970-01-01,2010-01-01,,50000,90000,15000,0,1500
D,1990-01-01,2010-01-01,2026-03-31,50000,90000,5000,0,1500
E,1990-01-01,2010-01-01,2026-07-01,18100,90000,0,0,0
";
    let through = projected_rows(Reading::Through(jiff::civil::date(2026, 6, 30)), rows);
    // 181 days have passed and 184 are left: $50,000 x 365 / 181, and so on; deferrals stop at $24,500, or with catch-up
    // of $8,000 not at all below $32,500, and the match moves with them.
    assert_eq!(
        through,
        [
            [10_082_873, 1_008_287, 302_486],
            [10_082_873, 2_450_000, 245_000],
            [10_082_873, 3_024_862, 302_486],
            [5_000_000, 500_000, 150_000],
            [1_820_000, 0, 0],
        ]
    );
    // The year before: this year's match on the year, 50% of the first 6% of pay; whoever has left has nothing.
    let as_if = projected_rows(
        Reading::AsIf,
        "A,1990-01-01,2010-01-01,,50000,90000,5000,0,77\nB,1990-01-01,2010-01-01,2025-12-30,50000,90000,5000,0,77\n",
    );
    assert_eq!(as_if, [[5_000_000, 500_000, 150_000], [0, 0, 0]]);
}

#[test]
fn usage_is_checked() {
    for wrong in [
        &["--x", "rate=1"][..],
        &["--x", "hce-after-tax-rate=5..1"],
        &["--y", "hce-after-tax-rate=1"],
        &["--set", "hce-after-tax-rate=1,2"],
        &["--through", "2026-06-30"],
        &["--runs", "0"],
    ] {
        let (code, text) = run(&[&[PLAN][..], wrong].concat());
        assert_eq!(code, 2, "{wrong:?}: {text}");
    }
    assert!(Path::new(PLAN).is_file());
}
