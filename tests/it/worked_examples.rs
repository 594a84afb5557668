//! Every worked example of `tests/worked-examples/` through the library, figure by figure.

mod adp;
mod example;
mod levelling;

use std::fs;

use serde_json::Value;

use example::{Facts, differences};

/// What the library makes of an example, in the shape of its `expected`.
type Run = fn(Facts<'_>) -> Value;

/// By `kind`.
const RUNS: &[(&str, Run)] = &[
    ("adr", adp::ratios),
    ("adp_test", adp::test),
    ("group_average", adp::group_average),
    ("leveling_adp", levelling::adp),
    ("leveling_acp", levelling::acp),
    ("epcrs_one_to_one", levelling::one_to_one),
];

#[test]
fn every_worked_example_comes_out_as_its_source_says() {
    let mut problems = Vec::new();
    let mut not_covered = Vec::new();
    let mut ran = 0;
    for example in read_all() {
        let example = Facts(&example);
        let (id, kind) = (example.id(), example.text("kind"));
        if let Some(reason) = example.find("not_covered") {
            not_covered.push(format!("{id}: {}", reason.0.as_str().unwrap_or_default()));
            continue;
        }
        let Some((_, run)) = RUNS.iter().find(|(name, _)| *name == kind) else {
            problems.push(format!("{id}: nothing runs the kind `{kind}`"));
            continue;
        };
        ran += 1;
        problems.extend(differences(example, &run(example)).into_iter().map(|line| format!("{id}: {line}")));
    }
    println!("{ran} worked examples ran, {} are not covered:\n{}", not_covered.len(), not_covered.join("\n"));
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    assert_eq!(ran + not_covered.len(), 115, "an example is missing");
}

fn read_all() -> Vec<Value> {
    let folder = fs::read_dir("tests/worked-examples").expect("the folder of worked examples");
    let mut files: Vec<_> = folder.filter_map(Result::ok).map(|entry| entry.path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "yaml"));
    files.sort();
    let read = |path: std::path::PathBuf| -> Vec<Value> {
        let text = fs::read_to_string(&path).expect("a file of worked examples");
        serde_yaml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    };
    files.into_iter().flat_map(read).collect()
}
