//! Examples on QNECs, the prior-year method and allocable income.

use planlint::money::exact::{Cents, Fraction, Hundredths};
use planlint::nondiscrimination::comparison::{Comparison, compare};
use planlint::nondiscrimination::disproportionate_match::AtYearEnd;
use planlint::nondiscrimination::income::{Account, allocable_income};
use planlint::nondiscrimination::prior_year::{
    Predecessors, Subgroup, Tested, first_year, prior_average, weighted,
};
use planlint::nondiscrimination::qnec::{Rate, cap, representative_rate, rest_is_nondiscriminatory};
use planlint::nondiscrimination::ratio::{Line, group_average};
use serde_json::{Map, Value, json};

use super::adp::{line, passing_prong, prong_limit};
use super::example::Facts;

pub fn adp_test(example: Facts<'_>) -> Value {
    let facts = example.at("plan_facts");
    if facts.find("change").is_some() {
        let with = facts.percent("nhce_adp_2006_with_qnec_pct");
        let nhce = prior_average(Tested::CurrentYear, with, facts.percent("nhce_adp_2006_without_qnec_pct"));
        return limits(&compare(facts.percent("hce_adp_2007_pct"), nhce));
    }
    let rate = facts.percent("qnec_pct_all_employees");
    if facts.yes("wants_qnec_for_nhce_only") {
        let counted = rest_is_nondiscriminatory(rate, Hundredths::ZERO);
        let mut out = limits(&compare(facts.percent("hce_adp_pct"), facts.percent("nhce_adp_pct")));
        out["qnec_counted"] = json!(counted);
        return out;
    }
    let average = |hce, rate| {
        let lines: Vec<Line<'_>> = example.group(hce).into_iter().map(|one| with_qnec(one, rate)).collect();
        group_average(&lines).expect("employees")
    };
    let test = |rate| test(&compare(average(true, rate), average(false, rate)));
    json!({ "without_qnec": test(Hundredths::ZERO), "with_qnec": test(rate) })
}

fn with_qnec(employee: Facts<'_>, rate: Hundredths) -> Line<'_> {
    let qnec = Cents(employee.cents("comp").times(rate).rounded_half_up());
    line(employee, employee.cents("elective") + qnec)
}

fn test(comparison: &Comparison) -> Value {
    json!({
        "hce_adp_pct": comparison.hce, "nhce_adp_pct": comparison.nhce, "passes": comparison.passes(),
        "prong": passing_prong(comparison.hce, comparison.nhce),
    })
}

fn limits(comparison: &Comparison) -> Value {
    json!({
        "nhce_adp_applicable_pct": comparison.nhce, "limit_125_pct": prong_limit(comparison.nhce, 0),
        "limit_2x_pct": prong_limit(comparison.nhce, 1), "limit_pct": comparison.limit.exact.to_percent(),
        "passes": comparison.passes(),
    })
}

pub fn targeted_cap(example: Facts<'_>) -> Value {
    let facts = example.at("plan_facts");
    let rates = match facts.find("nhce_in_group") {
        Some(_) => around_the_half(facts),
        None => example.employees().into_iter().map(|one| rate_of(facts, one)).collect(),
    };
    let representative = representative_rate(&rates);
    let all_count = rates.iter().all(|one| one.rate <= cap(representative));
    json!({
        "half": rates.len().div_ceil(2),
        "representative_rate_pct": representative, "representative_rate_pct_by_regulation": representative,
        "cap_pct": cap(representative), "cap_pct_by_regulation": cap(representative),
        "all_countable": all_count,
    })
}

/// Ten people with the rate of the tenth, the others with that of the eleventh; no one is said to be employed at
/// year-end.
fn around_the_half(facts: Facts<'_>) -> Vec<Rate> {
    let people = usize::try_from(facts.cents("nhce_in_group").0 / 100).expect("people");
    let rate = |index: usize| if index < 10 { "rate_10th_pct" } else { "rate_11th_pct" };
    (0..people).map(|index| Rate { rate: facts.percent(rate(index)), at_year_end: AtYearEnd::Gone }).collect()
}

fn rate_of(facts: Facts<'_>, employee: Facts<'_>) -> Rate {
    let employed = facts.list("last_day").iter().any(|one| one.0.as_str() == Some(employee.id()));
    let at_year_end = if employed { AtYearEnd::Employed } else { AtYearEnd::Gone };
    Rate { rate: employee.percent("qnec_pct"), at_year_end }
}

/// Averages of the prior year after a change of coverage.
pub fn prior_year(example: Facts<'_>) -> Value {
    let subgroup = |one: Facts<'_>| Subgroup {
        count: u32::try_from(one.cents("nhce_count").0 / 100).expect("people"),
        average: one.percent("adp_pct"),
    };
    let subgroups: Vec<Subgroup> = example.employees().into_iter().map(subgroup).collect();
    let weighted = weighted(&subgroups).expect("people");
    let shown = |fraction: &Fraction| json!(Hundredths(fraction.rounded_half_up()));
    let adjusted = example.employees().into_iter().zip(&weighted.adjusted);
    let adjusted: Map<_, _> =
        adjusted.map(|(one, part)| (one.text("subgroup").to_owned(), shown(part))).collect();
    // All who are eligible in plan R's first year were in plan Q.
    let eligible = subgroups[0].count;
    let first_year = first_year(Predecessors { eligible, in_another_plan: eligible }, None);
    json!({
        "adjusted_pct": adjusted, "nhce_adp_prior_pct": weighted.average,
        "first_year_3pct_rule_available": first_year.is_some(), "plan_Q_nhce_adp_prior_pct": subgroups[0].average,
    })
}

pub fn income(example: Facts<'_>) -> Value {
    let facts = example.at("plan_facts");
    let income = facts.cents("plan_year_income");
    // Where an example states the closing balance, what it grew from is that less the income.
    let account = match facts.find("ending_balance") {
        Some(ending) => {
            Account { opening_balance: ending.as_cents() - income, contributions: Cents::ZERO, income }
        }
        None => Account {
            opening_balance: facts.cents("opening_balance"),
            contributions: facts.cents("contributions"),
            income,
        },
    };
    json!({ "allocable_income": allocable_income(facts.cents("excess"), &account) })
}
