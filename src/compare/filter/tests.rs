//! Tests of filters: three-valued answers, phrases in any spelling, errors at their columns.

use super::Filter;
use crate::compare::{ComparedPlan, compare};
use crate::lower::Truth;
use crate::report::CheckOptions;
use crate::report::adjust::Adjustments;
use crate::report::selection::Selection;
use crate::source::Input;

const PLAN: &str = "plan: Birch 401(k)\ntype: 401(k)\nyear: 2026\n\
    eligibility:\n  match: age 21 and 1 year of service\n\
    after-tax:\n  allowed: yes\n  limit: 10% of pay\n\
    in-plan-roth:\n  allowed: yes\n  sources: [after-tax, match]\n  automatic: each payroll\n  condition: any amount\n\
    in-service:\n  after-tax: unknown\n\
    match:\n  formula: 50% of first 6% of pay\n  vesting: immediate\n\
    deferrals:\n  roth: yes\nloans:\n  allowed: no\n";

fn plan(text: &str) -> ComparedPlan {
    let options = CheckOptions {
        year: None,
        as_of: jiff::civil::date(2026, 6, 30),
        require_mega_backdoor: false,
        selection: Selection::default(),
        adjustments: Adjustments::default(),
    };
    let input = Input { path: "birch.plan.yaml".to_owned(), bytes: text.as_bytes().to_vec() };
    let mut comparison = compare(&[input], &options);
    assert_eq!(comparison.unreadable, [""; 0]);
    comparison.plans.pop().expect("a plan")
}

/// `yes`, `no`, or what it hangs on.
fn answer(plan: &ComparedPlan, filter: &str) -> String {
    match Filter::parse(filter).unwrap_or_else(|errors| panic!("{filter}: {errors:?}")).holds(plan) {
        Truth::Yes => "yes".to_owned(),
        Truth::No => "no".to_owned(),
        Truth::Unknown(missing) => {
            missing.elections.iter().map(ToString::to_string).collect::<Vec<_>>().join(",")
        }
    }
}

#[test]
fn filters_are_answered_in_three_values() {
    let plan = plan(PLAN);
    let cases = [
        ("after-tax.allowed = yes", "yes"),
        ("after-tax.allowed != yes", "no"),
        ("AFTER-TAX.ALLOWED = YES", "yes"),
        ("after-tax.hce-limit = none", "after-tax.hce-limit"),
        ("after-tax.hce-limit != none", "after-tax.hce-limit"),
        ("not after-tax.hce-limit = none", "after-tax.hce-limit"),
        ("in-service.after-tax = any time", "in-service.after-tax"),
        ("in-service.after-tax is unknown", "yes"),
        ("in-service.after-tax is not stated", "yes"),
        ("match.formula is stated", "yes"),
        ("after-tax.allowed = no and in-service.after-tax = any time", "no"),
        ("after-tax.allowed = yes or in-service.after-tax = any time", "yes"),
        ("after-tax.allowed = yes and in-service.after-tax = any time", "in-service.after-tax"),
        // Other spellings of one phrase.
        ("match.formula = 50%  of FIRST 6.0% of pay", "yes"),
        ("eligibility.match = age 21 and 1 year of service and verdict = available", "yes"),
        ("(eligibility.match = age 21 and 1 year of service)", "yes"),
        ("eligibility.match = \"age 21 and 1 year of service\" and type = 401(k)", "yes"),
        ("match.vesting = immediate and (verdict = blocked or room > $1,000)", "yes"),
        // Amounts.
        ("after-tax.limit >= 10% of pay", "yes"),
        ("after-tax.limit > 10% of pay", "no"),
        ("after-tax.limit < 10.5% of pay", "yes"),
        ("after-tax.limit >= none", "no"),
        ("match.vesting >= 3-year cliff", "yes"),
        ("year >= 2026 and errors = 0", "yes"),
        // Lists.
        ("in-plan-roth.sources contains match", "yes"),
        ("in-plan-roth.sources contains roth", "no"),
        ("in-plan-roth.sources = match, after-tax", "yes"),
        ("plan contains birch", "yes"),
        ("routes contains in-plan-roth", "yes"),
        ("blocked-by = none", "yes"),
        // A plan without loans says enough about them.
        ("loans.allowed = yes", "no"),
    ];
    for (filter, expected) in cases {
        assert_eq!(answer(&plan, filter), expected, "{filter}");
    }
}

#[test]
fn what_does_not_exist_is_equal_to_nothing_and_need_not_be_asked() {
    let plan = plan("plan: Elm\ntype: 401(k)\nyear: 2026\nafter-tax: { allowed: no }\n");
    assert_eq!(answer(&plan, "after-tax.limit >= 1% of pay"), "no");
    assert_eq!(answer(&plan, "after-tax.limit is unknown"), "no");
    assert_eq!(answer(&plan, "verdict = blocked and blocked-by = after-tax-not-allowed"), "yes");
    assert_eq!(answer(&plan, "room = $0"), "yes");
}

#[test]
fn all_errors_come_at_once_each_at_its_column() {
    let cases: &[(&str, &[(usize, &str)])] = &[
        (
            "after-tax.alowed = yes and verdict = bloked",
            &[(1, "did you mean `after-tax.allowed`?"), (38, "did you mean `blocked`?")],
        ),
        ("after-tax.limit = 10 of pay", &[(19, "no unit")]),
        ("(verdict = blocked", &[(1, "never closed")]),
        ("verdict = blocked)", &[(18, "nothing belongs here")]),
        ("", &[(1, "expected a test")]),
        ("verdict", &[(8, "expected =")]),
        ("verdict =", &[(10, "expected a value")]),
        ("after-tax.allowed = unknown", &[(21, "`after-tax.allowed is unknown`")]),
        ("match.formula > 3% of pay", &[(17, "not more or less")]),
        ("verdict is blocked", &[(9, "`verdict =`")]),
        ("true-up = yes", &[(1, "did you mean `match.true-up`?")]),
    ];
    for (filter, expected) in cases {
        let errors = Filter::parse(filter).expect_err(filter);
        assert_eq!(errors.len(), expected.len(), "{filter}: {errors:?}");
        for (error, (column, part)) in errors.iter().zip(*expected) {
            assert_eq!(error.column, *column, "{filter}: {error:?}");
            assert!(error.message.contains(part), "{filter}: {error:?}");
        }
    }
}

#[test]
fn no_text_is_too_strange_to_be_read() {
    let deep = "(".repeat(10_000);
    let not = "not ".repeat(10_000);
    for text in
        [&*deep, &*not, "é = ü", "a=\"", "'", "plan = 'x", "and", "or or", ") (", "plan contains '計画'"]
    {
        let _ = Filter::parse(text);
    }
    let hostile = format!("plan = {}", "and plan = ".repeat(2_000));
    let _ = Filter::parse(&hostile);
}
