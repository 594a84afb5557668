//! The declaration of a section, and what can be known about it without any plan.

use std::fmt::Display;

use super::{Election, Reader, Truth};
use crate::source::Span;
use crate::syntax::phrase::{self, Phrase, PhraseError};
use crate::syntax::tree::Map;

/// An election as the language has it.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    pub key: &'static str,
    /// `section.key`.
    pub path: &'static str,
    pub doc: &'static str,
    /// What to ask the plan administrator where it is not stated.
    pub question: &'static str,
    pub kind: ValueKind,
}

/// What an election's phrase looks like.
#[derive(Debug, Clone, Copy)]
pub struct ValueKind {
    /// The one written form of a value: of a scalar, or of the items of a list. `None` if it cannot be read.
    pub normal: fn(&[&str]) -> Option<String>,
    pub name: &'static str,
    pub examples: &'static [&'static str],
    /// All written forms, where they are a closed set.
    pub words: &'static [&'static str],
    pub list: bool,
    /// Does a text read as such a phrase?
    pub reads: fn(&str) -> Result<(), PhraseError>,
}

/// A section as the language has it.
#[derive(Debug, Clone, Copy)]
pub struct SectionInfo {
    /// Empty for the root.
    pub key: &'static str,
    pub doc: &'static str,
    pub fields: &'static [Field],
}

/// A group of elections that is read from one map.
pub trait Section: Sized {
    const INFO: SectionInfo;

    /// Reads a map; `None` where the section is not written. Elections get `prefix` instead of the section's own
    /// key where a section repeats under several names. `near` is where a missing election would stand.
    fn read(map: Option<&Map<'_>>, near: Span, prefix: Option<&str>, reader: &mut Reader) -> Self;

    /// The place of the election under a key, and whether it says the same as one of some phrases. `None` for a key that
    /// the section does not have.
    fn says(&self, key: &str, any_of: &[String]) -> Option<(Span, Truth)>;

    /// Visits the elections that are written, in the order of the language, each in its one written form.
    fn each(&self, visit: &mut dyn FnMut(&'static Field, Election<String>));
}

impl ValueKind {
    pub const fn of<T: Phrase + Display>() -> Self {
        Self {
            normal: normal::<T>,
            name: T::NAME,
            examples: T::EXAMPLES,
            words: T::WORDS,
            list: T::LIST,
            reads: reads::<T>,
        }
    }
}

fn reads<T: Phrase>(text: &str) -> Result<(), PhraseError> {
    phrase::read::<T>(text).map(drop)
}

fn normal<T: Phrase + Display>(parts: &[&str]) -> Option<String> {
    let mut read = parts.iter().map(|part| phrase::read::<T>(part).ok());
    let first = read.next()??;
    let whole = read.try_fold(first, |whole, part| Some(whole.join(part?)))?;
    Some(whole.to_string())
}

/// Does a value say the same as one of some phrases?
pub fn is_one_of<T: Phrase + PartialEq>(value: &T, phrases: &[String]) -> bool {
    phrases.iter().any(|text| phrase::read::<T>(text).is_ok_and(|read| read == *value))
}

/// `section.key`, or `key` at the root, from `.key`.
pub const fn election_path(joined: &'static str) -> &'static str {
    match joined.as_bytes() {
        [b'.', ..] => joined.split_at(1).1,
        _ => joined,
    }
}

/// Declares a section: `section! { /// doc  Name "key" { /// doc  field: Type = "key", ask "question?"; … } }`.
#[macro_export]
macro_rules! section {
    ($(#[doc = $section_doc:literal])* $name:ident $section_key:literal {
        $($(#[doc = $doc:literal])* $field:ident: $kind:ty = $key:literal, ask $question:literal;)+
    }) => {
        $(#[doc = $section_doc])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct $name {
            /// Where the section stands; `None` if it is not written.
            pub written: Option<$crate::source::Span>,
            $($(#[doc = $doc])* pub $field: $crate::lower::Election<$kind>,)+
        }

        impl $crate::lower::Section for $name {
            const INFO: $crate::lower::SectionInfo = $crate::lower::SectionInfo {
                key: $section_key,
                doc: concat!($($section_doc),*),
                fields: &[$($crate::lower::Field {
                    key: $key,
                    path: $crate::lower::election_path(concat!($section_key, ".", $key)),
                    doc: concat!($($doc),*),
                    question: $question,
                    kind: $crate::lower::ValueKind::of::<$kind>(),
                }),+],
            };

            fn read(
                map: Option<&$crate::syntax::tree::Map<'_>>,
                near: $crate::source::Span,
                prefix: Option<&str>,
                reader: &mut $crate::lower::Reader,
            ) -> Self {
                let mut field = <Self as $crate::lower::Section>::INFO.fields.iter();
                let mut section = $name {
                    written: map.map(|_| near),
                    $($field: reader.absent(field.next(), near, prefix),)+
                };
                for entry in map.into_iter().flat_map(|map| &map.entries) {
                    match &*entry.key.text {
                        $($key => reader.election(&mut section.$field, entry),)+
                        _ => reader.unknown_key::<Self>(entry),
                    }
                }
                if let Some(map) = map {
                    reader.duplicates(map);
                }
                section
            }

            fn says(&self, key: &str, any_of: &[String]) -> Option<($crate::source::Span, $crate::lower::Truth)> {
                match key {
                    $($key => {
                        let election = &self.$field;
                        let truth = election.is(|value| $crate::lower::is_one_of(value, any_of));
                        Some((election.span(), truth))
                    })+
                    _ => None,
                }
            }

            fn each(
                &self,
                visit: &mut dyn FnMut(&'static $crate::lower::Field, $crate::lower::Election<String>),
            ) {
                let mut fields = <Self as $crate::lower::Section>::INFO.fields.iter();
                $(if let Some(field) = fields.next() && self.$field.is_written() {
                    visit(field, self.$field.in_words());
                })+
            }
        }
    };
}
