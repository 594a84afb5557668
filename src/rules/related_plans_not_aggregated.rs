//! `related-plans-not-aggregated`: all defined contribution plans of an employer share one limit on annual additions.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::lower::Missing;
use crate::plan::PlanType;

pub const RULE: Rule = Rule {
    name: "related-plans-not-aggregated",
    group: Group::Limits,
    summary: "Plans of one employer not aggregated for 415(c)",
    severity: Severity::Error,
    profile: Profile::Qualification,
    // A SIMPLE 401(k) has no other plan beside it for the same employees: IRC 401(k)(11)(C).
    applies_to: &[
        PlanType::Traditional401k,
        PlanType::Solo401k,
        PlanType::Starter401k,
        PlanType::Plan401a,
        PlanType::Plan403b,
        PlanType::Sep,
    ],
    in_force: None,
    citations: &["IRC 415(f)(1)(B), (f)(2)", "IRC 415(h)", "26 CFR 1.415(f)-1(a)(2)-(3), (e)(2), (f)(1)"],
    page: include_str!("related_plans_not_aggregated.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

/// What another plan is, as far as its name tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A qualified plan or a SEP.
    Qualified,
    Contract403b,
    /// Not under 415 at all: IRC 415(k)(1) does not list 457(b) plans.
    Plan457,
    Untold,
}

fn check(facts: &Facts<'_>) -> Judgement {
    let (plan, is_403b) = (facts.plan, facts.plan_type()? == PlanType::Plan403b);
    let aggregates = plan.limits.aggregates_plans.is_yes();
    if aggregates.is_yes() {
        return Ok(Outcome::Pass);
    }
    let others = &plan.employer.other_dc_plans;
    let kinds: Vec<Kind> = others.known()?.0.iter().map(|name| kind(name)).collect();
    // A 403(b) contract is its participant's own plan and stands apart from the qualified plans of the employer that
    // bought it (26 CFR 1.415(f)-1(f)(1)); all 403(b) contracts of an employer are one ((a)(3)).
    let counted = if is_403b { Kind::Contract403b } else { Kind::Qualified };
    if !kinds.iter().any(|kind| *kind == counted || *kind == Kind::Untold) {
        return Ok(Outcome::NotApplicable);
    }
    if aggregates.known()? {
        return Ok(Outcome::Pass);
    }
    if !kinds.contains(&counted) {
        return Err(Missing { elections: vec![others.path.clone()] });
    }
    let message = if is_403b {
        "The plan applies the limit of 415(c) to each 403(b) contract alone, but all 403(b) contracts that an employer \
         buys for a participant are one plan for that limit (26 CFR 1.415(f)-1(a)(3))."
    } else {
        "The plan applies the limit of 415(c) by itself, but all defined contribution plans of the employer and of \
         employers under more than 50% common control are one plan for that limit (IRC 415(f)(1)(B), 415(h))."
    };
    let finding = RULE.finding(&plan.limits.aggregates_plans, message, "each plan by itself");
    let help = "Count annual additions under all of these plans against one limit; keep 403(b) contracts and qualified \
                plans of the employer apart.";
    Outcome::fail(finding.related(others.span(), "shares the limit").help(help))
}

fn kind(name: &str) -> Kind {
    let name = name.to_ascii_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| name.contains(word));
    let is_sep = name.split(|letter: char| !letter.is_ascii_alphanumeric()).any(|word| word == "sep");
    if says(&["403(b)", "403b", "403 (b)"]) {
        Kind::Contract403b
    } else if says(&["457"]) {
        Kind::Plan457
    } else if is_sep
        || says(&["401(", "401k", "401a", "profit sharing", "profit-sharing", "money purchase", "esop"])
    {
        Kind::Qualified
    } else {
        Kind::Untold
    }
}
