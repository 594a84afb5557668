//! The page of test results as people read it: every snapshot is read when it changes.

use planlint::render::Style;
use planlint::render::testing::{Format, render};
use planlint::testing::Detail;

use super::{results_in, terms};

/// The example plan and its census.
fn example(format: Format, detail: Detail) -> String {
    let folder = "plan-specs/designs/robotics-maker";
    let spec = std::fs::read(format!("{folder}-fails-acp.plan.yaml")).expect("a spec");
    let census = std::fs::read_to_string(format!("{folder}-2026.census.csv")).expect("a census");
    let terms = super::terms_of("robotics.plan.yaml", spec);
    render(&results_in(&terms, &census, detail), format, &Style::PLAIN)
}

fn page(changes: &[(&str, &str)], census: &str) -> String {
    render(&results_in(&terms(changes), census, Detail::Corrections), Format::Full, &Style::PLAIN)
}

const TWO: &str = "employee_id,birth_date,hce,compensation,pre_tax,after_tax,match\nH,1990-01-01,yes,100000,8000,5000,3000\nN,1990-01-01,no,50000,0,0,0\n";

#[test]
fn a_failed_acp_test() {
    insta::assert_snapshot!(example(Format::Full, Detail::Participants));
}

#[test]
fn the_same_in_markdown() {
    insta::assert_snapshot!(example(Format::Markdown, Detail::Corrections));
}

#[test]
fn refunds_for_payroll() {
    insta::assert_snapshot!(example(Format::Csv, Detail::Corrections));
}

#[test]
fn what_is_unknown_is_asked_for() {
    insta::assert_snapshot!(page(&[("testing.acp", ""), ("eligibility.deferrals", "")], TWO));
}

#[test]
fn a_safe_harbor_plan_with_its_match_in_and_out() {
    insta::assert_snapshot!(page(&[("safe-harbor.type", "basic match"), ("safe-harbor.acp", "yes")], TWO));
}

#[test]
fn limits_and_a_narrow_terminal() {
    let census = "employee_id,birth_date,hire_date,hce,eligible,compensation,pre_tax,after_tax,match\n\
                  E1,1990-01-01,2015-01-01,yes,,150000,26000,40000,9000\n\
                  E2,1990-01-01,2015-01-01,no,no,50000,2000,0,1000\n\
                  E3,,2015-01-01,no,,90000,25000,0,0\n";
    let results =
        results_in(&terms(&[("match.formula", "50% of first 6% of pay")]), census, Detail::Corrections);
    insta::assert_snapshot!(render(&results, Format::Full, &Style { width: 48, ..Style::PLAIN }));
}

#[test]
fn the_readme_shows_what_the_example_comes_to() {
    let readme = std::fs::read_to_string("README.md").expect("a text");
    let shown =
        readme.split("$ planlint test robotics-maker").nth(1).and_then(|rest| rest.split("```").next());
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let page = plain(&example(Format::Full, Detail::Corrections));
    let lines: Vec<&str> =
        shown.expect("the example").lines().skip(1).filter(|line| !line.trim().is_empty()).collect();
    assert!(lines.len() >= 7, "{lines:?}");
    for line in lines {
        assert!(page.contains(&plain(line)), "README.md shows `{line}`, the program does not");
    }
}
