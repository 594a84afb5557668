//! `layered-match`: a discretionary layer on a safe harbor match that would not stand alone.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::lower::Truth;
use crate::plan::PlanType;
use crate::plan::safe_harbor::SafeHarborType;
use crate::room::match_rates::{Terms, first_rise, service_rows};
use crate::syntax::phrase::match_formula::MatchFormula;

pub const RULE: Rule = Rule {
    name: "layered-match",
    group: Group::Nondiscrimination,
    summary: "Layered match: does each layer stand alone?",
    severity: Severity::Advice,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Traditional401k],
    in_force: None,
    citations: &["26 CFR 1.401(m)-3(d)(2), (d)(3)(ii)"],
    page: include_str!("layered_match.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let matching = &facts.plan.matching;
    let is_match = facts.safe_harbor()?.is_some_and(SafeHarborType::is_match);
    if !is_match || facts.claims_acp_safe_harbor() == Truth::No {
        return Ok(Outcome::NotApplicable);
    }
    let layer = matching.discretionary_formula.known()?;
    if !matches!(layer, MatchFormula::Formula(_)) {
        return Ok(Outcome::NotApplicable);
    }
    let both = [matching.formula.known()?, layer];
    let Some(bounds) = facts.match_bounds(&both) else { return Ok(Outcome::NotApplicable) };
    let rises = |formulas: &[&MatchFormula]| {
        let terms = |years_of_service| Terms { formulas, years_of_service };
        service_rows(formulas).into_iter().any(|years| first_rise(terms(years), bounds).is_some())
    };
    // Where the match in sum rises, that is more than a matter of opinion: `match-rate-rises` reports it.
    if rises(&both) {
        return Ok(Outcome::NotApplicable);
    }
    if !rises(&[layer]) {
        return Ok(Outcome::Pass);
    }
    let message = "The discretionary match begins, or grows, above some rate of contributions. The match in sum does not rise, and \
                   that is what 26 CFR 1.401(m)-3(d)(2) measures; but staff of the IRS has been reported to ask that each \
                   discretionary layer stand alone.";
    let finding = RULE.finding(&matching.discretionary_formula, message, "would rise by itself");
    let finding = finding.related(matching.formula.span(), "on top of this");
    Outcome::fail(finding.help(
        "Let the discretionary layer begin with the first dollar contributed, or fix the whole formula in the plan; or accept the \
         text of the regulation.",
    ))
}
