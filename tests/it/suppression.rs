//! Suppressions in plan specs: what each form covers in both notations, and what is said about those that go wrong.

use planlint::report::{Report, SuppressedBy, Verdict};

use crate::examples::options;

fn check(path: &str, text: &str) -> Report {
    let input = planlint::Input { path: path.to_owned(), bytes: text.as_bytes().to_vec() };
    planlint::check(&[input], &options())
}

/// `rule@line` of what is reported and of what is held back, advice left out.
fn told(path: &str, text: &str) -> (Vec<String>, Vec<String>) {
    let report = check(path, text);
    let line = |found: &planlint::report::Reported| {
        let file = report.file(found.file).expect("a file");
        format!("{}@{}", found.finding.rule, file.position(found.finding.primary.span.start).line)
    };
    (report.findings.iter().map(line).collect(), report.suppressed.iter().map(line).collect())
}

#[track_caller]
fn holds_back(path: &str, text: &str, suppressed: &[&str]) {
    assert_eq!(
        told(path, text),
        (Vec::new(), suppressed.iter().map(ToString::to_string).collect()),
        "{text}"
    );
}

const NAME: &str = "after-tax-not-allowed";

#[test]
fn a_line_a_section_a_plan_and_the_file_are_covered_in_the_dsl() {
    let body = "  type 401(k)\n  year 2026\n  goals mega backdoor\n";
    let not = format!("# planlint: allow({NAME}) agreed");
    for (text, lines) in [
        (format!("plan \"A\" {{\n{body}  after-tax {{ allowed no }}   {not}\n}}\n"), vec![5]),
        (format!("plan \"A\" {{\n{body}  after-tax {{\n    allowed no {not}\n  }}\n}}\n"), vec![6]),
        (
            format!(
                "plan \"A\" {{\n{body}  after-tax {{\n    {not}\n\n    # why\n    allowed no\n  }}\n}}\n"
            ),
            vec![9],
        ),
        (
            format!("plan \"A\" {{\n{body}  {not}\n  after-tax {{\n    limit $5\n    allowed no\n  }}\n}}\n"),
            vec![8],
        ),
        (
            format!(
                "{not}\nplan \"A\" {{\n{body}  after-tax {{ allowed no }}\n}}\nplan \"B\" {{\n{body}  after-tax {{ allowed no }}\n}}\n"
            ),
            vec![6, 12],
        ),
    ] {
        let expected: Vec<String> = lines.iter().map(|line| format!("{NAME}@{line}")).collect();
        holds_back("a.plan", &text, &expected.iter().map(String::as_str).collect::<Vec<_>>());
    }
    let two = format!(
        "plan \"A\" {{\n{body}  after-tax {{ allowed no }}\n}}\n{not}\nplan \"B\" {{\n{body}  after-tax {{ allowed no }}\n}}\n"
    );
    assert_eq!(told("a.plan", &two), (vec![format!("{NAME}@5")], vec![format!("{NAME}@12")]));
}

#[test]
fn the_same_is_covered_in_yaml() {
    let head = "plan: A\ntype: 401(k)\nyear: 2026\ngoals: mega backdoor\n";
    let not = format!("# planlint: allow({NAME}) agreed");
    for (text, lines) in [
        (format!("{head}after-tax:\n  allowed: no  {not}\n"), vec![6]),
        (format!("{head}after-tax: {{ allowed: no }}  {not}\n"), vec![5]),
        (format!("{head}after-tax:\n  {not}\n  allowed: no\n"), vec![7]),
        (format!("{head}{not}\nafter-tax:\n  limit: $5\n  allowed: no\n"), vec![8]),
        (format!("{head}after-tax:\n  allowed: {{ value: no, source: \"AA\" }} {not}\n"), vec![6]),
        (format!("---\n{not}\n{head}after-tax:\n  allowed: no\n"), vec![8]),
        (
            format!(
                "{not}\n---\n{head}after-tax: {{ allowed: no }}\n---\nplan: B\ntype: 401(k)\nyear: 2026\nafter-tax: {{ allowed: no }}\n"
            ),
            vec![7, 12],
        ),
    ] {
        let expected: Vec<String> = lines.iter().map(|line| format!("{NAME}@{line}")).collect();
        holds_back("a.plan.yaml", &text, &expected.iter().map(String::as_str).collect::<Vec<_>>());
    }
}

#[test]
fn what_only_looks_like_a_comment_holds_nothing_back() {
    let dsl = format!(
        "plan \"A # planlint: allow({NAME}) x\" {{\n  type 401(k)\n  year 2026\n  after-tax {{ called \"# planlint: allow({NAME}) x\"; allowed no }}\n}}\n"
    );
    assert_eq!(told("a.plan", &dsl), (vec![format!("{NAME}@4")], vec![]));
    let yaml = format!(
        "plan: A\ntype: 401(k)\nyear: 2026\nafter-tax:\n  called: |\n    # planlint: allow({NAME}) x\n  allowed: no\n"
    );
    assert_eq!(told("a.plan.yaml", &yaml), (vec![format!("{NAME}@7")], vec![]));
}

#[test]
fn a_suppression_at_the_end_of_a_section_is_about_nothing() {
    let text = format!(
        "plan: A\ntype: 401(k)\nyear: 2026\nafter-tax:\n  allowed: no\n  # planlint: allow({NAME}) agreed\nmatch:\n  formula: none\n"
    );
    assert_eq!(
        told("a.plan.yaml", &text),
        (vec![format!("{NAME}@5"), "unused-suppression@6".to_owned()], vec![])
    );
}

#[test]
fn an_expired_one_brings_the_finding_back_and_the_last_day_still_counts() {
    let text = |until: &str| {
        format!(
            "plan: A\ntype: 401(k)\nyear: 2026\nafter-tax:\n  allowed: no # planlint: allow({NAME}) x until={until}\n"
        )
    };
    // The run is on 2026-06-30.
    holds_back("a.plan.yaml", &text("2026-06-30"), &[&format!("{NAME}@5")]);
    let (reported, suppressed) = told("a.plan.yaml", &text("2026-06-29"));
    assert_eq!(
        (reported, suppressed),
        (vec![format!("{NAME}@5"), "expired-suppression@5".to_owned()], vec![])
    );
}

#[test]
fn nothing_is_said_of_rules_that_do_not_run_and_of_files_that_cannot_be_read_whole() {
    use planlint::report::CheckOptions;
    use planlint::report::selection::{Selection, Selector};
    use planlint::rules::Group;
    let text = format!("# planlint: allow({NAME}) x until=2020-01-01\nplan: A\ntype: 401(k)\nyear: 2026\n");
    let input = planlint::Input { path: "a.plan.yaml".to_owned(), bytes: text.into_bytes() };
    let select = vec![Selector::Group(Group::Limits)];
    let selection = Selection { select, ..Selection::default() };
    let report = planlint::check(&[input], &CheckOptions { selection, ..options() });
    assert!(report.findings.is_empty(), "{:?}", report.findings);
    let text = format!(
        "# planlint: allow({NAME}) x\nplan: A\ntype: 401(k)\nyear: 2026\nafter-tax: {{ allowd: no }}\n"
    );
    assert_eq!(told("a.plan.yaml", &text), (vec!["unknown-key@5".to_owned()], vec![]));
}

#[test]
fn of_a_rule_that_awaits_an_answer_nobody_knows_whether_its_suppression_is_of_use() {
    let text = |allowed: &str| {
        format!(
            "# planlint: allow({NAME}) x\nplan: A\ntype: 401(k)\nyear: 2026\nafter-tax: {{ allowed: {allowed} }}\n"
        )
    };
    assert_eq!(told("a.plan.yaml", &text("unknown")), (vec![], vec![]));
    assert_eq!(told("a.plan.yaml", &text("yes")), (vec!["unused-suppression@1".to_owned()], vec![]));
}

#[test]
fn suppressed_findings_are_counted_and_change_no_verdict() {
    let text = format!(
        "plan: A\ntype: 401(k)\nyear: 2026\ngoals: mega backdoor\nafter-tax:\n  allowed: no # planlint: allow({NAME}) agreed in May until=2026-12-31 by=\"Jo Doe\"\n"
    );
    let report = check("a.plan.yaml", &text);
    let plan = &report.plans[0];
    assert_eq!(plan.mega_backdoor.verdict, Verdict::Blocked);
    assert_eq!(plan.mega_backdoor.blocked_by, [NAME]);
    assert_eq!((plan.tally.fail, plan.tally.suppressed), (0, 1));
    assert_eq!((report.summary().errors, report.summary().suppressed, report.worst()), (0, 1, None));
    let why = report.suppressed[0].suppressed.as_ref().expect("a reason");
    assert!(matches!(why.by, SuppressedBy::Comment(_)));
    assert_eq!((why.reason.as_deref(), why.who.as_deref()), (Some("agreed in May"), Some("Jo Doe")));

    use planlint::render::{Format, Style, json::Passing, render};
    let json = render(&report, Format::Json, &Style::PLAIN, Passing::Left);
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let suppressed = &json["findings"][0]["suppressed"];
    assert_eq!(
        (&suppressed["kind"], &suppressed["reason"], &suppressed["until"], &suppressed["by"]),
        (&"in-source".into(), &"agreed in May".into(), &"2026-12-31".into(), &"Jo Doe".into())
    );
    assert_eq!(suppressed["range"]["start"]["line"], 6);
    assert_eq!(json["summary"]["suppressed"], 1);
    let sarif = render(&report, Format::Sarif, &Style::PLAIN, Passing::Left);
    let sarif: serde_json::Value = serde_json::from_str(&sarif).expect("JSON");
    let result = &sarif["runs"][0]["results"][0];
    assert_eq!(result["suppressions"][0]["kind"], "inSource");
    assert_eq!(result["suppressions"][0]["justification"], "agreed in May");
    for format in [Format::Github, Format::Gitlab, Format::Junit, Format::Markdown, Format::Csv, Format::Html]
    {
        let text = render(&report, format, &Style::PLAIN, Passing::Left);
        assert!(!text.contains("takes no voluntary"), "{}: {text}", format.name());
    }
    let full = render(&report, Format::Full, &Style::PLAIN, Passing::Left);
    assert!(!full.contains("error[") && full.contains("1 suppressed"), "{full}");
    assert_eq!(render(&report, Format::Concise, &Style::PLAIN, Passing::Left), "");
}

#[test]
fn both_notations_say_the_same() {
    let dsl = format!(
        "# planlint: allow(no-route-to-roth) one\nplan \"A\" {{\n  type 401(k)\n  year 2026\n  goals mega backdoor\n  # planlint: allow({NAME}) two\n  after-tax {{\n    allowed no\n  }}\n}}\n"
    );
    let input = planlint::Input { path: "a.plan".to_owned(), bytes: dsl.clone().into_bytes() };
    let yaml = planlint::convert::convert(&input, planlint::syntax::decode::Notation::Yaml).expect("YAML");
    let names = |told: (Vec<String>, Vec<String>)| {
        let name = |text: &String| text.split('@').next().unwrap_or("").to_owned();
        (told.0.iter().map(name).collect::<Vec<_>>(), told.1.iter().map(name).collect::<Vec<_>>())
    };
    assert_eq!(names(told("a.plan", &dsl)), names(told("a.plan.yaml", &yaml)), "{yaml}");
}
