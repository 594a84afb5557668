//! `qaca-match-too-small`: a QACA whose match or nonelective contribution gives less than its statute asks for.

use super::facts::least_match::{Least, judge as judge_match};
use super::facts::least_nonelective::judge as judge_nonelective;
use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::law::provisions::Provision;
use crate::nondiscrimination::safe_harbor::QACA;
use crate::plan::PlanType;
use crate::plan::safe_harbor::SafeHarborType;

pub const RULE: Rule = Rule {
    name: "qaca-match-too-small",
    group: Group::Nondiscrimination,
    summary: "QACA formula below minimum",
    severity: Severity::Error,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Traditional401k],
    in_force: Some(Provision::Qaca),
    citations: &["IRC 401(k)(13)(D)(i)-(ii)", "26 CFR 1.401(k)-3(k)(1)-(2)"],
    page: include_str!("qaca_match_too_small.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

const LEAST: Least = Least {
    bands: QACA,
    name: "the match of a QACA, 100% of the first 1% of pay and 50% of the next 5%",
    section: "IRC 401(k)(13)(D)(i)(I), 26 CFR 1.401(k)-3(k)(2)",
    help: "Give `100% of first 1% of pay + 50% of next 5% of pay`, or at least as much at every rate; or 3% of pay to everyone.",
};

fn check(facts: &Facts<'_>) -> Judgement {
    match facts.safe_harbor()? {
        Some(SafeHarborType::QacaMatch) => judge_match(&RULE, facts, LEAST),
        Some(SafeHarborType::QacaNonelective) => {
            judge_nonelective(&RULE, facts, "IRC 401(k)(13)(D)(i)(II), 26 CFR 1.401(k)-3(k)(2)")
        }
        Some(
            SafeHarborType::None
            | SafeHarborType::BasicMatch
            | SafeHarborType::EnhancedMatch
            | SafeHarborType::Nonelective,
        )
        | None => Ok(Outcome::NotApplicable),
    }
}
