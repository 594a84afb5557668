//! JUnit, read by roxmltree.

use planlint::render::Format;
use roxmltree::{Document, Node};

use super::{examples, of, snapshot, written};

#[test]
fn suites_and_cases() {
    insta::assert_snapshot!(snapshot(&written(Format::Junit)));
}

fn children<'a>(node: Node<'a, 'a>, name: &'a str) -> impl Iterator<Item = Node<'a, 'a>> {
    node.children().filter(move |child| child.has_tag_name(name))
}

fn number(node: Node<'_, '_>, attribute: &str) -> usize {
    node.attribute(attribute).and_then(|text| text.parse().ok()).expect("a number")
}

/// Cases in a node that have such a child; all cases for none.
fn cases(node: Node<'_, '_>, child: Option<&str>) -> usize {
    let cases = node.descendants().filter(|node| node.has_tag_name("testcase"));
    cases
        .filter(|case| child.is_none_or(|child| case.children().any(|node| node.has_tag_name(child))))
        .count()
}

#[test]
fn the_numbers_are_those_of_the_cases() {
    for text in [written(Format::Junit), of(&examples(), Format::Junit)] {
        let document = Document::parse(&text).expect("XML");
        let root = document.root_element();
        for node in std::iter::once(root).chain(children(root, "testsuite")) {
            assert_eq!(number(node, "tests"), cases(node, None));
            assert_eq!(number(node, "failures"), cases(node, Some("failure")));
            assert_eq!(number(node, "errors"), cases(node, Some("error")));
            assert_eq!(number(node, "skipped"), cases(node, Some("skipped")));
        }
    }
}

#[test]
fn no_two_cases_of_a_suite_have_one_name() {
    let text = written(Format::Junit);
    let document = Document::parse(&text).expect("XML");
    for suite in children(document.root_element(), "testsuite") {
        let mut names: Vec<_> =
            children(suite, "testcase").filter_map(|case| case.attribute("name")).collect();
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all, "{:?}", suite.attribute("name"));
    }
}

#[test]
fn every_rule_that_was_judged_is_a_case() {
    let report = examples();
    let text = of(&report, Format::Junit);
    let document = Document::parse(&text).expect("XML");
    let suites: Vec<_> = children(document.root_element(), "testsuite").collect();
    assert_eq!(suites.len(), report.plans.len());
    for (plan, suite) in report.plans.iter().zip(suites) {
        assert_eq!(suite.attribute("name"), Some(&*plan.name));
        assert_eq!(number(suite, "skipped"), plan.tally.unknown, "{}", plan.name);
        let failed = cases(suite, Some("failure")) + cases(suite, Some("system-out"));
        assert!(failed >= plan.tally.fail, "{}", plan.name);
        assert_eq!(number(suite, "tests") - failed, plan.tally.unknown + plan.tally.pass, "{}", plan.name);
    }
}

#[test]
fn what_cannot_be_read_is_an_error() {
    let text = written(Format::Junit);
    let document = Document::parse(&text).expect("XML");
    let last = children(document.root_element(), "testsuite").last().expect("a suite");
    assert_eq!(last.attribute("name"), Some("inputs that cannot be read"));
    assert_eq!(number(last, "errors"), 1);
}
