//! `unreadable-value`: reported while a text is read.

use super::{Check, Group, Profile, Rule};
use crate::finding::Severity;
use crate::syntax::language::UNREADABLE_VALUE;

pub const RULE: Rule = Rule {
    name: UNREADABLE_VALUE,
    group: Group::Language,
    summary: "A phrase that cannot be read",
    severity: Severity::Error,
    profile: Profile::Operation,
    applies_to: &[],
    in_force: None,
    citations: &["planlint plan language, grammar/README.md"],
    page: include_str!("unreadable_value.md"),
    check: Check::Reader,
    blocks_mega_backdoor: false,
};
