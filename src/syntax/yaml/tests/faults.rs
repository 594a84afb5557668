//! What users do wrong: each fault told once, at its place, in plain words, with the rest of the plan read.

use super::{faults, file, read};
use crate::syntax::yaml;

/// The place, the message and what is read of a text with one fault.
fn one(text: &str) -> (String, String) {
    let (outline, found) = read(text);
    assert_eq!(found.len(), 1, "{found:?} in\n{text}");
    (found[0].replacen(" syntax-error", "", 1), outline)
}

fn check(text: &str, fault: &str, outline: &str) {
    assert_eq!(one(text), (fault.to_owned(), outline.to_owned()), "in\n{text}");
}

#[test]
fn tabs() {
    let tab = "This line is indented with a tab, and YAML takes spaces only.";
    check("a:\n\tb: 1\nc: 2\n", &format!("2:1-2 {tab}"), r#"{a: {b: "1"}, c: "2"}"#);
    check("a:\n  b: 1\n  \tc: 2\nd: 3\n", &format!("3:3-4 {tab}"), r#"{a: {b: "1", c: "2"}, d: "3"}"#);
    check("a: 1\n\tb: 2\nc: 3\n", &format!("2:1-2 {tab}"), r#"{a: "1", b: "2", c: "3"}"#);
    let tabs = "3 lines are indented with tabs, and YAML takes spaces only.";
    check(
        "a:\n\tb: 1\n\tc:\n\t\td: 2\ne: 3\n",
        &format!("2:1-2 {tabs}"),
        r#"{a: {b: "1", c: {d: "2"}}, e: "3"}"#,
    );
}

#[test]
fn colons() {
    let second = "This value holds a second colon with a space behind it, which YAML reads as another key.";
    check("plan: Acme: Foo\nb: 1\n", &format!("1:11-12 {second}"), r#"{plan: broken, b: "1"}"#);
    check("s:\n  a: x: y\n    z\n  b: 1\n", &format!("2:7-8 {second}"), r#"{s: {a: broken, b: "1"}}"#);
    check("s: x: y\n  b: 1\n", &format!("1:5-6 {second}"), r#"{s: {b: "1"}}"#);
    let missing = "This line has no colon between its key and its value.";
    check("s:\n  allowed yes\n  b: 1\n", &format!("2:3-14 {missing}"), r#"{s: {allowed: broken, b: "1"}}"#);
    check(
        "s:\n  b: 1\n  allowed yes # c\nt: 2\n",
        &format!("3:3-14 {missing}"),
        r##"{s: {b: "1", allowed: broken >#"c"}, t: "2"}"##,
    );
    check("allowed yes\nb: 1\n", &format!("1:1-12 {missing}"), r#"{allowed: broken, b: "1"}"#);
    check(
        "s:\n  allowed yes\n  # c\n  b: 1\n",
        &format!("2:3-14 {missing}"),
        r##"{s: {allowed: broken, #"c" b: "1"}}"##,
    );
    check(
        "a: 1\nmatch\n  b: 1\nc: 2\n",
        "2:1-6 This line has no colon behind its key.",
        r#"{a: "1", match: {b: "1"}, c: "2"}"#,
    );
    check(
        "match\n  b: 1\nc: 2\n",
        "1:1-6 This line has no colon behind its key.",
        r#"{match: {b: "1"}, c: "2"}"#,
    );
    let glued = "A space is missing behind this colon.";
    check("a: 1\ntype:401(k)\nb: 2\n", &format!("2:5-6 {glued}"), r#"{a: "1", type: "401(k)", b: "2"}"#);
    check("type:401(k)\nb: 2\n", &format!("1:5-6 {glued}"), r#"{type: "401(k)", b: "2"}"#);
    check("a: b\n : c\nd: 1\n", "2:2-3 A key is missing before this colon.", r#"{a: "b", d: "1"}"#);
}

#[test]
fn quotes() {
    let double = "This double quote is not closed.";
    check("a: \"open\nb: 1\nc: \"2\"\n", &format!("1:4-5 {double}"), r#"{a: broken, b: "1", c: "2"}"#);
    check("s:\n  a: 1\n  b: \"open\n", &format!("3:6-7 {double}"), r#"{s: {a: "1", b: broken}}"#);
    check("a: {x: \"open, y: 1}\nb: \"2\"\n", &format!("1:8-9 {double}"), r#"{a: broken, b: "2"}"#);
    check("\"a: 1\nb: 2\n", &format!("1:1-2 {double}"), r#"{a: "1", b: "2"}"#);
    check(
        "a: 'open\nb: it's\nc: 1\n",
        "1:4-5 This single quote is not closed.",
        r#"{a: broken, b: "it's", c: "1"}"#,
    );
    let behind = "There is text behind a closing quote.";
    check("a: 'it's'\nb: 1\n", &format!("1:8-10 {behind}"), r#"{a: broken, b: "1"}"#);
    check("a: \"x\" y\nb: 1\n", &format!("1:8-9 {behind}"), r#"{a: broken, b: "1"}"#);
    check("a: '50%' of pay\nb: 1\n", &format!("1:10-16 {behind}"), r#"{a: broken, b: "1"}"#);
    check("a: \"x\\q\"\nb: 1\n", "1:6-8 `\\q` is no escape that YAML knows.", r#"{a: broken, b: "1"}"#);
    check(
        "a: \"\\u00e9\\x4\"\nb: 1\n",
        "1:11-14 `\\x4` is no escape that YAML knows.",
        r#"{a: broken, b: "1"}"#,
    );
    check("a: \"\\ud83d\\ude00\\ud83d\"\n", "1:17-23 `\\ud83d` is no escape that YAML knows.", "{a: broken}");
    check("a: \"x\"#c\nb: 1\n", "1:7-9 A space is missing before this `#`.", r#"{a: broken, b: "1"}"#);
}

#[test]
fn brackets() {
    let brace = "This `{` is not closed.";
    check(
        "s:\n  a: { value: yes, source: \"AA\"\n  b: 1\nc: 2\n",
        &format!("2:6-7 {brace}"),
        r#"{s: {a: broken, b: "1"}, c: "2"}"#,
    );
    check("a: {\n  x: 1\nb: 1\n", &format!("1:4-5 {brace}"), r#"{a: broken, b: "1"}"#);
    check("a: {b: 1\n", &format!("1:4-5 {brace}"), "{a: broken}");
    check("{a: 1, b: 2\n", &format!("1:1-2 {brace}"), r#"{a: "1", b: "2"}"#);
    let bracket = "This `[` is not closed.";
    check("a: [x, y\nb: 1\n", &format!("1:4-5 {bracket}"), r#"{a: broken, b: "1"}"#);
    check("a: [x, # c\n  y\nb: 1\n", &format!("1:4-5 {bracket}"), r#"{a: broken, b: "1"}"#);
    check("a: {b: 1]\nc: 2\n", "1:9-10 This `]` closes a `{`.", r#"{a: broken, c: "2"}"#);
    check("a: x]\nb: ] x\nc: 1\n", "2:4-5 This bracket closes nothing.", r#"{a: "x]", b: broken, c: "1"}"#);
    check("a: {b: 1}}\nc: 1\n", "1:10-11 This bracket closes nothing.", r#"{a: broken, c: "1"}"#);
    check(
        "a: [x] y\nb: 1\n",
        "1:8-9 There is text behind a value that is complete.",
        r#"{a: broken, b: "1"}"#,
    );
    let comma = "A comma is missing between two entries of `{ }`, or a value in it needs quotes.";
    check("a: { value: yes source: x }\nb: 1\n", &format!("1:23-24 {comma}"), r#"{a: broken, b: "1"}"#);
    check(
        "a: {\n  value: yes\n  source: x\n  }\nb: 1\n",
        &format!("3:3-12 {comma}"),
        r#"{a: "yes" @"x", b: "1"}"#,
    );
    check(
        "{\n  \"a\": 1,\n  \"b\": \"2\"\n  \"c\": 3\n}\n",
        &format!("4:3-9 {comma}"),
        r#"{a: "1", b: "2", c: "3"}"#,
    );
}

#[test]
fn indentation() {
    let deep = "This line is indented deeper than the entry before it, and so reads as a part of its value.";
    check("s:\n  a: 1\n   b: 2\n  c: 3\n", &format!("3:4-5 {deep}"), r#"{s: {a: "1", b: "2", c: "3"}}"#);
    check("a: 1 # c\n  b: 2\nd: 3\n", &format!("2:3-4 {deep}"), r##"{a: "1" >#"c", b: "2", d: "3"}"##);
    let fits = "This line is indented by 1 space, which fits no line above it.";
    check("s:\n  a: 1\n b: 2\nc: 3\n", &format!("3:2-3 {fits}"), r#"{s: {a: "1", b: "2"}, c: "3"}"#);
    check("s:\n  - a\n - b\nc: 3\n", &format!("3:2-5 {fits}"), r#"{s: ["a", "b"], c: "3"}"#);
    check(
        "s:\n  a: 1\n t:\n  b: 2\nc: 3\n",
        &format!("3:2-3 {fits}"),
        r#"{s: {a: "1", t: {b: "2"}}, c: "3"}"#,
    );
    let astray = "This line is indented by 3 spaces, and the lines of its level are not.";
    check(
        "r:\n  a: 1\ns:\n   a: 1\n  b: 2\nc: 3\n",
        &format!("4:4-5 {astray}"),
        r#"{r: {a: "1"}, s: {a: "1", b: "2"}, c: "3"}"#,
    );
    let root = "This line is indented deeper than other lines of its level below it.";
    check("  a: 1\nb: 2\nc: 3\n", &format!("1:3-4 {root}"), r#"{a: "1", b: "2", c: "3"}"#);
}

#[test]
fn lists_in_wrong_places() {
    let stray = "A list item stands where a key is expected.";
    check("a: 1\n- b\nc: 2\n", &format!("2:1-4 {stray}"), r#"{a: "1", c: "2"}"#);
    check("s:\n  a: 1\n  - b: 2\nc: 3\n", &format!("3:3-9 {stray}"), r#"{s: {a: "1"}, c: "3"}"#);
    check(
        "a: - b\nc: 1\n",
        "1:4-5 A list with dashes cannot begin on the line of its key.",
        r#"{a: broken, c: "1"}"#,
    );
    check(
        "s:\n  - a: 1\n  b: 2\nc: 3\n",
        "2:3-5 A list item stands among keys.",
        r#"{s: {a: "1", b: "2"}, c: "3"}"#,
    );
    let among = "This line stands among list items, and begins with no `- `.";
    check("s:\n  - a\n  b: 2\nc: 3\n", &format!("3:3-7 {among}"), r#"{s: ["a"], c: "3"}"#);
    check("a: [- b]\n", "1:5-8 A list with dashes stands inside brackets.", "{a: broken}");
}

#[test]
fn reserved_characters() {
    for (character, named) in [("@", "`@`"), ("`", "a backtick"), ("%", "`%`")] {
        let message = format!("2:6-7 Text without quotes cannot begin with {named} in YAML.");
        check(&format!("s:\n  a: {character}x\nb: 1\n"), &message, r#"{s: {a: broken}, b: "1"}"#);
    }
    let message = "Text without quotes cannot begin with `*` or `&` in YAML.";
    check("a: * x\nb: 1\n", &format!("1:4-5 {message}"), r#"{a: broken, b: "1"}"#);
    check(
        "a: ? x\nb: 1\n",
        "1:4-5 Text without quotes cannot begin with `? ` in YAML.",
        r#"{a: broken, b: "1"}"#,
    );
    check(
        "a: { value: @x, source: y }\nb: 1\n",
        "1:13-14 Text without quotes cannot begin with `@` in YAML.",
        r#"{a: broken @"y", b: "1"}"#,
    );
    check(
        "@s:\n  a: 1\nb: 1\n",
        "1:1-2 Text without quotes cannot begin with `@` in YAML.",
        r#"{s: {a: "1"}, b: "1"}"#,
    );
    check(
        "a: 1\n\u{feff}b: 2\n",
        "2:1-2 A byte order mark (U+FEFF) stands inside the text.",
        r#"{a: "1", b: "2"}"#,
    );
}

#[test]
fn block_texts_comments_and_documents() {
    let header =
        "Behind `|` or `>` may stand one of `+` and `-` and one digit from 1 to 9, and nothing else.";
    check("a: | x\n  y\nb: 1\n", &format!("1:4-5 {header}"), r#"{a: broken, b: "1"}"#);
    check("a: |0\n  y\nb: 1\n", &format!("1:4-6 {header}"), r#"{a: broken, b: "1"}"#);
    check(
        "a: 1 # c\n  d\nb: 1\n",
        "2:3-4 A value cannot go on behind a comment.",
        r##"{a: broken >#"c", b: "1"}"##,
    );
    check(
        "a: b\n--- c\nd: e\n",
        "2:5-6 Text stands behind `---`, which begins a document.",
        r#"{a: "b"} --- {d: "e"}"#,
    );
    check(
        "a: b\n... c\nd: e\n",
        "2:5-6 Text stands behind `...`, which ends a document.",
        r#"{a: "b", d: "e"}"#,
    );
    let directive = "A line that begins with `%` is a YAML directive, and stands only before `---`.";
    check("%YAML 1.2\na: b\n", &format!("1:1-10 {directive}"), r#"{a: "b"}"#);
}

#[test]
fn many_faults_are_told_at_once() {
    let text = "plan: A: B\ns:\n  a: \"open\n  b: 1\n\tc: 2\n  d yes\nt: {x: 1\nu: @y\n---\nv: ]\nw: 1\n";
    let (outline, found) = read(text);
    let places: Vec<&str> = found.iter().map(|found| found.split('-').next().unwrap_or_default()).collect();
    assert_eq!(places, ["1:8", "3:6", "5:1", "6:3", "7:4", "8:4", "10:4"], "{found:?}");
    let expected = r#"{plan: broken, s: {a: broken, b: "1", c: "2", d: broken}, t: broken, u: broken} --- {v: broken, w: "1"}"#;
    assert_eq!(outline, expected);
}

#[test]
fn a_fault_in_one_document_leaves_the_others_alone() {
    let (outline, found) = read("a: \"open\n---\nb: \"2\"\n---\nc: [\n---\nd: 4\n");
    assert_eq!(outline, r#"{a: broken} --- {b: "2"} --- {c: broken} --- {d: "4"}"#);
    assert_eq!(found.len(), 2, "{found:?}");
}

#[test]
fn faults_say_what_to_do() {
    let help = |text: &str| {
        let source = file(text);
        yaml::read(&source).1[0].help.clone().unwrap_or_default()
    };
    assert_eq!(help("plan: Acme: Foo\n"), "Put the value in quotes: `plan: \"Acme: Foo\"`.");
    assert_eq!(help("s:\n  allowed yes\n  b: 1\n"), "Write `allowed: yes`.");
    assert_eq!(help("a: 1\ntype:401(k)\n"), "Write `type: 401(k)`.");
    assert_eq!(help("s:\n  a: 1\n b: 2\n"), "Indent it by 2 spaces, like `a`.");
    assert_eq!(help("a: {b: 1]\n"), "Write `}` here, or close the brackets in the order in which they open.");
}

#[test]
fn excerpts_are_short_and_harmless() {
    let long = "x".repeat(100);
    let source = file(&format!("a: {long}: y\u{202e}\n"));
    let (_, findings) = yaml::read(&source);
    let help = findings[0].help.as_deref().unwrap_or_default();
    assert_eq!(help, format!("Put the value in quotes: `a: \"{}…\"`.", "x".repeat(39)));
    assert_eq!(faults("a: 1\nb\u{202e} c\n").len(), 1);
}
