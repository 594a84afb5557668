//! `annual-additions-limit-missing`: a plan without the limit of 415(c) on what may be allocated to someone in a year.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::lower::Missing;
use crate::plan::PlanType;
use crate::plan::after_tax::Spillover;
use crate::syntax::phrase::limit::{CodeSection, StatedLimit};

pub const RULE: Rule = Rule {
    name: "annual-additions-limit-missing",
    group: Group::Limits,
    summary: "415(c) limit not in the plan",
    severity: Severity::Error,
    profile: Profile::Qualification,
    // What a starter or SIMPLE 401(k) may take stays below the limit by itself.
    applies_to: &[PlanType::Traditional401k, PlanType::Solo401k, PlanType::Plan403b, PlanType::Plan401a],
    in_force: None,
    citations: &[
        "IRC 401(a)(16)",
        "IRC 415(a), (c)(1)",
        "26 CFR 1.415(a)-1(d)(1), (3)",
        "26 CFR 1.403(b)-3(a)(9)",
    ],
    page: include_str!("annual_additions_limit_missing.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let limit = &facts.plan.limits.annual_additions;
    match limit.known()? {
        // A figure above the law is `limit-above-law`.
        StatedLimit::Dollars(_) | StatedLimit::AsAdjusted(CodeSection::AnnualAdditions) => {
            return Ok(Outcome::Pass);
        }
        // A reference to another section does not show whether the plan refers to 415(c) as well.
        StatedLimit::AsAdjusted(
            CodeSection::ElectiveDeferrals
            | CodeSection::DeferredCompensation
            | CodeSection::SimpleDeferrals
            | CodeSection::StarterDeferrals
            | CodeSection::Compensation
            | CodeSection::RothCatchUpWages,
        ) => return Err(Missing { elections: vec![limit.path.clone()] }),
        StatedLimit::None => {}
    }
    let after_tax = facts.after_tax();
    // What runs on into after-tax money without a stop is `spillover-without-stop`.
    if after_tax.is_yes()
        && facts.plan.after_tax.spillover.is(|spillover| *spillover != Spillover::None).is_yes()
    {
        return Ok(Outcome::NotApplicable);
    }
    let year = facts.plan.year.ends_in();
    let amount = facts.law.limit(crate::law::limits::Limit::AnnualAdditions, year);
    let amount = amount.map_or_else(String::new, |value| format!(", {} for {year}", value.amount));
    let message = format!(
        "The plan has no limit on annual additions. No set words are asked for, but its terms must keep anyone from \
         getting more than 415(c) allows{amount} (IRC 401(a)(16), 26 CFR 1.415(a)-1(d)(1))."
    );
    let help = "Add the limit by reference to 415(c) as adjusted each year (`415(c)`), over all defined contribution plans \
                of the employer.";
    let finding = RULE.finding(limit, message, "no limit of 415(c)").help(help);
    // Without after-tax money other terms, such as the limit of 402(g) and a small match, may keep everyone below.
    Outcome::fail(if after_tax.is_yes() { finding } else { finding.severity(Severity::Warning) })
}
