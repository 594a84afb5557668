//! `catch-up-above-plan-limit-ignored`: catch-up begins where the plan's own limit ends, not at 402(g) only.

use super::catch_up_not_universal::is_under_401a4;
use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::law::limits::Limit;
use crate::lower::{Election, Missing, Truth};
use crate::money::{Percent, Usd};
use crate::plan::PlanType;
use crate::room::year_limits::amount;
use crate::source::Span;
use crate::syntax::phrase::limit::Limit as Cap;

pub const RULE: Rule = Rule {
    name: "catch-up-above-plan-limit-ignored",
    group: Group::Limits,
    summary: "Catch-up starts only at the 402(g) limit in a plan with a lower cap",
    severity: Severity::Error,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Traditional401k, PlanType::Plan403b],
    in_force: None,
    citations: &["IRC 414(v)(5)(B)", "26 CFR 1.414(v)-1(b)(1)(ii), (e)(1)(i)-(ii)"],
    page: include_str!("catch_up_above_plan_limit_ignored.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

/// From this share of pay on, a cap counts as room for withholding and is no limit (26 CFR 1.414(v)-1(e)(1)(ii)(B)).
const OPEN: i64 = 75;

fn check(facts: &Facts<'_>) -> Judgement {
    let deferrals = &facts.plan.deferrals;
    if !deferrals.catch_up.known()?.is_yes() || is_under_401a4(facts) == Truth::No {
        return Ok(Outcome::NotApplicable);
    }
    let above = &deferrals.catch_up_above_plan_limits;
    if above.is_yes().is_yes() {
        return Ok(Outcome::Pass);
    }
    let Some(cap) = tight_cap(facts)? else { return without_cap(facts) };
    above.known()?;
    if !is_under_401a4(facts).known()? {
        return Ok(Outcome::NotApplicable);
    }
    let message = "The plan limits deferrals more tightly than 402(g), but lets catch-up contributions begin only above \
                   402(g): those of 50 or older who reach the plan's limit cannot use their catch-up (26 CFR \
                   1.414(v)-1(b)(1)(ii), (e)(1)(i)).";
    let finding = RULE.finding(above, message, "catch-up above 402(g) only");
    let help =
        "Treat deferrals above the plan's own limit as catch-up contributions, up to the catch-up limit.";
    Outcome::fail(finding.related(cap, "a lower limit of the plan's own").help(help))
}

/// The first cap of the plan's own that may bind below 402(g), as far as the spec states one. A dollar figure as
/// `deferrals.limit` is for `limit-stale`, which says where catch-up then begins.
fn tight_cap(facts: &Facts<'_>) -> Result<Option<Span>, Missing> {
    let deferrals = &facts.plan.deferrals;
    for election in [&deferrals.hce_limit, &deferrals.combined_limit] {
        if unless_silent(election)?.is_some_and(|cap| is_tight(facts, *cap)) {
            return Ok(Some(election.span()));
        }
    }
    let shares = [unless_silent(&deferrals.pre_tax)?, unless_silent(&deferrals.roth)?];
    let open = shares.iter().flatten().filter(|deferral| deferral.allowed.is_yes());
    // The shares of both kinds may be added, unless the plan caps them together.
    let most = open.map(|deferral| deferral.most).sum::<Option<Percent>>();
    let is_tight = most.is_some_and(|share| !share.is_zero() && share < Percent::whole(OPEN));
    Ok(is_tight.then(|| deferrals.pre_tax.span()))
}

fn is_tight(facts: &Facts<'_>, cap: Cap) -> bool {
    let is_low =
        |stated: Usd| amount(facts.plan, facts.law, Limit::ElectiveDeferral).is_ok_and(|law| stated < law);
    match cap {
        Cap::OfPay { share, at_most } => share < Percent::whole(OPEN) || at_most.is_some_and(is_low),
        Cap::Dollars(stated) => is_low(stated),
        // Who may not defer at all is not eligible for catch-up either (26 CFR 1.414(v)-1(g)(3)).
        Cap::Barred | Cap::None | Cap::ElectiveDeferralLimit | Cap::AnnualAdditionsRoom => false,
    }
}

/// Without a cap of the plan's own, 402(g) is where catch-up begins. A plan that says it does not look at caps of its own
/// is asked for them; of others nothing is asked.
fn without_cap(facts: &Facts<'_>) -> Judgement {
    let deferrals = &facts.plan.deferrals;
    if deferrals.catch_up_above_plan_limits.is_yes() == Truth::No {
        deferrals.pre_tax.known()?;
        deferrals.hce_limit.known()?;
    }
    Ok(Outcome::NotApplicable)
}

fn unless_silent<T>(election: &Election<T>) -> Result<Option<&T>, Missing> {
    if election.is_written() { election.known().map(Some) } else { Ok(None) }
}
