//! Every worked example of `tests/worked-examples/` through the library, figure by figure.

mod acp;
mod adp;
mod catch_up;
mod coverage;
mod example;
mod hce;
mod levelling;
mod limits;
mod limits_403b_457b;
mod qnec;
mod rollover;
mod safe_harbor;
mod shift;
mod top_heavy;

use std::fs;
use std::io::Write;

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
    ("annual_additions", limits::most_additions),
    ("annual_additions_timing", limits::timing),
    ("annual_additions_two_employers", limits::two_employers),
    ("after_tax_room", limits::after_tax_room),
    ("elective_limit", limits::elective_limit),
    ("excess_deferral", limits::excess),
    ("comp_limit", limits::pay),
    ("comp_limit_deferral", limits::deferrals_above_pay_limit),
    ("comp_limit_match", limits::match_on_pay),
    ("limits_table", limits::table),
    ("church_403b", limits_403b_457b::church),
    ("max_elective_403b", limits_403b_457b::elective_403b),
    ("special_15yr_catch_up", limits_403b_457b::fifteen_years),
    ("max_total_403b", limits_403b_457b::total_403b),
    ("max_457b", limits_403b_457b::plan_457b),
    ("ratio_pct", coverage::ratio),
    ("classification", coverage::classification),
    ("classification_table", coverage::table),
    ("excludable", coverage::excludable),
    ("terminating_employees", coverage::leavers),
    ("top_heavy_ratio", top_heavy::ratio),
    ("key_employee", top_heavy::key_employee),
    ("officer_cap", top_heavy::officers),
    ("top_heavy_exempt", top_heavy::exemption),
    ("pro_rata", rollover::from_account),
    ("rollover_split", rollover::payments),
    ("roth_60day", rollover::roth_account_rolled),
    ("roth_basis", rollover::roth_account),
    ("conversion_tax", rollover::conversion),
    ("safe_harbor_match", safe_harbor::formula),
    ("match_table", safe_harbor::match_table),
    ("acp_safe_harbor", safe_harbor::combined_match),
    ("triple_stack", safe_harbor::stacked),
    ("acp_required", safe_harbor::after_tax_is_tested),
    ("test_applicability", safe_harbor::applicability),
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
    tell(ran, &not_covered);
    assert!(not_covered.len() <= 10, "too many are not covered");
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    assert_eq!(ran + not_covered.len(), 115, "an example is missing");
}

/// To standard error itself: what a passing test prints by macro is not shown.
fn tell(ran: usize, not_covered: &[String]) {
    let list: String = not_covered.iter().map(|line| format!("  {line}\n")).collect();
    let text = format!("{ran} worked examples ran, {} not covered:\n{list}", not_covered.len());
    std::io::stderr().write_all(text.as_bytes()).expect("standard error");
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
