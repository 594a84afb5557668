//! `solo-until-someone-is-hired`: what is untested while only owners are in the plan.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::{Finding, Severity};
use crate::lower::Truth;
use crate::plan::PlanType;
use crate::plan::testing::TestMethod;
use crate::rules::facts::OWNER_AND_SPOUSE;

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
    if let Some(finding) = hired(facts) {
        return Outcome::fail(finding);
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

/// A plan for owners whose spec shows others.
fn hired(facts: &Facts<'_>) -> Option<Finding> {
    let plan = facts.plan;
    let plan_type = &plan.identity.plan_type;
    let help = "Change the type to `401(k)` if anyone is eligible who is not highly compensated, and test the plan; if \
                not, describe the owners in `workforce`.";
    match plan.workforce.has_nhces() {
        Truth::Yes => {
            let message = "The plan is called a solo 401(k), but its `workforce` has eligible employees who are not highly \
                           compensated: the ACP test applies to the owners' after-tax money (26 CFR \
                           1.401(m)-2(a)(1)), and coverage under 410(b) to the plan.";
            let finding = RULE.finding(plan_type, message, "a plan for owners only");
            let finding = finding.related(plan.workforce.near, "others are eligible").help(help);
            // That a test is left out which the law asks for is a matter of law, whatever the plan aims at.
            let unlawful =
                plan.testing.acp.stated() == Some(&TestMethod::NotTested) && facts.is_acp_tested().is_yes();
            Some(if unlawful { finding.severity(Severity::Error) } else { finding })
        }
        // Those described are owners, whoever else is employed.
        Truth::No => None,
        Truth::Unknown(_) => {
            let employees = &plan.employer.employees;
            let count = employees.stated().filter(|count| **count > OWNER_AND_SPOUSE)?;
            let message = format!(
                "The plan is called a solo 401(k), but the employer has {count} employees: unless all who are eligible \
                 are owners or their spouses, the ACP test applies to after-tax contributions (26 CFR 1.401(m)-2(a)(1))."
            );
            let finding = RULE.finding(employees, message, "more than an owner and the spouse");
            Some(finding.related(plan_type.span(), "a plan for owners only").help(help))
        }
    }
}
