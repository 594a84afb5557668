//! The election that a reason stands on, as its plan writes it.

use std::fmt::Display;

use crate::finding::ElectionPath;
use crate::lower::{Election, Missing};
use crate::plan::{self, Plan};
use crate::source::Span;

/// An election with its place and value. The place is the key's or the section's where nothing is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ground {
    pub path: ElectionPath,
    pub span: Span,
    /// What it says, in the plan language: `age 59 1/2`.
    pub value: Option<String>,
    /// Where the plan document says it, as the spec cites it: `§4.6(b)`.
    pub source: Option<String>,
}

/// Something to ask the plan administrator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    pub path: ElectionPath,
    /// In English, as the plan language has it; catalogues translate it by path.
    pub text: &'static str,
}

impl Ground {
    pub fn of<T: Display>(election: &Election<T>) -> Self {
        let source = election.provenance.as_ref().and_then(|provenance| provenance.source.as_ref());
        Self {
            path: election.path.clone(),
            span: election.span(),
            value: election.stated().map(ToString::to_string),
            source: source.map(|source| source.value.clone()),
        }
    }
}

impl Ground {
    /// An election of which the spec does not tell the value.
    pub fn untold(plan: &Plan, path: &ElectionPath) -> Self {
        let place = plan.says(path.as_str(), &[]);
        let span = place.map_or(plan.span.at_start(), |(span, _)| span);
        Self { path: path.clone(), span, value: None, source: None }
    }
}

impl Question {
    /// The questions behind missing elections, each once.
    pub fn all(missing: &Missing) -> Vec<Self> {
        missing.elections.iter().filter_map(Self::of).collect()
    }

    /// The question behind an election; `None` for a path that is none.
    pub fn of(path: &ElectionPath) -> Option<Self> {
        plan::field(path.as_str()).map(|field| Self { path: path.clone(), text: field.question })
    }
}
