//! What to ask the plan administrator: collected from rules that cannot tell, worded, the weightiest first.

use std::cmp::Reverse;

use super::Question;
use crate::finding::{ElectionPath, Severity};
use crate::lower::Missing;
use crate::plan::{self, workforce};
use crate::rules::{self, Rule};
use crate::source::FileId;

/// The elections that one plan would have to state, each with the rules that need it.
#[derive(Debug, Default)]
pub struct Asked(Vec<(ElectionPath, Vec<&'static str>)>);

impl Asked {
    /// Notes what a rule cannot be judged without.
    pub fn ask(&mut self, missing: &Missing, rule: &'static str) {
        for election in &missing.elections {
            match self.0.iter_mut().find(|(asked, _)| asked == election) {
                Some((_, asked_by)) => asked_by.push(rule),
                None => self.0.push((election.clone(), vec![rule])),
            }
        }
    }

    /// Adds elections that nothing asks for yet, in the name of a rule.
    pub fn also(&mut self, elections: &[ElectionPath], rule: &'static str) {
        for election in elections {
            if !self.0.iter().any(|(asked, _)| asked == election) {
                self.0.push((election.clone(), vec![rule]));
            }
        }
    }

    /// Questions in words: those that decide the verdict first, then by the weight of the rules that ask, then in the order
    /// of the language.
    pub fn worded(
        self,
        deciding: &[ElectionPath],
        weight: impl Fn(&Rule) -> Severity,
        file: FileId,
        plan: &str,
    ) -> Vec<Question> {
        let weigh = |name: &&str| rules::named(name).map(&weight);
        let mut questions: Vec<(usize, Question)> = Vec::with_capacity(self.0.len());
        for (election, asked_by) in self.0 {
            let (place, question) = question(&election);
            let question = Question {
                file,
                plan: plan.to_owned(),
                decides_verdict: deciding.contains(&election),
                weight: asked_by.iter().filter_map(weigh).max().unwrap_or(Severity::Advice),
                election,
                question,
                asked_by,
            };
            questions.push((place, question));
        }
        questions
            .sort_by_key(|(place, question)| (!question.decides_verdict, Reverse(question.weight), *place));
        questions.into_iter().map(|(_, question)| question).collect()
    }
}

/// The place of an election in the language, and what to ask about it.
fn question(election: &ElectionPath) -> (usize, &'static str) {
    if *election == workforce::WORKFORCE {
        return (usize::MAX, workforce::QUESTION);
    }
    let fields = plan::SECTIONS.iter().flat_map(|section| section.fields);
    let place = fields.clone().position(|field| field.path == election.as_str()).unwrap_or(usize::MAX - 1);
    (
        place,
        plan::field(election.as_str())
            .map_or("What does the plan document say about this?", |field| field.question),
    )
}
