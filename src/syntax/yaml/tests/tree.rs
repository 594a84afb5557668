//! What is read: maps, lists, raw texts, places, aliases, several documents.

use super::{at, faults, file, read, tree};
use crate::syntax::tree::{Kind, Layout};
use crate::syntax::yaml;

#[test]
fn reads_sections_and_elections_as_raw_text() {
    let text =
        "plan: Acme 401(k)\nyear: 2026\nafter-tax:\n  allowed: yes\n  limit: 1.50\n  old: 007\nempty:\n";
    let expected = r#"{plan: "Acme 401(k)", year: "2026", after-tax: {allowed: "yes", limit: "1.50", old: "007"}, empty: ""}"#;
    assert_eq!(tree(text), expected);
}

#[test]
fn keeps_words_that_yaml_would_type() {
    assert_eq!(tree("a: ~\nb: null\nc: true\nd: 0x1F\n"), r#"{a: "~", b: "null", c: "true", d: "0x1F"}"#);
}

#[test]
fn reads_lists_of_both_styles() {
    let text = "a:\n  - x\n  -\nb:\n- y\n- z\nc: [u, \"v\", ]\nd: []\n";
    assert_eq!(tree(text), r#"{a: ["x", ""], b: ["y", "z"], c: ["u", "v"], d: []}"#);
}

#[test]
fn places_every_key_and_value() {
    let source = file("plan: Acme\ns:\n  a:\n  b: [x, yy]\n  c: {k: v}\n");
    let (documents, _) = yaml::read(&source);
    let root = &documents[0].root;
    let Kind::Map(section) = &root.entries[1].value.kind else { panic!("no section") };
    assert_eq!(source.slice(root.entries[0].value.span), "Acme");
    assert_eq!(source.slice(root.entries[1].value.span), "a:\n  b: [x, yy]\n  c: {k: v}");
    assert_eq!(at(&source, section.entries[0].key.span), "3:3-4");
    assert_eq!(at(&source, section.entries[0].value.span), "3:4-4");
    assert_eq!(source.slice(section.entries[1].value.span), "[x, yy]");
    assert_eq!(source.slice(section.entries[2].value.span), "{k: v}");
    assert_eq!(source.slice(documents[0].span), source.text().trim_end());
}

#[test]
fn places_block_lists_and_block_texts() {
    let source = file("a:\n- x\n- y\nb: &n |2-\n    one\n\n# c\nc: z\n");
    let (documents, findings) = yaml::read(&source);
    assert_eq!(findings, []);
    let entries = &documents[0].root.entries;
    assert_eq!(source.slice(entries[0].value.span), "- x\n- y");
    assert_eq!(source.slice(entries[1].value.span), "|2-\n    one");
    assert_eq!(entries[1].value.as_scalar().map(|scalar| &*scalar.text), Some("  one"));
}

#[test]
fn reads_each_document_as_a_plan() {
    assert_eq!(
        tree("a: 1\n---\nb: 2\n...\n---\n# nothing\n---\nc: 3\n---\n"),
        "{a: \"1\"} --- {b: \"2\"} --- {#\"nothing\" c: \"3\"}"
    );
    for empty in ["", "\n\n", "# only a comment\n", "---\n", "---\n...\n---\n"] {
        assert_eq!(read(empty), (String::new(), Vec::new()), "{empty:?}");
    }
}

#[test]
fn a_root_that_is_no_map_is_reported() {
    let message = "wrong-shape A plan spec is a map of keys such as `plan`, `type` and `year`, and this document is none.";
    assert_eq!(read("- a\n- b\n"), (String::new(), vec![format!("1:1-4 {message}")]));
    assert_eq!(read("a: 1\n---\nAcme\n"), ("{a: \"1\"}".into(), vec![format!("3:1-5 {message}")]));
}

#[test]
fn both_entries_of_a_doubled_key_stay() {
    assert_eq!(tree("a: 1\na: 2\n"), r#"{a: "1", a: "2"}"#);
}

#[test]
fn core_tags_say_nothing_and_others_are_refused() {
    assert_eq!(tree("a: !!str 1\nb: !!map {c: !!int 2}\nd: !!null\n"), r#"{a: "1", b: {c: "2"}, d: ""}"#);
    let refused = "syntax-error Plan specs have no tags.";
    assert_eq!(read("a: !x 1\nb: !!binary y\n").1, [format!("1:4-6 {refused}"), format!("2:4-12 {refused}")]);
    assert_eq!(read("a: !x 1\nb: !e!y z\nc: 2\n").0, r#"{a: broken, b: broken, c: "2"}"#);
}

#[test]
fn aliases_copy_what_they_repeat() {
    let text = "a: &x {k: v}\nb: *x\nc: &y w\n*y : *y\n";
    assert_eq!(tree(text), r#"{a: {k: "v"}, b: {k: "v"}, c: "w", w: "w"}"#);
    let source = file(text);
    let (documents, _) = yaml::read(&source);
    assert_eq!(at(&source, documents[0].root.entries[1].value.span), "1:7-13");
    assert_eq!(at(&source, documents[0].root.entries[3].key.span), "4:1-3");
}

#[test]
fn aliases_to_nothing_and_to_themselves_are_reported() {
    let unknown = "syntax-error This alias repeats an anchor that does not stand before it.";
    assert_eq!(
        read("a: *x\nb: &x 1\n---\nc: *x\n").1,
        [format!("1:4-6 {unknown}"), format!("4:4-6 {unknown}")]
    );
    assert_eq!(
        faults("a: &x [*x]\n"),
        ["1:8-10 syntax-error This alias stands inside the node that it repeats."]
    );
}

#[test]
fn merge_keys_are_not_read() {
    let (outline, findings) = read("a: &x {k: v}\nb:\n  <<: *x\n  c: 1\nd: {\"<<\": e}\n");
    assert_eq!(outline, r#"{a: {k: "v"}, b: {c: "1"}, d: {<<: "e"}}"#);
    assert_eq!(findings, ["3:3-5 syntax-error Plan specs do not read merge keys."]);
}

#[test]
fn keys_are_single_texts() {
    let (outline, findings) = read("? [a]\n: b\n{c: d}: e\n: f\n\"g h\": i\n? j\n: k\n");
    assert_eq!(outline, r#"{g h: "i", j: "k"}"#);
    let expected = [
        "1:3-6 wrong-shape A list or a map stands where a key is expected.",
        "3:1-7 wrong-shape A list or a map stands where a key is expected.",
        "4:1-1 syntax-error A key is missing before this colon.",
    ];
    assert_eq!(findings, expected);
}

#[test]
fn reads_windows_and_old_line_breaks() {
    assert_eq!(tree("a: 1\r\nb:\r\n  c: 2 # d\r\n"), r##"{a: "1", b: {c: "2" >#"d"}}"##);
    assert_eq!(tree("a: 1\rb:\r  c: 2 # d\r"), r##"{a: "1", b: {c: "2" >#"d"}}"##);
}

#[test]
fn how_it_was_written_is_kept() {
    let source = file("a: 1\n\n# b's\nb: {c: 2}\n\nd:\n  e: \"3\"\n \n  f: 4\ng: {h: 5,\n  i: 6}\n");
    let (documents, _) = yaml::read(&source);
    let root = &documents[0].root.entries;
    let apart: Vec<bool> = root.iter().map(|entry| entry.comments.set_apart).collect();
    assert_eq!(apart, [false, true, true, false]);
    let section = |index: usize| match &root[index].value.kind {
        Kind::Map(map) => map,
        Kind::Scalar(_) | Kind::List(_) | Kind::Broken => panic!("no section"),
    };
    assert_eq!([1, 2, 3].map(|index| section(index).layout), [Layout::Inline, Layout::Block, Layout::Block]);
    assert_eq!([0, 1].map(|index| section(2).entries[index].comments.set_apart), [false, true]);
    let quoted: Vec<bool> = section(2)
        .entries
        .iter()
        .filter_map(|entry| entry.value.as_scalar())
        .map(|scalar| scalar.quoted)
        .collect();
    assert_eq!(quoted, [true, false]);
}
