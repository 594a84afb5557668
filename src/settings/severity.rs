//! `[severity]`: what findings of a rule weigh, or that they are not reported.

use super::Problem;
use super::value::{Item, one_of};
use crate::finding::Severity;
use crate::report::adjust::Level;
use crate::report::selection::Selector;
use crate::rules::{self, Check, Group};

/// What a rule or group can be set to.
pub const LEVELS: &[Level] =
    &[Level::Off, Level::At(Severity::Advice), Level::At(Severity::Warning), Level::At(Severity::Error)];

pub fn word(level: Level) -> &'static str {
    match level {
        Level::Off => "off",
        Level::At(severity) => severity.word(),
    }
}

/// One line of the table: a rule or group, and what its findings weigh.
pub fn read(rule: &Item, level: &Item) -> Result<(Selector, Level), Vec<Problem>> {
    let selector = Selector::parse(&rule.text).and_then(can_be_set);
    let selector = selector.map_err(|message| Problem { at: rule.at.clone(), message });
    let level = one_of(&level.text, LEVELS, word, "severity")
        .map_err(|message| Problem { at: level.at.clone(), message });
    match (selector, level) {
        (Ok(selector), Ok(level)) => Ok((selector, level)),
        (selector, level) => Err(selector.err().into_iter().chain(level.err()).collect()),
    }
}

/// Can the severity of a rule be set? Of those of the plan language that are about what cannot be read it cannot.
fn can_be_set(selector: Selector) -> Result<Selector, String> {
    let always = "what cannot be read is always an error";
    match selector {
        Selector::All => Err("a severity is set for a rule or a group".to_owned()),
        Selector::Group(Group::Language) => {
            Err(format!("{always}; name the rules on suppressions one by one"))
        }
        Selector::Rule(name) => {
            let of_form = rules::named(name).is_some_and(|rule| matches!(rule.check, Check::Reader));
            if of_form { Err(format!("`{name}`: {always}")) } else { Ok(selector) }
        }
        Selector::Group(_) => Ok(selector),
    }
}
