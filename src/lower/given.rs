//! What a plan spec says about one election, which may be nothing.

use std::fmt::Display;

use jiff::civil::Date;

use crate::finding::ElectionPath;
use crate::source::Span;

/// A value with the place that states it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spanned<T> {
    pub value: T,
    pub span: Span,
}

/// Stated, said to be unknown, not stated, or not readable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Given<T> {
    Value(Spanned<T>),
    /// The writer looked and could not tell.
    Unknown(Span),
    /// Stated for a time after the plan year only; what held in the plan year is not stated.
    NotYet {
        span: Span,
        from: Date,
    },
    /// Not stated; `near` is where it would stand.
    Absent {
        near: Span,
    },
    /// Reported already: no rule says anything more about it.
    Unreadable(Span),
}

/// One election of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Election<T> {
    pub path: ElectionPath,
    pub given: Given<T>,
    pub provenance: Option<Box<Provenance>>,
}

/// Where the plan document says it, and since when it holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Provenance {
    pub source: Option<Spanned<String>>,
    pub effective: Option<Spanned<Date>>,
}

/// Elections without which a question has no answer. Empty if all that is missing was reported as unreadable.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Missing {
    pub elections: Vec<ElectionPath>,
}

impl<T> Election<T> {
    pub fn absent(path: ElectionPath, near: Span) -> Self {
        Self { path, given: Given::Absent { near }, provenance: None }
    }

    /// The value, or what is missing: the only way for a rule to read an election that it depends on.
    pub fn known(&self) -> Result<&T, Missing> {
        match &self.given {
            Given::Value(spanned) => Ok(&spanned.value),
            Given::Unknown(_) | Given::NotYet { .. } | Given::Absent { .. } => {
                Err(Missing { elections: vec![self.path.clone()] })
            }
            Given::Unreadable(_) => Err(Missing::default()),
        }
    }

    /// The value if there is one, for rules to which silence means the same as any other value.
    pub fn stated(&self) -> Option<&T> {
        match &self.given {
            Given::Value(spanned) => Some(&spanned.value),
            Given::Unknown(_) | Given::NotYet { .. } | Given::Absent { .. } | Given::Unreadable(_) => None,
        }
    }

    /// Is anything written about it at all?
    pub fn is_written(&self) -> bool {
        !matches!(self.given, Given::Absent { .. })
    }

    /// Where it stands, or would stand.
    pub fn span(&self) -> Span {
        match &self.given {
            Given::Value(Spanned { span, .. }) => *span,
            Given::Unknown(span) | Given::Unreadable(span) => *span,
            Given::NotYet { span, .. } | Given::Absent { near: span } => *span,
        }
    }
}

impl<T: Display> Election<T> {
    /// The same with the value in its one written form.
    pub fn in_words(&self) -> Election<String> {
        let given = match &self.given {
            Given::Value(Spanned { value, span }) => {
                Given::Value(Spanned { value: value.to_string(), span: *span })
            }
            Given::Unknown(span) => Given::Unknown(*span),
            Given::NotYet { span, from } => Given::NotYet { span: *span, from: *from },
            Given::Absent { near } => Given::Absent { near: *near },
            Given::Unreadable(span) => Given::Unreadable(*span),
        };
        Election { path: self.path.clone(), given, provenance: self.provenance.clone() }
    }
}

impl Missing {
    pub fn and(mut self, other: Missing) -> Self {
        for election in other.elections {
            if !self.elections.contains(&election) {
                self.elections.push(election);
            }
        }
        self
    }
}
