//! `expired-suppression`: reported once the suppressions of a text are held against its findings.

use super::{Check, Group, Profile, Rule};
use crate::finding::Severity;
use crate::syntax::language::EXPIRED_SUPPRESSION;

pub const RULE: Rule = Rule {
    name: EXPIRED_SUPPRESSION,
    group: Group::Language,
    summary: "A suppression ran out, and its finding is reported again",
    severity: Severity::Warning,
    profile: Profile::Operation,
    applies_to: &[],
    in_force: None,
    citations: &["planlint plan language, grammar/suppressions.md"],
    page: include_str!("expired_suppression.md"),
    check: Check::Run,
    blocks_mega_backdoor: false,
};
