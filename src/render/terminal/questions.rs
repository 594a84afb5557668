//! What to ask the plan administrator, numbered, to be sent as it stands.

use crate::render::chapters::Chapter;
use crate::render::paint::{Ink, paint};
use crate::render::{Style, words, wrap};
use crate::report::Question;

/// The questions of one plan: first those that decide the verdict, in the order of the report.
pub fn write(out: &mut String, chapter: &Chapter<'_>, style: &Style) {
    let (deciding, others): (Vec<&Question>, Vec<&Question>) =
        chapter.told(style.volume).into_iter().partition(|question| question.decides_verdict);
    if !deciding.is_empty() || !others.is_empty() {
        out.push_str("  Questions for the plan administrator\n");
    }
    if !deciding.is_empty() {
        out.push_str(&format!(
            "  {}\n",
            paint(style, Ink::Faint, "To decide whether a mega backdoor Roth is possible:")
        ));
        write_numbered(out, &deciding, 1, style);
        if !others.is_empty() {
            out.push_str(&format!("  {}\n", paint(style, Ink::Faint, "To finish the other checks:")));
        }
    }
    write_numbered(out, &others, deciding.len() + 1, style);
    if let Some(rest) = words::untold(chapter, style.volume) {
        let first = if chapter.questions.is_empty() { "  Questions: " } else { "       and " };
        let rest = format!("{rest}: `--all-questions` shows them");
        for line in wrap::hanging(first, &rest, style.text_width()) {
            out.push_str(&format!("{}\n", paint(style, Ink::Faint, &line)));
        }
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
