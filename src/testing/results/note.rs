//! What was taken as given where neither the plan nor the census says it.

/// A remark that matters for this result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// A sentence without a full stop.
    pub text: String,
    /// The law that it follows, or [`CONVENTION`].
    pub citation: &'static str,
}

/// The law leaves it open: a choice of planlint.
pub const CONVENTION: &str = "convention";

impl Note {
    pub fn new(text: impl Into<String>, citation: &'static str) -> Self {
        Self { text: text.into(), citation }
    }

    pub fn convention(text: impl Into<String>) -> Self {
        Self::new(text, CONVENTION)
    }
}
