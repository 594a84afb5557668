//! `basic-match-too-small`: a basic safe harbor match that gives less than the law asks for at some rate.

use super::facts::least_match::{Least, judge};
use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::nondiscrimination::safe_harbor::BASIC;
use crate::plan::PlanType;
use crate::plan::safe_harbor::SafeHarborType;

pub const RULE: Rule = Rule {
    name: "basic-match-too-small",
    group: Group::Nondiscrimination,
    summary: "Basic safe harbor match below minimum",
    severity: Severity::Error,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Traditional401k],
    in_force: None,
    citations: &["IRC 401(k)(12)(B)(i), (iii)", "26 CFR 1.401(k)-3(c)(2)-(3)"],
    page: include_str!("basic_match_too_small.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

const LEAST: Least = Least {
    bands: BASIC,
    name: "the basic match, 100% of the first 3% of pay and 50% of the next 2%",
    section: "26 CFR 1.401(k)-3(c)(2)-(3)",
    help: "Give `100% of first 3% of pay + 50% of next 2% of pay`, or at least as much at every rate, such as `100% of first 4% of pay`.",
};

fn check(facts: &Facts<'_>) -> Judgement {
    if facts.safe_harbor()? != Some(SafeHarborType::BasicMatch) {
        return Ok(Outcome::NotApplicable);
    }
    judge(&RULE, facts, LEAST)
}
