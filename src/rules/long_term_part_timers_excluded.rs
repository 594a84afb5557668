//! `long-term-part-timers-excluded`: part-timers whom an hours rule keeps from deferring year after year.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::law::provisions::Provision;
use crate::lower::Truth;
use crate::plan::Plan;
use crate::plan::PlanType;
use crate::plan::eligibility::Class;
use crate::syntax::phrase::match_formula::MatchFormula;
use crate::syntax::phrase::nonelective::Nonelective;

pub const RULE: Rule = Rule {
    name: "long-term-part-timers-excluded",
    group: Group::Nondiscrimination,
    summary: "Long-term part-time employees excluded from deferrals",
    severity: Severity::Error,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Traditional401k, PlanType::Starter401k, PlanType::Plan403b],
    in_force: Some(Provision::LongTermPartTime401k),
    citations: &[
        "IRC 401(k)(2)(D)(ii)",
        "IRC 401(k)(15)",
        "SECURE Act of 2019 s. 112",
        "SECURE 2.0 s. 125",
        "ERISA 202(c) (29 USC 1052(c))",
        "Notice 2024-73",
    ],
    page: include_str!("long_term_part_timers_excluded.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let (law, first_day) = (facts.law, facts.plan.year.first_day());
    let is_403b = facts.plan_type()? == PlanType::Plan403b;
    let begun = if is_403b { Provision::LongTermPartTime403b } else { Provision::LongTermPartTime401k };
    if !law.in_force(begun, first_day) {
        return Ok(Outcome::NotApplicable);
    }
    if facts.plan.eligibility.long_term_part_time.is_yes().is_yes() {
        return Ok(Outcome::Pass);
    }
    if is_403b { in_403b(facts) } else { in_401k(facts) }
}

fn in_401k(facts: &Facts<'_>) -> Judgement {
    let eligibility = &facts.plan.eligibility;
    let mut span = eligibility.deferrals.span();
    if !facts.needs_part_time_rule().known()? {
        let by_class = |class: &Class| class.is_by_service();
        let excluded = eligibility.excluded_classes.is(|classes| classes.0.iter().any(by_class));
        if !excluded.known()? {
            return Ok(Outcome::Pass);
        }
        // A class of part-timers left out for good is `part-time-class-exclusion`; 1,000 hours that let them in are too many.
        if !eligibility.part_time_fail_safe.is_yes().known()? {
            return Ok(Outcome::NotApplicable);
        }
        span = eligibility.excluded_classes.span();
    }
    let election = &eligibility.long_term_part_time;
    election.known()?;
    let two_years = facts.law.in_force(Provision::LongTermPartTimeAfterTwoYears, facts.plan.year.first_day());
    let years = if two_years { "two" } else { "three" };
    let message = format!(
        "Employees who work 500 hours every year, but fewer than the plan asks for, never come to defer. From \
         age 21 they must be able to after {years} consecutive years with at least 500 hours (IRC \
         401(k)(2)(D)(ii))."
    );
    let finding = RULE.finding(election, message, "kept from deferring");
    let finding = finding.related(span, "takes more than 500 hours in a year");
    let help = "Let long-term part-time employees defer, or ask for time alone (such as 6 months of service) \
                and no hours.";
    // Whether the demand reaches plans that are free of IRC 410(a) is not settled.
    let is_free = facts.has_minimum_standards() == Truth::No;
    Outcome::fail(if is_free { finding.severity(Severity::Warning) } else { finding }.help(help))
}

/// ERISA 202(c) asks a 403(b) plan under ERISA for the same; those that normally work under 20 hours are the only part-timers
/// whom it may leave out at all (`universal-availability`).
fn in_403b(facts: &Facts<'_>) -> Judgement {
    let eligibility = &facts.plan.eligibility;
    if facts.has_minimum_standards() == Truth::No {
        return Ok(Outcome::NotApplicable);
    }
    let excluded = eligibility.excluded_classes.is(|classes| classes.0.contains(&Class::UnderTwentyHours));
    if !excluded.known()? {
        return Ok(Outcome::Pass);
    }
    eligibility.long_term_part_time.known()?;
    if !facts.has_minimum_standards().known()? {
        return Ok(Outcome::NotApplicable);
    }
    let is_under_erisa = has_employer_money(facts.plan).is_yes();
    let unless = if is_under_erisa { "" } else { ", if the plan is under ERISA" };
    let message = format!(
        "Employees who normally work under 20 hours a week never come to defer. From age 21 they must be able \
         to after two consecutive years with at least 500 hours (ERISA 202(c)){unless}."
    );
    let finding = RULE.finding(&eligibility.long_term_part_time, message, "kept from deferring");
    let finding = finding.related(eligibility.excluded_classes.span(), "left out for their hours");
    let help = "Let long-term part-time employees defer, or drop the exclusion.";
    Outcome::fail(if is_under_erisa { finding } else { finding.severity(Severity::Warning) }.help(help))
}

/// Without employer money a 403(b) may be outside ERISA (29 CFR 2510.3-2(f)).
fn has_employer_money(plan: &Plan) -> Truth {
    let matched = plan.matching.formula.is(|formula| *formula != MatchFormula::None);
    matched.or(plan.nonelective.formula.is(|formula| *formula != Nonelective::None))
}
