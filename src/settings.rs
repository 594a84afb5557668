//! What a run is set to: read from `planlint.toml`, the environment and flags, each value with where it comes from.
//!
//! Nothing is opened here: texts come in, plain data goes out.

mod file;
mod house;
mod merge;
pub mod schema;
mod severity;
pub mod show;
mod value;

pub use file::{FILE_NAME, read};
pub use value::{FailOn, environment, set};

use std::ops::Range;

use crate::report::adjust::{Goals, Level, Override};
use crate::report::house::Policy;
use crate::report::selection::Selector;
use crate::rules::Profile;

use crate::render::Format;

/// Lists the settings that are a value or a list: they can be given in every place. Others stand in files only.
macro_rules! keys {
    ($($(#[doc = $doc:literal])* $variant:ident $name:literal, flag $flag:literal, $example:literal;)+) => {
        /// A setting that is a value or a list of values.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Key { $($(#[doc = $doc])* $variant,)+ }

        impl Key {
            pub const ALL: &'static [Key] = &[$(Key::$variant),+];

            /// The key in the file.
            pub fn name(self) -> &'static str {
                match self { $(Key::$variant => $name),+ }
            }

            pub fn flag(self) -> &'static str {
                match self { $(Key::$variant => $flag),+ }
            }

            pub fn doc(self) -> &'static str {
                match self { $(Key::$variant => concat!($($doc),+)),+ }
            }

            /// How it is written in the file.
            pub fn example(self) -> &'static str {
                match self { $(Key::$variant => $example),+ }
            }
        }
    };
}

keys! {
    /// The rules that run: names, groups or `all`. What is selected in a place that goes before the file sets aside the file's `ignore`.
    Select "select", flag "--select", r#"["mega-backdoor", "limits"]"#;
    /// The rules that are left out: names, groups or `all`.
    Ignore "ignore", flag "--ignore", r#"["conversion-too-rare"]"#;
    /// Only the rules of one profile run.
    Profile "profile", flag "--profile", r#""mega-backdoor""#;
    /// The least severity that makes a run fail.
    FailOn "fail-on", flag "--fail-on", r#""warning""#;
    /// How findings are printed.
    Format "format", flag "--format", r#""concise""#;
    /// A baseline, whose findings are held back. In the file its path is relative to the file's folder.
    Baseline "baseline", flag "--baseline", r#""planlint-baseline.json""#;
    /// What every plan has to make possible, whatever its spec says; a run fails where it does not.
    Goals "goals", flag "--require", r#"["mega backdoor"]"#;
}

/// Where a setting comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// A place in the file of settings.
    File(Range<usize>),
    /// The variable of this name.
    Environment(String),
    Flag(&'static str),
}

/// A value with where it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed<T> {
    pub value: T,
    pub origin: Origin,
}

/// What one place says, or several places together.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    pub select: Option<Placed<Vec<Selector>>>,
    pub ignore: Option<Placed<Vec<Selector>>>,
    pub profile: Option<Placed<Profile>>,
    pub fail_on: Option<Placed<FailOn>>,
    pub format: Option<Placed<Format>>,
    pub baseline: Option<Placed<String>>,
    pub goals: Option<Placed<Goals>>,
    pub severities: Vec<Placed<(Selector, Level)>>,
    pub overrides: Vec<Placed<Override>>,
    pub policies: Vec<Policy>,
}

/// Something that is wrong with settings. `at` is a place in their file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    pub at: Option<Range<usize>>,
    /// A sentence part such as `no key is called …; did you mean …?`.
    pub message: String,
}

impl Key {
    /// The variable of the environment.
    pub fn variable(self) -> String {
        format!("PLANLINT_{}", self.name().replace('-', "_").to_ascii_uppercase())
    }

    /// Does it take several values?
    pub fn is_list(self) -> bool {
        match self {
            Key::Select | Key::Ignore | Key::Goals => true,
            Key::Profile | Key::FailOn | Key::Format | Key::Baseline => false,
        }
    }
}

impl<T> Placed<T> {
    pub fn new(value: T, origin: Origin) -> Self {
        Self { value, origin }
    }
}

impl Problem {
    fn at(at: Range<usize>, message: impl Into<String>) -> Self {
        Self { at: Some(at), message: message.into() }
    }
}
