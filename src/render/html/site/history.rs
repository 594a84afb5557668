//! What changed since the revision of a plan before this one.

use crate::diff::{Diff, PlanDiff};
use crate::render::diff::words::{by_section, certainty, effect, origin, value};
use crate::render::html::finding::{Part, parts};
use crate::render::{safe, words};
use crate::report::Reported;

pub struct HistoryView {
    pub changes: Vec<ChangeView>,
    /// What changes of verdict, routes and room: what, before, after.
    pub effect: Vec<[String; 3]>,
    pub concerns: Vec<ConcernView>,
    pub gained: Vec<Told>,
    pub lost: Vec<Told>,
    pub answered: String,
}

pub struct ChangeView {
    pub path: String,
    pub old: String,
    pub new: String,
    /// Where the later spec says so; where the earlier one did, if it is gone.
    pub origin: String,
}

/// What the law says about the amendment.
pub struct ConcernView {
    pub severity: &'static str,
    pub message: Vec<Part>,
    pub help: Vec<Part>,
    pub certainty: &'static str,
}

/// A finding in a line.
pub struct Told {
    pub severity: &'static str,
    pub message: Vec<Part>,
}

impl HistoryView {
    /// What differs; `None` if nothing does.
    pub fn of(diff: &Diff) -> Option<Self> {
        let plan = diff.plans.first()?;
        let told = |found: &Reported| Told {
            severity: found.severity.word(),
            message: parts(&found.finding.message),
        };
        let answered = plan.questions.answered.len();
        Some(Self {
            changes: changes(plan),
            effect: effect(plan)
                .into_iter()
                .map(|line| [line.what.trim().to_owned(), line.old, line.new])
                .collect(),
            concerns: plan
                .concerns
                .iter()
                .map(|concern| ConcernView {
                    severity: concern.severity.word(),
                    message: parts(&concern.finding.message),
                    help: concern.finding.help.as_deref().map(parts).unwrap_or_default(),
                    certainty: certainty(concern),
                })
                .collect(),
            gained: plan.findings.gained.iter().map(told).collect(),
            lost: plan.findings.lost.iter().map(told).collect(),
            answered: if answered == 0 {
                String::new()
            } else {
                words::count(answered, "question", "questions")
            },
        })
    }
}

fn changes(plan: &PlanDiff) -> Vec<ChangeView> {
    let shown = |text: String| safe::line(&text).into_owned();
    let sections = by_section(&plan.changes);
    let all = sections.into_iter().flat_map(|(_, changes)| changes);
    all.map(|change| ChangeView {
        path: shown(change.path.as_str().to_owned()),
        old: shown(value(change.old.as_ref())),
        new: shown(value(change.new.as_ref())),
        origin: change
            .new
            .as_ref()
            .or(change.old.as_ref())
            .map(|side| shown(origin(side)))
            .unwrap_or_default(),
    })
    .collect()
}
