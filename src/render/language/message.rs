//! The declaration of messages: variant, key in the catalogues, and the values that each tells.

use jiff::civil::Date;

use super::terms::Term;
use crate::money::{Percent, Usd};

/// Something that can be said in every language.
pub trait Message {
    /// Every message of the theme.
    const DECLARED: &'static [Declared];

    /// Its key in the catalogues.
    fn key(&self) -> &'static str;

    /// The values that it tells, by the names that the catalogues use.
    fn arguments(&self) -> Vec<(&'static str, Value)>;
}

/// A message as far as it is known without values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Declared {
    pub key: &'static str,
    pub arguments: &'static [&'static str],
}

/// A value within a message, written as the language writes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    Money(Usd),
    Percent(Percent),
    Date(Date),
    /// A number of things, by which the words may change.
    Count(u32),
    Year(i16),
    /// Text from a plan, or what is the same in every language.
    Text(String),
    /// A term that has words of its own.
    Term(Box<Term>),
}

/// What can stand in a message.
pub trait Argument {
    fn value(&self) -> Value;
}

impl Argument for Usd {
    fn value(&self) -> Value {
        Value::Money(*self)
    }
}

impl Argument for Percent {
    fn value(&self) -> Value {
        Value::Percent(*self)
    }
}

impl Argument for Date {
    fn value(&self) -> Value {
        Value::Date(*self)
    }
}

impl Argument for u32 {
    fn value(&self) -> Value {
        Value::Count(*self)
    }
}

impl Argument for i16 {
    fn value(&self) -> Value {
        Value::Year(*self)
    }
}

impl Argument for String {
    fn value(&self) -> Value {
        Value::Text(self.clone())
    }
}

impl Argument for Term {
    fn value(&self) -> Value {
        Value::Term(Box::new(self.clone()))
    }
}

impl Argument for Box<Term> {
    fn value(&self) -> Value {
        Value::Term(self.clone())
    }
}

/// Declares the messages of a theme.
macro_rules! messages {
    (
        $(#[$doc:meta])*
        $name:ident { $($variant:ident $key:literal $({ $($field:ident: $kind:ty),+ })?,)+ }
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum $name {
            $($variant $({ $($field: $kind),+ })?,)+
        }

        impl $crate::render::language::message::Message for $name {
            const DECLARED: &'static [$crate::render::language::message::Declared] = &[
                $($crate::render::language::message::Declared {
                    key: $key,
                    arguments: &[$($(stringify!($field)),+)?],
                }),+
            ];

            fn key(&self) -> &'static str {
                match self { $($name::$variant $({ $($field: _),+ })? => $key,)+ }
            }

            fn arguments(&self) -> Vec<(&'static str, $crate::render::language::message::Value)> {
                match self {
                    $($name::$variant $({ $($field),+ })? => vec![
                        $($((
                            stringify!($field),
                            $crate::render::language::message::Argument::value($field),
                        )),+)?
                    ],)+
                }
            }
        }
    };
}

pub(super) use messages;
