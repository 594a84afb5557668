//! `vesting-slower-than-law`: employer money that becomes the employees' own too late.

mod long_wait;
mod too_slow;

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::{Finding, Severity};
use crate::law::provisions::Provision;
use crate::lower::{Election, Missing, Truth};
use crate::plan::PlanType;
use crate::plan::safe_harbor::SafeHarborType;
use crate::syntax::phrase::condition::Eligibility;
use crate::syntax::phrase::match_formula::MatchFormula;
use crate::syntax::phrase::nonelective::Nonelective;
use crate::syntax::phrase::vesting::Vesting;
use long_wait::long_wait;
use too_slow::too_slow;

pub const RULE: Rule = Rule {
    name: "vesting-slower-than-law",
    group: Group::Nondiscrimination,
    summary: "Vesting slower than the law",
    severity: Severity::Error,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Traditional401k, PlanType::Solo401k, PlanType::Plan403b, PlanType::Plan401a],
    in_force: Some(Provision::FasterVesting),
    citations: &[
        "IRC 411(a)(2)(B)",
        "IRC 411(e)",
        "IRC 410(a)(1)(B)(i)",
        "ERISA 203(a)(2)(B), 202(a)(1)(B)(i) (29 USC 1053, 1052)",
    ],
    page: include_str!("vesting_slower_than_law.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

/// The safe harbors that a match makes, and those that nonelective contributions make.
const BY_MATCH: &[SafeHarborType] =
    &[SafeHarborType::BasicMatch, SafeHarborType::EnhancedMatch, SafeHarborType::QacaMatch];
const BY_NONELECTIVE: &[SafeHarborType] = &[SafeHarborType::Nonelective, SafeHarborType::QacaNonelective];

/// Money of the employer: its schedule, and who receives it.
struct Money<'p> {
    noun: &'static str,
    is_paid: Truth,
    vesting: &'p Election<Vesting>,
    eligibility: &'p Election<Eligibility>,
}

fn check(facts: &Facts<'_>) -> Judgement {
    let plan = facts.plan;
    if facts.has_minimum_standards() == Truth::No {
        return Ok(Outcome::NotApplicable);
    }
    let matching = Money {
        noun: "match",
        is_paid: plan
            .matching
            .formula
            .is(|formula| *formula != MatchFormula::None)
            .and(is_ordinary(facts, BY_MATCH)),
        vesting: &plan.matching.vesting,
        eligibility: &plan.eligibility.matching,
    };
    let nonelective = Money {
        noun: "nonelective contributions",
        is_paid: plan
            .nonelective
            .formula
            .is(|formula| *formula != Nonelective::None)
            .and(is_ordinary(facts, BY_NONELECTIVE)),
        vesting: &plan.nonelective.vesting,
        eligibility: &plan.eligibility.nonelective,
    };
    if [&matching, &nonelective].iter().all(|money| money.is_paid == Truth::No) {
        return Ok(Outcome::NotApplicable);
    }
    Outcome::settled([judged(facts, &matching), judged(facts, &nonelective)])
}

/// Is it money under the general schedules? What makes a safe harbor vests by stricter rules, which have rules of their own.
fn is_ordinary(facts: &Facts<'_>, made_by: &[SafeHarborType]) -> Truth {
    // A plan that does not say whether it has a safe harbor is not asked: money outside one may vest the slowest.
    facts
        .plan
        .safe_harbor
        .kind
        .stated()
        .is_none_or(|kind| !made_by.contains(kind) || facts.is_beside_safe_harbor_money(*kind))
        .into()
}

fn judged(facts: &Facts<'_>, money: &Money<'_>) -> Result<Option<Finding>, Missing> {
    if money.is_paid == Truth::No {
        return Ok(None);
    }
    let vesting = match (money.vesting.known(), &money.is_paid) {
        (Ok(vesting), _) => vesting,
        // Whether there is such money is asked before how it vests.
        (Err(_), Truth::Unknown(missing)) => return Err(missing.clone()),
        (Err(missing), Truth::Yes | Truth::No) => return Err(missing),
    };
    if *vesting == Vesting::Immediate {
        return Ok(None);
    }
    let found = too_slow(facts, money, vesting)
        .map_or_else(|| long_wait(facts, money, vesting), |finding| Ok(Some(finding)))?;
    let counts = found.is_none() || money.is_paid.clone().and(facts.has_minimum_standards()).known()?;
    Ok(found.filter(|_| counts))
}
