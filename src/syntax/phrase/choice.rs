//! Elections that take one of a few words. The sets themselves stand with the sections that own them.

/// Declares an enumeration whose variants are phrases: `choice! { /// doc  Name "a name" { Variant = "words", … } }`.
///
/// A variant may have several written forms; the first is the one that is printed.
#[macro_export]
macro_rules! choice {
    ($(#[$meta:meta])* $name:ident $title:literal {
        $($(#[$variant_meta:meta])* $variant:ident = $form:literal $(| $other:literal)*),+ $(,)?
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$variant_meta])* $variant),+ }

        impl $name {
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The written form.
            pub fn word(self) -> &'static str {
                match self { $($name::$variant => $form),+ }
            }
        }

        impl $crate::syntax::phrase::Phrase for $name {
            const NAME: &'static str = $title;
            const EXAMPLES: &'static [&'static str] = &[$($form),+];
            const WORDS: &'static [&'static str] = &[$($form),+];

            fn parse(input: $crate::syntax::phrase::Text<'_>) -> $crate::syntax::phrase::Parsed<'_, Self> {
                $crate::syntax::phrase::words(&[$(($form, $name::$variant), $(($other, $name::$variant),)*)+])(input)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.word())
            }
        }
    };
}
