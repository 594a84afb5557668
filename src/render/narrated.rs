//! The format `narrated`: what `full` draws, in sentences that a screen reader can speak. No signs, boxes or columns.

use super::chapters::{Chapter, FEW, chapters};
use super::json::Passing;
use super::{Style, Volume, safe, words};
use crate::finding::{ElectionPath, Label};
use crate::report::{PlanReport, Report, Reported, Verdict};
use crate::room::model_employee::Room;

pub fn narrated(report: &Report, style: &Style, passing: Passing) -> String {
    let mut prose = Prose { out: String::new(), volume: style.volume };
    let few = report.plans.len() <= FEW;
    let total = report.findings.len();
    let mut number = 0;
    for chapter in &chapters(report) {
        for reported in &chapter.findings {
            number += 1;
            prose.finding(report, reported, &format!("{number} of {total}"));
        }
        if style.volume != Volume::Quiet {
            prose.plan(chapter, if few { Detail::Whole } else { Detail::Short }, passing);
        }
    }
    if style.volume != Volume::Quiet {
        prose.say(&format!("In all, {}.", words::summary(report)));
    }
    prose.out.truncate(prose.out.trim_end().len());
    if !prose.out.is_empty() {
        prose.out.push('\n');
    }
    prose.out
}

/// How much is said of a plan.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Detail {
    Whole,
    Short,
}

struct Prose {
    out: String,
    volume: Volume,
}

impl Prose {
    fn say(&mut self, sentence: &str) {
        self.out.push_str(sentence);
        self.out.push('\n');
    }

    fn pause(&mut self) {
        self.out.push('\n');
    }

    fn finding(&mut self, report: &Report, reported: &Reported, number: &str) {
        let finding = &reported.finding;
        let plan = reported.plan.as_deref().map(|plan| format!(", in the plan {}", safe::line(plan)));
        self.say(&format!(
            "Finding {number}: {} {}{}.",
            reported.severity.word(),
            finding.rule,
            plan.unwrap_or_default()
        ));
        self.say(&safe::line(&finding.message));
        for label in std::iter::once(&finding.primary).chain(&finding.related) {
            self.place(report, label);
        }
        if let Some(help) = &finding.help {
            self.say(&format!("Help: {}", safe::line(help)));
        }
        let source = if reported.group.rests_on_law() { "Law" } else { "Described in" };
        self.say(&format!("{source}: {}.", reported.citations.join("; ")));
        self.say(&format!("To read more: planlint explain {}", finding.rule));
        self.pause();
    }

    fn place(&mut self, report: &Report, label: &Label) {
        let message = safe::line(&label.message);
        let Some(file) = report.file(label.span.file) else { return self.say(&message) };
        let at = file.position(label.span.start);
        let path = safe::line(file.path());
        let quoted = quoted(file.slice(label.span));
        self.say(&format!("At line {}, column {} of {path}{quoted}: {message}.", at.line, at.column));
    }

    fn plan(&mut self, chapter: &Chapter<'_>, detail: Detail, passing: Passing) {
        let Some(plan) = chapter.plan else { return };
        let (name, kind, year) = (words::name(plan), words::plan_type(plan), words::year(plan));
        let verdict = &plan.mega_backdoor;
        self.say(&format!("Plan: {name}, {kind}, {year}."));
        self.say(&format!("Mega backdoor: {}.", words::verdict(verdict)));
        match verdict.verdict {
            Verdict::Available => {
                self.say(&format!("Routes: {}.", words::routes(verdict).join("; ")));
                self.room(plan, detail);
            }
            Verdict::Blocked => self.say(&format!("Blocked by: {}.", verdict.blocked_by.join(", "))),
            Verdict::Unknown => self.say(&format!("It depends on: {}.", names(&verdict.unknown))),
        }
        if let Some(exposure) = words::exposure(plan) {
            self.say(&format!("Exposure: {exposure}."));
        }
        if passing == Passing::Included && detail == Detail::Whole {
            let rules: Vec<&str> = chapter.passed.iter().map(|passed| passed.rule).collect();
            self.say(&format!(
                "Rules passed: {}.",
                if rules.is_empty() { "none".to_owned() } else { rules.join(", ") }
            ));
        }
        let tally = words::tally(plan.tally);
        if !tally.is_empty() && detail == Detail::Whole {
            self.say(&format!("Rules: {tally}."));
        }
        match detail {
            Detail::Whole => self.questions(chapter),
            Detail::Short => self.counts(chapter),
        }
        self.pause();
    }

    fn room(&mut self, plan: &PlanReport, detail: Detail) {
        let Some(room) = &plan.mega_backdoor.room else {
            return self.say(&format!("Room: {}.", words::no_room(plan)));
        };
        self.say(&format!("Room: {}, for {}.", room.remaining, words::model_employee(room)));
        if detail == Detail::Short {
            return;
        }
        self.say(&sum(room));
        self.say(&format!("Held down by: {}.", words::binding(room.binding)));
        if !room.taken_as_none.is_empty() {
            self.say(&format!("Not stated and taken as none: {}.", names(&room.taken_as_none)));
        }
    }

    fn questions(&mut self, chapter: &Chapter<'_>) {
        let told = chapter.told(self.volume);
        if !told.is_empty() {
            self.say("Questions for the plan administrator:");
        }
        for (number, question) in (1..).zip(&told) {
            let decides = if question.decides_verdict { ", which decides the verdict" } else { "" };
            self.say(&format!("Question {number}{decides}: {}", question.question));
            self.say(&format!("The answer belongs in {}.", question.election));
        }
        if let Some(rest) = words::untold(chapter, self.volume) {
            self.say(&format!("Questions not told: {rest}; --all-questions tells them."));
        }
    }

    fn counts(&mut self, chapter: &Chapter<'_>) {
        let found = words::by_weight(chapter.weights()).unwrap_or_else(|| "no findings".to_owned());
        let asked = words::count(chapter.questions.len(), "question", "questions");
        self.say(&format!("It has {found} and {asked}."));
    }
}

/// `72,000 less 24,500 deferrals less 14,400 match is 33,100.`
fn sum(room: &Room) -> String {
    let arithmetic = words::arithmetic(room);
    let taken = arithmetic.taken.iter().map(|(amount, what)| format!(" less {amount} {what}"));
    let capped = arithmetic.capped.map(|cap| format!(", capped at {cap}")).unwrap_or_default();
    format!("Worked out: {}{} is {}{capped}.", arithmetic.limit, taken.collect::<String>(), arithmetic.left)
}

/// What stands at a place, if it is short enough to be read out.
fn quoted(text: &str) -> String {
    let first = text.lines().next().unwrap_or("").trim();
    let short = !first.is_empty() && first.len() <= 60;
    if short { format!(", \"{}\"", safe::line(first)) } else { String::new() }
}

fn names(elections: &[ElectionPath]) -> String {
    elections.iter().map(ElectionPath::as_str).collect::<Vec<_>>().join(", ")
}
