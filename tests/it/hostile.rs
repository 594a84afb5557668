//! Input that is made to break a reader: a clear finding each time, in bounded time, never a panic.

use std::time::{Duration, Instant};

use planlint::Input;
use planlint::report::Report;

use crate::examples::options;

fn check(path: &str, bytes: Vec<u8>) -> Report {
    let began = Instant::now();
    let report = planlint::check(&[Input { path: path.to_owned(), bytes }], &options());
    // Far more than a debug build needs: it catches what grows with the square of the input.
    assert!(began.elapsed() < Duration::from_secs(120), "{path} took {:?}", began.elapsed());
    report
}

#[track_caller]
fn refused(path: &str, bytes: impl Into<Vec<u8>>, rule: &str, part_of_message: &str) {
    let report = check(path, bytes.into());
    let first = report.findings.first().expect("a finding");
    assert_eq!(first.finding.rule, rule, "{}", first.finding.message);
    assert!(first.finding.message.contains(part_of_message), "{}", first.finding.message);
}

#[test]
fn what_is_no_plan_is_refused_with_its_reason() {
    for path in ["x.plan", "x.plan.yaml"] {
        refused(path, "", "not-a-plan", "empty");
        refused(path, " \n\t\n", "not-a-plan", "empty");
        refused(path, "\u{feff}", "not-a-plan", "empty");
        refused(path, "# only a comment\n", "not-a-plan", "no plan in it");
        refused(path, b"plan: \xff\xfe".to_vec(), "not-a-plan", "not UTF-8");
        refused(path, vec![b'a'; 10 * 1024 * 1024], "not-a-plan", "1 MiB");
    }
    refused("x.plan.yaml", "- a\n- b\n", "wrong-shape", "");
    refused("x.plan.yaml", "just text", "wrong-shape", "");
    refused("x.plan.yaml", "services:\n  web: nginx\n", "not-a-plan", "none of a plan's keys");
}

#[test]
fn depth_width_and_aliases_are_bounded() {
    for text in ["[".repeat(100_000), "{a: ".repeat(100_000), "- ".repeat(100_000), "? ".repeat(100_000)] {
        assert!(!check("deep.plan.yaml", text.into_bytes()).findings.is_empty());
    }
    for text in [
        "a {".repeat(100_000),
        "plan \"a\" { a (".repeat(50_000),
        "(".repeat(1_000_000),
        "plan \"a\" {\n".to_owned() + &"a (\n".repeat(200_000),
    ] {
        assert!(!check("deep.plan", text.into_bytes()).findings.is_empty());
    }
    let suppressions = "a 1 # planlint: allow(limit-stale) x\n".repeat(20_000);
    assert!(!check("many.plan", format!("plan \"a\" {{\n{suppressions}}}").into_bytes()).findings.is_empty());
    let mut bomb =
        String::from("plan: Bomb\ntype: 401(k)\nyear: 2026\na: &a [x, x, x, x, x, x, x, x, x, x]\n");
    for pair in ('a'..='j').zip('b'..='k') {
        bomb.push_str(&format!(
            "{1}: &{1} [{0}, {0}, {0}, {0}, {0}, {0}, {0}, {0}, {0}]\n",
            format!("*{}", pair.0),
            pair.1
        ));
    }
    assert!(!check("bomb.plan.yaml", bomb.into_bytes()).findings.is_empty());
    let one_line = format!(
        "plan: A\ntype: 401(k)\nyear: 2026\ndocument: {{ sources: \"{}\" }}\n",
        "x, ".repeat(300_000)
    );
    check("line.plan.yaml", one_line.into_bytes());
}

#[test]
fn marks_tabs_and_line_ends_of_any_system_change_nothing() {
    let plain = "plan \"A\" {\n  type 401(k)\n  year 2026\n  after-tax { allowed maybe }\n}\n";
    for text in
        [plain.to_owned(), format!("\u{feff}{plain}"), plain.replace('\n', "\r\n"), plain.replace("  ", "\t")]
    {
        let report = check("a.plan", text.clone().into_bytes());
        let found: Vec<&str> = report.findings.iter().map(|reported| reported.finding.rule).collect();
        assert_eq!(found, ["unreadable-value"], "{text}");
        let span = report.findings[0].finding.primary.span;
        let file = report.file(span.file).expect("the file");
        assert_eq!(file.slice(span), "maybe");
        assert_eq!(file.position(span.start).line, 4);
    }
}

#[test]
fn ten_mistakes_of_form_and_substance_are_ten_findings_at_their_places() {
    let text = "\
plan: Ten mistakes
type: 401(k)
year: 2026
goals: mega backdor
defferals:
  pre-tax: yes
after-tax:
  allowed: nope
  limit: 0.5
  limit: 10% of pay
match:
  formula: >-
    100% of first 3% of pay
    + 50% of nxt 2% of pay
  period: \"pay\\u0072oll week\"
testing: current year
eligibility:
  deferrals: age 21 and 1 yeer of service
compensation: { cap: \"$36,00\" }
nonelective: { formula: [3% of pay, none] }
";
    let report = check("ten.plan.yaml", text.as_bytes().to_vec());
    let places: Vec<(u32, u32, &str)> = report
        .findings
        .iter()
        .map(|reported| {
            let span = reported.finding.primary.span;
            let file = report.file(span.file).expect("the file");
            let place = file.position(span.start);
            (place.line, place.column, file.slice(span))
        })
        .collect();
    assert_eq!(
        places,
        [
            (4, 13, "backdor"),
            (5, 1, "defferals"),
            (8, 12, "nope"),
            (9, 10, "0.5"),
            (10, 3, "limit"),
            (14, 14, "nxt"),
            (15, 25, "week"),
            (16, 1, "testing: current year"),
            (18, 27, "yeer"),
            (19, 23, "$36,00"),
            (20, 25, "[3% of pay, none]"),
        ]
    );
}

proptest::proptest! {
    #[test]
    fn no_text_makes_planlint_panic(text in "[ -~\n\t:{}\\[\\]#&*!|>'\"%@`,äß計\u{202e}\u{0}]{0,200}") {
        check("any.plan", text.clone().into_bytes());
        check("any.plan.yaml", text.into_bytes());
    }
}
