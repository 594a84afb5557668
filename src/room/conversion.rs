//! Which money an in-plan Roth rollover takes in, and how that money could be withdrawn without one.

use super::routes::is_rollover_eligible;
use crate::lower::{Election, Missing, Truth};
use crate::plan::Plan;
use crate::plan::safe_harbor::SafeHarborType;
use crate::syntax::phrase::condition::Condition;
use crate::syntax::phrase::sources::Source;
use crate::syntax::phrase::vesting::Vesting;

/// Does the rollover take in money that the law holds back until 59 1/2 or an event: deferrals, QNECs, QMACs, safe harbor
/// contributions (IRC 401(k)(2)(B)(i), 401(k)(12)(E)(i))? Roth deferrals are Roth already and are not rolled over.
pub fn takes_restricted_money(plan: &Plan) -> Truth {
    let sources = &plan.in_plan_roth.sources;
    let always = [Source::PreTax, Source::CatchUp, Source::SafeHarbor, Source::Qnec, Source::Qmac];
    let matching = [Source::Match, Source::StudentLoan];
    let design = |is: fn(SafeHarborType) -> bool| plan.safe_harbor.kind.is(|kind| is(*kind));
    sources
        .is(|sources| always.iter().any(|source| sources.include(*source)))
        .or(sources
            .is(|sources| matching.iter().any(|source| sources.include(*source)))
            .and(design(is_match)))
        .or(sources.is(|sources| sources.include(Source::Nonelective)).and(design(is_nonelective)))
}

/// Does the rollover take in employer money, which need not be vested?
pub fn takes_employer_money(plan: &Plan) -> Truth {
    let employer = [Source::Match, Source::StudentLoan, Source::Nonelective, Source::Forfeitures];
    plan.in_plan_roth.sources.is(|sources| employer.iter().any(|source| sources.include(*source)))
}

/// Does the rollover take in employer money of a kind that vests over time?
pub fn takes_unvested_money(plan: &Plan) -> Truth {
    let sources = &plan.in_plan_roth.sources;
    let matching = [Source::Match, Source::StudentLoan];
    let other = [Source::Nonelective, Source::Forfeitures];
    let takes =
        |wanted: [Source; 2]| sources.is(|sources| wanted.iter().any(|source| sources.include(*source)));
    let over_time = |vesting: &Vesting| *vesting != Vesting::Immediate;
    takes(matching)
        .and(plan.matching.vesting.is(over_time))
        .or(takes(other).and(plan.nonelective.vesting.is(over_time)))
}

/// Does the rollover take in money that could be paid out in service as an eligible rollover distribution?
pub fn takes_distributable_money(plan: &Plan) -> Truth {
    match withdrawal_rules(plan) {
        Ok(rules) => rules.into_iter().fold(Truth::No, |any, rule| any.or(rule.is(is_rollover_eligible))),
        Err(missing) => Truth::Unknown(missing),
    }
}

/// The elections on withdrawals in service of the sources that may be rolled over, each once.
pub fn withdrawal_rules(plan: &Plan) -> Result<Vec<&Election<Condition>>, Missing> {
    let sources = plan.in_plan_roth.sources.known()?;
    let every = [Source::PreTax, Source::AfterTax, Source::Match, Source::Rollover];
    let listed = if sources.include(Source::All) { every.as_slice() } else { sources.0.as_slice() };
    let mut rules: Vec<&Election<Condition>> = Vec::new();
    for rule in listed.iter().filter_map(|source| plan.in_service.rule_for(*source)) {
        if rules.iter().all(|seen| seen.path != rule.path) {
            rules.push(rule);
        }
    }
    Ok(rules)
}

fn is_match(kind: SafeHarborType) -> bool {
    match kind {
        SafeHarborType::BasicMatch | SafeHarborType::EnhancedMatch | SafeHarborType::QacaMatch => true,
        SafeHarborType::None | SafeHarborType::Nonelective | SafeHarborType::QacaNonelective => false,
    }
}

fn is_nonelective(kind: SafeHarborType) -> bool {
    match kind {
        SafeHarborType::Nonelective | SafeHarborType::QacaNonelective => true,
        SafeHarborType::None
        | SafeHarborType::BasicMatch
        | SafeHarborType::EnhancedMatch
        | SafeHarborType::QacaMatch => false,
    }
}
