//! The form for one employee's facts, with the answer below it.

use std::collections::BTreeMap;

use askama::Template;

use super::field::{Field, Group, asked};
use super::{Visit, written};
use crate::answer::facts::{Fact, FactGroup};
use crate::plan::Plan;
use crate::render::language::site::Site;

/// What was entered, as it was, by fact, and what cannot be used of it.
#[derive(Default)]
pub struct Entered {
    pub values: BTreeMap<Fact, String>,
    pub problems: BTreeMap<Fact, String>,
}

/// Whose form it is.
pub struct Form<'p> {
    pub id: &'p str,
    pub name: &'p str,
    /// `None` where not all of the spec can be read: there is no answer then.
    pub plan: Option<&'p Plan>,
    pub entered: &'p Entered,
    /// The answer, as a part of a page; `None` where a fact cannot be used.
    pub answer: Option<&'p str>,
}

/// Entered facts are personal: nothing of them is shown but in the form.
impl std::fmt::Debug for Entered {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Entered")
    }
}

/// The page.
pub fn form(visit: &Visit, form: &Form<'_>) -> String {
    let (first, more) = form.plan.map(asked).unwrap_or_default();
    let is_used = |fact: &Fact| form.entered.values.contains_key(fact);
    written(&Page {
        visit,
        id: form.id,
        name: form.name,
        has_answer: form.plan.is_some(),
        opened: more.iter().any(is_used),
        first: first.iter().map(|fact| field(visit, *fact, form.entered)).collect(),
        more: groups(visit, &more, form.entered),
        problems: form.entered.problems.iter().map(|(fact, text)| (fact.flag(), text.as_str())).collect(),
        answer: form.answer,
    })
}

fn field(visit: &Visit, fact: Fact, entered: &Entered) -> Field {
    let value = entered.values.get(&fact).map_or("", String::as_str);
    Field::of(visit, fact, value, entered.problems.get(&fact).cloned())
}

/// The facts by group, in their order.
fn groups(visit: &Visit, facts: &[Fact], entered: &Entered) -> Vec<Group> {
    let mut groups: Vec<(FactGroup, Group)> = Vec::new();
    for fact in facts {
        if groups.last().is_none_or(|(group, _)| *group != fact.group()) {
            let legend = legend(visit, fact.group());
            groups.push((fact.group(), Group { legend, fields: Vec::new() }));
        }
        if let Some((_, group)) = groups.last_mut() {
            group.fields.push(field(visit, *fact, entered));
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

fn legend(visit: &Visit, group: FactGroup) -> String {
    let _ = visit;
    format!("{group:?}")
}

#[derive(Template)]
#[template(path = "pages/form.html")]
struct Page<'p> {
    visit: &'p Visit,
    id: &'p str,
    name: &'p str,
    has_answer: bool,
    /// Are the further facts unfolded?
    opened: bool,
    first: Vec<Field>,
    more: Vec<Group>,
    problems: Vec<(&'static str, &'p str)>,
    answer: Option<&'p str>,
}

impl Page<'_> {
    fn path(&self) -> String {
        format!("/plan/{}/answer", self.id)
    }

    fn count(&self) -> Site {
        Site::Problems { count: u32::try_from(self.problems.len()).unwrap_or(u32::MAX) }
    }
}
