//! What a check reports, as plain data. No rule, file or renderer is known here.

use std::borrow::Cow;
use std::fmt;

use serde::Serialize;

use crate::source::Span;

/// How much a finding weighs. The order is the order of weight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// A choice worth knowing about; nothing is wrong.
    Advice,
    /// Likely not what the sponsor wants, or a risk in operation.
    Warning,
    /// The plan as stated breaks the law it is under, or a goal that the spec declares.
    Error,
}

/// The dotted name of an election, such as `after-tax.allowed`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct ElectionPath(pub Cow<'static, str>);

/// A remark about one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    pub span: Span,
    pub message: String,
}

/// One problem, at one place, with what mends it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The name of the rule that reports it.
    pub rule: &'static str,
    /// `None` takes the severity of the rule; a rule sets it where the law makes a case milder or graver.
    pub severity: Option<Severity>,
    /// What is wrong, with the number, the year and the section.
    pub message: String,
    /// Where, and what that spot says.
    pub primary: Label,
    /// An imperative that mends it.
    pub help: Option<String>,
    pub election: Option<ElectionPath>,
    /// Other places that matter.
    pub related: Vec<Label>,
}

impl Severity {
    pub fn word(self) -> &'static str {
        match self {
            Severity::Advice => "advice",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

impl ElectionPath {
    pub const fn of(path: &'static str) -> Self {
        Self(Cow::Borrowed(path))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ElectionPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Label {
    pub fn new(span: Span, message: impl Into<String>) -> Self {
        Self { span, message: message.into() }
    }
}

impl Finding {
    /// A finding of `rule` at `span`: `message` says what is wrong, `label` what that spot says.
    pub fn new(rule: &'static str, span: Span, message: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            rule,
            severity: None,
            message: message.into(),
            primary: Label::new(span, label),
            help: None,
            election: None,
            related: Vec::new(),
        }
    }

    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    pub fn severity(mut self, severity: Severity) -> Self {
        self.severity = Some(severity);
        self
    }

    pub fn election(mut self, election: ElectionPath) -> Self {
        self.election = Some(election);
        self
    }

    pub fn related(mut self, span: Span, message: impl Into<String>) -> Self {
        self.related.push(Label::new(span, message));
        self
    }
}
