//! Every command line that the documents show is one that planlint takes; every flag that they name exists.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::cli::{Folder, run};

/// The documents that tell users and contributors what to run.
fn documents() -> Vec<(PathBuf, String)> {
    let mut paths: Vec<PathBuf> = ["README.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "CHANGELOG.md"]
        .into_iter()
        .chain(["plan-specs/README.md", "ci/Containerfile", "ci/check", "ci/generate"])
        .map(PathBuf::from)
        .collect();
    for folder in ["grammar", "src/rules"] {
        let entries = fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
        let pages = entries.map(|entry| entry.path());
        paths.extend(pages.filter(|path| path.extension().is_some_and(|end| end == "md")));
    }
    paths.sort();
    paths.into_iter().map(|path| (path.clone(), fs::read_to_string(path).expect("a document"))).collect()
}

/// What stands between backticks in running text, and each line of blocks and scripts.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces = Vec::new();
    for line in text.lines() {
        pieces.push(line.trim().to_owned());
        pieces.extend(line.split('`').skip(1).step_by(2).map(str::to_owned));
    }
    pieces
}

/// The arguments of planlint, if a piece of text runs it. What may be left out stands in brackets, and is left out.
fn arguments(piece: &str) -> Option<Vec<String>> {
    let piece = piece.strip_prefix("# ").unwrap_or(piece);
    let runs = ["$ planlint ", "planlint ", "target/debug/planlint ", "cargo run --release -- "];
    let line = runs.iter().find_map(|run| piece.strip_prefix(run))?;
    let line = line.split(['#', '>', ';']).next()?;
    let first = line.chars().next()?;
    let words = words(line);
    let is_prose = !first.is_ascii_lowercase() && first != '-' || !verbs().contains(words.first()?);
    (!is_prose).then_some(words)
}

/// Words as a shell would see them, without those in brackets.
fn words(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let (mut quote, mut depth) = (None, 0_u32);
    for c in line.chars() {
        match (c, quote) {
            ('[', None) => depth += 1,
            (']', None) => depth = depth.saturating_sub(1),
            (_, None) if depth > 0 => {}
            ('"' | '\'', None) => quote = Some(c),
            (c, Some(open)) if c == open => quote = None,
            (c, None) if c.is_whitespace() => words.push(String::new()),
            (c, _) => words.last_mut().expect("a word").push(c),
        }
    }
    words.into_iter().filter(|word| !word.is_empty()).collect()
}

fn help(arguments: &[&str]) -> String {
    let (code, out, err) = run(Path::new("."), &[arguments, &["--help"]].concat());
    assert_eq!(code, 0, "planlint {}: {err}", arguments.join(" "));
    out
}

/// The verbs, as the help lists them.
fn verbs() -> BTreeSet<String> {
    static VERBS: std::sync::OnceLock<BTreeSet<String>> = std::sync::OnceLock::new();
    let read = || {
        let help = help(&[]);
        let (_, commands) = help.split_once("Commands:\n").expect("a list of verbs");
        let lines = commands.lines().take_while(|line| line.starts_with("  "));
        // What is further in goes on with the line above.
        let named = lines.filter_map(|line| line.strip_prefix("  ").filter(|line| !line.starts_with(' ')));
        named.filter_map(|line| Some(line.split_whitespace().next()?.to_owned())).collect()
    };
    VERBS.get_or_init(read).clone()
}

#[test]
fn every_command_line_is_one_that_planlint_takes() {
    let mut seen = BTreeSet::new();
    for (path, text) in documents() {
        for words in pieces(&text).iter().filter_map(|piece| arguments(piece)) {
            // A table of Markdown goes on behind the code; what stands there is no argument.
            let words = words.iter().map(String::as_str).take_while(|word| *word != "|");
            let words: Vec<&str> = words.map(|word| if word == "YEAR" { "2026" } else { word }).collect();
            if seen.insert(words.join(" ")) {
                println!("{}: planlint {}", path.display(), words.join(" "));
                help(&words);
            }
        }
    }
    assert!(seen.len() >= 20, "{seen:?}");
}

#[test]
fn every_flag_that_a_document_names_exists() {
    let mut known = help(&[]);
    for verb in verbs().into_iter().filter(|verb| verb != "help") {
        known.push_str(&help(&[&verb]));
    }
    // Those of other programs.
    let others = ["--bench"];
    let mut problems = Vec::new();
    for (path, text) in documents().iter().filter(|(path, _)| path.extension().is_some_and(|end| end == "md"))
    {
        for line in text.lines() {
            for code in line.split('`').skip(1).step_by(2).filter(|code| !code.starts_with("cargo ")) {
                let flags = code.split(|c: char| !c.is_ascii_alphanumeric() && c != '-');
                for flag in flags.filter(|word| word.starts_with("--") && word.len() > 2) {
                    if !others.contains(&flag)
                        && !known.contains(&format!("{flag} "))
                        && !known.contains(&format!("{flag}\n"))
                    {
                        problems.push(format!("{}: {flag}", path.display()));
                    }
                }
            }
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn settings_that_a_document_shows_are_read() {
    let mut read = 0;
    for (path, text) in documents() {
        for block in text.split("```toml\n").skip(1) {
            let block = block.split("```").next().expect("the end of a block");
            let folder = Folder::new(&format!("documented-{read}"));
            folder.write("planlint.toml", block);
            let (code, _, err) = run(&folder.0, &["check", "--show-settings"]);
            assert_eq!((code, err.as_str()), (0, ""), "{}:\n{block}", path.display());
            read += 1;
        }
    }
    assert!(read >= 4, "{read} blocks");
}
