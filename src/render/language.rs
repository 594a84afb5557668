//! What is said to an employee, in four languages: typed messages, and the catalogues that word them. Only here is Fluent known.
//!
//! A message is a variant with the values that it tells; its words stand under its key in `language/<tag>/*.ftl`. Tests hold
//! keys, arguments and catalogues together, so that no message can lack words or a value in any language.

pub mod amounts;
pub mod answer;
mod catalogue;
pub mod facts;
pub mod guidance;
pub mod message;
pub mod page;
pub mod questions;
pub mod site;
pub mod taxes;
pub mod terms;

#[cfg(test)]
mod tests;

use std::str::FromStr;

use fluent_bundle::{FluentArgs, FluentValue};

use self::catalogue::catalogue;
use self::message::{Message, Value};
use super::safe;

/// A language that answers are worded in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Language {
    #[default]
    En,
    Es,
    Ko,
    Zh,
}

impl Language {
    pub const ALL: &'static [Language] = &[Language::En, Language::Es, Language::Ko, Language::Zh];

    /// The name on the command line and in `lang` attributes.
    pub fn tag(self) -> &'static str {
        match self {
            Language::En => "en",
            Language::Es => "es",
            Language::Ko => "ko",
            Language::Zh => "zh",
        }
    }

    /// What the language calls itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Language::En => "English",
            Language::Es => "Español",
            Language::Ko => "한국어",
            Language::Zh => "中文",
        }
    }
}

impl FromStr for Language {
    type Err = String;

    fn from_str(tag: &str) -> Result<Self, String> {
        let found = Language::ALL.iter().copied().find(|language| language.tag() == tag);
        found.ok_or_else(|| format!("no language is called `{tag}`; there are en, es, ko, zh"))
    }
}

/// The words of a message. Text from a plan is made harmless to a terminal; what HTML and Markdown need, their formats do.
pub fn text(language: Language, message: &impl Message) -> String {
    worded(language, message.key(), &message.arguments())
}

/// The words under a key that is made at run time, if the catalogue has them: questions on elections.
fn lookup(language: Language, key: &str) -> Option<String> {
    let bundle = catalogue(language);
    let pattern = bundle.get_message(key)?.value()?;
    let mut errors = Vec::new();
    let words = bundle.format_pattern(pattern, None, &mut errors).into_owned();
    errors.is_empty().then_some(words)
}

/// A key without words cannot pass the tests. Should one get out all the same, its English words stand in, or at the
/// last the key: seen by whoever reads it, and no reason to stop a server.
fn worded(language: Language, key: &str, arguments: &[(&'static str, Value)]) -> String {
    let words = formatted(language, key, arguments);
    debug_assert!(words.is_some(), "`{key}` has no words in {language:?}");
    words.or_else(|| formatted(Language::En, key, arguments)).unwrap_or_else(|| format!("[{key}]"))
}

fn formatted(language: Language, key: &str, arguments: &[(&'static str, Value)]) -> Option<String> {
    let bundle = catalogue(language);
    let pattern = bundle.get_message(key)?.value()?;
    let mut given = FluentArgs::new();
    for (name, value) in arguments {
        given.set(*name, argument(language, value));
    }
    let mut errors = Vec::new();
    let words = bundle.format_pattern(pattern, Some(&given), &mut errors).into_owned();
    errors.is_empty().then_some(words)
}

fn argument(language: Language, value: &Value) -> FluentValue<'static> {
    match value {
        Value::Money(amount) => FluentValue::from(amounts::money(language, *amount)),
        Value::Percent(percent) => FluentValue::from(amounts::percent(language, *percent)),
        Value::Date(date) => FluentValue::from(amounts::date(language, *date)),
        Value::Count(number) => FluentValue::from(*number),
        Value::Year(year) => FluentValue::from(year.to_string()),
        Value::Text(text) => FluentValue::from(safe::line(text).into_owned()),
        Value::Term(term) => FluentValue::from(text(language, &**term)),
    }
}
