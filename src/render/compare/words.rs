//! What is said about plans side by side, the same in every format for people.

use std::collections::HashMap;

use crate::compare::filter::Filter;
use crate::compare::{ComparedPlan, Comparison};
use crate::render::estimate::show::{self, signed};
use crate::render::words::{count, name};
use crate::report::Verdict;
use crate::testing::results::Status;

/// `39 plans: 14 available, 20 blocked, 5 unknown`.
pub fn headline(comparison: &Comparison) -> String {
    let verdicts = [Verdict::Available, Verdict::Blocked, Verdict::Unknown];
    let told: Vec<String> = verdicts
        .into_iter()
        .map(|verdict| (comparison.count(verdict), verdict.word()))
        .filter(|(plans, _)| *plans > 0)
        .map(|(plans, word)| format!("{plans} {word}"))
        .collect();
    let plans = count(comparison.plans.len(), "plan", "plans");
    if told.is_empty() { plans } else { format!("{plans}: mega backdoor {}", told.join(", ")) }
}

/// What a filter kept, left out and could not tell.
pub fn filtered(comparison: &Comparison, filter: &str) -> String {
    let (kept, undecided) = (comparison.plans.len(), comparison.undecided.len());
    let all = kept + undecided + comparison.left_out;
    let told = format!("{kept} of {} fit `{filter}`", count(all, "plan", "plans"));
    match undecided {
        0 => told,
        some => format!("{told}; of {some} it cannot be told"),
    }
}

/// The names of all plans; those that several plans share go with as much of their paths as tells them apart.
pub fn labels(plans: &[ComparedPlan]) -> Vec<String> {
    let mut paths: HashMap<&str, Vec<&str>> = HashMap::new();
    for plan in plans {
        paths.entry(&plan.report.name).or_default().push(&plan.path);
    }
    let label = |plan: &ComparedPlan| match paths.get(&*plan.report.name) {
        Some(paths) if paths.len() > 1 => format!("{} ({})", name(&plan.report), end_of(&plan.path, paths)),
        Some(_) | None => name(&plan.report),
    };
    plans.iter().map(label).collect()
}

/// The shortest end of a path, in whole names, that no other of some paths has.
fn end_of<'p>(path: &'p str, paths: &[&str]) -> &'p str {
    let ends = path.rmatch_indices('/').map(|(at, _)| &path[at + 1..]);
    let is_alone = |end: &&str| {
        let has = |other: &&&str| **other == *end || other.ends_with(&format!("/{end}"));
        paths.iter().filter(has).count() == 1
    };
    ends.into_iter().find(is_alone).unwrap_or(path)
}

/// `2026`; of a plan year that is no calendar year, `2026-27`.
pub fn short_year(plan: &ComparedPlan) -> String {
    let (first, last) = (plan.report.year.begins_in(), plan.report.year.ends_in());
    if first == last { first.to_string() } else { format!("{first}-{:02}", last % 100) }
}

/// `fails −1.92`: the ACP test with what the highly compensated have left below its limit. A failing ADP test is told too:
/// its refunds come first.
pub fn tests(plan: &ComparedPlan) -> String {
    let Some(exposure) = &plan.exposure else { return String::new() };
    let acp = match (exposure.acp.status, exposure.acp.margin()) {
        (status, Some(margin)) if status != Status::Unknown => {
            format!("{} {}", show::word(status), signed(margin))
        }
        (status, _) => show::word(status).to_owned(),
    };
    if exposure.adp.status == Status::Fail { format!("{acp}; ADP {}", show::word(Status::Fail)) } else { acp }
}

/// `ACP test: 2 fail, 4 pass, 1 unknown; of 54 plans neither census nor workforce tells.`
pub fn acp(comparison: &Comparison) -> Option<String> {
    let told: Vec<Status> =
        comparison.plans.iter().filter_map(|plan| Some(plan.exposure.as_ref()?.acp.status)).collect();
    let by = [
        (Status::Fail, "fails", "fail"),
        (Status::Unknown, "is unknown", "are unknown"),
        (Status::Pass, "passes", "pass"),
        (Status::NotRequired, "need not be tested", "need not be tested"),
    ];
    let outcomes: Vec<String> = by
        .into_iter()
        .map(|(status, one, many)| (told.iter().filter(|own| **own == status).count(), one, many))
        .filter(|(plans, _, _)| *plans > 0)
        .map(|(plans, one, many)| count(plans, one, many))
        .collect();
    let silent = comparison.plans.len() - told.len();
    let rest = match silent {
        0 => String::new(),
        some => format!("; of {} neither a census nor a workforce tells", count(some, "plan", "plans")),
    };
    (!told.is_empty()).then(|| format!("ACP test: {}{rest}", outcomes.join(", ")))
}

/// All findings and questions of the plans shown.
pub fn totals(comparison: &Comparison) -> Option<String> {
    use crate::finding::Severity;
    let sum = |severity| comparison.plans.iter().map(|plan| plan.weighing(severity)).sum::<usize>();
    let weights = [sum(Severity::Error), sum(Severity::Warning), sum(Severity::Advice)];
    let asked = comparison.plans.iter().flat_map(|plan| &plan.questions);
    let questions = asked.filter(|question| question.is_pressing()).count();
    let found = crate::render::words::by_weight(weights);
    let asked = (questions > 0).then(|| count(questions, "question", "questions"));
    let told: Vec<String> = [found, asked].into_iter().flatten().collect();
    (!told.is_empty()).then(|| told.join("; "))
}

/// What a norm is about, in the words of its filter.
pub fn feature(feature: &Filter) -> &str {
    feature.text()
}
