//! What the law makes of a person's standing: catch-up by age, service and other jobs, forms by destination, citations.

use super::{OPEN, answer, answer_of, open_but, room};
use crate::answer::assumption::Assumption;
use crate::answer::deferral_limit::{CatchUp, RothOnly};
use crate::answer::guidance::other_way::OtherWay;
use crate::answer::guidance::pitfall::Pitfall;
use crate::answer::room::{Binding, NoRoom};
use crate::answer::taxes::FormCase;
use crate::answer::verdict::Verdict;
use crate::answer::warning::Warning;
use crate::law::Law;
use crate::money::Usd;

#[test]
fn what_fifteen_years_add_counts_and_is_used_first() {
    let spec = open_but("deferrals: { pre-tax: yes, roth: yes, catch-up: yes, fifteen-year-catch-up: yes }");
    let of = |facts: &str| {
        let facts = format!("pay: 200000\nage: 55\nprior_fica_wages: 1\nemployer: 10000\n{facts}");
        let room = answer_of("403(b)", 2026, &spec, &facts).room.expect("there is room to tell");
        (room.catch_up, room.remaining)
    };
    assert_eq!(of("pre_tax: 27500\nyears_of_service: 16"), (Usd::ZERO, Usd::dollars(34_500)));
    assert_eq!(of("pre_tax: 35500\nyears_of_service: 16"), (Usd::dollars(8_000), Usd::dollars(34_500)));
    assert_eq!(of("pre_tax: 27500\nyears_of_service: 14"), (Usd::dollars(3_000), Usd::dollars(37_500)));
}

#[test]
fn deferrals_above_annual_additions_are_catch_up() {
    let of = |facts: &str| answer(2026, OPEN, &format!("prior_fica_wages: 1\n{facts}"));
    let low = of("pay: 20000\nage: 55\npre_tax: 20000\nemployer: 5000");
    assert!(!low.warnings.iter().any(|one| matches!(one, Warning::OverAnnualAdditions { .. })));
    let low = low.room.expect("there is room to tell");
    assert_eq!((low.elective_deferrals, low.catch_up), (Usd::dollars(15_000), Usd::dollars(5_000)));
    assert_eq!((low.over, low.remaining), (Usd::ZERO, Usd::ZERO));
    // No more than the catch-up limit, and nothing below 50.
    let most = of("pay: 20000\nage: 55\npre_tax: 20000\nemployer: 9000").room.expect("room");
    assert_eq!((most.catch_up, most.over), (Usd::dollars(8_000), Usd::dollars(1_000)));
    let young = of("pay: 20000\nage: 40\npre_tax: 20000\nemployer: 5000").room.expect("room");
    assert_eq!((young.catch_up, young.over), (Usd::ZERO, Usd::dollars(5_000)));
}

#[test]
fn catch_up_beside_another_job_counts_here() {
    let facts = "pay: 200000\nage: 55\nprior_fica_wages: 1\nmatch: 0\nother_plan_deferrals: 20000";
    let all = room(2026, OPEN, &format!("{facts}\npre_tax: limit"));
    assert_eq!((all.elective_deferrals, all.remaining), (Usd::dollars(12_500), Usd::dollars(59_500)));
    assert_eq!(room(2026, OPEN, facts).remaining, Usd::dollars(59_500));
    // The law's catch-up is excluded from income even if this plan has none (26 CFR 1.402(g)-2(b)).
    let none = open_but("deferrals: { pre-tax: yes, roth: yes, catch-up: no }");
    let of = |facts: &str| answer(2026, &none, &format!("pay: 200000\nage: 55\nmatch: 0\n{facts}"));
    assert!(of("pre_tax: 8000\nother_plan_deferrals: 24500").deferral_limit.excess.is_zero());
    assert_eq!(of("pre_tax: 9000\nother_plan_deferrals: 24500").deferral_limit.excess, Usd::dollars(1_000));
    assert_eq!(of("pre_tax: 25000").deferral_limit.excess, Usd::dollars(500));
}

#[test]
fn no_catch_up_is_told_where_none_is_known() {
    let exempt = answer_of("tax-exempt 457(b)", 2026, OPEN, "age: 55\nprior_fica_wages: 1");
    assert_eq!(exempt.deferral_limit.catch_up, CatchUp::None);
    let governmental = answer_of("governmental 457(b)", 2026, OPEN, "age: 55\nprior_fica_wages: 1");
    assert_eq!(governmental.deferral_limit.catch_up, CatchUp::Known(Usd::dollars(8_000)));
    let later = answer(2027, OPEN, "age: 55\nprior_fica_wages: 200000").deferral_limit;
    assert_eq!((later.catch_up.amount(), later.must_be_roth), (None, RothOnly::Undecided));
    assert_eq!(answer(2026, OPEN, "pay: 1").deferral_limit.must_be_roth, RothOnly::Undecided);
    assert_eq!(answer(2025, OPEN, "pay: 1").deferral_limit.must_be_roth, RothOnly::No);
}

/// Catch-up among the other ways to save.
fn catch_ups(spec: &str, facts: &str) -> Vec<OtherWay> {
    let text = format!("plan: Test Plan\ntype: 401(k)\nyear: 2026\n{spec}");
    let input = crate::Input { path: "test.plan.yaml".to_owned(), bytes: text.into_bytes() };
    let (law, day) = (Law::current(), jiff::civil::date(2026, 6, 30));
    let plans = crate::plans(&input, None, day).expect("the plan can be read");
    let facts = crate::answer::facts::file::read("facts.yaml", facts.as_bytes()).expect("facts");
    let answer = crate::answer_for(&plans[0], &facts, day);
    let ways = crate::answer::guidance::guidance(&plans[0], law, &facts, &answer).other_ways;
    ways.into_iter()
        .filter(|way| matches!(way, OtherWay::CatchUp { .. } | OtherWay::SuperCatchUp { .. }))
        .collect()
}

#[test]
fn other_ways_show_the_catch_up_that_this_person_has() {
    let (usual, higher) = (Usd::dollars(8_000), Usd::dollars(11_250));
    let at_61 = [OtherWay::CatchUp { limit: usual }, OtherWay::SuperCatchUp { limit: higher }];
    assert_eq!(catch_ups(OPEN, "age: 61\nprior_fica_wages: 1"), at_61);
    assert_eq!(catch_ups(OPEN, "age: 64\nprior_fica_wages: 1"), at_61[..1]);
    let no_roth = open_but("deferrals: { pre-tax: yes, roth: no, catch-up: yes }");
    assert_eq!(catch_ups(&no_roth, "age: 61\nprior_fica_wages: 200000"), []);
}

#[test]
fn forms_follow_the_destinations() {
    let facts = "basis: 80000\nearnings: 20000\nto_traditional: 10000\nto_roth: 50000";
    let taxes = answer(2026, OPEN, facts).taxes.expect("there is something to move");
    let of = |case| {
        let form = taxes.forms.iter().find(|form| form.case == case).expect("this form");
        [form.gross, form.taxable, form.basis].map(|amount| amount.expect("an amount"))
    };
    assert_eq!(of(FormCase::DirectToRothIra), [50_000, 10_000, 40_000].map(Usd::dollars));
    assert_eq!(of(FormCase::DirectToTraditionalIra), [10_000, 0, 0].map(Usd::dollars));
    let without = answer(2026, OPEN, "basis: 80000\nearnings: 0").taxes.expect("taxes");
    assert!(!without.split.expect("a split").participant_chooses);
}

#[test]
fn the_law_behind_a_warning_is_cited() {
    let answer =
        answer(2026, OPEN, "pay: 40000\npre_tax: 24500\nmatch: 5500\nprior_pay: 170000\nearnings: 50");
    for section in ["IRC 401(m)(6)", "IRC 3405(c)(1)(B)", "IRC 414(q)(1)", "IRC 415(c)(1)(B)"] {
        assert!(answer.citations.iter().any(|cited| cited == section), "{section}: {:?}", answer.citations);
    }
    // The sum withheld does not stand for the addition of 10%.
    let withheld = Warning::ChequeWithheld { withheld: Usd::dollars(10) };
    assert!(!Pitfall::Withholding.is_said_by(&withheld));
}

#[test]
fn paychecks_that_are_left_bound_what_can_go_in() {
    let facts = "pay: 120000\nage: 40\npre_tax: 24500\nemployer: 10000\npay_periods: 24";
    let of = |spec: &str, more: &str| answer(2026, spec, &format!("{facts}\n{more}"));
    let last_two = of(OPEN, "periods_left: 2").room.expect("room");
    assert_eq!((last_two.remaining, last_two.binding), (Usd::dollars(10_000), Binding::PayLeft));
    let over = of(OPEN, "periods_left: 0");
    assert_eq!(over.verdict, Verdict::No);
    let cheque =
        open_but("after-tax: { allowed: yes, limit: none, hce-limit: none, payment: \"payroll, check\" }");
    assert_eq!(of(&cheque, "periods_left: 0").room.expect("room").remaining, Usd::dollars(37_500));
    // Who is hired in the year has fewer paychecks of the pay that is told.
    let hired = of(OPEN, "periods_left: 2\nhire_date: 2026-06-01").room.expect("room");
    assert_eq!(hired.remaining, Usd::dollars(37_500));
}

#[test]
fn eligibility_that_is_not_stated_is_said_to_be_assumed() {
    let silent = open_but("eligibility: { excluded-classes: none }");
    let answer = answer(2026, &silent, "pay: 120000\nage: 40\npre_tax: 24500\nmatch: 0");
    assert!(answer.assumptions.iter().any(|taken| matches!(taken, Assumption::Eligible { .. })));
}

#[test]
fn who_may_not_contribute_is_told_of_no_amount() {
    let facts = "pay: 120000\nage: 40\npre_tax: 6000\nmatch: 0\nprior_pay: 1\nhire_date: 2026-05-01";
    for eligibility in ["HCEs only", "3 years of service"] {
        let spec = open_but(&format!("eligibility: {{ after-tax: {eligibility} }}"));
        let answer = answer(2026, &spec, facts);
        assert_eq!((answer.verdict, answer.room), (Verdict::No, Err(NoRoom::NotThisType)), "{eligibility}");
    }
    let later = open_but("eligibility: { after-tax: 3 months of service }");
    assert!(answer(2026, &later, facts).room.is_ok());
}
