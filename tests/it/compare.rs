//! `planlint compare`: the tables, filters, benchmark and norms, formats that programs read, and what cannot be read.

mod exposure;
mod formats;
mod program;

use planlint::Input;
use planlint::compare::choice::{Choice, Extent};
use planlint::compare::filter::Filter;
use planlint::compare::{Comparison, compare};
use planlint::render::compare::{Arrangement, Format, Request, render};
use planlint::render::{Color, Links, Style, Volume};

use crate::examples::options;

/// Four small plans: one that allows it, one that an amendment would open, one that is silent, one in another type.
pub const PLANS: &[(&str, &str)] = &[
    (
        "plans/birch.plan.yaml",
        "plan: Birch 401(k)\ntype: 401(k)\nyear: 2026\nafter-tax:\n  allowed: yes\n  limit: 10% of pay\n\
         in-plan-roth:\n  allowed: yes\n  sources: after-tax\n  automatic: each payroll\n  condition: any amount\nmatch:\n  formula: 50% of first 6% of pay\n  \
         vesting: immediate\nloans:\n  allowed: yes\ndeferrals:\n  roth: yes\n",
    ),
    (
        "plans/cedar.plan.yaml",
        "plan: Cedar 401(k)\ntype: 401(k)\nyear: 2026\ngoals: mega backdoor\nafter-tax:\n  allowed: yes\n  limit: 6% of pay\n\
         in-plan-roth:\n  allowed: no\nin-service:\n  after-tax: hardship\nmatch:\n  formula: 100% of first 3% of pay + 50% of next 2% of pay\n  \
         vesting: 3-year cliff\n",
    ),
    ("plans/elm.plan.yaml", "plan: Elm 401(k)\ntype: 401(k)\nyear: 2026\nafter-tax:\n  allowed: unknown\n"),
    ("plans/fir.plan", "plan \"Fir 457(b)\" { type governmental 457(b); year 2026; loans { allowed no } }\n"),
];

pub fn inputs(texts: &[(&str, &str)]) -> Vec<Input> {
    let input =
        |(path, text): &(&str, &str)| Input { path: (*path).to_owned(), bytes: text.as_bytes().to_vec() };
    texts.iter().map(input).collect()
}

pub fn compared(texts: &[(&str, &str)]) -> Comparison {
    compare(&inputs(texts), &options())
}

pub fn written(comparison: &Comparison, choice: &Choice, format: Format, width: usize) -> String {
    let arrangement = Arrangement::ByVerdict;
    let request = Request { comparison, choice, arrangement, filter: None };
    let style = Style { color: Color::Off, width, links: Links::Off, volume: Volume::Normal };
    String::from_utf8(render(&request, format, &style).expect("a format")).expect("UTF-8")
}

fn everything() -> Choice {
    Choice { named: None, extent: Extent::All }
}

#[test]
fn a_summary() {
    insta::assert_snapshot!(written(&compared(PLANS), &Choice::default(), Format::Full, 80));
}

#[test]
fn a_few_plans_stand_side_by_side() {
    insta::assert_snapshot!(written(&compared(&PLANS[..3]), &everything(), Format::Full, 100));
}

#[test]
fn many_plans_are_rows_in_pages_of_columns() {
    let text = written(&compared(PLANS), &everything(), Format::Full, 60);
    insta::assert_snapshot!(text);
}

#[test]
fn the_same_in_markdown() {
    insta::assert_snapshot!(written(&compared(PLANS), &everything(), Format::Markdown, 80));
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    let many: Vec<(String, String)> = crate::plan_specs::specs("plan-specs").into_iter().collect();
    let many: Vec<(&str, &str)> = many.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let comparison = compared(&many);
    for width in [60, 80, 100, 140, 200] {
        for choice in [Choice::default(), everything()] {
            let text = written(&comparison, &choice, Format::Full, width);
            for line in text.lines() {
                assert!(line.chars().count() <= width, "{width} columns: {line}");
            }
        }
    }
}

#[test]
fn a_plan_that_a_filter_cannot_decide_is_never_dropped() {
    let mut comparison = compared(PLANS);
    comparison.keep(&Filter::parse("after-tax.allowed = yes").expect("a filter"));
    let names: Vec<&str> = comparison.plans.iter().map(|plan| plan.report.name.as_str()).collect();
    assert_eq!(names, ["Birch 401(k)", "Cedar 401(k)"]);
    let undecided: Vec<(&str, String)> = comparison
        .undecided
        .iter()
        .map(|own| (own.plan.report.name.as_str(), format!("{:?}", own.missing)))
        .collect();
    assert_eq!(undecided.len(), 2, "{undecided:?}");
    for format in [Format::Full, Format::Markdown, Format::Csv, Format::Json, Format::Html] {
        let text = written(&comparison, &Choice::default(), format, 80);
        assert!(text.contains("Elm 401") && text.contains("after-tax.allowed"), "{text}");
    }
}

#[test]
fn provisions_that_are_the_same_everywhere_do_not_differ() {
    let same = [PLANS[0], ("plans/other.plan.yaml", PLANS[0].1)];
    let comparison = compared(&same);
    let choice = Choice { named: None, extent: Extent::Differing };
    assert_eq!(comparison.chosen(&choice), []);
    let text = written(&comparison, &choice, Format::Full, 140);
    assert!(text.contains("The plans differ in nothing of what is asked for."), "{text}");
    assert!(text.contains("Birch 401(k) (birch.plan.yaml)"), "two of one name are told apart: {text}");
    let differing = compared(PLANS);
    let differing = differing.chosen(&choice);
    let names: Vec<&str> = differing.iter().map(|subject| subject.name()).collect();
    assert!(names.contains(&"match.vesting") && names.contains(&"loans.allowed"), "{names:?}");
    assert!(names.is_sorted_by_key(|name| planlint::compare::provision::Order::of(name)), "{names:?}");
}

#[test]
fn findings_stay_with_their_plan_where_two_of_a_file_have_one_name() {
    let text = "plan \"Twin\" { type 401(k); year 2026; goals mega backdoor; after-tax { allowed no } }\n\
                plan \"Twin\" { type 401(k); year 2026; goals mega backdoor; after-tax { allowed no } }\n";
    let comparison = compared(&[("twins.plan", text)]);
    let errors: Vec<usize> =
        comparison.plans.iter().map(|plan| plan.weighing(planlint::finding::Severity::Error)).collect();
    assert_eq!(errors.len(), 2);
    assert!(errors.iter().all(|errors| *errors > 0), "{errors:?}");
}

#[test]
fn every_finding_of_a_file_is_told_with_one_of_its_plans() {
    let specs = crate::plan_specs::specs("plan-specs");
    let stray = ("stray.plan".to_owned(), format!("# planlint: allow(nothing) x\n\n{}", crate::cli::BAD));
    let texts: Vec<(String, String)> = specs.into_iter().chain([stray]).collect();
    let texts: Vec<(&str, &str)> = texts.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let comparison = compared(&texts);
    let judged = planlint::check(&inputs(&texts), &crate::examples::options());
    let told = comparison.plans.iter().map(|plan| plan.findings.len()).sum::<usize>();
    assert_eq!(told + comparison.unread.len(), judged.findings.len());
    let held_back = comparison.plans.iter().map(|plan| plan.suppressed.len()).sum::<usize>();
    assert_eq!(held_back, judged.suppressed.len());
}
