//! `malformed-suppression`: reported once the suppressions of a text are held against its findings.

use super::{Check, Group, Profile, Rule};
use crate::finding::Severity;
use crate::syntax::language::MALFORMED_SUPPRESSION;

pub const RULE: Rule = Rule {
    name: MALFORMED_SUPPRESSION,
    group: Group::Language,
    summary: "A comment that speaks to planlint says nothing that it understands",
    severity: Severity::Error,
    profile: Profile::Operation,
    applies_to: &[],
    in_force: None,
    citations: &["planlint plan language, grammar/suppressions.md"],
    page: include_str!("malformed_suppression.md"),
    check: Check::Run,
    blocks_mega_backdoor: false,
};
