//! `higher-catch-up-missing`: the catch-up of ages 60 to 63 is left out, or written with an amount that is not the law's.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::law::limits::Limit;
use crate::law::provisions::Provision;
use crate::law::years::LimitValue;
use crate::plan::PlanType;
use crate::room::year_limits::calendar_years;

pub const RULE: Rule = Rule {
    name: "higher-catch-up-missing",
    group: Group::Limits,
    summary: "Higher catch-up at 60-63 missing or wrong",
    severity: Severity::Advice,
    profile: Profile::Qualification,
    applies_to: &[
        PlanType::Traditional401k,
        PlanType::Solo401k,
        PlanType::Plan403b,
        PlanType::Governmental457b,
    ],
    in_force: Some(Provision::SuperCatchUp),
    citations: &[
        "IRC 414(v)(2)(B)(i), (C)(i), (E)(i)",
        "26 CFR 1.414(v)-1(c)(2)",
        "SECURE 2.0 s. 109",
        "Notice 2024-80",
        "Notice 2025-67",
    ],
    page: include_str!("higher_catch_up_missing.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let deferrals = &facts.plan.deferrals;
    if !deferrals.catch_up.known()?.is_yes() {
        return Ok(Outcome::NotApplicable);
    }
    if deferrals.super_catch_up.known()?.is_yes() {
        return judge_figure(facts);
    }
    let years = calendar_years(facts.plan, &deferrals.super_catch_up);
    let amounts = years.filter_map(|year| facts.law.limit(Limit::SuperCatchUp, year)).last();
    let instead = amounts.and_then(|higher| {
        let own = facts.law.limit(Limit::CatchUp, higher.year)?;
        Some(format!(": {} in {} in place of {}", higher.amount, higher.year, own.amount))
    });
    let message = format!(
        "The plan does not allow the higher catch-up of those who end the year at age 60 to 63 (IRC 414(v)(2)(B)(i)){}. \
         A plan need not allow it.",
        instead.unwrap_or_default()
    );
    let finding = RULE.finding(&deferrals.super_catch_up, message, "no more than from age 50");
    let help = "Allow the adjusted amount of 414(v)(2)(E) for the years in which a participant ends the calendar year at \
                age 60, 61, 62 or 63; or leave it as it is.";
    Outcome::fail(finding.related(deferrals.catch_up.span(), "catch-up is allowed here").help(help))
}

/// A document need not write the amount out, and a spec has no way to say that it does not: silence is no figure.
fn judge_figure(facts: &Facts<'_>) -> Judgement {
    let election = &facts.plan.limits.super_catch_up;
    if !election.is_written() {
        return Ok(Outcome::Pass);
    }
    let stated = *election.known()?;
    let published: Vec<Option<&LimitValue>> = calendar_years(facts.plan, election)
        .map(|year| facts.law.limit(Limit::SuperCatchUp, year))
        // A year in which the provision has not begun has no amount.
        .skip_while(Option::is_none)
        .collect();
    let Some(wrong) = published.iter().flatten().find(|value| value.amount != stated) else {
        // `year-not-published` says why.
        let is_judged = !published.is_empty() && published.iter().all(Option::is_some);
        return Ok(if is_judged { Outcome::Pass } else { Outcome::NotApplicable });
    };
    let (relation, severity) =
        if stated > wrong.amount { ("above", Severity::Error) } else { ("below", Severity::Advice) };
    let message = format!(
        "The plan's catch-up amount for ages 60 to 63, {stated}, is {relation} the {} limit of {} ({}).",
        wrong.year,
        wrong.amount,
        wrong.citation()
    );
    let help =
        format!("Refer to {} as adjusted each year, or state {}.", wrong.limit.section(), wrong.amount);
    Outcome::fail(RULE.finding(election, message, "not the amount of the law").severity(severity).help(help))
}
