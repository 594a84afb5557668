//! ADP and ACP of generated plans against the same rule worked out here in plain integers, plan by plan: who is in, who
//! is highly compensated, both averages, both verdicts.

#[path = "../../benches/generated.rs"]
pub mod generated;

use std::collections::BTreeMap;

use generated::Row;
use planlint::census::employer::Reading;
use planlint::census::mapping::Mapping;
use planlint::census::{self, Census};
use planlint::law::Law;
use planlint::testing;
use planlint::testing::results::{Status, TestResult, TestResults};
use planlint::testing::terms::Terms;

const PLAN: &str = "\
plan: Generated
type: 401(k)
year: 2026
eligibility: { deferrals: age 21 and 1 year of service, entry: semiannual }
deferrals: { pre-tax: yes, roth: yes, catch-up: yes, super-catch-up: yes }
after-tax: { allowed: yes }
match: { formula: discretionary }
testing: { adp: current year, acp: current year, qnec: adp, top-paid-group: no, otherwise-excludable: together }
";

/// Heads and sums of ratios of one group, in hundredths of a point.
#[derive(Debug, Default, Clone, Copy)]
struct Group {
    heads: u64,
    deferral_ratios: u64,
    contribution_ratios: u64,
}

/// Heads of both groups; of each test both averages, where there are any, and whether it passes.
#[derive(Debug, PartialEq, Eq)]
struct Expected {
    heads: [u64; 2],
    adp: (Option<[u64; 2]>, bool),
    acp: (Option<[u64; 2]>, bool),
}

pub fn terms(text: &str) -> Terms {
    let input = planlint::Input { path: "a.plan.yaml".to_owned(), bytes: text.as_bytes().to_vec() };
    let plans = planlint::plans(&input, None, jiff::civil::date(2026, 7, 1)).expect("a plan");
    Terms::of(&plans[0], Law::current())
}

/// The results of every plan of a census in order, and what is known of the census.
pub fn tested(terms: &Terms, text: &str) -> (Census, Vec<TestResults>) {
    let mut found = BTreeMap::new();
    let census = census::by_employer(
        || Ok(text.as_bytes()),
        &Mapping::default(),
        |understanding, employer| {
            if employer.reading() == Reading::Second && employer.numbers().contains(&0) {
                found.clear();
            }
            for (place, number) in employer.numbers().iter().enumerate() {
                found.insert(*number, testing::run(terms, understanding, employer.plans(), place));
            }
        },
    );
    (census.expect("no reading fails"), found.into_values().collect())
}

fn number((year, month, day): (u64, u64, u64)) -> u64 {
    year * 10_000 + month * 100 + day
}

const fn dollars(whole: u64) -> u64 {
    whole * 100
}

fn is_in(row: &Row) -> bool {
    let met = (number(row.birth) + 210_000).max(number(row.hire) + 10_000);
    let entry = if met <= 20_260_101 { 20_260_101 } else { 20_260_701 };
    met <= entry && row.left.is_none_or(|left| number(left) >= entry) && row.pay > 0
}

fn ratio(contributions: u64, pay: u64) -> u64 {
    (20_000 * contributions + pay) / (2 * pay)
}

fn add(row: &Row, groups: &mut [Group; 2]) {
    let is_hce = row.ownership > 500 || row.prior_pay > dollars(160_000);
    let pay = row.pay.min(dollars(360_000));
    let deferrals = row.pre_tax + row.roth + row.catch_up;
    let catch_up_limit = match 2026 - row.birth.0 {
        0..50 => 0,
        60..=63 => dollars(11_250),
        _ => dollars(8_000),
    };
    let above = deferrals.saturating_sub(dollars(24_500));
    let counted = deferrals - if is_hce { above.min(catch_up_limit) } else { above };
    let group = &mut groups[usize::from(!is_hce)];
    group.heads += 1;
    group.deferral_ratios += ratio(counted + row.qnec, pay);
    group.contribution_ratios += ratio(row.after_tax + row.matching + row.qmac, pay);
}

fn verdict(groups: &[Group; 2], sum: fn(&Group) -> u64) -> (Option<[u64; 2]>, bool) {
    if groups.iter().any(|group| group.heads == 0) {
        return (None, true);
    }
    let [hce, nhce] = groups.map(|group| (2 * sum(&group) + group.heads) / (2 * group.heads));
    let limit = (125 * nhce).max(100 * (2 * nhce).min(nhce + 200));
    (Some([hce, nhce]), 100 * hce <= limit)
}

fn expected(rows: &[Row]) -> BTreeMap<u64, Expected> {
    let mut plans: BTreeMap<u64, [Group; 2]> = BTreeMap::new();
    for row in rows {
        let groups = plans.entry(row.plan).or_default();
        if is_in(row) {
            add(row, groups);
        }
    }
    let of = |(plan, groups): (u64, [Group; 2])| {
        let expected = Expected {
            heads: groups.map(|group| group.heads),
            adp: verdict(&groups, |group| group.deferral_ratios),
            acp: verdict(&groups, |group| group.contribution_ratios),
        };
        (plan, expected)
    };
    plans.into_iter().map(of).collect()
}

fn found(results: &TestResults) -> Expected {
    let test = |result: &TestResult| {
        let averages = result.comparison.map(|found| [found.hce, found.nhce].map(|average| average.0 as u64));
        assert!(matches!(result.status, Status::Pass | Status::Fail), "{result:?}");
        (averages, result.status == Status::Pass)
    };
    let heads = [results.counts.hce, results.counts.nhce].map(u64::from);
    Expected { heads, adp: test(&results.adp), acp: test(&results.acp) }
}

#[test]
fn every_plan_comes_out_as_by_hand() {
    let terms = terms(PLAN);
    let mut failed = 0;
    for seed in 1..=3 {
        let together = generated::rows(seed, 300, 6_000);
        for rows in [together.clone(), generated::shuffled(together, seed)] {
            let (census, results) = tested(&terms, &generated::csv(&rows));
            assert_eq!(census.problems.listed(), []);
            let expected = expected(&rows);
            assert_eq!(results.len(), expected.len());
            for plan in &results {
                let id = plan.plan_id.as_deref().unwrap_or_default();
                let wanted = &expected[&id[1..].parse().expect("a number")];
                assert_eq!(&found(plan), wanted, "plan {id}, seed {seed}");
                failed += usize::from(!wanted.adp.1) + usize::from(!wanted.acp.1);
            }
        }
    }
    assert!(failed > 300, "too few plans fail for the test to mean much: {failed}");
}
