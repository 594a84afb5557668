//! One text through the whole pipeline: tree, plans, rules, report.

mod names;

use jiff::civil::Date;

use super::adjust::{Adjustments, Goals, Level, Terms};
use super::house::{HOUSE_POLICY, Policy};
use super::questions::Asked;
use super::selection::Selection;
use super::suppression::Suppressions;
use super::verdict::verdict;
use super::{Passed, PlanReport, Report, Reported, Tally, Verdict, fingerprint, house};
use crate::finding::{Finding, Severity};
use crate::law::Law;
use crate::plan::{self, Plan};
use crate::rules::{self, Aim, Check, Exposures, Facts, Outcome, Rule};
use crate::source::SourceFile;
use crate::syntax::decode::Notation;
use crate::syntax::language::NOT_A_PLAN;
use crate::syntax::phrase::year::PlanYear;
use crate::syntax::tree::Document;
use crate::syntax::{dsl, yaml};
use names::{name_of, plan_at, plan_from, same_names};

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
    /// What the settings of a run change beside.
    pub adjustments: Adjustments,
}

impl CheckOptions {
    /// What holds for the file of a path.
    pub fn terms(&self, path: &str) -> Terms {
        let goals = if self.require_mega_backdoor { Goals::MegaBackdoor } else { Goals::OfThePlan };
        self.adjustments.terms(path, &self.selection, goals)
    }
}

/// Reads and judges one text. `refused` is why it cannot be a plan spec, if so.
pub fn judge_file(file: SourceFile, refused: Option<Finding>, options: &CheckOptions) -> Report {
    judge_and_keep(file, refused, options).0
}

/// The same, with the plans as they were read, in the order of the report.
pub fn judge_and_keep(
    file: SourceFile,
    refused: Option<Finding>,
    options: &CheckOptions,
) -> (Report, Vec<Plan>) {
    let mut report = Report::default();
    let mut plans = Vec::new();
    let mut findings: Vec<Found> = Vec::new();
    let terms = &options.terms(file.path());
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
    let by_reader = refused.into_iter().chain(form).chain(empty).chain(same_names(&documents));
    findings.extend(by_reader.map(|finding| (plan_at(&documents, &finding), finding, Severity::Error)));
    for document in &documents {
        plans.extend(judge_plan(&file, document, (options, terms), &mut report, &mut findings));
    }
    report.findings = findings.into_iter().filter_map(|found| reported(&file, found, terms)).collect();
    hold_back(&file, &documents, options, terms, &mut report);
    report.files.push(file);
    (report, plans)
}

/// Sets aside what the comments of a file hold back, and reports what is wrong with those comments.
fn hold_back(
    file: &SourceFile,
    documents: &[Document<'_>],
    options: &CheckOptions,
    terms: &Terms,
    report: &mut Report,
) {
    let mut suppressions = Suppressions::read(file, documents);
    suppressions.apply(&mut report.findings, options.as_of);
    let in_part = report.findings.iter().any(|found| is_of_form(found.finding.rule));
    let awaits = |rule: &Rule| report.questions.iter().any(|asked| asked.asked_by.contains(&rule.name));
    let judged = |rule: &Rule| !in_part && !awaits(rule);
    let own = suppressions.findings(options.as_of, |rule| terms.runs(rule), judged);
    let own = own.into_iter().filter_map(|finding| {
        let severity = rules::named(finding.rule)?.severity;
        reported(file, (plan_from(documents, &finding), finding, severity), terms)
    });
    report.findings.extend(own);
    report.findings.sort_by_key(Reported::place);
    fingerprint::assign(file, &mut report.findings);
    report.set_aside();
}

/// Is a rule about what could be read?
fn is_of_form(name: &str) -> bool {
    rules::named(name).is_some_and(|rule| matches!(rule.check, Check::Reader))
}

/// One finding before the settings of the run are held against it: the plan's name, and what the rule says it weighs.
type Found = (Option<String>, Finding, Severity);

fn judge_plan(
    file: &SourceFile,
    document: &Document<'_>,
    (options, terms): (&CheckOptions, &Terms),
    report: &mut Report,
    findings: &mut Vec<Found>,
) -> Option<Plan> {
    let of_the_run = PlanYear::calendar(options.as_of.year()).unwrap_or(PlanYear::EARLIEST);
    let (plan, unread) = plan::read(document, options.year, of_the_run);
    let name = name_of(document);
    let of_plan = plan.is_some().then(|| name.clone());
    findings.extend(unread.into_iter().map(|finding| (of_plan.clone(), finding, Severity::Error)));
    let plan = plan?;
    let exposures = Exposures::default();
    let facts = Facts { plan: &plan, law: Law::current(), exposures: Some(&exposures) };
    let goal = match terms.goals {
        Goals::MegaBackdoor => Aim::MegaBackdoor,
        Goals::OfThePlan => Aim::of(&plan),
    };
    let mut run = Run::of(&facts, terms, goal);
    run.hold_to(&options.adjustments.policies, (&facts, file), terms, goal);
    let of_this = |(finding, severity)| (Some(name.clone()), finding, severity);
    findings.extend(run.failed.into_iter().map(of_this));
    let passed = |rule| Passed { file: file.id(), plan: name.clone(), rule };
    report.passed.extend(run.passed.into_iter().map(passed));
    let mega_backdoor = verdict(&facts, run.blocked_by);
    let deciding = if mega_backdoor.verdict == Verdict::Unknown { &*mega_backdoor.unknown } else { &[] };
    if goal == Aim::MegaBackdoor {
        // One letter is enough: what will decide the verdict is asked at once, not only what is missing first.
        run.asked.also(deciding, DECIDING_RULE);
    }
    let weight = |rule: &Rule| match terms.level(rule) {
        Some(Level::At(severity)) => severity,
        Some(Level::Off) | None => rule.weight_for(goal),
    };
    report.questions.extend(run.asked.worded(deciding, weight, file.id(), &name));
    report.plans.push(PlanReport {
        file: file.id(),
        name,
        plan_type: plan.identity.plan_type.stated().copied(),
        year: plan.year,
        year_is_stated: plan.identity.year.stated().is_some(),
        mega_backdoor,
        exposure: facts.exposure().cloned(),
        tally: run.tally,
        waiting: run.waiting,
    });
    Some(plan)
}

/// The rule that needs all that the verdict hangs on.
const DECIDING_RULE: &str = "no-route-to-roth";

/// What the rules said about one plan.
#[derive(Default)]
struct Run {
    tally: Tally,
    failed: Vec<(Finding, Severity)>,
    passed: Vec<&'static str>,
    waiting: Vec<&'static str>,
    asked: Asked,
    blocked_by: Vec<&'static str>,
}

impl Run {
    /// Runs the selected rules. Those that can block a mega backdoor Roth are always asked: the verdict does not
    /// depend on what a user wants to read.
    fn of(facts: &Facts<'_>, terms: &Terms, goal: Aim) -> Self {
        let mut run = Self::default();
        for rule in rules::ALL {
            let Check::Plan(check) = rule.check else { continue };
            let is_selected = terms.runs(rule);
            if !is_selected && !rule.blocks_mega_backdoor {
                continue;
            }
            let outcome = outcome(rule, check, facts);
            if rule.blocks_mega_backdoor && matches!(outcome, Outcome::Fail(_)) {
                run.blocked_by.push(rule.name);
            }
            if is_selected {
                run.take(rule, outcome, goal);
            }
        }
        run
    }

    /// Holds a plan to the settings' own policies.
    fn hold_to(
        &mut self,
        policies: &[Policy],
        (facts, file): (&Facts<'_>, &SourceFile),
        terms: &Terms,
        goal: Aim,
    ) {
        let rule = rules::named(HOUSE_POLICY).filter(|rule| terms.runs(rule) && !policies.is_empty());
        let Some(rule) = rule else { return };
        let (outcome, missing) = house::judge(policies, facts, file);
        self.take(rule, outcome, goal);
        self.asked.ask(&missing, rule.name);
    }

    fn take(&mut self, rule: &Rule, outcome: Outcome, goal: Aim) {
        match outcome {
            Outcome::Pass => {
                self.tally.pass += 1;
                self.passed.push(rule.name);
            }
            Outcome::NotApplicable => self.tally.not_applicable += 1,
            Outcome::Unknown(missing) => {
                self.tally.unknown += 1;
                self.waiting.push(rule.name);
                self.asked.ask(&missing, rule.name);
            }
            Outcome::Fail(failed) => {
                self.tally.fail += 1;
                let weighed = |finding: Finding| (rule.weigh(&finding, goal), finding);
                self.failed
                    .extend(failed.into_iter().map(weighed).map(|(severity, finding)| (finding, severity)));
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

/// A finding as the settings let it be reported, if they do.
fn reported(file: &SourceFile, (plan, finding, severity): Found, terms: &Terms) -> Option<Reported> {
    let rule = rules::named(finding.rule).filter(|rule| terms.runs(rule))?;
    let severity = match terms.level(rule) {
        Some(Level::At(severity)) => severity,
        Some(Level::Off) | None => severity,
    };
    Some(Reported {
        severity,
        group: rule.group,
        citations: rule.citations,
        file: file.id(),
        plan,
        fingerprint: String::new(),
        suppressed: None,
        finding,
    })
}
