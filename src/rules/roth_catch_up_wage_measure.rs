//! `roth-catch-up-wage-measure`: those whose catch-up must be Roth are found by some other pay than the law's.

use super::roth_catch_up_threshold_stale::concerns_someone;
use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::law::provisions::Provision;
use crate::plan::PlanType;
use crate::plan::deferrals::WageMeasure;

pub const RULE: Rule = Rule {
    name: "roth-catch-up-wage-measure",
    group: Group::Limits,
    summary: "Wage test uses the wrong measure",
    severity: Severity::Error,
    profile: Profile::Qualification,
    applies_to: &[
        PlanType::Traditional401k,
        PlanType::Solo401k,
        PlanType::Simple401k,
        PlanType::Plan403b,
        PlanType::Governmental457b,
    ],
    in_force: Some(Provision::RothOnlyCatchUp),
    citations: &["IRC 414(v)(7)(A)", "IRC 3121(a)", "26 CFR 1.414(v)-2(a)(2)-(3), (b)(4)-(5)", "T.D. 10033"],
    page: include_str!("roth_catch_up_wage_measure.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let measure = &facts.plan.deferrals.roth_catch_up_measure;
    if !concerns_someone(facts, measure)? {
        return Ok(Outcome::NotApplicable);
    }
    let (what, severity) = match measure.known()? {
        WageMeasure::PriorYearFica => return Ok(Outcome::Pass),
        WageMeasure::CurrentYear => {
            ("Pay of the current year decides nothing: the wages of the year before do", Severity::Error)
        }
        WageMeasure::Box1 => {
            ("Wages under the income tax leave out pre-tax deferrals and so miss people", Severity::Error)
        }
        // For most people boxes 3 and 5 lead to the same answer, and the regulation that says so waits for 2027.
        WageMeasure::Box5 => (
            "Medicare wages take in employees who have no wages under Social Security, and are not affected",
            Severity::Warning,
        ),
        WageMeasure::PlanPay => ("The plan's own definition of pay is not the law's", Severity::Error),
        WageMeasure::Section415 => ("Pay under 415 is not the law's measure", Severity::Error),
        WageMeasure::Annualized => (
            "Wages of a part of a year are not raised to a full year: who was hired late is mostly not affected",
            Severity::Warning,
        ),
        WageMeasure::AllEmployers => {
            ("Wages of employers that do not sponsor the plan do not count", Severity::Error)
        }
    };
    let message = format!(
        "{what}. Those are affected whose wages under 3121(a) of the calendar year before, from the employer that sponsors \
         the plan, were above the threshold (IRC 414(v)(7)(A))."
    );
    let help = "Go by the FICA wages of the year before from the sponsor: W-2 box 3.";
    Outcome::fail(RULE.finding(measure, message, "not the law's measure").severity(severity).help(help))
}
