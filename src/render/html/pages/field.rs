//! One fact in the form: what it is called, what is entered, and what is wrong with it.

use super::Visit;
use crate::answer::facts::Fact;
use crate::answer::facts::value::FactKind;
use crate::render::language::{facts, text};

/// A fact in the form.
pub struct Field {
    fact: Fact,
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
        let say = |message| text(visit.language, &message);
        Self {
            fact,
            label: say(facts::label(fact)),
            help: say(facts::help(fact)),
            value: value.to_owned(),
            problem,
        }
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
        if self.fact.kind() == FactKind::Date { "date" } else { "text" }
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
