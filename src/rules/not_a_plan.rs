//! `not-a-plan`: reported while a text is read.

use super::{Check, Group, Profile, Rule};
use crate::finding::Severity;
use crate::syntax::language::NOT_A_PLAN;

pub const RULE: Rule = Rule {
    name: NOT_A_PLAN,
    group: Group::Language,
    summary: "The text is not a plan spec",
    severity: Severity::Error,
    profile: Profile::Operation,
    applies_to: &[],
    in_force: None,
    citations: &["planlint plan language, grammar/README.md"],
    page: include_str!("not_a_plan.md"),
    check: Check::Reader,
    blocks_mega_backdoor: false,
};
