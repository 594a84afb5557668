//! `planlint census`: what it understands, what it reports, and that no value of a cell leaves it.

#[cfg(feature = "parquet")]
mod parquet;
mod reading;

use std::fs;
use std::path::PathBuf;

use assert_cmd::Command;
use planlint::census::mapping::Mapping;
use planlint::census::{self, Census};
use proptest::prelude::*;
use serde_json::Value;

/// planlint on a census that comes on standard input.
fn on_input(arguments: &[&str], input: &[u8]) -> (i32, String, String) {
    let mut command = Command::cargo_bin("planlint").expect("the program");
    command.env_clear().arg("census").args(arguments).write_stdin(input.to_vec());
    let output = command.output().expect("a run");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code().expect("an exit code"), text(output.stdout), text(output.stderr))
}

fn as_json(arguments: &[&str], input: &[u8]) -> (i32, Value) {
    let (code, out, _) = on_input(&[&["-", "--format", "json"], arguments].concat(), input);
    (code, serde_json::from_str(&out).expect("JSON"))
}

fn inspect(text: &str) -> Census {
    census::inspect(|| Ok(text.as_bytes()), &Mapping::default()).expect("no reading fails")
}

/// Problems as `row:columns message`.
fn told(text: &str) -> Vec<String> {
    let place = |row: Option<u32>| row.map_or("file".to_owned(), |row| row.to_string());
    let problems = inspect(text).problems;
    let line = |problem: &census::problem::Problem| {
        format!("{}:{:?} {}", place(problem.row), problem.columns, problem.message())
    };
    problems.listed().iter().map(line).collect()
}

fn file(name: &str, text: &str) -> PathBuf {
    let path = std::env::temp_dir().join(format!("planlint-{}-{name}", std::process::id()));
    fs::write(&path, text).expect("a file");
    path
}

const GOOD: &str = "EE ID,DOB,Dept,Gross Comp,Plan Comp,401(k),After-Tax\nE1,1980-03-04,Sales,\"$101,000.00\",\"$100,000.00\",5000,\nE2,1990-12-31,,50000,50000,0.00,1200.5\n";

#[test]
fn a_census_is_understood_column_by_column() {
    let (code, out, err) = on_input(&["-"], GOOD.as_bytes());
    assert_eq!((code, err.as_str()), (0, ""));
    for line in [
        "standard input: 2 rows, 2 people, 1 plan",
        "   1  EE ID       employee_id (synonym)",
        "   3  Dept        not used: not a column of a census",
        "   4  Gross Comp  not used: `compensation` is column 5",
        "   7  After-Tax   after_tax",
        "  plan_id                 all rows are of one plan",
        "This census can be tested.",
    ] {
        assert!(out.contains(line), "{line:?} is not in\n{out}");
    }
    assert!(!out.contains("  after_tax  "), "a column that is there is not absent\n{out}");
}

#[test]
fn json_says_the_same() {
    let (code, document) = as_json(&[], GOOD.as_bytes());
    assert_eq!(code, 0);
    assert_eq!(document["schema"], "planlint/census/1");
    assert_eq!(document["usable"], true);
    assert_eq!(document["counts"]["rows"], 2);
    assert_eq!(document["columns"][0]["column"], "employee_id");
    assert_eq!(document["columns"][0]["how"], "synonym");
    assert_eq!(document["columns"][2]["column"], Value::Null);
    let absent = document["absent"].as_array().expect("a list");
    assert!(absent.iter().any(|entry| entry["column"] == "hce" && entry["required"] == false));
}

#[test]
fn every_bad_cell_is_told_at_once_in_the_order_of_rows() {
    let text = "employee_id,birth_date,compensation,pre_tax,officer\nE1,31/31/1980,x,(5),perhaps\n,1980-01-01,1,0,no\nE3,1980-01-01,1\nE4,1980-01-01,1,234.50,0,no\nTotal,,2,0,\nE1,,1,,\n1.23E+08,,1,,\n";
    assert_eq!(
        told(text),
        [
            "2:[2] `birth_date` must be a date such as 2026-03-04",
            "2:[3] `compensation` must be an amount of dollars such as 1234.50, not below zero",
            "2:[4] `pre_tax` must be an amount of dollars such as 1234.50, not below zero",
            "2:[5] `officer` must be yes or no",
            "3:[1] `employee_id` must be a key that stands for one person, not blank, no total and not rounded by a spreadsheet",
            "4:[] this row has 3 cells, the header 5",
            "5:[] this row has 6 cells, the header 5",
            "6:[1] `employee_id` must be a key that stands for one person, not blank, no total and not rounded by a spreadsheet",
            "7:[1] this is a second row for the person of row 2 in the same plan",
            "8:[1] `employee_id` must be a key that stands for one person, not blank, no total and not rounded by a spreadsheet",
        ]
    );
}

#[test]
fn what_only_the_whole_file_shows_is_told() {
    let cases = [
        ("", "there are no rows below the header"),
        ("employee_id,compensation\n", "there are no rows below the header"),
        ("E1,5\nE2,6\n", "the first row names no column of a census"),
        (
            "employee_id,compensation,dob\nE1,5,1/2/1980\n",
            "no date shows whether the month or the day comes first",
        ),
        ("employee_id,compensation,ownership\nE1,5,0.6\n", "every share is 1 or less and has no `%`"),
        ("employee_id,compensation,note\nE1,5,123-45-6789\n", "looks like Social Security numbers"),
        ("employee_id,compensation\n123456789,5\n", "looks like Social Security numbers"),
        ("employee_id,compensation,match\nE1,0,5\n", "there are contributions but no `compensation`"),
        ("employee_id,compensation\nE1,\"5\nE2,6\n", "this row does not end"),
        ("plan_id,employer_group,employee_id,comp\nP,A,1,5\nP,B,2,5\n", "differs from the rows above"),
        ("id,pay,hire_date\n1,5,2020-01-01\n1,6,2021-01-01\n", "a second row, with another hire date"),
    ];
    for (text, expected) in cases {
        let told = told(text);
        assert!(told.len() == 1 && told[0].contains(expected), "{text:?}: {told:?}");
    }
    for good in [
        "employee_id,compensation,dob,doh\nE1,5,1/2/1980,1/31/2000\n",
        "employee_id,compensation,ownership\nE1,5,0.6%\nE2,5,\n",
        "employee_id,compensation,ownership\nE1,5,0.6\nE2,5,40\n",
        "plan_id,employee_id,compensation\n123456789,E1,5\n",
        "employee_id,compensation,match\nE1,0,\nE2,5,(1.50)\n,,\n\n",
    ] {
        assert_eq!(told(good), [""; 0], "{good:?}");
    }
}

#[test]
fn many_problems_are_counted_and_some_listed() {
    let rows: String = (0..1_000).map(|row| format!("E{row},x\n")).collect();
    let census = inspect(&format!("employee_id,compensation\n{rows}"));
    assert_eq!(census.problems.count(), 1_000);
    let listed: Vec<Option<u32>> = census.problems.listed().iter().map(|problem| problem.row).collect();
    assert_eq!(listed, (2..202).map(Some).collect::<Vec<_>>());
    let (code, out, _) = on_input(&["-"], format!("employee_id,compensation\n{rows}").as_bytes());
    assert_eq!(code, 3);
    assert!(out.contains("1000 problems") && out.contains("… and 800 more."), "{out}");
}

#[test]
fn a_mapping_names_headers_that_are_not_known() {
    let path = file("mapping.yaml", "employee_id: Nr.\ncompensation: Lohn\ndates: day-first\n");
    let mapping = path.to_str().expect("a path");
    let text = b"Nr.;Lohn;dob\nE1;\"5,000.00\";1/2/1980\n";
    let (code, document) = as_json(&["--mapping", mapping], text);
    assert_eq!((code, &document["columns"][1]["how"]), (0, &Value::from("mapping")));
    let path = file("mapping-bad.yaml", "employe_id: Nr.\ndates: never\n");
    let (code, _, err) = on_input(&["-", "--mapping", path.to_str().expect("a path")], text);
    let census = file("census-as-mapping.csv", "ssn,pay\nJane: Doe,987654\n078-05-1120,987654\n");
    let (_, out, mistaken) = on_input(&["-", "--mapping", census.to_str().expect("a path")], text);
    assert!(
        out.is_empty() && !["Jane", "987654", "078-05"].iter().any(|secret| mistaken.contains(secret)),
        "{mistaken}"
    );
    assert_eq!(code, 2);
    assert!(err.contains("did you mean `employee_id`?") && err.contains("`dates` must be"), "{err}");
}

#[test]
fn exit_codes_are_those_of_the_contract() {
    assert_eq!(on_input(&["no-such-file.csv"], b"").0, 2);
    assert_eq!(on_input(&["-", "--mapping", "no-such-file.yaml"], b"").0, 2);
    assert_eq!(on_input(&["-"], b"").0, 3);
    assert_eq!(on_input(&["-"], b"employee_id\nE1\n").0, 3);
    let path = file("good.csv", GOOD);
    assert_eq!(on_input(&[path.to_str().expect("a path")], b"").0, 0);
}

#[test]
fn a_spreadsheet_is_read_or_refused_with_advice() {
    let (code, out, err) = on_input(&["tests/it/census/census.xlsx"], b"");
    assert_eq!(code, 3);
    if cfg!(feature = "xlsx") {
        for line in [
            "census.xlsx: 3 rows, 3 people, 1 plan",
            "   2  EE ID          employee_id (synonym)",
            "Column 4: 1 amount with more than two decimals",
            "3 problems",
            "row 6, column 3: `birth_date` must be a date",
            "row 6, column 4: `compensation` must be an amount",
            "row 6, column 5: `pre_tax` must be an amount of dollars such as 1234.50, not below",
        ] {
            assert!(out.contains(line), "{line:?} is not in\n{out}");
        }
    } else {
        assert!(err.contains("export the .xlsx file as CSV"), "{err}");
    }
}

#[test]
fn no_value_of_a_cell_is_ever_shown() {
    let secrets = ["078-05-1120", "078051120", "Jane", "Doe", "987654", "19770707", "7/7/1977"];
    let row = "078-05-1120,078051120,Jane Doe,\"$987,654.32\",7/7/1977,x987654";
    let headers = [
        "SSN,employee_id,name,compensation,dob,pre_tax",
        "employee_id,note,name,compensation,dob,officer",
        "plan_id,employee_id,employer_group,salary,hours,after_tax",
        "Jane Doe,078-05-1120,987654.32,x,y,z",
        "employee_id,compensation,078-05-1120,987654.32,1977-07-07,pre_tax",
        "employee_id,compensation",
    ];
    for header in headers {
        for tail in ["", "\"", "\n078-05-1120,1,2,987654\n"] {
            let text = format!("{header}\n{row}\n{row}{tail}");
            let census = inspect(&text);
            let debug = format!("{census:?}");
            let json = on_input(&["-", "--format", "json"], text.as_bytes());
            let people = on_input(&["-"], text.as_bytes());
            for output in [&debug, &json.1, &json.2, &people.1, &people.2] {
                for secret in secrets {
                    assert!(!output.contains(secret), "{secret} of {text:?} is in\n{output}");
                }
            }
        }
    }
}

proptest! {
    #[test]
    fn no_bytes_are_too_strange(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        census::inspect(|| Ok(bytes.as_slice()), &Mapping::default()).expect("no reading fails");
    }

    #[test]
    fn no_cells_are_too_strange(cells in "[\"a-eE0-9,./$%() +\r\n\\-\u{e9}]{0,200}") {
        let header = "plan_id,employee_id,dob,hours,compensation,ownership,officer,pre_tax\n";
        let text = format!("{header}{cells}");
        let census = census::inspect(|| Ok(text.as_bytes()), &Mapping::default()).expect("no reading fails");
        prop_assert!(census.people <= census.counts.rows);
    }
}
