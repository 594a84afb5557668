//! `planlint test --all`: plans and censuses that find each other or do not, results in a folder, runs that are broken
//! off.

mod broken_off;
mod employers;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use serde_json::Value;

use crate::reference::generated;

const TERMS: &str = "\
type: 401(k)
year: 2026
eligibility: { deferrals: age 21 and 1 year of service, entry: semiannual }
deferrals: { pre-tax: yes, roth: yes, catch-up: yes, super-catch-up: yes }
after-tax: { allowed: yes }
match: { formula: discretionary }
testing: { adp: current year, acp: current year, qnec: adp, top-paid-group: no, otherwise-excludable: together }
";

const HEADER: &str =
    "plan_id,employee_id,birth_date,hire_date,compensation,prior_compensation,pre_tax,after_tax,match\n";

/// A highly compensated person and another; the ACP test passes with 1,000 of after-tax contributions and fails with
/// 8,000.
fn people(plan_id: &str, after_tax: u32) -> String {
    let comma = if plan_id.is_empty() { "" } else { "," };
    format!(
        "{plan_id}{comma}ann,1980-01-01,2010-01-01,100000,200000,4000,{after_tax},1500\n\
         {plan_id}{comma}ben,1985-01-01,2010-01-01,50000,50000,2500,0,1500\n"
    )
}

/// A folder with files, gone afterwards.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str, files: &[(&str, &str)]) -> Self {
        let path = std::env::temp_dir().join(format!("planlint-{}-batch-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(path.join("plans")).expect("a folder");
        let folder = Self(path);
        files.iter().for_each(|(name, text)| folder.write(name, text));
        folder
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    /// A plan spec with these lines at its top.
    fn plan(&self, file: &str, top: &str) {
        self.write(&format!("plans/{file}"), &format!("{top}\n{TERMS}"));
    }

    fn run(&self, arguments: &[&str]) -> (i32, String, String) {
        self.run_with(arguments, "")
    }

    fn run_with(&self, arguments: &[&str], input: &str) -> (i32, String, String) {
        let mut command = Command::cargo_bin("planlint").expect("the program");
        command.env_clear().current_dir(&self.0).args(["test", "--all", "plans"]).args(arguments);
        let output = command.write_stdin(input).output().expect("a run");
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
        (output.status.code().expect("an exit code"), text(output.stdout), text(output.stderr))
    }

    /// Every file below a folder.
    fn files(&self, below: &str) -> BTreeMap<PathBuf, Vec<u8>> {
        let walk =
            walkdir::WalkDir::new(self.0.join(below)).into_iter().map(|entry| entry.expect("an entry"));
        walk.filter(|entry| entry.file_type().is_file())
            .map(|entry| {
                let path = entry.path().strip_prefix(&self.0).expect("a path below").to_owned();
                (path, fs::read(entry.path()).expect("a file"))
            })
            .collect()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// What became of each plan: what it goes by, its outcome, its reasons.
fn told(jsonl: &str) -> Vec<(String, String, String)> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let of = |line: &str| {
        let value: Value = serde_json::from_str(line).expect("JSON");
        let called = ["plan_id", "spec", "census"].map(|name| text(&value[name]));
        let called = called.into_iter().find(|name| !name.is_empty()).unwrap_or_default();
        let reasons = value["reasons"].as_array().expect("reasons").iter().map(text);
        (called, text(&value["outcome"]), reasons.collect::<Vec<_>>().join("; "))
    };
    jsonl.lines().map(of).collect()
}

fn outcomes(jsonl: &str) -> Vec<(String, String)> {
    told(jsonl).into_iter().map(|(called, outcome, _)| (called, outcome)).collect()
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected.iter().map(|(one, other)| ((*one).to_owned(), (*other).to_owned())).collect()
}

/// Files of all plans together; the workbook where it is built.
const OF_ALL: usize = 3 + planlint::render::workbook::IS_BUILT as usize;

#[test]
fn plans_and_censuses_find_each_other_by_id_then_file_then_name() {
    let census = [HEADER, &people("007", 1000), &people("birch", 8000), &people("Cedar Plan", 1000)].concat();
    let folder = Folder::new("matching", &[("census.csv", &census)]);
    folder.plan("a.plan.yaml", "plan: Acme\nid: 007");
    folder.plan("birch.plan.yaml", "plan: Birch");
    folder.plan("c.plan.yaml", "plan: Cedar Plan");
    let (code, out, err) = folder.run(&["--census", "census.csv", "--format", "jsonl"]);
    assert_eq!((code, err.as_str()), (1, ""));
    assert_eq!(outcomes(&out), pairs(&[("007", "pass"), ("birch", "fail"), ("Cedar Plan", "pass")]));
}

#[test]
fn what_is_left_over_is_told_and_fails_the_run() {
    let census = [HEADER, &people("42", 1000), &people("elm", 1000), &people("acme", 1000)].concat();
    let folder = Folder::new("left-over", &[("census.csv", &census)]);
    folder.plan("acme.plan.yaml", "plan: Acme");
    folder.plan("b.plan.yaml", "plan: Birch\nid: \"0042\"");
    let (code, out, _) = folder.run(&["--census", "census.csv", "--format", "jsonl"]);
    assert_eq!(code, 1);
    let told = told(&out);
    let expected = [("acme", "pass"), ("0042", "unmatched"), ("42", "unmatched"), ("elm", "unmatched")];
    assert_eq!(outcomes(&out), pairs(&expected));
    assert!(told[1].2.contains("no census has a plan `0042`"), "{told:?}");
    assert!(told[2].2.contains("`0042` is near"), "{told:?}");
}

#[test]
fn two_specs_for_one_plan_and_two_censuses_of_one_plan_are_no_match() {
    let folder = Folder::new("twice", &[]);
    folder.plan("a.plan.yaml", "plan: A\nid: X");
    folder.plan("b.plan.yaml", "plan: B\nid: X");
    folder.plan("c.plan.yaml", "plan: C");
    folder.plan("d.plan.yaml", "plan: Dee");
    let both = [HEADER, &people("X", 1000), &people("c", 1000), &people("d", 1000), &people("Dee", 1000)];
    folder.write("in/1.csv", &both.concat());
    folder.write("in/2.csv", &[HEADER, &people("c", 1000)].concat());
    let (code, out, _) = folder.run(&["--census", "in", "--format", "jsonl", "--out", "out"]);
    assert_eq!(code, 1);
    let told = told(&out);
    assert!(told.iter().all(|(_, outcome, _)| outcome == "unmatched"), "{told:?}");
    let reasons: Vec<&str> = told.iter().map(|(_, _, reason)| reason.as_str()).collect();
    for part in [
        "stands in several censuses: in/1.csv, in/2.csv",
        "its plan spec goes by `Dee` and `d`",
        "several plan specs go by this name: plans/a.plan.yaml, plans/b.plan.yaml",
    ] {
        assert!(reasons.iter().any(|reason| reason.contains(part)), "{part}: {reasons:?}");
    }
    // Two of the lines are called `c`: neither file takes the place of the other.
    assert_eq!(folder.files("out/plans").len(), told.len());
    assert_eq!(fs::read_to_string(folder.0.join("out/refunds.csv")).expect("a file").lines().count(), 1);
}

#[test]
fn a_census_without_plan_id_is_of_the_plan_of_its_name() {
    let header = HEADER.trim_start_matches("plan_id,");
    let folder = Folder::new("by-file", &[]);
    folder.plan("acme.plan.yaml", "plan: Acme");
    folder.plan("birch.plan.yaml", "plan: Birch");
    folder.write("in/acme.csv", &[header, &people("", 8000)].concat());
    folder.write("in/birch.census.csv", &[header, &people("", 1000)].concat());
    let (code, out, _) = folder.run(&["--census", "in", "--format", "jsonl", "--out", "out"]);
    assert_eq!((code, outcomes(&out)), (1, pairs(&[("acme", "fail"), ("birch", "pass")])));
    let refunds = fs::read_to_string(folder.0.join("out/refunds.csv")).expect("a file");
    assert!(refunds.contains("Acme,acme,2026,all employees,ACP,ann"), "{refunds}");
}

#[test]
fn what_cannot_be_read_stops_nothing_else() {
    let folder = Folder::new("unread", &[]);
    folder.plan("acme.plan.yaml", "plan: Acme");
    folder.plan("birch.plan.yaml", "plan: Birch\nnonsense: 1");
    folder.plan("cedar.plan.yaml", "plan: Cedar");
    folder.write("in/1.csv", &[HEADER, &people("acme", 1000), &people("birch", 1000)].concat());
    folder.write("in/2.csv", &[HEADER, &people("cedar", 1000), "cedar,x,y,z,gibberish,1,1,1,1\n"].concat());
    let (code, out, err) = folder.run(&["--census", "in", "--format", "jsonl"]);
    assert_eq!(code, 3);
    let expected = [
        ("acme", "pass"),
        ("birch", "unread"),
        ("plans/cedar.plan.yaml", "unmatched"),
        ("in/2.csv", "unread"),
    ];
    assert_eq!(outcomes(&out), pairs(&expected));
    assert!(told(&out)[2].2.contains("not every census could be read"), "{out}");
    assert!(err.contains("`nonsense` is not a key") && err.contains("row 4"), "{err}");
    assert!(!err.contains("gibberish") && !out.contains("gibberish"), "{err}");
}

#[test]
fn threads_and_order_change_no_byte() {
    let together = generated::rows(3, 60, 6_000);
    let shuffled = generated::shuffled(together.clone(), 3);
    let mut tables = Vec::new();
    for (name, rows) in [("sorted", together), ("shuffled", shuffled)] {
        let folder = Folder::new(name, &[("census.csv", &generated::csv(&rows))]);
        (0..60).for_each(|plan| folder.plan(&format!("P{plan:05}.plan.yaml"), &format!("plan: Plan {plan}")));
        let run = |jobs: &str, out: &str| {
            let arguments = ["--census", "census.csv", "--out", out, "-j", jobs, "--format", "csv"];
            let (code, table, err) = folder.run(&arguments);
            assert_eq!((code, err.as_str()), (1, ""), "some fail, and nothing is said of earlier runs");
            let files = folder.files(out).into_iter();
            let name = |path: PathBuf| path.strip_prefix(out).map(Path::to_owned).expect("a path");
            (table, files.map(|(path, bytes)| (name(path), bytes)).collect::<Vec<_>>())
        };
        let alone = run("1", "one");
        assert_eq!(alone.1.len(), 60 + OF_ALL, "a file a plan, and those of all");
        assert_eq!(alone, run("4", "four"));
        tables.push(alone.0);
    }
    assert_eq!(tables[0], tables[1], "the order of rows makes no difference to the table");
}

#[test]
fn names_lead_nowhere_and_cells_are_no_formulas() {
    let hostile = ["../../escaped", "=HYPERLINK(1)", "a\u{1b}[2Jb", "+1", "/etc/x", "con"];
    let rows: String = hostile.map(|id| people(id, 8000)).concat();
    let folder = Folder::new("hostile", &[("census.csv", &[HEADER, &rows].concat())]);
    for (number, id) in hostile.iter().enumerate() {
        let id = id.replace('\u{1b}', "\\e");
        folder.plan(&format!("{number}.plan.yaml"), &format!("plan: \"=P{number}\"\nid: \"{id}\""));
    }
    let (_, out, _) = folder.run(&["--census", "census.csv", "--out", "deep/out", "--format", "full"]);
    assert!(!out.contains('\u{1b}'), "{out}");
    assert_eq!(folder.files("deep").len(), 6 + OF_ALL, "{:?}", folder.files("deep").keys());
    assert!(!folder.0.join("escaped.json").exists() && !folder.0.join("deep/escaped.json").exists());
    for name in ["results.csv", "refunds.csv"] {
        let text = fs::read_to_string(folder.0.join("deep/out").join(name)).expect("a file");
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
        for record in reader.records() {
            for cell in &record.expect("a record") {
                assert!(!cell.starts_with(['=', '+', '-', '@']), "{cell}");
            }
        }
        assert!(text.contains("'=HYPERLINK(1)") && text.contains("'=P1"), "{text}");
    }
}
