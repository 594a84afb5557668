//! Lists and free text: names, documents, employers.

use std::fmt;

use nom::Parser;
use nom::multi::separated_list1;

use super::{Parsed, Phrase, Text, symbol};

/// Text that planlint shows but does not interpret.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct FreeText(pub String);

/// Several texts, or the word `none` for an empty list. A text with a comma in it stands in double quotes.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct TextList(pub Vec<String>);

/// One item or several with commas between them.
pub fn comma_separated<'a, T>(
    input: Text<'a>,
    item: impl Fn(Text<'a>) -> Parsed<'a, T>,
) -> Parsed<'a, Vec<T>> {
    separated_list1(symbol(","), item).parse(input)
}

impl Phrase for FreeText {
    const NAME: &'static str = "a text";
    const EXAMPLES: &'static [&'static str] = &["Acme 401(k) Savings Plan"];

    fn parse(input: Text<'_>) -> Parsed<'_, Self> {
        let text = input.trimmed().rest().trim_end();
        if text.is_empty() {
            return input.expected("a text");
        }
        Ok((input.skip(input.rest().len()), Self(text.to_owned())))
    }
}

impl Phrase for TextList {
    const NAME: &'static str = "a list of texts";
    const EXAMPLES: &'static [&'static str] =
        &["none", "adoption agreement 2024, SPD 2026", "\"Acme, Inc.\", Acme West"];
    const LIST: bool = true;

    fn parse(input: Text<'_>) -> Parsed<'_, Self> {
        let (rest, items) = comma_separated(input, item)?;
        let none = matches!(items.as_slice(), [only] if only.eq_ignore_ascii_case("none"));
        Ok((rest, Self(if none { Vec::new() } else { items })))
    }

    fn join(mut self, part: Self) -> Self {
        self.0.extend(part.0);
        self
    }
}

/// Items of a list of words in the order of the language, each once: in which order they are written means nothing.
pub fn write_words<T: Copy + Ord + fmt::Display>(f: &mut fmt::Formatter<'_>, items: &[T]) -> fmt::Result {
    let mut items = items.to_vec();
    items.sort_unstable();
    items.dedup();
    if items.is_empty() {
        return f.write_str("none");
    }
    f.write_str(&items.iter().map(T::to_string).collect::<Vec<_>>().join(", "))
}

impl fmt::Display for FreeText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for TextList {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() {
            return f.write_str("none");
        }
        f.write_str(&self.0.iter().map(|item| written(item)).collect::<Vec<_>>().join(", "))
    }
}

/// An item, in quotes where it could be taken for something else.
fn written(item: &str) -> String {
    if item.trim() == item && !item.is_empty() && !item.starts_with('"') && !item.contains(',') {
        return item.to_owned();
    }
    format!("\"{}\"", item.replace('\\', "\\\\").replace('"', "\\\""))
}

/// A text up to the next comma, or one in double quotes with `\"` and `\\` for quotes and backslashes within.
fn item(input: Text<'_>) -> Parsed<'_, String> {
    let start = input.trimmed();
    if start.rest().starts_with('"') {
        return quoted(start);
    }
    let length = start.rest().find(',').unwrap_or(start.rest().len());
    let text = start.rest()[..length].trim_end();
    if text.is_empty() { input.expected("a text") } else { Ok((start.skip(length), text.to_owned())) }
}

fn quoted(start: Text<'_>) -> Parsed<'_, String> {
    let mut text = String::new();
    let mut characters = start.rest().char_indices().skip(1);
    while let Some((at, character)) = characters.next() {
        match character {
            '"' => return Ok((start.skip(at + 1), text)),
            '\\' => match characters.next() {
                Some((_, escaped)) => text.push(escaped),
                None => break,
            },
            plain => text.push(plain),
        }
    }
    start.skip(start.rest().len()).expected("\"")
}
