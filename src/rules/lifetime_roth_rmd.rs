//! `lifetime-roth-rmd`: minimum distributions from Roth accounts that the law no longer asks for.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::law::provisions::Provision;
use crate::lower::Truth;
use crate::plan::PlanType;
use crate::syntax::phrase::permission::Permission;

pub const RULE: Rule = Rule {
    name: "lifetime-roth-rmd",
    group: Group::MegaBackdoor,
    summary: "Plan still forces lifetime RMDs from Roth accounts",
    severity: Severity::Warning,
    profile: Profile::Qualification,
    applies_to: &[
        PlanType::Traditional401k,
        PlanType::Solo401k,
        PlanType::Starter401k,
        PlanType::Plan403b,
        PlanType::Governmental457b,
    ],
    in_force: Some(Provision::NoLifetimeRothRmd),
    citations: &["IRC 402A(d)(5)", "SECURE 2.0 s. 325", "Notice 2026-13"],
    page: include_str!("lifetime_roth_rmd.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let plan = facts.plan;
    let forced = &plan.distributions.roth_rmd;
    if forced.is_yes() == Truth::No {
        return Ok(Outcome::Pass);
    }
    let holds_roth = plan.deferrals.roth.is(|roth| roth.allowed != Permission::No);
    if !holds_roth.or(plan.in_plan_roth.allowed.is_yes()).known()? {
        return Ok(Outcome::NotApplicable);
    }
    if !forced.known()?.is_yes() {
        return Ok(Outcome::Pass);
    }
    let message = format!(
        "The plan still pays required minimum distributions from Roth accounts while their owner lives; from 2024 the law \
         asks for none (IRC 402A(d)(5)), so that in {} they only end the tax-free growth of that money.",
        plan.year,
    );
    let help = "Leave Roth accounts out of the minimum distributions of living participants, and out of their calculation.";
    Outcome::fail(RULE.finding(forced, message, "no longer required").help(help))
}
