//! The phrases that elections are written in, shared by both notations: one file a family, read with nom.
//!
//! A phrase is read in two passes at most: first without looking back, and only if that fails once more while
//! noting the furthest place reached and all that would have been right there.

pub mod amount;
pub mod choice;
pub mod condition;
pub mod deferral;
pub mod duration;
pub mod frequency;
pub mod limit;
pub mod list;
pub mod match_formula;
pub mod nonelective;
pub mod permission;
pub mod sources;
pub mod vesting;
pub mod year;

mod error;
mod text;

#[cfg(test)]
mod tests;

pub use error::{PhraseError, nearest};
pub use text::{Parsed, Text, end, symbol, word, words};

/// A typed value that has a written form.
pub trait Phrase: Sized {
    /// What it is, with its article, as messages and the field table say it: `a limit`.
    const NAME: &'static str;
    /// Written forms that show the range of what is read; they are documentation and tests at once.
    const EXAMPLES: &'static [&'static str];
    /// All written forms, where they are a closed set.
    const WORDS: &'static [&'static str] = &[];
    /// May it be written as a YAML sequence? Then [`Phrase::join`] puts the parts together.
    const LIST: bool = false;

    /// Reads the longest phrase at the start of the input.
    fn parse(input: Text<'_>) -> Parsed<'_, Self>;

    /// Two parts of a list as one. Only lists have parts.
    fn join(self, _part: Self) -> Self {
        self
    }
}

/// Reads a whole text as a phrase; blanks around it are allowed, nothing else.
pub fn read<T: Phrase>(text: &str) -> Result<T, PhraseError> {
    let quick = text::Reach::unrecorded(text);
    if let Ok(value) = read_through::<T>(&quick) {
        return Ok(value);
    }
    let reach = text::Reach::recorded(text);
    read_through::<T>(&reach).map_err(|()| error::explain::<T>(text, reach))
}

fn read_through<T: Phrase>(reach: &text::Reach<'_>) -> Result<T, ()> {
    let (rest, value) = T::parse(reach.start()).map_err(|_| ())?;
    end(rest).map(|_| value).map_err(|_| ())
}
