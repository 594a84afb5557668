//! `conversion-counted-against-limit`: rollovers that use up a limit which is not for them.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::law::provisions::Provision;
use crate::lower::Missing;
use crate::plan::Plan;
use crate::plan::PlanType;
use crate::syntax::phrase::limit::{CodeSection, StatedLimit};

pub const RULE: Rule = Rule {
    name: "conversion-counted-against-limit",
    group: Group::MegaBackdoor,
    summary: "Converted amounts counted against a limit",
    severity: Severity::Error,
    profile: Profile::Qualification,
    applies_to: &[
        PlanType::Traditional401k,
        PlanType::Solo401k,
        PlanType::Plan403b,
        PlanType::Governmental457b,
    ],
    in_force: Some(Provision::InPlanRothRollover),
    citations: &[
        "IRC 402A(c)(4)(C), (E)(ii)",
        "IRC 415(c)(2)",
        "26 CFR 1.415(c)-1(b)(3)(i)",
        "26 CFR 1.457-4(c)(1)(iii)",
    ],
    page: include_str!("conversion_counted_against_limit.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let plan = facts.plan;
    if !plan.in_plan_roth.allowed.known()?.is_yes() {
        return Ok(Outcome::NotApplicable);
    }
    let counted = &plan.limits.includes_rollovers;
    let plan_type = facts.plan_type()?;
    if !counted.is_written() && refers_to_the_law(plan, plan_type)? {
        return Ok(Outcome::Pass);
    }
    if !counted.known()?.is_yes() {
        return Ok(Outcome::Pass);
    }
    let law = match plan_type {
        PlanType::Governmental457b => {
            "the limit of 457(e)(15), which leaves rollovers out (26 CFR 1.457-4(c)(1)(iii))"
        }
        PlanType::Traditional401k
        | PlanType::Solo401k
        | PlanType::Simple401k
        | PlanType::Starter401k
        | PlanType::Plan403b
        | PlanType::Plan401a
        | PlanType::TaxExempt457b
        | PlanType::Sep
        | PlanType::SimpleIra => {
            "402(g) or 415(c): they are neither designated Roth contributions (IRC 402A(c)(4)(C)) nor annual additions \
             (IRC 415(c)(2), 26 CFR 1.415(c)-1(b)(3)(i))"
        }
    };
    let message =
        format!("The plan counts in-plan Roth rollovers against a limit that is not for them: {law}.");
    let finding = RULE.finding(counted, message, "takes room that the law leaves");
    Outcome::fail(
        finding.help(
            "Leave rollovers, and in-plan Roth rollovers with them, out of every limit on contributions.",
        ),
    )
}

/// Are the plan's limits those of the Code by reference? Then what they leave out is left out without a word: IRC 415(c)(2)
/// with 402A(c)(4)(C), 26 CFR 1.457-4(c)(1)(iii). So the limits are asked for first, which other rules need too.
fn refers_to_the_law(plan: &Plan, plan_type: PlanType) -> Result<bool, Missing> {
    let deferrals = plan.deferrals.limit.known()?;
    let refers = |limit: &StatedLimit, section| *limit == StatedLimit::AsAdjusted(section);
    if plan_type == PlanType::Governmental457b {
        return Ok(refers(deferrals, CodeSection::DeferredCompensation));
    }
    let additions = plan.limits.annual_additions.known()?;
    Ok(refers(deferrals, CodeSection::ElectiveDeferrals) && refers(additions, CodeSection::AnnualAdditions))
}
