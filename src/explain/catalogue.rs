//! Rules as lists and pages, in Markdown and JSON.

use serde::Serialize;

use crate::finding::Severity;
use crate::law::Law;
use crate::rules::{Check, Rule};

/// What a machine needs to know of a rule.
#[derive(Debug, Serialize)]
struct RuleRecord {
    name: &'static str,
    group: &'static str,
    profile: &'static str,
    severity: Severity,
    summary: &'static str,
    plan_types: Vec<&'static str>,
    in_force_from: Option<String>,
    citations: &'static [&'static str],
    blocks_mega_backdoor: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<&'static str>,
}

/// How much of a rule its record holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    Summary,
    WithPage,
}

/// A JSON array of rules.
pub fn json(rules: &[&Rule], detail: Detail) -> String {
    let records: Vec<RuleRecord> = rules.iter().map(|rule| record(rule, detail)).collect();
    let mut text = serde_json::to_string_pretty(&records).expect("internal error: rules are not JSON");
    text.push('\n');
    text
}

/// One rule's page with its head: what `planlint explain` prints.
pub fn page(rule: &Rule) -> String {
    let types = if rule.applies_to.is_empty() {
        "all".to_owned()
    } else {
        rule.applies_to.iter().map(|plan_type| plan_type.word()).collect::<Vec<_>>().join(", ")
    };
    let since = in_force_from(rule).map(|date| format!("- In force: since {date}\n")).unwrap_or_default();
    let citations: String = rule.citations.iter().map(|citation| format!("- {citation}\n")).collect();
    format!(
        "# {}\n\n{}.\n\n- Severity: {}\n- Group: {}\n- Profile: {}\n- Plan types: {types}\n{since}\n{}\n\n## Law\n\n{citations}",
        rule.name,
        rule.summary,
        rule.severity.word(),
        rule.group.name(),
        rule.profile.name(),
        rule.page.trim(),
    )
}

/// A Markdown table of rules, group by group.
pub fn markdown(rules: &[&Rule]) -> String {
    let mut text = String::from("| rule | severity | group | what it checks |\n|---|---|---|---|\n");
    for rule in rules {
        let (name, severity, group) = (rule.name, rule.severity.word(), rule.group.name());
        text.push_str(&format!(
            "| `{name}` | {severity} | {group} | {} |\n",
            rule.summary.replace('|', "\\|")
        ));
    }
    text
}

/// A line a rule, for a terminal.
pub fn lines(rules: &[&Rule]) -> String {
    let widest = rules.iter().map(|rule| rule.name.len()).max().unwrap_or(0);
    let line =
        |rule: &&Rule| format!("{:widest$}  {:7}  {}\n", rule.name, rule.severity.word(), rule.summary);
    rules.iter().map(line).collect()
}

fn record(rule: &Rule, detail: Detail) -> RuleRecord {
    RuleRecord {
        name: rule.name,
        group: rule.group.name(),
        profile: rule.profile.name(),
        severity: rule.severity,
        summary: rule.summary,
        plan_types: rule.applies_to.iter().map(|plan_type| plan_type.word()).collect(),
        in_force_from: in_force_from(rule),
        citations: rule.citations,
        blocks_mega_backdoor: rule.blocks_mega_backdoor && matches!(rule.check, Check::Plan(_)),
        page: match detail {
            Detail::Summary => None,
            Detail::WithPage => Some(rule.page),
        },
    }
}

fn in_force_from(rule: &Rule) -> Option<String> {
    rule.in_force.map(|provision| Law::current().provision(provision).from.to_string())
}
