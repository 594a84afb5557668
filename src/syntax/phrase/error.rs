//! Why a phrase could not be read, in words: what was expected, what stands there, what was likely meant.

use super::Phrase;
use super::text::{Furthest, Reach};

/// What is wrong with bytes `start..end` of a phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhraseError {
    pub start: usize,
    pub end: usize,
    /// `expected "of pay", found "off"`, without a full stop.
    pub problem: String,
    /// What to write instead.
    pub advice: String,
}

/// The most alternatives that a message lists.
const MOST_LISTED: usize = 7;

pub(super) fn explain<T: Phrase>(text: &str, reach: Reach<'_>) -> PhraseError {
    let furthest = reach.furthest();
    if let Some(hint) = furthest.refusal.as_ref().or(furthest.hint.as_ref()).cloned() {
        return PhraseError { start: hint.start, end: hint.end, problem: hint.problem, advice: hint.advice };
    }
    let (start, end) = token(text, furthest.at);
    let found = &text[start..end];
    let problem = format!("expected {}, found {}", listed::<T>(&furthest), shown(found));
    let advice = match near_miss::<T>(text, found, &furthest) {
        Some(near) => format!("Did you mean `{near}`?"),
        None => examples::<T>(),
    };
    PhraseError { start, end, problem, advice }
}

/// `A limit reads like "10% of pay", …`.
fn examples<T: Phrase>() -> String {
    let listed: Vec<String> = T::EXAMPLES.iter().take(4).map(|example| format!("`{example}`")).collect();
    let mut name = T::NAME.to_owned();
    if let Some(first) = name.get_mut(0..1) {
        first.make_ascii_uppercase();
    }
    format!("{name} reads like {}.", join(&listed))
}

fn listed<T: Phrase>(furthest: &Furthest) -> String {
    let quote = |expected: &&'static str| {
        let plain = expected.starts_with("a ") || expected.starts_with("an ") || expected.starts_with("the ");
        if plain { (*expected).to_owned() } else { format!("`{expected}`") }
    };
    match furthest.expected.as_slice() {
        [] => T::NAME.to_owned(),
        many if many.len() > MOST_LISTED => T::NAME.to_owned(),
        few => join(&few.iter().map(quote).collect::<Vec<_>>()),
    }
}

/// `a, b or c`.
fn join(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}

fn shown(found: &str) -> String {
    match found.chars().next() {
        None => "nothing more".to_owned(),
        Some('\u{a0}') => "a no-break space".to_owned(),
        Some(strange) if strange.is_control() => "a control character".to_owned(),
        Some(_) => {
            let short: String = found.chars().take(40).collect();
            format!("`{short}`")
        }
    }
}

/// The token at a place: a run of word characters, with the parentheses of `401(k)`; else one character; else the end.
fn token(text: &str, at: usize) -> (usize, usize) {
    let rest = &text[at..];
    let mut open = 0_u32;
    let mut before = ' ';
    let run_ends = |character: char| {
        let inside = match character {
            '(' if before.is_alphanumeric() => {
                open += 1;
                true
            }
            ')' if open > 0 => {
                open -= 1;
                true
            }
            other => other.is_alphanumeric() || "-_$%.".contains(other),
        };
        before = character;
        !inside
    };
    let run = rest.find(run_ends).unwrap_or(rest.len());
    let one = rest.chars().next().map_or(0, char::len_utf8);
    let length = if run > 0 { rest[..run].trim_end_matches('.').len().max(one) } else { one };
    (at, at + length)
}

/// The written form that was most likely meant, of those that were possible here. A form of several words is told
/// by its first, since only one word stands at the place.
fn near_miss<T: Phrase>(text: &str, found: &str, furthest: &Furthest) -> Option<String> {
    let whole = nearest(text.trim(), T::WORDS.iter().copied());
    let first_word = |form: &&'static str| form.split(' ').next().unwrap_or(form);
    let forms = furthest.expected.iter().filter(|form| !form.starts_with("a ") && !form.starts_with("an "));
    let place = || {
        let near = nearest(found, forms.clone().map(first_word))?;
        forms.clone().find(|form| first_word(form) == near).copied()
    };
    whole.or_else(place).map(str::to_owned)
}

/// The candidate within a third of its length, if any; ties go to the first.
pub fn nearest<'c>(wrong: &str, candidates: impl Iterator<Item = &'c str>) -> Option<&'c str> {
    let wrong = wrong.to_lowercase();
    if wrong.chars().count() > 64 {
        return None;
    }
    let distance =
        |candidate: &'c str| (strsim::damerau_levenshtein(&wrong, &candidate.to_lowercase()), candidate);
    let (distance, candidate) = candidates.map(distance).min_by_key(|(distance, _)| *distance)?;
    let allowed = (candidate.chars().count() / 3).max(1);
    (distance <= allowed && candidate.chars().count() > 1).then_some(candidate)
}
