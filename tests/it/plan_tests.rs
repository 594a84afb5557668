//! The tests of a plan on small censuses, end to end: a spec and a census as text, results as JSON.

mod applicability;
mod corrections;
mod order;
mod page;
mod privacy;
mod properties;
mod regulation;

use std::collections::BTreeMap;

use jiff::civil::date;
use planlint::Input;
use planlint::census::header::Understanding;
use planlint::census::mapping::Mapping;
use planlint::census::participant::PlanRows;
use planlint::law::Law;
use planlint::testing::results::TestResults;
use planlint::testing::terms::Terms;
use planlint::testing::{self, Detail};
use serde_json::Value;

/// A tested 401(k) whose every election that the tests read is stated. Elections of a case come on top.
const BASE: &[(&str, &str)] = &[
    ("plan", "Tested"),
    ("type", "401(k)"),
    ("year", "2026"),
    ("employer.entity", "corporation"),
    ("eligibility.deferrals", "immediate"),
    ("eligibility.entry", "immediate"),
    ("deferrals.roth", "1% to 75% of pay"),
    ("deferrals.catch-up", "yes"),
    ("deferrals.super-catch-up", "yes"),
    ("deferrals.roth-catch-up", "required"),
    ("after-tax.allowed", "yes"),
    ("after-tax.limit", "none"),
    ("after-tax.hce-limit", "none"),
    ("after-tax.matched", "no"),
    ("match.formula", "none"),
    ("match.vesting", "immediate"),
    ("safe-harbor.type", "none"),
    ("testing.adp", "current year"),
    ("testing.acp", "current year"),
    ("testing.top-paid-group", "no"),
    ("testing.otherwise-excludable", "together"),
    ("testing.qnec", "none"),
    ("testing.refund-order", "after-tax first"),
    ("testing.recharacterization", "no"),
    ("testing.related-match", "forfeited"),
    ("testing.shift-deferrals", "no"),
];

/// A plan spec: the base with some elections changed; an empty one is left out.
pub fn spec(changes: &[(&str, &str)]) -> String {
    let mut elections: BTreeMap<&str, &str> = BASE.iter().copied().collect();
    elections.extend(changes.iter().copied());
    elections.retain(|_, stated| !stated.is_empty());
    let mut sections: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (path, stated) in elections {
        let (section, line) = match path.split_once('.') {
            Some((section, key)) => (section, format!("  {key}: \"{stated}\"")),
            None => ("", format!("{path}: \"{stated}\"")),
        };
        sections.entry(section).or_default().push(line);
    }
    let text = sections.into_iter().map(|(section, lines)| match section {
        "" => lines.join("\n"),
        _ => format!("{section}:\n{}", lines.join("\n")),
    });
    text.collect::<Vec<_>>().join("\n") + "\n"
}

pub fn terms(changes: &[(&str, &str)]) -> Terms {
    terms_of("tested.plan.yaml", spec(changes).into_bytes())
}

/// The terms of the plan of a spec.
pub fn terms_of(path: &str, bytes: Vec<u8>) -> Terms {
    let input = Input { path: path.to_owned(), bytes };
    let plans = planlint::plans(&input, None, date(2026, 12, 31));
    let plans = plans.unwrap_or_else(|report| panic!("{path}: {:?}", report.findings));
    Terms::of(&plans[0], Law::current())
}

/// The rows of a census, plan by plan.
pub fn rows(census: &str) -> (Understanding, Vec<PlanRows>) {
    let each = |_: &Understanding, rows: &PlanRows| rows.clone();
    let read = planlint::census::by_plan(|| Ok(census.as_bytes()), &Mapping::default(), each);
    let (census, rows) = read.expect("no reading fails");
    let problems: Vec<String> = census.problems.listed().iter().map(|problem| problem.message()).collect();
    assert!(problems.is_empty(), "{problems:?}");
    (census.understanding, rows)
}

pub fn results(terms: &Terms, census: &str) -> TestResults {
    results_in(terms, census, Detail::Participants)
}

pub fn results_in(terms: &Terms, census: &str, detail: Detail) -> TestResults {
    let (understanding, rows) = rows(census);
    testing::run_in(terms, &understanding, &rows, 0, detail)
}

/// The JSON of `planlint test --participants`.
pub fn tested(changes: &[(&str, &str)], census: &str) -> Value {
    as_json(&results(&terms(changes), census))
}

pub fn as_json(results: &TestResults) -> Value {
    serde_json::from_str(&planlint::render::testing::json::json(results)).expect("JSON")
}

/// Members at paths such as `adp.hce`, a text each; of a list the member whose `employee_id` is the part of the path.
pub fn assert_members(found: &Value, expected: &[(&str, &str)]) {
    let wrong: Vec<String> = expected
        .iter()
        .filter_map(|(path, expected)| {
            let member = at(found, path);
            let text = member.as_str().map_or_else(|| member.to_string(), str::to_owned);
            (text != *expected).then(|| format!("{path}: {text}, not {expected}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}\n{found:#}", wrong.join("\n"));
}

fn at<'v>(found: &'v Value, path: &str) -> &'v Value {
    path.split('.').fold(found, |value, part| match value.as_array() {
        Some(list) => list.iter().find(|one| one["employee_id"] == part).unwrap_or(&Value::Null),
        None => &value[part],
    })
}
