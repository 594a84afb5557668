//! `planlint report`: pages that are whole, harmless and the same every time; a folder that is never half written.

mod census;
mod folder;
mod pages;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::cli::{Folder, run};

/// The options of every run: no settings, and a day that does not move.
pub fn report(folder: &Folder, arguments: &[&str]) -> (i32, String, String) {
    let mut all = vec!["report", "--as-of", "2026-06-01", "--isolated"];
    all.extend(arguments);
    run(&folder.0, &all)
}

/// The texts of a report by their paths.
pub fn texts(site: &Path) -> BTreeMap<String, String> {
    let files = walkdir::WalkDir::new(site).into_iter().filter_map(Result::ok);
    let files = files.filter(|entry| entry.file_type().is_file());
    files
        .map(|entry| {
            let path = entry.path().strip_prefix(site).expect("below").to_string_lossy().replace('\\', "/");
            (path, fs::read_to_string(entry.path()).expect("a text"))
        })
        .collect()
}

/// The pages of a report without the line that XML has no use for.
pub fn pages(site: &Path) -> BTreeMap<String, String> {
    let pages = texts(site).into_iter().filter(|(path, _)| path.ends_with(".html"));
    pages
        .map(|(path, text)| (path, text.strip_prefix("<!doctype html>\n").expect("a page").to_owned()))
        .collect()
}

/// Plans of every kind: good and blocked ones, two revisions, one in both notations, one that cannot be read.
pub fn mixed(name: &str) -> Folder {
    let folder = Folder::new(name);
    folder.write("plans/acme-2025.plan.yaml", revision("2025", "5% of pay"));
    folder.write("plans/acme-2026.plan.yaml", revision("2026", "10% of pay"));
    folder.write("plans/blocked.plan", crate::cli::BAD);
    folder.write("plans/evil.plan.yaml", crate::formats::HOSTILE);
    folder.write("plans/empty.plan", "");
    folder
}

fn revision(year: &str, limit: &str) -> String {
    format!(
        "plan: Acme & Sons' 401(k)
type: 401(k)
year: {year}
goals: mega backdoor
deferrals: {{ pre-tax: yes, roth: yes }}
after-tax:
  allowed: {{ value: yes, source: AA 1.11(d), effective: 2024-07-01 }}
  limit: {limit}
in-service: {{ after-tax: any time }}
"
    )
}
