//! Elections with a source and an effective date.

use super::{file, read, tree};
use crate::syntax::yaml;

#[test]
fn a_source_and_a_date_stand_beside_the_value() {
    let text = "m:\n  a: { value: yes, source: \"AA 1\", effective: 2026-07-01 }\n  b:\n    source: AA 2\n    value: [x, y]\n";
    assert_eq!(tree(text), r#"{m: {a: "yes" @"AA 1" from "2026-07-01", b: ["x", "y"] @"AA 2"}}"#);
    let source = file(text);
    let (documents, _) = yaml::read(&source);
    let crate::syntax::tree::Kind::Map(section) = &documents[0].root.entries[0].value.kind else {
        panic!("no section")
    };
    assert_eq!(source.slice(section.entries[0].value.span), "yes");
    assert_eq!(section.entries[0].source.as_ref().map(|text| source.slice(text.span)), Some("\"AA 1\""));
}

#[test]
fn maps_without_value_are_sections() {
    assert_eq!(
        tree("value: 1\na: {source: x}\nb: {}\nc: [{value: 2}]\n"),
        r#"{value: "1", a: {source: "x"}, b: {}, c: [{value: "2"}]}"#
    );
}

#[test]
fn other_keys_are_reported_with_a_near_miss() {
    let source = file("a: { value: yes, sorce: x, note: y }\n");
    let (_, findings) = yaml::read(&source);
    let help: Vec<_> = findings.iter().map(|finding| finding.help.as_deref().unwrap_or_default()).collect();
    let rules: Vec<_> =
        findings.iter().map(|finding| (finding.rule, source.slice(finding.primary.span))).collect();
    assert_eq!(rules, [("unknown-key", "sorce"), ("unknown-key", "note")]);
    assert_eq!(help[0], "Write `source` if that is what is meant.");
    assert_eq!(help[1], "Remove this key, or write it as an election of its own.");
    assert_eq!(
        findings[0].message,
        "An election with `value` takes only `source` and `effective` beside it."
    );
}

#[test]
fn doubled_parts_are_reported_and_the_first_counts() {
    let source = file("a: { value: 1, source: x, value: 2, source: y }\n");
    let (documents, findings) = yaml::read(&source);
    assert_eq!(super::outline(&documents), r#"{a: "1" @"x"}"#);
    let places: Vec<_> = findings
        .iter()
        .map(|finding| {
            (super::at(&source, finding.primary.span), super::at(&source, finding.related[0].span))
        })
        .collect();
    assert_eq!(places, [("1:27-32".into(), "1:6-11".into()), ("1:37-43".into(), "1:16-22".into())]);
    assert!(findings.iter().all(|finding| finding.rule == "duplicate-key"));
}

#[test]
fn parts_have_their_shapes() {
    let (outline, findings) = read("a: {value: {value: 1}}\nb: {value: 1, source: [x], effective: {y: z}}\n");
    assert_eq!(outline, r#"{a: broken, b: "1"}"#);
    let expected = [
        "1:12-22 wrong-shape The `value` of an election is one value or a list, and here it is a map of keys.",
        "2:23-26 wrong-shape The `source` of an election is a single text.",
        "2:39-45 wrong-shape The `effective` of an election is a single text.",
    ];
    assert_eq!(findings, expected);
}

#[test]
fn comments_inside_stay_with_the_election() {
    let text = "# 1\na: # 2\n  # 3\n  value: yes # 4\n  source: x # 5\n  # 6\nb: {value: 1, # 7\n  source: y # 8\n  } # 9\n";
    assert_eq!(
        tree(text),
        r##"{#"1" #"3" #"4" #"5" #"6" a: "yes" @"x" >#"2", #"7" #"8" b: "1" @"y" >#"9"}"##
    );
}

#[test]
fn a_fault_in_an_anchored_election_is_told_once() {
    let (outline, findings) = read("a: &x {value: 1, note: 2}\nb: *x\nc: *x\n");
    assert_eq!(outline, r#"{a: "1", b: "1", c: "1"}"#);
    assert_eq!(findings.len(), 1);
}
