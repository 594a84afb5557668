//! `wrong-shape`: reported while a text is read.

use super::{Check, Group, Profile, Rule};
use crate::finding::Severity;
use crate::syntax::language::WRONG_SHAPE;

pub const RULE: Rule = Rule {
    name: WRONG_SHAPE,
    group: Group::Language,
    summary: "A value of the wrong form",
    severity: Severity::Error,
    profile: Profile::Operation,
    applies_to: &[],
    in_force: None,
    citations: &["planlint plan language, grammar/README.md"],
    page: include_str!("wrong_shape.md"),
    check: Check::Reader,
    blocks_mega_backdoor: false,
};
