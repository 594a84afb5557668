//! `governmental-401a-vehicle`: a governmental employer has a way that others have not.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::plan::PlanType;
use crate::syntax::phrase::permission::Permission;

pub const RULE: Rule = Rule {
    name: "governmental-401a-vehicle",
    group: Group::PlanTypes,
    summary: "Governmental 401(a) as the after-tax vehicle",
    severity: Severity::Advice,
    profile: Profile::MegaBackdoor,
    applies_to: &[PlanType::Plan401a, PlanType::Plan403b],
    in_force: None,
    citations: &[
        "IRC 401(a)(5)(G)",
        "26 CFR 1.401(m)-1(b)(2)",
        "26 CFR 1.403(b)-5(a)(5)",
        "IRC 402A(c)(4)(B), (E)",
        "26 CFR 1.415(f)-1(f)(1)",
    ],
    page: include_str!("governmental_401a_vehicle.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    if !facts.is_governmental().known()? {
        return Ok(Outcome::NotApplicable);
    }
    let allowed = &facts.plan.after_tax.allowed;
    match allowed.known()? {
        Permission::Yes => return Ok(Outcome::Pass),
        Permission::No | Permission::Formerly => {}
    }
    // That without it nothing can be converted is `after-tax-not-allowed`. Here: what makes it easy to open.
    let (message, route) = if facts.plan_type()? == PlanType::Plan401a {
        (
            "A governmental 401(a) plan may take voluntary after-tax contributions without any ACP test (26 \
             CFR 1.401(m)-1(b)(2)).",
            "An in-plan Roth rollover takes Roth deferrals, which a 401(a) has not: let after-tax money out to \
             Roth IRAs at any time.",
        )
    } else {
        (
            "A governmental 403(b) plan may take voluntary after-tax contributions without any ACP test (26 \
             CFR 1.403(b)-5(a)(5)).",
            "Let it be converted in the plan, where there are Roth deferrals. A 401(a) beside it has a 415(c) \
             limit of its own.",
        )
    };
    let help = format!("If a mega backdoor Roth is wanted, allow after-tax contributions. {route}");
    Outcome::fail(RULE.finding(allowed, message, "could be opened without a test").help(help))
}
