//! `safe-harbor-nonelective-too-small`: a nonelective safe harbor that gives less than 3% of pay.

use super::facts::least_nonelective::judge;
use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::plan::PlanType;
use crate::plan::safe_harbor::SafeHarborType;

pub const RULE: Rule = Rule {
    name: "safe-harbor-nonelective-too-small",
    group: Group::Nondiscrimination,
    summary: "Safe harbor nonelective below 3%",
    severity: Severity::Error,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Traditional401k],
    in_force: None,
    citations: &["IRC 401(k)(12)(C)", "26 CFR 1.401(k)-3(b)(1)-(2)"],
    page: include_str!("safe_harbor_nonelective_too_small.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    if facts.safe_harbor()? != Some(SafeHarborType::Nonelective) {
        return Ok(Outcome::NotApplicable);
    }
    judge(&RULE, facts, "IRC 401(k)(12)(C), 26 CFR 1.401(k)-3(b)(1)")
}
