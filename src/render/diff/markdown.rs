//! A comparison as a comment on a pull request.

use super::as_finding;
use super::words;
use crate::diff::changes::{Change, Statement};
use crate::diff::{Diff, PlanDiff};
use crate::render::markdown::escape::{code, prose, text};
use crate::render::markdown::finding;
use crate::render::words as common;
use crate::report::{Question, Reported};

/// GitHub takes comments of 65,536 characters.
const MOST_COMMENT: usize = 60_000;

/// The comment: plans while they fit; what was left out is said.
pub fn markdown(diff: &Diff) -> String {
    let mut out = format!("## planlint diff: {}\n", words::summary(diff));
    for line in &diff.unreadable {
        out.push_str(&format!("\n- **not compared:** {}\n", text(line)));
    }
    let mut left_out = 0usize;
    for plan in &diff.plans {
        let chapter = chapter(diff, plan);
        if left_out == 0 && out.len() + chapter.len() <= MOST_COMMENT {
            out.push_str(&chapter);
        } else {
            left_out += 1;
        }
    }
    if left_out > 0 {
        let plans = common::count(left_out, "more plan", "more plans");
        out.push_str(&format!("\nLeft out for length: {plans}.\n"));
    }
    out
}

fn chapter(diff: &Diff, plan: &PlanDiff) -> String {
    let mut out = format!("\n### Plan {}", text(&plan.name));
    if let Some(fate) = words::fate(plan) {
        out.push_str(&format!(" ({})", text(&fate)));
    }
    out.push('\n');
    if !plan.changes.is_empty() {
        out.push_str("\n| election | before | after | stated at |\n|---|---|---|---|\n");
        plan.changes.iter().for_each(|change| out.push_str(&row(change)));
    }
    out.push_str(&effect(plan));
    let concerns: Vec<String> = plan
        .concerns
        .iter()
        .map(|concern| {
            let told = finding(&diff.texts, &as_finding(concern));
            format!("{}<br>\n  Sure: {}\n", told.trim_end(), words::certainty(concern))
        })
        .collect();
    list(&mut out, "The amendment in law", concerns);
    let gained = plan.findings.gained.iter().map(|gained| finding(&diff.texts, gained));
    list(&mut out, "Findings gained", gained.collect());
    let reweighed = plan.findings.reweighed.iter();
    let reweighed = reweighed
        .map(|(old, new)| format!("- {} → **{}** {}\n", old.severity.word(), new.severity.word(), told(new)));
    list(&mut out, "Findings that weigh more or less", reweighed.collect());
    let lost = plan.findings.lost.iter().map(|lost| format!("- {} {}\n", lost.severity.word(), told(lost)));
    list(&mut out, "Findings lost", lost.collect());
    questions(&mut out, plan);
    out
}

/// What changes of the verdict, as a table; nothing if nothing does.
fn effect(plan: &PlanDiff) -> String {
    let line = |line: words::Line| {
        format!("| {} | {} | {} |\n", text(line.what.trim()), text(&line.old), text(&line.new))
    };
    let rows: String = words::effect(plan).into_iter().map(line).collect();
    if rows.is_empty() {
        rows
    } else {
        format!("\n| mega backdoor Roth | before | after |\n|---|---|---|\n{rows}")
    }
}

/// A row of the table of elections. Both places are told, as an amendment is read against what it amends.
fn row(change: &Change) -> String {
    let value = |side: Option<&Statement>| match side {
        None => text(&words::value(side)),
        Some(_) => code(&words::value(side)),
    };
    let origins: Vec<String> =
        [&change.old, &change.new].into_iter().flatten().map(|side| text(&words::origin(side))).collect();
    format!(
        "| {} | {} | {} | {} |\n",
        code(change.path.as_str()),
        value(change.old.as_ref()),
        value(change.new.as_ref()),
        origins.join("<br>"),
    )
}

fn told(reported: &Reported) -> String {
    format!("{} {}", code(reported.finding.rule), prose(&reported.finding.message))
}

fn questions(out: &mut String, plan: &PlanDiff) {
    let lines = |questions: &[Question]| -> Vec<String> {
        let line =
            |asked: &Question| format!("- {} {}\n", prose(asked.question), code(asked.election.as_str()));
        questions.iter().map(line).collect()
    };
    for (heading, asked) in [
        ("answered", &plan.questions.answered),
        ("that no longer matter", &plan.questions.dropped),
        ("for the plan administrator are new", &plan.questions.new),
    ] {
        if !asked.is_empty() {
            let many = common::count(asked.len(), "question", "questions");
            let items = lines(asked).concat();
            out.push_str(&format!("\n<details><summary>{many} {heading}</summary>\n\n{items}\n</details>\n"));
        }
    }
}

fn list(out: &mut String, heading: &str, items: Vec<String>) {
    if !items.is_empty() {
        out.push_str(&format!("\n**{heading}**\n\n{}", items.concat()));
    }
}
