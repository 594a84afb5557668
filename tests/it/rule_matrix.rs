//! Every rule on every plan spec, on every example of every page, and on rich plans into which each failing example is
//! written: no two rules say the same of one election.

use std::collections::BTreeSet;
use std::fmt::Write;

use planlint::Input;
use planlint::convert::convert;
use planlint::report::{Report, Reported};
use planlint::rules;
use planlint::syntax::decode::Notation;
use serde_yaml::Value;

use crate::examples::{Example, examples, options};
use crate::plan_specs::specs;

/// Two rules that may both report one election, because there are two things wrong with it.
const TWO_CAUSES: &[(&str, &str, &str)] = &[
    (
        "conversion-for-favored-group",
        "conversion-minimum-or-fee",
        "an amount that only some reach in a year discriminates; one that a payroll does not reach costs tax on earnings",
    ),
    (
        "basic-match-too-small",
        "hce-match-rate-higher",
        "a match that is too small for all, and a better one for some, are mended apart",
    ),
    ("hce-match-rate-higher", "qaca-match-too-small", "the same of a QACA"),
    (
        "catch-up-without-roth",
        "roth-catch-up-transition",
        "a requirement that begins too late, and no Roth program in which it could be met",
    ),
    (
        "converted-money-must-return",
        "needless-withdrawal-gate",
        "that money waits for no reason of law, and that what has left may have to come back, are mended apart",
    ),
    (
        "protected-rights-after-conversion",
        "transferred-money-withdrawable-early",
        "one rule for all converted money can come too early for deferrals and too late for after-tax money",
    ),
];

/// Plans that say nearly everything, so that rules which a short example leaves in the dark can judge.
const RICH: [&str; 4] = [
    "plan-specs/in-the-style-of/technology-greater-of-match.plan.yaml",
    "plan-specs/in-the-style-of/online-retailer-small-match.plan.yaml",
    "plan-specs/designs/hospital-403b.plan.yaml",
    "plan-specs/designs/refinery-sixty-months.plan.yaml",
];

/// A text to judge, and where it comes from.
struct Text {
    place: String,
    input: Input,
}

#[test]
fn no_two_rules_report_one_election_for_one_cause() {
    let mut problems = String::new();
    let mut used = BTreeSet::new();
    for text in texts() {
        let report = planlint::check(&[text.input], &options());
        for (one, other) in doubled(&report) {
            let pair = pair(one, other);
            let reviewed = TWO_CAUSES.iter().find(|(first, second, _)| (*first, *second) == pair);
            let Some((first, second, _)) = reviewed else {
                let (message, second) = (&one.finding.message, &other.finding.message);
                let _ = writeln!(problems, "{}: {pair:?}\n  {message}\n  {second}", text.place);
                continue;
            };
            used.insert((*first, *second));
        }
    }
    assert!(
        problems.is_empty(),
        "report the cause once, or say in TWO_CAUSES which two there are:\n{problems}"
    );
    let reviewed: BTreeSet<_> = TWO_CAUSES.iter().map(|(first, second, _)| (*first, *second)).collect();
    assert_eq!(used, reviewed, "pairs that are met, and pairs that are reviewed");
}

/// All pairs of findings by different rules on one election of one plan, at one place.
fn doubled(report: &Report) -> Vec<(&Reported, &Reported)> {
    let findings = &report.findings;
    let same = |one: &Reported, other: &Reported| {
        one.finding.rule != other.finding.rule
            && one.plan == other.plan
            && one.finding.election == other.finding.election
            && one.finding.primary.span == other.finding.primary.span
    };
    let behind = |index: usize| findings[index + 1..].iter();
    let pairs =
        findings.iter().enumerate().flat_map(|(index, one)| behind(index).map(move |other| (one, other)));
    pairs.filter(|(one, other)| same(one, other)).collect()
}

/// The names of two rules, in the order of the alphabet.
fn pair(one: &Reported, other: &Reported) -> (&'static str, &'static str) {
    let (one, other) = (one.finding.rule, other.finding.rule);
    (one.min(other), one.max(other))
}

fn texts() -> Vec<Text> {
    let of_specs = ["plan-specs", "src/cli/templates"].map(specs).into_iter().flatten();
    let mut texts: Vec<Text> = of_specs
        .map(|(path, text)| Text { place: path.clone(), input: Input { path, bytes: text.into_bytes() } })
        .collect();
    let rich: Vec<(&str, Value)> = RICH.map(|path| (path, tree(&read(path)))).into();
    for rule in rules::ALL {
        for example in examples(rule.page) {
            let place = format!("{} line {}", rule.name, example.line);
            texts.extend(written_into(&rich, &example, &place));
            texts.push(Text { place, input: example.input() });
        }
    }
    texts
}

/// Each rich plan with the elections of a failing example in the place of its own. Examples that cannot be read as one
/// plan show mistakes of form, which are for themselves.
fn written_into(rich: &[(&str, Value)], example: &Example, place: &str) -> Vec<Text> {
    let readable =
        (example.shows == "fails").then(|| convert(&example.input(), Notation::Yaml).ok()).flatten();
    let Some(stated) = readable.and_then(|yaml| serde_yaml::from_str::<Value>(&yaml).ok()) else {
        return Vec::new();
    };
    let merged = rich.iter().map(|(path, plan)| {
        let mut plan = plan.clone();
        write_over(&mut plan, &stated);
        let text = serde_yaml::to_string(&plan).expect("a tree that came from YAML");
        let input = Input { path: "merged.plan.yaml".to_owned(), bytes: text.into_bytes() };
        Text { place: format!("{place}, written into {path}"), input }
    });
    merged.collect()
}

fn write_over(plan: &mut Value, stated: &Value) {
    match (plan, stated) {
        (Value::Mapping(plan), Value::Mapping(stated)) => {
            for (key, value) in stated {
                match plan.get_mut(key) {
                    Some(own) => write_over(own, value),
                    None => drop(plan.insert(key.clone(), value.clone())),
                }
            }
        }
        (plan, stated) => *plan = stated.clone(),
    }
}

fn tree(text: &str) -> Value {
    serde_yaml::from_str(text).expect("a plan of the house")
}

fn read(path: &str) -> String {
    std::fs::read_to_string(path).expect("a plan of the house")
}

#[test]
fn what_is_written_into_a_rich_plan_is_read() {
    let rich: Vec<(&str, Value)> = RICH.map(|path| (path, tree(&read(path)))).into();
    let rule = rules::named("unvested-conversion").expect("the rule");
    let example =
        examples(rule.page).into_iter().find(|example| example.shows == "fails").expect("an example");
    for text in written_into(&rich, &example, rule.name) {
        let report = planlint::check(&[text.input], &options());
        let reported: Vec<&str> = report.findings.iter().map(|reported| reported.finding.rule).collect();
        assert!(reported.contains(&rule.name), "{}: {reported:?}", text.place);
        let of_form = report.findings.iter().filter(|reported| reported.group == rules::Group::Language);
        assert_eq!(of_form.count(), 0, "{}", text.place);
    }
}
