//! The input that nom reads a phrase from, and the terminals that every phrase is made of.

use std::cell::RefCell;
use std::str::{CharIndices, Chars};

use nom::error::{ErrorKind, ParseError};
use nom::{IResult, Input, Needed};

/// What a phrase parser returns: the rest and the value.
pub type Parsed<'a, T> = IResult<Text<'a>, T, Unmatched>;

/// The rest of a phrase. Copies share one record of the furthest place that any parser reached.
#[derive(Debug, Clone, Copy)]
pub struct Text<'a> {
    rest: &'a str,
    reach: &'a Reach<'a>,
}

/// No match here; what was expected stands in the [`Reach`].
#[derive(Debug, Clone, Copy)]
pub struct Unmatched;

/// The whole phrase, and on the second pass the furthest failure with all that was expected there.
#[derive(Debug)]
pub struct Reach<'a> {
    pub(super) text: &'a str,
    furthest: Option<RefCell<Furthest>>,
}

#[derive(Debug, Default)]
pub(super) struct Furthest {
    pub at: usize,
    pub expected: Vec<&'static str>,
    /// A likely reading of what stands there.
    pub hint: Option<Hint>,
    /// Something that is written well but cannot be meant; it outweighs any place.
    pub refusal: Option<Hint>,
}

/// What bytes `start..end` are, and what to write instead.
#[derive(Debug, Clone)]
pub(super) struct Hint {
    pub start: usize,
    pub end: usize,
    pub problem: String,
    pub advice: String,
}

impl<'a> Reach<'a> {
    pub fn unrecorded(text: &'a str) -> Self {
        Self { text, furthest: None }
    }

    pub fn recorded(text: &'a str) -> Self {
        Self { text, furthest: Some(RefCell::default()) }
    }

    pub fn start(&'a self) -> Text<'a> {
        Text { rest: self.text, reach: self }
    }

    pub(super) fn furthest(self) -> Furthest {
        self.furthest.map(RefCell::into_inner).unwrap_or_default()
    }
}

impl<'a> Text<'a> {
    /// The text from here on.
    pub fn rest(self) -> &'a str {
        self.rest
    }

    /// Byte offset of this place in the phrase.
    pub fn offset(self) -> usize {
        self.reach.text.len() - self.rest.len()
    }

    /// This place without the blanks before the next token.
    pub fn trimmed(self) -> Self {
        Self { rest: self.rest.trim_start_matches(is_blank), ..self }
    }

    /// The place `bytes` further on.
    pub fn skip(self, bytes: usize) -> Self {
        Self { rest: self.rest.get(bytes..).unwrap_or(&self.rest[self.rest.len()..]), ..self }
    }

    /// Notes that `expected` would have been right here, and fails.
    pub fn expected<T>(self, expected: &'static str) -> Parsed<'a, T> {
        self.note(expected, None)
    }

    /// Fails with the likely reading of the next `length` bytes.
    pub fn hinted<T>(
        self,
        expected: &'static str,
        length: usize,
        problem: String,
        advice: String,
    ) -> Parsed<'a, T> {
        let start = self.trimmed().offset();
        self.note(expected, Some(Hint { start, end: start + length, problem, advice }))
    }

    /// Fails because what stands from here to `end` is well written and cannot be meant.
    pub fn refused<T>(
        self,
        end: Text<'a>,
        problem: impl Into<String>,
        advice: impl Into<String>,
    ) -> Parsed<'a, T> {
        if let Some(furthest) = &self.reach.furthest {
            let (start, end) = (self.trimmed().offset(), end.offset());
            let refusal = Hint { start, end, problem: problem.into(), advice: advice.into() };
            furthest.borrow_mut().refusal.get_or_insert(refusal);
        }
        Err(nom::Err::Error(Unmatched))
    }

    fn note<T>(self, expected: &'static str, hint: Option<Hint>) -> Parsed<'a, T> {
        if let Some(furthest) = &self.reach.furthest {
            let mut furthest = furthest.borrow_mut();
            let at = self.trimmed().offset();
            if at > furthest.at {
                *furthest = Furthest { at, refusal: furthest.refusal.take(), ..Furthest::default() };
            }
            if at == furthest.at {
                if !furthest.expected.contains(&expected) {
                    furthest.expected.push(expected);
                }
                furthest.hint = furthest.hint.take().or(hint);
            }
        }
        Err(nom::Err::Error(Unmatched))
    }
}

/// Blanks between tokens; a phrase in parentheses may go over several lines.
fn is_blank(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\n' | '\r')
}

/// A word or several with blanks between them, in any case, ending at a word boundary.
pub fn word<'a>(wanted: &'static str) -> impl Fn(Text<'a>) -> Parsed<'a, ()> + Copy {
    move |input| match match_words(input.trimmed().rest, wanted) {
        Ok(length) => Ok((input.trimmed().skip(length), ())),
        Err((matched, missing)) => input.trimmed().skip(matched).expected(missing),
    }
}

/// The longest of several written forms that fits, with the value that it stands for.
pub fn words<'a, T: Copy>(forms: &'static [(&'static str, T)]) -> impl Fn(Text<'a>) -> Parsed<'a, T> + Copy {
    move |input| {
        let start = input.trimmed();
        let fits = |(form, value): &(&'static str, T)| Some((match_words(start.rest, form).ok()?, *value));
        if let Some((length, value)) = forms.iter().filter_map(fits).max_by_key(|(length, _)| *length) {
            return Ok((start.skip(length), value));
        }
        for (form, _) in forms {
            let _: Parsed<'_, ()> = word(form)(input);
        }
        Err(nom::Err::Error(Unmatched))
    }
}

/// A mark such as `,` or `(`.
pub fn symbol<'a>(wanted: &'static str) -> impl Fn(Text<'a>) -> Parsed<'a, ()> + Copy {
    move |input| {
        let start = input.trimmed();
        if start.rest.starts_with(wanted) {
            Ok((start.skip(wanted.len()), ()))
        } else {
            input.expected(wanted)
        }
    }
}

/// The end of the phrase.
pub fn end(input: Text<'_>) -> Parsed<'_, ()> {
    if input.trimmed().rest.is_empty() { Ok((input.trimmed(), ())) } else { input.expected("the end") }
}

/// Length of the match of `wanted` at the start of `text`, blanks of any kind and number between its words;
/// or how much of it matched, and what is missing there.
fn match_words(text: &str, wanted: &'static str) -> Result<usize, (usize, &'static str)> {
    let mut matched = 0;
    let mut missing = wanted;
    loop {
        let (part, others) = missing.split_once(' ').unwrap_or((missing, ""));
        let rest = text[matched..].trim_start_matches(is_blank);
        let here = text.len() - rest.len();
        let parted = matched == 0 || here > matched;
        let fits = rest.get(..part.len()).is_some_and(|head| head.eq_ignore_ascii_case(part));
        let runs_on = |next: char| next.is_alphanumeric() || next == '_' || next == '-';
        let closed = !part.ends_with(char::is_alphanumeric)
            || !rest.get(part.len()..).unwrap_or("").starts_with(runs_on);
        if !(parted && fits && closed) {
            return Err((matched, missing));
        }
        matched = here + part.len();
        if others.is_empty() {
            return Ok(matched);
        }
        missing = others;
    }
}

impl<'a> ParseError<Text<'a>> for Unmatched {
    fn from_error_kind(_: Text<'a>, _: ErrorKind) -> Self {
        Unmatched
    }

    fn append(_: Text<'a>, _: ErrorKind, other: Self) -> Self {
        other
    }
}

impl<'a> Input for Text<'a> {
    type Item = char;
    type Iter = Chars<'a>;
    type IterIndices = CharIndices<'a>;

    fn input_len(&self) -> usize {
        self.rest.len()
    }

    fn take(&self, index: usize) -> Self {
        Self { rest: &self.rest[..index], ..*self }
    }

    fn take_from(&self, index: usize) -> Self {
        Self { rest: &self.rest[index..], ..*self }
    }

    fn take_split(&self, index: usize) -> (Self, Self) {
        (self.take_from(index), self.take(index))
    }

    fn position<P: Fn(char) -> bool>(&self, predicate: P) -> Option<usize> {
        self.rest.find(predicate)
    }

    fn iter_elements(&self) -> Chars<'a> {
        self.rest.chars()
    }

    fn iter_indices(&self) -> CharIndices<'a> {
        self.rest.char_indices()
    }

    fn slice_index(&self, count: usize) -> Result<usize, Needed> {
        let mut starts = self.rest.char_indices().map(|(at, _)| at).chain([self.rest.len()]);
        starts.nth(count).ok_or(Needed::Unknown)
    }
}
