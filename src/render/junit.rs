//! The format `junit`: the XML that CI servers show as test results. A suite a plan, a case a rule.
//!
//! Errors and warnings are failures, rules that await answers are skipped, advice is a case that passes and says so.

use std::collections::BTreeMap;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::chapters::{Chapter, chapters};
use super::{place, safe, words};
use crate::finding::Severity;
use crate::report::{Report, Reported};
use crate::source::SourceFile;
use crate::syntax::language::{NOT_A_PLAN, SYNTAX_ERROR};

pub fn junit(report: &Report) -> String {
    let suites: Vec<Suite> = suites(report);
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
    write(&mut writer, report, &suites).expect("internal error: memory cannot be written to");
    let mut text = String::from_utf8(writer.into_inner()).expect("internal error: XML is not UTF-8");
    text.push('\n');
    text
}

/// The cases of one plan, or of a file in which none could be read.
struct Suite {
    name: String,
    properties: Vec<(&'static str, String)>,
    cases: Vec<Case>,
}

struct Case {
    name: String,
    class: String,
    file: String,
    line: Option<String>,
    outcome: Outcome,
}

enum Outcome {
    Passed,
    /// It passed, and there is something to say.
    Remark(String),
    Skipped(String),
    /// It failed: element, type, message and details.
    Failed {
        element: &'static str,
        kind: &'static str,
        message: String,
        details: String,
    },
}

fn suites(report: &Report) -> Vec<Suite> {
    let mut suites: Vec<Suite> = chapters(report).iter().map(|chapter| suite(report, chapter)).collect();
    if !report.unreadable.is_empty() {
        let case = |line: &String| Case {
            name: shown(line),
            class: "planlint".to_owned(),
            file: String::new(),
            line: None,
            outcome: Outcome::Failed {
                element: "error",
                kind: "unreadable",
                message: shown(line),
                details: String::new(),
            },
        };
        let cases = report.unreadable.iter().map(case).collect();
        suites.push(Suite { name: "inputs that cannot be read".to_owned(), properties: Vec::new(), cases });
    }
    suites
}

fn suite(report: &Report, chapter: &Chapter<'_>) -> Suite {
    let path = shown(chapter.file(report).map_or("", SourceFile::path));
    let name = chapter.plan.map_or_else(|| path.clone(), |plan| shown(&plan.name));
    let mut properties = Vec::new();
    if let Some(plan) = chapter.plan {
        properties.push(("path", path.clone()));
        properties.push(("type", words::plan_type(plan).to_owned()));
        properties.push(("year", words::year(plan)));
        properties.push(("mega-backdoor", words::verdict(&plan.mega_backdoor)));
    }
    let quiet = |rule: &str, outcome| Case {
        name: rule.to_owned(),
        class: name.clone(),
        file: path.clone(),
        line: None,
        outcome,
    };
    let mut cases = failed(report, chapter, &name);
    cases.extend(waiting(chapter).into_iter().map(|(rule, why)| quiet(rule, Outcome::Skipped(why))));
    cases.extend(chapter.passed.iter().map(|passed| quiet(passed.rule, Outcome::Passed)));
    Suite { name, properties, cases }
}

/// A case a finding; of a rule that has several, the further ones are numbered.
fn failed(report: &Report, chapter: &Chapter<'_>, class: &str) -> Vec<Case> {
    let mut times: BTreeMap<&str, usize> = BTreeMap::new();
    let mut case = |reported: &&Reported| {
        let rule = reported.finding.rule;
        let time = times.entry(rule).and_modify(|time| *time += 1).or_insert(1);
        Case {
            name: if *time == 1 { rule.to_owned() } else { format!("{rule} ({time})") },
            class: class.to_owned(),
            file: shown(place::path(report, reported)),
            line: place::place(report, reported.finding.primary.span)
                .map(|place| place.start.line.to_string()),
            outcome: outcome(report, reported),
        }
    };
    chapter.findings.iter().map(&mut case).collect()
}

fn outcome(report: &Report, reported: &Reported) -> Outcome {
    let finding = &reported.finding;
    let (message, details) = (shown(&finding.message), details(report, reported));
    let no_plan = [NOT_A_PLAN, SYNTAX_ERROR].contains(&finding.rule);
    let element = if no_plan { "error" } else { "failure" };
    match reported.severity {
        Severity::Advice => Outcome::Remark(format!("{message}\n{details}")),
        severity @ (Severity::Error | Severity::Warning) => {
            Outcome::Failed { element, kind: severity.word(), message, details }
        }
    }
}

fn details(report: &Report, reported: &Reported) -> String {
    let finding = &reported.finding;
    let mut lines = Vec::new();
    for label in std::iter::once(&finding.primary).chain(&finding.related) {
        if let Some(place) = place::place(report, label.span) {
            let (path, at) = (shown(place.file.path()), place.start);
            lines.push(format!("{path}:{}:{}: {}", at.line, at.column, shown(&label.message)));
        }
    }
    lines.extend(finding.help.as_deref().map(|help| format!("help: {}", shown(help))));
    lines.push(format!("law: {}", reported.citations.join("; ")));
    lines.push(format!("more: planlint explain {}", finding.rule));
    lines.join("\n")
}

/// The rules that cannot be judged, each with the elections that it waits for.
fn waiting(chapter: &Chapter<'_>) -> Vec<(&'static str, String)> {
    let rules = chapter.plan.map_or(&[][..], |plan| &plan.waiting);
    let why = |rule: &&'static str| {
        let asked = chapter
            .questions
            .iter()
            .chain(&chapter.lesser)
            .filter(|question| question.asked_by.contains(rule));
        let elections: Vec<&str> = asked.map(|question| question.election.as_str()).collect();
        let why = if elections.is_empty() {
            "what it needs cannot be read".to_owned()
        } else {
            format!("not stated: {}", elections.join(", "))
        };
        (*rule, why)
    };
    rules.iter().map(why).collect()
}

/// A text on one line, without the characters that XML 1.0 forbids: escapes cannot bring them in either.
fn shown(text: &str) -> String {
    safe::line(text).into_owned()
}

type Sink = Writer<Vec<u8>>;

fn write(writer: &mut Sink, report: &Report, suites: &[Suite]) -> std::io::Result<()> {
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let counts = counts(suites.iter().flat_map(|suite| &suite.cases));
    let mut root = writer.create_element("testsuites").with_attribute(("name", "planlint"));
    root = root.with_attributes(counts.iter().map(|(name, count)| (*name, count.as_str())));
    if suites.is_empty() && report.plans.is_empty() {
        root.write_empty()?;
        return Ok(());
    }
    root.write_inner_content(|writer| suites.iter().try_for_each(|suite| write_suite(writer, suite)))?;
    Ok(())
}

/// Attributes of a suite: how many cases came out how.
fn counts<'c>(cases: impl Iterator<Item = &'c Case>) -> [(&'static str, String); 4] {
    let [mut tests, mut failures, mut errors, mut skipped] = [0usize; 4];
    for case in cases {
        tests += 1;
        match &case.outcome {
            Outcome::Failed { element: "error", .. } => errors += 1,
            Outcome::Failed { .. } => failures += 1,
            Outcome::Skipped(_) => skipped += 1,
            Outcome::Passed | Outcome::Remark(_) => {}
        }
    }
    [("tests", tests), ("failures", failures), ("errors", errors), ("skipped", skipped)]
        .map(|(name, count)| (name, count.to_string()))
}

fn write_suite(writer: &mut Sink, suite: &Suite) -> std::io::Result<()> {
    let counts = counts(suite.cases.iter());
    let mut element = writer.create_element("testsuite").with_attribute(("name", suite.name.as_str()));
    element = element.with_attributes(counts.iter().map(|(name, count)| (*name, count.as_str())));
    element.write_inner_content(|writer| {
        if !suite.properties.is_empty() {
            writer.create_element("properties").write_inner_content(|writer| {
                suite.properties.iter().try_for_each(|(name, value)| {
                    let property = writer.create_element("property").with_attribute(("name", *name));
                    property.with_attribute(("value", value.as_str())).write_empty().map(drop)
                })
            })?;
        }
        suite.cases.iter().try_for_each(|case| write_case(writer, case))
    })?;
    Ok(())
}

fn write_case(writer: &mut Sink, case: &Case) -> std::io::Result<()> {
    let place = [("file", Some(case.file.as_str())), ("line", case.line.as_deref())];
    let given =
        place.into_iter().filter_map(|(name, value)| Some((name, value.filter(|it| !it.is_empty())?)));
    let element = writer.create_element("testcase").with_attribute(("name", case.name.as_str()));
    let element = element.with_attribute(("classname", case.class.as_str())).with_attributes(given);
    match &case.outcome {
        Outcome::Passed => element.write_empty(),
        Outcome::Remark(said) => element.write_inner_content(|writer| {
            writer.create_element("system-out").write_text_content(BytesText::new(said)).map(drop)
        }),
        Outcome::Skipped(why) => element.write_inner_content(|writer| {
            writer.create_element("skipped").with_attribute(("message", why.as_str())).write_empty().map(drop)
        }),
        Outcome::Failed { element: name, kind, message, details } => element.write_inner_content(|writer| {
            let failure = writer.create_element(*name).with_attribute(("message", message.as_str()));
            let failure = failure.with_attribute(("type", *kind));
            failure.write_text_content(BytesText::new(details)).map(drop)
        }),
    }
    .map(drop)
}
