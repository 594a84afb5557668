//! `no-route-to-roth`: after-tax money that cannot leave for Roth while its owner is employed.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
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
    if !facts.has_after_tax()? {
        return Ok(Outcome::NotApplicable);
    }
    let plan = facts.plan;
    // Whether the in-plan route reaches the money, and whether it has a Roth account to go to, are rules of their own.
    let in_plan = routes::offers_in_plan_roth(plan, facts.law);
    if in_plan.or(routes::reaches_roth_ira(plan, facts.law)).known()? {
        return Ok(Outcome::Pass);
    }
    let message = "After-tax contributions are allowed, but neither an in-plan Roth rollover nor an in-service \
                   withdrawal that can be rolled over reaches them.";
    let finding =
        RULE.finding(&plan.after_tax.allowed, message, "this money stays after-tax until its owner leaves");
    Outcome::fail(explained(finding, plan).help(
        "Allow in-plan Roth rollovers of the after-tax source, in-service withdrawals of it at any age, or both. \
         (403(b) custodial accounts: the in-plan rollover; a withdrawal at any age is not clearly allowed there.)",
    ))
}

/// Points at what closes each route.
fn explained(mut finding: crate::finding::Finding, plan: &Plan) -> crate::finding::Finding {
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
