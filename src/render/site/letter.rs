//! The letter to a plan's administrator: what to ask, in what order, why each is asked, and room for the answers.

use crate::finding::Severity;
use crate::render::chapters::Chapter;
use crate::render::{safe, words, wrap};
use crate::report::Question;
use crate::rules;

/// Columns of the letter as a text: it fits a page of paper and a message.
const COLUMNS: usize = 78;
/// So many rules that wait for an answer are named.
const NAMED: usize = 3;

/// The questions about one plan, the weightiest first.
#[derive(Debug, Clone)]
pub struct Letter {
    pub plan: String,
    pub year: String,
    pub groups: Vec<Asked>,
}

/// Questions with the same at stake.
#[derive(Debug, Clone)]
pub struct Asked {
    pub heading: &'static str,
    pub questions: Vec<Item>,
}

/// One question.
#[derive(Debug, Clone)]
pub struct Item {
    pub number: usize,
    pub question: &'static str,
    pub election: String,
    pub why: String,
}

impl Letter {
    pub const OPENING: &'static str = "We are reviewing the design of this plan. The papers before us do not say what is \
        asked below. Please answer from the plan document and its amendments, and tell for each answer where it is \
        stated (section, or item of the adoption agreement) and since when it holds. “We do not know” is an answer that \
        helps too.";

    /// The letter on a plan; `None` if there is nothing to ask that may change more than advice.
    pub fn of(chapter: &Chapter<'_>) -> Option<Self> {
        let plan = chapter.plan?;
        let mut number = 0;
        let mut group = |heading, picks: fn(&Question) -> bool| {
            let own = chapter.questions.iter().filter(|question| picks(question));
            let questions: Vec<Item> = own
                .map(|question| {
                    number += 1;
                    Item::of(question, number)
                })
                .collect();
            (!questions.is_empty()).then_some(Asked { heading, questions })
        };
        let groups: Vec<Asked> = [
            group("What decides whether a mega backdoor Roth can be done", |asked| asked.decides_verdict),
            group("What may be an error in the plan", |asked| {
                !asked.decides_verdict && asked.weight == Severity::Error
            }),
            group("What may be a risk in running it", |asked| {
                !asked.decides_verdict && asked.weight < Severity::Error
            }),
        ]
        .into_iter()
        .flatten()
        .collect();
        (!groups.is_empty()).then(|| Self { plan: words::name(plan), year: words::year(plan), groups })
    }

    pub fn count(&self) -> usize {
        self.groups.iter().map(|group| group.questions.len()).sum()
    }

    /// The letter as a text.
    pub fn text(&self) -> String {
        let mut lines = vec!["QUESTIONS ABOUT THE PLAN DOCUMENT".to_owned(), String::new()];
        lines.push("To:         the plan administrator".to_owned());
        lines.extend(wrap::hanging("Plan:       ", &self.plan, COLUMNS));
        lines.extend(wrap::hanging("Plan year:  ", &self.year, COLUMNS));
        lines.extend(["Date:       ____________________".to_owned(), String::new()]);
        lines.extend(wrap::wrap(Self::OPENING, COLUMNS));
        for group in &self.groups {
            lines.extend([String::new(), String::new(), group.heading.to_uppercase()]);
            for item in &group.questions {
                lines.push(String::new());
                lines.extend(wrap::hanging(&format!("{:>3}. ", item.number), item.question, COLUMNS));
                lines.extend(wrap::hanging("     Why: ", &item.why, COLUMNS));
                lines.push(format!("     Answer:     {}", "_".repeat(COLUMNS - 17)));
                lines.push(format!("     Stated at:  {}  Since: {}", "_".repeat(35), "_".repeat(17)));
            }
        }
        lines.extend([String::new(), String::new()]);
        lines.push(format!("Answered by: {}  Date: {}", "_".repeat(36), "_".repeat(20)));
        lines.push(String::new());
        lines.join("\n")
    }
}

impl Item {
    fn of(question: &Question, number: usize) -> Self {
        Self {
            number,
            question: question.question,
            election: safe::line(question.election.as_str()).into_owned(),
            why: why(question),
        }
    }
}

/// What hangs on an answer.
fn why(question: &Question) -> String {
    let mut sentences = Vec::new();
    if question.decides_verdict {
        sentences
            .push("Whether participants can make mega backdoor Roth contributions hangs on it.".to_owned());
    }
    let mut rules: Vec<&rules::Rule> =
        question.asked_by.iter().filter_map(|name| rules::named(name)).collect();
    rules.sort_by_key(|rule| std::cmp::Reverse(rule.severity));
    let named: Vec<String> = rules.iter().take(NAMED).map(|rule| ruled_out(rule)).collect();
    if !named.is_empty() {
        let more = match rules.len() - named.len() {
            0 => String::new(),
            more => format!("; and {more} more"),
        };
        let these = if rules.len() == 1 { "this" } else { "these" };
        sentences
            .push(format!("Without the answer {these} cannot be ruled out: {}{more}.", named.join("; ")));
    }
    sentences.join(" ")
}

fn ruled_out(rule: &rules::Rule) -> String {
    match rule.citations.first() {
        Some(citation) => format!("{} ({citation})", rule.summary),
        None => rule.summary.to_owned(),
    }
}
