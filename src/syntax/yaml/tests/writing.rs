//! What is written reads back as the same plans, here and in another YAML reader.

use std::borrow::Cow;

use proptest::prelude::*;
use serde::Deserialize;
use serde_yaml::Value;

use super::{file, outline};
use crate::source::{FileId, Span};
use crate::syntax::tree::{Comment, Comments, Document, Entry, Key, Kind, Map, Node, Scalar};
use crate::syntax::yaml;

const NOWHERE: Span = Span { file: FileId(0), start: 0, end: 0 };

/// Writes what is read.
fn rewritten(text: &str) -> String {
    let source = file(text);
    let (documents, findings) = yaml::read(&source);
    assert_eq!(findings, []);
    yaml::write(&documents)
}

#[test]
fn a_plan_is_written_as_in_the_language_description() {
    let text = "\
# Acme's plan
plan: Acme 401(k) Savings Plan
type: 401(k)
year: 2026 # the plan year

deferrals:
  pre-tax: 1% to 75% of pay
  catch-up: yes
after-tax: # none before 2020
  # the limit
  limit: $5,000
  # end of after-tax
match:
  formula: 100% of first 3% of pay + 50% of next 2% of pay
  true-up: { value: yes, source: \"AA 1.11(d)\", effective: 2026-07-01 } # since July
  sources: [pre-tax, roth]
workforce:
  hce:
    count: 12
# end
";
    assert_eq!(rewritten(text), text);
    assert_eq!(
        rewritten("a: 1\n---\n# b's\nb:\n  c: 2\n---\n{}\n"),
        "a: 1\n---\n# b's\nb:\n  c: 2\n---\n{}\n"
    );
}

#[test]
fn other_styles_become_one() {
    let text = "{\"a\": {'b': \"c\", d: [e, 'f']}, g: |\n}";
    assert_eq!(rewritten(&text.replace("|\n", "x")), "a:\n  b: c\n  d: [e, f]\ng: x\n");
    assert_eq!(
        rewritten("a: |\n  one\n  two\nb:\n  source: x\n  value: y\n"),
        "a: \"one\\ntwo\"\nb: { value: y, source: \"x\" }\n"
    );
    assert_eq!(
        rewritten("a: [{b: c}, [d, [e]], {}, []]\n"),
        "a:\n  -\n    b: c\n  -\n    - d\n    - [e]\n  - {}\n  - []\n"
    );
}

#[test]
fn texts_are_quoted_only_where_they_must_be() {
    let plain =
        "yes§no§2026§1.50§6.5%§$5,000§2026-07-01§-5§401(k)§a:b§a#b§it's§50% of \"pay\"§a, b§AA 1.11(d)§é";
    for plain in plain.split('§') {
        assert_eq!(written(plain), format!("k: {plain}\n"));
    }
    for quoted in [
        "", " a", "a ", "a: b", "a #b", "a:", "- a", "-", "? a", ": a", ", a", "[a", "]a", "{a", "}a", "#a",
        "&a", "*a", "!a", "|a", ">a", "%a", "@a", "`a", "null", "~", "true", "False", "0o7", "0x1F", "---",
        "...", "<<", ".inf", "'a'",
    ] {
        assert_eq!(written(quoted), format!("k: \"{quoted}\"\n"));
    }
    assert_eq!(written("\"a\""), "k: '\"a\"'\n");
    assert_eq!(written("\"it's\""), "k: \"\\\"it's\\\"\"\n");
    assert_eq!(
        written("a\n\tb\u{0}\u{85}\u{202e}\u{feff}\\"),
        "k: \"a\\n\\tb\\x00\\x85\\u202E\\uFEFF\\\\\"\n"
    );
}

fn written(text: &str) -> String {
    let entry = Entry::new(key("k"), scalar(text.to_owned()));
    yaml::write(&[document(vec![entry], Vec::new())])
}

fn key(text: &str) -> Key<'static> {
    Key { text: Cow::Owned(text.to_owned()), span: NOWHERE }
}

fn scalar(text: String) -> Node<'static> {
    Node::scalar(Scalar::verbatim(text, NOWHERE, 0))
}

fn document(entries: Vec<Entry<'static>>, closing: Vec<Comment<'static>>) -> Document<'static> {
    Document { root: Map { entries, ..Map::default() }, span: NOWHERE, closing }
}

fn text() -> impl Strategy<Value = String> {
    let pieces = "a§yes§1§ §  §: §:§ #§#§-§- §?§,§[§]§{§}§&§*§!§|§>§'§\"§%§@§`§\\§~§\n§\t§é§\u{85}§\r§\u{feff}§---§...§null§0x§7§=§<<\
        §\u{2028}§\u{1f600}§\u{7}";
    let pieced =
        proptest::collection::vec(proptest::sample::select(pieces.split('§').collect::<Vec<_>>()), 0..8)
            .prop_map(|pieces| pieces.concat());
    prop_oneof![3 => pieced, 1 => any::<String>(), 2 => "[a-z]{1,8}( [a-z0-9%$]{1,6}){0,3}"]
}

fn comment() -> impl Strategy<Value = Comment<'static>> {
    "([!-~é]([ -~]{0,12}[!-~])?)?".prop_map(|text| Comment { text: Cow::Owned(text), span: NOWHERE })
}

fn several_comments() -> impl Strategy<Value = Vec<Comment<'static>>> {
    prop_oneof![3 => Just(Vec::new()), 1 => proptest::collection::vec(comment(), 1..3)]
}

fn value() -> impl Strategy<Value = Node<'static>> {
    let list = proptest::collection::vec(text().prop_map(scalar), 0..4);
    let list = list.prop_map(|items| Node { span: NOWHERE, kind: Kind::List(items) });
    let leaf = prop_oneof![4 => text().prop_map(scalar), 1 => list];
    leaf.prop_recursive(3, 24, 4, |inner| {
        let map = (entries(inner.clone()), several_comments());
        let map = map.prop_map(|(entries, closing)| Node {
            span: NOWHERE,
            kind: Kind::Map(Map { entries, closing, ..Map::default() }),
        });
        let list = proptest::collection::vec(inner, 0..3)
            .prop_map(|items| Node { span: NOWHERE, kind: Kind::List(items) });
        prop_oneof![3 => map, 1 => list]
    })
}

fn entries(value: impl Strategy<Value = Node<'static>>) -> impl Strategy<Value = Vec<Entry<'static>>> {
    let scalar =
        || proptest::option::weighted(0.2, text().prop_map(|text| Scalar::verbatim(text, NOWHERE, 0)));
    let entry = (
        "[a-z]{1,6}(-[a-z]{1,4})?",
        value,
        scalar(),
        scalar(),
        several_comments(),
        proptest::option::weighted(0.3, comment()),
        proptest::bool::weighted(0.2),
    );
    let entry = entry.prop_map(|(word, value, source, effective, before, behind, set_apart)| {
        let mut entry = Entry::new(key(&word), value);
        let plain = match &entry.value.kind {
            Kind::Scalar(_) => true,
            Kind::List(items) => items.iter().all(|item| item.as_scalar().is_some()),
            Kind::Map(_) | Kind::Broken => false,
        };
        if plain {
            (entry.source, entry.effective) = (source, effective);
        }
        entry.comments = Comments { before, behind, set_apart };
        entry
    });
    proptest::collection::vec(entry, 0..5).prop_map(|mut entries| {
        // Keys of one map differ, for the other reader's sake.
        entries.iter_mut().enumerate().for_each(|(at, entry)| {
            entry.key.text = Cow::Owned(format!("{}{at}", entry.key.text));
            entry.comments.set_apart &= at > 0;
        });
        entries
    })
}

/// Does the other reader see the same texts? It types plain scalars, so only texts are compared.
fn same(node: &Node<'_>, value: &Value) -> bool {
    match (&node.kind, value) {
        (Kind::Scalar(scalar), Value::String(text)) => *text == scalar.text,
        (Kind::Scalar(scalar), Value::Number(_)) => scalar.text.contains(|char: char| char.is_ascii_digit()),
        (Kind::List(items), Value::Sequence(values)) => {
            items.len() == values.len() && items.iter().zip(values).all(|(item, value)| same(item, value))
        }
        (Kind::Map(map), Value::Mapping(_)) => {
            map.entries.iter().all(|entry| same_entry(entry, &value[&*entry.key.text]))
        }
        _ => false,
    }
}

fn same_entry(entry: &Entry<'_>, value: &Value) -> bool {
    if entry.source.is_none() && entry.effective.is_none() {
        return same(&entry.value, value);
    }
    let part = |part: &Option<Scalar<'_>>, key: &str| {
        part.clone().is_none_or(|part| same(&Node::scalar(part), &value[key]))
    };
    same(&entry.value, &value["value"])
        && part(&entry.source, "source")
        && part(&entry.effective, "effective")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn what_is_written_reads_back(
        documents in proptest::collection::vec((entries(value()), several_comments()), 1..3),
    ) {
        let documents: Vec<_> = documents.into_iter().map(|(entries, closing)| document(entries, closing)).collect();
        let written = yaml::write(&documents);
        let source = file(&written);
        let (again, findings) = yaml::read(&source);
        prop_assert!(findings.is_empty(), "{:?}\n{}", findings, written);
        prop_assert_eq!(outline(&again), outline(&documents), "{}", &written);
        prop_assert_eq!(&yaml::write(&again), &written);
        let values: Vec<Value> = serde_yaml::Deserializer::from_str(&written)
            .map(|document| Value::deserialize(document).expect("the other reader reads it"))
            .collect();
        prop_assert_eq!(values.len(), documents.len());
        for (document, value) in documents.into_iter().zip(&values) {
            let root = Node { span: NOWHERE, kind: Kind::Map(document.root) };
            prop_assert!(same(&root, value), "{:?}\n{}", value, written);
        }
    }
}
