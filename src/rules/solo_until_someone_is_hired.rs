//! `solo-until-someone-is-hired`: what is untested while only owners are in the plan.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::plan::PlanType;
use crate::plan::testing::TestMethod;

pub const RULE: Rule = Rule {
    name: "solo-until-someone-is-hired",
    group: Group::PlanTypes,
    summary: "Solo 401(k): the tests pass until someone is hired",
    severity: Severity::Warning,
    profile: Profile::MegaBackdoor,
    applies_to: &[PlanType::Solo401k],
    in_force: None,
    citations: &[
        "26 CFR 1.401(m)-2(a)(1)(ii)",
        "26 CFR 1.401(k)-2(a)(1)(ii)",
        "26 CFR 1.401(m)-1(c)(2)",
        "IRC 414(q)(1)(A)",
        "IRC 410(b)",
    ],
    page: include_str!("solo_until_someone_is_hired.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    if !facts.has_after_tax()? {
        return Ok(Outcome::NotApplicable);
    }
    let acp = &facts.plan.testing.acp;
    match acp.known()? {
        TestMethod::CurrentYear | TestMethod::PriorYear => return Ok(Outcome::Pass),
        TestMethod::NotTested => {}
    }
    let message = "After-tax contributions of owners need no ACP test while no other employee is eligible (26 CFR \
                   1.401(m)-2(a)(1)(ii)). The plan has no rule for the first one who is: from then on the test applies \
                   to this money, and coverage under 410(b) to the plan.";
    let help = "State by which method the ACP test is run once an employee who is not highly compensated is eligible, \
                and look at the plan before you hire.";
    let finding = RULE.finding(acp, message, "no test for the day someone is hired");
    Outcome::fail(
        finding.related(facts.plan.after_tax.allowed.span(), "this money will be tested").help(help),
    )
}
