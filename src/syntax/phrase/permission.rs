//! Yes, no, or formerly. `unknown` is for every election and read where elections are.

use std::fmt;

use super::{Parsed, Phrase, Text, words};

/// Does the plan allow it?
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Permission {
    Yes,
    No,
    /// Once allowed; balances may remain, nothing new goes in.
    Formerly,
}

impl Permission {
    /// Is it allowed now?
    pub fn is_yes(self) -> bool {
        self == Permission::Yes
    }

    const FORMS: &'static [(&'static str, Permission)] =
        &[("yes", Permission::Yes), ("no", Permission::No), ("formerly", Permission::Formerly)];
}

impl Phrase for Permission {
    const NAME: &'static str = "a permission";
    const EXAMPLES: &'static [&'static str] = &["yes", "no", "formerly", "unknown"];
    const WORDS: &'static [&'static str] = &["yes", "no", "formerly", "unknown"];

    fn parse(input: Text<'_>) -> Parsed<'_, Self> {
        for (boolean, meant) in [("true", "yes"), ("false", "no"), ("y", "yes"), ("n", "no")] {
            if input.trimmed().rest().eq_ignore_ascii_case(boolean) {
                let problem = format!("`{boolean}` is not a permission");
                return input.hinted("yes", boolean.len(), problem, format!("Write `{meant}`."));
            }
        }
        words(Self::FORMS)(input)
    }
}

impl fmt::Display for Permission {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Permission::Yes => "yes",
            Permission::No => "no",
            Permission::Formerly => "formerly",
        })
    }
}
