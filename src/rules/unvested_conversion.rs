//! `unvested-conversion`: money that may be forfeited and is made Roth.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::law::provisions::Provision;
use crate::lower::Truth;
use crate::plan::PlanType;
use crate::room::conversion::{takes_employer_money, takes_unvested_money};

pub const RULE: Rule = Rule {
    name: "unvested-conversion",
    group: Group::MegaBackdoor,
    summary: "Conversion of unvested amounts",
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
        "IRC 402A(c)(4)(B), (E)",
        "Notice 2010-84",
        "Notice 2013-74",
        "IRS, Retirement topics: Designated Roth account",
    ],
    page: include_str!("unvested_conversion.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let plan = facts.plan;
    if !plan.in_plan_roth.allowed.known()?.is_yes() {
        return Ok(Outcome::NotApplicable);
    }
    let vested_only = &plan.in_plan_roth.vested_only;
    if vested_only.is_yes().is_yes() {
        return Ok(Outcome::Pass);
    }
    // Deferrals and after-tax contributions are the participant's own from the first day (IRC 411(a)(1)).
    if !takes_employer_money(plan).known()? {
        return Ok(Outcome::NotApplicable);
    }
    let unvested = takes_unvested_money(plan);
    if unvested == Truth::No {
        return Ok(Outcome::Pass);
    }
    vested_only.known()?;
    unvested.known()?;
    let message = "Employer money may be rolled over to Roth in the plan before it is vested, but only vested amounts can be \
                   (Notice 2010-84, Notice 2013-74).";
    let finding = RULE.finding(vested_only, message, "not limited to vested amounts");
    Outcome::fail(
        finding
            .related(plan.in_plan_roth.sources.span(), "employer money is among these")
            .help("Limit in-plan Roth rollovers to vested amounts."),
    )
}
