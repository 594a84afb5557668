//! The example plans: they read cleanly, twins say the same, and README.md tells what each comes to.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::Path;

use planlint::law::Law;
use planlint::nondiscrimination::estimate::after_tax_exposure;
use planlint::plan::Plan;
use planlint::report::Report;
use planlint::room::year_limits::{deferral_limit, governing};
use planlint::rules::Group;
use planlint::source::{FileId, SourceFile};
use planlint::syntax::decode::Notation;
use planlint::syntax::phrase::limit::StatedLimit;
use planlint::syntax::phrase::year::PlanYear;
use planlint::syntax::tree::{Document, Entry, Kind};
use planlint::syntax::{dsl, yaml};

use crate::examples::options;

const FOLDER: &str = "plan-specs";
/// The plan that shows what a spec can say: both of its notations answer whatever a rule may ask.
const RICHEST: &str = "in-the-style-of/technology-greater-of-match.plan";

/// All plan specs below a folder, sorted: their paths with `/`, and their texts.
pub fn specs(folder: &str) -> BTreeMap<String, String> {
    let entries = walkdir::WalkDir::new(folder).into_iter().filter_map(Result::ok);
    let paths = entries.map(|entry| entry.path().to_string_lossy().replace('\\', "/"));
    let specs = paths.filter(|path| path.ends_with(".plan") || path.ends_with(".plan.yaml"));
    specs.map(|path| (path.clone(), fs::read_to_string(&path).expect("a text"))).collect()
}

/// Files of a folder that are not read without a finding about the form.
pub fn language_problems(folder: &str) -> String {
    let mut problems = String::new();
    for (path, text) in specs(folder) {
        for reported in
            check(&path, &text).findings.iter().filter(|reported| reported.group == Group::Language)
        {
            let line = reported.finding.primary.span.start;
            let _ = writeln!(problems, "{path} at byte {line}: {}", reported.finding.message);
        }
    }
    problems
}

/// DSL files of a folder that the formatter would change. Acme's text is the one that describes the language, to the
/// blank, so it is left out.
pub fn layout_problems(folder: &str) -> String {
    let mut problems = String::new();
    for (path, text) in
        specs(folder).iter().filter(|(path, _)| path.ends_with(".plan") && !path.ends_with("acme.plan"))
    {
        let file = SourceFile::new(FileId(0), path.as_str(), text.as_str());
        if dsl::write(&dsl::read(&file).0) != *text {
            let _ = writeln!(problems, "{path} is not as the formatter writes it");
        }
    }
    problems
}

/// Base names of twins, and what they do not say alike.
pub fn twins(folder: &str) -> (BTreeSet<String>, String) {
    let specs = specs(folder);
    let mut names = BTreeSet::new();
    let mut problems = String::new();
    for (path, text) in specs.iter().filter(|(path, _)| path.ends_with(".plan")) {
        let twin = format!("{path}.yaml");
        let Some(other) = specs.get(&twin) else { continue };
        names.insert(path.clone());
        let meant = |path: &str, text: &str| plans(path, text).iter().map(without_places).collect::<Vec<_>>();
        if meant(path, text) != meant(&twin, other) {
            let _ = writeln!(problems, "{path} and its twin say different things");
        }
        if judged(&check(path, text)) != judged(&check(&twin, other)) {
            let _ = writeln!(problems, "{path} and its twin are judged differently");
        }
    }
    (names, problems)
}

#[test]
fn every_file_reads_without_findings_about_its_form() {
    assert_eq!(language_problems(FOLDER), "");
}

#[test]
fn dsl_files_are_as_the_formatter_writes_them() {
    assert_eq!(layout_problems(FOLDER), "");
}

#[test]
fn twins_say_the_same_and_half_of_all_have_one() {
    let (twins, problems) = twins(FOLDER);
    assert_eq!(problems, "");
    let all = specs(FOLDER).len() - twins.len();
    assert!(twins.len() * 2 >= all, "{} of {all} have a twin", twins.len());
    assert!(all >= 20, "only {all} plan specs");
}

#[test]
fn the_readme_lists_the_files_and_their_verdicts() {
    let listed = listed();
    let paths: BTreeSet<&String> = listed.iter().map(|(path, _)| path).collect();
    assert_eq!(paths.len(), listed.len(), "a file is listed twice");
    let specs = specs(FOLDER);
    assert_eq!(paths, specs.keys().collect(), "README.md and the files");
    let mut problems = String::new();
    for (path, expected) in &listed {
        let report = check(path, &specs[path]);
        let verdicts: Vec<&str> = report.plans.iter().map(|plan| plan.mega_backdoor.verdict.word()).collect();
        if verdicts.join(", ") != *expected {
            let _ = writeln!(problems, "{path}: expected {expected}, judged {}", verdicts.join(", "));
        }
    }
    assert_eq!(problems, "");
}

#[test]
fn the_files_show_the_breadth_of_the_language() {
    let plans: Vec<Plan> = specs(FOLDER).iter().flat_map(|(path, text)| self::plans(path, text)).collect();
    let types: BTreeSet<String> =
        plans.iter().filter_map(|plan| plan.identity.plan_type.stated()).map(ToString::to_string).collect();
    for wanted in [
        "401(k)",
        "solo 401(k)",
        "SIMPLE 401(k)",
        "starter 401(k)",
        "403(b)",
        "governmental 457(b)",
        "tax-exempt 457(b)",
        "401(a)",
    ] {
        assert!(types.contains(wanted), "no {wanted}");
    }
    let years: BTreeSet<i16> = plans.iter().map(|plan| plan.year.begins_in()).collect();
    assert!(years.is_superset(&BTreeSet::from([2024, 2025, 2026])), "{years:?}");
    assert!(plans.iter().any(|plan| !plan.year.is_calendar()), "no plan year but calendar years");
    let formulas: String = plans
        .iter()
        .filter_map(|plan| plan.matching.formula.stated())
        .map(|formula| format!("{formula:?}"))
        .collect();
    for wanted in [
        "Tiers",
        "Steps",
        "ByService",
        "GreaterOf",
        "LesserOf",
        "Dollars",
        "ToDeferralLimit",
        "Discretionary",
        "None",
    ] {
        assert!(formulas.contains(wanted), "no match formula with {wanted}");
    }
    let verdicts: BTreeSet<String> = listed().into_iter().map(|(_, verdicts)| verdicts).collect();
    assert!(
        verdicts.is_superset(&["available", "blocked", "unknown"].map(str::to_owned).into()),
        "{verdicts:?}"
    );
    let passes: BTreeSet<bool> =
        plans.iter().filter_map(|plan| after_tax_exposure(plan).ok()).map(|it| it.passes()).collect();
    assert_eq!(
        passes,
        BTreeSet::from([false, true]),
        "a workforce whose ACP test passes, and one whose fails"
    );
}

#[test]
fn the_richest_plan_leaves_no_question() {
    for (path, text) in specs(FOLDER).iter().filter(|(path, _)| path.contains(RICHEST)) {
        let asked: Vec<String> =
            check(path, text).questions.iter().map(|question| question.election.to_string()).collect();
        assert!(asked.is_empty(), "{path}: {asked:?}");
    }
}

#[test]
fn stated_limits_are_those_of_their_year() {
    let law = Law::current();
    for (path, text) in specs(FOLDER) {
        for plan in plans(&path, &text) {
            let of_type = plan.identity.plan_type.stated().copied().and_then(deferral_limit);
            let stated = [
                (plan.deferrals.limit.stated(), of_type),
                (plan.limits.annual_additions.stated(), Some(planlint::law::limits::Limit::AnnualAdditions)),
            ];
            for (limit, of_law) in stated {
                let (Some(StatedLimit::Dollars(amount)), Some(of_law)) = (limit, of_law) else { continue };
                let published = governing(&plan, law, of_law).expect("a published year");
                assert_eq!(*amount, published.amount, "{path}");
            }
        }
    }
}

#[test]
fn named_plans_say_where_everything_comes_from() {
    let mut problems = String::new();
    for (path, text) in specs("plan-specs/named") {
        if !text.contains("not the plan document") && !text.contains("from its regulations")
            || !text.contains("advice")
        {
            let _ = writeln!(problems, "{path} does not say what it is");
        }
        let file = SourceFile::new(FileId(0), path.as_str(), text.as_str());
        for document in documents(&file) {
            for entry in
                document.root.entries.iter().filter(|entry| !["plan", "year"].contains(&&*entry.key.text))
            {
                without_source(entry, &mut |key| {
                    let _ = writeln!(
                        problems,
                        "{path}: `{}` has an election without a source: `{key}`",
                        entry.key.text
                    );
                });
            }
            if !document.root.entries.iter().any(|entry| entry.key.text == "document") {
                let _ = writeln!(problems, "{path} names no documents");
            }
        }
    }
    assert_eq!(problems, "");
}

/// Tells of each election that states something and not where it is written. What was read is in `document`.
fn without_source(entry: &Entry<'_>, tell: &mut impl FnMut(&str)) {
    match &entry.value.kind {
        Kind::Map(map) if entry.key.text != "document" => {
            for inner in &map.entries {
                without_source(inner, tell);
            }
        }
        Kind::Scalar(scalar) if scalar.text != "unknown" && entry.source.is_none() => tell(&entry.key.text),
        Kind::Map(_) | Kind::Scalar(_) | Kind::List(_) | Kind::Broken => {}
    }
}

/// The files that README.md links to from its tables, each with the verdict of its row.
fn listed() -> Vec<(String, String)> {
    let readme = fs::read_to_string(Path::new(FOLDER).join("README.md")).expect("a README");
    let mut listed = Vec::new();
    for row in readme.lines().filter(|line| line.starts_with('|') && line.contains("](")) {
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        let files = cells[1..3].iter().filter_map(|cell| cell.split_once("](")?.1.strip_suffix(')'));
        listed.extend(files.map(|file| (format!("{FOLDER}/{file}"), cells[3].to_owned())));
    }
    listed
}

fn check(path: &str, text: &str) -> Report {
    let input = planlint::Input { path: path.to_owned(), bytes: text.as_bytes().to_vec() };
    planlint::check(&[input], &options())
}

/// What a report says, without places: a plan's verdict and tally, and its findings in any order.
fn judged(report: &Report) -> (Vec<String>, Vec<String>) {
    let plans =
        report.plans.iter().map(|plan| format!("{:?} {:?}", plan.mega_backdoor, plan.tally)).collect();
    let findings = report
        .findings
        .iter()
        .map(|reported| format!("{} {}", reported.finding.rule, reported.finding.message));
    let mut findings: Vec<String> = findings.collect();
    findings.sort();
    (plans, findings)
}

fn documents<'s>(file: &'s SourceFile) -> Vec<Document<'s>> {
    match Notation::of(file.path()) {
        Notation::Yaml => yaml::read(file).0,
        Notation::Dsl => dsl::read(file).0,
    }
}

/// The plans of a file, as the rules see them.
pub fn plans(path: &str, text: &str) -> Vec<Plan> {
    let file = SourceFile::new(FileId(0), path, text);
    let otherwise = PlanYear::calendar(2026).expect("a year");
    documents(&file).iter().filter_map(|document| planlint::plan::read(document, None, otherwise).0).collect()
}

/// A plan as text, with no trace of where things stand in its file.
fn without_places(plan: &Plan) -> String {
    let text = format!("{plan:?}");
    let mut parts = text.split("Span { ");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push_str(part.split_once('}').map_or(part, |(_, behind)| behind));
    }
    out
}
