//! What is said about plans side by side, the same in every format for people.

use std::collections::HashMap;

use crate::compare::filter::Filter;
use crate::compare::{ComparedPlan, Comparison};
use crate::report::Verdict;
use crate::render::words::{count, name};

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

/// The names of all plans; those that two plans share go with their files.
pub fn labels(plans: &[ComparedPlan]) -> Vec<String> {
    let mut seen: HashMap<&str, usize> = HashMap::new();
    for plan in plans {
        *seen.entry(&plan.report.name).or_default() += 1;
    }
    let label = |plan: &ComparedPlan| match seen.get(&*plan.report.name) {
        Some(2..) => format!("{} ({})", name(&plan.report), plan.path),
        Some(_) | None => name(&plan.report),
    };
    plans.iter().map(label).collect()
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
