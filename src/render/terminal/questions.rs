//! What to ask the plan administrator, numbered, to be sent as it stands.

use crate::render::paint::{Ink, paint};
use crate::render::{Style, Volume, wrap};
use crate::report::Question;

/// So many are shown unasked: those that decide the verdict always, then the weightiest.
const MOST: usize = 10;

/// The questions of one plan: first those that decide the verdict, in the order of the report.
pub fn write(out: &mut String, questions: &[&Question], style: &Style) {
    let (deciding, others): (Vec<&Question>, Vec<&Question>) =
        questions.iter().copied().partition(|question| question.decides_verdict);
    out.push_str("  Questions for the plan administrator\n");
    let shown = match style.volume {
        Volume::EveryQuestion => others.len(),
        Volume::Normal | Volume::Quiet => others.len().min(MOST.saturating_sub(deciding.len())),
    };
    let (others, rest) = others.split_at(shown);
    let first_of_others = deciding.len() + 1;
    if !deciding.is_empty() {
        out.push_str(&format!(
            "  {}\n",
            paint(style, Ink::Faint, "To decide whether a mega backdoor Roth is possible:")
        ));
        write_numbered(out, &deciding, 1, style);
    }
    if !others.is_empty() {
        if !deciding.is_empty() {
            out.push_str(&format!("  {}\n", paint(style, Ink::Faint, "To finish the other checks:")));
        }
        write_numbered(out, others, first_of_others, style);
    }
    if !rest.is_empty() {
        let more = format!("and {} more, of less weight: `--all-questions` shows them", rest.len());
        out.push_str(&format!("       {}\n", paint(style, Ink::Faint, &more)));
    }
}

fn write_numbered(out: &mut String, questions: &[&Question], first: usize, style: &Style) {
    for (number, question) in (first..).zip(questions) {
        let text = format!("{} [{}]", question.question, question.election);
        for line in wrap::hanging(&format!("  {number:>3}. "), &text, style.text_width()) {
            out.push_str(&line);
            out.push('\n');
        }
    }
}
