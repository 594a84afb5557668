//! `match-rate-rises`: a match whose ratio rises with contributions, which takes it out of the ACP safe harbor.

use super::facts::least_match::{for_pay, rise_in_words};
use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::{Finding, Severity};
use crate::lower::Truth;
use crate::plan::PlanType;
use crate::room::match_rates::{Rise, Terms, first_rise, service_rows};
use crate::syntax::phrase::match_formula::MatchFormula;

pub const RULE: Rule = Rule {
    name: "match-rate-rises",
    group: Group::Nondiscrimination,
    summary: "Match rate rises with deferrals",
    severity: Severity::Error,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Traditional401k],
    in_force: None,
    citations: &["IRC 401(m)(11)(B)(ii)", "26 CFR 1.401(m)-3(d)(2)"],
    page: include_str!("match_rate_rises.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let Some(design) = facts.safe_harbor()? else { return Ok(Outcome::NotApplicable) };
    if facts.claims_acp_safe_harbor() == Truth::No {
        return Ok(Outcome::NotApplicable);
    }
    let formulas = facts.match_formulas()?;
    if formulas.iter().all(|formula| **formula == MatchFormula::None) {
        return Ok(Outcome::NotApplicable);
    }
    let Some(bounds) = facts.match_bounds(&formulas) else { return Ok(Outcome::NotApplicable) };
    let rise_of = |formulas: &[&MatchFormula]| {
        let terms = |years_of_service| Terms { formulas, years_of_service };
        service_rows(formulas).into_iter().find_map(|years| first_rise(terms(years), bounds))
    };
    let Some(rise) = rise_of(&formulas) else {
        facts.match_has_rates()?;
        return Ok(Outcome::Pass);
    };
    // Where the safe harbor match itself rises, the rule on its formula says so.
    if design.is_match() && formulas.first().is_some_and(|formula| rise_of(&[*formula]).is_some()) {
        return Ok(Outcome::NotApplicable);
    }
    facts.claims_acp_safe_harbor().known()?;
    Outcome::fail(report(facts, &rise))
}

fn report(facts: &Facts<'_>, rise: &Rise) -> Finding {
    let matching = &facts.plan.matching;
    let message = format!(
        "The match rises with contributions{}: {}. In the ACP safe harbor, which the plan claims, its ratio may not rise as \
         contributions rise (IRC 401(m)(11)(B)(ii), 26 CFR 1.401(m)-3(d)(2)).",
        for_pay(facts, rise.pay),
        rise_in_words(rise),
    );
    let on_top = &matching.discretionary_formula;
    let finding = if matches!(on_top.stated(), Some(MatchFormula::Formula(_))) {
        let finding = RULE.finding(on_top, message, "lifts the ratio of the whole match");
        finding.related(matching.formula.span(), "on top of this")
    } else {
        RULE.finding(&matching.formula, message, "its rate rises")
    };
    let finding = finding.related(facts.plan.safe_harbor.acp.span(), "claims the ACP safe harbor");
    finding.help(
        "Let no later contribution lift the ratio, or run the ACP test on the match and state `acp: no`.",
    )
}
