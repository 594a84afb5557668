//! The names under which problems of form are reported; their pages are in `rules/`.

/// The text is no plan spec at all: empty, too large, not UTF-8, or no plan in it.
pub const NOT_A_PLAN: &str = "not-a-plan";
/// The text breaks the grammar of its notation.
pub const SYNTAX_ERROR: &str = "syntax-error";
/// A key stands twice at one place.
pub const DUPLICATE_KEY: &str = "duplicate-key";
/// A key that the language does not have at this place.
pub const UNKNOWN_KEY: &str = "unknown-key";
/// A phrase that does not say what its election asks for.
pub const UNREADABLE_VALUE: &str = "unreadable-value";
/// A section where an election belongs, a list where one value belongs, and the like.
pub const WRONG_SHAPE: &str = "wrong-shape";
/// The rules on suppressions: they say nothing about what a plan elects.
pub const OF_SUPPRESSIONS: [&str; 3] = [MALFORMED_SUPPRESSION, EXPIRED_SUPPRESSION, UNUSED_SUPPRESSION];
/// A comment that was to hold a finding back and cannot.
pub const MALFORMED_SUPPRESSION: &str = "malformed-suppression";
/// A suppression whose last day is over.
pub const EXPIRED_SUPPRESSION: &str = "expired-suppression";
/// A suppression with nothing to hold back.
pub const UNUSED_SUPPRESSION: &str = "unused-suppression";
