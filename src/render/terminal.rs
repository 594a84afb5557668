//! The format `full`: what a person at a terminal reads. Only this module and its children know miette.

mod excerpt;
pub(super) mod finding;
mod questions;
mod verdict;

use super::chapters::{Chapter, FEW, chapters};
use super::json::Passing;
use super::paint::{Ink, paint};
use super::{Style, Volume, table, words};
use crate::finding::Severity;
use crate::report::{Report, Reported};

/// Findings with excerpts, plan by plan; behind each plan's the verdict on it and the questions it leaves. Of many plans
/// errors and warnings, and a table at the end.
pub fn full(report: &Report, style: &Style, passing: Passing) -> String {
    let chapters = chapters(report);
    let few = report.plans.len() <= FEW;
    let mut out = String::new();
    for chapter in &chapters {
        for reported in chapter.findings.iter().filter(|reported| is_shown(reported, few, style.volume)) {
            finding::write(&mut out, report, reported, style);
            out.push('\n');
        }
        let told = match style.volume {
            Volume::Normal => few,
            Volume::EveryQuestion => true,
            Volume::Quiet => false,
        };
        if told {
            write_plan(&mut out, chapter, style, passing);
        }
    }
    match style.volume {
        Volume::Normal | Volume::EveryQuestion => {
            if !few {
                out.push_str(&table::table(report, &chapters, style));
                out.push('\n');
            }
            out.push_str(&paint(style, Ink::Strong, &words::summary(report)));
            out.push('\n');
        }
        Volume::Quiet => drop_last_blank_line(&mut out),
    }
    out
}

/// Of many plans advice is only counted: what matters would drown in it.
fn is_shown(reported: &Reported, few: bool, volume: Volume) -> bool {
    match volume {
        Volume::Normal => few || reported.severity > Severity::Advice,
        Volume::EveryQuestion | Volume::Quiet => true,
    }
}

fn write_plan(out: &mut String, chapter: &Chapter<'_>, style: &Style, passing: Passing) {
    let Some(plan) = chapter.plan else { return };
    verdict::write(out, plan, style);
    if passing == Passing::Included {
        verdict::write_passed(out, chapter, style);
    }
    out.push('\n');
    if !chapter.questions.is_empty() {
        questions::write(out, &chapter.questions, style);
        out.push('\n');
    }
}

fn drop_last_blank_line(out: &mut String) {
    if out.ends_with("\n\n") {
        out.pop();
    }
}
