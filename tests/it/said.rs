//! Every message that the catalogues word is said somewhere: no word is carried along for nobody.

use std::fs;
use std::path::Path;

use crate::floors::rust_files;

#[test]
fn every_declared_message_is_used() {
    let files: Vec<(String, String)> = rust_files(Path::new("src"))
        .into_iter()
        .map(|file| (file.display().to_string(), fs::read_to_string(&file).unwrap_or_default()))
        .collect();
    let mut silent = Vec::new();
    for (path, text) in files.iter().filter(|(path, _)| path.contains("render/language/")) {
        for line in text.lines().filter(|line| line.starts_with("        ") && line.contains(" \"")) {
            let Some((variant, _)) = line.trim().split_once(" \"") else { continue };
            if !variant.chars().all(char::is_alphanumeric) || !variant.starts_with(char::is_uppercase) {
                continue;
            }
            let said = format!("::{variant}");
            let uses = |text: &str| {
                text.match_indices(&said)
                    .any(|(at, _)| !text[at + said.len()..].starts_with(char::is_alphanumeric))
            };
            if !files.iter().any(|(_, text)| uses(text)) {
                silent.push(format!("{path}: {variant}"));
            }
        }
    }
    assert!(silent.is_empty(), "nobody says these: {silent:#?}");
}
