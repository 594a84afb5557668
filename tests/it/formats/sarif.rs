//! SARIF: valid, its indices lead where they should, and its regions hold what they are said to.

use boon::{Compiler, Schemas};
use planlint::render::Format;
use planlint::report::Report;
use serde_json::Value;

use super::{HOSTILE, HOSTILE_PATH, examples, of, snapshot, value, written};
use crate::render::{BLOCKED, check};

/// What SARIF 2.1.0 asks of the objects that planlint writes, and that it writes no others. Written from the standard.
const SCHEMA: &str = include_str!("sarif.schema.json");

#[test]
fn a_log() {
    let mut log = value(&written(Format::Sarif));
    for rule in log["runs"][0]["tool"]["driver"]["rules"].as_array_mut().expect("rules") {
        for text in rule["help"].as_object_mut().expect("a help").values_mut() {
            *text = Value::from("…");
        }
    }
    let text = serde_json::to_string_pretty(&log).expect("JSON");
    insta::assert_snapshot!(snapshot(&text));
}

#[test]
fn logs_are_valid() {
    let mut schemas = Schemas::new();
    let mut compiler = Compiler::new();
    compiler.add_resource("sarif.schema.json", value(SCHEMA)).expect("a resource");
    let index = compiler.compile("sarif.schema.json", &mut schemas).expect("a schema");
    let evil = check(&[(HOSTILE_PATH, HOSTILE), ("/srv/a b.plan.yaml", BLOCKED), ("../c.plan.yaml", "")]);
    for text in [
        written(Format::Sarif),
        of(&examples(), Format::Sarif),
        of(&evil, Format::Sarif),
        of(&Report::default(), Format::Sarif),
    ] {
        if let Err(error) = schemas.validate(&value(&text), index) {
            panic!("{error:#}");
        }
    }
}

/// A path from its URI, percent-decoded.
pub fn path_of(uri: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = uri.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits: String = rest.by_ref().take(2).map(char::from).collect();
            bytes.push(u8::from_str_radix(&digits, 16).expect("two digits"));
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).expect("UTF-8")
}

/// The text of a region, by its lines and columns alone: columns count Unicode scalar values, the end is excluded.
fn text_of(text: &str, region: &Value) -> String {
    let number = |name: &str| usize::try_from(region[name].as_u64().expect("a number")).expect("small");
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let at = |line: usize, column: usize| -> usize {
        let before: usize = lines[..line - 1].iter().map(|line| line.len()).sum();
        let within = lines.get(line - 1).copied().unwrap_or_default();
        before + within.chars().take(column - 1).map(char::len_utf8).sum::<usize>()
    };
    text[at(number("startLine"), number("startColumn"))..at(number("endLine"), number("endColumn"))]
        .to_owned()
}

#[test]
fn indices_regions_and_addresses_are_right() {
    let report = examples();
    let log = value(&of(&report, Format::Sarif));
    let run = &log["runs"][0];
    let results = run["results"].as_array().expect("results");
    assert_eq!(results.len(), report.findings.len());
    let rule_of = |result: &Value| {
        let index = result["ruleIndex"].as_u64().expect("an index");
        run["tool"]["driver"]["rules"][usize::try_from(index).expect("small")]["id"].clone()
    };
    for (result, reported) in results.iter().zip(&report.findings) {
        assert_eq!(rule_of(result), result["ruleId"]);
        let locations =
            result["locations"].as_array().into_iter().chain(result["relatedLocations"].as_array());
        for location in locations.flatten() {
            let place = &location["physicalLocation"];
            let file = report.file(reported.file).expect("a file");
            let artifact = &place["artifactLocation"];
            let uri = artifact["uri"].as_str().expect("a URI");
            assert_eq!(path_of(uri), file.path());
            assert_eq!(artifact["uriBaseId"], "%SRCROOT%");
            let index = usize::try_from(artifact["index"].as_u64().expect("an index")).expect("small");
            assert_eq!(run["artifacts"][index]["location"]["uri"], uri);
            if let Some(snippet) = place["region"]["snippet"]["text"].as_str() {
                assert_eq!(text_of(file.text(), &place["region"]), snippet);
            }
        }
        assert_eq!(result["partialFingerprints"]["planlint/v1"], *reported.fingerprint);
        assert_eq!(result["suppressions"].as_array().map(Vec::len), Some(0));
    }
}

#[test]
fn wide_characters_count_as_one_column() {
    let report = check(&[(
        "a.plan.yaml",
        "plan: 計画🎉\ntype: 401(k)\nafter-tax: { called: 税引後🎉, allowed: 多分 }\n",
    )]);
    let log = value(&of(&report, Format::Sarif));
    let region = &log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"];
    assert_eq!(region["snippet"]["text"], "多分");
    assert_eq!((region["startColumn"].as_u64(), region["endColumn"].as_u64()), (Some(37), Some(39)));
}

#[test]
fn a_run_that_could_not_read_all_says_so() {
    let log = value(&written(Format::Sarif));
    let invocation = &log["runs"][0]["invocations"][0];
    assert_eq!(invocation["executionSuccessful"], false);
    assert_eq!(invocation["toolExecutionNotifications"].as_array().map(Vec::len), Some(1));
}
