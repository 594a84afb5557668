//! What an amendment changes, as the library says it: no change where nothing changes, each change told once, rights kept.

use jiff::civil::date;
use planlint::Input;
use planlint::diff::concern::Certainty;
use planlint::diff::{Diff, Spec, diff};
use planlint::finding::Severity;
use planlint::render::Style;
use planlint::render::diff::{Format, render};
use planlint::report::selection::{Selection, Selector};
use planlint::report::{CheckOptions, Verdict};

use crate::examples::options;

mod cut_backs;
mod program;

fn spec(path: &str, text: &str) -> Spec {
    Spec { key: String::new(), input: Input { path: path.to_owned(), bytes: text.as_bytes().to_vec() } }
}

/// Two plans in the DSL, or in YAML if they begin with `plan:`, compared on 1 May 2026.
pub fn compare(old: &str, new: &str) -> Diff {
    compare_by(old, new, Selection::default())
}

/// The same by a fixed set of rules: a new rule is no reason to look at how an amendment is told.
pub fn compare_by_few(old: &str, new: &str) -> Diff {
    let select = ["after-tax-not-allowed", "no-route-to-roth", "conversion-too-rare"];
    let select = select.into_iter().map(|name| Selector::parse(name).expect("a rule")).collect();
    compare_by(old, new, Selection { select, ..Selection::default() })
}

fn compare_by(old: &str, new: &str, selection: Selection) -> Diff {
    let path = |side: &str, text: &str| {
        format!("{side}.plan{}", if text.starts_with("plan:") { ".yaml" } else { "" })
    };
    let options = CheckOptions { as_of: date(2026, 5, 1), selection, ..options() };
    diff(&[spec(&path("old", old), old)], &[spec(&path("new", new), new)], &options)
}

/// The same plan with other elections.
pub fn plan(elections: &str) -> String {
    format!("plan \"Acme\" {{\n  type 401(k)\n  year 2026\n{elections}\n}}\n")
}

/// `severity[name] election` of each concern.
pub fn concerns(old: &str, new: &str) -> Vec<String> {
    let diff = compare(&plan(old), &plan(new));
    let told = diff.plans.iter().flat_map(|plan| &plan.concerns);
    told.map(|concern| {
        let election = concern.finding.election.as_ref().map_or("", |election| election.as_str());
        let doubt = if concern.certainty == Certainty::Certain { "" } else { "?" };
        format!("{}[{}]{doubt} {election}", concern.severity.word(), concern.finding.rule)
    })
    .collect()
}

const BLOCKED: &str = "plan \"Acme\" {\n  type 401(k)\n  year 2026\n  goals mega backdoor\n  deferrals { pre-tax yes; roth yes }\n  after-tax { allowed no }\n  match { formula 100% of first 4% of pay }\n}\n";
const AVAILABLE: &str = "\
plan: Acme
type: 401(k)
year: 2026
goals: mega backdoor
deferrals: { pre-tax: yes, roth: yes }
after-tax:
  # The amendment.
  allowed: { value: yes, source: Amendment 3, effective: 2026-07-01 }
  limit: 10% of pay
in-plan-roth: { allowed: yes, sources: [after-tax], condition: any amount }
match: { formula: 100% of first 4% of pay }
";

#[test]
fn twins_in_both_notations_do_not_differ() {
    for entry in walkdir::WalkDir::new("plan-specs").sort_by_file_name().into_iter().filter_map(Result::ok) {
        let path = entry.path().to_string_lossy().into_owned();
        if !path.ends_with(".plan.yaml") && !path.ends_with(".plan") {
            continue;
        }
        let input = Input { path: path.clone(), bytes: std::fs::read(entry.path()).expect("a file") };
        let (to, end) = match path.ends_with(".yaml") {
            true => (planlint::syntax::decode::Notation::Dsl, "plan"),
            false => (planlint::syntax::decode::Notation::Yaml, "plan.yaml"),
        };
        let Ok(twin) = planlint::convert::convert(&input, to) else { continue };
        let twin = spec(&format!("twin.{end}"), &twin);
        let diff = diff(&[Spec { key: String::new(), input }], &[twin], &options());
        let shown = render(&diff, Format::Full, &Style::PLAIN);
        assert!(diff.plans.is_empty() && diff.unreadable.is_empty() && diff.same > 0, "{path}\n{shown}");
    }
}

#[test]
fn layout_comments_order_and_other_words_for_the_same_are_no_change() {
    let old = plan(
        "  in-service { after-tax immediate; employer-money hardship, age 60 }\n  in-plan-roth { sources match, after-tax }\n\
         \x20 limits { annual-additions 415(c) }",
    );
    let new = plan(
        "# new\n  limits {\n    annual-additions 415(c) limit # same\n  }\n  in-plan-roth { sources after-tax, match }\n\n\
         \x20 in-service {\n employer-money age 60 or hardship\n after-tax any time }",
    );
    let diff = compare(&old, &new);
    assert_eq!((diff.plans.len(), diff.same), (0, 1), "{}", render(&diff, Format::Full, &Style::PLAIN));
}

#[test]
fn an_amendment_that_opens_the_mega_backdoor_is_told_whole() {
    let diff = compare_by_few(BLOCKED, AVAILABLE);
    let plan = &diff.plans[0];
    let verdict =
        |side: &Option<planlint::report::PlanReport>| side.as_ref().expect("a side").mega_backdoor.verdict;
    assert_eq!((verdict(&plan.old), verdict(&plan.new)), (Verdict::Blocked, Verdict::Available));
    let changed: Vec<&str> = plan.changes.iter().map(|change| change.path.as_str()).collect();
    assert_eq!(
        changed,
        [
            "after-tax.allowed",
            "after-tax.limit",
            "in-plan-roth.allowed",
            "in-plan-roth.sources",
            "in-plan-roth.condition"
        ]
    );
    let lost: Vec<&str> = plan.findings.lost.iter().map(|lost| lost.finding.rule).collect();
    assert!(lost.contains(&"after-tax-not-allowed"), "{lost:?}");
    let answered: Vec<&str> = plan.questions.answered.iter().map(|asked| asked.election.as_str()).collect();
    assert!(answered.iter().all(|asked| changed.contains(asked)), "{answered:?}");
    insta::assert_snapshot!("opened_full", render(&diff, Format::Full, &Style::PLAIN));
    insta::assert_snapshot!("opened_markdown", render(&diff, Format::Markdown, &Style::PLAIN));
}

#[test]
fn what_is_unknown_not_stated_and_stated_are_three_things() {
    let old = plan(
        "  loans { allowed unknown }\n  rollovers-in { allowed yes @ \"4.1\" }\n  match { true-up yes from 2025-01-01 }",
    );
    let new = plan(
        "  loans { allowed no }\n  rollovers-in { allowed yes @ \"4.2\" }\n  match { true-up yes }\n  after-tax { allowed unknown }",
    );
    let diff = compare(&old, &new);
    let told: Vec<String> =
        diff.plans[0].changes.iter().map(|change| format!("{} {:?}", change.path, change.kind)).collect();
    assert_eq!(
        told,
        [
            "after-tax.allowed Added",
            "match.true-up Effective",
            "loans.allowed Changed",
            "rollovers-in.allowed Source"
        ]
    );
    let json: serde_json::Value =
        serde_json::from_str(&render(&diff, Format::Json, &Style::PLAIN)).expect("JSON");
    assert_eq!(json["schema"], "planlint/diff/1");
    let elections = &json["plans"][0]["elections"];
    assert_eq!(elections[0]["old"], serde_json::Value::Null);
    assert_eq!(elections[0]["new"]["state"], "unknown");
    assert_eq!(elections[2]["old"]["state"], "unknown");
    assert_eq!(elections[2]["new"]["value"], "no");
    assert_eq!(elections[1]["old"]["effective"], "2025-01-01");
}

#[test]
fn plans_are_found_again_by_place_name_or_what_is_left() {
    let at = |key: &str, text: &str| Spec { key: key.to_owned(), ..spec(key, text) };
    let named = |name: &str, more: &str| format!("plan \"{name}\" {{ type 401(k); year 2026; {more} }}\n");
    let old = [
        at("a.plan", &named("Moved", "")),
        at("b.plan", &named("Renamed", "")),
        at("c.plan", &named("Gone", "")),
        at("e.plan", &named("Same", "")),
    ];
    let new = [
        at("z/a.plan", &named("Moved", "loans { allowed no }")),
        at("b.plan", &named("New Name", "")),
        at("d.plan", &named("Fresh", "")),
        at("e.plan", &named("Same", "")),
    ];
    let diff = diff(&old, &new, &options());
    let told: Vec<(&str, bool, bool)> =
        diff.plans.iter().map(|plan| (plan.name.as_str(), plan.old.is_some(), plan.new.is_some())).collect();
    assert_eq!(
        told,
        [("Moved", true, true), ("New Name", true, true), ("Fresh", false, true), ("Gone", true, false)]
    );
    assert_eq!(diff.same, 1);
}

#[test]
fn gained_findings_decide_the_worst_and_kept_ones_do_not() {
    let broken = "  deferrals { limit $99,000 }";
    let same = compare(&plan(broken), &plan(&format!("{broken}\n  loans {{ allowed yes }}")));
    assert_eq!(same.worst(), None);
    assert!(same.plans[0].findings.kept > 0);
    assert_eq!(compare(&plan(""), &plan(broken)).worst(), Some(Severity::Error));
}

#[test]
fn a_finding_that_a_comment_holds_back_is_not_lost_and_counts_once_the_comment_goes() {
    let open = plan("  deferrals { limit $99,000 }");
    let held = open.replace("  deferrals", "  # planlint: allow(limit-above-law) to be mended\n  deferrals");
    let rules = |found: &[planlint::report::Reported]| {
        found.iter().map(|found| found.finding.rule).collect::<Vec<_>>()
    };
    let to = compare(&open, &held);
    assert!(to.plans.iter().all(|plan| !rules(&plan.findings.lost).contains(&"limit-above-law")));
    let from = compare(&held, &open);
    assert_eq!(rules(&from.plans[0].findings.gained), ["limit-above-law"]);
    assert!(compare(&plan(""), &held).worst() < Some(Severity::Error));
}

#[test]
fn a_text_that_cannot_be_read_is_not_compared() {
    let diff = compare(BLOCKED, "plan \"Acme\" {");
    assert!(diff.plans.is_empty() && diff.unreadable.len() == 1 && !diff.unread.findings.is_empty());
    let markdown = render(&diff, Format::Markdown, &Style::PLAIN);
    assert!(markdown.contains("not compared"), "{markdown}");
}

#[test]
fn hostile_text_reaches_no_terminal_and_makes_no_markup() {
    let old = "plan: \"\\e[2JEvil | `x` <script>\\u202E # @team\"\ntype: 401(k)\nworkforce: { \"a|b<i>\": { count: 3 } }\n";
    let new = "plan: \"\\e[2JEvil | `x` <script>\\u202E # @team\"\ntype: 401(k)\nworkforce: { \"a|b<i>\": { count: { value: 4, source: \"</td>\\e[1m|\" } } }\n";
    let diff = compare(old, new);
    assert_eq!(diff.plans[0].changes.len(), 1);
    for format in Format::ALL {
        let shown = render(&diff, *format, &Style::PLAIN);
        assert!(!shown.contains(['\u{1b}', '\u{202e}']), "{}: {shown}", format.name());
    }
    let markdown = render(&diff, Format::Markdown, &Style::PLAIN);
    assert!(
        !markdown.contains("<script>") && !markdown.contains("</td>") && !markdown.contains("<i>"),
        "{markdown}"
    );
    let rows = markdown.lines().filter(|line| line.starts_with("| <code>"));
    for row in rows {
        assert_eq!(row.replace("\\|", "").matches('|').count(), 5, "{row}");
    }
}
