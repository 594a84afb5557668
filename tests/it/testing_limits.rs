//! The limits of `planlint test`, person by person, on figures worked out by hand from the law of 2026.

use jiff::civil::date;
use planlint::census::{self, mapping::Mapping, participant::PlanRows};
use planlint::law::Law;
use planlint::plan::Plan;
use planlint::render::testing::json;
use planlint::testing;
use planlint::testing::terms::Terms;
use serde_json::Value;

/// 402(g) $24,500; catch-up $8,000, at 60 to 63 $11,250; 415(c) $72,000; 401(a)(17) $360,000; Roth catch-up above
/// wages of $150,000.
pub const PLAN: &str = "\
plan: Acme 401(k) Plan
type: 401(k)
year: 2026
employer: { entity: corporation }
eligibility: { deferrals: age 21 and 1 year of service, entry: semiannual }
deferrals: { pre-tax: yes, roth: yes, catch-up: yes, super-catch-up: yes }
after-tax: { allowed: yes, matched: no }
match: { formula: 50% of first 6% of pay, conditions: none, vesting: immediate }
nonelective: { formula: 3% of pay }
safe-harbor: { type: none }
compensation: { cap: 401(a)(17) }
testing: { adp: current year, acp: current year, qnec: none, top-paid-group: no }
";

/// The plan with one line in place of that of the same section.
pub fn plan_with(line: &str) -> String {
    let section = line.split(':').next().unwrap_or_default();
    let is_other = |old: &&str| !old.starts_with(&format!("{section}:"));
    let kept: Vec<&str> = PLAN.lines().filter(is_other).collect();
    format!("{}\n{line}\n", kept.join("\n"))
}

pub fn plan(text: &str) -> Plan {
    let input = planlint::Input { path: "acme.plan.yaml".to_owned(), bytes: text.as_bytes().to_vec() };
    let plans = planlint::plans(&input, None, date(2026, 11, 1));
    let plans = plans.unwrap_or_else(|report| panic!("{:?}", report.findings));
    plans.into_iter().next().expect("a plan")
}

/// The JSON of a census's plan `tested`, among all plans of the census as those of one employer.
pub fn of_group(plan_text: &str, rows: &str, tested: usize) -> Value {
    let terms = Terms::of(&plan(plan_text), Law::current());
    let mut plans: Vec<PlanRows> = Vec::new();
    let keep = |_: &_, rows: &PlanRows| plans.push(rows.clone());
    let (census, _) = census::by_plan(|| Ok(rows.as_bytes()), &Mapping::default(), keep).expect("a census");
    assert!(census.problems.is_empty(), "{:?}", census.problems.listed());
    let results = testing::run(&terms, &census.understanding, &plans, tested);
    serde_json::from_str(&json::json(&results)).expect("JSON")
}

pub fn of(plan_text: &str, rows: &str) -> Value {
    of_group(plan_text, rows, 0)
}

/// Findings as `test status employee amount limit excess`.
fn told(found: &Value) -> Vec<String> {
    let line = |one: &Value| {
        let part = |name: &str| one[name].as_str().unwrap_or("-").to_owned();
        ["test", "status", "employee_id", "amount", "limit", "excess"].map(part).join(" ")
    };
    found["limits"].as_array().expect("limits").iter().map(line).collect()
}

fn limits(plan_text: &str, rows: &str) -> (String, Vec<String>) {
    let found = of(plan_text, rows);
    let status = found["limits_summary"]["status"].as_str().unwrap_or_default().to_owned();
    (status, told(&found))
}

#[test]
fn deferrals_may_reach_the_limit_and_not_a_cent_more() {
    let rows = "\
employee_id,birth_date,hire_date,compensation,prior_compensation,prior_fica_wages,after_tax,pre_tax,roth,catch_up
AT,1990-01-01,2010-01-01,100000,90000,90000,0,20000,4500,0
ABOVE,1990-01-01,2010-01-01,100000,90000,90000,0,20000,4500.01,0
FIFTY,1976-12-31,2010-01-01,100000,90000,90000,0,24500,0,8000
LATE,1977-01-01,2010-01-01,100000,90000,90000,0,32500,0,0
SIXTY,1966-12-31,2010-01-01,100000,90000,90000,0,35750,0,0
SIXTYTHREE,1963-01-01,2010-01-01,100000,90000,90000,0,35750.01,0,0
SIXTYFOUR,1962-12-31,2010-01-01,100000,90000,90000,0,35750,0,0
";
    let (status, told) = limits(PLAN, rows);
    assert_eq!(status, "fail");
    assert_eq!(
        told,
        [
            "402(g) fail ABOVE 24500.01 24500.00 0.01",
            "402(g) fail LATE 32500.00 24500.00 8000.00",
            "402(g) fail SIXTYTHREE 35750.01 35750.00 0.01",
            "402(g) fail SIXTYFOUR 35750.00 32500.00 3250.00",
        ]
    );
}

#[test]
fn an_unknown_age_is_unknown_only_where_it_decides() {
    let rows = "\
employee_id,birth_date,hire_date,compensation,prior_compensation,prior_fica_wages,after_tax,pre_tax
BELOW,,2010-01-01,100000,90000,90000,0,24500
PERHAPS,,2010-01-01,100000,90000,90000,0,30000
NEVER,,2010-01-01,100000,90000,90000,0,40000
";
    let plan = plan_with("eligibility: { deferrals: 1 year of service, entry: semiannual }");
    let found = of(&plan, rows);
    assert_eq!(
        told(&found),
        ["402(g) unknown PERHAPS 30000.00 24500.00 5500.00", "402(g) fail NEVER 40000.00 35750.00 4250.00"]
    );
    assert_eq!(found["limits"][0]["missing"]["columns"][0], "birth_date");
}

#[test]
fn payrolls_word_for_catch_up_counts_only_above_the_limit() {
    let rows = "\
employee_id,birth_date,hire_date,compensation,prior_compensation,prior_fica_wages,after_tax,pre_tax,catch_up
YOUNG,1990-01-01,2010-01-01,100000,90000,90000,0,10000,3000
MUCH,1970-01-01,2010-01-01,100000,90000,90000,0,24500,9000
";
    let (_, told) = limits(PLAN, rows);
    assert_eq!(
        told,
        ["402(g) fail MUCH 33500.00 32500.00 1000.00", "414(v) fail MUCH 9000.00 8000.00 1000.00"]
    );
}

const HIGH_EARNERS: &str = "\
employee_id,birth_date,hire_date,compensation,prior_compensation,prior_fica_wages,after_tax,pre_tax,roth
PRETAX,1970-01-01,2010-01-01,200000,151000,150000.01,0,32500,0
PARTLY,1970-01-01,2010-01-01,200000,151000,151000,0,27500,5000
ROTH,1970-01-01,2010-01-01,200000,151000,151000,0,24500,8000
AT,1970-01-01,2010-01-01,200000,151000,150000,0,32500,0
";

#[test]
fn catch_up_of_high_earners_must_be_roth() {
    let (_, found) = limits(PLAN, HIGH_EARNERS);
    assert_eq!(
        found,
        ["414(v) fail PRETAX 8000.00 0.00 8000.00", "414(v) fail PARTLY 8000.00 5000.00 3000.00"]
    );
    let no_roth = plan_with("deferrals: { pre-tax: yes, roth: no, catch-up: yes, super-catch-up: yes }");
    let found = limits(&no_roth, &HIGH_EARNERS.replace(",5000\n", ",0\n").replace(",8000\n", ",0\n")).1;
    assert_eq!(found, ["414(v) fail PRETAX 8000.00 0.00 8000.00", "414(v) fail PARTLY 3000.00 0.00 3000.00"]);
    let without = HIGH_EARNERS.replace("prior_fica_wages", "note");
    let found = of(PLAN, &without);
    assert_eq!((told(&found).len(), found["limits_summary"]["status"].as_str()), (0, Some("unknown")));
    assert_eq!(found["limits_summary"]["missing"]["columns"][0], "prior_fica_wages");
}

#[test]
fn annual_additions_are_held_to_the_dollar_limit_and_to_pay() {
    // 24,500 + 36,700 + 10,800 = 72,000.
    let rows = "\
employee_id,birth_date,hire_date,compensation,prior_compensation,prior_fica_wages,pre_tax,after_tax,match
AT,1990-01-01,2010-01-01,360000,150000,0,24500,36700,10800
ABOVE,1990-01-01,2010-01-01,360000,150000,0,24500,36700.01,10800
PAY,1990-01-01,2010-01-01,20000,20000,0,12000,8000,600
OLDER,1970-01-01,2010-01-01,360000,150000,0,24500,44700,10800
TOO,1970-01-01,2010-01-01,360000,150000,0,24500,44700.01,10800
";
    let found = of(PLAN, rows);
    assert_eq!(
        told(&found),
        [
            "415(c) fail ABOVE 72000.01 72000.00 0.01",
            "415(c) fail PAY 20600.00 20000.00 600.00",
            "415(c) fail TOO 72000.01 72000.00 0.01",
        ]
    );
    let reduce = &found["limits"][1]["reduce"];
    assert_eq!((&reduce[0]["source"], &reduce[0]["amount"]), (&"after_tax".into(), &"600.00".into()));
}

#[test]
fn what_goes_back_first_is_after_tax_money_then_deferrals() {
    // 24,500 + 1,000 + 10,800 + 40,000 = 76,300: 4,300 too much.
    let rows = "\
employee_id,birth_date,hire_date,compensation,prior_compensation,prior_fica_wages,pre_tax,after_tax,match,nonelective
E1,1990-01-01,2010-01-01,360000,150000,0,24500,1000,10800,40000
";
    let plan = plan_with("nonelective: { formula: discretionary }");
    let found = of(&plan, rows);
    let reduce = found["limits"][0]["reduce"].as_array().expect("steps").clone();
    let step = |one: &Value| {
        format!("{} {}", one["source"].as_str().unwrap_or(""), one["amount"].as_str().unwrap_or(""))
    };
    let steps: Vec<String> = reduce.iter().map(step).collect();
    assert_eq!(steps, ["after_tax 1000.00", "elective_deferrals 3300.00"]);
    let notes = found["notes"].to_string();
    assert!(notes.contains("6.06(2)"), "{notes}");
}

#[test]
fn two_plans_of_one_employer_share_the_limits() {
    let rows = "\
plan_id,employee_id,birth_date,hire_date,compensation,prior_compensation,prior_fica_wages,pre_tax,after_tax,match
A,E1,1990-01-01,2010-01-01,100000,90000,0,20000,0,3000
A,E2,1990-01-01,2010-01-01,300000,150000,0,20000,20000,9000
B,E1,1990-01-01,2010-01-01,100000,90000,0,4500.01,0,0
B,E2,1990-01-01,2010-01-01,300000,150000,0,4500,20000,0
";
    let found = of_group(PLAN, rows, 0);
    // 24,500 + 40,000 + 9,000 = 73,500.
    assert_eq!(
        told(&found),
        ["402(g) fail E1 24500.01 24500.00 0.01", "415(c) fail E2 73500.00 72000.00 1500.00"]
    );
}

#[test]
fn employer_money_shows_that_pay_above_the_cap_was_counted() {
    // 3% of 360,000 is 10,800, of 500,000 it is 15,000.
    let rows = "\
employee_id,birth_date,hire_date,compensation,prior_compensation,prior_fica_wages,after_tax,pre_tax,match,nonelective
RIGHT,1990-01-01,2010-01-01,500000,150000,0,0,24500,10800,10800
MATCH,1990-01-01,2010-01-01,500000,150000,0,0,24500,12250,10800
MONEY,1990-01-01,2010-01-01,500000,150000,0,0,24500,10800,15000
";
    let (_, found) = limits(PLAN, rows);
    // Half of the 24,500 deferred is 12,250, within half of 6% of 500,000.
    assert_eq!(
        found,
        [
            "401(a)(17) fail MATCH 12250.00 10800.00 1450.00",
            "401(a)(17) fail MONEY 15000.00 10800.00 4200.00",
        ]
    );
    let unknown = plan_with("nonelective: { formula: discretionary }");
    assert_eq!(limits(&unknown, rows).1.len(), 1);
}

/// The exit code of `planlint test` on this census.
fn exit(name: &str, rows: &str) -> Option<i32> {
    let folder = std::env::temp_dir();
    let file = |suffix: &str| folder.join(format!("planlint-{}-{name}{suffix}", std::process::id()));
    let (plan, census) = (file(".plan.yaml"), file(".csv"));
    std::fs::write(&plan, PLAN).expect("a plan");
    std::fs::write(&census, rows).expect("a census");
    let mut command = assert_cmd::Command::cargo_bin("planlint").expect("the program");
    command.env_clear().arg("test").arg(&plan).arg("--census").arg(&census).args(["--format", "jsonl"]);
    command.output().expect("a run").status.code()
}

#[test]
fn a_limit_that_is_passed_is_a_finding_and_top_heaviness_alone_is_none() {
    let rows = "\
employee_id,birth_date,hire_date,compensation,prior_compensation,prior_ownership,after_tax,pre_tax,nonelective,balance
H,1990-01-01,2010-01-01,200000,190000,60,0,6000,6000,500000
N,1990-01-01,2010-01-01,100000,90000,0,0,5000,3000,1000
";
    assert_eq!(exit("paid", rows), Some(0), "top-heavy, and the minimum of 3% is made");
    assert_eq!(exit("short", &rows.replace("3000,1000", "2999.99,1000")), Some(1));
    assert_eq!(exit("no-balance", &rows.replace("balance", "remark")), Some(0));
    assert_eq!(exit("above", &rows.replace(",5000,3000", ",24500.01,3000")), Some(1));
}
