//! The tour's blocks do what they say, and the generated files are fresh.

use std::fs;

use planlint::Input;
use planlint::report::Report;
use planlint::report::selection::{Selection, Selector};
use planlint::rules::Group;

use crate::examples::options;

/// A fenced block: its info string and its text.
fn blocks(page: &str) -> Vec<(String, String)> {
    let mut blocks = Vec::new();
    let mut open: Option<(String, String)> = None;
    for line in page.lines() {
        match (&mut open, line.strip_prefix("```")) {
            (Some(_), Some(_)) => blocks.extend(open.take()),
            (Some((_, text)), None) => {
                text.push_str(line);
                text.push('\n');
            }
            (None, Some(info)) => open = Some((info.to_owned(), String::new())),
            (None, None) => {}
        }
    }
    blocks
}

fn language(info: &str, text: &str) -> Report {
    let path = if info.starts_with("yaml") { "tour.plan.yaml" } else { "tour.plan" };
    let mut options = options();
    options.selection = Selection { select: vec![Selector::Group(Group::Language)], ..Selection::default() };
    planlint::check(&[Input { path: path.to_owned(), bytes: text.as_bytes().to_vec() }], &options)
}

fn shown(report: &Report) -> String {
    let mut lines = String::new();
    for reported in &report.findings {
        let finding = &reported.finding;
        let place = report.file(reported.file).expect("the file").position(finding.primary.span.start);
        let help = finding.help.as_deref().unwrap_or("");
        lines.push_str(&format!("{}:{} {} {help}\n", place.line, place.column, finding.message));
    }
    lines
}

#[test]
fn the_tour_is_true() {
    let page = fs::read_to_string("grammar/tour.md").expect("the tour");
    let blocks = blocks(&page);
    assert!(blocks.len() > 10);
    for (index, (info, text)) in blocks.iter().enumerate() {
        match info.split_once(' ').map_or(info.as_str(), |(_, kind)| kind) {
            "reads" => assert_eq!(shown(&language(info, text)), "", "{text}"),
            "twin" => {
                assert_eq!(shown(&language(info, text)), "", "{text}");
                let other = &blocks[index - 1];
                let plans = |text: &str, info: &str| {
                    let report = planlint::check(&[language_input(info, text)], &options());
                    let json =
                        planlint::render::json::json(&report, planlint::render::json::Passing::Included);
                    without_places(&json)
                };
                assert_eq!(plans(text, info), plans(&other.1, &other.0), "twins differ:\n{text}");
            }
            "mistakes" => {
                let expected = &blocks[index + 1];
                assert_eq!(expected.0, "text", "a block of mistakes is followed by what is reported");
                assert_eq!(shown(&language(info, text)), expected.1, "{text}");
            }
            "text" => {}
            other => panic!("a block of the tour is marked `{other}`"),
        }
    }
}

fn language_input(info: &str, text: &str) -> Input {
    let path = if info.starts_with("yaml") { "tour.plan.yaml" } else { "tour.plan" };
    Input { path: path.to_owned(), bytes: text.as_bytes().to_vec() }
}

/// A report's JSON without paths and ranges, in which twins may differ.
pub fn without_places(json: &str) -> serde_json::Value {
    fn strip(value: &mut serde_json::Value) {
        if let Some(members) = value.as_object_mut() {
            members.remove("path");
            members.remove("range");
            members.values_mut().for_each(strip);
        } else if let Some(items) = value.as_array_mut() {
            items.iter_mut().for_each(strip);
        }
    }
    let mut value = serde_json::from_str(json).expect("JSON");
    strip(&mut value);
    value
}

#[test]
fn the_generated_files_are_fresh() {
    for (path, fresh) in [
        ("grammar/elections.md", planlint::explain::elections::markdown()),
        ("grammar/plan.schema.json", planlint::explain::schema::schema()),
        ("grammar/settings.md", planlint::settings::schema::markdown()),
    ] {
        let stored = fs::read_to_string(path).unwrap_or_default();
        assert!(stored == fresh, "{path} is stale: run `ci/generate`");
    }
}
