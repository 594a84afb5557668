//! Faults put into a whole plan, one at a time and two at a time: each is found, on its line, and nothing else.

use granit_parser::Parser;

use super::{file, read};
use crate::syntax::tree::{Kind, Map};
use crate::syntax::yaml;

const PLAN: &str = "\
# Acme's plan
plan: Acme 401(k) Savings Plan
type: 401(k)
goals: mega backdoor

deferrals:
  pre-tax: 1% to 75% of pay
  roth: 1% to 75% of pay   # since 2019
  catch-up: yes
after-tax:
  allowed: yes
  # which sources
  sources: [after-tax, pre-tax, match]
in-service:
  after-tax: any time
match:
  formula: 100% of first 3% of pay + 50% of next 2% of pay
  true-up: { value: yes, source: \"AA 1.11(d)\" }
  sources:
    - pre-tax
    - roth
  vesting: immediate
workforce:
  hce:
    count: 12
    average-pay: $180,000
  nhce:
    count: 240
";

/// The ways in which a line can go wrong.
fn faults(line: &str) -> Vec<String> {
    let indent = line.len() - line.trim_start().len();
    let (space, content) = line.split_at(indent);
    if content.is_empty() || content.starts_with('#') {
        return Vec::new();
    }
    let mut faults = vec![format!(" {line}"), format!("   {line}")];
    if indent > 0 {
        faults.extend([
            line[1..].to_owned(),
            format!("{}{content}", "\t".repeat(indent / 2)),
            format!("{space}\t{content}"),
        ]);
    }
    if let Some(item) = content.strip_prefix("- ") {
        faults.extend(["@", "\"", "a: b: "].map(|start| format!("{space}- {start}{item}")));
        return faults;
    }
    faults.extend(of_entry(line, space, content));
    faults
}

/// The ways in which `key: value` can go wrong beyond those of every line.
fn of_entry(line: &str, space: &str, content: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let (key, value) = content.split_once(':').expect("a key");
    let value = value.trim();
    if value.is_empty() {
        faults.extend([
            format!("{space}{key}"),
            format!("{space}@{content}"),
            format!("{space}\"{content}"),
            format!("{line} x: y"),
        ]);
        return faults;
    }
    let starts = ["\"", "'", "{ value: ", "[", "@", "`", "%", "- ", "* ", "& ", "| ", "? "];
    faults.extend(starts.map(|start| format!("{space}{key}: {start}{value}")));
    let values = "\"a\" b§\"a\\qb\"§] x§{ value: x }}§[a, b}§{ value: b]§{ value: yes source: \"x\" }§\"x\"#y§\"\u{1b}[31m\"§!t x";
    faults.extend(values.split('§').map(|value| format!("{space}{key}: {value}")));
    let rests = [": x", "\0x"];
    faults.extend(rests.map(|rest| format!("{line}{rest}")));
    faults.extend([
        format!("{space}{key} {value}"),
        format!("{space}{key}:{value}"),
        format!("{space}- {content}"),
    ]);
    faults.extend([format!("{space}@{content}"), format!("{space}: {value}"), format!("{space}\"{content}")]);
    faults
}

fn plan_with(changes: &[(usize, &str)]) -> String {
    let mut lines: Vec<&str> = PLAN.lines().collect();
    changes.iter().for_each(|(at, line)| lines[*at] = line);
    lines.join("\n") + "\n"
}

/// Some changes leave YAML that means something else: those are no faults of form.
fn is_fault(text: &str) -> bool {
    text.contains("!t") || Parser::new_from_str(text).any(|event| event.is_err())
}

fn found(text: &str) -> Vec<usize> {
    read(text)
        .1
        .iter()
        .map(|found| found.split(':').next().and_then(|line| line.parse().ok()).unwrap_or(0))
        .collect()
}

fn count(map: &Map<'_>) -> usize {
    let below = |kind: &Kind<'_>| if let Kind::Map(map) = kind { count(map) } else { 0 };
    map.entries.iter().map(|entry| 1 + below(&entry.value.kind)).sum()
}

#[test]
fn every_single_fault_is_found_on_its_line_and_the_rest_is_read() {
    let all = count(&yaml::read(&file(PLAN)).0[0].root);
    let mut tried = 0;
    for (at, line) in PLAN.lines().enumerate() {
        for fault in faults(line) {
            let text = plan_with(&[(at, &fault)]);
            if !is_fault(&text) {
                continue;
            }
            tried += 1;
            assert_eq!(found(&text), [at + 1], "{fault:?} on line {}", at + 1);
            let source = file(&text);
            let read = count(&yaml::read(&source).0[0].root);
            assert!(read + 3 >= all, "{} entries are lost by {fault:?} on line {}", all - read, at + 1);
        }
    }
    assert!(tried > 450, "{tried}");
}

#[test]
fn two_faults_are_nearly_always_both_found() {
    let (mut tried, mut right, mut more) = (0, 0, 0);
    let lines: Vec<&str> = PLAN.lines().collect();
    for first in 0..lines.len() {
        for second in first + 1..lines.len() {
            let (ways, others) = (faults(lines[first]), faults(lines[second]));
            for pick in 0..ways.len().min(others.len()).min(3) {
                let way = &ways[(first * 7 + second * 3 + pick * 5) % ways.len()];
                let other = &others[(first * 5 + second * 11 + pick * 7) % others.len()];
                if !is_fault(&plan_with(&[(first, way)])) || !is_fault(&plan_with(&[(second, other)])) {
                    continue;
                }
                let found = found(&plan_with(&[(first, way), (second, other)]));
                tried += 1;
                right += usize::from(found == [first + 1, second + 1]);
                more += usize::from(found.len() > 2);
            }
        }
    }
    // The rest are neighbours whose faults are one to a reader too, and tabs, which are told once for all lines.
    assert!(
        tried > 600 && right * 100 >= tried * 97 && more * 200 <= tried,
        "{right} right and {more} with more of {tried}"
    );
}
