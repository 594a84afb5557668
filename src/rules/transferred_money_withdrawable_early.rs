//! `transferred-money-withdrawable-early`: money that a rollover made Roth, and that may leave before its source may.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::law::provisions::Provision;
use crate::plan::PlanType;
use crate::plan::in_plan_roth::LaterWithdrawal;
use crate::room::conversion::takes_restricted_money;
use crate::room::{restricted_money, routes};

pub const RULE: Rule = Rule {
    name: "transferred-money-withdrawable-early",
    group: Group::MegaBackdoor,
    summary: "Non-distributable in-plan Roth transfer loses its withdrawal lock",
    severity: Severity::Error,
    profile: Profile::Qualification,
    applies_to: &[
        PlanType::Traditional401k,
        PlanType::Solo401k,
        PlanType::Plan403b,
        PlanType::Governmental457b,
    ],
    in_force: Some(Provision::InPlanRothRolloverOfAnyAmount),
    citations: &[
        "IRC 402A(c)(4)(E)(iii)",
        "Notice 2013-74",
        "IRC 401(k)(2)(B)(i)",
        "IRC 403(b)(7)(A), (b)(11)",
        "IRC 457(d)(1)(A)",
    ],
    page: include_str!("transferred_money_withdrawable_early.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let plan = facts.plan;
    if !plan.in_plan_roth.allowed.known()?.is_yes() {
        return Ok(Outcome::NotApplicable);
    }
    // Up to 2019 a 457(b) plan held its money back until 70 1/2 (IRC 457(d)(1)(A)); those years are not judged.
    if facts.plan_type()? == PlanType::Governmental457b && plan.year.begins_in() < FROM_59_AND_A_HALF_IN_457B
    {
        return Ok(Outcome::NotApplicable);
    }
    let later = &plan.in_plan_roth.later_withdrawal;
    if later.stated() == Some(&LaterWithdrawal::BySource) {
        return Ok(Outcome::Pass);
    }
    // What could be distributed before the rollover has no lock to lose. Nor has after-tax money, in the law.
    let has_lock = takes_restricted_money(plan).and(routes::any_amount(plan, facts.law));
    if !has_lock.known()? {
        return Ok(Outcome::NotApplicable);
    }
    let LaterWithdrawal::When(condition) = later.known()? else { return Ok(Outcome::Pass) };
    let early = restricted_money::too_early(condition, plan, facts.law)?;
    if early.is_empty() {
        return Ok(Outcome::Pass);
    }
    let message = format!(
        "Deferrals or safe harbor contributions that were rolled over to Roth in the plan may be withdrawn in service \
         {}. The rollover does not free them: they stay under the limits of their source (IRC 402A(c)(4)(E)(iii), Notice \
         2013-74).",
        early.join(" or "),
    );
    let finding = RULE.finding(later, message, "earlier than the law lets these sources go");
    Outcome::fail(finding.related(plan.in_plan_roth.sources.span(), "restricted sources are among these").help(
        "Keep in-plan Roth sub-accounts by source, each under the limits of its source, and state `by source`.",
    ))
}

/// The first year in which IRC 457(d)(1)(A)(i) lets money go at 59 1/2.
const FROM_59_AND_A_HALF_IN_457B: i16 = 2020;
