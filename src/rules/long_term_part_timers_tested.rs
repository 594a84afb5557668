//! `long-term-part-timers-tested`: part-timers who may be left out of every test, and are counted.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::law::provisions::Provision;
use crate::lower::Truth;
use crate::plan::PlanType;
use crate::plan::testing::LongTermPartTime;

pub const RULE: Rule = Rule {
    name: "long-term-part-timers-tested",
    group: Group::Nondiscrimination,
    summary: "Long-term part-timers left in the tests",
    severity: Severity::Advice,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Traditional401k],
    in_force: Some(Provision::LongTermPartTime401k),
    citations: &["IRC 401(k)(15)(B)(i)(II), (iv)"],
    page: include_str!("long_term_part_timers_tested.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let plan = facts.plan;
    let members = facts.has_long_term_part_timers();
    if !facts.law.in_force(Provision::LongTermPartTime401k, plan.year.first_day())
        || facts.is_governmental().is_yes()
        || facts.runs_tests() == Truth::No
        || !members.known()?
    {
        return Ok(Outcome::NotApplicable);
    }
    let counted = &plan.testing.long_term_part_time;
    match counted.known()? {
        LongTermPartTime::LeftOut => return Ok(Outcome::Pass),
        LongTermPartTime::Counted => {}
    }
    // Where they may contribute after tax as well, `after-tax-for-part-timers` says so.
    if facts.may_part_timers_contribute_after_tax().known()? || !facts.runs_tests().known()? {
        return Ok(Outcome::NotApplicable);
    }
    let message = "Long-term part-time employees are counted in the tests, where they mostly lower the \
                   average. The employer may leave them out of the ADP and ACP tests, coverage and the safe \
                   harbors (IRC 401(k)(15)(B)(i)(II)).";
    let finding = RULE.finding(counted, message, "counted");
    Outcome::fail(finding.help("Elect to leave long-term part-time employees out of the tests."))
}
