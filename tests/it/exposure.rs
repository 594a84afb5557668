//! The exposure that `check` shows in a line: what `estimate` says of the same plan.

use std::path::Path;

use serde_json::Value;

use crate::cli::{Folder, run};

const PLAN: &str = "\
plan: Umbrella 401(k) Plan
type: 401(k)
year: 2026
employer: { entity: corporation }
eligibility: { deferrals: immediate, match: same as deferrals, after-tax: same as deferrals }
deferrals: { pre-tax: yes, roth: yes, catch-up: no }
after-tax: { allowed: yes, limit: none, hce-limit: none, matched: no }
match: { formula: 100% of first 4% of pay, sources: \"pre-tax, roth\", conditions: none }
safe-harbor: { type: none }
testing: { adp: current year, acp: current year, qnec: none, shift-deferrals: no, recharacterization: no }
workforce:
  hce:
    { count: 40, average-pay: \"$250,000\", participation: 100%, average-deferral: 8%, deferral-spread: 1%,
      after-tax-participation: 55%, average-after-tax: 8% }
  nhce:
    { count: 300, average-pay: \"$70,000\", participation: 85%, average-deferral: 6%, deferral-spread: 5%,
      after-tax-participation: 0% }
";

fn in_folder(name: &str, text: &str, arguments: &[&str]) -> String {
    let folder = Folder::new(name);
    folder.write("a.plan.yaml", text);
    let (_, told, errors) = run(&folder.0, arguments);
    assert_eq!(errors, "");
    told
}

fn json(name: &str, text: &str, arguments: &[&str]) -> Value {
    serde_json::from_str(&in_folder(name, text, arguments)).expect("JSON")
}

#[test]
fn it_is_what_an_estimate_says() {
    let checked = json("exposure-check", PLAN, &["check", "a.plan.yaml", "--format=json"]);
    let estimated = json("exposure-estimate", PLAN, &["estimate", "a.plan.yaml", "--format=json"]);
    let exposure = &checked["plans"][0]["exposure"];
    for test in ["adp", "acp"] {
        for figure in ["status", "hce", "nhce", "limit"] {
            assert_eq!(exposure[test][figure], estimated[test][figure], "{test} {figure}");
        }
    }
    assert_eq!(exposure["hce_after_tax_rate"], estimated["headroom"]["rate"]);
    assert_eq!(exposure["acp"]["status"], "fail");
    // A match with a cap averages below what the average deferral would give: 4% of those who defer at least 4%.
    let nhce: f64 = exposure["acp"]["nhce"].as_str().expect("a figure").parse().expect("a figure");
    assert!(nhce < 3.4, "{nhce}");
}

#[test]
fn every_format_for_people_shows_it_in_a_line() {
    for format in ["full", "narrated", "markdown", "html"] {
        let told =
            in_folder("exposure-formats", PLAN, &["check", "a.plan.yaml", &format!("--format={format}")]);
        assert!(
            told.to_lowercase().contains("exposure") && told.contains("the ACP test fails"),
            "{format}: {told}"
        );
    }
}

#[test]
fn without_a_workforce_there_is_none() {
    let text = PLAN.split("workforce:").next().expect("a text");
    let checked = json("exposure-none", text, &["check", "a.plan.yaml", "--format=json"]);
    assert_eq!(checked["plans"][0]["exposure"], Value::Null);
    assert!(!in_folder("exposure-none-full", text, &["check", "a.plan.yaml"]).contains("exposure"));
}

#[test]
fn the_match_that_would_mend_the_test_is_told() {
    let (_, told, _) = run(Path::new(env!("CARGO_MANIFEST_DIR")), &["explain", "match-in-acp-choice"]);
    assert!(told.contains("passes with it counted"), "{told}");
}
