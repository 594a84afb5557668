//! Answers for one employee, from a plan that is served.

use planlint::answer::facts::Facts;
use planlint::answer::{self, Answer};
use planlint::law::Law;

use super::shelf::{Entry, Shelf};

/// The answer under a plan; `None` unless all of its spec can be read.
pub fn answer(shelf: &Shelf, entry: &Entry, facts: &Facts) -> Option<Answer> {
    let plan = entry.plan.as_ref()?;
    let judged = entry.report.plans.first()?;
    Some(answer::answer(plan, Law::current(), &judged.mega_backdoor, facts, shelf.day))
}
