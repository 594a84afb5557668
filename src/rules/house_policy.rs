//! `house-policy`: what the settings ask of every plan beyond the law. Judged on the run: rules know no settings.

use super::{Check, Group, Profile, Rule};
use crate::finding::Severity;

pub const RULE: Rule = Rule {
    name: "house-policy",
    group: Group::House,
    summary: "The plan does not keep to a policy that the settings state",
    severity: Severity::Error,
    profile: Profile::Operation,
    applies_to: &[],
    in_force: None,
    citations: &["the settings, [house] in planlint.toml"],
    page: include_str!("house_policy.md"),
    check: Check::Run,
    blocks_mega_backdoor: false,
};
