//! Formulas and rooms against published figures.

use super::employer_money::{Contributor, matching_contribution};
use super::model_employee::{Room, Silence, room, room_for_pay};
use crate::law::Law;
use crate::money::Usd;
use crate::plan::{self, Plan};
use crate::source::{FileId, SourceFile};
use crate::syntax::dsl;
use crate::syntax::phrase::match_formula::MatchFormula;
use crate::syntax::phrase::read;
use crate::syntax::phrase::year::PlanYear;

#[track_caller]
fn matched(formula: &str, pay: i64, deferral: i64, years: Option<u32>, expected: i64) {
    let formula = read::<MatchFormula>(formula).expect("a formula");
    let contributor = Contributor {
        pay: Usd::dollars(pay),
        matched: Usd::dollars(deferral),
        deferral_limit: Usd::dollars(24_500),
        years_of_service: years,
    };
    assert_eq!(matching_contribution(&formula, contributor), Some(Usd::dollars(expected)), "{formula}");
}

#[test]
fn formulas_come_to_what_their_plans_publish() {
    matched("100% of first 3% of pay + 50% of next 2% of pay", 100_000, 10_000, None, 4_000);
    matched("100% of first 3% of pay + 50% of next 2% of pay", 100_000, 4_000, None, 3_500);
    matched("50% up to 402(g) limit", 360_000, 24_500, None, 12_250);
    matched("greater of (100% of first $3,000) and (50% up to 402(g) limit)", 100_000, 4_000, None, 3_000);
    matched("greater of (100% of first $3,000) and (50% up to 402(g) limit)", 100_000, 24_500, None, 12_250);
    matched("100% of first $6,000 + 50% of next $11,000", 300_000, 24_500, None, 11_500);
    matched("7% of pay at 6% of pay", 100_000, 5_999, None, 0);
    matched("7% of pay at 6% of pay", 100_000, 6_000, None, 7_000);
    matched("100% of first 3% of pay, max $4,000", 360_000, 24_500, None, 4_000);
    let apple = "by service (under 2 years: 50% of first 6% of pay; 2 to 5 years: 75% of first 6% of pay; 5 years or more: 100% of first 6% of pay)";
    matched(apple, 100_000, 10_000, Some(1), 3_000);
    matched(apple, 100_000, 10_000, Some(2), 4_500);
    matched(apple, 100_000, 10_000, None, 6_000);
    matched("none", 100_000, 10_000, None, 0);
}

/// A plan from its elections, in the notation of the DSL.
#[track_caller]
fn plan(year: i16, elections: &str) -> Plan {
    let text = format!("plan \"Acme 401(k) Plan\" {{\n type 401(k)\n year {year}\n {elections}\n}}\n");
    let file = SourceFile::new(FileId(0), "acme.plan", text);
    let (documents, findings) = dsl::read(&file);
    assert!(findings.is_empty(), "{findings:?}");
    let year = PlanYear::calendar(year).expect("a year");
    let (plan, findings) = plan::read(documents.first().expect("a plan"), None, year);
    assert!(findings.is_empty(), "{findings:?}");
    plan.expect("a plan")
}

#[track_caller]
fn strict_room(year: i16, elections: &str) -> Room {
    room(&plan(year, elections), Law::current(), Silence::IsUnknown).expect("a room")
}

/// Room before any cap of the plan.
#[track_caller]
fn leaves(year: i16, elections: &str, expected: i64) {
    assert_eq!(strict_room(year, elections).before_caps, Usd::dollars(expected), "{year}: {elections}");
}

#[test]
fn a_discretionary_match_takes_room_up_to_its_limit() {
    let pay = "compensation { cap $100,000 }; nonelective { formula none }";
    let with = |matching: &str, expected| leaves(2026, &format!("{pay}; match {{ {matching} }}"), expected);
    with("formula 100% of first 4% of pay", 43_500);
    with("formula 100% of first 4% of pay; discretionary-formula none", 43_500);
    with("formula 100% of first 4% of pay; discretionary-formula 50% of first 6% of pay", 40_500);
    with(
        "formula 100% of first 4% of pay; discretionary-formula 50% of first 6% of pay; discretionary-limit $1,000",
        42_500,
    );
    with("formula discretionary; discretionary-limit 4% of pay", 43_500);
    with(
        "formula 100% of first 4% of pay; discretionary-formula discretionary; discretionary-limit 2% of pay",
        41_500,
    );
}

#[test]
fn safe_harbor_money_takes_room_whatever_else_the_employer_gives() {
    let with = |elections: &str, expected| {
        leaves(
            2026,
            &format!("compensation {{ cap $100,000 }}; match {{ formula none }}; {elections}"),
            expected,
        );
    };
    with("safe-harbor { type 3% nonelective }", 44_500);
    with("safe-harbor { type 3% nonelective; percent 4% }", 43_500);
    with("safe-harbor { type 3% nonelective; percent 3% }; nonelective { formula none }", 44_500);
    with("safe-harbor { type 3% nonelective; percent 3% }; nonelective { formula 5% of pay }", 42_500);
}

#[test]
fn rooms_come_to_what_is_published() {
    // The worked examples seed-boglehead-2020, seed-boglehead-2021, seed-kr-2024 and seed-cindie-2025.
    let five_thousand = "compensation { cap $100,000 }; match { formula 5% of pay at 1% of pay }; nonelective { formula none }";
    leaves(2020, five_thousand, 32_500);
    leaves(2021, five_thousand, 33_500);
    leaves(
        2024,
        "compensation { cap $300,000 }; match { formula 100% of first 5% of pay }; nonelective { formula none }",
        31_000,
    );
    leaves(2025, "match { formula none }; nonelective { formula $10,000 }", 36_500);
    leaves(2026, "match { formula 50% up to 402(g) limit }; nonelective { formula none }", 35_250);
    // Pay is the limit where it is lower: 26 CFR 1.415(c)-1(c) Example 1.
    let low = strict_room(
        2026,
        "compensation { cap $30,000 }; match { formula none }; nonelective { formula none }",
    );
    assert_eq!(low.annual_additions_limit, Usd::dollars(30_000));
}

#[test]
fn caps_come_to_what_the_catalogue_says() {
    let none = "match { formula none }; nonelective { formula none }";
    let capped = strict_room(2026, &format!("after-tax {{ limit 10% of pay }}; {none}"));
    assert_eq!((capped.plan_limit, capped.before_caps), (Some(Usd::dollars(36_000)), Usd::dollars(47_500)));
    assert_eq!(capped.in_words(), "$72,000 less $24,500 of deferrals");
    let combined = plan(2026, &format!("deferrals {{ combined-limit 15% of pay }}; {none}"));
    let at =
        room_for_pay(&combined, Law::current(), Silence::IsUnknown, Usd::dollars(200_000)).expect("a room");
    assert_eq!(at.combined_limit, Some(Usd::dollars(5_500)));
}

#[test]
fn a_match_on_after_tax_contributions_shares_the_room_with_them() {
    // 24,500 and 11,500 are matched: 24,500 + 11,500 + 36,000 = 72,000.
    let matched =
        "after-tax { matched yes }; match { formula 100% of first 10% of pay }; nonelective { formula none }";
    leaves(2026, matched, 11_500);
    let half =
        "after-tax { matched yes }; match { formula 50% of first 100% of pay }; nonelective { formula none }";
    let room = strict_room(2026, half);
    assert_eq!(room.before_caps.to_plain_string(), "23500.00");
    assert_eq!(room.elective_deferrals + room.matching + room.before_caps, room.annual_additions_limit);
}

#[test]
fn what_is_not_known_is_asked_for_or_leaves_most() {
    let silent = plan(2026, "match { formula none }");
    assert!(room(&silent, Law::current(), Silence::IsUnknown).is_err());
    let widest = room(&silent, Law::current(), Silence::LeavesMost).expect("a room");
    assert_eq!(widest.before_caps, Usd::dollars(47_500));
    let undecided =
        plan(2026, "deferrals { hce-limit unknown }; match { formula none }; nonelective { formula none }");
    assert!(room(&undecided, Law::current(), Silence::LeavesMost).is_err());
}
