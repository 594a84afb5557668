//! Every message that the catalogues word is said somewhere: no word is carried along for nobody.

use std::fs;
use std::path::{Path, PathBuf};

use crate::floors::rust_files;

/// Code and templates: both say messages.
fn speakers() -> Vec<PathBuf> {
    let mut files = rust_files(Path::new("src"));
    let mut folders = vec![PathBuf::from("src/render/html")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("the templates").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "html") {
                files.push(path);
            }
        }
    }
    files
}

#[test]
fn every_declared_message_is_used() {
    let files: Vec<(String, String)> = speakers()
        .into_iter()
        .map(|file| (file.display().to_string(), fs::read_to_string(&file).unwrap_or_default()))
        .collect();
    let mut silent = Vec::new();
    for (path, text) in files.iter().filter(|(path, _)| path.contains("render/language/")) {
        let mut kind = "";
        for line in text.lines() {
            if let Some(name) = line.strip_prefix("    ").and_then(|line| line.strip_suffix(" {"))
                && name.chars().all(char::is_alphanumeric)
            {
                kind = name;
            }
            if !line.starts_with("        ") {
                continue;
            }
            let Some((variant, _)) = line.trim().split_once(" \"") else { continue };
            if !variant.chars().all(char::is_alphanumeric) || !variant.starts_with(char::is_uppercase) {
                continue;
            }
            let said = format!("{kind}::{variant}");
            let uses = |text: &str| {
                text.match_indices(&said)
                    .any(|(at, _)| !text[at + said.len()..].starts_with(char::is_alphanumeric))
            };
            if !files.iter().any(|(_, text)| uses(text)) {
                silent.push(format!("{path}: {kind}::{variant}"));
            }
        }
    }
    assert!(silent.is_empty(), "nobody says these: {silent:#?}");
}
