//! Baselines as a team takes them up: a folder with many findings, then only what is new.

use std::fmt::Write;
use std::fs;

use crate::cli::{Folder, run};

const PLANS: usize = 300;

/// One of many plans, all with findings, some with several.
fn plan(index: usize) -> String {
    let mut text = format!("plan \"Plan {index}\" {{\n  type 401(k)\n  year 2026\n  goals mega backdoor\n");
    text.push_str("  after-tax { allowed yes; limit $2,500; separate-account no; suspension-after-withdrawal 6 months }\n");
    text.push_str("  in-plan-roth { allowed no }\n  in-service { after-tax hardship; direct-rollover no }\n");
    let _ = writeln!(text, "  limits {{ annual-additions $7{},000 }}", index % 2);
    text.push_str("}\n");
    text
}

/// The same with its lines elsewhere.
fn moved(text: &str) -> String {
    let text = text.replacen("  in-plan-roth", "\n  # set apart\n\n  in-plan-roth", 1);
    format!("# A remark.\n\n{}", text.replace("; ", ";  "))
}

fn folder(name: &str) -> Folder {
    let folder = Folder::new(name);
    for index in 0..PLANS {
        folder.write(&format!("plans/{index:03}.plan"), plan(index));
    }
    folder
}

fn check(folder: &Folder, arguments: &[&str]) -> (i32, String, String) {
    let common = ["check", "plans", "--as-of", "2026-06-30", "--format", "concise"];
    run(&folder.0, &[&common, arguments].concat())
}

#[test]
fn only_what_is_new_is_shown_and_moving_lines_is_nothing_new() {
    let folder = folder("baseline");
    let (code, out, _) = check(&folder, &[]);
    assert_eq!(code, 1);
    assert!(out.lines().count() >= 1_000, "{} findings", out.lines().count());
    let (code, nothing, err) = check(&folder, &["--write-baseline", "known.json"]);
    assert_eq!((code, nothing.as_str()), (0, ""), "{err}");
    assert!(err.contains(&format!("{} findings of {PLANS} plans", out.lines().count())), "{err}");
    let known = ["--baseline", "known.json", "--fail-on", "advice"];
    assert_eq!(check(&folder, &known), (0, String::new(), String::new()));

    for index in 0..PLANS {
        folder.write(&format!("plans/{index:03}.plan"), moved(&plan(index)));
    }
    assert_eq!(check(&folder, &known), (0, String::new(), String::new()));

    folder.write("plans/007.plan", plan(7).replace("$71,000", "$69,000"));
    let (code, out, err) = check(&folder, &known);
    assert_eq!((code, out.lines().count()), (1, 1), "{out}");
    assert!(out.starts_with("plans/007.plan:8:") && out.contains("[limit-stale]"), "{out}");
    assert!(err.contains("1 finding of known.json is there no more"), "{err}");
    assert!(err.contains("plans/007.plan (Plan 7): limit-stale on limits.annual-additions"), "{err}");
    // One plan alone: nothing is said of those that were not checked, and it does not matter where it is run.
    let (code, out, err) = run(
        &folder.0.join("plans"),
        &["check", "008.plan", "--as-of", "2026-06-30", "--baseline", "../known.json", "--format", "concise"],
    );
    assert_eq!((code, out.as_str(), err.as_str()), (0, "", ""));
}

#[test]
fn the_file_is_a_finding_a_line_and_the_same_at_any_number_of_threads() {
    let folder = folder("baseline-file");
    check(&folder, &["--write-baseline", "one.json", "-j", "1"]);
    check(&folder, &["--write-baseline", "many.json", "-j", "7"]);
    let one = fs::read_to_string(folder.0.join("one.json")).expect("a baseline");
    assert_eq!(one, fs::read_to_string(folder.0.join("many.json")).expect("a baseline"));
    let value: serde_json::Value = serde_json::from_str(&one).expect("JSON");
    assert_eq!(value["schema"], "planlint/baseline/1");
    assert_eq!(one.lines().count(), value["findings"].as_array().expect("findings").len() + 2);
    let leftovers = fs::read_dir(&folder.0).expect("a folder").count();
    assert_eq!(leftovers, 3, "a temporary file is left");
}

#[test]
fn the_same_finding_twice_is_held_back_twice_and_no_more() {
    let folder = Folder::new("baseline-twice");
    let twice = "plan: A\ntype: 401(k)\nyear: 2026\nloans:\n  alowed: no\nrollovers-in:\n  alowed: no\n";
    folder.write("plans/a.plan.yaml", twice);
    assert_eq!(check(&folder, &["--write-baseline", "known.json"]).0, 0);
    let text = fs::read_to_string(folder.0.join("known.json")).expect("a baseline");
    assert!(text.contains("\"count\":2"), "{text}");
    assert_eq!(check(&folder, &["--baseline", "known.json"]).0, 0);
    folder.write("plans/a.plan.yaml", format!("{twice}notices:\n  alowed: no\n"));
    let (code, out, _) = check(&folder, &["--baseline", "known.json"]);
    assert_eq!((code, out.lines().count()), (1, 1), "{out}");
    folder.write("plans/a.plan.yaml", twice.replace("loans:\n  alowed", "loans:\n  allowed"));
    let (code, out, err) = check(&folder, &["--baseline", "known.json"]);
    assert_eq!((code, out.as_str()), (0, ""));
    assert!(err.contains("1 finding of known.json is there no more"), "{err}");
    let (_, _, err) = check(&folder, &["--baseline", "known.json", "--select", "limits"]);
    assert!(err.contains("1 finding"), "what cannot be read is judged in every run: {err}");
}

#[test]
fn a_plan_that_is_gone_or_has_another_name_is_told() {
    let folder = Folder::new("baseline-gone");
    for name in ["a", "b", "c"] {
        folder.write(&format!("plans/{name}.plan"), plan(0));
    }
    let known = ["--baseline", "known.json"];
    assert_eq!(check(&folder, &["--write-baseline", "known.json"]).0, 0);
    fs::rename(folder.0.join("plans/a.plan"), folder.0.join("plans/z.plan")).expect("a rename");
    let (code, out, err) = check(&folder, &known);
    assert_eq!(code, 1);
    assert!(!out.is_empty() && out.lines().all(|line| line.starts_with("plans/z.plan:")), "{out}");
    let write = "gone; write it again with --write-baseline\n";
    assert_eq!(err, format!("planlint: known.json has findings of plans/a.plan, which is {write}"));
    fs::remove_file(folder.0.join("plans/b.plan")).expect("a file");
    fs::remove_file(folder.0.join("plans/z.plan")).expect("a file");
    let (code, out, err) = check(&folder, &known);
    assert_eq!((code, out.as_str()), (0, ""));
    assert_eq!(
        err,
        format!("planlint: known.json has findings of plans/a.plan and 1 more, which are {write}")
    );
}

#[test]
fn suppressed_by_a_baseline_is_told_in_json_and_in_the_counts() {
    let folder = Folder::new("baseline-json");
    folder.write("plans/a.plan", plan(0));
    check(&folder, &["--write-baseline", "known.json"]);
    let (code, out, _) = run(
        &folder.0,
        &["check", "plans", "--as-of", "2026-06-30", "--baseline", "known.json", "--format", "json"],
    );
    assert_eq!(code, 0);
    let report: serde_json::Value = serde_json::from_str(&out).expect("JSON");
    let findings = report["findings"].as_array().expect("findings");
    assert!(findings.len() >= 3);
    assert!(findings.iter().all(|finding| finding["suppressed"]["kind"] == "baseline"), "{out}");
    assert_eq!(report["summary"]["suppressed"], findings.len());
    assert_eq!(report["plans"][0]["results"]["fail"], 0);
    assert_eq!(report["plans"][0]["mega_backdoor"]["verdict"], "blocked");
}

#[test]
fn what_is_no_baseline_is_refused_with_its_place_and_never_overwritten() {
    let folder = Folder::new("baseline-foreign");
    folder.write("plans/a.plan", plan(0));
    folder.write("planlint.toml", "");
    for (text, place) in [
        ("", "1:1"),
        ("{", "1:1"),
        ("{ \"schema\": \"other/1\", \"findings\": [] }", "1:14"),
        ("{ \"schema\": \"planlint/baseline/1\",\n  \"findings\": [ 3 ] }", "2:17"),
    ] {
        let file = folder.write("foreign.json", text);
        let (code, out, err) = check(&folder, &["--baseline", "foreign.json"]);
        assert_eq!((code, out.as_str()), (2, ""));
        assert!(err.starts_with(&format!("planlint: foreign.json:{place}: this is no baseline: ")), "{err}");
        assert_eq!(check(&folder, &["--write-baseline", "foreign.json"]).0, 2);
        assert_eq!(fs::read_to_string(file).expect("a file"), text);
    }
    for kept in ["plans/a.plan", "planlint.toml", "plans/../plans/a.plan"] {
        let (code, _, err) = check(&folder, &["--write-baseline", kept]);
        assert_eq!(code, 2, "{err}");
    }
    assert_eq!(fs::read_to_string(folder.0.join("plans/a.plan")).expect("a file"), plan(0));
    assert_eq!(check(&folder, &["--baseline", "nowhere.json"]).0, 2);
    assert_eq!(check(&folder, &["--write-baseline", "nowhere/known.json"]).0, 2);
}

#[test]
fn what_cannot_be_read_as_a_plan_is_in_no_baseline() {
    let folder = Folder::new("baseline-broken");
    folder.write("plans/a.plan", plan(0));
    folder.write("plans/broken.plan", "plan \"B\" {");
    let (code, _, err) = check(&folder, &["--write-baseline", "known.json"]);
    assert_eq!(code, 3);
    assert!(err.contains("plans/broken.plan:1:1: error[syntax-error]"), "{err}");
    assert_eq!(check(&folder, &["--baseline", "known.json"]).0, 3);
}
