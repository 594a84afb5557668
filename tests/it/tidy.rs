//! Order in the house: the list of rules is the folder, files are short and say what they are.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use planlint::rules;

use crate::floors::rust_files;

#[test]
fn the_list_of_rules_is_the_folder() {
    let infrastructure = ["rule", "facts"];
    let in_folder = |extension: &str| -> BTreeSet<String> {
        let entries = fs::read_dir("src/rules").into_iter().flatten().filter_map(Result::ok);
        let paths = entries.map(|entry| entry.path());
        let wanted = paths.filter(|path| path.extension().is_some_and(|own| own == extension));
        let names = wanted.filter_map(|path| Some(path.file_stem()?.to_string_lossy().into_owned()));
        names.filter(|name| !infrastructure.contains(&name.as_str())).map(|name| rule_name(&name)).collect()
    };
    let listed: BTreeSet<String> = rules::ALL.iter().map(|rule| rule.name.to_owned()).collect();
    assert_eq!(listed.len(), rules::ALL.len(), "a rule is listed twice");
    assert_eq!(listed, in_folder("rs"), "src/rules/*.rs and the list in src/rules.rs");
    assert_eq!(listed, in_folder("md"), "src/rules/*.md and the list in src/rules.rs");
}

/// The rule of a file. A module cannot begin with a digit: `r403b_with_adp` is `403b-with-adp`.
fn rule_name(stem: &str) -> String {
    let plain = stem.strip_prefix('r').filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    plain.unwrap_or(stem).replace('_', "-")
}

#[test]
fn files_are_short_and_say_what_they_are() {
    let mut problems = Vec::new();
    for file in rust_files(Path::new("src")).into_iter().chain(rust_files(Path::new("tests"))) {
        let text = fs::read_to_string(&file).unwrap_or_default();
        let lines = text.lines().count();
        let is_rule = file.with_extension("md").exists();
        let most = if is_rule { 120 } else { 300 };
        if lines > most {
            problems.push(format!("{}: {lines} lines, at most {most}", file.display()));
        }
        if !text.starts_with("//!") {
            problems.push(format!("{}: no `//!` sentence at the top", file.display()));
        }
        if file.file_name().is_some_and(|name| name == "mod.rs") {
            problems.push(format!("{}: `foo.rs` beside `foo/`, not `mod.rs`", file.display()));
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}
