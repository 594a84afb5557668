//! `part-timer-vesting`: years of long-term part-timers that do not count towards vesting.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::law::provisions::Provision;
use crate::lower::Truth;
use crate::nondiscrimination::entry::LONG_TERM_PART_TIME;
use crate::plan::PlanType;

pub const RULE: Rule = Rule {
    name: "part-timer-vesting",
    group: Group::Nondiscrimination,
    summary: "LTPT vesting service",
    severity: Severity::Error,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Traditional401k],
    in_force: Some(Provision::LongTermPartTime401k),
    citations: &["IRC 401(k)(15)(B)(iii)-(iv)"],
    page: include_str!("part_timer_vesting.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let plan = facts.plan;
    let begun = facts.law.in_force(Provision::LongTermPartTime401k, plan.year.first_day());
    let has_schedule = facts.has_vesting_schedule();
    if !begun
        || has_schedule == Truth::No
        || !facts.has_long_term_part_timers().known()?
        || !has_schedule.known()?
    {
        return Ok(Outcome::NotApplicable);
    }
    let election = &plan.eligibility.long_term_part_time_vesting_hours;
    let hours = *election.known()?;
    if hours <= LONG_TERM_PART_TIME {
        return Ok(Outcome::Pass);
    }
    let message = "A year of vesting service takes more than 500 hours, but for long-term part-time employees \
                   every twelve months with at least 500 hours count (IRC 401(k)(15)(B)(iii)), even after they \
                   have become full-time (iv).";
    let finding = RULE.finding(election, message, "more than 500 hours");
    Outcome::fail(
        finding.help("Count every twelve months with 500 hours for them, or vest employer money at once."),
    )
}
