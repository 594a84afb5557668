//! No name, number or salary of a census leaves `planlint test` but where it belongs; and its exit codes.

use std::fs;
use std::path::PathBuf;

use assert_cmd::Command;

use super::spec;

/// Occur in the census only: a Social Security number, names, pay, a day of birth.
const SECRETS: &[&str] =
    &["078-05-1120", "078051120", "Jane", "Doe", "187654", "187,654", "1977-07-07", "19770707", "7/7/1977"];

fn file(name: &str, text: &str) -> PathBuf {
    let path = std::env::temp_dir().join(format!("planlint-plan-tests-{}-{name}", std::process::id()));
    fs::write(&path, text).expect("a file");
    path
}

fn run(name: &str, changes: &[(&str, &str)], census: &str, arguments: &[&str]) -> (i32, String) {
    let plan = file(&format!("{name}.plan.yaml"), &spec(changes));
    let census = file(&format!("{name}.csv"), census);
    let mut command = Command::cargo_bin("planlint").expect("the program");
    command.env_clear().arg("test").arg(&plan).arg("--census").arg(&census).args(arguments);
    let output = command.output().expect("a run");
    let [out, err] = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).expect("UTF-8"));
    for path in [plan, census] {
        fs::remove_file(path).expect("a file to remove");
    }
    (output.status.code().expect("an exit code"), out + &err)
}

const PEOPLE: &str = "employee_id,name,note,birth_date,hce,compensation,pre_tax,after_tax\nE1,Jane Doe,hired by Doe,1977-07-07,yes,187654.32,9000,9000\nE2,Jane,,1977-07-07,no,187654.32,100,0\n";

#[test]
fn results_hold_keys_and_no_names_and_pay_only_where_it_is_asked_for() {
    for format in ["full", "json", "jsonl"] {
        let (code, text) = run(&format!("good-{format}"), &[], PEOPLE, &["--format", format]);
        assert_eq!(code, 1, "{text}");
        assert!(text.contains("E1"), "{text}");
        for secret in SECRETS {
            assert!(!text.contains(secret), "{secret} is in\n{text}");
        }
        let (_, text) = run(&format!("all-{format}"), &[], PEOPLE, &["--format", format, "--participants"]);
        let pay = if format == "full" { "187,654.32" } else { "187654.32" };
        assert!(text.contains(pay), "{text}");
        for secret in SECRETS.iter().filter(|secret| !secret.starts_with("187")) {
            assert!(!text.contains(secret), "{secret} is in\n{text}");
        }
    }
}

#[test]
fn a_census_that_cannot_be_tested_is_refused_without_its_cells() {
    let row = "078-05-1120,078051120,Jane Doe,187654.32,7/7/1977,x187654";
    let headers = [
        "SSN,employee_id,name,compensation,dob,pre_tax",
        "employee_id,note,name,compensation,dob,hce",
        "plan_id,employee_id,employer_group,salary,hours,after_tax",
        "Jane Doe,078-05-1120,187654.32,x,y,z",
        "employee_id,compensation",
    ];
    for (index, header) in headers.iter().enumerate() {
        for format in ["full", "json"] {
            let census = format!("{header}\n{row}\n{row}\n");
            let name = format!("bad-{index}-{format}");
            let (code, text) = run(&name, &[], &census, &["--format", format, "--participants"]);
            assert_eq!(code, 3, "{header}: {text}");
            for secret in SECRETS {
                assert!(!text.contains(secret), "{secret} of {header} is in\n{text}");
            }
        }
    }
}

#[test]
fn only_what_is_settled_ends_well() {
    let passes = PEOPLE.replace(",100,0\n", ",9000,9000\n");
    assert_eq!(run("passes", &[], &passes, &[]).0, 0);
    let (code, text) = run("unknown", &[("testing.acp", "")], &passes, &[]);
    assert_eq!(code, 1);
    assert!(text.contains("ACP        UNKNOWN") && text.contains("Is the ACP test run"), "{text}");
    let not_required = [("type", "governmental 457(b)"), ("employer.entity", "governmental")];
    let without_after_tax = PEOPLE.replace(",9000,9000\n", ",9000,0\n");
    assert_eq!(run("not-required", &not_required, &without_after_tax, &[]).0, 0);
}
