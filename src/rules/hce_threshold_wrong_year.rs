//! `hce-threshold-wrong-year`: highly compensated employees found by another year's figure.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::law::limits::Limit;
use crate::law::years::LimitValue;
use crate::money::Usd;
use crate::plan::PlanType;

pub const RULE: Rule = Rule {
    name: "hce-threshold-wrong-year",
    group: Group::Limits,
    summary: "HCE threshold of the wrong year",
    severity: Severity::Error,
    profile: Profile::Qualification,
    applies_to: &[
        PlanType::Traditional401k,
        PlanType::Solo401k,
        PlanType::Simple401k,
        PlanType::Starter401k,
        PlanType::Plan403b,
        PlanType::Plan401a,
    ],
    in_force: None,
    citations: &["IRC 414(q)(1)(B), (2), (4)", "Notice 97-45", "Notice 2025-67"],
    page: include_str!("hce_threshold_wrong_year.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let (plan, law) = (facts.plan, facts.law);
    let election = &plan.limits.hce_threshold;
    // A document need not state a figure, and a spec has no way to say that it does not.
    if !election.is_written() {
        return Ok(Outcome::NotApplicable);
    }
    let amount = *election.known()?;
    let begins = plan.year.begins_in();
    let look_back = law.limit(Limit::HcePay, begins - 1).or_else(|| law.limit(Limit::HceLookbackPay, begins));
    // `year-not-published` says why there is none.
    let Some(value) = look_back else { return Ok(Outcome::NotApplicable) };
    if amount == value.amount {
        return Ok(Outcome::Pass);
    }
    // With the calendar year data election, pay of the calendar year that begins within the look-back year counts.
    let by_calendar = (!plan.year.is_calendar()).then(|| law.limit(Limit::HcePay, begins)).flatten();
    if by_calendar.is_some_and(|calendar| calendar.amount == amount)
        && plan.testing.calendar_year_data.is_yes().known()?
    {
        return Ok(Outcome::Pass);
    }
    let finding = RULE.finding(election, message(facts, amount, value), label(facts, amount));
    Outcome::fail(finding.help(format!(
        "Refer to IRC 414(q)(1)(B) as adjusted for the look-back year, or state {}.",
        value.amount
    )))
}

fn message(facts: &Facts<'_>, amount: Usd, value: &LimitValue) -> String {
    let year = facts.plan.year;
    format!(
        "The plan finds highly compensated employees by pay above {amount}, but in the plan year {year} the \
         threshold is {} of pay in the look-back year, which began in {} ({}).",
        value.amount,
        year.begins_in() - 1,
        value.citation()
    )
}

/// Whose figure it is.
fn label(facts: &Facts<'_>, amount: Usd) -> String {
    let law = facts.law;
    let has_it =
        |year: &i16| law.limit(Limit::HceLookbackPay, *year).is_some_and(|value| value.amount == amount);
    let own = facts.plan.year.begins_in();
    match law.years().filter(has_it).min_by_key(|year| year.abs_diff(own)) {
        Some(year) => format!("the figure of plan years that begin in {year}"),
        None => "the figure of no year".to_owned(),
    }
}
