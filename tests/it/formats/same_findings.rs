//! One report in all formats: the same findings, at the same places, in the same order.

use planlint::render::{self, Format};
use planlint::report::Report;
use roxmltree::Document;
use serde_json::Value;

use super::{examples, mixed, of, value};
use crate::render::check;

/// Rule and place of each finding, as `rule path:line`.
type Findings = Vec<String>;
type Reader = fn(&Report) -> Findings;

fn expected(report: &Report) -> Findings {
    let told = |reported: &planlint::report::Reported| {
        let file = report.file(reported.file).expect("a file");
        let line = file.position(reported.finding.primary.span.start).line;
        format!("{} {}:{line}", reported.finding.rule, plain(file.path()))
    };
    report.findings.iter().map(told).collect()
}

/// A path as every format can tell it.
fn plain(path: &str) -> String {
    planlint::render::safe::line(path.strip_prefix("./").unwrap_or(path)).into_owned()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn of_json(findings: &[Value]) -> Findings {
    let told = |it: &Value| {
        format!("{} {}:{}", text(&it["rule"]), plain(text(&it["path"])), it["range"]["start"]["line"])
    };
    findings.iter().map(told).collect()
}

fn json(report: &Report) -> Findings {
    of_json(value(&of(report, Format::Json))["findings"].as_array().expect("findings"))
}

fn jsonl(report: &Report) -> Findings {
    let lines: Vec<Value> = of(report, Format::Jsonl).lines().map(value).collect();
    of_json(&lines.into_iter().filter(|line| line["kind"] == "finding").collect::<Vec<_>>())
}

fn sarif(report: &Report) -> Findings {
    let log = value(&of(report, Format::Sarif));
    let results = log["runs"][0]["results"].as_array().expect("results");
    let told = |it: &Value| {
        let place = &it["locations"][0]["physicalLocation"];
        let path = super::sarif::path_of(text(&place["artifactLocation"]["uri"]));
        format!("{} {}:{}", text(&it["ruleId"]), plain(&path), place["region"]["startLine"])
    };
    results.iter().map(told).collect()
}

fn gitlab(report: &Report) -> Findings {
    let told = |it: &Value| {
        let place = &it["location"];
        format!("{} {}:{}", text(&it["check_name"]), plain(text(&place["path"])), place["lines"]["begin"])
    };
    value(&of(report, Format::Gitlab)).as_array().expect("violations").iter().map(told).collect()
}

fn csv(report: &Report) -> Findings {
    let text = of(report, Format::Csv);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let told = |record: csv::StringRecord| format!("{} {}:{}", &record[7], plain(&record[0]), &record[1]);
    reader.records().map(|record| told(record.expect("a record"))).collect()
}

fn junit(report: &Report) -> Findings {
    let text = of(report, Format::Junit);
    let document = Document::parse(&text).expect("XML");
    let told = |case: roxmltree::Node<'_, '_>| {
        let (name, line) = (case.attribute("name")?, case.attribute("line")?);
        let rule = name.split(' ').next()?;
        Some(format!("{rule} {}:{line}", plain(case.attribute("file")?)))
    };
    document.descendants().filter(|node| node.has_tag_name("testcase")).filter_map(told).collect()
}

fn html(report: &Report) -> Findings {
    let text = of(report, Format::Html);
    let document = Document::parse(text.trim_start_matches("<!doctype html>\n")).expect("well-formed");
    let inner = |node: roxmltree::Node<'_, '_>, name: &str| -> String {
        let child = node.descendants().find(|child| child.has_tag_name(name)).expect("a part");
        child.descendants().filter(|node| node.has_tag_name("code")).filter_map(|node| node.text()).collect()
    };
    let told = |article| {
        let place = inner(article, "figcaption");
        format!("{} {}", inner(article, "h4"), plain(place.rsplit_once(':').expect("a column").0))
    };
    document.descendants().filter(|node| node.has_tag_name("article")).map(told).collect()
}

fn concise(report: &Report) -> Findings {
    let told = |line: &str| {
        let (place, rest) = line.split_once(": ").expect("a place");
        let rule = rest.split(['[', ']']).nth(1).expect("a rule");
        format!("{rule} {}", plain(place.rsplit_once(':').expect("a column").0))
    };
    of(report, Format::Concise).lines().map(told).collect()
}

#[test]
fn every_format_tells_the_same_findings_in_the_same_order() {
    let readers: [(&str, Reader); 8] = [
        ("json", json),
        ("jsonl", jsonl),
        ("sarif", sarif),
        ("gitlab", gitlab),
        ("csv", csv),
        ("junit", junit),
        ("html", html),
        ("concise", concise),
    ];
    for report in [examples(), check(&mixed()[..2])] {
        let expected = expected(&report);
        assert!(expected.len() > 1);
        for (name, read) in readers {
            assert_eq!(read(&report), expected, "{name}");
        }
        let markdown = render::markdown::within(&report, usize::MAX);
        let items = markdown.lines().filter(|line| line.starts_with("- **"));
        let rules: Vec<&str> = items.filter_map(|line| line.split(['<', '>']).nth(2)).collect();
        let by_rule: Vec<&str> = expected.iter().filter_map(|told| told.split(' ').next()).collect();
        assert_eq!(rules, by_rule, "markdown");
    }
}

#[test]
fn of_few_findings_all_are_annotated_in_order() {
    let report = check(&mixed()[..2]);
    let text = of(&report, Format::Github);
    let annotated: Vec<String> = text
        .lines()
        .filter_map(|line| {
            let (_, properties) = line.split_once(" file=")?;
            let (path, rest) = properties.split_once(",line=")?;
            let rule = rest.split_once("title=")?.1.split(' ').next()?;
            Some(format!("{rule} {path}:{}", rest.split(',').next()?))
        })
        .collect();
    assert_eq!(annotated, expected(&report));
}
