//! What subjects are compared with: phrases of the language, words, numbers and amounts.

use std::cmp::Ordering;

use jiff::civil::Date;

use crate::compare::provision::Provision;
use crate::compare::subject::{Reckoned, Subject, Value};
use crate::money::{Percent, Usd};
use crate::plan;
use crate::report::house::Amount;
use crate::syntax::phrase::{self, Phrase, PhraseError, nearest};

/// A value that a subject may equal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Literal {
    /// A phrase of the language in its one written form.
    Phrase(String),
    Reckoned(Value),
}

/// A value that a subject may be more or less than.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Measured {
    Number(u64),
    Dollars(Usd),
    Percent(Percent),
    Date(Date),
    Amount(Amount),
}

/// What is wrong with a literal: the byte of it at which it begins to be, and the words.
pub type Wrong = (usize, String);

impl Literal {
    /// Reads what stands behind `=`.
    pub fn read(subject: &Subject, text: &str) -> Result<Self, Wrong> {
        match subject {
            Subject::Election(provision) => phrase_of(provision, text).map(Self::Phrase),
            Subject::Reckoned(reckoned) => reckoned_value(*reckoned, text).map(Self::Reckoned),
        }
    }

    /// Is a value this?
    pub fn is(&self, value: &Value) -> bool {
        match (self, value) {
            (Literal::Reckoned(Value::Text(one)), Value::Text(other)) => {
                one.to_lowercase() == other.to_lowercase()
            }
            (Literal::Reckoned(one), other) => one == other,
            (Literal::Phrase(_), _) => false,
        }
    }
}

impl Measured {
    /// Reads what stands behind `<` and its like.
    pub fn read(subject: &Subject, text: &str) -> Result<Self, Wrong> {
        let no_order = || {
            (0, format!("`{}` is not more or less than anything; compare it with = or !=", subject.name()))
        };
        match subject {
            Subject::Reckoned(Reckoned::Room) => read(text).map(Self::Dollars),
            Subject::Reckoned(Reckoned::AcpMargin) => points(text).map(Self::Percent),
            Subject::Reckoned(
                Reckoned::Year
                | Reckoned::Errors
                | Reckoned::Warnings
                | Reckoned::Advice
                | Reckoned::Questions,
            ) => read::<u32>(text).map(|number| Self::Number(number.into())),
            Subject::Reckoned(
                Reckoned::Plan
                | Reckoned::Path
                | Reckoned::Type
                | Reckoned::Verdict
                | Reckoned::BlockedBy
                | Reckoned::Routes
                | Reckoned::Adp
                | Reckoned::Acp,
            ) => Err(no_order()),
            Subject::Election(provision) => match Amount::read(&provision.path, text) {
                Some(amount) => amount.map(Self::Amount).map_err(wrong),
                None => of_kind(plan::field(&provision.path).map_or("", |field| field.kind.name), text)
                    .ok_or_else(no_order)?,
            },
        }
    }

    /// How a reckoned value stands to this one.
    pub fn compare(&self, value: &Value) -> Option<Ordering> {
        match (self, value) {
            (Measured::Number(asked), Value::Number(value)) => Some(value.cmp(asked)),
            (Measured::Dollars(asked), Value::Amount(value)) => Some(value.cmp(asked)),
            (Measured::Percent(asked), Value::Points(value)) => Some(value.cmp(asked)),
            (
                Measured::Number(_)
                | Measured::Dollars(_)
                | Measured::Percent(_)
                | Measured::Date(_)
                | Measured::Amount(_),
                _,
            ) => None,
        }
    }

    /// How an election stands to this one.
    pub fn compare_phrase(&self, value: &str) -> Option<Ordering> {
        match self {
            Measured::Number(asked) => {
                phrase::read::<u32>(value).ok().map(|value| u64::from(value).cmp(asked))
            }
            Measured::Dollars(asked) => phrase::read::<Usd>(value).ok().map(|value| value.cmp(asked)),
            Measured::Percent(asked) => phrase::read::<Percent>(value).ok().map(|value| value.cmp(asked)),
            Measured::Date(asked) => phrase::read::<Date>(value).ok().map(|value| value.cmp(asked)),
            Measured::Amount(_) => None,
        }
    }
}

fn of_kind(kind: &str, text: &str) -> Option<Result<Measured, Wrong>> {
    if kind == <u32 as Phrase>::NAME {
        Some(read::<u32>(text).map(|number| Measured::Number(number.into())))
    } else if kind == <Usd as Phrase>::NAME {
        Some(read(text).map(Measured::Dollars))
    } else if kind == <Percent as Phrase>::NAME {
        Some(read(text).map(Measured::Percent))
    } else if kind == <Date as Phrase>::NAME {
        Some(read(text).map(Measured::Date))
    } else {
        None
    }
}

/// A phrase of an election in its one written form.
pub fn phrase_of(provision: &Provision, text: &str) -> Result<String, Wrong> {
    let Some(field) = plan::field(&provision.path) else { return Ok(text.to_owned()) };
    if text.eq_ignore_ascii_case("unknown") {
        let path = &provision.path;
        return Err((0, format!("what is unknown equals nothing; write `{path} is unknown`")));
    }
    (field.kind.reads)(text).map_err(wrong)?;
    (field.kind.normal)(&[text]).ok_or_else(|| (0, format!("`{text}` is not {}", field.kind.name)))
}

/// The one written form of an item that a reckoned list, or a list of the language, may hold.
pub fn item(subject: &Subject, text: &str) -> Result<String, Wrong> {
    match subject {
        Subject::Reckoned(reckoned) => match reckoned_value(*reckoned, text)? {
            Value::List(items) => Ok(items.into_iter().next().unwrap_or_default()),
            Value::Text(words) => Ok(words),
            Value::Number(_) | Value::Amount(_) | Value::Points(_) | Value::Verdict(_) | Value::Unknown => {
                Err((0, format!("`{}` is no list and no text; compare it with =", reckoned.name())))
            }
        },
        Subject::Election(provision) => {
            let closed =
                plan::field(&provision.path).filter(|field| field.kind.list && !field.kind.words.is_empty());
            if closed.is_some() { phrase_of(provision, text) } else { Ok(text.to_owned()) }
        }
    }
}

fn reckoned_value(reckoned: Reckoned, text: &str) -> Result<Value, Wrong> {
    let closed = || {
        reckoned.word(text).ok_or_else(|| {
            let words = reckoned.words();
            let name = reckoned.name();
            (
                0,
                match nearest(text, words.iter().copied()) {
                    Some(near) => format!("`{text}` is no {name}; did you mean `{near}`?"),
                    None => format!("`{text}` is no {name}; there are {}", words.join(", ")),
                },
            )
        })
    };
    Ok(match reckoned {
        Reckoned::Plan | Reckoned::Path => Value::Text(text.to_owned()),
        Reckoned::Type | Reckoned::Adp | Reckoned::Acp => Value::Text(closed()?),
        Reckoned::AcpMargin => Value::Points(points(text)?),
        Reckoned::BlockedBy | Reckoned::Routes => {
            Value::List(if text.eq_ignore_ascii_case("none") { Vec::new() } else { vec![closed()?] })
        }
        Reckoned::Verdict => {
            use crate::report::Verdict;
            let word = closed()?;
            let all = [Verdict::Available, Verdict::Blocked, Verdict::Unknown];
            all.into_iter().find(|verdict| verdict.word() == word).map_or(Value::Unknown, Value::Verdict)
        }
        Reckoned::Room => Value::Amount(read(text)?),
        Reckoned::Year | Reckoned::Errors | Reckoned::Warnings | Reckoned::Advice | Reckoned::Questions => {
            Value::Number(read::<u32>(text)?.into())
        }
    })
}

/// Percentage points: `0`, `0.5%`, `-0.72`.
fn points(text: &str) -> Result<Percent, Wrong> {
    let digits = text.trim().trim_end_matches('%').replace('−', "-");
    let found = digits.parse().ok().map(Percent::new);
    found.ok_or_else(|| (0, format!("`{text}` is no number of percentage points, such as 0.5 or -0.72")))
}

fn read<T: Phrase>(text: &str) -> Result<T, Wrong> {
    phrase::read(text).map_err(wrong)
}

fn wrong(error: PhraseError) -> Wrong {
    (error.start, format!("{}. {}", error.problem, error.advice))
}
