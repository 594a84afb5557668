//! Any text as a plan, under any name: every format stays what it is.

use planlint::render::{Format, safe};
use roxmltree::Document;

use super::{of, value};
use crate::render::check;

/// Plans that are read as far as possible, with anything in their texts.
const TEXT: &str = "[ -~äß計\u{1b}\u{85}\u{202e}\u{2028}\u{feff}\u{ffff}\u{0}\n\r\t]{0,60}";

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(48))]
    #[test]
    fn no_text_breaks_a_format(name in TEXT, key in TEXT, phrase in TEXT, path in TEXT, wild in TEXT) {
        let quoted = |text: &str| serde_json::Value::from(text).to_string();
        let plan = format!(
            "plan: {}\ntype: 401(k)\nafter-tax:\n  allowed: {}\n  limit: {wild}\n{}: 1\n",
            quoted(&name),
            quoted(&phrase),
            quoted(&key),
        );
        let report = check(&[(&format!("{path}.plan.yaml"), &plan), ("b.plan", &wild), ("a.plan.yaml", &plan)]);
        for format in Format::ALL.iter().copied() {
            let text = of(&report, format);
            let strange = text.chars().find(|c| *c != '\n' && safe::stand_in(*c).is_some());
            assert_eq!(strange, None, "{}", format.name());
        }
        let page = of(&report, Format::Html);
        let page = Document::parse(page.trim_start_matches("<!doctype html>\n")).expect("well-formed");
        let foreign = page.descendants().find(|node| node.has_tag_name("script") || node.has_tag_name("img"));
        assert!(foreign.is_none());
        let results = of(&report, Format::Junit);
        Document::parse(&results).expect("XML");
        for format in [Format::Json, Format::Sarif, Format::Gitlab] {
            value(&of(&report, format));
        }
        let lines = of(&report, Format::Csv);
        let mut reader = csv::Reader::from_reader(lines.as_bytes());
        for cell in reader.records().flat_map(|record| record.expect("a record").iter().map(str::to_owned).collect::<Vec<_>>()) {
            assert!(!cell.trim_start().starts_with(['=', '+', '-', '@']), "{cell}");
        }
        for line in of(&report, Format::Github).lines() {
            assert!(line.starts_with("::") || !line.contains("##["), "{line}");
        }
    }
}
