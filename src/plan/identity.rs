//! What stands at the top of a plan spec: name, number, type, year and goals.

use std::fmt;

use super::PlanType;
use crate::syntax::phrase::list::{FreeText, comma_separated, write_words};
use crate::syntax::phrase::year::PlanYear;
use crate::syntax::phrase::{Parsed, Phrase, Text};

crate::section! {
    /// The plan as a whole.
    Identity "" {
        /// The name of the plan.
        name: FreeText = "plan", ask "What is the plan's name?";
        /// What censuses and records call the plan: its number with the recordkeeper.
        id: FreeText = "id", ask "Which number does the recordkeeper have for the plan?";
        /// The kind of plan; it decides which limits and tests apply.
        plan_type: PlanType = "type", ask "What kind of plan is it (401(k), 403(b), 457(b) and so on)?";
        /// The plan year that the checks run for.
        year: PlanYear = "year", ask "Which plan year is meant, and on which days does it begin and end?";
        /// What the sponsor wants the plan to make possible.
        goals: Goals = "goals", ask "Does the sponsor want the plan to make mega backdoor Roth contributions possible?";
    }
}

crate::choice! {
    /// Something that a sponsor wants of a plan beyond being lawful.
    Goal "a goal" {
        MegaBackdoor = "mega backdoor",
    }
}

/// One goal or several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Goals(pub Vec<Goal>);

impl Phrase for Goals {
    const NAME: &'static str = "a list of goals";
    const EXAMPLES: &'static [&'static str] = &["mega backdoor"];
    const WORDS: &'static [&'static str] = Goal::WORDS;
    const LIST: bool = true;

    fn parse(input: Text<'_>) -> Parsed<'_, Self> {
        comma_separated(input, Goal::parse).map(|(rest, goals)| (rest, Self(goals)))
    }

    fn join(mut self, part: Self) -> Self {
        self.0.extend(part.0);
        self
    }
}

impl fmt::Display for Goals {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_words(f, &self.0)
    }
}
