//! The block that says whether a plan allows a mega backdoor Roth, how, and how much.

use crate::finding::ElectionPath;
use crate::render::chapters::Chapter;
use crate::render::paint::{Ink, paint};
use crate::render::{Style, words, wrap};
use crate::report::{MegaBackdoor, PlanReport, Verdict};
use crate::room::model_employee::Room;

/// The column at which values begin.
const LABEL: usize = 17;

pub fn write(out: &mut String, plan: &PlanReport, style: &Style) {
    let title = format!("{} · {} · {}", words::name(plan), words::plan_type(plan), words::year(plan));
    for line in wrap::wrap(&title, style.text_width()) {
        out.push_str(&paint(style, Ink::Strong, &line));
        out.push('\n');
    }
    let verdict = &plan.mega_backdoor;
    let word = paint(style, Ink::of_verdict(verdict.verdict), &words::verdict(verdict));
    out.push_str(&format!("  {:LABEL$}{word}\n", "mega backdoor:"));
    match verdict.verdict {
        Verdict::Available => {
            write_list(out, "routes:", &words::routes(verdict), style);
            write_room(out, "room:", plan, style);
        }
        Verdict::Blocked => write_value(out, "blocked by:", &verdict.blocked_by.join(", "), style),
        Verdict::Unknown => {
            write_value(out, "depends on:", &names(&verdict.unknown), style);
            if verdict.room.is_some() {
                write_room(out, "room if so:", plan, style);
            }
        }
    }
    if let Some(exposure) = words::exposure(plan) {
        write_value(out, "exposure:", &exposure, style);
    }
    write_value(out, "rules:", &words::tally(plan.tally), style);
}

/// The rules that the plan passed, for those who asked.
pub fn write_passed(out: &mut String, chapter: &Chapter<'_>, style: &Style) {
    let rules: Vec<&str> = chapter.passed.iter().map(|passed| passed.rule).collect();
    let told = if rules.is_empty() { "no rule".to_owned() } else { rules.join(", ") };
    write_value(out, "passed:", &told, style);
}

fn write_room(out: &mut String, label: &str, plan: &PlanReport, style: &Style) {
    let MegaBackdoor { room: Some(room), .. } = &plan.mega_backdoor else {
        write_value(out, label, words::no_room(plan), style);
        return;
    };
    write_list(out, label, &[sum(room), format!("for {}", words::model_employee(room))], style);
    write_value(out, "held down by:", words::binding(room.binding), style);
    if !room.taken_as_none.is_empty() {
        write_value(out, "taken as none:", &format!("{} (not stated)", names(&room.taken_as_none)), style);
    }
}

/// `72,000 - 24,500 deferrals - 14,400 match = 33,100`.
fn sum(room: &Room) -> String {
    let arithmetic = words::arithmetic(room);
    let taken = arithmetic.taken.iter().map(|(amount, what)| format!(" - {} {what}", words::bare(*amount)));
    let mut sum = words::bare(arithmetic.limit) + &taken.collect::<String>();
    sum.push_str(&format!(" = {}", words::bare(arithmetic.left)));
    if let Some(capped) = arithmetic.capped {
        sum.push_str(&format!(", capped at {}", words::bare(capped)));
    }
    sum
}

fn names(elections: &[ElectionPath]) -> String {
    elections.iter().map(ElectionPath::as_str).collect::<Vec<_>>().join(", ")
}

fn write_list(out: &mut String, label: &str, values: &[String], style: &Style) {
    for (index, value) in values.iter().enumerate() {
        write_value(out, if index == 0 { label } else { "" }, value, style);
    }
}

fn write_value(out: &mut String, label: &str, value: &str, style: &Style) {
    if value.is_empty() {
        return;
    }
    for line in wrap::hanging(&format!("  {label:LABEL$}"), value, style.text_width()) {
        out.push_str(&line);
        out.push('\n');
    }
}
