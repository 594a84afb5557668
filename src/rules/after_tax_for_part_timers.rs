//! `after-tax-for-part-timers`: after-tax contributions for those whom the law lets in for deferrals only.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::law::provisions::Provision;
use crate::lower::Truth;
use crate::plan::PlanType;
use crate::plan::testing::LongTermPartTime;

pub const RULE: Rule = Rule {
    name: "after-tax-for-part-timers",
    group: Group::Nondiscrimination,
    summary: "After-tax for LTPT members",
    severity: Severity::Advice,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Traditional401k],
    in_force: Some(Provision::LongTermPartTime401k),
    citations: &["IRC 401(k)(2)(D)", "IRC 401(k)(15)(B)(i)"],
    page: include_str!("after_tax_for_part_timers.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let plan = facts.plan;
    if !facts.law.in_force(Provision::LongTermPartTime401k, plan.year.first_day())
        || facts.is_acp_tested() == Truth::No
    {
        return Ok(Outcome::NotApplicable);
    }
    if !facts.has_after_tax()? || !facts.has_long_term_part_timers().known()? {
        return Ok(Outcome::NotApplicable);
    }
    let counted = plan.testing.long_term_part_time.is(|counted| *counted == LongTermPartTime::Counted);
    if !facts.may_part_timers_contribute_after_tax().and(counted).known()? {
        return Ok(Outcome::Pass);
    }
    let election = &plan.eligibility.after_tax;
    let message = "Long-term part-time employees may make after-tax contributions, and are counted in the ACP \
                   test, mostly with nothing. The law gives them a right to elective deferrals only (IRC \
                   401(k)(2)(D), (15)(B)(i)).";
    let finding = RULE.finding(election, message, "open to long-term part-timers");
    let finding = finding.related(plan.testing.long_term_part_time.span(), "counted in the tests");
    Outcome::fail(
        finding
            .help("Leave them out of the tests, or ask for a year of service for after-tax contributions."),
    )
}
