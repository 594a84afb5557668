//! Many plans side by side: what each elects, how it is judged, and how it stands to a benchmark and to its peers. Nothing
//! is read or printed here.

pub mod benchmark;
pub mod choice;
pub mod exposure;
pub mod filter;
pub mod norms;
pub mod provision;
pub mod subject;

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::finding::{ElectionPath, Severity};
use crate::lower::{Election, Field, Truth};
use crate::plan::Plan;
use crate::report::baseline::can_hold;
use crate::report::{CheckOptions, PlanReport, Question, Report, Reported, Verdict, judge_and_keep};
use crate::source::{FileId, Input};
use crate::syntax::decode::decode;
use exposure::Exposure;
use filter::Filter;
use norms::Norm;
use provision::Order;
use subject::Key;

/// Plans to be laid side by side.
#[derive(Debug, Default)]
pub struct Comparison {
    /// The texts of all plans, for places and excerpts: no plans and no findings.
    pub texts: Report,
    /// The plans, in the order of the inputs until they are sorted.
    pub plans: Vec<ComparedPlan>,
    /// Plans of which it cannot be told whether the filter holds: they are neither shown nor left out in silence.
    pub undecided: Vec<Undecided>,
    /// How many plans the filter does not hold for.
    pub left_out: usize,
    /// Inputs that are not compared, each with its reason.
    pub unreadable: Vec<String>,
    /// What is wrong with them, in full.
    pub unread: Vec<Reported>,
    /// The plan that all others are held against.
    pub benchmark: Option<ComparedPlan>,
    /// What other plans offer, as far as the user has figures.
    pub norms: Vec<Norm>,
}

/// One plan with all that is known about it.
#[derive(Debug)]
pub struct ComparedPlan {
    /// The path of its text, as it was given.
    pub path: String,
    pub report: PlanReport,
    pub plan: Plan,
    /// Findings to be acted on, in the order of their places.
    pub findings: Vec<Reported>,
    /// Findings that a comment holds back.
    pub suppressed: Vec<Reported>,
    pub questions: Vec<Question>,
    /// What is written of its elections, in adoption-agreement order.
    pub elections: BTreeMap<Order, Written>,
    /// How its tests come out, where a census or its `workforce` tells.
    pub exposure: Option<Exposure>,
}

/// One election as it is written, in its one written form.
#[derive(Debug, Clone)]
pub struct Written {
    pub field: &'static Field,
    pub election: Election<String>,
}

/// A plan of which it cannot be told whether the filter holds.
#[derive(Debug)]
pub struct Undecided {
    pub plan: ComparedPlan,
    /// The elections, or the fields that planlint reckons, that would decide it.
    pub missing: Vec<ElectionPath>,
}

/// From so many inputs on it pays to use several threads.
const WORTH_THREADS: usize = 16;

/// Reads and judges plan specs for a comparison. Their order is that of the inputs, whatever the number of threads.
pub fn compare(inputs: &[Input], options: &CheckOptions) -> Comparison {
    let read = |(index, input): (usize, &Input)| {
        read(FileId(u32::try_from(index).unwrap_or(u32::MAX)), input, options)
    };
    let parts: Vec<Comparison> = if inputs.len() < WORTH_THREADS {
        inputs.iter().enumerate().map(read).collect()
    } else {
        inputs.par_iter().enumerate().map(read).collect()
    };
    let mut whole = Comparison::default();
    for part in parts {
        whole.texts.files.extend(part.texts.files);
        whole.plans.extend(part.plans);
        whole.unreadable.extend(part.unreadable);
        whole.unread.extend(part.unread);
    }
    whole
}

impl Comparison {
    /// Keeps the plans that a filter holds for. Those that cannot be told of are kept apart.
    pub fn keep(&mut self, filter: &Filter) {
        for plan in std::mem::take(&mut self.plans) {
            match filter.holds(&plan) {
                Truth::Yes => self.plans.push(plan),
                Truth::No => self.left_out += 1,
                Truth::Unknown(missing) => {
                    self.undecided.push(Undecided { plan, missing: missing.elections });
                }
            }
        }
    }

    /// Sorts the plans by some keys, the first first; what is not known comes last. What is alike keeps its order.
    pub fn sort(&mut self, keys: &[Key]) {
        let mut ranked: Vec<_> = std::mem::take(&mut self.plans)
            .into_iter()
            .map(|plan| (keys.iter().map(|key| key.rank(&plan)).collect::<Vec<_>>(), plan))
            .collect();
        ranked.sort_by(|(one, _), (other, _)| one.cmp(other));
        self.plans = ranked.into_iter().map(|(_, plan)| plan).collect();
    }

    /// The plan of a finding that lies in none.
    fn owner(&mut self, found: &Reported) -> Option<&mut ComparedPlan> {
        let own = |plan: &ComparedPlan| found.plan.as_deref() == Some(&plan.report.name);
        let index = self.plans.iter().position(own).unwrap_or(0);
        self.plans.get_mut(index)
    }

    /// Plans with a verdict.
    pub fn count(&self, verdict: Verdict) -> usize {
        self.plans.iter().filter(|plan| plan.report.mega_backdoor.verdict == verdict).count()
    }

    /// The rules that block plans: how many each blocks, and how many of them nothing else does; the most first.
    pub fn blocking(&self) -> Vec<Blocking> {
        let mut counts: BTreeMap<&'static str, Blocking> = BTreeMap::new();
        for plan in &self.plans {
            let blocked_by = &plan.report.mega_backdoor.blocked_by;
            for rule in blocked_by {
                let blocking = counts.entry(rule).or_insert(Blocking { rule, plans: 0, alone: 0 });
                blocking.plans += 1;
                blocking.alone += usize::from(plan.report.is_one_amendment_away());
            }
        }
        let mut counts: Vec<Blocking> = counts.into_values().collect();
        counts.sort_by_key(|blocking| (std::cmp::Reverse((blocking.plans, blocking.alone)), blocking.rule));
        counts
    }
}

/// What one rule blocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Blocking {
    pub rule: &'static str,
    pub plans: usize,
    /// Those that one amendment would open.
    pub alone: usize,
}

impl ComparedPlan {
    /// What is written of an election.
    pub fn written(&self, order: &Order) -> Option<&Written> {
        self.elections.get(order)
    }

    /// How many findings have this weight.
    pub fn weighing(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|found| found.severity == severity).count()
    }
}

/// One text, read and judged. Plans of a text that cannot be read whole are not compared: what is missing of them would
/// look like silence.
fn read(id: FileId, input: &Input, options: &CheckOptions) -> Comparison {
    let (file, refused) = decode(id, &input.path, &input.bytes);
    let (mut report, plans) = judge_and_keep(file, refused, options);
    let mut part = Comparison::default();
    let is_broken = |found: &Reported| !can_hold(found.finding.rule);
    if report.findings.iter().any(is_broken) {
        let found = report.findings.iter().find(|found| is_broken(found));
        let place = found.zip(report.files.first()).map(|(found, file)| {
            let place = file.position(found.finding.primary.span.start);
            format!(":{}:{}", place.line, place.column)
        });
        let reason = found.map_or("it is no plan spec", |found| &found.finding.message);
        let path = format!("{}{}", input.path, place.unwrap_or_default());
        part.unreadable.push(format!("{path}: cannot be read as a plan spec: {reason}"));
        part.unread = report.findings.into_iter().filter(is_broken).collect();
        part.texts.files = report.files;
        return part;
    }
    for (judged, plan) in std::mem::take(&mut report.plans).into_iter().zip(plans) {
        part.plans.push(compared(input, judged, plan, &mut report));
    }
    // What stands outside every plan, such as a comment above one, is told with the plan of its name, or with the first.
    for found in report.findings.drain(..) {
        part.owner(&found).into_iter().for_each(|plan| plan.findings.push(found.clone()));
    }
    for found in report.suppressed.drain(..) {
        part.owner(&found).into_iter().for_each(|plan| plan.suppressed.push(found.clone()));
    }
    part.texts.files = report.files;
    part
}

fn compared(input: &Input, judged: PlanReport, plan: Plan, report: &mut Report) -> ComparedPlan {
    // Two plans of one file may have one name, which is a finding: the place tells whose a finding is.
    let own = |found: &mut Reported| {
        let at = found.finding.primary.span.start;
        found.plan.as_deref() == Some(&judged.name) && plan.span.start <= at && at <= plan.span.end
    };
    let mut elections = BTreeMap::new();
    plan.each(&mut |field, election| {
        if let Some(order) = Order::of(election.path.as_str()) {
            elections.insert(order, Written { field, election });
        }
    });
    ComparedPlan {
        path: input.path.clone(),
        findings: report.findings.extract_if(.., own).collect(),
        suppressed: report.suppressed.extract_if(.., own).collect(),
        questions: report.questions.iter().filter(|asked| asked.plan == judged.name).cloned().collect(),
        elections,
        exposure: Exposure::of_workforce(&plan),
        report: judged,
        plan,
    }
}
