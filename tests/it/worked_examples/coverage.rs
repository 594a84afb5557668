//! Examples on coverage and on employees who are otherwise excludable.

use planlint::nondiscrimination::coverage::{
    Classification, Coverage, Heads, Leaver, NotBenefiting, classify, coverage, harbors,
};
use planlint::nondiscrimination::excludable::{Requirements, Standing, standing};
use serde_json::{Map, Value, json};

use super::example::Facts;

fn number(facts: Facts<'_>, path: &str) -> u32 {
    facts.find(path).map_or(0, |number| u32::try_from(number.as_cents().0 / 100).expect("a number"))
}

fn heads(facts: Facts<'_>) -> Heads {
    // An example that states shares: so many of a hundred.
    if facts.find("nhce_benefiting_pct").is_some() {
        let of = |path| number(facts, path);
        let (hces_benefiting, nhces_benefiting) = (of("hce_benefiting_pct"), of("nhce_benefiting_pct"));
        return Heads { hces: 100, hces_benefiting, nhces: 100, nhces_benefiting };
    }
    Heads {
        hces: number(facts, "hce_total"),
        hces_benefiting: number(facts, "hce_benefiting"),
        nhces: number(facts, "nhce_total"),
        nhces_benefiting: number(facts, "nhce_benefiting"),
    }
}

pub fn ratio(example: Facts<'_>) -> Value {
    let Coverage { ratio, .. } = coverage(&heads(example.at("plan_facts")));
    let passes = coverage(&heads(example.at("plan_facts"))).passes_ratio_test();
    json!({ "ratio_pct": ratio.ok(), "passes_70": passes, "may_exclude_110_from_main_test": passes })
}

pub fn classification(example: Facts<'_>) -> Value {
    let heads = heads(example.at("plan_facts"));
    let ratio = coverage(&heads).ratio.expect("a ratio");
    let harbors = harbors(heads.nhces, heads.nhces + heads.hces);
    let result = match classify(ratio, &harbors) {
        Classification::SafeHarbor => "satisfies safe harbor",
        Classification::FactsAndCircumstances => "facts and circumstances",
        Classification::Discriminatory => "discriminatory (below unsafe harbor)",
    };
    json!({
        "ratio_pct": ratio, "nhce_concentration_pct": harbors.concentration, "safe_harbor_pct": harbors.safe,
        "unsafe_harbor_pct": harbors.unsafe_below, "result": result,
    })
}

pub fn table(example: Facts<'_>) -> Value {
    let row = |row: Facts<'_>| {
        let concentration = number(row, "0");
        let harbors = harbors(concentration, 100);
        json!([harbors.concentration, harbors.safe, harbors.unsafe_below])
    };
    json!({ "rows": example.list("expected.rows").into_iter().map(row).collect::<Vec<_>>() })
}

pub fn excludable(example: Facts<'_>) -> Value {
    let requirements = |facts: Facts<'_>| Requirements {
        age: number(facts, "age"),
        service_months: number(facts, "service_months"),
    };
    let any_of: Vec<Requirements> =
        example.list("plan_facts.conditions_any_of").into_iter().map(requirements).collect();
    let of = |employee: Facts<'_>| {
        let found = standing(number(employee, "age"), number(employee, "service_months"), &any_of);
        (employee.id().to_owned(), json!({ "excludable": found == Standing::OtherwiseExcludable }))
    };
    example.employees().into_iter().map(of).collect::<Map<_, _>>().into()
}

pub fn leavers(example: Facts<'_>) -> Value {
    let facts = example.at("plan_facts");
    let leavers = |hours, people| {
        let leaver = Leaver { hours, cause: NotBenefiting::HoursOrLastDay };
        if leaver.is_excludable() { people } else { 0 }
    };
    let excludable = leavers(500, number(facts, "terminated_le_500h"))
        + leavers(501, number(facts, "terminated_gt_500h") + number(facts, "terminated_500_1000h"));
    let eligible = number(facts, "eligible");
    let benefiting = match facts.find("employed_last_day") {
        Some(_) => number(facts, "employed_last_day"),
        None => eligible - number(facts, "failed_hours"),
    };
    json!({
        "excludable": excludable, "benefiting": benefiting,
        "tested_not_benefiting": eligible - benefiting - excludable,
    })
}
