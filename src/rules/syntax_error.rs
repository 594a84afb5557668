//! `syntax-error`: reported while a text is read.

use super::{Check, Group, Profile, Rule};
use crate::finding::Severity;
use crate::syntax::language::SYNTAX_ERROR;

pub const RULE: Rule = Rule {
    name: SYNTAX_ERROR,
    group: Group::Language,
    summary: "The text breaks the grammar of its notation",
    severity: Severity::Error,
    profile: Profile::Operation,
    applies_to: &[],
    in_force: None,
    citations: &["planlint plan language, grammar/README.md"],
    page: include_str!("syntax_error.md"),
    check: Check::Reader,
    blocks_mega_backdoor: false,
};
