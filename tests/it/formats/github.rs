//! Workflow commands: every line is one of ours, whatever a plan says.

use planlint::render::{Format, github};

use super::{HOSTILE, HOSTILE_PATH, examples, of, snapshot, written};
use crate::render::check;

#[test]
fn annotations() {
    insta::assert_snapshot!(snapshot(&written(Format::Github)));
}

#[test]
fn the_worst_ten_are_annotated_and_the_rest_is_in_the_log() {
    let report = examples();
    let text = of(&report, Format::Github);
    let annotated = |command: &str| text.lines().filter(|line| line.starts_with(command)).count();
    let summary = report.summary();
    assert_eq!(annotated("::error ") + annotated("::warning ") + annotated("::notice "), 10);
    assert_eq!(annotated("::error "), summary.errors.min(10));
    assert_eq!(annotated("- "), report.findings.len() - 10);
}

#[test]
fn no_text_becomes_a_command() {
    let specs = [(HOSTILE_PATH, HOSTILE); 6];
    let text = of(&check(&specs), Format::Github);
    for line in text.lines() {
        let is_command = line.starts_with("::");
        let is_ours = ["::error file=", "::group::", "::endgroup::", "- ", "6 plans: "];
        assert!(is_ours.iter().any(|start| line.starts_with(start)), "{line}");
        // The old form of commands is looked for anywhere in a line that is no command of the new form.
        assert!(is_command || !line.contains("##["), "{line}");
    }
}

#[test]
fn the_summary_of_the_job_fits() {
    let summary = github::job_summary(&examples());
    assert!(summary.starts_with("## planlint: "), "{summary}");
    assert!(summary.len() < 1 << 20);
}
