//! `forfeitures-misused`: money that nobody has, kept too long.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::law::provisions::Provision;
use crate::lower::Truth;
use crate::nondiscrimination::entry::{YEAR, months};
use crate::plan::PlanType;

pub const RULE: Rule = Rule {
    name: "forfeitures-misused",
    group: Group::Nondiscrimination,
    summary: "Forfeitures unused or misused",
    severity: Severity::Warning,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Traditional401k, PlanType::Solo401k],
    in_force: Some(Provision::ForfeitureDeadline),
    citations: &["Prop. Reg. 1.401-7(b) (REG-122286-18, 88 FR 12282)", "IRC 415(c)(2)(C)"],
    page: include_str!("forfeitures_misused.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let forfeitures = &facts.plan.forfeitures;
    // Where all is vested at once nothing is forfeited.
    let has_schedule = facts.has_vesting_schedule();
    if !facts.law.in_force(Provision::ForfeitureDeadline, facts.plan.year.first_day())
        || has_schedule == Truth::No
    {
        return Ok(Outcome::NotApplicable);
    }
    has_schedule.known()?;
    let within = &forfeitures.used_within;
    // What they are used for is asked before by when.
    if !within.is(|length| months(*length) > YEAR).is_yes() {
        forfeitures.used.known()?;
    }
    let length = *within.known()?;
    if months(length) <= YEAR {
        return Ok(Outcome::Pass);
    }
    let message = format!(
        "Forfeitures may stay unused for {length} after the plan year in which they arise. They are to be used \
         within twelve months after it (Prop. Reg. 1.401-7(b)): for expenses, in place of employer \
         contributions, or as additions to accounts."
    );
    let help = "Use forfeitures within twelve months after the plan year. Those that are added to accounts are \
                annual additions under 415(c)(2)(C).";
    Outcome::fail(RULE.finding(within, message, "too long").help(help))
}
