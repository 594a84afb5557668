//! `year-not-published`: a plan year for which this program has no complete set of limits.

use jiff::civil::date;

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::law::Law;
use crate::law::limits::Limit;
use crate::law::provisions::Provision;
use crate::lower::Missing;
use crate::plan::PlanType;
use crate::room::year_limits::{counts_annual_additions, deferral_limit, limitation_years};

pub const RULE: Rule = Rule {
    name: "year-not-published",
    group: Group::Limits,
    summary: "Limits of that year not loaded",
    severity: Severity::Error,
    profile: Profile::Operation,
    applies_to: &[
        PlanType::Traditional401k,
        PlanType::Solo401k,
        PlanType::Simple401k,
        PlanType::Starter401k,
        PlanType::Plan403b,
        PlanType::Plan401a,
        PlanType::Governmental457b,
        PlanType::TaxExempt457b,
    ],
    in_force: None,
    citations: &["IRC 415(d)", "26 CFR 1.401(a)(17)-1(b)(3)(ii)", "26 CFR 1.415(c)-1(c) Ex. 2"],
    page: include_str!("year_not_published.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let (plan, law) = (facts.plan, facts.law);
    let plan_type = facts.plan_type()?;
    let is_known = |limit: Limit, year: i16| law.limit(limit, year).is_some();
    let touched = plan.year.begins_in()..=plan.year.ends_in();
    let by_calendar_year =
        |year: i16| calendar_limits(law, plan_type, year).into_iter().map(move |limit| (limit, year));
    let mut needed: Vec<(Limit, i16)> = touched.clone().flat_map(by_calendar_year).collect();
    let mut open: Option<Missing> = None;
    if counts_annual_additions(plan_type) {
        needed.push((Limit::Compensation, plan.year.begins_in()));
        match limitation_years(plan) {
            Ok(years) => needed.extend(years.map(|year| (Limit::AnnualAdditions, year))),
            // Which of two years governs does not matter where both are published.
            Err(missing) if touched.clone().any(|year| !is_known(Limit::AnnualAdditions, year)) => {
                open = Some(missing)
            }
            Err(_) => {}
        }
    }
    if is_tested(plan_type) && !is_known(Limit::HceLookbackPay, plan.year.begins_in()) {
        needed.push((Limit::HcePay, plan.year.begins_in() - 1));
    }
    needed.retain(|(limit, year)| !is_known(*limit, *year));
    match (needed.is_empty(), open) {
        (true, Some(missing)) => Err(missing),
        (true, None) => Ok(Outcome::Pass),
        (false, _) => Outcome::fail(finding(facts, &needed)),
    }
}

/// The limits that such a plan needs for each calendar year that its plan year touches.
fn calendar_limits(law: &Law, plan_type: PlanType, year: i16) -> Vec<Limit> {
    let in_force = |provision| law.in_force(provision, date(year, 1, 1));
    let (catch_up, higher): (Option<Limit>, Option<Limit>) = match plan_type {
        PlanType::Traditional401k | PlanType::Solo401k | PlanType::Plan403b | PlanType::Governmental457b => {
            (Some(Limit::CatchUp), Some(Limit::SuperCatchUp))
        }
        PlanType::Simple401k | PlanType::SimpleIra => {
            (Some(Limit::SimpleCatchUp), Some(Limit::SimpleSuperCatchUp))
        }
        PlanType::Starter401k => (Some(Limit::StarterCatchUp), None),
        PlanType::TaxExempt457b | PlanType::Plan401a | PlanType::Sep => (None, None),
    };
    let mut limits: Vec<Limit> = deferral_limit(plan_type).into_iter().chain(catch_up).collect();
    limits.extend(higher.filter(|_| in_force(Provision::SuperCatchUp)));
    // For 2024 and 2025 there is no wage threshold: Notice 2023-62 put the requirement off.
    if higher.is_some() && plan_type != PlanType::SimpleIra && in_force(Provision::RothOnlyCatchUp) {
        limits.push(Limit::RothCatchUpWages);
    }
    limits
}

/// Do tests need to know who is highly compensated?
fn is_tested(plan_type: PlanType) -> bool {
    match plan_type {
        PlanType::Traditional401k | PlanType::Solo401k | PlanType::Plan403b | PlanType::Plan401a => true,
        PlanType::Simple401k
        | PlanType::Starter401k
        | PlanType::Governmental457b
        | PlanType::TaxExempt457b
        | PlanType::Sep
        | PlanType::SimpleIra => false,
    }
}

/// Names the missing figures year by year.
fn finding(facts: &Facts<'_>, lacking: &[(Limit, i16)]) -> crate::finding::Finding {
    let mut years: Vec<i16> = lacking.iter().map(|(_, year)| *year).collect();
    years.sort_unstable();
    years.dedup();
    let of_year = |year: &i16| {
        let sections = lacking.iter().filter(|(_, own)| own == year).map(|(limit, _)| limit.section());
        format!("for {year} of {}", sections.collect::<Vec<_>>().join(", "))
    };
    let message = format!(
        "planlint has no published figure {}: what depends on them is not judged for plan year {}.",
        years.iter().map(of_year).collect::<Vec<_>>().join("; "),
        facts.plan.year
    );
    let help = "Check the plan for a year whose limits are published, or update planlint once they are; no limit is \
                ever extrapolated.";
    RULE.finding(&facts.plan.identity.year, message, "limits of this plan year are missing").help(help)
}
