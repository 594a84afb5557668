//! Offsets in a scalar's text lead back to the same words in the source, in every style.

use std::borrow::Cow;

use proptest::prelude::*;

use super::file;
use crate::syntax::tree::{Kind, Map, Scalar};
use crate::syntax::yaml;

fn scalars<'a, 's>(map: &'a Map<'s>, found: &mut Vec<&'a Scalar<'s>>) {
    for entry in &map.entries {
        match &entry.value.kind {
            Kind::Scalar(scalar) => found.push(scalar),
            Kind::Map(inner) => scalars(inner, found),
            Kind::List(_) | Kind::Broken => {}
        }
    }
}

/// Every word of every scalar, found again in the source. Gives the texts.
fn check(text: &str) -> Vec<String> {
    let source = file(text);
    let (documents, findings) = yaml::read(&source);
    assert_eq!(findings, [], "{text}");
    let mut found = Vec::new();
    documents.iter().for_each(|document| scalars(&document.root, &mut found));
    for scalar in &found {
        for word in
            scalar.text.split(|char: char| !char.is_ascii_alphanumeric()).filter(|word| !word.is_empty())
        {
            let start = word.as_ptr() as usize - scalar.text.as_ptr() as usize;
            let span = scalar.span_of(start, start + word.len());
            assert_eq!(source.slice(span), word, "in {:?} of\n{text}", scalar.text);
        }
    }
    found.iter().map(|scalar| scalar.text.to_string()).collect()
}

#[test]
fn one_line_texts_are_not_copied() {
    let source = file("a: x y\nb: \"x y\"\nc: 'x y'\nd: |\n  x y\n");
    let (documents, _) = yaml::read(&source);
    for entry in &documents[0].root.entries {
        let scalar = entry.value.as_scalar().expect("a scalar");
        assert!(matches!(&scalar.text, Cow::Borrowed("x y")), "{scalar:?}");
        assert_eq!(source.slice(scalar.span_of(2, 3)), "y");
    }
}

#[test]
fn quotes_and_escapes() {
    let text = r#"a: "one\ntwo\"three\u00e9four \x41 five\\six\tseven \ud83d\ude00eight \U0001F600 nine\_ten"
b: 'one''two '' three''''four'
"#;
    let texts = check_except(text, "A");
    assert_eq!(
        texts[0],
        "one\ntwo\"three\u{e9}four A five\\six\tseven \u{1f600}eight \u{1f600} nine\u{a0}ten"
    );
    assert_eq!(texts[1], "one'two ' three''four");
}

/// As [`check`]; `written` is a word that stands in the source as an escape.
fn check_except(text: &str, written: &str) -> Vec<String> {
    let source = file(text);
    let (documents, _) = yaml::read(&source);
    let mut found = Vec::new();
    scalars(&documents[0].root, &mut found);
    for scalar in &found {
        for word in
            scalar.text.split(|char: char| !char.is_ascii_alphanumeric()).filter(|word| !word.is_empty())
        {
            let start = word.as_ptr() as usize - scalar.text.as_ptr() as usize;
            let slice = source.slice(scalar.span_of(start, start + word.len()));
            assert_eq!(slice, if word == written { "\\x41" } else { word });
        }
    }
    found.iter().map(|scalar| scalar.text.to_string()).collect()
}

#[test]
fn folded_lines() {
    let text = "a: one\n  two\n\n  three  \n   four\nb: \"one\n  two  \n\n\n  three \\\n  four\\\n\n  five\n  \\  six\"\nc: 'one\n\n  two''s\n  three'\n";
    assert_eq!(check(text), ["one two\nthree four", "one two\n\nthree four\nfive   six", "one\ntwo's three"]);
}

#[test]
fn block_texts_of_every_header() {
    for header in ["|", "|-", "|+", ">", ">-", ">+", "|2", ">2", "|2-", ">+2", "| # note", ">  # note"] {
        let lines = ["one two", "three", "", "  four  five", "six ", "\tseven", "", "eight"];
        let body: String = lines
            .iter()
            .map(|line| if line.is_empty() { "\n".into() } else { format!("  {line}\n") })
            .collect();
        let texts = check(&format!("a: {header}\n{body}\n\nb: end\n"));
        assert!(texts[0].ends_with("eight"), "{header}: {texts:?}");
        assert_eq!(texts[0].split_whitespace().count(), 8, "{header}: {texts:?}");
    }
}

#[test]
fn block_texts_that_begin_empty_or_deep() {
    assert_eq!(
        check("a: |\n\n\n  one\n   two\nb: >1\n   deep\n  less\n"),
        ["\n\none\n two", "  deep\n less"]
    );
    assert_eq!(check("a: |\n\nb: >\n   \n\nc: |-"), ["", "", ""]);
}

#[test]
fn windows_line_breaks() {
    let text = "a: one\r\n  two\r\n\r\n  three\r\nb: \"one\r\n  two \\\r\n  three\"\r\nc: |\r\n  one\r\n  two\r\nd: >\r\n  one\r\n  two\r\n";
    assert_eq!(check(text), ["one two\nthree", "one two three", "one\ntwo", "one two"]);
}

#[test]
fn wide_characters() {
    let text = "a: \"é\\tone ü two\"\nb: 'ß''one'\nc: >\n  é one\n  ü two\nd: é one\n   ü two\n";
    assert_eq!(check(text), ["é\tone ü two", "ß'one", "é one ü two", "é one ü two"]);
}

/// A piece of a double-quoted scalar: what is written.
fn piece() -> impl Strategy<Value = &'static str> {
    let pieces = [
        "word", "a1", " ", "  ", "\\n", "\\\"", "\\\\", "\\t", "\\u00e9", "\\x7e", "é", "-", ": ", "#", " #",
        "'", "\n   ", " \n\n   ", " \\\n   ", "\r\n   ", "\\ ", "\\/", "\t", "\\N",
    ];
    proptest::sample::select(pieces.to_vec())
}

/// A line of a block scalar.
fn line() -> impl Strategy<Value = &'static str> {
    proptest::sample::select(vec![
        "one",
        "two three",
        "",
        "  deep",
        " ",
        "\ttab",
        "trailing  ",
        "é ü",
        "# no comment",
        "x: y",
        "'q'",
    ])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn double_quoted(pieces in proptest::collection::vec(piece(), 0..12)) {
        check(&format!("s:\n  a: \"{}\"\n  b: end\n", pieces.concat()));
    }

    #[test]
    fn single_quoted(pieces in proptest::collection::vec(piece(), 0..12)) {
        let text = pieces.concat().replace('\'', "''");
        check(&format!("s:\n  a: '{text}'\n  b: end\n"));
    }

    #[test]
    fn plain(words in proptest::collection::vec(proptest::sample::select(vec!["one", "é2", "\n   ", "\n\n   ", " ", "\r\n   ", "(x)", "a:b"]), 0..10)) {
        check(&format!("s:\n  a: x{}\n  b: end\n", words.concat()));
    }

    #[test]
    fn blocks(lines in proptest::collection::vec(line(), 0..8), folded: bool, chomp in proptest::sample::select(vec!["", "-", "+"]), crlf: bool) {
        let end = if crlf { "\r\n" } else { "\n" };
        let header = if folded { ">" } else { "|" };
        let body: String = lines.iter().map(|line| format!("    {line}{end}")).collect();
        check(&format!("s:{end}  a: {header}2{chomp}{end}{body}  b: end{end}"));
    }
}
