//! `after-tax-widens-acp-group`: people who are in the ACP test only for a right that they do not use.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::{Finding, Severity};
use crate::lower::{Missing, Truth};
use crate::nondiscrimination::entry::{Wait, YEAR, waits};
use crate::plan::testing::{OtherwiseExcludable, TestMethod};
use crate::plan::{Plan, PlanType};
use crate::syntax::phrase::condition::{self, Eligibility};
use crate::syntax::phrase::match_formula::MatchFormula;

pub const RULE: Rule = Rule {
    name: "after-tax-widens-acp-group",
    group: Group::Nondiscrimination,
    summary: "Adding after-tax widens the ACP group",
    severity: Severity::Advice,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Traditional401k, PlanType::Plan403b],
    in_force: None,
    citations: &["IRC 401(m)(5)(A), (C)", "26 CFR 1.401(m)-2(a)(1)(iii), (a)(3)(i)"],
    page: include_str!("after_tax_widens_acp_group.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let plan = facts.plan;
    let is_run = plan.testing.acp.is(|method| *method != TestMethod::NotTested);
    let is_matched = plan.matching.formula.is(|formula| *formula != MatchFormula::None);
    if !facts.has_after_tax()? || facts.is_acp_tested() == Truth::No || !is_matched.and(is_run).known()? {
        return Ok(Outcome::NotApplicable);
    }
    let eligibility = &plan.eligibility;
    // Contributions for HCEs only are `after-tax-for-favored-group`.
    if matches!(
        eligibility.after_tax.stated(),
        Some(Eligibility::When { group: condition::Group::HcesOnly, .. })
    ) {
        return Ok(Outcome::NotApplicable);
    }
    let (after_tax, matched) = (waits(plan, &eligibility.after_tax)?, waits(plan, &eligibility.matching)?);
    let is_earlier = |one: &Wait| {
        matched.iter().all(|other| one.half_years < other.half_years || one.months < other.months)
    };
    if matched.is_empty() || !after_tax.iter().any(is_earlier) {
        return Ok(Outcome::Pass);
    }
    // Those whom the match lets wait no longer than the law's conditions can be left out of the test, or tested apart.
    if matched.iter().any(|wait| !wait.exceeds(YEAR)) {
        match plan.testing.otherwise_excludable.known()? {
            OtherwiseExcludable::Separate | OtherwiseExcludable::EarlyParticipation => {
                return Ok(Outcome::Pass);
            }
            OtherwiseExcludable::Together if told_elsewhere(facts)? => return Ok(Outcome::NotApplicable),
            OtherwiseExcludable::Together => {}
        }
    }
    Outcome::fail(finding(plan, &facts.by_workforce()))
}

/// Is it `otherwise-excludable-not-used`, which speaks of 401(k) plans that let people in early?
fn told_elsewhere(facts: &Facts<'_>) -> Result<bool, Missing> {
    let is_401k = facts.plan_type()? == PlanType::Traditional401k;
    Ok(is_401k && facts.lets_in_early(&facts.plan.eligibility.after_tax).known()?)
}

fn finding(plan: &Plan, by_workforce: &str) -> Finding {
    let eligibility = &plan.eligibility;
    let message = format!(
        "Employees may make after-tax contributions before they receive the match. All who may are \
                   in the ACP test, with 0% if they make none (IRC 401(m)(5)(A), 26 CFR 1.401(m)-2(a)(3)(i)): \
                   those who still wait for the match lower the average.{by_workforce}"
    );
    let finding = RULE.finding(&eligibility.after_tax, message, "earlier than the match");
    let help = "Let both begin together, or test those below age 21 or a year of service separately, or leave \
                them out.";
    finding.related(eligibility.matching.span(), "later").help(help)
}
