//! Where comments go, and that none is lost or doubled.

use proptest::prelude::*;

use super::{file, outline, tree};
use crate::syntax::yaml;

#[test]
fn comments_go_before_and_behind_entries() {
    let text = "# top\n\n# a's\na: 1 # behind a\nb: # behind b\n  # c's\n  c: >- # behind c\n    text\n  # end of b\n# end\n";
    let expected = r##"{#"top" #"a's" a: "1" >#"behind a", b: {#"c's" c: "text" >#"behind c"#"end of b" } >#"behind b"}#"end" "##;
    assert_eq!(tree(text), expected);
}

#[test]
fn comments_around_document_marks_stay() {
    let text = "# 1\n---\n# 2\na: 1\n# 3\n---\n# 4\n---\n# 5\nb: 2\n...\n# 6\n";
    assert_eq!(tree(text), r##"{#"1" #"2" a: "1"}#"3"  --- {#"4" #"5" b: "2"}#"6" "##);
}

#[test]
fn comments_in_lists_go_to_the_entry() {
    let text = "a: # 1\n  - x # 2\n  # 3\n  - y\n  # 4\nb: [u, # 5\n  # 6\n  v] # 7\n";
    assert_eq!(tree(text), r##"{#"2" #"3" a: ["x", "y"] >#"1", #"4" #"6" #"7" b: ["u", "v"] >#"5"}"##);
}

#[test]
fn comments_in_flow_maps_go_to_their_entries() {
    assert_eq!(tree("{\n# 1\na: 1, # 2\n# 3\n} # 4\n"), r##"{#"1" a: "1" >#"2"#"3" }#"4" "##);
    let text = "a: { # 1\n  # 2\n  x: 1, # 3\n  y: {}, # 4\n  # 5\n  } # 6\n";
    assert_eq!(tree(text), r##"{#"6" a: {#"2" x: "1" >#"3", y: {} >#"4"#"5" } >#"1"}"##);
}

#[test]
fn indentation_tells_whose_end_a_comment_is() {
    let text =
        "a:\n  b:\n    c: 1\n    # c's map\n   # b's map\n  # b's map too\n # the next entry's\nd: 2\n";
    let expected = r##"{a: {b: {c: "1"#"c's map" }#"b's map" #"b's map too" }, #"the next entry's" d: "2"}"##;
    assert_eq!(tree(text), expected);
}

#[test]
fn aliases_do_not_repeat_comments() {
    let text = "a: &x # 1\n  # 2\n  k: v # 3\nb: *x # 4\n# 5\n";
    assert_eq!(tree(text), r##"{a: {#"2" k: "v" >#"3"} >#"1", b: {k: "v"} >#"4"}#"5" "##);
}

/// One line of a plan spec with holes for comments.
#[derive(Debug, Clone)]
enum Part {
    Election,
    Section(Vec<Part>),
    Flow(Vec<Part>),
    List(usize),
    FlowList(usize),
    Text(usize),
    Annotated,
    Document,
}

fn parts() -> impl Strategy<Value = Vec<Part>> {
    let leaf = prop_oneof![
        Just(Part::Election),
        (0..3_usize).prop_map(Part::List),
        (0..3_usize).prop_map(Part::FlowList),
        (1..3_usize).prop_map(Part::Text),
        Just(Part::Annotated),
    ];
    let part = leaf.prop_recursive(3, 20, 4, |inner| {
        let inner = proptest::collection::vec(inner, 0..4);
        prop_oneof![inner.clone().prop_map(Part::Section), inner.prop_map(Part::Flow)]
    });
    proptest::collection::vec(prop_oneof![9 => part, 1 => Just(Part::Document)], 1..8)
}

/// Writes parts, and a comment with a number of its own into many holes.
struct Scribe {
    text: String,
    count: usize,
    holes: u64,
}

impl Scribe {
    /// The next hole is filled or not.
    fn filled(&mut self) -> bool {
        self.holes = self.holes.rotate_left(7).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x51;
        self.holes >> 62 != 0
    }

    fn behind(&mut self) {
        if self.filled() {
            self.text.push_str(&format!(" # n{}.", self.count));
            self.count += 1;
        }
        self.text.push('\n');
    }

    fn own_line(&mut self, indent: usize) {
        while self.filled() && self.filled() {
            self.text.push_str(&format!("{}#n{}.\n", " ".repeat(indent), self.count));
            self.count += 1;
        }
    }

    fn block(&mut self, parts: &[Part], indent: usize) {
        for (index, part) in parts.iter().enumerate() {
            self.own_line(indent + index % 2);
            let key = format!("{}k{index}:", " ".repeat(indent));
            match part {
                Part::Document if indent == 0 => {
                    self.text.push_str("---");
                    self.behind();
                }
                Part::Election | Part::Document => self.line(&format!("{key} value")),
                Part::Section(inner) => {
                    self.line(&key);
                    self.block(inner, indent + 2);
                }
                Part::Flow(inner) => {
                    self.line(&format!("{key} {{"));
                    self.flow(inner, indent + 2);
                    self.line(&format!("{}}}", " ".repeat(indent + 1)));
                }
                Part::List(items) => self.items(&key, *items, indent),
                Part::FlowList(items) => {
                    self.line(&format!("{key} ["));
                    (0..*items).for_each(|_| self.line(&format!("{}item,", " ".repeat(indent + 1))));
                    self.line(&format!("{}]", " ".repeat(indent + 1)));
                }
                Part::Text(lines) => {
                    self.line(&format!("{key} |"));
                    (0..*lines)
                        .for_each(|_| self.text.push_str(&format!("{}words\n", " ".repeat(indent + 2))));
                }
                Part::Annotated => {
                    self.line(&key);
                    self.line(&format!("{}value: v", " ".repeat(indent + 2)));
                    self.own_line(indent + 2);
                    self.line(&format!("{}source: s", " ".repeat(indent + 2)));
                }
            }
        }
    }

    fn items(&mut self, key: &str, items: usize, indent: usize) {
        self.line(key);
        for _ in 0..items {
            self.own_line(indent + 1);
            self.line(&format!("{}- item", " ".repeat(indent)));
        }
    }

    fn flow(&mut self, parts: &[Part], indent: usize) {
        for (index, part) in parts.iter().enumerate() {
            self.own_line(indent);
            match part {
                Part::Section(inner) | Part::Flow(inner) => {
                    self.line(&format!("{}f{index}: {{", " ".repeat(indent)));
                    self.flow(inner, indent + 1);
                    self.line(&format!("{}}},", " ".repeat(indent)));
                }
                Part::Election
                | Part::List(_)
                | Part::FlowList(_)
                | Part::Text(_)
                | Part::Annotated
                | Part::Document => {
                    self.line(&format!("{}f{index}: v,", " ".repeat(indent)));
                }
            }
        }
    }

    fn line(&mut self, text: &str) {
        self.text.push_str(text);
        self.behind();
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn every_comment_is_in_the_tree_once(parts in parts(), holes: u64) {
        let mut scribe = Scribe { text: String::new(), count: 0, holes };
        scribe.block(&parts, 0);
        scribe.text.push_str("last: 1\n");
        scribe.own_line(0);
        let source = file(&scribe.text);
        let (documents, findings) = yaml::read(&source);
        prop_assert!(findings.is_empty(), "{:?}\n{}", findings, scribe.text);
        let outline = outline(&documents);
        for number in 0..scribe.count {
            let found = outline.matches(&format!("#\"n{number}.\"")).count();
            prop_assert_eq!(found, 1, "comment {} of\n{}\nin {}", number, scribe.text, outline);
        }
    }
}
