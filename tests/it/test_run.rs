//! `planlint test` as a process: threads, standard input, JSON of one plan and of many, what is refused.

use std::fs;
use std::path::PathBuf;

use assert_cmd::Command;
use serde_json::Value;

use crate::reference::generated;

const PLAN: &str = "\
plan: Sample
type: 401(k)
year: 2026
eligibility: { deferrals: age 21 and 1 year of service, entry: semiannual }
deferrals: { pre-tax: yes, roth: yes, catch-up: yes, super-catch-up: yes }
after-tax: { allowed: yes }
match: { formula: discretionary }
testing: { adp: current year, acp: current year, qnec: adp, top-paid-group: no, otherwise-excludable: together }
";

/// A folder with the plan and a census, gone afterwards.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str, census: &str) -> Self {
        let path = std::env::temp_dir().join(format!("planlint-{}-test-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).expect("a folder");
        fs::write(path.join("a.plan.yaml"), PLAN).expect("a file");
        fs::write(path.join("census.csv"), census).expect("a file");
        Self(path)
    }

    fn test(&self, arguments: &[&str]) -> (i32, String, String) {
        self.with_input(arguments, "")
    }

    fn with_input(&self, arguments: &[&str], input: &str) -> (i32, String, String) {
        let mut command = Command::cargo_bin("planlint").expect("the program");
        command.env_clear().current_dir(&self.0).args(["test", "a.plan.yaml"]).args(arguments);
        let output = command.write_stdin(input).output().expect("a run");
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
        (output.status.code().expect("an exit code"), text(output.stdout), text(output.stderr))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn ids(lines: &str) -> Vec<String> {
    let id = |line: &str| {
        serde_json::from_str::<Value>(line).expect("JSON")["plan_id"].as_str().map(str::to_owned)
    };
    lines.lines().filter_map(id).collect()
}

#[test]
fn threads_and_standard_input_change_no_byte() {
    // More rows than one batch, so that several threads have something to do.
    let together = generated::rows(7, 120, 12_000);
    let shuffled = generated::shuffled(together.clone(), 7);
    for (name, rows) in [("together", together), ("shuffled", shuffled)] {
        let text = generated::csv(&rows);
        let folder = Folder::new(name, &text);
        let (code, alone, err) = folder.test(&["--census", "census.csv", "--format", "jsonl", "-j", "1"]);
        assert_eq!((code, err.as_str()), (1, ""), "some plans fail");
        let mut first_seen: Vec<String> = Vec::new();
        for row in &rows {
            let id = format!("P{:05}", row.plan);
            if !first_seen.contains(&id) {
                first_seen.push(id);
            }
        }
        assert_eq!(ids(&alone), first_seen);
        for jobs in ["2", "5"] {
            let several = folder.test(&["--census", "census.csv", "--format", "json", "-j", jobs]);
            assert_eq!(several, (1, alone.clone(), String::new()), "{name}, {jobs} threads");
        }
        let piped = folder.with_input(&["--census", "-", "--format", "jsonl"], &text);
        assert_eq!(piped, (1, alone, String::new()), "{name} on standard input");
    }
}

#[test]
fn json_of_one_plan_is_one_object_for_people_to_read() {
    let census = "employee_id,birth_date,hire_date,compensation,prior_compensation,pre_tax,after_tax\n\
                  E1,1980-01-01,2015-01-01,200000,200000,10000,0\nE2,1980-01-01,2015-01-01,50000,50000,3000,0\n";
    let folder = Folder::new("single", census);
    let (code, out, err) = folder.test(&["--census", "census.csv", "--format", "json"]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(out.starts_with("{\n  \"schema\": \"planlint/test/1\""), "{out}");
    let line = folder.test(&["--census", "census.csv", "--format", "jsonl"]).1;
    assert_eq!(line.lines().count(), 1);
    let value = |text: &str| serde_json::from_str::<Value>(text).expect("JSON");
    assert_eq!(value(&out), value(&line));
}

#[test]
fn a_census_with_a_problem_is_not_tested() {
    let mut census = generated::csv(&generated::rows(1, 50, 6_000));
    census.push_str("P00049,E9,1980-01-01,2015-01-01,,gibberish,0,0,0,0,0,0,0,0,0\n");
    let folder = Folder::new("problem", &census);
    for jobs in ["1", "3"] {
        let (code, out, err) = folder.test(&["--census", "census.csv", "--format", "jsonl", "-j", jobs]);
        assert_eq!((code, out.as_str()), (3, ""));
        assert!(err.contains("row 6002") && !err.contains("gibberish"), "{err}");
    }
}

#[test]
fn what_is_no_census_is_refused() {
    let folder = Folder::new("refused", "");
    let (code, _, err) = folder.test(&["--census", "nothing.csv"]);
    assert_eq!((code, err.contains("nothing.csv: no such file")), (2, true));
    let (code, _, err) = folder.test(&["--census", "census.csv"]);
    assert_eq!((code, err.contains("there are no rows")), (3, true), "{err}");
    fs::write(folder.0.join("census.parquet"), "PAR1").expect("a file");
    let (code, out, err) = folder.test(&["--census", "census.parquet"]);
    assert_eq!((code, out.as_str()), (3, ""));
    let advice = if cfg!(feature = "parquet") { "write it with" } else { "export the file as CSV" };
    assert!(err.contains(advice), "{err}");
}
