//! A module uses only floors below its own. The list is the architecture; ARCHITECTURE.md explains it.

use std::fs;
use std::path::{Path, PathBuf};

/// Modules from the ground up. What stands on one floor may not use each other.
const FLOORS: &[&[&str]] = &[
    &["source", "money"],
    &["finding", "law"],
    &["syntax"],
    &["lower"],
    &["plan", "census"],
    &["amend", "nondiscrimination", "room"],
    &["testing"],
    &["estimate"],
    &["rules"],
    &["report", "explain"],
    &["convert", "diff", "answer", "compare", "proposals"],
    &["render"],
    &["settings"],
    &["lib"],
    &["serve"],
    &["cli", "main"],
];

fn floor(module: &str) -> Option<usize> {
    FLOORS.iter().position(|floor| floor.contains(&module))
}

#[test]
fn every_module_uses_only_floors_below_it() {
    let mut problems = Vec::new();
    for file in rust_files(Path::new("src")) {
        let relative = file.strip_prefix("src").unwrap_or(&file);
        let first = relative.components().next().map(|part| part.as_os_str().to_string_lossy().into_owned());
        let module = first.unwrap_or_default().trim_end_matches(".rs").to_owned();
        let Some(own) = floor(&module) else {
            problems.push(format!("{}: `{module}` stands on no floor", file.display()));
            continue;
        };
        let text = fs::read_to_string(&file).unwrap_or_default();
        for used in uses(&text) {
            let Some(other) = floor(&used) else { continue };
            if used != module && other >= own {
                problems.push(format!(
                    "{}: `{module}` (floor {own}) uses `{used}` (floor {other})",
                    file.display()
                ));
            }
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn only_the_named_places_know_their_libraries() {
    let rules = [
        ("miette", "src/render/terminal"),
        ("askama", "src/render/html"),
        ("quick_xml", "src/render/junit"),
        ("tabled", "src/render/table"),
        ("unicode_width", "src/render/wrap"),
        ("clap", "src/cli"),
        ("walkdir", "src/cli"),
        ("calamine", "src/census/spreadsheet"),
        ("parquet", "src/census/columnar"),
        ("tempfile", "src/cli"),
        ("granit_parser", "src/syntax/yaml"),
        ("nom", "src/syntax"),
        ("toml", "src/settings"),
        ("fluent_bundle", "src/render/language"),
        ("plotters", "src/render/chart"),
        ("rust_xlsxwriter", "src/render/workbook"),
        ("rand_chacha", "src/estimate/draw"),
        ("axum", "src/serve"),
        ("tokio", "src/serve"),
        ("hyper", "src/serve"),
        ("globset", "src/report/adjust"),
    ];
    let mut problems = Vec::new();
    for file in rust_files(Path::new("src")) {
        let text = fs::read_to_string(&file).unwrap_or_default();
        let path = file.to_string_lossy().replace('\\', "/");
        for (library, home) in rules {
            let used = text.lines().any(|line| {
                !line.trim_start().starts_with("//")
                    && (line.contains(&format!("{library}::")) || line.contains(&format!("use {library}")))
            });
            if used && !path.starts_with(home) {
                problems.push(format!("{path} uses {library}, which only {home} may know"));
            }
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

/// The first part of every `crate::…` path of a file, comments left out.
fn uses(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for line in text.lines().filter(|line| !line.trim_start().starts_with("//")) {
        for (at, _) in line.match_indices("crate::").chain(line.match_indices("planlint::")) {
            let behind = &line[at..];
            let behind = &behind[behind.find("::").unwrap_or(0) + 2..];
            let end = behind.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(behind.len());
            found.push(behind[..end].to_owned());
        }
    }
    found
}

pub fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = walkdir::WalkDir::new(folder)
        .into_iter()
        .filter_map(Result::ok)
        .map(walkdir::DirEntry::into_path)
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .collect();
    files.sort();
    files
}
