//! `[house]`: policies whose keys are an election with what is asked of it, such as `after-tax-limit-at-least`.

use std::ops::Range;

use toml::Spanned;
use toml::de::DeValue;

use super::file::Reader;
use super::value::Item;
use crate::lower::Field;
use crate::plan::{SECTIONS, workforce};
use crate::report::house::{Amount, Demand, ORDERED, Policy};
use crate::syntax::phrase::PhraseError;

/// The key of the list of elections that no spec may be silent on.
pub const MUST_STATE: &str = "must-state";

/// What can be asked of an election.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asks {
    AtLeast,
    AtMost,
    Is,
    OneOf,
}

impl Asks {
    pub const ALL: &'static [Asks] = &[Asks::AtLeast, Asks::AtMost, Asks::Is, Asks::OneOf];

    pub fn suffix(self) -> &'static str {
        match self {
            Asks::AtLeast => "-at-least",
            Asks::AtMost => "-at-most",
            Asks::Is => "-is",
            Asks::OneOf => "-one-of",
        }
    }

    fn is_about(self, path: &str) -> bool {
        match self {
            Asks::AtLeast | Asks::AtMost => ORDERED.contains(&path),
            Asks::Is | Asks::OneOf => true,
        }
    }
}

/// Every key of a policy on one election, with the election and what is asked of it.
pub fn keys() -> impl Iterator<Item = (String, &'static Field, Asks)> {
    let sections = SECTIONS.iter().filter(|section| section.key != workforce_key());
    let fields = sections.flat_map(|section| section.fields).filter(|field| field.path != "plan");
    fields.flat_map(|field| {
        let asked = Asks::ALL.iter().copied().filter(|asks| asks.is_about(field.path));
        asked.map(move |asks| (format!("{}{}", field.path.replace('.', "-"), asks.suffix()), field, asks))
    })
}

/// The elections that `must-state` can name.
pub fn elections() -> impl Iterator<Item = &'static str> {
    keys().filter(|(_, _, asks)| *asks == Asks::Is).map(|(_, field, _)| field.path)
}

/// Reads the table.
pub(super) fn read(reader: &mut Reader<'_>, found: &Spanned<DeValue<'_>>) -> Vec<Policy> {
    let mut policies = Vec::new();
    for (name, value) in reader.table(found, "[house]") {
        let key = name.get_ref().as_ref();
        let at = (name.span().start, value.span().end);
        if key == MUST_STATE {
            policies.extend(must_state(reader, value));
            continue;
        }
        let Some((_, field, asks)) = keys().find(|(known, ..)| known == key) else {
            let known: Vec<String> = keys().map(|(key, ..)| key).chain([MUST_STATE.to_owned()]).collect();
            reader.unknown(&name.span(), key, known.iter().map(String::as_str));
            continue;
        };
        let demand = demand(reader, field, asks, value);
        policies.extend(demand.map(|demand| Policy { key: key.to_owned(), path: field.path, demand, at }));
    }
    policies
}

fn must_state(reader: &mut Reader<'_>, found: &Spanned<DeValue<'_>>) -> Vec<Policy> {
    let mut policies = Vec::new();
    for item in reader.texts(found).unwrap_or_default() {
        let at = item.at.clone().unwrap_or(found.span());
        match elections().find(|path| *path == item.text) {
            Some(path) => policies.push(Policy {
                key: MUST_STATE.to_owned(),
                path,
                demand: Demand::Stated,
                at: (at.start, at.end),
            }),
            None => {
                let shown: String = item.text.chars().take(60).collect();
                let near = crate::syntax::phrase::nearest(&item.text, elections());
                let help = near.map_or("grammar/elections.md lists them".to_owned(), |near| {
                    format!("did you mean `{near}`?")
                });
                reader.problem(at, &format!("no election is called `{shown}`; {help}"));
            }
        }
    }
    policies
}

fn demand(
    reader: &mut Reader<'_>,
    field: &'static Field,
    asks: Asks,
    found: &Spanned<DeValue<'_>>,
) -> Option<Demand> {
    match asks {
        Asks::Is | Asks::OneOf => {
            let is_one = asks == Asks::Is;
            let items = if is_one { reader.text(found).map(|item| vec![item]) } else { reader.texts(found) }?;
            if items.is_empty() {
                reader.problem(found.span(), "an empty list lets no plan pass");
            }
            let texts = items.into_iter().filter_map(|item| {
                let error = (field.kind.reads)(&item.text).err();
                error.map_or(Some(item.text.clone()), |error| refuse(reader, &item, &error))
            });
            let texts: Vec<String> = texts.collect();
            (!texts.is_empty()).then_some(Demand::OneOf(texts))
        }
        Asks::AtLeast | Asks::AtMost => {
            let item = reader.text(found)?;
            let amount = match Amount::read(field.path, &item.text)? {
                Ok(amount) => amount,
                Err(error) => return refuse(reader, &item, &error),
            };
            Some(if asks == Asks::AtLeast {
                Demand::AtLeast(amount, item.text)
            } else {
                Demand::AtMost(amount, item.text)
            })
        }
    }
}

/// Reports a phrase at the exact place within its text, where the text stands in the file letter for letter.
fn refuse<T>(reader: &mut Reader<'_>, item: &Item, error: &PhraseError) -> Option<T> {
    let whole: Range<usize> = item.at.clone().unwrap_or(0..0);
    let inside = whole.start + 1..whole.end.saturating_sub(1);
    let verbatim = reader.text.get(inside.clone()) == Some(item.text.as_str());
    let at = if verbatim { inside.start + error.start..inside.start + error.end } else { whole };
    reader.problem(at, &format!("{}. {}", error.problem, error.advice));
    None
}

fn workforce_key() -> &'static str {
    <workforce::Group as crate::lower::Section>::INFO.key
}
