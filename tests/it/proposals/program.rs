//! `planlint estimate --fix` as its users run it.

use std::path::Path;

use planlint::render::Style;
use planlint::render::estimate::Format;
use planlint::render::proposals::render;
use serde_json::Value;

use super::robotics;
use crate::cli::{Folder, run};

fn planlint(arguments: &[&str]) -> (i32, String, String) {
    run(Path::new(env!("CARGO_MANIFEST_DIR")), arguments)
}

const PLAN: &str = "plan-specs/designs/robotics-maker-fails-acp.plan";
const CENSUS: &str = "plan-specs/designs/robotics-maker-2026.census.csv";
const FIX: [&str; 6] = ["estimate", PLAN, "--census", CENSUS, "--fix", "--as-of=2025-11-03"];

fn fix(more: &[&str]) -> (i32, String, String) {
    planlint(&[&FIX, more].concat())
}

#[test]
fn a_picked_proposal_is_written_to_new_files_and_passes() {
    let folder = Folder::new("proposals");
    let path = |name: &str| folder.0.join(name).to_string_lossy().into_owned();
    let (spec, census) = (path("amended.plan"), path("amended.csv"));
    let written = ["--format=json", "--pick=1", "--write", &spec, "--write-census", &census];
    let (code, told, errors) = fix(&written);
    assert_eq!((code, errors.as_str()), (1, ""));
    let promised: Value = serde_json::from_str(&told).expect("JSON");
    let (code, tested, errors) = planlint(&["test", &spec, "--census", &census, "--format=json"]);
    assert_eq!((code, errors.as_str()), (0, ""));
    let tested: Value = serde_json::from_str(&tested).expect("JSON");
    let first = &promised["proposals"][0]["outcome"];
    for test in ["adp", "acp"] {
        for figure in ["status", "hce", "nhce", "limit"] {
            assert_eq!(first[test][figure], tested[test][figure], "{test} {figure}");
        }
    }
}

#[test]
fn the_same_is_told_in_every_format() {
    let found = [Ok(robotics().clone())];
    for format in Format::ALL {
        let told = render(&found, *format, &Style::PLAIN);
        assert!(told.contains("2.63%") && told.contains("hce-limit"), "{}: {told}", format.name());
    }
}

#[test]
fn a_workforce_is_enough_where_it_tells_all() {
    let (code, told, errors) = planlint(&[
        "estimate",
        "plan-specs/designs/safe-harbor-with-after-tax.plan.yaml",
        "--fix",
        "--as-of=2025-11-03",
    ]);
    assert_eq!(code, 1, "{errors}");
    assert!(told.contains("fix it"), "{told}");
}

#[test]
fn no_number_is_taken_that_no_proposal_has() {
    let (code, _, errors) = fix(&["--pick=99"]);
    assert_eq!(code, 2);
    assert!(errors.contains("from 1 to"), "{errors}");
}

#[test]
fn the_readme_shows_what_is_printed() {
    let readme = std::fs::read_to_string("README.md").expect("a README");
    let shown = readme.split("--fix --as-of 2025-11-01\n").nth(1).and_then(|rest| rest.split("```").next());
    let (_, told, _) = planlint(&["estimate", PLAN, "--census", CENSUS, "--fix", "--as-of=2025-11-01"]);
    for line in shown.expect("an example").lines() {
        assert!(told.lines().any(|printed| printed == line), "{line}");
    }
}
