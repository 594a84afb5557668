//! `simple-401k-with-after-tax`: a SIMPLE 401(k) takes what its statute lists, and nothing else.

mod deferral_limit;
mod employer_money;

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::{Finding, Severity};
use crate::lower::Truth;
use crate::plan::PlanType;
use deferral_limit::deferral_limit;
use employer_money::{falls_short, goes_beyond, is_prescribed, slowly_vested};

pub const RULE: Rule = Rule {
    name: "simple-401k-with-after-tax",
    group: Group::PlanTypes,
    summary: "SIMPLE 401(k) with after-tax",
    severity: Severity::Error,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Simple401k],
    in_force: None,
    citations: &[
        "IRC 401(k)(11)(A)(iii), (B)(i)-(ii), (C), (E)",
        "IRC 408(p)(2)(E)",
        "26 CFR 1.401(k)-4(c), (e)(1), (f)",
    ],
    page: include_str!("simple_401k_with_after_tax.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: true,
};

const AFTER_TAX: &str = "A SIMPLE 401(k) may take no contributions but those that IRC 401(k)(11)(B)(i) lists, and \
     voluntary after-tax contributions are not among them.";
const MATCH: &str = "The match of a SIMPLE 401(k) is 100% of the first 3% of pay (IRC 401(k)(11)(B)(i)(II)), or from \
     2024 of the first 4% where the employer elects the higher limits ((E)); it may be no other.";
const NONELECTIVE: &str = "Nonelective contributions to a SIMPLE 401(k) are 2% of pay in place of the match, \
     and from 2024 (3% there under (E)) a uniform share of pay up to 10% besides (IRC 401(k)(11)(B)(i)(III), (ii)); this is more or something \
     else.";
const NEITHER: &str = "A SIMPLE 401(k) owes its participants the match, or 2% of pay to everyone in its place (IRC \
     401(k)(11)(B)(i)(II), (B)(ii)). This plan has no match, and less than 2% of pay.";
const EITHER: &str =
    "State a match of `100% of first 3% of pay`, or `none` with a nonelective contribution of 2% of pay.";
const OTHER_PLANS: &str = "The employer has other plans: nobody who may take part in the SIMPLE 401(k) may get \
     contributions or benefits under another qualified plan of the employer for the same year (IRC 401(k)(11)(C)).";
const VESTING: &str = "All contributions to a SIMPLE 401(k) are nonforfeitable from the start (IRC 401(k)(11)(A)(iii), 26 CFR \
     1.401(k)-4(f)).";
const OTHER_DESIGN: &str = "Remove it, or change to a 401(k) plan that is tested or has a safe harbor.";

fn check(facts: &Facts<'_>) -> Judgement {
    let plan = facts.plan;
    let after_tax = plan.after_tax.allowed.is_yes();
    let matched = plan.matching.formula.is(|formula| !is_prescribed(facts, formula));
    let (beyond, short) = (goes_beyond(facts), falls_short(facts));
    let others = plan.employer.other_dc_plans.is(|plans| !plans.0.is_empty());
    let limit = deferral_limit(facts);
    let mut findings: Vec<Finding> = limit.clone().ok().flatten().into_iter().collect();
    let mut report = |truth: &Truth, finding: Finding| findings.extend(truth.is_yes().then_some(finding));
    let finding = RULE.finding(&plan.after_tax.allowed, AFTER_TAX, "no such source in a SIMPLE 401(k)");
    report(&after_tax, finding.help(OTHER_DESIGN));
    let finding = RULE.finding(&plan.matching.formula, MATCH, "not the match of the statute");
    report(&matched, finding.help(EITHER));
    let finding = RULE.finding(&plan.nonelective.formula, NONELECTIVE, "beyond the statute");
    report(&beyond, finding.help(OTHER_DESIGN));
    let finding = RULE.finding(&plan.nonelective.formula, NEITHER, "less than 2% of pay");
    report(&short, finding.related(plan.matching.formula.span(), "no match").help(EITHER));
    if let Some(vesting) = slowly_vested(facts) {
        let finding = RULE.finding(vesting, VESTING, "not vested at once");
        report(&Truth::Yes, finding.help("Vest employer money at once: `immediate`."));
    }
    // They are unlawful only as far as they cover the same people, which a plan spec does not tell.
    let finding = RULE.finding(&plan.employer.other_dc_plans, OTHER_PLANS, "lawful only for other employees");
    let help =
        "Make sure that the other plans cover none of the same employees, or give up the SIMPLE design.";
    report(&others, finding.severity(Severity::Warning).help(help));
    if findings.is_empty() {
        let limit = limit.map_or_else(Truth::Unknown, |_| Truth::No);
        after_tax.or(limit).or(matched).or(beyond).or(short).or(others).known()?;
        facts.has_vesting_schedule().known()?;
    }
    Outcome::of(findings)
}
