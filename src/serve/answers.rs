//! Answers for one employee, from a plan that is served.

use planlint::answer::facts::Facts;
use planlint::answer::guidance::{Guidance, guidance};
use planlint::answer::{self, Answer};
use planlint::law::Law;
use planlint::render::answer::Answered;
use planlint::render::language::Language;

use super::shelf::{Entry, Shelf};

/// An answer with its guidance.
pub struct Told {
    answer: Answer,
    guidance: Guidance,
}

/// The answer under a plan; `None` unless all of its spec can be read.
pub fn answer(shelf: &Shelf, entry: &Entry, facts: &Facts) -> Option<Told> {
    let plan = entry.plan.as_ref()?;
    let judged = entry.report.plans.first()?;
    let law = Law::current();
    let answer = answer::answer(plan, law, &judged.mega_backdoor, facts, shelf.day);
    let guidance = guidance(plan, law, facts, &answer);
    Some(Told { answer, guidance })
}

impl Told {
    /// In a language.
    pub fn told_in(&self, language: Language) -> Answered<'_> {
        Answered { answer: &self.answer, guidance: &self.guidance, language }
    }
}
