//! What to ask the plan administrator, numbered, to be sent as it stands.

use std::cmp::Reverse;

use crate::render::chapters::Chapter;
use crate::render::paint::{Ink, paint};
use crate::render::{Style, Volume, words, wrap};
use crate::report::Question;

/// So many are shown unasked: those that decide the verdict always, then the weightiest.
const MOST: usize = 10;

/// The questions of one plan: first those that decide the verdict, in the order of the report.
pub fn write(out: &mut String, chapter: &Chapter<'_>, style: &Style) {
    let (deciding, others): (Vec<&Question>, Vec<&Question>) =
        chapter.questions.iter().copied().partition(|question| question.decides_verdict);
    let (others, more) = match style.volume {
        Volume::EveryQuestion => (others.into_iter().chain(chapter.lesser.iter().copied()).collect(), None),
        Volume::Normal | Volume::Quiet => {
            let shown = weightiest(&others, MOST.saturating_sub(deciding.len()));
            let more = more(others.len() - shown.len(), chapter);
            (shown, more)
        }
    };
    let first_of_others = deciding.len() + 1;
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
    write_numbered(out, &others, first_of_others, style);
    if let Some(more) = more {
        for line in wrap::hanging("       ", &more, style.text_width()) {
            out.push_str(&format!("{}\n", paint(style, Ink::Faint, &line)));
        }
    }
}

/// So many questions, in their order: of those that weigh alike, the ones that most rules wait for.
fn weightiest<'r>(questions: &[&'r Question], most: usize) -> Vec<&'r Question> {
    let mut ranked: Vec<usize> = (0..questions.len()).collect();
    ranked.sort_by_key(|index| {
        let question = questions[*index];
        (Reverse(question.weight), Reverse(question.asked_by.len()), *index)
    });
    ranked.truncate(most);
    ranked.sort_unstable();
    ranked.into_iter().map(|index| questions[index]).collect()
}

/// How many questions are not shown, and how to see them.
fn more(rest: usize, chapter: &Chapter<'_>) -> Option<String> {
    let rest = (rest > 0).then(|| format!("{rest} of less weight"));
    let told: Vec<String> = rest.into_iter().chain(words::lesser(chapter)).collect();
    (!told.is_empty()).then(|| format!("and {}: `--all-questions` shows them", told.join(", ")))
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
