//! `no-route-to-roth`: after-tax money that cannot leave for Roth while its owner is employed.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::{Finding, Severity};
use crate::law::provisions::Provision;
use crate::lower::Truth;
use crate::plan::{Plan, PlanType};
use crate::room::routes;

pub const RULE: Rule = Rule {
    name: "no-route-to-roth",
    group: Group::MegaBackdoor,
    summary: "After-tax allowed but no way to convert it while employed",
    severity: Severity::Error,
    profile: Profile::MegaBackdoor,
    applies_to: &[PlanType::Traditional401k, PlanType::Solo401k, PlanType::Plan403b, PlanType::Plan401a],
    in_force: None,
    citations: &[
        "IRC 402A(c)(4)(B), (E)",
        "IRC 402(c)(2)(B), (c)(4)(C)",
        "26 CFR 1.402(c)-2(b)(3)(i), (c)(2)(iii)",
        "26 CFR 1.403(b)-6(b)-(c)",
        "Notice 2014-54",
    ],
    page: include_str!("no_route_to_roth.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: true,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let after_tax = facts.after_tax();
    if after_tax == Truth::No {
        return Ok(Outcome::NotApplicable);
    }
    let plan = facts.plan;
    let routes = in_plan(facts).or(routes::reaches_roth_ira(plan, facts.law));
    let (allowed, label) = match (after_tax, &routes) {
        (Truth::Yes, _) => ("are allowed, but", "this money stays after-tax until its owner leaves"),
        // Where there is no route for certain, it does not matter for the answer whether they are allowed.
        (Truth::Unknown(_), Truth::No) => {
            ("may or may not be allowed:", "allowed or not, there is no way to Roth")
        }
        (unknown @ (Truth::Unknown(_) | Truth::No), _) => {
            return unknown.known().map(|_| Outcome::NotApplicable);
        }
    };
    if routes.known()? {
        return Ok(Outcome::Pass);
    }
    Outcome::fail(report(facts, allowed, label))
}

/// Is there an in-plan Roth rollover? Whether one that the plan offers reaches the money, and has a Roth account to go to, are
/// rules of their own; where the offer is not known, it is enough that nothing could come of it.
fn in_plan(facts: &Facts<'_>) -> Truth {
    let plan = facts.plan;
    let offers = routes::offers_in_plan_roth(plan, facts.law);
    let lacks_account =
        plan.in_plan_roth.allowed.is_yes().is_yes() && routes::has_roth_program(plan) == Truth::No;
    let is_in_vain = facts.routes().in_plan_roth == Truth::No && !lacks_account;
    match offers {
        Truth::Unknown(_) if is_in_vain => Truth::No,
        Truth::Yes | Truth::No | Truth::Unknown(_) => offers,
    }
}

fn report(facts: &Facts<'_>, allowed: &str, label: &str) -> Finding {
    let (plan, last_day) = (facts.plan, facts.plan.year.last_day());
    let ways = [Provision::InPlanRothRollover, Provision::RothIraRolloverFromPlans];
    if !ways.iter().any(|way| facts.law.in_force(*way, last_day)) {
        let message = format!(
            "After-tax contributions {allowed} in {} the law has no way from them to Roth for someone employed. Direct \
             rollovers to a Roth IRA begin in 2008 (IRC 408A(e)(1)(B)), in-plan Roth rollovers on 2010-09-28 (IRC 402A(c)(4)).",
            plan.year
        );
        return RULE.finding(&plan.after_tax.allowed, message, label).help("Judge a later plan year.");
    }
    let message = format!(
        "After-tax contributions {allowed} neither an in-plan Roth rollover nor an in-service withdrawal that can be rolled \
         over reaches them."
    );
    explained(RULE.finding(&plan.after_tax.allowed, message, label), plan).help(
        "Allow in-plan Roth rollovers of the after-tax source, in-service withdrawals of it at any age, or both. \
         (403(b) custodial accounts: the in-plan rollover; a withdrawal at any age is not clearly allowed there.)",
    )
}

/// Points at what closes each route.
fn explained(mut finding: Finding, plan: &Plan) -> Finding {
    if plan.in_plan_roth.allowed.is_yes() == Truth::No {
        finding = finding.related(plan.in_plan_roth.allowed.span(), "no in-plan Roth rollover");
    } else if routes::covers_after_tax(plan) == Truth::No {
        finding =
            finding.related(plan.in_plan_roth.sources.span(), "the after-tax source is not among these");
    }
    if let Some(condition) = routes::gate(plan) {
        let label = format!("`{condition}` is not a way to roll it over while employed");
        finding = finding.related(plan.in_service.after_tax.span(), label);
    }
    finding
}
