//! One text through the whole pipeline: tree, plans, rules, report.

use jiff::civil::Date;

use super::selection::Selection;
use super::verdict::verdict;
use super::{Passed, PlanReport, Question, Report, Reported, Tally, Verdict, fingerprint};
use crate::finding::{ElectionPath, Finding, Severity};
use crate::law::Law;
use crate::lower::Missing;
use crate::plan::identity::Goal;
use crate::plan::{self, Plan, workforce};
use crate::rules::{self, Check, Facts, Outcome, Rule};
use crate::source::SourceFile;
use crate::syntax::decode::Notation;
use crate::syntax::language::NOT_A_PLAN;
use crate::syntax::phrase::year::PlanYear;
use crate::syntax::tree::Document;
use crate::syntax::{dsl, yaml};

/// How plans are judged.
#[derive(Debug, Clone)]
pub struct CheckOptions {
    /// Judge every plan for this year instead of its own.
    pub year: Option<PlanYear>,
    /// The day of the run: its year is taken for plans that state none.
    pub as_of: Date,
    /// Treat a mega backdoor Roth as a goal of every plan.
    pub require_mega_backdoor: bool,
    pub selection: Selection,
}

/// Reads and judges one text. `refused` is why it cannot be a plan spec, if so.
pub fn judge_file(file: SourceFile, refused: Option<Finding>, options: &CheckOptions) -> Report {
    let mut report = Report::default();
    let mut findings: Vec<(Option<String>, Finding, Severity)> = Vec::new();
    let (documents, form) = match &refused {
        Some(_) => (Vec::new(), Vec::new()),
        None => match Notation::of(file.path()) {
            Notation::Yaml => yaml::read(&file),
            Notation::Dsl => dsl::read(&file),
        },
    };
    let silent = refused.is_none() && documents.is_empty() && form.is_empty();
    let empty = silent.then(|| {
        let message = "This file has no plan in it: only comments or blank lines.";
        Finding::new(NOT_A_PLAN, file.span().at_start(), message, "no plan here").help("Write a plan spec.")
    });
    let by_reader = refused.into_iter().chain(form).chain(empty);
    findings.extend(by_reader.map(|finding| (plan_at(&documents, &finding), finding, Severity::Error)));
    for document in &documents {
        judge_plan(&file, document, options, &mut report, &mut findings);
    }
    report.findings = findings
        .into_iter()
        .filter_map(|(plan, finding, severity)| reported(&file, plan, finding, severity, &options.selection))
        .collect();
    report.findings.sort_by_key(|reported| {
        (reported.finding.primary.span, std::cmp::Reverse(reported.severity), reported.finding.rule)
    });
    fingerprint::assign(&file, &mut report.findings);
    report.files.push(file);
    report
}

fn judge_plan(
    file: &SourceFile,
    document: &Document<'_>,
    options: &CheckOptions,
    report: &mut Report,
    findings: &mut Vec<(Option<String>, Finding, Severity)>,
) {
    let of_the_run = PlanYear::calendar(options.as_of.year()).unwrap_or(PlanYear::EARLIEST);
    let (plan, unread) = plan::read(document, options.year, of_the_run);
    let name = document.plan_name().map(str::to_owned);
    findings.extend(unread.into_iter().map(|finding| (name.clone(), finding, Severity::Error)));
    let Some(plan) = plan else { return };
    let name = name.unwrap_or_else(|| "(unnamed)".to_owned());
    let facts = Facts { plan: &plan, law: Law::current() };
    let mut run = Run { tally: Tally::default(), questions: Vec::new(), blocked_by: Vec::new() };
    for rule in rules::ALL {
        let Check::Plan(check) = rule.check else { continue };
        if !options.selection.runs(rule) && !rule.blocks_mega_backdoor {
            continue;
        }
        let outcome = outcome(rule, check, &facts);
        if rule.blocks_mega_backdoor && matches!(outcome, Outcome::Fail(_)) {
            run.blocked_by.push(rule.name);
        }
        if !options.selection.runs(rule) {
            continue;
        }
        match outcome {
            Outcome::Pass => {
                run.tally.pass += 1;
                report.passed.push(Passed { file: file.id(), plan: name.clone(), rule: rule.name });
            }
            Outcome::NotApplicable => run.tally.not_applicable += 1,
            Outcome::Unknown(missing) => run.ask(rule, &missing),
            Outcome::Fail(failed) => {
                run.tally.fail += 1;
                let aims = || options.require_mega_backdoor || aims_at_mega_backdoor(&plan);
                findings.extend(failed.into_iter().map(|finding| {
                    let severity = rule.weigh(&finding, aims);
                    (Some(name.clone()), finding, severity)
                }));
            }
        }
    }
    let mega_backdoor = verdict(&facts, std::mem::take(&mut run.blocked_by));
    if options.require_mega_backdoor || aims_at_mega_backdoor(&plan) {
        // One letter is enough: what will decide the verdict is asked at once, not only what is missing first.
        run.ask_for(&mega_backdoor.unknown, DECIDING_RULE);
    }
    let deciding =
        if mega_backdoor.verdict == Verdict::Unknown { mega_backdoor.unknown.as_slice() } else { &[] };
    report.questions.extend(worded(run.questions, deciding, file, &name));
    report.plans.push(PlanReport {
        file: file.id(),
        name,
        plan_type: plan.identity.plan_type.stated().copied(),
        year: plan.year,
        year_is_stated: plan.identity.year.stated().is_some(),
        mega_backdoor,
        tally: run.tally,
    });
}

struct Run {
    tally: Tally,
    questions: Vec<(ElectionPath, Vec<&'static str>)>,
    blocked_by: Vec<&'static str>,
}

/// The rule that needs all that the verdict hangs on.
const DECIDING_RULE: &str = "no-route-to-roth";

impl Run {
    fn ask_for(&mut self, elections: &[ElectionPath], rule: &'static str) {
        for election in elections {
            if !self.questions.iter().any(|(asked, _)| asked == election) {
                self.questions.push((election.clone(), vec![rule]));
            }
        }
    }

    fn ask(&mut self, rule: &Rule, missing: &Missing) {
        self.tally.unknown += 1;
        for election in &missing.elections {
            match self.questions.iter_mut().find(|(asked, _)| asked == election) {
                Some((_, asked_by)) => asked_by.push(rule.name),
                None => self.questions.push((election.clone(), vec![rule.name])),
            }
        }
    }
}

/// How a plan fares under a rule, its type and year taken into account.
pub fn outcome(rule: &Rule, check: fn(&Facts<'_>) -> rules::Judgement, facts: &Facts<'_>) -> Outcome {
    if !rule.applies_to.is_empty() {
        match facts.plan_type() {
            Ok(plan_type) if !rule.is_about(plan_type) => return Outcome::NotApplicable,
            Ok(_) => {}
            Err(missing) => return Outcome::Unknown(missing),
        }
    }
    let not_yet =
        rule.in_force.is_some_and(|provision| !facts.law.in_force(provision, facts.plan.year.last_day()));
    if not_yet {
        return Outcome::NotApplicable;
    }
    check(facts).unwrap_or_else(Outcome::Unknown)
}

fn aims_at_mega_backdoor(plan: &Plan) -> bool {
    plan.identity.goals.stated().is_some_and(|goals| goals.0.contains(&Goal::MegaBackdoor))
}

/// Questions in words: those that decide the verdict first, then in the order of the language.
fn worded(
    asked: Vec<(ElectionPath, Vec<&'static str>)>,
    deciding: &[ElectionPath],
    file: &SourceFile,
    plan: &str,
) -> Vec<Question> {
    let mut questions: Vec<(bool, usize, Question)> = asked
        .into_iter()
        .map(|(election, asked_by)| {
            let decides_verdict = deciding.contains(&election);
            let (place, question) = question(&election);
            let question = Question {
                file: file.id(),
                plan: plan.to_owned(),
                election,
                question,
                asked_by,
                decides_verdict,
            };
            (!decides_verdict, place, question)
        })
        .collect();
    questions.sort_by_key(|(later, place, _)| (*later, *place));
    questions.into_iter().map(|(_, _, question)| question).collect()
}

/// The place of an election in the language, and what to ask about it.
fn question(election: &ElectionPath) -> (usize, &'static str) {
    if *election == workforce::WORKFORCE {
        return (usize::MAX, workforce::QUESTION);
    }
    let fields = plan::SECTIONS.iter().flat_map(|section| section.fields);
    let place = fields.clone().position(|field| field.path == election.as_str()).unwrap_or(usize::MAX - 1);
    (
        place,
        plan::field(election.as_str())
            .map_or("What does the plan document say about this?", |field| field.question),
    )
}

/// The name of the plan that a finding of form lies in.
fn plan_at(documents: &[Document<'_>], finding: &Finding) -> Option<String> {
    let at = finding.primary.span.start;
    let around = documents.iter().find(|document| document.span.start <= at && at <= document.span.end);
    around.and_then(Document::plan_name).map(str::to_owned)
}

fn reported(
    file: &SourceFile,
    plan: Option<String>,
    finding: Finding,
    severity: Severity,
    selection: &Selection,
) -> Option<Reported> {
    let rule = rules::named(finding.rule)?;
    // What could not be read is always said: nobody can choose not to see it.
    let always = matches!(rule.check, Check::Reader);
    (always || selection.runs(rule)).then(|| Reported {
        severity,
        group: rule.group,
        citations: rule.citations,
        file: file.id(),
        plan,
        fingerprint: String::new(),
        finding,
    })
}
