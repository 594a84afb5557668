//! `secure-amendment-missing`: a plan that is not amended for the SECURE Acts by its deadline.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::lower::Truth;
use crate::plan::PlanType;
use jiff::civil::{Date, date};

pub const RULE: Rule = Rule {
    name: "secure-amendment-missing",
    group: Group::Nondiscrimination,
    summary: "SECURE amendments not adopted",
    severity: Severity::Warning,
    profile: Profile::Qualification,
    applies_to: &[
        PlanType::Traditional401k,
        PlanType::Solo401k,
        PlanType::Simple401k,
        PlanType::Starter401k,
        PlanType::Plan403b,
        PlanType::Governmental457b,
    ],
    in_force: None,
    citations: &["Notice 2024-2 part J", "SECURE 2.0 s.501"],
    page: include_str!("secure_amendment_missing.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let plan = facts.plan;
    let amended = &plan.document.secure_2_amended;
    // Nothing is due before the year of the first deadline.
    if amended.is_yes().is_yes() {
        return Ok(Outcome::Pass);
    }
    if plan.year.last_day() < GENERAL {
        return Ok(Outcome::NotApplicable);
    }
    // The employer matters as long as the later deadline has not come.
    let deadline = if plan.year.last_day() < GOVERNMENTAL && facts.is_governmental().known()? {
        return Ok(Outcome::NotApplicable);
    } else if facts.is_governmental().known()? {
        GOVERNMENTAL
    } else {
        GENERAL
    };
    amended.known()?;
    let bargained = if plan.employer.union_group.is_yes() == Truth::No || deadline == GOVERNMENTAL {
        String::new()
    } else {
        format!(" ({BARGAINED} for a plan under a collective bargaining agreement)")
    };
    let message = format!(
        "The plan has not adopted its amendments for the SECURE Act, SECURE 2.0 and the CARES Act; they are due by \
         {deadline}{bargained} (Notice 2024-2)."
    );
    let finding = RULE.finding(amended, message, "not amended");
    Outcome::fail(
        finding.help(
            "Adopt the conforming amendment by the deadline, to the terms by which the plan has been run.",
        ),
    )
}

const GENERAL: Date = date(2026, 12, 31);
const BARGAINED: Date = date(2028, 12, 31);
const GOVERNMENTAL: Date = date(2029, 12, 31);
