//! What the formats for people say of a comparison in the same words: values, verdicts and rooms side by side, counts.

use crate::diff::changes::{Change, ChangeKind, Statement, Value};
use crate::diff::concern::{Certainty, Concern};
use crate::diff::{Diff, PlanDiff};
use crate::finding::Severity;
use crate::money::Usd;
use crate::render::words;
use crate::report::{MegaBackdoor, PlanReport, Verdict};
use crate::room::model_employee::Room;

/// Something that is one thing before and another after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub what: &'static str,
    pub old: String,
    pub new: String,
}

/// How a change is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    pub sign: char,
    pub word: &'static str,
}

pub fn mark(kind: ChangeKind) -> Mark {
    let (sign, word) = match kind {
        ChangeKind::Added => ('+', "added"),
        ChangeKind::Removed => ('-', "removed"),
        ChangeKind::Changed => ('~', "changed"),
        ChangeKind::Effective => ('~', "effective date changed"),
        ChangeKind::Source => ('~', "source changed"),
    };
    Mark { sign, word }
}

/// The value of a side: what is not stated, not known and not readable are three things.
pub fn value(side: Option<&Statement>) -> String {
    match side.map(|statement| &statement.value) {
        None => "(not stated)".to_owned(),
        Some(Value::Stated(value)) => value.clone(),
        Some(Value::Unknown) => "unknown".to_owned(),
        Some(Value::Unreadable) => "(cannot be read)".to_owned(),
    }
}

/// Where a side says so: `plan.yaml:3:5, AA 1.11(d), from 2026-07-01`.
pub fn origin(statement: &Statement) -> String {
    let place = &statement.place;
    let mut parts = vec![format!("{}:{}:{}", place.path, place.line, place.column)];
    parts.extend(statement.source.iter().map(|source| format!("source {source}")));
    parts.extend(statement.effective.iter().map(|date| format!("from {date}")));
    parts.join(", ")
}

/// One line of what a report says about a plan.
type Telling = fn(&PlanReport) -> String;

/// What changes of verdict, routes and room, line by line.
pub fn effect(plan: &PlanDiff) -> Vec<Line> {
    let told = |of: fn(&PlanReport) -> String| {
        let side = |side: &Option<PlanReport>| side.as_ref().map_or_else(|| "(no plan)".to_owned(), of);
        (side(&plan.old), side(&plan.new))
    };
    let all: [(&'static str, Telling); 5] = [
        ("verdict", |plan| words::verdict(&plan.mega_backdoor)),
        ("routes", |plan| or_none(words::routes(&plan.mega_backdoor).join("; "))),
        ("blocked by", |plan| or_none(plan.mega_backdoor.blocked_by.join(", "))),
        ("depends on", |plan| or_none(names(&plan.mega_backdoor))),
        ("room", room_told),
    ];
    let line = |(what, of)| {
        let (old, new) = told(of);
        Line { what, old, new }
    };
    let mut lines: Vec<Line> = all.into_iter().map(line).filter(|line| line.old != line.new).collect();
    lines.extend(room_lines(plan));
    lines
}

fn room_told(plan: &PlanReport) -> String {
    match (plan.mega_backdoor.verdict, &plan.mega_backdoor.room) {
        (Verdict::Blocked, _) => "none".to_owned(),
        (Verdict::Available | Verdict::Unknown, Some(room)) => room.remaining.to_string(),
        (Verdict::Available | Verdict::Unknown, None) => words::no_room(plan).to_owned(),
    }
}

fn names(verdict: &MegaBackdoor) -> String {
    verdict.unknown.iter().map(|election| election.as_str()).collect::<Vec<_>>().join(", ")
}

fn or_none(text: String) -> String {
    if text.is_empty() { "none".to_owned() } else { text }
}

/// The lines of the room that changed, where both sides have one.
fn room_lines(plan: &PlanDiff) -> Vec<Line> {
    let room = |side: &Option<PlanReport>| {
        let verdict = &side.as_ref()?.mega_backdoor;
        verdict.room.clone().filter(|_| verdict.verdict != Verdict::Blocked)
    };
    let (Some(old), Some(new)) = (room(&plan.old), room(&plan.new)) else { return Vec::new() };
    let cap = |amount: Option<Usd>| amount.map_or_else(|| "none".to_owned(), |amount| amount.to_string());
    let lines: [(&'static str, [String; 2]); 10] = [
        ("  pay", both(&old, &new, |room| room.pay.to_string())),
        ("  annual additions", both(&old, &new, |room| room.annual_additions_limit.to_string())),
        ("  deferrals", both(&old, &new, |room| room.elective_deferrals.to_string())),
        ("  match", both(&old, &new, |room| room.matching.to_string())),
        ("  nonelective", both(&old, &new, |room| room.nonelective.to_string())),
        ("  left before caps", both(&old, &new, |room| room.before_caps.to_string())),
        ("  plan's cap", both(&old, &new, |room| cap(room.plan_limit))),
        ("  cap for HCEs", both(&old, &new, |room| cap(room.hce_limit))),
        ("  combined cap", both(&old, &new, |room| cap(room.combined_limit))),
        ("  held down by", both(&old, &new, |room| words::binding(room.binding).replace('`', ""))),
    ];
    let line = |(what, [old, new]): (&'static str, [String; 2])| Line { what, old, new };
    lines.into_iter().map(line).filter(|line| line.old != line.new).collect()
}

fn both(old: &Room, new: &Room, of: impl Fn(&Room) -> String) -> [String; 2] {
    [of(old), of(new)]
}

/// `certain` or why not, behind the name of a concern.
pub fn certainty(concern: &Concern) -> &'static str {
    match concern.certainty {
        Certainty::Certain => "certain, as far as the specs say what the amendment does",
        Certainty::Doubtful => "uncertain; it depends on what is said above",
    }
}

/// `2 plans differ, 5 are the same: 3 elections changed; 1 error, 2 warnings gained, 1 error lost; 1 cut-back …`.
pub fn summary(diff: &Diff) -> String {
    let plans = match (diff.plans.len(), diff.same) {
        (0, same) => return format!("no difference in {}", words::count(same, "plan", "plans")),
        (some, 0) => words::count(some, "plan differs", "plans differ"),
        (some, same) => format!("{}, {same} unchanged", words::count(some, "plan differs", "plans differ")),
    };
    let changes = diff.plans.iter().map(|plan| plan.changes.len()).sum();
    let mut parts = vec![words::count(changes, "election changed", "elections changed")];
    let gained =
        weights(diff.plans.iter().flat_map(|plan| plan.findings.gained.iter().map(|found| found.severity)));
    let lost =
        weights(diff.plans.iter().flat_map(|plan| plan.findings.lost.iter().map(|found| found.severity)));
    let concerns =
        weights(diff.plans.iter().flat_map(|plan| plan.concerns.iter().map(|concern| concern.severity)));
    parts.extend(words::by_weight(concerns).map(|told| format!("about the amendment: {told}")));
    parts.extend(words::by_weight(gained).map(|told| format!("gained: {told}")));
    parts.extend(words::by_weight(lost).map(|told| format!("lost: {told}")));
    format!("{plans}: {}", parts.join("; "))
}

fn weights(severities: impl Iterator<Item = Severity>) -> [usize; 3] {
    let mut counts = [0; 3];
    for severity in severities {
        counts[match severity {
            Severity::Error => 0,
            Severity::Warning => 1,
            Severity::Advice => 2,
        }] += 1;
    }
    counts
}

/// What became of the plan as a whole.
pub fn fate(plan: &PlanDiff) -> Option<String> {
    match (&plan.old, &plan.new) {
        (None, _) => Some("added".to_owned()),
        (_, None) => Some("removed".to_owned()),
        (Some(old), Some(new)) if old.name != new.name => Some(format!("named {} before", old.name)),
        (Some(_), Some(_)) => None,
    }
}

/// The changes, a section each: its key, then its changes.
pub fn by_section(changes: &[Change]) -> Vec<(&str, Vec<&Change>)> {
    let mut sections: Vec<(&str, Vec<&Change>)> = Vec::new();
    for change in changes {
        let section = change.path.as_str().rsplit_once('.').map_or("", |(section, _)| section);
        match sections.last_mut() {
            Some((last, own)) if *last == section => own.push(change),
            Some(_) | None => sections.push((section, vec![change])),
        }
    }
    sections
}
