//! `otherwise-excludable-not-used`: early entrants who pull the average down.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::lower::Truth;
use crate::nondiscrimination::entry::{Wait, waits};
use crate::plan::PlanType;
use crate::plan::testing::OtherwiseExcludable;

pub const RULE: Rule = Rule {
    name: "otherwise-excludable-not-used",
    group: Group::Nondiscrimination,
    summary: "Otherwise excludable employees",
    severity: Severity::Advice,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Traditional401k],
    in_force: None,
    citations: &[
        "IRC 401(k)(3)(F)",
        "IRC 401(m)(5)(C)",
        "IRC 410(b)(4)(B)",
        "26 CFR 1.401(k)-2(a)(1)(iii)",
        "26 CFR 1.401(m)-2(a)(1)(iii)",
        "26 CFR 1.401(k)-3(h)(3)",
    ],
    page: include_str!("otherwise_excludable_not_used.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let plan = facts.plan;
    if facts.is_governmental().is_yes() || facts.runs_tests() == Truth::No {
        return Ok(Outcome::NotApplicable);
    }
    let treated = &plan.testing.otherwise_excludable;
    match treated.stated() {
        Some(OtherwiseExcludable::Separate | OtherwiseExcludable::EarlyParticipation) => return Ok(Outcome::Pass),
        Some(OtherwiseExcludable::Together) | None => {}
    }
    let deferrals = &plan.eligibility.deferrals;
    if !waits(plan, deferrals)?.iter().any(Wait::is_early) {
        return Ok(Outcome::NotApplicable);
    }
    facts.runs_tests().known()?;
    treated.known()?;
    let message = "The plan lets people in before age 21 or a year of service, and tests them together with the others. They mostly \
                   contribute least, and pull the average of the non-highly compensated employees down (IRC 401(k)(3)(F), \
                   401(m)(5)(C)).";
    let finding = RULE.finding(treated, message, "tested together with the others");
    let help = "Leave those who are not highly compensated and below age 21 or a year of service out of the tests (early \
                participation), or test them separately.";
    Outcome::fail(finding.related(deferrals.span(), "lets them in early").help(help))
}
