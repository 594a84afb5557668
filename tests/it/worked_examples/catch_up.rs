//! Examples on catch-up contributions.

use planlint::money::exact::{Cents, Fraction, Hundredths};
use planlint::nondiscrimination::catch_up::{
    CatchUp, Limits, Period, catch_up_limit, reclassify, sum_of_limits, time_weighted_limit,
};
use planlint::nondiscrimination::correction_adp::{Correction, Deferrer};
use planlint::nondiscrimination::ratio::Line;
use serde_json::{Map, Value, json};

use super::example::Facts;

pub fn sorted(example: Facts<'_>) -> Value {
    let facts = example.at("plan_facts");
    if let Some(halves) = facts.find("hce_deferral_limit_pct_by_half") {
        let limits =
            halves.0.as_array().into_iter().flatten().map(|limit| Hundredths(Facts(limit).as_cents().0));
        let periods: Vec<Period> =
            limits.map(|limit| Period { months: 6, limit, compensation: Cents::ZERO }).collect();
        return json!({ "time_weighted_limit_pct": time_weighted_limit(&periods).map(Fraction::to_percent) });
    }
    let employee = example.employees()[0];
    if facts.find("plan_limit_pct_by_period").is_some() {
        return by_period(example, employee);
    }
    let pay = employee.find("testing_comp").map(Facts::as_cents);
    let plan = facts
        .find("hce_plan_limit_pct")
        .zip(pay)
        .map(|(limit, pay)| Cents(pay.times(Hundredths(limit.as_cents().0)).rounded_half_up()));
    let sorted = sort(example, employee.cents("elective"), plan);
    let mut out = Map::from_iter([
        ("catch_up".to_owned(), json!(sorted.used())),
        ("adr_numerator".to_owned(), json!(sorted.counted)),
        ("plan_limit".to_owned(), json!(plan)),
    ]);
    if let Some(pay) = pay {
        out.insert("adr_pct".to_owned(), json!(sorted.counted.ratio_of(pay)));
    }
    json!({ employee.id(): out })
}

fn sort(example: Facts<'_>, elective: Cents, plan: Option<Cents>) -> CatchUp {
    let facts = example.at("plan_facts");
    let from_50 = facts.cents("catch_up_limit");
    let limits =
        Limits { statutory: facts.cents("limit_402g"), plan, catch_up: catch_up_limit(55, from_50, from_50) };
    reclassify(elective, &limits)
}

/// A plan limit that changed in the year, by both methods.
fn by_period(example: Facts<'_>, employee: Facts<'_>) -> Value {
    let period = |period: Facts<'_>| Period {
        months: u32::try_from(period.cents("months").0 / 100).expect("months"),
        limit: period.percent("pct"),
        compensation: period.cents("comp"),
    };
    let periods: Vec<Period> =
        example.list("plan_facts.plan_limit_pct_by_period").into_iter().map(period).collect();
    let (elective, pay) = (employee.cents("elective"), employee.cents("comp"));
    let of = |plan: Cents| {
        let sorted = sort(example, elective, Some(plan));
        json!({
            "plan_limit": plan, "over_limit": elective.less(plan), "catch_up": sorted.used(),
            "adr_numerator": sorted.counted, "adr_pct": sorted.counted.ratio_of(pay),
        })
    };
    let limit = time_weighted_limit(&periods).expect("months");
    let mut weighted = of(Cents(pay.times(Hundredths(limit.rounded_half_up())).rounded_half_up()));
    weighted["limit_pct"] = json!(limit.to_percent());
    json!({ "sum_method": of(sum_of_limits(&periods)), "time_weighted_method": weighted })
}

/// The ADP limit, after the statutory one.
pub fn over_adp_limit(example: Facts<'_>) -> Value {
    let facts = example.at("plan_facts");
    let of = |employee: Facts<'_>| {
        let (excess, sorted) = match facts.find("adp_limit_dollars") {
            None => (employee.cents("refund_apportioned"), None),
            Some(limit) => {
                let sorted = sort(example, employee.cents("elective"), None);
                (sorted.counted.less(limit.as_cents()), Some(sorted))
            }
        };
        let left = sorted.map_or_else(|| facts.cents("catch_up_available"), |sorted| sorted.left);
        let correction = bear(employee, excess, left);
        let value = json!({
            "catch_up_over_402g": sorted.map(|sorted| sorted.over_statutory), "over_adp_limit": excess,
            "catch_up_from_adp": correction.catch_up, "distribute": correction.refund,
        });
        (employee.id().to_owned(), value)
    };
    if example.employees()[0].find("elective_2005_nov_dec").is_some() {
        return in_fiscal_year(example);
    }
    example.employees().into_iter().map(of).collect::<Map<_, _>>().into()
}

fn bear<'a>(employee: Facts<'a>, excess: Cents, catch_up_left: Cents) -> Correction<'a> {
    let line = Line::new(employee.id(), excess, Cents::dollars(200_000), Cents(i64::MAX)).expect("pay");
    let deferrer =
        Deferrer { line, in_this_plan: excess, catch_up_left, excess_deferral_distributed: Cents::ZERO };
    deferrer.bear(excess)
}

/// A plan year across two calendar years, each with a catch-up limit of its own.
fn in_fiscal_year(example: Facts<'_>) -> Value {
    let (facts, employee) = (example.at("plan_facts"), example.employees()[0]);
    let (first, second) = (employee.cents("elective_2005_nov_dec"), employee.cents("elective_2006_jan_oct"));
    let in_2005 = first.min(facts.cents("over_402g_2005"));
    let in_2006 = sort(example, second, None);
    let counted = first - in_2005 + in_2006.counted;
    let excess = counted.less(facts.cents("adp_limit_dollars"));
    let correction = bear(employee, excess, in_2006.left);
    let regular = in_2006.counted - correction.catch_up;
    json!({
        "plan_year_elective": first + second, "catch_up_2005_in_plan_year": in_2005,
        "catch_up_2006_over_402g": in_2006.over_statutory, "adp_deferrals": counted, "over_adp_limit": excess,
        "catch_up_from_adp": correction.catch_up, "distribute": correction.refund,
        "further_2006_regular": facts.cents("limit_402g").less(regular),
        "further_2006_catch_up": in_2006.left - correction.catch_up,
    })
}
