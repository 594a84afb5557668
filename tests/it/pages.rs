//! Every rule's page: its parts are there, and its examples do what they are said to do.

use std::fmt::Write;

use planlint::finding::Severity;
use planlint::plan::PlanType;
use planlint::report::{Report, Reported, Verdict};
use planlint::rules::{self, Check, Profile, Rule};

use crate::examples::{Example, examples, options, options_of};

const PARTS: [&str; 4] = ["## What it checks", "## Why", "## How to mend it", "## Examples"];

/// How a rule came out on the example's plans, told from the report.
fn outcome(report: &Report, rule: &Rule) -> &'static str {
    let fails = report.findings.iter().any(|reported| reported.finding.rule == rule.name);
    let passes = report.passed.iter().any(|passed| passed.rule == rule.name);
    let asks = report.questions.iter().any(|question| question.asked_by.contains(&rule.name));
    match (fails, passes, asks) {
        (true, false, false) => "fails",
        (false, true, false) => "passes",
        (false, false, true) => "unknown",
        (false, false, false) => "not-applicable",
        _ => "several things at once",
    }
}

fn judge(rule: &Rule, example: &Example, problems: &mut String) {
    let report = planlint::check(&[example.input()], &options_of(rule.page));
    let place = format!("{} line {}", rule.name, example.line);
    let others: Vec<&str> = report
        .findings
        .iter()
        .filter(|reported| !is_note(reported))
        .map(|reported| reported.finding.rule)
        .filter(|name| *name != rule.name)
        .collect();
    if !others.is_empty() && example.shows != "not-applicable" {
        let _ = writeln!(problems, "{place}: other rules report too: {others:?}");
    }
    let by_reader = rule.group == rules::Group::Language;
    let expected =
        if by_reader && example.shows == "passes" { "not-applicable" } else { example.shows.as_str() };
    let actual = outcome(&report, rule);
    if actual != expected {
        let _ =
            writeln!(problems, "{place}: shown as `{}`, but the rule came out as `{actual}`", example.shows);
    }
}

/// A remark on a mega backdoor Roth that the example does not aim at: a 457(b) example cannot avoid it.
fn is_note(reported: &Reported) -> bool {
    let of_the_goal =
        rules::named(reported.finding.rule).is_some_and(|rule| rule.profile == Profile::MegaBackdoor);
    of_the_goal && reported.severity == Severity::Advice
}

#[test]
fn every_example_of_every_page_does_what_it_says() {
    let mut problems = String::new();
    for rule in rules::ALL {
        for example in examples(rule.page) {
            judge(rule, &example, &mut problems);
        }
    }
    assert!(problems.is_empty(), "{problems}");
}

#[test]
fn every_rule_is_cited_and_has_a_page_with_all_parts_and_examples() {
    let mut problems = String::new();
    for rule in rules::ALL {
        if rule.citations.is_empty() {
            let _ = writeln!(problems, "{}: no citation", rule.name);
        }
        let source = std::fs::read_to_string(source_of(rule)).unwrap_or_default();
        if [rule.page, rule.summary, &source].iter().any(|text| text.contains("TODO")) {
            let _ = writeln!(problems, "{}: something is still to be written (TODO)", rule.name);
        }
        for part in PARTS.iter().filter(|part| !rule.page.contains(**part)) {
            let _ = writeln!(problems, "{}: the page lacks `{part}`", rule.name);
        }
        let shown: Vec<String> = examples(rule.page).into_iter().map(|example| example.shows).collect();
        let needed: &[&str] = match rule.check {
            Check::Reader | Check::Run => &["fails", "passes"],
            Check::Plan(_) => &["fails", "passes", "unknown"],
        };
        for kind in needed.iter().filter(|kind| !shown.iter().any(|shown| shown == *kind)) {
            let _ = writeln!(problems, "{}: the page has no `{kind}` example", rule.name);
        }
        if rule.summary.ends_with('.')
            || !rule.name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
        {
            let _ = writeln!(problems, "{}: name in kebab-case, summary without a full stop", rule.name);
        }
    }
    assert!(problems.is_empty(), "{problems}");
}

#[test]
fn without_anything_stated_every_rule_is_unknown_or_not_applicable_and_none_fails() {
    let plan = b"plan: Says nothing\n";
    let input = planlint::Input { path: "silent.plan.yaml".to_owned(), bytes: plan.to_vec() };
    let report = planlint::check(&[input], &options());
    let failed: Vec<&str> = report.findings.iter().map(|reported| reported.finding.rule).collect();
    assert!(failed.is_empty(), "a plan that says nothing fails {failed:?}");
    assert!(report.questions.len() <= 12, "a wall of {} questions", report.questions.len());
}

#[test]
fn every_rule_runs_on_every_example_and_a_blocked_plan_names_what_blocks_it() {
    for rule in rules::ALL {
        for example in examples(rule.page) {
            let report = planlint::check(&[example.input()], &options());
            for plan in &report.plans {
                let verdict = &plan.mega_backdoor;
                let named = !verdict.blocked_by.is_empty()
                    || !verdict.unknown.is_empty()
                    || !verdict.routes.is_empty();
                assert!(named, "{} line {}: {:?} without a ground", rule.name, example.line, verdict.verdict);
            }
        }
    }
}

/// The file of a rule's module; a name that begins with a digit has an `r` before it.
fn source_of(rule: &Rule) -> String {
    let stem = rule.name.replace('-', "_");
    let stem = if stem.starts_with(|first: char| first.is_ascii_digit()) { format!("r{stem}") } else { stem };
    format!("src/rules/{stem}.rs")
}

#[test]
fn a_blocked_plan_names_a_rule_that_blocks_it() {
    let of_pages = rules::ALL.iter().flat_map(|rule| examples(rule.page));
    let mut texts: Vec<(String, String)> =
        of_pages.map(|example| (example.path().to_owned(), example.text)).collect();
    texts.extend(crate::plan_specs::specs("plan-specs"));
    for plan_type in PlanType::ALL {
        for allowed in ["yes", "no", "formerly"] {
            let claim = format!("after-tax: {{ allowed: {allowed} }}\nin-plan-roth: {{ allowed: yes }}");
            let text = format!("plan: A {plan_type} plan\ntype: {plan_type}\nyear: 2026\n{claim}\n");
            texts.push(("claim.plan.yaml".to_owned(), text));
        }
    }
    let mut problems = String::new();
    for (path, text) in texts {
        let input = planlint::Input { path, bytes: text.clone().into_bytes() };
        for plan in planlint::check(&[input], &options()).plans {
            let verdict = &plan.mega_backdoor;
            if verdict.verdict == Verdict::Blocked && verdict.blocked_by.is_empty() {
                let _ = writeln!(problems, "nothing is said to block this plan:\n{text}");
            }
        }
    }
    assert!(problems.is_empty(), "{problems}");
}

#[test]
fn the_acp_test_is_projected_for_a_plan_that_says_it_runs_none() {
    let outlook = |plan_type: &str, nhces_after_tax: &str| {
        let text = format!(
            "plan: Acme Plan\ntype: {plan_type}\nyear: 2026\nemployer: {{ entity: corporation }}\n\
             after-tax: {{ allowed: yes }}\nmatch: {{ formula: none }}\ntesting: {{ acp: not tested }}\nworkforce:\n\
             \x20 hce: {{ count: 4, after-tax-participation: 100%, average-after-tax: 8% }}\n\
             \x20 nhce: {{ count: 30, after-tax-participation: {nhces_after_tax}, average-after-tax: 8% }}\n"
        );
        let input = planlint::Input { path: "untested.plan.yaml".to_owned(), bytes: text.into_bytes() };
        let report = planlint::check(&[input], &options());
        rules::named("acp-fails-without-nhce-after-tax").map(|rule| outcome(&report, rule))
    };
    for plan_type in ["401(k)", "solo 401(k)", "403(b)", "401(a)"] {
        assert_eq!(outlook(plan_type, "0%"), Some("fails"), "{plan_type}");
        // A test that is not run, by no method, passes nowhere.
        assert_eq!(outlook(plan_type, "100%"), Some("unknown"), "{plan_type}");
    }
}

#[test]
fn pages_name_only_rules_that_exist() {
    let mut problems = String::new();
    for rule in rules::ALL {
        for named in rule.page.split("rule `").skip(1).filter_map(|behind| behind.split('`').next()) {
            if rules::named(named).is_none() {
                let _ = writeln!(problems, "{}: the page names a rule `{named}`", rule.name);
            }
        }
    }
    assert!(problems.is_empty(), "{problems}");
}
