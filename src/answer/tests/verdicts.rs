//! Verdicts: a yes only where everything that decides is known.

use super::{OPEN, answer, answer_of, open_but};
use crate::answer::deferral_limit::{CatchUp, RothOnly};
use crate::answer::facts::Fact;
use crate::answer::highly_compensated::HceStanding;
use crate::answer::route::{Open, Route};
use crate::answer::verdict::{Reason, Verdict};
use crate::money::Usd;

const FACTS: &str = "pay: 200000\npre_tax: 24500\nmatch: 0\nprior_pay: 100000";

#[test]
fn a_plan_that_allows_it_says_why() {
    let answer = answer(2026, OPEN, FACTS);
    assert_eq!(answer.verdict, Verdict::Yes);
    assert!(
        matches!(&answer.reasons[0], Reason::AfterTaxAllowed { ground } if ground.path.as_str() == "after-tax.allowed")
    );
    let open: Vec<Route> =
        answer.routes.iter().filter(|way| way.open == Open::Now).map(|way| way.route).collect();
    assert_eq!(open, [Route::InPlanRoth, Route::RothIra]);
    assert!(answer.questions.is_empty());
}

#[test]
fn what_is_not_stated_is_never_a_yes() {
    let silent = [
        open_but("after-tax: { limit: none }"),
        open_but("after-tax: { allowed: unknown }"),
        open_but("in-plan-roth: { allowed: unknown }\nin-service: { after-tax: unknown }"),
        open_but("in-plan-roth: { allowed: no }\nin-service: { hardship: no }"),
        open_but("after-tax: { allowed: yes, hce-limit: unknown }").replace("hce-limit: none", ""),
        open_but("eligibility: { after-tax: unknown }"),
    ];
    for spec in silent {
        let facts = FACTS.replace("prior_pay: 100000", "");
        let answer = answer(2026, &spec, &facts);
        assert_eq!(answer.verdict, Verdict::Unknown, "{spec}");
        assert!(!answer.questions.is_empty(), "{spec}");
        assert!(!answer.reasons.is_empty());
    }
    assert_eq!(answer(2026, "", "").verdict, Verdict::Unknown);
}

#[test]
fn a_no_names_its_election() {
    let cases = [
        ("after-tax: { allowed: { value: no, source: \"AA 5\" } }", "after-tax.allowed"),
        ("after-tax: { allowed: yes, limit: barred }", "after-tax.limit"),
        ("eligibility: { after-tax: none }", "eligibility.after-tax"),
    ];
    for (section, path) in cases {
        let answer = answer(2026, &open_but(section), FACTS);
        assert_eq!(answer.verdict, Verdict::No, "{section}");
        let (Reason::AfterTaxNotAllowed { ground } | Reason::AfterTaxBarred { ground }) = &answer.reasons[0]
        else {
            panic!("{section}: {:?}", answer.reasons);
        };
        assert_eq!(ground.path.as_str(), path);
        if path == "after-tax.allowed" {
            assert_eq!((ground.value.as_deref(), ground.source.as_deref()), (Some("no"), Some("AA 5")));
        }
    }
    let closed = answer(
        2026,
        &open_but("in-plan-roth: { allowed: no }\nin-service: { after-tax: separation }"),
        FACTS,
    );
    assert!(matches!(&closed.reasons[0], Reason::NoRouteWhileEmployed { grounds } if grounds.len() == 2));
    assert!(closed.routes.iter().any(|way| way.route == Route::AfterLeaving));
}

#[test]
fn types_without_after_tax_say_no() {
    for plan_type in
        ["governmental 457(b)", "tax-exempt 457(b)", "SIMPLE 401(k)", "starter 401(k)", "SEP", "SIMPLE IRA"]
    {
        let answer = answer_of(plan_type, 2026, "after-tax: { allowed: yes }", "pay: 100000");
        assert_eq!(answer.verdict, Verdict::No, "{plan_type}");
        assert!(matches!(answer.reasons[0], Reason::TypeHoldsNoAfterTax { .. }));
        assert!(answer.room.is_err() && answer.taxes.is_none() && answer.routes.is_empty());
    }
    let of_403b = answer_of("403(b)", 2026, &open_but("document: { funding: annuity contracts }"), FACTS);
    assert_eq!(of_403b.verdict, Verdict::Yes, "{:?}", of_403b.reasons);
}

#[test]
fn a_gate_is_a_later_yes() {
    let gated = open_but(
        "in-plan-roth: { allowed: yes, sources: after-tax, condition: otherwise distributable }\nin-service: { after-tax: age 59 1/2 }",
    );
    let with = |fact: &str| answer(2026, &gated, &format!("{FACTS}\n{fact}"));
    assert_eq!(with("").verdict, Verdict::Unknown);
    assert!(with("").wanted.contains(&Fact::BirthDate));
    let young = with("age: 40\n");
    assert_eq!(young.verdict, Verdict::No);
    assert!(matches!(&young.reasons[0], Reason::NotYet { .. }));
    assert_eq!(with("age: 62").verdict, Verdict::Yes);
    let soon = with("birth_date: 1967-03-01");
    let from = jiff::civil::date(2026, 9, 1);
    assert!(matches!(&soon.reasons[0], Reason::NotYet { from: Some(day), .. } if *day == from));
    assert_eq!(with("birth_date: 1966-12-30").verdict, Verdict::Yes);
    let by_service = open_but("in-plan-roth: { allowed: no }\nin-service: { after-tax: 5 years of service }");
    assert_eq!(answer(2026, &by_service, &format!("{FACTS}\nhire_date: 2023-01-01")).verdict, Verdict::No);
    assert_eq!(answer(2026, &by_service, &format!("{FACTS}\nhire_date: 2020-01-01")).verdict, Verdict::Yes);
}

#[test]
fn who_is_highly_compensated_decides_where_they_are_barred() {
    let barred = open_but("after-tax: { allowed: yes, limit: none, hce-limit: barred }");
    let facts = |more: &str| format!("pay: 200000\npre_tax: 24500\nmatch: 0\n{more}");
    let of = |more: &str| answer(2026, &barred, &facts(more));
    assert_eq!(of("prior_pay: 160001").verdict, Verdict::No);
    assert_eq!(of("prior_pay: 160000").verdict, Verdict::Yes);
    assert_eq!(of("hire_date: 2026-02-01").highly_compensated, HceStanding::NewHire);
    assert_eq!(of("prior_pay: 1\nownership: 5.01").verdict, Verdict::No);
    assert_eq!(of("prior_pay: 1\nownership: 5").verdict, Verdict::Yes);
    assert_eq!(of("hce: yes").verdict, Verdict::No);
    let open = of("");
    assert_eq!(open.verdict, Verdict::Unknown);
    assert!(open.wanted.contains(&Fact::PriorPay));
    let top = format!("{barred}\ntesting: {{ top-paid-group: yes }}");
    let outside = answer(2026, &top, &facts("prior_pay: 300000"));
    assert_eq!((outside.verdict, outside.wanted.contains(&Fact::TopPaid)), (Verdict::Unknown, true));
    assert_eq!(answer(2026, &top, &facts("prior_pay: 300000\ntop_paid: no")).verdict, Verdict::Yes);
    let only = open_but("eligibility: { after-tax: HCEs only }");
    assert_eq!(answer(2026, &only, &facts("prior_pay: 1")).verdict, Verdict::No);
    let never = open_but("eligibility: { after-tax: NHCEs only }");
    assert_eq!(answer(2026, &never, &facts("prior_pay: 500000")).verdict, Verdict::No);
}

#[test]
fn who_is_not_eligible_hears_no() {
    let waits = open_but("eligibility: { after-tax: age 21 and 1 year of service }");
    assert_eq!(answer(2026, &waits, &format!("{FACTS}\nhire_date: 2026-03-01")).verdict, Verdict::No);
    assert_eq!(answer(2026, &waits, &format!("{FACTS}\neligible: no")).verdict, Verdict::No);
    let assumed = answer(2026, &waits, FACTS);
    assert_eq!(assumed.verdict, Verdict::Yes);
    assert!(assumed.wanted.contains(&Fact::Eligible));
}

#[test]
fn catch_up_by_age_wages_and_plan() {
    let of = |year: i16, facts: &str| answer(year, OPEN, facts).deferral_limit;
    assert_eq!(of(2026, "age: 49").catch_up, CatchUp::None);
    assert_eq!(of(2026, "age: 50\nprior_fica_wages: 150000").catch_up, CatchUp::Known(Usd::dollars(8_000)));
    assert_eq!(of(2026, "age: 63\nprior_fica_wages: 1").catch_up, CatchUp::Known(Usd::dollars(11_250)));
    assert_eq!(of(2026, "age: 64\nprior_fica_wages: 1").catch_up, CatchUp::Known(Usd::dollars(8_000)));
    assert_eq!(of(2024, "age: 61").catch_up, CatchUp::Known(Usd::dollars(7_500)));
    assert_eq!(of(2026, "age: 50\nprior_fica_wages: 150000.01").must_be_roth, RothOnly::Yes);
    assert_eq!(of(2026, "age: 50").must_be_roth, RothOnly::WagesNeeded);
    assert_eq!(of(2025, "age: 50").must_be_roth, RothOnly::No);
    let no_roth = open_but("deferrals: { pre-tax: yes, roth: no, catch-up: yes }");
    let limit = |facts: &str| answer(2026, &no_roth, facts).deferral_limit.catch_up;
    assert_eq!(limit("age: 55\nprior_fica_wages: 200000"), CatchUp::None);
    assert_eq!(limit("age: 55"), CatchUp::Facts(vec![Fact::PriorFicaWages]));
    let without = open_but("deferrals: { pre-tax: yes, roth: yes, catch-up: no }");
    assert_eq!(answer(2026, &without, "age: 61").deferral_limit.catch_up, CatchUp::None);
}

#[test]
fn a_year_without_published_limits_is_no_yes() {
    let found = answer(2027, OPEN, "pay: 300000\nage: 40\npre_tax: 20000\nmatch: 0");
    assert_eq!(found.verdict, Verdict::Unknown);
    assert!(matches!(found.reasons[0], Reason::LimitNotPublished { .. }));
}
