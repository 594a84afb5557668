//! Examples on limits of one person: deferrals, pay, annual additions, 403(b) and 457(b).

use jiff::civil::{Date, date};
use planlint::law::Law;
use planlint::law::limits::Limit;
use planlint::money::exact::{Cents, Fraction};
use planlint::nondiscrimination::annual_additions::{AnnualAdditions, Paid, counts_for, limit, room};
use planlint::nondiscrimination::catch_up::{Limits, catch_up_limit, reclassify};
use planlint::nondiscrimination::correction_acp::sources::{MatchTier, match_on};
use planlint::nondiscrimination::excess_deferral::{excess_deferral, most_in_plan};
use planlint::nondiscrimination::ratio::capped;
use serde_json::{Map, Value, json};

use super::example::Facts;

/// More than anyone is paid, where an example does not say.
const PLENTY: Cents = Cents::dollars(1_000_000);

pub fn most_additions(example: Facts<'_>) -> Value {
    let pay = example.employees()[0].cents("comp415");
    json!({ "max_annual_additions": limit(example.cents("plan_facts.dollar_limit"), pay) })
}

pub fn after_tax_room(example: Facts<'_>) -> Value {
    let (facts, employee) = (example.at("plan_facts"), example.employees()[0]);
    let elective = employee.cents("elective");
    let from_50 = facts.find("catch_up_limit").map_or(Cents::ZERO, Facts::as_cents);
    let limits = Limits {
        statutory: facts.find("limit_402g").map_or(elective, Facts::as_cents),
        plan: None,
        catch_up: catch_up_limit(55, from_50, from_50),
    };
    let sorted = reclassify(elective, &limits);
    let additions = AnnualAdditions {
        elective: sorted.counted,
        employer: employee.cents("employer"),
        ..Default::default()
    };
    let pay = employee.find("comp415").map_or(PLENTY, Facts::as_cents);
    json!({
        "catch_up": sorted.used(),
        "after_tax_room": room(&additions, limit(facts.cents("limit_415c"), pay)),
    })
}

/// Contributions to two unrelated employers' plans: deferrals share a limit, annual additions do not.
pub fn two_employers(example: Facts<'_>) -> Value {
    let (facts, employee) = (example.at("plan_facts"), example.employees()[0]);
    let deferred = employee.cents("elective_employer_plan");
    let of_person = facts.cents("limit_402g");
    let solo = AnnualAdditions::default();
    let from_50 = facts.find("catch_up_limit").map_or(Cents::ZERO, Facts::as_cents);
    json!({
        "further_elective_solo": most_in_plan(of_person, Cents::ZERO, deferred),
        "max_nonelective_solo": room(&solo, limit(facts.cents("limit_415c"), PLENTY)),
        "catch_up_if_52": catch_up_limit(52, from_50, from_50),
    })
}

/// For which limitation year a contribution counts.
pub fn timing(example: Facts<'_>) -> Value {
    let facts = example.at("plan_facts");
    let day = |path: &str| -> Date { facts.text(path).parse().expect("a date") };
    let calendar = date(2008, 12, 31);
    let Some(as_of) = facts.find("allocated_as_of") else {
        return make_up(example, day("contributed"));
    };
    let allocated_as_of = as_of.0.as_str().expect("a date").parse().expect("a date");
    // A corporation's return is due on the fifteenth of the third month after its tax year; the first example's ends in
    // May. The second example says only that the contribution is in time.
    let due = date(2009, 8, 15);
    let paid = Paid::Employer { allocated_as_of, on: day("contributed"), due };
    json!({ "counts_for_limitation_year": counts_for(paid, calendar).expect("a year").year() })
}

/// After-tax money of one day for four limitation years.
fn make_up(example: Facts<'_>, on: Date) -> Value {
    let years = example.employees()[0].members("comp_by_year");
    let counts = |year: i16| {
        counts_for(Paid::Employee { limitation_year_end: date(year, 12, 31), on }, date(2008, 12, 31))
    };
    let by_year = years.iter().map(|(name, _)| {
        let year: i16 = name.parse().expect("a year");
        let in_time = counts(year).is_some_and(|end| end.year() == year);
        let amount = if in_time { example.employees()[0].cents("after_tax") } else { Cents::ZERO };
        ((*name).to_owned(), json!(amount))
    });
    json!({ "annual_additions_by_year": by_year.collect::<Map<_, _>>() })
}

pub fn elective_limit(example: Facts<'_>) -> Value {
    let facts = example.at("plan_facts");
    let (of_person, catch_up) = (facts.cents("limit_402g"), facts.cents("catch_up_limit"));
    let without = most_in_plan(of_person, Cents::ZERO, Cents::ZERO);
    // What is no excess over all plans: the catch-up limit is the person's.
    let over_all = of_person + catch_up;
    assert_eq!(excess_deferral(over_all, of_person, catch_up), Cents::ZERO);
    assert_eq!(excess_deferral(over_all + Cents(1), of_person, catch_up), Cents(1));
    json!({
        "one_plan_with_catch_up": most_in_plan(of_person, catch_up, Cents::ZERO),
        "one_plan_without_catch_up": without, "two_unrelated_plans_total": over_all,
        "per_plan_max_without_catch_up": without,
    })
}

pub fn excess(example: Facts<'_>) -> Value {
    let of_person = example.cents("plan_facts.limit_402g");
    let by_plan = example.employees()[0].members("elective_by_plan");
    let total: Cents = by_plan.iter().map(|(_, amount)| amount.as_cents()).sum();
    let over = |amount| excess_deferral(amount, of_person, Cents::ZERO);
    json!({
        "total": total, "excess_deferral": over(total),
        "plan_level_401a30_failure": by_plan.iter().any(|(_, amount)| over(amount.as_cents()) > Cents::ZERO),
    })
}

pub fn pay(example: Facts<'_>) -> Value {
    let most = example.cents("plan_facts.comp_limit");
    let of = |employee: Facts<'_>| {
        let uncapped = employee.cents("net_profit") - employee.cents("se_deduction");
        let value = json!({ "plan_comp": capped(uncapped, most), "plan_comp_uncapped": uncapped });
        (employee.id().to_owned(), value)
    };
    example.employees().into_iter().map(of).collect::<Map<_, _>>().into()
}

/// The limit on pay does not stop deferrals.
pub fn deferrals_above_pay_limit(example: Facts<'_>) -> Value {
    let (facts, employee) = (example.at("plan_facts"), example.employees()[0]);
    let of_person = facts.cents("limit_402g");
    let monthly = Fraction::new(i128::from(employee.cents("comp").0), 12);
    let capped = capped(employee.cents("comp"), facts.cents("comp_limit"));
    let reached = Fraction::new(i128::from(capped.0) * monthly.denominator(), monthly.numerator()).ceiling();
    let by_then = Cents(employee.cents("elective_monthly").0 * (reached - 1));
    let may = most_in_plan(of_person, Cents::ZERO, Cents::ZERO);
    json!({
        "may_defer_to": may, "cut_off_at_comp_limit": may <= by_then,
        "comp_limit_reached_month": reached,
    })
}

/// A match on a share of pay that is cut to the limit.
pub fn match_on_pay(example: Facts<'_>) -> Value {
    let (facts, employee) = (example.at("plan_facts"), example.employees()[0]);
    let of = |pay: Cents| {
        let width = Cents(pay.times(facts.percent("match_on_first_pct")).rounded_half_up());
        match_on(employee.cents("elective"), &[MatchTier { rate: facts.percent("match_pct"), width }])
    };
    let matched = of(capped(employee.cents("comp"), facts.cents("comp_limit")));
    json!({ "max_match": matched, "match": matched, "wrong_uncapped_match": of(employee.cents("comp")) })
}

/// The amounts that the law tables carry.
pub fn table(example: Facts<'_>) -> Value {
    let named = |name: &str| match name {
        "hce_threshold_by_lookback_year" => Limit::HcePay,
        "key_officer" => Limit::KeyEmployeeOfficerPay,
        "comp_limit" => Limit::Compensation,
        "limit_402g" => Limit::ElectiveDeferral,
        "catch_up" => Limit::CatchUp,
        "catch_up_60_63" => Limit::SuperCatchUp,
        _ => Limit::AnnualAdditions,
    };
    let years = |limit: Limit, years: Facts<'_>| -> Value {
        let of = |year: &String| {
            let found = Law::current().limit(limit, year.parse().expect("a year"));
            (year.clone(), json!(found.map(|found| found.amount)))
        };
        years.0.as_object().expect("years").keys().map(of).collect::<Map<_, _>>().into()
    };
    let tables = example.members("expected").into_iter();
    tables.map(|(name, of)| (name.to_owned(), years(named(name), of))).collect::<Map<_, _>>().into()
}
