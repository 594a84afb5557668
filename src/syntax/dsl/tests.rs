//! Trees from text, text from trees, and every kind of mistake at its place.

use super::{read, write};
use crate::source::{FileId, SourceFile};

const PLAN: &str = r#"# About this plan.
plan "Acme \"A\" 401(k)" {   # opening
  type 401(k)
  year 2026

  # What employees defer.
  deferrals {
    pre-tax   1% to 75% of pay   # behind
    catch-up  yes
  }
  after-tax    { allowed yes; limit 10% of pay }
  in-plan-roth { allowed yes; sources after-tax, pre-tax }
  match {
    formula  by service (under 2 years: 50% of first 6% of pay;
        2 years or more: 75% of first 6% of pay)
    true-up  yes  from 2026-07-01  @ "AA 1.11(d)"
    # last
  }
}
# the end
"#;

fn file(text: &str) -> SourceFile {
    SourceFile::new(FileId(0), "test.plan", text)
}

#[track_caller]
fn formatted(text: &str) -> String {
    let file = file(text);
    let (documents, findings) = read(&file);
    assert_eq!(findings, [], "{text}");
    write(&documents)
}

#[test]
fn the_house_layout_is_a_fixed_point() {
    assert_eq!(formatted(PLAN), PLAN);
}

#[test]
fn formatting_keeps_comments_and_values_and_evens_the_rest() {
    let wild = "plan   \"A\"{type 401(k);year 2026\r\n\tafter-tax{allowed   yes# why\n}\n\n\n match { formula 100% of first 3% of pay +\n # the second tier\n 50% of next 2% of pay\n} }";
    let neat = "plan \"A\" {\n  type 401(k)\n  year 2026\n\n  after-tax {\n    allowed  yes   # why\n  }\n\n  match {\n    \
                # the second tier\n    formula  100% of first 3% of pay +\n        50% of next 2% of pay\n  }\n}\n";
    assert_eq!(formatted(wild), neat);
    assert_eq!(formatted(neat), neat);
}

#[test]
fn a_phrase_knows_its_place_even_over_lines_and_behind_other_scripts() {
    let text = "plan \"Å 계획\" {\n  match { formula 100% of first 3% of pay +  # tier\n    50% of nxet 2% of pay }\n}\n";
    let file = file(text);
    let (documents, findings) = read(&file);
    assert_eq!(findings, []);
    let entry = documents[0].root.get("match").expect("a match section");
    let crate::syntax::tree::Kind::Map(map) = &entry.value.kind else { panic!("a section") };
    let formula = map.get("formula").and_then(|entry| entry.value.as_scalar()).expect("a formula");
    let at = formula.text.find("nxet").expect("the word");
    let span = formula.span_of(at, at + 4);
    assert_eq!(file.slice(span), "nxet");
    assert_eq!((file.position(span.start).line, file.position(span.start).column), (3, 12));
}

#[track_caller]
fn mistakes(text: &str, expected: &[(&str, &str)]) {
    let file = file(text);
    let (_, findings) = read(&file);
    let found: Vec<(&str, &str)> =
        findings.iter().map(|finding| (file.slice(finding.primary.span), finding.message.as_str())).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn all_mistakes_of_a_file_are_reported_at_once() {
    mistakes(
        "plan \"A\" {\n  allowed: yes\n  match { formula greater of (1%\n  }\n  after-tax { allowed yes @ AA 1; limit $5 @ \"b\" @ \"c\" }\n  \"x\" 1\n}\nstray 1\n",
        &[
            (":", "Syntax: the DSL has no colon behind a key."),
            ("(", "Syntax: a parenthesis is never closed."),
            ("@ ", "Syntax: a source is not in quotes."),
            ("@ \"c\"", "Syntax: an election has two sources."),
            ("\"", "Syntax: a key does not stand in quotes."),
            ("stray", "Syntax: this stands outside of any plan."),
        ],
    );
    mistakes("plan \"A\" {\n  year 2026\n", &[("plan \"A\" {", "Syntax: a brace is never closed.")]);
    mistakes("plan \"A\" { year 2026 } }", &[("}", "Syntax: a closing brace without an opening one.")]);
    mistakes(
        "plan \"A\"\nyear 2026\n",
        &[("", "Syntax: a plan has no body."), ("year", "Syntax: this stands outside of any plan.")],
    );
}

#[test]
fn blanks_of_other_kinds_are_named_and_left() {
    for blank in ["\u{a0}", "\u{c}", "\u{b}", "\u{3000}", "\u{2028}", "\u{85}", "\u{0}"] {
        for text in [
            format!("plan \"A\" {{\n  type 401(k)\n{blank}\n  year 2026\n}}\n"),
            format!("{blank}\nplan \"A\" {{ year 2026{blank}; {blank}{blank} }}{blank}"),
        ] {
            let file = file(&text);
            let (documents, findings) = read(&file);
            assert!((1..=4).contains(&findings.len()), "{text:?}: {findings:?}");
            assert!(documents.first().is_some_and(|plan| plan.root.get("year").is_some()), "{text:?}");
        }
    }
    mistakes(
        "plan \"A\" {\n\u{a0}\u{a0}year 2026\n}",
        &[("\u{a0}\u{a0}", "Syntax: a character that is neither a blank nor text.")],
    );
}

#[test]
fn hostile_input_ends_in_findings() {
    for text in [
        "a {".repeat(100_000),
        "(".repeat(100_000),
        "plan \"A\" {".repeat(50_000),
        "{".repeat(100_000),
        "\"".repeat(9_999),
    ] {
        let file = file(&text);
        let (_, findings) = read(&file);
        assert!(!findings.is_empty());
    }
}

proptest::proptest! {
    #[test]
    fn any_text_is_read_without_panic_and_formatting_is_idempotent(text in "(plan \"A\" \\{)?[a-c{}();,+@#\" \n%1-\u{a0}\u{c}\u{3000}:\\\\]{0,60}\\}?") {
        let file = file(&text);
        let (documents, findings) = read(&file);
        if findings.is_empty() {
            let once = write(&documents);
            let again = SourceFile::new(FileId(0), "again", once.clone());
            let (documents, findings) = read(&again);
            proptest::prop_assert!(findings.is_empty(), "{once}");
            proptest::prop_assert_eq!(write(&documents), once);
        }
    }
}
