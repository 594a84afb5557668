//! A comparison for a person at a terminal: elections, the effect on the mega backdoor Roth, concerns, findings, questions.

use super::as_finding;
use super::words::{self, Line};
use crate::diff::changes::{Change, ChangeKind};
use crate::diff::concern::Concern;
use crate::diff::{Diff, PlanDiff};
use crate::finding::Severity;
use crate::render::paint::{Ink, paint};
use crate::render::terminal::finding;
use crate::render::{Style, safe, words as common, wrap};
use crate::report::{Question, Reported};

/// So many questions of a kind are shown, the weightiest first.
const MOST: usize = 10;

/// The page.
pub fn full(diff: &Diff, style: &Style) -> String {
    let mut out = String::new();
    for plan in &diff.plans {
        write_plan(&mut out, diff, plan, style);
    }
    for line in &diff.unreadable {
        push(&mut out, wrap::hanging("", &safe::line(line), style.text_width()));
        out.push('\n');
    }
    push(
        &mut out,
        wrap::wrap(&words::summary(diff), style.text_width())
            .iter()
            .map(|line| paint(style, Ink::Strong, line)),
    );
    out
}

fn write_plan(out: &mut String, diff: &Diff, plan: &PlanDiff, style: &Style) {
    title(out, plan, style);
    for (section, changes) in words::by_section(&plan.changes) {
        let heading = if section.is_empty() { "At the top" } else { section };
        push(out, wrap::hanging("  ", &safe::line(heading), style.text_width()));
        for change in changes {
            write_change(out, change, style);
        }
    }
    out.push('\n');
    write_effect(out, &words::effect(plan), style);
    write_concerns(out, diff, plan, style);
    write_findings(out, diff, plan, style);
    write_questions(out, plan, style);
}

fn title(out: &mut String, plan: &PlanDiff, style: &Style) {
    let Some(report) = plan.new.as_ref().or(plan.old.as_ref()) else { return };
    let mut title =
        format!("{} · {} · {}", common::name(report), common::plan_type(report), common::year(report));
    if let Some(fate) = words::fate(plan) {
        title.push_str(&format!(" · {}", safe::line(&fate)));
    }
    push(out, wrap::wrap(&title, style.text_width()).iter().map(|line| paint(style, Ink::Strong, line)));
}

/// `~ allowed: no → yes`, and below it where each side says so.
fn write_change(out: &mut String, change: &Change, style: &Style) {
    let key = change.path.as_str().rsplit_once('.').map_or(change.path.as_str(), |(_, key)| key);
    let mark = words::mark(change.kind);
    let (old, new) = (words::value(change.old.as_ref()), words::value(change.new.as_ref()));
    let told = match change.kind {
        ChangeKind::Added | ChangeKind::Removed | ChangeKind::Changed => format!("{key}: {old} → {new}"),
        ChangeKind::Effective | ChangeKind::Source => format!("{key}: {new} ({})", mark.word),
    };
    let ink = match change.kind {
        ChangeKind::Added => Ink::Good,
        ChangeKind::Removed => Ink::Error,
        ChangeKind::Changed | ChangeKind::Effective => Ink::Warning,
        ChangeKind::Source => Ink::Faint,
    };
    let mut lines = wrap::hanging(&format!("    {} ", mark.sign), &safe::line(&told), style.text_width());
    if let Some(first) = lines.first_mut() {
        *first = first.replacen(mark.sign, &paint(style, ink, &mark.sign.to_string()), 1);
    }
    push(out, lines);
    for (label, side) in [("old", &change.old), ("new", &change.new)] {
        if let Some(statement) = side {
            let text = words::origin(statement);
            let lines = wrap::hanging(&format!("        {label} "), &safe::line(&text), style.text_width());
            push(out, lines.iter().map(|line| paint(style, Ink::Faint, line)));
        }
    }
}

fn write_effect(out: &mut String, lines: &[Line], style: &Style) {
    if lines.is_empty() {
        return;
    }
    heading(out, "Mega backdoor Roth", style);
    let widest = lines.iter().map(|line| wrap::width(line.what)).max().unwrap_or(0) + 2;
    for Line { what, old, new } in lines {
        let lead = format!("  {:widest$}", format!("{what}:"));
        push(out, wrap::hanging(&lead, &safe::line(&format!("{old} → {new}")), style.text_width()));
    }
    out.push('\n');
}

/// What weighs is shown with its place; notes are a line each.
fn write_concerns(out: &mut String, diff: &Diff, plan: &PlanDiff, style: &Style) {
    if plan.concerns.is_empty() {
        return;
    }
    heading(out, "The amendment in law", style);
    let (notes, grave): (Vec<&Concern>, Vec<&Concern>) =
        plan.concerns.iter().partition(|concern| concern.severity == Severity::Advice);
    for concern in grave {
        finding::write(out, &diff.texts, &as_finding(concern), style);
        push(out, wrap::hanging("  sure: ", words::certainty(concern), style.text_width()));
        out.push('\n');
    }
    for concern in &notes {
        let (name, message) = (concern.finding.rule, &concern.finding.message);
        let text = format!("[{name}] {message} ({})", concern.citations.join("; "));
        push(out, wrap::hanging("  advice ", &safe::line(&text), style.text_width()));
    }
    if !notes.is_empty() {
        out.push('\n');
    }
}

fn write_findings(out: &mut String, diff: &Diff, plan: &PlanDiff, style: &Style) {
    let findings = &plan.findings;
    if !findings.gained.is_empty() {
        heading(out, "Findings gained", style);
        for gained in &findings.gained {
            finding::write(out, &diff.texts, gained, style);
            out.push('\n');
        }
    }
    let mut lines = Vec::new();
    for (old, new) in &findings.reweighed {
        let lead = format!("  {} → {} ", old.severity.word(), new.severity.word());
        lines.extend(wrap::hanging(&lead, &told(new), style.text_width()));
    }
    write_lines(out, "Findings that weigh more or less", lines, style);
    let lost = findings.lost.iter();
    let lines = lost.flat_map(|lost| {
        wrap::hanging(&format!("  {} ", lost.severity.word()), &told(lost), style.text_width())
    });
    write_lines(out, "Findings lost", lines.collect(), style);
}

/// A finding on a line: its rule and message.
fn told(reported: &Reported) -> String {
    format!("[{}] {}", reported.finding.rule, safe::line(&reported.finding.message))
}

fn write_questions(out: &mut String, plan: &PlanDiff, style: &Style) {
    let questions = &plan.questions;
    let lines = |questions: &[Question]| -> Vec<String> {
        let told = |asked: &Question| format!("{} [{}]", asked.question, safe::line(asked.election.as_str()));
        let all = questions.iter().take(MOST);
        let mut lines: Vec<String> =
            all.flat_map(|asked| wrap::hanging("  - ", &told(asked), style.text_width())).collect();
        if questions.len() > MOST {
            let more = format!("    and {} more: `--format json` has them all", questions.len() - MOST);
            lines.push(paint(style, Ink::Faint, &more));
        }
        lines
    };
    write_lines(out, "Questions answered", lines(&questions.answered), style);
    write_lines(out, "Questions that no longer matter", lines(&questions.dropped), style);
    write_lines(out, "New questions for the plan administrator", lines(&questions.new), style);
}

fn write_lines(out: &mut String, name: &str, lines: Vec<String>, style: &Style) {
    if !lines.is_empty() {
        heading(out, name, style);
        push(out, lines);
        out.push('\n');
    }
}

fn heading(out: &mut String, text: &str, style: &Style) {
    out.push_str(&paint(style, Ink::Strong, text));
    out.push('\n');
}

fn push(out: &mut String, lines: impl IntoIterator<Item = String>) {
    for line in lines {
        out.push_str(&line);
        out.push('\n');
    }
}
