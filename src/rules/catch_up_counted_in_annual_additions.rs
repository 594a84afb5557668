//! `catch-up-counted-in-annual-additions`: catch-up contributions are outside the 415(c) limit.

use super::limit_above_law::catch_up_amounts;
use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::law::limits::Limit;
use crate::lower::{Missing, Truth};
use crate::money::Usd;
use crate::plan::PlanType;
use crate::room::year_limits::limitation_years;
use crate::syntax::phrase::limit::StatedLimit;

pub const RULE: Rule = Rule {
    name: "catch-up-counted-in-annual-additions",
    group: Group::Limits,
    summary: "Catch-up counted in 415(c)",
    severity: Severity::Error,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Traditional401k, PlanType::Solo401k, PlanType::Simple401k, PlanType::Plan403b],
    in_force: None,
    citations: &["IRC 414(v)(3)(A)", "26 CFR 1.415(c)-1(b)(2)(ii)(B)", "26 CFR 1.414(v)-1(d)(1)"],
    page: include_str!("catch_up_counted_in_annual_additions.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let (limits, deferrals) = (&facts.plan.limits, &facts.plan.deferrals);
    if limits.includes_catch_up.is_yes() == Truth::No {
        return Ok(Outcome::Pass);
    }
    if !deferrals.catch_up.known()?.is_yes() {
        return Ok(Outcome::NotApplicable);
    }
    limits.includes_catch_up.known()?;
    // A plan may write out one figure for annual additions and catch-up together. Without a figure there is only the
    // limit of 415(c) itself that catch-up could be counted against.
    if limits.annual_additions.is_written()
        && let StatedLimit::Dollars(figure) = limits.annual_additions.known()?
    {
        match holds_both(facts, *figure)? {
            Some(true) => return Ok(Outcome::Pass),
            Some(false) => {}
            // `year-not-published` says why.
            None => return Ok(Outcome::NotApplicable),
        }
    }
    let message = "The plan counts age-50 catch-up contributions against the limit on annual additions, but they are \
                   not annual additions (IRC 414(v)(3)(A), 26 CFR 1.415(c)-1(b)(2)(ii)(B)).";
    let finding = RULE.finding(&limits.includes_catch_up, message, "takes room that the law leaves");
    let help = "Leave catch-up contributions out of the sum that is held against 415(c).";
    Outcome::fail(finding.related(deferrals.catch_up.span(), "catch-up is allowed here").help(help))
}

/// Has the figure room for the 415(c) limit and the plan's largest catch-up? `None` where one is not published.
fn holds_both(facts: &Facts<'_>, figure: Usd) -> Result<Option<bool>, Missing> {
    let plan_type = facts.plan_type()?;
    let (mut least, mut most) = (Usd::ZERO, Usd::ZERO);
    for year in limitation_years(facts.plan)? {
        let additions = facts.law.limit(Limit::AnnualAdditions, year);
        let catch_up = catch_up_amounts(facts.law, plan_type, year);
        let Some((additions, (own, higher))) = additions.zip(catch_up) else { return Ok(None) };
        least = least.max(additions.amount + own);
        most = most.max(additions.amount + higher);
    }
    if figure >= most || figure < least {
        return Ok(Some(figure >= most));
    }
    facts.plan.deferrals.super_catch_up.is_yes().negated().known().map(Some)
}
