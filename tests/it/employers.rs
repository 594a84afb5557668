//! Plans of one employer are tested together: what a highly compensated employee has in one of them counts in each (26
//! CFR 1.401(k)-2(a)(3)(ii), 1.401(m)-2(a)(3)(ii)).

use planlint::census;
use planlint::census::mapping::Mapping;
use planlint::testing::results::TestResults;

use crate::reference::{terms, tested};

const PLAN: &str = "\
plan: Shared
type: 401(k)
year: 2026
eligibility: { deferrals: immediate, entry: immediate }
deferrals: { pre-tax: yes, catch-up: yes, super-catch-up: yes }
after-tax: { allowed: yes }
match: { formula: 50% of first 6% of pay }
testing: { adp: current year, acp: current year, qnec: none, top-paid-group: no }
";

const HEADER: &str = "plan_id,employer_group,employee_id,birth_date,hire_date,compensation,prior_compensation,pre_tax,after_tax,match\n";

/// Ann is highly compensated and in the plans A and B of one employer, with 6,000 and 4,000 of deferrals. C is a plan
/// of another employer, with an Ann of its own; D names no employer.
const ROWS: [&str; 8] = [
    "A,g1,ann,1980-01-01,2010-01-01,100000,200000,6000,1000,500\n",
    "A,g1,ben,1985-01-01,2010-01-01,50000,50000,2000,0,1000\n",
    "B,g1,ann,1980-01-01,2010-01-01,80000,200000,4000,0,1500\n",
    "B,g1,ben,1985-01-01,2010-01-01,50000,50000,1500,0,500\n",
    "C,g2,ann,1980-01-01,2010-01-01,100000,200000,7000,0,0\n",
    "C,g2,eve,1985-01-01,2010-01-01,50000,50000,2500,0,0\n",
    "D,,ann,1980-01-01,2010-01-01,100000,200000,3000,0,0\n",
    "D,,eve,1985-01-01,2010-01-01,50000,50000,2500,0,0\n",
];

fn results(rows: &[&str]) -> Vec<TestResults> {
    let (census, results) = tested(&terms(PLAN), &[HEADER, &rows.concat()].concat());
    assert_eq!(census.problems.listed(), []);
    assert_eq!((census.plans, census.people), (4, 6));
    results
}

/// The plan, and the averages of both tests in hundredths of a point.
fn averages(results: &TestResults) -> (&str, [i64; 4]) {
    let [adp, acp] = [&results.adp, &results.acp].map(|test| test.comparison.expect("a comparison"));
    (results.plan_id.as_deref().unwrap_or_default(), [adp.hce.0, adp.nhce.0, acp.hce.0, acp.nhce.0])
}

#[test]
fn contributions_to_all_plans_of_an_employer_count_in_each_ratio_of_an_hce() {
    let results = results(&ROWS);
    let found: Vec<_> = results.iter().map(averages).collect();
    // A: (6,000 + 4,000) / 100,000 and (1,000 + 500 + 1,500) / 100,000. B: the same money over 80,000 of pay. Ben is not
    // highly compensated: each plan counts its own.
    let expected = [
        ("A", [1_000, 400, 300, 200]),
        ("B", [1_250, 300, 375, 100]),
        ("C", [700, 500, 0, 0]),
        ("D", [300, 500, 0, 0]),
    ];
    assert_eq!(found, expected);
}

#[test]
fn it_does_not_matter_where_plans_and_employers_stand() {
    let together = results(&ROWS);
    // The plans of an employer apart, then also the rows of plans.
    for order in [[0, 1, 4, 5, 6, 7, 2, 3], [0, 2, 4, 6, 1, 3, 5, 7], [6, 4, 0, 5, 3, 7, 1, 2]] {
        let apart = results(&order.map(|place| ROWS[place]));
        let mut seen = Vec::new();
        for place in order {
            let plan = &ROWS[place][..1];
            if !seen.contains(&plan) {
                seen.push(plan);
            }
        }
        let ids: Vec<_> = apart.iter().map(|plan| plan.plan_id.as_deref().unwrap_or_default()).collect();
        assert_eq!(ids, seen, "results come in the order of plans");
        for plan in &together {
            assert!(apart.iter().any(|other| averages(other) == averages(plan)), "{order:?}");
        }
    }
}

#[test]
fn a_plan_has_one_employer() {
    let told = |rows: &[&str]| {
        let text = [HEADER, &rows.concat()].concat();
        let census = census::inspect(|| Ok(text.as_bytes()), &Mapping::default()).expect("no reading fails");
        let place = |problem: &census::problem::Problem| (problem.row, problem.message());
        census.problems.listed().iter().map(place).collect::<Vec<_>>()
    };
    let message = "`employer_group` differs from the rows above of the same plan".to_owned();
    let other = "A,g9,zoe,1980-01-01,2010-01-01,50000,50000,0,0,0\n";
    let none = "A,,zoe,1980-01-01,2010-01-01,50000,50000,0,0,0\n";
    assert_eq!(told(&[ROWS[0], other]), [(Some(3), message.clone())]);
    assert_eq!(told(&[ROWS[0], none]), [(Some(3), message.clone())]);
    // Apart, so that the rows meet in the second reading only.
    assert_eq!(told(&[ROWS[0], ROWS[4], other]), [(Some(4), message)]);
}
