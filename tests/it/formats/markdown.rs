//! Markdown for a comment: short enough for one, and nothing in it but what planlint wrote.

use planlint::render::Format;

use super::{HOSTILE, HOSTILE_PATH, of, snapshot, written};
use crate::render::{UNKNOWN, check};

#[test]
fn a_comment() {
    insta::assert_snapshot!(snapshot(&written(Format::Markdown)));
}

#[test]
fn no_markup_comes_from_a_plan() {
    let text = of(&check(&[(HOSTILE_PATH, HOSTILE)]), Format::Markdown);
    let ours =
        ["<code>", "</code>", "<br>", "<!-- -->", "<details>", "<summary>", "</summary>", "</details>"];
    let rest = ours.iter().fold(text.clone(), |text, tag| text.replace(tag, ""));
    assert!(!rest.contains('<'), "{rest}");
    let addresses = text.matches("](").count();
    assert_eq!(addresses, text.matches("](https://www.").count(), "{text}");
    let row = text.lines().find(|line| line.contains("HYPERLINK")).expect("a row of the table");
    assert_eq!(row.replace("\\|", "").matches('|').count(), 10, "{row}");
    let begins = |line: &str| line.split_whitespace().next().unwrap_or_default().to_owned();
    for line in text.lines().filter(|line| !line.is_empty()) {
        let first = begins(line);
        let is_number = first.strip_suffix('.').is_some_and(|number| number.parse::<u32>().is_ok());
        let known = [
            "##",
            "###",
            "|",
            "-",
            "Also",
            "Help:",
            "See:",
            "Law:",
            "Mega",
            "|---|---|---|---|---|--:|--:|--:|--:|",
        ];
        assert!(is_number || line.starts_with('<') || known.contains(&&*first), "{line}");
    }
}

#[test]
fn a_comment_is_never_longer_than_a_forge_takes_and_says_what_it_leaves_out() {
    let names: Vec<String> =
        (0..600).map(|number| format!("plans/{number}/{}.plan.yaml", "long-name".repeat(8))).collect();
    let mistaken = format!("{HOSTILE}in-service: perhaps\n");
    for count in [1, 20, 200, 600] {
        let specs: Vec<(&str, &str)> = names[..count]
            .iter()
            .enumerate()
            .map(|(index, name)| (name.as_str(), if index % 2 == 0 { mistaken.as_str() } else { UNKNOWN }))
            .collect();
        let report = check(&specs);
        let text = of(&report, Format::Markdown);
        assert!(text.len() <= 60_000, "{count} plans: {} bytes", text.len());
        let told = text.matches("- **error**").count();
        assert_eq!(told < report.summary().errors, text.contains("Left out for length"), "{count} plans");
    }
}

#[test]
fn of_one_plan_with_too_many_findings_the_first_are_told() {
    let keys: String = (0..2_000).map(|number| format!("no-such-key-{number}: 1\n")).collect();
    let report = check(&[("a.plan.yaml", &format!("plan: A\ntype: 401(k)\n{keys}"))]);
    let text = of(&report, Format::Markdown);
    assert!(text.len() <= 60_000, "{}", text.len());
    let told = text.matches("- **error**").count();
    assert!(told > 20, "{told}");
    assert!(text.ends_with(&format!("Left out for length: {} more findings.\n", 2_000 - told)));
}
