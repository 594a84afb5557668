//! What stands on the pages: well-formed, complete without a script, nothing from elsewhere, text from plans as text.

use std::collections::BTreeSet;

use roxmltree::{Document, Node};

use super::{mixed, pages, report, texts};

/// What lies below a node as one text.
fn text(node: Node<'_, '_>) -> String {
    node.descendants().filter(Node::is_text).filter_map(|part| part.text()).collect()
}

#[test]
fn every_page_is_well_formed_and_every_link_leads_somewhere() {
    let folder = mixed("site-links");
    let (code, _, err) = report(&folder, &["plans", "--out", "site"]);
    assert_eq!(code, 3, "a file without a plan: {err}");
    let site = folder.0.join("site");
    let pages = pages(&site);
    assert!(pages.len() >= 8, "{:?}", pages.keys());
    for (path, page) in &pages {
        let document = Document::parse(page).unwrap_or_else(|error| panic!("{path}: {error}"));
        let ids: Vec<&str> = document.descendants().filter_map(|node| node.attribute("id")).collect();
        assert_eq!(ids.len(), ids.iter().collect::<BTreeSet<_>>().len(), "{path}: {ids:?}");
        for node in document.descendants().filter(Node::is_element) {
            let name = node.tag_name().name();
            assert!(!["link", "img", "iframe", "object", "form"].contains(&name), "{path}: <{name}>");
            let is_ours = path == "index.html" && node.attribute("src") == Some("table.js");
            assert!(name != "script" || is_ours && node.text().is_none(), "{path}: <script>");
            assert!(node.attributes().all(|attribute| !attribute.name().starts_with("on")), "{path}");
            if let Some(target) = node.attribute("href") {
                let here = site.join(path).with_file_name("");
                let leads = match target.strip_prefix('#') {
                    Some(id) => ids.contains(&id),
                    None => target.starts_with("https://www.") || here.join(target).is_file(),
                };
                assert!(leads, "{path}: {target}");
            }
        }
        assert!(!page.contains("url(") && !page.contains("@import"), "{path}");
    }
}

#[test]
fn the_overview_is_complete_without_its_script_and_begins_with_what_is_wrong() {
    let folder = mixed("site-overview");
    report(&folder, &["plans", "gone.plan", "--out", "site"]);
    report(&folder, &["plans", "--out", "site", "--title", "Plans <of> A & B"]);
    let pages = pages(&folder.0.join("site"));
    let document = Document::parse(&pages["index.html"]).expect("a page");
    let rows: Vec<String> =
        document.descendants().filter(|node| node.has_attribute("data-rank")).map(text).collect();
    assert_eq!(rows.len(), 5, "{rows:?}");
    assert!(rows[0].contains("plans/empty.plan") && rows[0].contains("not read"), "{rows:?}");
    assert!(rows[1].contains("blocked"), "{rows:?}");
    let all = text(document.root_element());
    for told in [
        "Plans <of> A & B",
        "As of 2026-06-01",
        "plan is blocked by one thing alone",
        "a later revision is here too",
    ] {
        assert!(all.contains(told), "{told} in {all}");
    }
    let chart = document.descendants().find(|node| node.attribute("role") == Some("img")).expect("a chart");
    assert_eq!(
        chart.attribute("aria-label"),
        Some("Plans by verdict on the mega backdoor Roth: 2 available, 1 blocked, 1 unknown, 1 not read.")
    );
    assert!(text(chart).contains("available"), "the bars have words");
}

#[test]
fn a_plan_has_its_elections_with_sources_its_letter_and_its_history() {
    let folder = mixed("site-plan");
    report(&folder, &["plans", "--out", "site"]);
    let site = folder.0.join("site");
    let (pages, files) = (pages(&site), texts(&site));
    let page = &pages["plans/acme-sons-401-k-2026.html"];
    let document = Document::parse(page).expect("a page");
    let rows: Vec<Vec<String>> = document
        .descendants()
        .filter(|node| node.has_tag_name("tr"))
        .map(|row| row.children().filter(Node::is_element).map(|cell| text(cell).trim().to_owned()).collect())
        .collect();
    let allowed =
        rows.iter().find(|row| row[0].starts_with("allowed Whether participants")).expect("an election");
    assert_eq!(allowed[1..], ["yes", "AA 1.11(d)", "2024-07-01"]);
    let limit = rows.iter().find(|row| row[0] == "after-tax.limit").expect("what changed");
    assert_eq!(limit[1..3], ["5% of pay", "10% of pay"]);
    assert!(text(document.root_element()).contains("Revision before"));
    assert!(pages["plans/acme-sons-401-k-2025.html"].contains("Revision after"));
    let letter = &files["letters/acme-sons-401-k-2026.txt"];
    assert!(letter.contains("To:         the plan administrator"), "{letter}");
    assert!(
        letter.contains("\n  1. ") && letter.contains("     Why: ") && letter.contains("Answer:"),
        "{letter}"
    );
    assert!(letter.lines().all(|line| line.chars().count() <= 78), "{letter}");
    let asked = document.descendants().filter(|node| node.attribute("class") == Some("answer")).count();
    assert_eq!(asked, letter.matches("     Why: ").count(), "page and text ask the same");
}

#[test]
fn the_same_plans_give_the_same_bytes_at_any_number_of_threads() {
    let folder = mixed("site-bytes");
    let first = report(&folder, &["plans", "--out", "one", "-j", "1"]);
    report(&folder, &["plans", "--out", "two", "-j", "4"]);
    assert_eq!(first.0, 3);
    assert_eq!(texts(&folder.0.join("one")), texts(&folder.0.join("two")));
}

#[test]
fn a_name_never_leaves_its_folder() {
    let folder = crate::cli::Folder::new("site-names");
    for (file, name) in [("a", "../../up"), ("b", "/etc/passwd"), ("c", ".."), ("d", "NUL"), ("e", "a\\b")] {
        folder
            .write(&format!("plans/{file}.plan.yaml"), format!("plan: '{name}'\ntype: 401(k)\nyear: 2026\n"));
    }
    report(&folder, &["plans", "--out", "site"]);
    let files: Vec<String> = texts(&folder.0.join("site")).into_keys().collect();
    for name in ["up", "etc-passwd", "plan", "nul", "a-b"] {
        assert!(files.contains(&format!("plans/{name}-2026.html")), "{name}: {files:?}");
    }
}

#[test]
fn a_workforce_shows_how_near_a_test_is_and_norms_where_a_plan_stands() {
    let folder = mixed("site-exposure");
    let dental = include_str!("../../../plan-specs/designs/safe-harbor-with-after-tax.plan.yaml");
    folder.write("plans/dental.plan.yaml", dental);
    folder.write(
        "norms.yaml",
        "norms:\n- { feature: after-tax.allowed = yes, share: 22%, source: <b>Ours</b>, year: 2024 }\n",
    );
    report(&folder, &["plans", "--norms", "norms.yaml", "--out", "site"]);
    let pages = pages(&folder.0.join("site"));
    let page = |part: &str| {
        let page = pages.iter().find(|(path, _)| path.contains(part)).expect("a page").1;
        text(Document::parse(page).expect("a page").root_element())
    };
    let dental = page("plans/dental");
    for told in [
        "Exposure to the tests",
        "estimate from the workforce of the spec",
        "Heat map of the margin",
        "F −8.00",
        "22% of plans (<b>Ours</b>, 2024)",
    ] {
        assert!(dental.contains(told), "{told} in {dental}");
    }
    let overview = page("index.html");
    assert!(overview.contains("estimate: ACP fails −8.00"), "{overview}");
    assert!(!overview.contains("personal data"), "no census was read");
    let acme = page("plans/acme");
    assert!(
        !acme.contains("Exposure to the tests") && acme.contains("Where it stands to other plans"),
        "{acme}"
    );
}
