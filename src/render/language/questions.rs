//! Questions to the plan administrator. In English they are the plan language's own; the other catalogues have them by path.

use super::{Language, lookup};
use crate::answer::ground::Question;

/// The question in a language. One that no catalogue has stays in English: better asked in English than not at all.
pub fn question(language: Language, question: &Question) -> String {
    match language {
        Language::En => question.text.to_owned(),
        Language::Es | Language::Ko | Language::Zh => {
            lookup(language, &key(question.path.as_str())).unwrap_or_else(|| question.text.to_owned())
        }
    }
}

/// The key of the question on an election: `ask-after-tax_allowed`.
pub(super) fn key(path: &str) -> String {
    format!("ask-{}", path.replace('.', "_"))
}
