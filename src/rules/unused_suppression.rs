//! `unused-suppression`: reported once the suppressions of a text are held against its findings.

use super::{Check, Group, Profile, Rule};
use crate::finding::Severity;
use crate::syntax::language::UNUSED_SUPPRESSION;

pub const RULE: Rule = Rule {
    name: UNUSED_SUPPRESSION,
    group: Group::Language,
    summary: "A suppression holds nothing back",
    severity: Severity::Warning,
    profile: Profile::Operation,
    applies_to: &[],
    in_force: None,
    citations: &["planlint plan language, grammar/suppressions.md"],
    page: include_str!("unused_suppression.md"),
    check: Check::Run,
    blocks_mega_backdoor: false,
};
