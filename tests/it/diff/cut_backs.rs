//! Rights that an amendment takes away, and what a safe harbor plan may not change within its year.

use planlint::render::Style;
use planlint::render::diff::{Format, render};

use super::{compare, compare_by_few, concerns, plan};

#[test]
fn a_right_to_withdraw_that_is_taken_away_is_protected() {
    let old = "  after-tax { allowed yes }\n  in-service { after-tax any time; employer-money age 59 1/2 or hardship }";
    let new = "  after-tax { allowed yes }\n  in-service { after-tax age 59 1/2; employer-money age 59 1/2 }";
    assert_eq!(
        concerns(old, new),
        [
            "error[cut-back-withdrawal] in-service.after-tax",
            "advice[not-protected] in-service.employer-money"
        ]
    );
    assert_eq!(concerns(new, old), [""; 0], "a right that grows is none of it");
    let shown = render(&compare_by_few(&plan(old), &plan(new)), Format::Full, &Style::PLAIN);
    insta::assert_snapshot!("cut_back_full", shown);
}

#[test]
fn whose_plan_it_is_decides_whether_rights_are_protected() {
    let told = |head: &str| {
        let of = |rule: &str| {
            format!(
                "plan \"Acme\" {{ {head}; year 2026; after-tax {{ allowed yes }}; in-service {{ after-tax {rule} }} }}\n"
            )
        };
        let diff = compare(&of("any time"), &of("none"));
        diff.plans[0].concerns.first().map(|concern| concern.severity.word())
    };
    assert_eq!(told("type 401(k)"), Some("error"));
    assert_eq!(told("type 401(a); employer { entity corporation }"), Some("error"));
    assert_eq!(told("type 401(a)"), Some("warning"));
    assert_eq!(told("type 401(k); employer { entity church }"), Some("warning"));
    assert_eq!(told("type 403(b); employer { entity tax-exempt }"), Some("warning"));
    assert_eq!(told("type 403(b); employer { entity governmental }"), Some("advice"));
    assert_eq!(told("type governmental 457(b)"), Some("advice"));
}

#[test]
fn slower_vesting_is_a_cut_back_and_faster_is_not() {
    let of = |schedule: &str| format!("  match {{ formula 50% of first 6% of pay; vesting {schedule} }}");
    let slow = "error[cut-back-vesting] match.vesting";
    assert_eq!(concerns(&of("immediate"), &of("3-year cliff")), [slow]);
    assert_eq!(concerns(&of("3-year cliff"), &of("2 to 6 year graded")), [slow]);
    assert_eq!(concerns(&of("2 to 6 year graded"), &of("2-year cliff")), [""; 0]);
    assert_eq!(concerns(&of("3-year cliff"), &of("2-year cliff")), [""; 0]);
    let safe_harbor = |schedule: &str| format!("  safe-harbor {{ vesting {schedule} }}");
    assert_eq!(
        concerns(&safe_harbor("immediate"), &safe_harbor("2-year cliff")),
        ["error[cut-back-vesting] safe-harbor.vesting"]
    );
    // It begins after the plan year that is judged, which makes no difference.
    assert_eq!(concerns(&of("immediate"), &of("3-year cliff from 2027-01-01")), [slow]);
}

#[test]
fn what_is_not_stated_on_one_side_is_said_to_be_unknown() {
    let stated = "  in-service { employer-money age 59 1/2 }";
    let untold = "cut-back-unknown]? in-service.employer-money";
    assert_eq!(concerns(stated, ""), [format!("warning[{untold}")]);
    assert_eq!(concerns(stated, "  in-service { employer-money unknown }"), [format!("warning[{untold}")]);
    assert_eq!(concerns("", stated), [format!("advice[{untold}")]);
}

#[test]
fn loans_and_later_contributions_are_not_protected() {
    let old = "  loans { allowed yes }\n  after-tax { allowed yes }\n  in-service { hardship yes }";
    let new = "  loans { allowed no }\n  after-tax { allowed formerly }\n  in-service { hardship no }";
    assert_eq!(
        concerns(old, new),
        [
            "advice[not-protected] in-service.hardship",
            "advice[not-protected] after-tax.allowed",
            "advice[not-protected] loans.allowed"
        ]
    );
    assert_eq!(
        concerns("  in-plan-roth { allowed yes }", "  in-plan-roth { allowed no }"),
        ["warning[cut-back-in-plan-roth]? in-plan-roth.allowed"]
    );
}

#[test]
fn a_formula_may_change_for_the_future_and_not_for_the_past() {
    let of = |formula: &str| format!("  match {{ formula {formula} }}");
    let old = of("100% of first 4% of pay");
    assert_eq!(concerns(&old, &of("none from 2026-07-01")), ["advice[not-protected] match.formula"]);
    assert_eq!(concerns(&old, &of("none from 2026-01-01")), ["error[cut-back-retroactive] match.formula"]);
    assert_eq!(
        concerns(&old, &of("100% of first 3% of pay from 2026-01-01")),
        ["warning[cut-back-retroactive]? match.formula"]
    );
}

#[test]
fn a_safe_harbor_plan_is_told_what_may_not_change_within_its_year() {
    let of = |kind: &str, more: &str| format!("  safe-harbor {{ type {kind} }}\n  {more}");
    let formula = |formula: &str| of("enhanced match", &format!("match {{ formula {formula} }}"));
    let old = formula("100% of first 4% of pay");
    let mid_year = "warning[mid-year-safe-harbor] match.formula".to_owned();
    assert!(concerns(&old, &formula("100% of first 6% of pay from 2026-07-01")).contains(&mid_year));
    // From the first day of the year, but adopted after it.
    assert!(concerns(&old, &formula("100% of first 6% of pay from 2026-01-01")).contains(&mid_year));
    let untold = "advice[mid-year-safe-harbor]? match.formula".to_owned();
    assert!(concerns(&old, &formula("100% of first 6% of pay")).contains(&untold));
    let next_year = concerns(&old, &formula("100% of first 6% of pay from 2027-01-01"));
    assert!(next_year.iter().all(|told| !told.contains("mid-year")), "{next_year:?}");
    assert_eq!(
        concerns(&of("basic match", ""), &of("QACA match from 2026-07-01", "")),
        ["warning[mid-year-safe-harbor] safe-harbor.type"]
    );
    assert_eq!(
        concerns(
            &of("basic match", "eligibility { match immediate }"),
            &of("basic match", "eligibility { match age 21 and 1 year of service from 2026-07-01 }"),
        ),
        ["warning[mid-year-safe-harbor] eligibility.match"]
    );
}
