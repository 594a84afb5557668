//! `enhanced-match-too-small`: an enhanced safe harbor match that is below the basic one at some rate, or rises.

use super::facts::least_match::{Least, judge};
use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::nondiscrimination::safe_harbor::BASIC;
use crate::plan::PlanType;
use crate::plan::safe_harbor::SafeHarborType;

pub const RULE: Rule = Rule {
    name: "enhanced-match-too-small",
    group: Group::Nondiscrimination,
    summary: "Enhanced match not good enough",
    severity: Severity::Error,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Traditional401k],
    in_force: None,
    citations: &["IRC 401(k)(12)(B)(iii)", "26 CFR 1.401(k)-3(c)(3), (c)(7) Ex. 2"],
    page: include_str!("enhanced_match_too_small.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

const LEAST: Least = Least {
    bands: BASIC,
    name: "the basic match, 100% of the first 3% of pay and 50% of the next 2%",
    section: "26 CFR 1.401(k)-3(c)(3)",
    help: "Make the match at least the basic one at every rate, at a rate that never rises, such as `100% of first 4% of pay`.",
};

fn check(facts: &Facts<'_>) -> Judgement {
    if facts.safe_harbor()? != Some(SafeHarborType::EnhancedMatch) {
        return Ok(Outcome::NotApplicable);
    }
    judge(&RULE, facts, LEAST)
}
