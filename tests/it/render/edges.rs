//! Reports that no rule makes today: spans anywhere, labels over each other, long lines, many findings.

use std::time::{Duration, Instant};

use planlint::finding::{Finding, Severity};
use planlint::render::json::Passing;
use planlint::render::{Format, Style, render};
use planlint::report::{Report, Reported};
use planlint::rules::Group;
use planlint::source::{FileId, SourceFile, Span};

const FILE: FileId = FileId(0);

fn reported(finding: Finding) -> Reported {
    Reported {
        severity: Severity::Warning,
        group: Group::MegaBackdoor,
        citations: &["IRC 402A(c)(4)(B), (E)", "Notice 2014-54"],
        file: finding.primary.span.file,
        plan: None,
        fingerprint: String::new(),
        suppressed: None,
        finding,
    }
}

fn report(text: &str, findings: Vec<Finding>) -> Report {
    Report {
        files: vec![SourceFile::new(FILE, "edge.plan.yaml", text)],
        findings: findings.into_iter().map(reported).collect(),
        ..Report::default()
    }
}

fn at(start: usize, end: usize) -> Finding {
    Finding::new(
        "no-route-to-roth",
        Span::new(FILE, start, end),
        "A message of some length about it.",
        "here it is",
    )
}

/// The lines of the excerpt alone.
fn excerpt(text: &str, finding: Finding, width: usize) -> String {
    let output =
        render(&report(text, vec![finding]), Format::Full, &Style { width, ..Style::PLAIN }, Passing::Left);
    let drawn = output.lines().skip(2).take_while(|line| !line.trim_start().starts_with("law:"));
    drawn.map(|line| format!("{line}\n")).collect()
}

#[test]
fn no_span_in_no_text_makes_it_panic() {
    let texts = [
        "",
        "\n",
        "\r\n\r\n",
        "a",
        "a: b\n",
        "\ta:\t計画\r\n\u{1b}b\r \u{202e}c\n\n",
        "e\u{301}\u{200d}🇯🇵\n x: y",
    ];
    for text in texts {
        for start in 0..=text.len() + 2 {
            for end in start..=text.len() + 2 {
                for width in [0, 30, 80] {
                    let finding = at(start, end).related(Span::new(FILE, end, end), "there it ends");
                    let finding = finding.related(Span::new(FILE, 0, start), "and there it begins");
                    let style = Style { width, ..Style::PLAIN };
                    let report = report(text, vec![finding]);
                    // The terminal's formats go by the width, the others do not.
                    let formats = if width == 80 { Format::ALL } else { &Format::ALL[..3] };
                    for format in formats {
                        render(&report, *format, &style, Passing::Left);
                    }
                }
            }
        }
    }
}

#[test]
fn labels_far_apart_are_shown_in_two_excerpts() {
    let text = "after-tax:\n  allowed: yes\na: 1\nb: 1\nc: 1\nd: 1\nin-service:\n  after-tax: none\n";
    let second = text.find("none").unwrap();
    let finding = at(22, 25).related(Span::new(FILE, second, second + 4), "closed there");
    insta::assert_snapshot!(excerpt(text, finding, 80));
}

#[test]
fn labels_over_each_other_are_kept_apart() {
    let text = "match: 100% of first 3% of pay\n";
    let finding =
        at(7, 30).related(Span::new(FILE, 7, 11), "the rate").related(Span::new(FILE, 21, 23), "the share");
    insta::assert_snapshot!("overlapping", excerpt(text, finding, 80));
    let same = at(7, 11).related(Span::new(FILE, 7, 11), "said twice");
    insta::assert_snapshot!("same_place", excerpt(text, same, 80));
}

#[test]
fn a_span_of_many_lines_is_shown_where_it_begins() {
    let lines: String = (0..50).map(|n| format!("  key-{n}: value\n")).collect();
    let text = format!("match:\n{lines}");
    insta::assert_snapshot!(excerpt(&text, at(0, text.len()), 80));
}

#[test]
fn tabs_keep_their_width_and_the_caret_its_place() {
    insta::assert_snapshot!(excerpt("match:\n\tformula:\t50%\n", at(17, 20), 80));
}

#[test]
fn of_a_long_line_the_part_around_the_label_is_shown() {
    let text = format!(
        "{{ {}after-tax: {{ allowed: no }}{} }}\n",
        "key: value, ".repeat(500),
        ", key: value".repeat(500)
    );
    let start = text.find("no }").unwrap();
    insta::assert_snapshot!(excerpt(&text, at(start, start + 2), 60));
}

#[test]
fn labels_in_another_text_are_told_below() {
    let finding = at(0, 4).related(Span::new(FileId(1), 0, 4), "and in the other plan");
    let mut report = report("plan: A\n", vec![finding]);
    report.files.push(SourceFile::new(FileId(1), "other.plan.yaml", "plan: B\n"));
    let output = render(&report, Format::Full, &Style::PLAIN, Passing::Left);
    assert!(output.contains("  also: other.plan.yaml:1:1: and in the other plan\n"), "{output}");
}

/// Not how fast it is, but that it does not grow with the text for every finding: a bound that even a busy machine
/// and a debug build keep.
#[test]
fn large_texts_with_many_findings_take_no_longer_for_each() {
    let line = "  after-tax-contribution-limit: 10% of pay # remark\n";
    let many_lines = line.repeat((1 << 20) / line.len());
    let one_line = many_lines.replace('\n', " ");
    for text in [many_lines, one_line] {
        let step = text.len() / 2_000;
        let findings: Vec<Finding> = (0..2_000).map(|n| at(n * step, n * step + 5)).collect();
        let report = report(&text, findings);
        for format in Format::ALL.iter().copied() {
            let began = Instant::now();
            let output = render(&report, format, &Style::PLAIN, Passing::Left);
            let took = began.elapsed();
            println!("{}: {took:?}, {} bytes", format.name(), output.len());
            assert!(took < Duration::from_secs(20), "{}: {took:?}", format.name());
            assert!(output.len() < 4 << 20, "{}: {} bytes", format.name(), output.len());
        }
    }
}
