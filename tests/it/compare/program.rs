//! The verb: exit codes, files, flags that are wrong, the benchmark and the norms.

use crate::cli::{Folder, run};

use super::PLANS;

fn folder(name: &str) -> Folder {
    let folder = Folder::new(name);
    PLANS.iter().for_each(|(path, text)| drop(folder.write(path, text)));
    folder
}

const NORMS: &str = "norms:\n\
    - { feature: after-tax.allowed = yes, share: 22%, source: A survey made up for this test, year: 2024 }\n\
    - { feature: match.vesting = immediate, share: 40.5%, source: A survey made up for this test, year: \"2024\", of: large plans }\n";

#[test]
fn exit_codes_are_those_of_the_contract() {
    let folder = folder("compare-exit");
    assert_eq!(run(&folder.0, &["compare", "plans"]).0, 0, "what is found does not count");
    assert_eq!(run(&folder.0, &["compare", "nowhere"]).0, 2);
    assert_eq!(run(&folder.0, &["compare", "plans", "--format", "xlsx"]).0, 2, "no workbook for a terminal");
    assert_eq!(run(&folder.0, &["compare", "plans", "--where", "verdict = blocked"]).0, 0);
    folder.write("plans/broken.plan", "plan \"Broken\" {");
    let (code, out, err) = run(&folder.0, &["compare", "plans"]);
    assert_eq!(code, 3);
    assert!(out.contains("Birch 401(k)") && out.contains("Not compared (1)"), "{out}");
    assert!(err.starts_with("planlint: plans/broken.plan:1:"), "{err}");
}

#[test]
fn all_that_is_wrong_with_the_flags_is_said_at_once() {
    let folder = folder("compare-flags");
    let arguments = [
        "compare",
        "plans",
        "--columns",
        "after-taxx,rom",
        "--sort",
        "-rooms",
        "--where",
        "verdict = bloked",
    ];
    let (code, out, err) = run(&folder.0, &arguments);
    assert_eq!((code, out.as_str()), (2, ""));
    insta::assert_snapshot!(err);
}

#[test]
fn plans_are_held_against_a_benchmark_and_norms() {
    let folder = folder("compare-benchmark");
    folder.write("norms.yaml", NORMS);
    let arguments = [
        "compare",
        "plans",
        "--against",
        "plans/birch.plan.yaml",
        "--norms",
        "norms.yaml",
        "--columns",
        "after-tax,match.vesting",
    ];
    let (code, out, err) = run(&folder.0, &arguments);
    assert_eq!((code, err.as_str()), (0, ""));
    insta::assert_snapshot!(out);
}

#[test]
fn norms_without_a_source_are_refused() {
    let folder = folder("compare-norms");
    folder.write("bad.yaml", "norms:\n  - { feature: after-tax.alowed = yes, share: 22, year: 2024 }\n  - { feature: room > $1, share: 120%, source: x }\n");
    folder.write("bad.csv", "feature,share,sorce,year\nafter-tax.allowed = yes,22%,x,2024\n");
    folder.write("good.csv", "feature,share,source,year,of\n\"after-tax.allowed = yes\",22%,A survey made up for this test,2024,\n");
    let (code, _, err) = run(&folder.0, &["compare", "plans", "--norms", "bad.yaml"]);
    assert_eq!(code, 2);
    for part in [
        "did you mean `after-tax.allowed`?",
        "`share`: `22` has no unit",
        "`source` is missing",
        "more than all plans",
        "`year` is missing",
    ] {
        assert!(err.contains(part), "{part}: {err}");
    }
    assert_eq!(run(&folder.0, &["compare", "plans", "--norms", "bad.csv"]).0, 2);
    let (code, out, _) = run(&folder.0, &["compare", "plans", "--norms", "good.csv"]);
    assert!(code == 0 && out.contains("22% of plans (A survey"), "{out}");
}

#[test]
fn a_benchmark_is_one_plan() {
    let folder = folder("compare-against");
    folder
        .write("two.plan", "plan \"A\" { type 401(k); year 2026 }\nplan \"B\" { type 401(k); year 2026 }\n");
    let (code, _, err) = run(&folder.0, &["compare", "plans", "--against", "two.plan"]);
    assert_eq!(
        (code, err.as_str()),
        (2, "planlint: --against two.plan: holds 2 plans; a benchmark is one plan\n")
    );
    assert_eq!(run(&folder.0, &["compare", "plans", "--against", "none.plan"]).0, 2);
}

#[test]
fn sorted_plans_stand_in_one_table_and_the_unknown_come_last() {
    let folder = folder("compare-sort");
    let (_, out, _) =
        run(&folder.0, &["compare", "plans", "--sort", "-after-tax.limit,plan", "--format", "csv"]);
    let names: Vec<&str> = out.lines().skip(1).filter_map(|line| line.split(',').next()).collect();
    assert_eq!(names, ["Birch 401(k)", "Cedar 401(k)", "Elm 401(k)", "Fir 457(b)"]);
}

#[test]
fn reports_are_written_whole_and_never_over_an_input() {
    let folder = folder("compare-outputs");
    folder.write("norms.yaml", NORMS);
    let arguments = [
        "compare",
        "plans",
        "--norms",
        "norms.yaml",
        "--output",
        "html=out.html",
        "--output",
        "csv=norms.yaml",
    ];
    let (code, _, err) = run(&folder.0, &arguments);
    assert_eq!(
        (code, err.as_str()),
        (2, "planlint: --output csv=norms.yaml: is an input and is left as it is\n")
    );
    assert!(!folder.0.join("out.html").exists());
    let (code, _, _) =
        run(&folder.0, &["compare", "plans", "--output", "html=out.html", "--output", "csv=out.csv"]);
    assert_eq!(code, 0);
    assert!(folder.0.join("out.html").is_file() && folder.0.join("out.csv").is_file());
}

#[test]
fn the_same_bytes_at_any_number_of_threads() {
    let run = |jobs: &str| {
        let arguments =
            ["compare", "plan-specs", "--all", "--format", "json", "--as-of", "2026-06-30", "-j", jobs];
        run(std::path::Path::new("."), &arguments).1
    };
    assert_eq!(run("1"), run("4"));
}

/// Without the feature the run says so before it begins.
#[cfg(not(feature = "xlsx"))]
#[test]
fn a_workbook_needs_its_feature() {
    let folder = folder("compare-no-xlsx");
    let (code, out, err) = run(&folder.0, &["compare", "plans", "--output", "out.xlsx"]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("built without the feature `xlsx`"), "{err}");
}
