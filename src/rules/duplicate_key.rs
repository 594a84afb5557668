//! `duplicate-key`: reported while a text is read.

use super::{Check, Group, Profile, Rule};
use crate::finding::Severity;
use crate::syntax::language::DUPLICATE_KEY;

pub const RULE: Rule = Rule {
    name: DUPLICATE_KEY,
    group: Group::Language,
    summary: "A key stands twice",
    severity: Severity::Error,
    profile: Profile::Operation,
    applies_to: &[],
    in_force: None,
    citations: &["planlint plan language, grammar/README.md"],
    page: include_str!("duplicate_key.md"),
    check: Check::Reader,
    blocks_mega_backdoor: false,
};
