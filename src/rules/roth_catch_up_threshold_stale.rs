//! `roth-catch-up-threshold-stale`: the wages above which catch-up must be Roth are another year's.

use super::catch_up_without_roth::concerns_nobody;
use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::law::limits::Limit;
use crate::law::provisions::Provision;
use crate::law::years::LimitValue;
use crate::lower::{Election, Missing, Truth};
use crate::money::Usd;
use crate::plan::PlanType;
use crate::plan::deferrals::RothCatchUp;
use crate::room::year_limits::calendar_years;
use crate::syntax::phrase::limit::{CodeSection, StatedLimit};

pub const RULE: Rule = Rule {
    name: "roth-catch-up-threshold-stale",
    group: Group::Limits,
    summary: "Roth catch-up threshold stale",
    severity: Severity::Error,
    profile: Profile::Qualification,
    applies_to: &[
        PlanType::Traditional401k,
        PlanType::Solo401k,
        PlanType::Simple401k,
        PlanType::Plan403b,
        PlanType::Governmental457b,
    ],
    in_force: Some(Provision::RothOnlyCatchUp),
    citations: &["IRC 414(v)(7)(A), (E)", "26 CFR 1.414(v)-2(a)(2)", "Notice 2025-67"],
    page: include_str!("roth_catch_up_threshold_stale.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let election = &facts.plan.limits.roth_catch_up_wages;
    if !concerns_someone(facts, election)? {
        return Ok(Outcome::NotApplicable);
    }
    match election.known()? {
        StatedLimit::AsAdjusted(CodeSection::RothCatchUpWages) => Ok(Outcome::Pass),
        StatedLimit::Dollars(amount) => judge(facts, *amount),
        // The document may leave the threshold to the statute, which finds those affected all the same;
        // `pre-tax-catch-up-for-high-earners` asks how they are treated.
        StatedLimit::None => Ok(Outcome::NotApplicable),
        StatedLimit::AsAdjusted(
            CodeSection::ElectiveDeferrals
            | CodeSection::DeferredCompensation
            | CodeSection::SimpleDeferrals
            | CodeSection::StarterDeferrals
            | CodeSection::AnnualAdditions
            | CodeSection::Compensation,
        ) => Err(Missing { elections: vec![election.path.clone()] }),
    }
}

/// May there be pre-tax catch-up contributions of someone with wages? Whether those with high wages are told apart at all
/// is asked before it is asked how.
pub(super) fn concerns_someone<T>(facts: &Facts<'_>, how: &Election<T>) -> Result<bool, Missing> {
    let deferrals = &facts.plan.deferrals;
    let is_open = deferrals.catch_up.known()?.is_yes();
    let all_roth = deferrals.pre_tax.is(|deferral| deferral.allowed.is_yes()) == Truth::No;
    if !is_open || all_roth || concerns_nobody(facts).is_yes() {
        return Ok(false);
    }
    Ok(how.is_written() || *deferrals.roth_catch_up.known()? != RothCatchUp::PreTaxAllowed)
}

fn judge(facts: &Facts<'_>, stated: Usd) -> Judgement {
    let election = &facts.plan.limits.roth_catch_up_wages;
    let first = facts.law.provision(Provision::RothOnlyCatchUp).from.year();
    let years = calendar_years(facts.plan, election).filter(|year| *year >= first);
    let published: Vec<Option<&LimitValue>> =
        years.map(|year| facts.law.limit(Limit::RothCatchUpWages, year)).collect();
    let Some(law) = published.iter().flatten().find(|value| value.amount != stated) else {
        // `year-not-published` says why.
        let is_judged = published.iter().all(Option::is_some);
        return Ok(if is_judged { Outcome::Pass } else { Outcome::NotApplicable });
    };
    let consequence = if stated < law.amount {
        "some who may catch up pre-tax would be held to Roth"
    } else {
        "some whose catch-up must be Roth could make it pre-tax"
    };
    let message = format!(
        "The plan's wage threshold for Roth catch-up, {stated}, is not that of {}: {} of {} wages ({}). By it {consequence}.",
        law.year,
        law.amount,
        law.year - 1,
        law.citation()
    );
    let help = format!("Refer to 414(v)(7) as adjusted (`414(v)(7)`), or state {}.", law.amount);
    Outcome::fail(RULE.finding(election, message, format!("{} for {}", law.amount, law.year)).help(help))
}
