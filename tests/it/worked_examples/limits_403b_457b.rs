//! Examples on what may go into 403(b) and 457(b) plans.

use planlint::money::exact::Cents;
use planlint::nondiscrimination::annual_additions::AnnualAdditions;
use planlint::nondiscrimination::limits_403b::{self, Church, FifteenYears, most_elective, most_in_all};
use planlint::nondiscrimination::limits_457b::{self, Retirement};
use serde_json::{Value, json};

use super::example::Facts;

fn age(employee: Facts<'_>) -> u32 {
    let age = employee.find("age").or_else(|| employee.find("turns"));
    age.map_or(0, |age| u32::try_from(age.as_cents().0 / 100).expect("an age"))
}

fn limits_403b(example: Facts<'_>, special: Cents) -> limits_403b::Limits {
    let (facts, employee) = (example.at("plan_facts"), example.employees()[0]);
    let pay = employee.find("includible_comp").or_else(|| employee.find("comp")).expect("pay");
    limits_403b::Limits {
        deferral: facts.cents("limit_402g"),
        annual_additions: facts.find("limit_415c").map_or(Cents::dollars(44_000), Facts::as_cents),
        catch_up: if age(employee) >= 50 { facts.cents("catch_up_limit") } else { Cents::ZERO },
        special,
        includible_compensation: pay.as_cents(),
    }
}

pub fn elective_403b(example: Facts<'_>) -> Value {
    let employee = example.employees()[0];
    let special =
        if employee.yes("qualified_15yr") { example.cents("plan_facts.special_15yr") } else { Cents::ZERO };
    let limits = limits_403b(example, special);
    json!({
        "max_elective": most_elective(&limits, employee.cents("employer")),
        "limit_with_catch_up": most_in_all(&limits),
    })
}

pub fn fifteen_years(example: Facts<'_>) -> Value {
    let (facts, employee) = (example.at("plan_facts"), example.employees()[0]);
    let special = FifteenYears {
        years_of_service: u32::try_from(facts.cents("years_of_service").0 / 100).expect("years"),
        prior_deferrals: employee.cents("prior_elective"),
        prior_special: employee.cents("prior_special"),
    }
    .special();
    let limits = limits_403b(example, special.limit);
    json!({
        "limit_A": special.yearly, "limit_B": special.lifetime, "limit_C": special.by_service,
        "special_15yr": special.limit, "max_elective": most_elective(&limits, employee.cents("employer")),
    })
}

pub fn total_403b(example: Facts<'_>) -> Value {
    let employee = example.employees()[0];
    let limits = limits_403b(example, example.cents("plan_facts.special_15yr"));
    let additions = AnnualAdditions {
        elective: employee.cents("elective"),
        employer: employee.cents("employer"),
        ..Default::default()
    };
    json!({
        "annual_additions": additions.total(), "max_total": most_in_all(&limits),
        "further_catch_up": most_in_all(&limits) - additions.total(),
    })
}

pub fn church(example: Facts<'_>) -> Value {
    let (facts, employee) = (example.at("plan_facts"), example.employees()[0]);
    let missionary = facts.find("foreign_missionary_min").map_or(Cents::ZERO, Facts::as_cents);
    let church = Church {
        yearly: facts.cents("church_alternative_limit"),
        lifetime: facts.cents("lifetime_excess"),
        ordinary: employee.cents("comp").max(missionary),
    };
    let full_years = church.full_years().expect("years");
    let next = church.most_after(full_years);
    let later = church.most_after(full_years + 1);
    json!({
        "excess_per_year": church.excess_per_year(), "full_years": full_years,
        "year14_max": next, "year6_max": next, "later_years_max": later,
    })
}

pub fn plan_457b(example: Facts<'_>) -> Value {
    let (facts, employee) = (example.at("plan_facts"), example.employees()[0]);
    let of = |path| facts.find(path).map_or(Cents::ZERO, Facts::as_cents);
    let retirement_age = u32::try_from(of("nra").0 / 100).expect("an age");
    let limits = limits_457b::Limits {
        dollar: facts.cents("limit_457"),
        includible_compensation: employee.cents("includible_comp"),
        age_50: if age(employee) >= 50 { of("age50") } else { Cents::ZERO },
        unused: of("special_457"),
        retirement: Retirement::in_year(age(employee), retirement_age),
    };
    let deferred =
        employee.find("vested_amount").map_or_else(|| employee.cents_or_zero("elective"), Facts::as_cents);
    json!({
        "limit": limits_457b::basic(&limits), "max": limits_457b::most(&limits), "annual_deferrals": deferred,
        "excess": limits_457b::excess(deferred, &limits),
    })
}
