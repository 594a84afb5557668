//! What the model employee and the employer put in, as far as a plan tells.

use super::beside_match::is_after_tax_matched;
use super::employer_money::{Contributor, nonelective_contribution};
use super::model_employee::{NoRoom, Silence};
use super::year_limits::deferral_limit;
use crate::finding::ElectionPath;
use crate::lower::{Election, Missing};
use crate::money::{Percent, Usd};
use crate::plan::Plan;
use crate::plan::safe_harbor::SafeHarborType;
use crate::syntax::phrase::condition::{Eligibility, Group};
use crate::syntax::phrase::deferral::Deferral;
use crate::syntax::phrase::limit::StatedLimit;
use crate::syntax::phrase::match_formula::MatchFormula;
use crate::syntax::phrase::permission::Permission;
use crate::syntax::phrase::sources::Source;

/// What a plan says about an election on which the law has its own answer: silence leaves the law's, but what the
/// writer could not tell may be anything.
pub fn unless_unknown<T>(election: &Election<T>) -> Result<Option<&T>, Missing> {
    if election.is_written() { election.known().map(Some) } else { Ok(None) }
}

/// The full deferral of a year: the legal limit, or less where the plan caps it. Zero where the plan takes none.
pub(super) fn planned_deferral(plan: &Plan, pay: Usd, legal: Usd) -> Result<Usd, Missing> {
    let deferrals = &plan.deferrals;
    let kinds = [unless_unknown(&deferrals.pre_tax)?, unless_unknown(&deferrals.roth)?];
    let barred = |kind: &Option<&Deferral>| kind.is_some_and(|deferral| deferral.allowed != Permission::Yes);
    if kinds.iter().all(barred) {
        return Ok(Usd::ZERO);
    }
    let open = kinds.iter().flatten().filter(|deferral| deferral.allowed == Permission::Yes);
    let shares: Vec<Option<Usd>> = open.map(|deferral| deferral.most.map(|most| most.of(pay))).collect();
    let by_share =
        shares.iter().copied().collect::<Option<Vec<Usd>>>().and_then(|shares| shares.into_iter().max());
    let stated = match unless_unknown(&deferrals.limit)? {
        Some(StatedLimit::Dollars(amount)) => Some(*amount),
        Some(StatedLimit::None | StatedLimit::AsAdjusted(_)) | None => None,
    };
    let for_hces = unless_unknown(&deferrals.hce_limit)?.and_then(|limit| limit.for_pay(pay));
    let combined = unless_unknown(&deferrals.combined_limit)?.and_then(|limit| limit.for_pay(pay));
    Ok([by_share, stated, for_hces, combined].into_iter().flatten().fold(legal.min(pay), Usd::min))
}

/// Nonelective contributions; what is not stated is noted in `taken_as_none` where silence adds nothing.
pub fn nonelective(
    plan: &Plan,
    contributor: Contributor,
    silence: Silence,
    taken_as_none: &mut Vec<ElectionPath>,
) -> Result<Usd, NoRoom> {
    let election = &plan.nonelective.formula;
    if let (false, Some(floor)) = (election.is_written(), safe_harbor_nonelective(plan)) {
        return Ok(floor.of(contributor.pay));
    }
    if silence == Silence::AddsNothing && !election.is_written() {
        taken_as_none.push(election.path.clone());
        return Ok(Usd::ZERO);
    }
    let amount = election.known().and_then(|formula| {
        nonelective_contribution(formula, contributor)
            .ok_or_else(|| Missing { elections: vec![election.path.clone()] })
    });
    // A definite formula tells the safe harbor contribution too, so that the two are not added.
    let stated = safe_harbor_nonelective(plan).filter(|_| plan.safe_harbor.percent.stated().is_some());
    let floor = stated.map_or(Usd::ZERO, |share| share.of(contributor.pay));
    match (amount, silence) {
        (Ok(amount), _) => Ok(amount.max(floor)),
        (Err(_), Silence::LeavesMost) => Ok(floor),
        (Err(missing), Silence::AddsNothing | Silence::IsUnknown) => Err(missing.into()),
    }
}

/// What a nonelective safe harbor gives at least, whatever the formula: 3% of pay (IRC 401(k)(12)(C), (13)(D)(i)(II)), or
/// more where the plan says so.
fn safe_harbor_nonelective(plan: &Plan) -> Option<Percent> {
    match plan.safe_harbor.kind.stated()? {
        SafeHarborType::Nonelective | SafeHarborType::QacaNonelective => {
            Some(plan.safe_harbor.percent.stated().copied().unwrap_or(Percent::ZERO).max(Percent::whole(3)))
        }
        SafeHarborType::None
        | SafeHarborType::BasicMatch
        | SafeHarborType::EnhancedMatch
        | SafeHarborType::QacaMatch => None,
    }
}

/// The deferrals that the match counts. A plan without deferrals of its own may match those to another plan, of which
/// its spec does not tell the amount.
pub(super) fn matched_deferrals(plan: &Plan, deferrals: Usd, silence: Silence) -> Result<Usd, NoRoom> {
    let sources = plan.matching.sources.stated();
    if sources.is_some_and(|sources| !sources.include(Source::PreTax) && !sources.include(Source::Roth)) {
        return Ok(Usd::ZERO);
    }
    let is_fixed = matches!(plan.matching.formula.stated(), Some(MatchFormula::Formula(_)));
    let elsewhere = deferral_limit(*plan.identity.plan_type.known()?).is_none() && is_fixed;
    if elsewhere && silence != Silence::LeavesMost && !is_after_tax_matched(plan).is_yes() {
        return Err(Missing { elections: vec![plan.matching.sources.path.clone()] }.into());
    }
    Ok(deferrals)
}

/// Are the highly compensated, of whom the model employee is one, left out of after-tax contributions altogether?
pub(super) fn leaves_out_hces(plan: &Plan) -> bool {
    let leaves_out = |who: &Eligibility| matches!(who, Eligibility::When { group: Group::NhcesOnly, .. });
    match plan.eligibility.after_tax.stated() {
        Some(Eligibility::SameAsDeferrals) => plan.eligibility.deferrals.stated().is_some_and(leaves_out),
        Some(who) => leaves_out(who),
        None => false,
    }
}
