//! Which money an in-plan Roth rollover takes in, and how that money could be withdrawn without one.

use super::routes::is_rollover_eligible;
use crate::lower::{Election, Missing, Truth};
use crate::plan::Plan;
use crate::plan::safe_harbor::SafeHarborType;
use crate::syntax::phrase::condition::{Condition, Term};
use crate::syntax::phrase::duration::{Duration, Unit};
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

/// Does a condition close what another one opens by an age, by service or by participation? Half a year of age is let pass
/// (26 CFR 1.411(d)-4, Q&A-2(b)(2)(ix)); hardship, separation and other events are not compared.
pub fn takes_away(before: &Condition, after: &Condition) -> bool {
    match (before, after) {
        (_, Condition::Immediate) | (Condition::Never, _) => false,
        (Condition::Immediate, Condition::Never | Condition::AnyOf(_)) => true,
        (Condition::AnyOf(rights), Condition::Never | Condition::AnyOf(_)) => {
            let by_time = |right: &&Vec<Term>| right.iter().all(|term| !matches!(term, Term::Event(_)));
            let kept = |right: &Vec<Term>| {
                after.alternatives().iter().any(|terms| terms.iter().all(|term| is_met(*term, right)))
            };
            rights.iter().filter(by_time).any(|right| !kept(right))
        }
    }
}

/// Does whoever meets all of `terms` meet `wanted`, at the same time or half a year of age later?
fn is_met(wanted: Term, terms: &[Term]) -> bool {
    terms.iter().any(|term| match (wanted, *term) {
        (Term::Age { half_years }, Term::Age { half_years: own }) => half_years <= own + 1,
        // Who has taken part for some time has served for as long.
        (Term::Service(wanted), Term::Service(own) | Term::Participation(own))
        | (Term::Participation(wanted), Term::Participation(own)) => days(wanted) <= days(own),
        (Term::Hours(wanted), Term::Hours(own)) => wanted <= own,
        (
            Term::Age { .. } | Term::Service(_) | Term::Participation(_) | Term::Hours(_) | Term::Event(_),
            _,
        ) => false,
    })
}

/// A length of time in days, a month taken as 30 and a year as 12 months.
fn days(length: Duration) -> u32 {
    match length.unit {
        Unit::Days => length.count,
        Unit::Months => length.count.saturating_mul(30),
        Unit::Years => length.count.saturating_mul(12 * 30),
    }
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
