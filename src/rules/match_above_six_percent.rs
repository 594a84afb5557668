//! `match-above-six-percent`: a match on contributions above 6% of pay, which takes it out of the ACP safe harbor.

use super::facts::least_match::{for_pay, share_of_pay};
use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::{Finding, Severity};
use crate::lower::{Election, Truth};
use crate::money::Percent;
use crate::plan::PlanType;
use crate::room::match_rates::{Gap, Terms, first_beyond, service_rows};
use crate::syntax::phrase::match_formula::MatchFormula;

pub const RULE: Rule = Rule {
    name: "match-above-six-percent",
    group: Group::Nondiscrimination,
    summary: "Match above 6% of pay breaks the ACP safe harbor",
    severity: Severity::Error,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Traditional401k],
    in_force: None,
    citations: &["IRC 401(m)(11)(B)(i)", "26 CFR 1.401(m)-3(d)(3)(i)"],
    page: include_str!("match_above_six_percent.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let matching = &facts.plan.matching;
    if facts.safe_harbor()?.is_none() || facts.claims_acp_safe_harbor() == Truth::No {
        return Ok(Outcome::NotApplicable);
    }
    let formulas = facts.match_formulas()?;
    if formulas.iter().all(|formula| **formula == MatchFormula::None) {
        return Ok(Outcome::NotApplicable);
    }
    let Some(bounds) = facts.match_bounds(&formulas) else { return Ok(Outcome::NotApplicable) };
    let six = Percent::whole(6);
    let beyond = |formula: &MatchFormula| {
        let formulas = [formula];
        let terms = |years_of_service| Terms { formulas: &formulas, years_of_service };
        service_rows(&formulas).into_iter().find_map(|years| first_beyond(terms(years), six, bounds))
    };
    let on_top = matching.discretionary_formula.stated().and_then(beyond);
    let Some(gap) = matching.formula.stated().and_then(beyond).or(on_top) else {
        facts.match_has_rates()?;
        return Ok(Outcome::Pass);
    };
    facts.claims_acp_safe_harbor().known()?;
    let election = if on_top == Some(gap) { &matching.discretionary_formula } else { &matching.formula };
    Outcome::fail(report(facts, election, gap))
}

fn report(facts: &Facts<'_>, election: &Election<MatchFormula>, gap: Gap) -> Finding {
    let message = format!(
        "The match counts contributions above 6% of pay: at {}{} it is {}, at 6% {}. That takes it out of the ACP safe harbor, \
         which the plan claims (IRC 401(m)(11)(B)(i), 26 CFR 1.401(m)-3(d)(3)(i)).",
        share_of_pay(gap.contribution, gap.pay),
        for_pay(facts, gap.pay),
        share_of_pay(gap.gives, gap.pay),
        share_of_pay(gap.compared, gap.pay),
    );
    let finding = RULE.finding(election, message, "goes on above 6% of pay");
    let mut finding = finding.related(facts.plan.safe_harbor.acp.span(), "claims the ACP safe harbor");
    if facts.is_after_tax_matched().is_yes() {
        let label = "after-tax contributions count towards the 6% too";
        finding = finding.related(facts.plan.after_tax.allowed.span(), label);
    }
    finding.help("Match nothing above 6% of pay, or run the ACP test on the match and state `acp: no`.")
}
