//! Code Quality: what GitLab asks of each violation.

use std::collections::BTreeSet;

use planlint::render::Format;

use super::{HOSTILE, examples, of, snapshot, value, written};
use crate::render::{BLOCKED, check};

#[test]
fn violations() {
    insta::assert_snapshot!(snapshot(&written(Format::Gitlab)));
}

#[test]
fn every_violation_has_what_gitlab_reads() {
    for text in [written(Format::Gitlab), of(&examples(), Format::Gitlab)] {
        let violations = value(&text);
        let violations = violations.as_array().expect("an array");
        let mut fingerprints = BTreeSet::new();
        for violation in violations {
            for member in ["description", "check_name", "fingerprint"] {
                assert!(violation[member].as_str().is_some_and(|text| !text.is_empty()), "{violation}");
            }
            let severity = violation["severity"].as_str().expect("a severity");
            assert!(["info", "minor", "major", "critical", "blocker"].contains(&severity), "{violation}");
            let path = violation["location"]["path"].as_str().expect("a path");
            assert!(!path.starts_with("./"), "{path}: paths are relative to the root");
            assert!(
                violation["location"]["lines"]["begin"].as_u64().is_some_and(|line| line > 0),
                "{violation}"
            );
            assert!(fingerprints.insert(violation["fingerprint"].to_string()), "twice: {violation}");
        }
    }
}

#[test]
fn the_same_plan_in_two_files_and_a_file_twice_have_their_own_fingerprints() {
    let report = check(&[
        ("a.plan.yaml", BLOCKED),
        ("b.plan.yaml", BLOCKED),
        ("./a.plan.yaml", BLOCKED),
        ("c.plan.yaml", HOSTILE),
    ]);
    let violations = value(&of(&report, Format::Gitlab));
    let violations = violations.as_array().expect("an array");
    let fingerprints: BTreeSet<String> =
        violations.iter().map(|violation| violation["fingerprint"].to_string()).collect();
    assert_eq!(fingerprints.len(), violations.len());
}

#[test]
fn a_fingerprint_stays_when_lines_move() {
    let fingerprints = |text: &str| -> Vec<String> {
        let violations = value(&of(&check(&[("a.plan.yaml", text)]), Format::Gitlab));
        violations.as_array().expect("an array").iter().map(|it| it["fingerprint"].to_string()).collect()
    };
    assert_eq!(fingerprints(BLOCKED), fingerprints(&format!("# a line more\n\n{BLOCKED}")));
}
