//! Texts that are meant to hurt: no panic, bounded time and memory, and a finding where something is not read.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::{faults, file, outline, read};
use crate::source::MAX_BYTES;
use crate::syntax::tree::Document;
use crate::syntax::yaml;

/// Reads in at most so long in an unoptimised test; the bound for users is far lower.
fn timed(text: &str) -> Vec<String> {
    let start = Instant::now();
    let found = faults(text);
    assert!(start.elapsed() < Duration::from_secs(30), "{:?} for {:?}…", start.elapsed(), &text[..20]);
    found
}

#[test]
fn nesting_ends_at_a_bound_with_one_finding() {
    let deep_block: String = (0..1_000).map(|depth| format!("{}a:\n", " ".repeat(depth))).collect();
    for text in
        ["[".repeat(100_000), "{a: ".repeat(100_000), "- ".repeat(100_000), "[\n".repeat(100_000), deep_block]
    {
        let found = timed(&text);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].contains("syntax-error This stands deeper than 32 levels"), "{found:?}");
    }
}

#[test]
fn what_stands_before_the_bound_is_kept() {
    let text = format!("a: 1\nb: {}\nc: 2\n---\nd: 3\n", "{x: ".repeat(40));
    let (outline, found) = read(&text);
    assert!(outline.starts_with(r#"{a: "1", b: "#) && outline.ends_with(r#"--- {d: "3"}"#), "{outline}");
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("2:"), "{found:?}");
}

#[test]
fn thirty_two_levels_are_read() {
    let text = format!("{}{}", "{a: ".repeat(31) + "{b: c}", "}".repeat(31));
    assert_eq!(read(&text).1, Vec::<String>::new());
    let text: String = (0..31).map(|depth| format!("{}a:\n", " ".repeat(depth))).collect::<String>()
        + &" ".repeat(31)
        + "b: c\n";
    assert_eq!(read(&text).1, Vec::<String>::new());
}

#[test]
fn an_alias_bomb_stays_small() {
    let mut text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..20 {
        let items = vec![format!("*a{}", level - 1); 9].join(", ");
        text.push_str(&format!("a{level}: &a{level} [{items}]\n"));
    }
    let (outline, found) = read(&text);
    assert!(outline.len() < 1_000_000);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(
        found[0].contains("syntax-error The aliases of this file make more than 10,000 values."),
        "{found:?}"
    );
}

#[test]
fn aliases_cannot_pile_up_depth() {
    let mut text = "a0: &a0 [x]\n".to_owned();
    (1..200).for_each(|level| text.push_str(&format!("a{level}: &a{level} [*a{}]\n", level - 1)));
    let found = faults(&text);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].contains("deeper than 32 levels"), "{found:?}");
}

#[test]
fn large_texts_are_read_in_bounded_time() {
    let fill = |piece: &str| piece.repeat(MAX_BYTES / 4 / piece.len());
    let anchors: String = (0..60_000).map(|at| format!("a{at}: &a{at} 1\n")).collect();
    for text in [
        fill("a: @x\n"),
        fill("a: \"x\n"),
        fill("a: [x\n"),
        fill("a: {\n"),
        fill("\ta: b\n"),
        fill("a b\n"),
        fill("a: b: c\n"),
        fill("  a: b\n c: d\n"),
        fill("---\na: @x\n"),
        fill("a: {b c: d}, "),
        fill("\"x\" "),
        fill("'"),
        fill("[\"x\", "),
        fill("\0"),
        fill("a: \u{1}\n"),
        fill("#\n"),
        fill("a: 1 # c\n"),
        fill("a: *x\n"),
        fill("a: [@]\n"),
        fill("%"),
        fill("? "),
        fill(": "),
        fill("a: |\n"),
        fill("- a: b\n c\n"),
        fill("{a: \"b\" "),
        fill("\\"),
        fill("a: \"\\q"),
        fill(&format!("{}a: b\n", " ".repeat(40))),
        anchors,
    ] {
        timed(&text);
    }
}

#[test]
fn many_faults_end_at_a_bound() {
    assert_eq!(faults(&"a: @x\n".repeat(2_000)).len(), 32);
}

#[test]
fn characters_that_yaml_forbids_are_named_and_not_echoed() {
    let found = faults("a: x\0y\nb: \"\u{1b}[31m\"\nc: 1 # \u{7}\n\u{8}d: e\ne: 2\u{fffe}\n");
    let expected = [
        "1:5-6 syntax-error The character U+0000 is not allowed in YAML.",
        "2:5-6 syntax-error The character U+001B is not allowed in YAML.",
        "3:8-9 syntax-error The character U+0007 is not allowed in YAML.",
        "4:1-2 syntax-error The character U+0008 is not allowed in YAML.",
        "5:5-6 syntax-error The character U+FFFE is not allowed in YAML.",
    ];
    assert_eq!(found, expected);
}

#[test]
fn line_ends_of_other_times_are_text() {
    assert_eq!(
        read("a: b\u{85}c\u{2028}d\u{2029}e\n"),
        ("{a: \"b\\u{85}c\\u{2028}d\\u{2029}e\"}".into(), Vec::new())
    );
}

/// What hostile texts are made of.
fn token() -> impl Strategy<Value = &'static str> {
    let tokens = "a§b: §c:\n§  §   §\n§\n§\r\n§\r§\t§- §? §: §:§[§]§{§}§,§\"§'§\\§\\\n§|§>§|+\n§>2-\n§#§ # c\n§&x §*x§*y §!t §!!str \
        §%§@§`§---§---\n§...\n§<<: §~§\0§\u{7f}§\u{85}§\u{2028}§\u{feff}§\u{1f600}§é§value: §source: §\\u00e9§\\x4§''§1\
        §%YAML 1.2\n§%TAG ! x\n";
    proptest::sample::select(tokens.split('§').collect::<Vec<_>>())
}

fn depth(documents: &[Document<'_>]) -> usize {
    outline(documents).len()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3_000))]

    #[test]
    fn nothing_panics(tokens in proptest::collection::vec(token(), 0..40)) {
        let source = file(&tokens.concat());
        let (documents, findings) = yaml::read(&source);
        depth(&documents);
        for finding in &findings {
            let words = format!("{}{}{}", finding.message, finding.primary.message, finding.help.as_deref().unwrap_or_default());
            prop_assert!(!words.chars().any(char::is_control), "{words:?}");
            prop_assert!(finding.primary.span.end as usize <= source.text().len());
            prop_assert!(finding.help.is_some());
        }
        yaml::write(&documents);
    }

    #[test]
    fn what_the_parser_refuses_is_reported(tokens in proptest::collection::vec(token(), 0..30)) {
        let text = tokens.concat();
        let refused = granit_parser::Parser::new_from_str(&text).any(|event| event.is_err());
        let found = faults(&text);
        prop_assert!(!refused || !found.is_empty(), "nothing said about {text:?}");
    }
}
