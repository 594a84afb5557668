//! Verdicts that hang on dates within the plan year, and on what is said twice.

use planlint::report::Verdict;

use crate::examples::options;

/// The day from which a plan of 2026 is available.
fn available_from(body: &str) -> Option<String> {
    let text = format!("plan \"A\" {{\n  type 401(k)\n  year 2026\n{body}\n}}\n");
    let input = planlint::Input { path: "a.plan".to_owned(), bytes: text.into_bytes() };
    let report = planlint::check(&[input], &options());
    let verdict = &report.plans.first().expect("a plan").mega_backdoor;
    assert_eq!(verdict.verdict, Verdict::Available, "{body}");
    verdict.available_from.map(|date| date.to_string())
}

#[test]
fn a_plan_is_available_from_the_day_on_which_all_that_it_needs_is_in_force() {
    let late = "after-tax { allowed yes }\n in-service { after-tax any time from 2026-12-31 }";
    assert_eq!(available_from(late).as_deref(), Some("2026-12-31"));
    let both =
        "after-tax { allowed yes from 2026-03-01 }\n in-service { after-tax any time from 2026-02-01 }";
    assert_eq!(available_from(both).as_deref(), Some("2026-03-01"));
    let always = "after-tax { allowed yes from 2020-01-01 }\n in-service { after-tax any time }";
    assert_eq!(available_from(always), None);
}

#[test]
fn what_is_said_twice_makes_nothing_available() {
    for body in [
        "after-tax { allowed yes; allowed no }\n in-service { after-tax any time }",
        "after-tax { allowed yes }\n in-service { after-tax any time }\n after-tax { allowed no }",
        "type 403(b)\n after-tax { allowed yes }\n in-service { after-tax any time }",
    ] {
        let text = format!("plan \"A\" {{\n  type 401(k)\n  year 2026\n{body}\n}}\n");
        let input = planlint::Input { path: "a.plan".to_owned(), bytes: text.into_bytes() };
        let report = planlint::check(&[input], &options());
        let found: Vec<&str> = report.findings.iter().map(|reported| reported.finding.rule).collect();
        assert_eq!(found, ["duplicate-key"], "{body}");
        assert_eq!(report.plans[0].mega_backdoor.verdict, Verdict::Unknown, "{body}");
    }
}
