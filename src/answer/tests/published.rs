//! Examples that others published, and the figures that follow from the law alone.

use super::{OPEN, answer, open_but, room};
use crate::answer::facts::Fact;
use crate::answer::room::{Binding, NoRoom};
use crate::answer::verdict::Verdict;
use crate::money::Usd;

#[test]
fn published_examples_of_room() {
    let cases = [
        (2020, "pay: 100000\npre_tax: 19500\nmatch: 5000", 32_500),
        (2021, "pay: 100000\npre_tax: 19500\nmatch: 5000", 33_500),
        (2023, "pay: 200000\npre_tax: 22500\nmatch: 10000", 33_500),
        (2024, "pay: 300000\npre_tax: 23000\nmatch: 15000", 31_000),
        (2025, "pre_tax: 23500\nmatch: 10000", 36_500),
        (2025, "pay: 250000\npre_tax: 23500\nemployer: 10000", 36_500),
        // 26 CFR 1.415(c)-1(c) Ex. 1: all pay where it is less.
        (2013, "pay: 30000\npre_tax: 0\nmatch: 0", 30_000),
    ];
    for (year, facts, expected) in cases {
        let answer = answer(year, OPEN, facts);
        let room = answer.room.expect("there is room to tell");
        assert_eq!(room.remaining, Usd::dollars(expected), "{year}: {facts}");
        assert_eq!(answer.verdict, Verdict::Yes, "{year}: {:?}", answer.reasons);
    }
}

#[test]
fn catch_up_does_not_count() {
    let at_61 = room(2025, OPEN, "pay: 300000\nage: 61\npre_tax: 34750\nmatch: 23500");
    assert_eq!((at_61.catch_up, at_61.remaining), (Usd::dollars(11_250), Usd::dollars(23_000)));
    let at_55 = room(2025, OPEN, "age: 55\npre_tax: 31000\nmatch: 705");
    assert_eq!((at_55.catch_up, at_55.remaining), (Usd::dollars(7_500), Usd::dollars(45_795)));
    // Payroll's label has no weight: below the limit nothing is catch-up.
    let labelled = room(2025, OPEN, "age: 55\npay: 200000\npre_tax: 16000\ncatch_up: 7500\nmatch: 0");
    assert_eq!((labelled.catch_up, labelled.elective_deferrals), (Usd::ZERO, Usd::dollars(23_500)));
    // Below 50 nothing is either.
    let young = answer(2025, OPEN, "age: 40\npay: 200000\npre_tax: 25000\nmatch: 0");
    assert_eq!(young.deferral_limit.excess, Usd::dollars(1_500));
    assert_eq!(young.room.expect("there is room").catch_up, Usd::ZERO);
}

#[test]
fn pay_binds_where_it_is_less() {
    let room = room(2026, OPEN, "pay: 40000\npre_tax: 24500\nmatch: 5500");
    assert_eq!((room.remaining, room.binding), (Usd::dollars(10_000), Binding::Pay));
    // 415 counts all pay, not only what the plan may count.
    let high = super::room(2026, OPEN, "pay: 900000\npre_tax: 24500\nmatch: 0");
    assert_eq!((high.remaining, high.binding), (Usd::dollars(47_500), Binding::AnnualAdditions));
    // With catch-up beyond it, what is left of pay.
    let paid_out =
        super::room(2026, OPEN, "pay: 40000\nage: 55\npre_tax: 32500\nmatch: 0\nprior_fica_wages: 40000");
    assert_eq!((paid_out.remaining, paid_out.binding), (Usd::dollars(7_500), Binding::PayLeft));
}

#[test]
fn limits_follow_the_person_or_the_employer() {
    let two_jobs =
        answer(2023, OPEN, "age: 40\npay: 200000\npre_tax: 22000\nother_plan_deferrals: 7000\nmatch: 0");
    assert_eq!(two_jobs.deferral_limit.excess, Usd::dollars(6_500));
    assert_eq!(two_jobs.deferral_limit.left, Some(Usd::dollars(15_500)));
    // The limit on annual additions is the employer's own.
    assert_eq!(two_jobs.room.expect("there is room").remaining, Usd::dollars(44_000));
    let solo = room(2020, OPEN, "pay: 300000\npre_tax: 0\nother_plan_deferrals: 19500\nmatch: 0");
    assert_eq!(solo.remaining, Usd::dollars(57_000));
    let related = room(2020, OPEN, "pay: 300000\npre_tax: 19500\nmatch: 0\nrelated_additions: 20000");
    assert_eq!(related.remaining, Usd::dollars(17_500));
}

#[test]
fn the_match_is_worked_out() {
    let spec =
        open_but("match: { formula: 100% of first 3% of pay + 50% of next 2% of pay, period: plan year }");
    let room = room(2024, &spec, "pay: 300000\npre_tax: 23000");
    assert_eq!((room.employer.matching, room.remaining), (Usd::dollars(12_000), Usd::dollars(34_000)));
    // Pay counts up to 401(a)(17).
    let high = super::room(2024, &spec, "pay: 500000\npre_tax: 23000");
    assert_eq!(high.employer.matching, Usd::dollars(13_800));
}

#[test]
fn deferring_fast_loses_match_that_is_not_trued_up() {
    let spec = open_but("match: { formula: 100% of first 5% of pay, period: payroll, true-up: no }");
    let room = room(2024, &spec, "pay: 240000\npre_tax: 25%\npay_periods: 24");
    let lost = room.front_loading.expect("match is lost");
    // Deferrals of 2,500 a paycheck end with the tenth: ten paychecks matched with 500.
    assert_eq!((lost.ends_with, lost.even_match, lost.lost), (10, Usd::dollars(12_000), Usd::dollars(7_000)));
    assert_eq!(room.employer.matching, Usd::dollars(5_000));
    let made_up = spec.replace("true-up: no", "true-up: yes");
    let even = super::room(2024, &made_up, "pay: 240000\npre_tax: 25%\npay_periods: 24");
    assert_eq!((even.front_loading, even.employer.matching), (None, Usd::dollars(12_000)));
}

#[test]
fn caps_bind_and_paychecks_are_rounded_down() {
    let spec = open_but("after-tax: { allowed: yes, limit: 10% of pay, hce-limit: \"$20,000\" }");
    let facts = "pay: 300000\npre_tax: 24500\nmatch: 12000\npay_periods: 26\nprior_pay: 100000";
    let room = room(2026, &spec, facts);
    assert_eq!((room.remaining, room.binding), (Usd::dollars(30_000), Binding::PlanLimit));
    assert_eq!(room.per_paycheck, Some(Usd::cents(115_384)));
    let hce = super::room(2026, &spec, &facts.replace("100000", "200000"));
    assert_eq!((hce.remaining, hce.binding), (Usd::dollars(20_000), Binding::HceLimit));
    let combined =
        open_but("deferrals: { pre-tax: yes, roth: yes, catch-up: yes, combined-limit: 10% of pay }");
    let room = super::room(2026, &combined, "pay: 300000\npre_tax: 24500\nmatch: 0\nafter_tax_so_far: 1000");
    assert_eq!((room.remaining, room.binding), (Usd::dollars(4_500), Binding::CombinedLimit));
}

#[test]
fn matched_after_tax_takes_its_match_along() {
    let spec = open_but(
        "match: { formula: 50% of first 20% of pay, sources: \"pre-tax, after-tax\", period: plan year }\nafter-tax: { allowed: yes, limit: none, matched: yes }",
    );
    let room = room(2026, &spec, "pay: 100000\npre_tax: 0");
    // 20,000 matched with 10,000 leaves 72,000 - 10,000 for after-tax.
    assert_eq!((room.employer.matching, room.before_caps), (Usd::dollars(10_000), Usd::dollars(62_000)));
}

#[test]
fn without_facts_the_facts_are_asked_for() {
    let answer = answer(2026, OPEN, "");
    assert_eq!(answer.verdict, Verdict::Yes);
    assert!(matches!(&answer.room, Err(NoRoom::Facts(facts)) if facts.contains(&Fact::Pay)));
    assert_eq!(answer.model_room.expect("the plan has room").remaining, Usd::dollars(47_500));
    assert!(answer.wanted.contains(&Fact::Pay));
}

#[test]
fn too_much_is_said() {
    let answer = answer(2026, OPEN, "pay: 300000\npre_tax: 24500\nmatch: 30000\nafter_tax_so_far: 20000");
    let room = answer.room.expect("there is room");
    assert_eq!((room.over, room.remaining), (Usd::dollars(2_500), Usd::ZERO));
    assert_eq!(answer.verdict, Verdict::No);
}
