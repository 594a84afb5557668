//! `in-plan-roth-without-roth-account`: an in-plan Roth rollover needs a Roth program to go into.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::law::provisions::Provision;
use crate::plan::PlanType;
use crate::syntax::phrase::permission::Permission;

pub const RULE: Rule = Rule {
    name: "in-plan-roth-without-roth-account",
    group: Group::MegaBackdoor,
    summary: "In-plan Roth rollover offered without a designated Roth account",
    severity: Severity::Error,
    profile: Profile::Qualification,
    applies_to: &[
        PlanType::Traditional401k,
        PlanType::Solo401k,
        PlanType::Simple401k,
        PlanType::Starter401k,
        PlanType::Plan403b,
        PlanType::Plan401a,
        PlanType::Governmental457b,
    ],
    in_force: Some(Provision::InPlanRothRollover),
    citations: &[
        "IRC 402A(b)(1)-(2)",
        "IRC 402A(c)(4)(B), (E)",
        "26 CFR 1.401(k)-1(f)(3)",
        "Notice 2010-84",
        "IRS, Retirement topics: Designated Roth account",
    ],
    page: include_str!("in_plan_roth_without_roth_account.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: true,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let plan = facts.plan;
    let rollover = &plan.in_plan_roth.allowed;
    if !rollover.known()?.is_yes() {
        return Ok(Outcome::NotApplicable);
    }
    let roth = &plan.deferrals.roth;
    let label = match roth.known()?.allowed {
        Permission::Yes => return Ok(Outcome::Pass),
        Permission::No => "no designated Roth deferrals",
        Permission::Formerly => "closed to new Roth deferrals",
    };
    // Only what the plan states makes it milder: without any Roth employer money there is no Roth program at all.
    let roth_match = &plan.matching.roth_option;
    let in_force = facts.law.in_force(Provision::RothEmployerContributions, plan.year.last_day());
    if in_force && roth_match.stated() == Some(&Permission::Yes) {
        let message = "The plan allows in-plan Roth rollovers, but its only Roth contributions are employer money: \
                       whether that is a qualified Roth contribution program for IRC 402A(c)(4) is not settled, and \
                       the IRS asks for Roth elective deferrals.";
        let finding = RULE.finding(rollover, message, "needs a Roth program").severity(Severity::Warning);
        let finding =
            finding.related(roth.span(), label).related(roth_match.span(), "Roth employer money only");
        return Outcome::fail(finding.help("Add designated Roth deferrals."));
    }
    let message = "The plan allows in-plan Roth rollovers without a designated Roth deferral program; IRC 402A(c)(4)(B) \
                   and (E) allow them only in a plan that includes one.";
    let finding = RULE.finding(rollover, message, "there is no Roth account to roll over to");
    Outcome::fail(finding.related(roth.span(), label).help(
        "Add designated Roth deferrals with a separate account, or drop in-plan Roth rollovers and let after-tax \
         money go to Roth IRAs.",
    ))
}
