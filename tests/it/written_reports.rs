//! `--output` and the summary of a job: files that are written whole, and files that are never touched.

use std::fs;

use crate::cli::{BAD, Folder, GOOD, planlint, run};

#[test]
fn several_reports_are_written_beside_standard_output() {
    let folder = Folder::new("outputs");
    folder.write("bad.plan", BAD);
    let old = folder.write("old.html", "what was there");
    let arguments = [
        "check",
        "bad.plan",
        "--format",
        "concise",
        "--output",
        "sarif=out.sarif",
        "--output",
        "html=old.html",
    ];
    let (code, out, err) = run(&folder.0, &arguments);
    assert_eq!((code, err.as_str()), (1, ""), "the exit code is that of the findings");
    assert!(out.starts_with("bad.plan:5:23: error[after-tax-not-allowed]"), "{out}");
    let sarif = fs::read_to_string(folder.0.join("out.sarif")).expect("a report");
    assert!(serde_json::from_str::<serde_json::Value>(&sarif).is_ok());
    assert!(fs::read_to_string(&old).expect("a report").starts_with("<!doctype html>"));
    let names: Vec<String> = fs::read_dir(&folder.0)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    assert_eq!(names.len(), 3, "nothing is left behind: {names:?}");
}

#[test]
fn what_would_do_harm_is_refused_before_the_run() {
    let folder = Folder::new("refused");
    folder.write("plans/bad.plan", BAD);
    folder.write("named.txt", BAD);
    folder.write("other.plan.yaml", "plan: B\n");
    let cases = [
        ("html=plans/bad.plan", "is an input and is left as it is"),
        ("html=plans/../plans/./bad.plan", "is an input and is left as it is"),
        ("html=named.txt", "is an input and is left as it is"),
        ("html=other.plan.yaml", "has the name of a plan spec; reports go elsewhere"),
        ("html=new.plan", "has the name of a plan spec; reports go elsewhere"),
        ("html=plans", "is a folder"),
        ("html=nowhere/out.html", "nowhere: no such folder"),
    ];
    for (output, why) in cases {
        let (code, out, err) = run(
            &folder.0,
            &["check", "plans", "named.txt", "--output", "sarif=ok.sarif", "--output", output],
        );
        assert_eq!((code, out.as_str()), (2, ""), "{output}");
        assert_eq!(err, format!("planlint: --output {output}: {why}\n"));
        assert!(!folder.0.join("ok.sarif").exists(), "{output}: nothing is written");
    }
    for (output, why) in [
        ("pdf=out.pdf", "no format is called `pdf`"),
        ("html", "write it as FORMAT=FILE"),
        ("html=", "the name of the file is missing"),
        ("html=-", "standard output is written by `--format`"),
    ] {
        let (code, _, err) = run(&folder.0, &["check", "plans", "--output", output]);
        assert_eq!(code, 2, "{output}");
        assert!(err.contains(why), "{err}");
    }
    let twice = ["check", "plans", "--output", "html=a.out", "--output", "csv=./a.out"];
    let (code, _, err) = run(&folder.0, &twice);
    assert_eq!(
        (code, err.as_str()),
        (2, "planlint: --output csv=./a.out: `--output html=…` goes to the same file\n")
    );
    assert_eq!(fs::read_to_string(folder.0.join("plans/bad.plan")).expect("the plan"), BAD);
}

#[test]
fn settings_and_baselines_are_left_as_they_are_whether_they_are_in_force_or_not() {
    let folder = Folder::new("kept");
    folder.write("bad.plan", BAD);
    assert_eq!(run(&folder.0, &["check", "bad.plan", "--write-baseline", "known.json"]).0, 0);
    let kept = ["planlint.toml", "other/planlint.toml", "settings.toml", "known.json"];
    for name in &kept[..3] {
        folder.write(name, "fail-on = \"warning\"\n");
    }
    let texts = || kept.map(|name| fs::read_to_string(folder.0.join(name)).expect("a file"));
    let before = texts();
    let named = "has the name of the settings; reports go elsewhere";
    let input = "is an input and is left as it is";
    let cases: [(&str, &[&str], &str); 8] = [
        ("json=planlint.toml", &[], input),
        ("json=planlint.toml", &["--isolated"], named),
        ("json=planlint.toml", &["--config", "settings.toml"], named),
        ("json=other/planlint.toml", &[], named),
        ("json=new/../other/../planlint.toml", &["--isolated"], "new/../other/..: no such folder"),
        ("json=settings.toml", &["--config", "settings.toml"], input),
        ("json=known.json", &["--baseline", "known.json"], input),
        ("json=known.json", &[], "is a baseline and is left as it is"),
    ];
    for (output, more, why) in cases {
        let (code, out, err) = run(&folder.0, &[&["check", "bad.plan", "--output", output], more].concat());
        assert_eq!((code, out.as_str()), (2, ""), "{output} {more:?}");
        assert_eq!(err, format!("planlint: --output {output}: {why}\n"), "{more:?}");
    }
    assert_eq!(texts(), before);
}

#[cfg(unix)]
#[test]
fn what_is_no_ordinary_file_keeps_its_place() {
    use std::os::unix::net::UnixListener;
    let folder = Folder::new("socket");
    folder.write("good.plan", GOOD);
    let _listener = UnixListener::bind(folder.0.join("out.sarif")).expect("a socket");
    let (code, _, err) = run(&folder.0, &["check", "good.plan", "--output", "sarif=out.sarif"]);
    assert_eq!((code, err.as_str()), (2, "planlint: --output sarif=out.sarif: is no ordinary file\n"));
}

#[cfg(unix)]
#[test]
fn a_link_to_an_input_is_that_input_and_a_link_to_a_report_stays_a_link() {
    use std::os::unix::fs::symlink;
    let folder = Folder::new("links");
    folder.write("good.plan", GOOD);
    folder.write("reports/real.csv", "");
    symlink("good.plan", folder.0.join("alias.html")).expect("a link");
    symlink("reports/real.csv", folder.0.join("link.csv")).expect("a link");
    symlink("gone", folder.0.join("dangling.csv")).expect("a link");
    let check = |output: &str| run(&folder.0, &["check", "good.plan", "--output", output]).0;
    assert_eq!(check("html=alias.html"), 2);
    assert_eq!(check("csv=dangling.csv"), 2);
    assert_eq!(check("csv=link.csv"), 0);
    assert!(folder.0.join("link.csv").is_symlink());
    assert!(
        fs::read_to_string(folder.0.join("reports/real.csv")).expect("a report").starts_with("path,line,")
    );
}

#[test]
fn the_summary_of_a_job_is_added_where_the_runner_says() {
    let folder = Folder::new("summary");
    folder.write("bad.plan", BAD);
    let summary = folder.write("summary.md", "# before\n");
    let check = |format: &str| {
        let mut command = planlint(&folder.0, &["check", "bad.plan", "--format", format]);
        command.env("GITHUB_STEP_SUMMARY", &summary).output().expect("a run").status.code()
    };
    assert_eq!(check("concise"), Some(1));
    assert_eq!(fs::read_to_string(&summary).expect("a summary"), "# before\n", "only `github` writes there");
    assert_eq!(check("github"), Some(1));
    let text = fs::read_to_string(&summary).expect("a summary");
    assert!(text.starts_with("# before\n## planlint: 1 plan: 1 error"), "{text}");
    assert_eq!(run(&folder.0, &["check", "bad.plan", "--format", "github"]).0, 1, "without a runner");
}

/// A file that exists and can be opened, but not read, even by root.
#[cfg(target_os = "linux")]
const UNREADABLE: &str = "/proc/self/mem";

#[cfg(target_os = "linux")]
#[test]
fn no_report_hides_an_input_that_could_not_be_read() {
    let folder = Folder::new("hidden");
    folder.write("good.plan", GOOD);
    for format in ["json", "jsonl", "sarif", "github", "junit", "markdown", "html"] {
        let (code, out, err) = run(&folder.0, &["check", "good.plan", UNREADABLE, "--format", format]);
        assert_eq!(code, 3, "{err}");
        assert!(out.contains("/proc/self/mem: cannot be read"), "{format}: {out}");
    }
}

#[test]
fn the_schema_of_the_json_is_printed() {
    let folder = Folder::new("schema");
    let (code, out, _) = run(&folder.0, &["schema", "check"]);
    assert_eq!((code, out.as_str()), (0, planlint::render::json::schema::SCHEMA));
    let (_, plain, _) = run(&folder.0, &["schema"]);
    assert_eq!(plain, planlint::explain::schema::schema());
    assert_eq!(run(&folder.0, &["schema", "plan"]).1, plain);
    assert_eq!(run(&folder.0, &["schema", "check", "--format", "markdown"]).0, 2);
}
