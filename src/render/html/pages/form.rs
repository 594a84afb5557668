//! The form for one employee's facts, with the answer beside it.

use std::collections::BTreeMap;
use std::fmt;

use askama::Template;

use super::field::{Field, Group};
use super::{Visit, written};
use crate::answer::facts::relevant::relevant;
use crate::answer::facts::{Fact, FactGroup, FactProblem, Facts};
use crate::law::Law;
use crate::plan::Plan;
use crate::render::answer::{Answered, fragment};
use crate::render::language::facts::{group, problem_in_form};
use crate::render::language::site::Site;
use crate::render::language::text;
use crate::render::safe;
use crate::syntax::phrase::match_formula::MatchFormula;

/// What was entered, as it was, and what it comes to.
#[derive(Default)]
pub struct Entered {
    values: BTreeMap<Fact, String>,
    problems: Vec<FactProblem>,
    facts: Facts,
}

/// Whose form it is.
#[derive(Debug)]
pub struct Form<'p> {
    pub id: &'p str,
    pub name: &'p str,
    /// `None` where not all of the spec can be read: there is no answer then.
    pub plan: Option<&'p Plan>,
    pub entered: &'p Entered,
    /// `None` where there is no plan, or a fact cannot be used.
    pub answer: Option<Answered<'p>>,
}

impl Entered {
    /// What a form sent. Names that are no facts are none of ours.
    pub fn of(pairs: &[(String, String)]) -> Self {
        let known = |(name, value): &(String, String)| Some((Fact::named(name)?, value.trim().to_owned()));
        let values: BTreeMap<Fact, String> =
            pairs.iter().filter_map(known).filter(|(_, value)| !value.is_empty()).collect();
        let read = Facts::read_pairs(values.iter().map(|(fact, value)| (fact.name(), Some(value.clone()))));
        let (facts, problems) = match read {
            Ok(facts) => (facts, Vec::new()),
            Err(problems) => (Facts::default(), problems),
        };
        Self { values, problems, facts }
    }

    /// The facts, unless one of them cannot be used.
    pub fn facts(&self) -> Option<&Facts> {
        self.problems.is_empty().then_some(&self.facts)
    }
}

/// Entered facts are personal: nothing of them is shown but in the form.
impl fmt::Debug for Entered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Entered")
    }
}

/// The page.
pub fn form(visit: &Visit, form: &Form<'_>) -> String {
    let facts = form.plan.map(|plan| relevant(plan, Law::current())).unwrap_or_default();
    let (first, more): (Vec<Fact>, Vec<Fact>) = facts.into_iter().partition(is_first);
    let problems = problems(visit, form.entered);
    let fields = |facts: &[Fact]| -> Vec<Field> {
        let field = |fact: &Fact| {
            let usual = form.plan.map_or("", |plan| usual(plan, *fact));
            let value = form.entered.values.get(fact).map(String::as_str);
            let value = value.unwrap_or(if form.entered.values.is_empty() { usual } else { "" });
            Field::of(visit, *fact, value, problems.get(fact).cloned())
        };
        facts.iter().map(field).collect()
    };
    let by_group = more.chunk_by(|one, other| one.group() == other.group());
    let legend = |facts: &[Fact]| facts.first().map(|fact| text(visit.language, &group(fact.group())));
    written(&Page {
        visit,
        id: form.id,
        name: safe::line(form.name).into_owned(),
        has_answer: form.plan.is_some(),
        opened: more.iter().any(|fact| form.entered.values.contains_key(fact)),
        first: fields(&first),
        more: by_group
            .map(|facts| Group { legend: legend(facts).unwrap_or_default(), fields: fields(facts) })
            .collect(),
        problems: problems.iter().map(|(fact, words)| (fact.flag(), words.as_str())).collect(),
        answer: form.answer.map(|answer| fragment(&answer)),
    })
}

/// What stands in an empty form: a match that the plan's formula tells need not be looked up.
fn usual(plan: &Plan, fact: Fact) -> &'static str {
    let is_told = matches!(plan.matching.formula.stated(), Some(MatchFormula::Formula(_)));
    if fact == Fact::Match && is_told { "auto" } else { "" }
}

/// The few facts that most answers need. The others are folded in.
fn is_first(fact: &Fact) -> bool {
    let is_own = matches!(fact.group(), FactGroup::You | FactGroup::Contributions);
    // Without it there is no amount for a paycheck.
    *fact == Fact::PeriodsLeft || is_own && !matches!(fact, Fact::BirthDate | Fact::CatchUp | Fact::Employer)
}

/// What is wrong, at the fact that it is wrong with.
fn problems(visit: &Visit, entered: &Entered) -> BTreeMap<Fact, String> {
    let placed = |problem: &FactProblem| {
        let fact = match problem {
            FactProblem::Unreadable { fact, .. }
            | FactProblem::Twice { fact }
            | FactProblem::Conflict { fact, .. }
            | FactProblem::TooMuch { fact, .. } => *fact,
            // A form names its facts itself.
            FactProblem::UnknownName { .. } | FactProblem::NotATable | FactProblem::Syntax => return None,
        };
        Some((fact, problem_in_form(visit.language, problem)))
    };
    entered.problems.iter().filter_map(placed).collect()
}

#[derive(Template)]
#[template(path = "pages/form.html")]
struct Page<'p> {
    visit: &'p Visit,
    id: &'p str,
    name: String,
    has_answer: bool,
    /// Are the further facts unfolded?
    opened: bool,
    first: Vec<Field>,
    more: Vec<Group>,
    problems: Vec<(&'static str, &'p str)>,
    answer: Option<String>,
}

impl Page<'_> {
    fn path(&self) -> String {
        format!("/plan/{}/answer", self.id)
    }

    fn count(&self) -> Site {
        Site::Problems { count: u32::try_from(self.problems.len()).unwrap_or(u32::MAX) }
    }
}
