//! `deferral-limit-missing`: the plan itself must hold deferrals to the limit of 402(g).

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::law::limits::Limit;
use crate::lower::{Missing, Truth};
use crate::money::Usd;
use crate::plan::PlanType;
use crate::room::year_limits::calendar_years;
use crate::syntax::phrase::limit::{CodeSection, StatedLimit};

pub const RULE: Rule = Rule {
    name: "deferral-limit-missing",
    group: Group::Limits,
    summary: "402(g) cap not in the plan",
    severity: Severity::Error,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Traditional401k, PlanType::Solo401k, PlanType::Plan403b],
    in_force: None,
    citations: &[
        "IRC 401(a)(30)",
        "IRC 403(b)(1)(E)",
        "26 CFR 1.403(b)-4(a), (c)(1)",
        "26 CFR 1.403(b)-3(a)(4)",
    ],
    page: include_str!("deferral_limit_missing.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let plan_type = facts.plan_type()?;
    let takes_deferrals = takes_deferrals(facts, plan_type);
    if takes_deferrals == Truth::No {
        return Ok(Outcome::NotApplicable);
    }
    let limit = &facts.plan.deferrals.limit;
    match limit.known()? {
        StatedLimit::AsAdjusted(CodeSection::ElectiveDeferrals) => return Ok(Outcome::Pass),
        StatedLimit::Dollars(amount) => return judge_figure(facts, *amount),
        // A reference to another section does not show whether the plan refers to 402(g) as well.
        StatedLimit::AsAdjusted(
            CodeSection::DeferredCompensation
            | CodeSection::SimpleDeferrals
            | CodeSection::StarterDeferrals
            | CodeSection::AnnualAdditions
            | CodeSection::Compensation
            | CodeSection::RothCatchUpWages,
        ) => return Err(Missing { elections: vec![limit.path.clone()] }),
        StatedLimit::None => {}
    }
    if !takes_deferrals.known()? {
        return Ok(Outcome::NotApplicable);
    }
    let (section, what) = if plan_type == PlanType::Plan403b {
        ("IRC 403(b)(1)(E)", "A 403(b) contract")
    } else {
        ("IRC 401(a)(30)", "A 401(k) plan")
    };
    let message = format!(
        "{what} must itself hold elective deferrals to the limit of 402(g), counting all plans of the employer \
         ({section}); this one does not."
    );
    let help = format!(
        "Add the language of {section}: deferrals under all plans of the employer stay within 402(g)(1)(A)."
    );
    Outcome::fail(RULE.finding(limit, message, "no limit of 402(g)").help(help))
}

/// A 401(k) takes deferrals by its nature (IRC 401(k)(2)(A)) unless it says otherwise; a 403(b) must say so.
fn takes_deferrals(facts: &Facts<'_>, plan_type: PlanType) -> Truth {
    let deferrals = &facts.plan.deferrals;
    let [pre_tax, roth] = [&deferrals.pre_tax, &deferrals.roth]
        .map(|election| election.is(|deferral| deferral.allowed.is_yes()));
    let stated = pre_tax.or(roth);
    let by_nature = plan_type != PlanType::Plan403b && matches!(stated, Truth::Unknown(_));
    if by_nature { Truth::Yes } else { stated }
}

/// A figure shows that 402(g) was meant only where it is the figure of a year.
fn judge_figure(facts: &Facts<'_>, amount: Usd) -> Judgement {
    let limit = &facts.plan.deferrals.limit;
    let published = |year: i16| facts.law.limit(Limit::ElectiveDeferral, year).map(|value| value.amount);
    let mut governing = calendar_years(facts.plan, limit).map(published);
    if governing.clone().any(|figure| figure == Some(amount)) {
        return Ok(Outcome::Pass);
    }
    // `limit-above-law` and `limit-stale` report these figures.
    if governing.any(|figure| figure.is_some_and(|figure| amount > figure))
        || facts.law.years().any(|year| published(year) == Some(amount))
    {
        return Ok(Outcome::NotApplicable);
    }
    // A lower cap of the plan's own does not show whether the limit over all plans is there too.
    Err(Missing { elections: vec![limit.path.clone()] })
}
