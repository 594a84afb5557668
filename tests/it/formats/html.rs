//! The page: well-formed, nothing from elsewhere, nothing from a plan but text. roxmltree reads it, since it is XML too.

use std::collections::BTreeSet;

use planlint::render::Format;
use roxmltree::Document;

use super::{HOSTILE, HOSTILE_PATH, examples, of, snapshot, written};
use crate::render::{BLOCKED, check};

/// The page without its first line, which XML has no use for.
fn body(page: &str) -> &str {
    page.strip_prefix("<!doctype html>\n").expect("a page of HTML")
}

#[test]
fn a_page() {
    let page = written(Format::Html);
    let (before, rest) = page.split_once("<style>").expect("a style");
    let (_, after) = rest.split_once("</style>").expect("its end");
    insta::assert_snapshot!(snapshot(&format!("{before}<style>…</style>{after}")));
}

#[test]
fn a_page_needs_nothing_from_elsewhere() {
    for page in [written(Format::Html), of(&examples(), Format::Html)] {
        let document = Document::parse(body(&page)).expect("well-formed");
        for node in document.descendants().filter(|node| node.is_element()) {
            let name = node.tag_name().name();
            assert!(!["script", "link", "img", "iframe", "object", "form"].contains(&name), "<{name}>");
            for attribute in node.attributes() {
                assert!(!attribute.name().starts_with("on") && attribute.name() != "src", "{attribute:?}");
                let of_law =
                    ["https://www.law.cornell.edu/", "https://www.ecfr.gov/", "https://www.irs.gov/"];
                let is_known = attribute.value().starts_with('#')
                    || of_law.iter().any(|site| attribute.value().starts_with(site));
                assert!(attribute.name() != "href" || is_known, "{attribute:?}");
            }
        }
        assert!(!page.contains("url(") && !page.contains("@import"));
    }
}

#[test]
fn what_is_held_back_is_counted_where_nothing_else_was_found() {
    let allowed = "  after-tax { allowed no } # planlint: allow(after-tax-not-allowed) decided\n";
    let text = format!("plan \"A\" {{\n  type 401(k)\n  year 2026\n  goals mega backdoor\n{allowed}}}\n");
    let page = of(&check(&[("a.plan", &text), ("b.plan.yaml", BLOCKED)]), Format::Html);
    assert!(page.contains(">none, 1 suppressed</td>"), "{page}");
}

#[test]
fn links_within_the_page_lead_somewhere_and_names_are_given_once() {
    let page = of(&examples(), Format::Html);
    let document = Document::parse(body(&page)).expect("well-formed");
    let elements = || document.descendants().filter(|node| node.is_element());
    let ids: Vec<&str> = elements().filter_map(|node| node.attribute("id")).collect();
    let once: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(once.len(), ids.len());
    let inner = elements().filter_map(|node| node.attribute("href")?.strip_prefix('#'));
    let labelled = elements().filter_map(|node| node.attribute("aria-labelledby"));
    for id in inner.chain(labelled) {
        assert!(once.contains(id), "{id}");
    }
}

#[test]
fn what_a_plan_says_is_text() {
    let page = of(&check(&[(HOSTILE_PATH, HOSTILE)]), Format::Html);
    let document = Document::parse(body(&page)).expect("well-formed");
    let title = document.descendants().find(|node| node.has_tag_name("h2")).expect("a heading");
    let name: String = title.descendants().filter_map(|node| node.text()).collect();
    assert!(name.contains("<script>alert(1)</script>"), "{name}");
    let marked: Vec<&str> = document
        .descendants()
        .filter(|node| node.has_tag_name("mark"))
        .filter_map(|node| node.text())
        .collect();
    assert!(marked.iter().any(|text| text.starts_with("\"<b>k|`x`")), "{marked:?}");
}
