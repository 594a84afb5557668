//! What people read: every snapshot shows the plan specs and below them what is written about them.

use planlint::render::json::Passing;
use planlint::render::{Color, Format, Links, Style, Volume, render};
use planlint::report::selection::{Selection, Selector};
use planlint::report::{CheckOptions, Report};
use planlint::rules::Group;

use crate::examples::options;

mod edges;

pub fn check(specs: &[(&str, &str)]) -> Report {
    let input = |(path, text): &(&str, &str)| planlint::Input {
        path: (*path).to_owned(),
        bytes: text.as_bytes().to_vec(),
    };
    // A fixed set of rules: a new rule is no reason to look at how findings are drawn.
    let of_form = Selector::Group(Group::Language);
    let select = vec![of_form, Selector::Rule("after-tax-not-allowed"), Selector::Rule("no-route-to-roth")];
    let selection = Selection { select, ..Selection::default() };
    planlint::check(&specs.iter().map(input).collect::<Vec<_>>(), &CheckOptions { selection, ..options() })
}

pub fn shown(specs: &[(&str, &str)], format: Format, style: &Style) -> String {
    let inputs = specs.iter().map(|(path, text)| format!("=== {path}\n{}", visible(text)));
    let output = render(&check(specs), format, style, Passing::Left);
    let title = format!("=== {}, {} columns", format.name(), style.width);
    format!("{}{title}\n{output}=== end", inputs.collect::<String>())
}

/// The text of a spec with what cannot be seen spelled out.
pub fn visible(text: &str) -> String {
    let mut shown: String = text
        .chars()
        .map(|c| match c {
            '\n' => "\n".to_owned(),
            c if c.is_control() || "\u{202e}\u{202c}\u{2066}\u{200f}".contains(c) => {
                c.escape_unicode().to_string()
            }
            c => c.to_string(),
        })
        .collect();
    if !shown.ends_with('\n') {
        shown.push_str("⏎ (no line end)\n");
    }
    shown
}

pub const BLOCKED: &str = "\
plan: Acme 401(k) Savings Plan
type: 401(k)
year: 2026
goals: mega backdoor

after-tax:
  limit: 10% of pay
  allowed: yes

in-plan-roth:
  allowed: yes
  sources: pre-tax, match

in-service:
  after-tax: hardship
  hardship: yes
match:
  formula: 50% of first 6% of pay
testing:
  methd: current
";

pub const AVAILABLE: &str = r#"plan "Birch Research 401(k)" {
  type 401(k)
  year 2026
  goals mega backdoor

  after-tax    { allowed yes; limit 10% of pay }
  in-plan-roth { allowed yes; sources after-tax; condition any amount }
  in-service   { after-tax age 59 1/2 }
  deferrals    { roth yes }
  match        { formula 100% of first 4% of pay; true-up yes }
}
"#;

pub const UNKNOWN: &str = "\
plan: Cedar Hospital 403(b) Plan
type: 403(b)
after-tax:
  allowed: yes
match:
  formula: none
";

const UNSAID: &str = "plan: Elm Street Bakery 401(k)\ntype: 401(k)\nyear: 2026\n";

const ADVICE: &str = "plan: Dogwood 401(k)\ntype: solo 401(k)\nyear: 2026\nafter-tax:\n  allowed: formerly\n";

const CJK: &str = "\
plan: 株式会社サンプル確定拠出年金 401(k)
type: 401(k)
year: 2026
goals: mega backdoor
after-tax: { called: 税引後拠出金（任意）, allowed: no, vesting: immediate }
";

const HOSTILE: &str = "plan: \"Evil \\e[2J\\e[31m \\u202Enalp\"\ntype: 401(k)\n# \u{202e}txet desrever\nafter-tax:\n  allowed: perhaps \u{2066}\n";

pub const MANY: &[(&str, &str)] = &[
    ("plans/acme.plan.yaml", BLOCKED),
    ("plans/birch.plan", AVAILABLE),
    ("plans/cedar.plan.yaml", UNKNOWN),
    ("plans/dogwood.plan.yaml", ADVICE),
    ("plans/jp/sample.plan.yaml", CJK),
    ("plans/elm-street-bakery.plan.yaml", UNSAID),
    ("plans/empty.plan.yaml", ""),
];

const WIDE: Style = Style { width: 200, ..Style::PLAIN };

#[test]
fn several_findings_with_labels_elsewhere() {
    insta::assert_snapshot!(shown(&[("plans/acme.plan.yaml", BLOCKED)], Format::Full, &Style::PLAIN));
}

#[test]
fn the_same_in_sentences() {
    insta::assert_snapshot!(shown(&[("plans/acme.plan.yaml", BLOCKED)], Format::Narrated, &Style::PLAIN));
}

#[test]
fn the_same_in_a_narrow_terminal() {
    insta::assert_snapshot!(shown(
        &[("plans/acme.plan.yaml", BLOCKED)],
        Format::Full,
        &Style { width: 48, ..Style::PLAIN }
    ));
}

#[test]
fn the_same_a_line_a_finding() {
    insta::assert_snapshot!(shown(&[("plans/acme.plan.yaml", BLOCKED)], Format::Concise, &Style::PLAIN));
}

#[test]
fn a_plan_that_allows_it() {
    insta::assert_snapshot!(shown(&[("birch.plan", AVAILABLE)], Format::Full, &Style::PLAIN));
}

#[test]
fn a_plan_that_allows_it_in_sentences() {
    insta::assert_snapshot!(shown(&[("birch.plan", AVAILABLE)], Format::Narrated, &Style::PLAIN));
}

#[test]
fn a_verdict_that_hangs_on_answers() {
    insta::assert_snapshot!(shown(&[("cedar.plan.yaml", UNKNOWN)], Format::Full, &Style::PLAIN));
}

#[test]
fn a_verdict_that_hangs_on_answers_in_sentences() {
    insta::assert_snapshot!(shown(&[("cedar.plan.yaml", UNKNOWN)], Format::Narrated, &Style::PLAIN));
}

#[test]
fn a_syntax_error_at_the_end_of_a_file_without_line_end() {
    insta::assert_snapshot!(shown(
        &[("acme.plan.yaml", "plan: Acme\ntype: 401(k)\nafter-tax: {allowed: \"yes")],
        Format::Full,
        &Style::PLAIN
    ));
}

#[test]
fn a_value_that_breaks_off_at_the_end_of_the_file() {
    let spec = "plan: Acme\r\ntype: 401(k)\r\nmatch:\r\n\tformula: 50% of first".replace('\t', "  ");
    insta::assert_snapshot!(shown(&[("acme.plan.yaml", &spec)], Format::Full, &Style::PLAIN));
}

#[test]
fn an_empty_file() {
    insta::assert_snapshot!(shown(&[("empty.plan.yaml", "")], Format::Full, &Style::PLAIN));
}

#[test]
fn wide_characters_before_the_place() {
    insta::assert_snapshot!(shown(&[("計画/sample.plan.yaml", CJK)], Format::Full, &Style::PLAIN));
}

#[test]
fn a_hostile_text() {
    let specs = [("evil\u{1b}]0;title\u{7}.plan.yaml", HOSTILE)];
    insta::assert_snapshot!(shown(&specs, Format::Full, &Style::PLAIN));
}

#[test]
fn many_plans() {
    insta::assert_snapshot!("many_plans_80", shown(MANY, Format::Full, &Style::PLAIN));
    insta::assert_snapshot!("many_plans_200", shown(MANY, Format::Full, &WIDE));
}

#[test]
fn many_plans_in_a_narrow_terminal() {
    let report = check(MANY);
    let style = Style { width: 40, ..Style::PLAIN };
    let output = render(&report, Format::Full, &style, Passing::Left);
    let table = output.split("planlint explain not-a-plan\n\n").last().unwrap_or_default();
    insta::assert_snapshot!(table);
}

#[test]
fn many_plans_in_sentences() {
    insta::assert_snapshot!(shown(MANY, Format::Narrated, &Style::PLAIN));
}

#[test]
fn colours_and_links() {
    let style = Style { color: Color::On, links: Links::On, ..Style::PLAIN };
    let output = render(&check(&[("acme.plan.yaml", BLOCKED)]), Format::Full, &style, Passing::Included);
    insta::assert_snapshot!(output.replace('\u{1b}', "␛"));
}

#[test]
fn quiet_is_findings_only() {
    let style = Style { volume: Volume::Quiet, ..Style::PLAIN };
    for format in [Format::Full, Format::Narrated] {
        assert_eq!(render(&check(&[("elm.plan.yaml", UNSAID)]), format, &style, Passing::Left), "");
        let output = render(&check(&[("acme.plan.yaml", BLOCKED)]), format, &style, Passing::Left);
        assert!(output.ends_with("planlint explain unknown-key\n"), "{output}");
    }
}

#[test]
fn nothing_hostile_reaches_a_terminal() {
    let specs = [("evil\u{1b}[1m\u{202e}.plan.yaml", HOSTILE); 5];
    for count in [1, 5] {
        for format in Format::ALL.iter().copied() {
            let output = render(&check(&specs[..count]), format, &Style::PLAIN, Passing::Included);
            let seen =
                output.chars().find(|c| (c.is_control() && *c != '\n') || "\u{202e}\u{2066}".contains(*c));
            assert_eq!(seen, None, "{}: {output}", format.name());
        }
    }
}

#[test]
fn for_programs() {
    let specs = [("dogwood.plan.yaml", ADVICE), ("elm.plan.yaml", UNSAID)];
    insta::assert_snapshot!("json", shown(&specs, Format::Json, &Style::PLAIN));
    insta::assert_snapshot!("jsonl", shown(&specs, Format::Jsonl, &Style::PLAIN));
}

#[test]
fn json_of_hostile_text_is_json() {
    let report = check(&[("evil\u{1b}[1m\u{202e}.plan.yaml", HOSTILE)]);
    let whole = render(&report, Format::Json, &Style::PLAIN, Passing::Left);
    let value: serde_json::Value = serde_json::from_str(&whole).unwrap();
    assert_eq!(value["plans"][0]["plan"], "Evil \u{1b}[2J\u{1b}[31m \u{202e}nalp");
    for line in render(&report, Format::Jsonl, &Style::PLAIN, Passing::Left).lines() {
        assert!(serde_json::from_str::<serde_json::Value>(line).is_ok(), "{line}");
    }
}
