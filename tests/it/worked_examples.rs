//! Every worked example of `tests/worked-examples/` through the library, figure by figure.

mod acp;
mod adp;
mod catch_up;
mod example;
mod hce;
mod levelling;
mod qnec;
mod shift;

use std::fs;

use serde_json::Value;

use example::{Facts, differences};

/// What the library makes of an example, in the shape of its `expected`.
type Run = fn(Facts<'_>) -> Value;

/// By `kind`.
const RUNS: &[(&str, Run)] = &[
    ("adr", adp::ratios),
    ("acr", adp::ratios),
    ("adp_test", adp::test),
    ("group_average", adp::group_average),
    ("leveling_adp", levelling::adp),
    ("leveling_acp", levelling::acp),
    ("acp_test_groups", acp::of_groups),
    ("acp_test", acp::test),
    ("acp_test_disproportionate_match", acp::disproportionate_match),
    ("recharacterize", acp::recharacterize),
    ("excess_deferral_coordination", acp::excess_deferral_after_recharacterization),
    ("acp_correction_sources", acp::sources),
    ("match_rate_after_correction", acp::forfeiture),
    ("catch_up", catch_up::sorted),
    ("catch_up_adp", catch_up::over_adp_limit),
    ("adp_acp_shift", shift::elective),
    ("shift_percent", shift::points),
    ("adp_acp_qmac", shift::qmac),
    ("adp_test_qnec", qnec::adp_test),
    ("qnec_cap", qnec::targeted_cap),
    ("prior_year_weighted", qnec::prior_year),
    ("allocable_income", qnec::income),
    ("hce", hce::status),
    ("top_paid_count", hce::top_paid),
    ("top_paid_ties", hce::ties),
    ("hce_lookback", hce::look_back),
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
