//! `rollover-notice-incomplete`: an explanation of rollovers that leaves one kind out.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::law::provisions::Provision;
use crate::plan::PlanType;
use crate::plan::in_plan_roth::RolloverScope;
use crate::room::conversion::takes_distributable_money;

pub const RULE: Rule = Rule {
    name: "rollover-notice-incomplete",
    group: Group::MegaBackdoor,
    summary: "Rollover notice silent on in-plan Roth",
    severity: Severity::Warning,
    profile: Profile::Operation,
    applies_to: &[
        PlanType::Traditional401k,
        PlanType::Solo401k,
        PlanType::Plan403b,
        PlanType::Governmental457b,
    ],
    in_force: Some(Provision::InPlanRothRollover),
    citations: &[
        "IRC 402(f)",
        "Notice 2010-84 Q&A-5",
        "Notice 2013-74",
        "Notice 2026-13",
        "IRS, Retirement topics: Designated Roth account",
    ],
    page: include_str!("rollover_notice_incomplete.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let plan = facts.plan;
    if !plan.in_plan_roth.allowed.known()?.is_yes() {
        return Ok(Outcome::NotApplicable);
    }
    // An amount that could not be paid out may be transferred without this explanation (Notice 2013-74).
    let distributable = takes_distributable_money(plan);
    if !distributable.is_yes() {
        match plan.in_plan_roth.condition.known()? {
            RolloverScope::AnyAmount if !distributable.known()? => return Ok(Outcome::NotApplicable),
            RolloverScope::AnyAmount | RolloverScope::OtherwiseDistributable => {}
        }
    }
    let (explanation, in_it) = (&plan.notices.rollover_explanation, &plan.notices.in_plan_roth);
    if explanation.stated().is_some_and(|given| !given.is_yes()) {
        let message = "Amounts that could be paid out may be rolled over to Roth in the plan, but distributions come without \
                       the explanation that IRC 402(f) demands.";
        let finding = RULE.finding(explanation, message, "no explanation");
        return Outcome::fail(finding.help(HELP));
    }
    if in_it.known()?.is_yes() {
        return Ok(Outcome::Pass);
    }
    let message = "Amounts that could be paid out may be rolled over to Roth in the plan, and the explanation of IRC 402(f) \
                   does not describe that, as Notice 2010-84 asks.";
    let finding = RULE.finding(in_it, message, "silent on in-plan Roth rollovers");
    Outcome::fail(
        finding.related(plan.in_plan_roth.allowed.span(), "in-plan Roth rollovers are allowed").help(HELP),
    )
}

const HELP: &str =
    "Give the model explanations of Notice 2026-13, with their part on in-plan Roth rollovers.";
