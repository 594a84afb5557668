//! How the tests of plans come out, side by side: on the workforce of a spec, or on a census.

use planlint::compare::choice::Choice;
use planlint::compare::filter::Filter;
use planlint::lower::Truth;
use planlint::render::compare::Format;

use super::{PLANS, compared, written};
use crate::cli::{Folder, run};

const DENTAL: &str = include_str!("../../../plan-specs/designs/safe-harbor-with-after-tax.plan.yaml");
const ROBOTS: &str = include_str!("../../../plan-specs/designs/robotics-maker-fails-acp.plan.yaml");
const PEOPLE: &str = include_str!("../../../plan-specs/designs/robotics-maker-2026.census.csv");

#[test]
fn what_would_fail_is_on_the_first_screen() {
    let mut plans = PLANS.to_vec();
    plans.push(("plans/dental.plan.yaml", DENTAL));
    let comparison = compared(&plans);
    let page = written(&comparison, &Choice::default(), Format::Full, 100);
    assert!(page.contains("ACP test: 1 fails; of 4 plans neither a census nor a workforce tells"), "{page}");
    assert!(page.contains("fails −8.00"), "{page}");
    let without = written(&compared(PLANS), &Choice::default(), Format::Full, 100);
    assert!(!without.contains("ACP"), "{without}");
}

#[test]
fn plans_are_filtered_and_sorted_by_their_tests() {
    let comparison = compared(&[PLANS[0], ("plans/dental.plan.yaml", DENTAL)]);
    let holds = |filter: &str| {
        let filter = Filter::parse(filter).expect("a filter");
        comparison.plans.iter().map(|plan| filter.holds(plan)).collect::<Vec<_>>()
    };
    for filter in ["acp = fail", "acp != pass", "acp-margin < 0", "acp-margin = -8%", "adp = not_required"] {
        let found = holds(filter);
        assert!(matches!(&found[0], Truth::Unknown(missing) if missing.elections[0].as_str() == "workforce"));
        assert_eq!(found[1], Truth::Yes, "{filter}");
    }
    assert_eq!(holds("acp is unknown"), [Truth::Yes, Truth::No]);
    assert!(
        Filter::parse("acp = fails").is_err_and(|errors| errors[0].message.contains("did you mean `fail`?"))
    );
    let lines = written(&comparison, &Choice::default(), Format::Csv, 100);
    assert!(lines.contains("not_required,fail,-8.00,"), "{lines}");
    let document: serde_json::Value =
        serde_json::from_str(&written(&comparison, &Choice::default(), Format::Json, 100)).expect("JSON");
    assert_eq!(document["plans"][0]["exposure"], serde_json::Value::Null);
    assert_eq!(document["plans"][1]["exposure"]["source"], "workforce");
    assert_eq!(document["plans"][1]["exposure"]["acp"]["status"], "fail");
}

#[test]
fn the_rest_of_a_plan_does_not_pass_for_those_tested_apart() {
    let people = "workforce:
  hce: { count: 2, average-pay: $250000, participation: 0%, after-tax-participation: 0% }
  nhce: { count: 20, average-pay: $60000, participation: 100%, average-deferral: 6%, deferral-spread: 0%, after-tax-participation: 50%, average-after-tax: 3% }
";
    let of = |structure: &str| {
        let stated = format!("otherwise-excludable: {structure}");
        let spec = format!("{}{people}", ROBOTS.replace("otherwise-excludable: together", &stated));
        let comparison = compared(&[("plans/robots.plan.yaml", &spec)]);
        let json = written(&comparison, &Choice::default(), Format::Json, 100);
        let document: serde_json::Value = serde_json::from_str(&json).expect("JSON");
        document["plans"][0]["exposure"]["acp"]["status"].as_str().map(str::to_owned)
    };
    assert_eq!(of("together").as_deref(), Some("pass"));
    assert_eq!(of("separate").as_deref(), Some("unknown"));
}

#[test]
fn a_census_says_what_test_says() {
    let folder = Folder::new("compare-census");
    folder.write("robots.plan.yaml", ROBOTS);
    folder.write("robots.csv", PEOPLE);
    let run = |arguments: &[&str]| {
        let (_, out, err) = run(&folder.0, arguments);
        serde_json::from_str::<serde_json::Value>(&out).unwrap_or_else(|error| panic!("{error}: {err}"))
    };
    let tested = run(&["test", "robots.plan.yaml", "--census", "robots.csv", "--format", "json"]);
    let compared = run(&["compare", "robots.plan.yaml", "--census", "robots.csv", "--format", "json"]);
    let exposure = &compared["plans"][0]["exposure"];
    assert_eq!(exposure["source"], "census");
    for test in ["adp", "acp"] {
        assert_eq!(exposure[test]["status"], tested[test]["status"]);
        assert_eq!(exposure[test]["margin"], tested[test]["margin"]);
    }
    assert_eq!(exposure["acp"]["status"], "fail");
}

#[test]
fn one_amendment_opens_no_plan_of_a_kind_that_may_hold_no_after_tax_money() {
    let comparison = compared(PLANS);
    let counts: Vec<_> = comparison.blocking().iter().map(|own| (own.rule, own.plans, own.alone)).collect();
    let fir = comparison.plans.iter().find(|plan| plan.path.ends_with("fir.plan")).expect("a plan");
    assert_eq!(fir.report.mega_backdoor.blocked_by, ["after-tax-not-allowed"]);
    assert!(counts.contains(&("after-tax-not-allowed", 1, 0)), "{counts:?}");
}
