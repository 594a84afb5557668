//! `limit-stale`: a figure in the document that the law has left behind.

use super::limit_above_law::figures;
use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::{Finding, Severity};
use crate::law::Law;
use crate::plan::PlanType;
use crate::room::stated_figures::{Figure, FigureKind};

pub const RULE: Rule = Rule {
    name: "limit-stale",
    group: Group::Limits,
    summary: "Hard-coded limit below the law (stale)",
    severity: Severity::Warning,
    profile: Profile::Qualification,
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
    citations: &[
        "IRC 402(g)(4)",
        "IRC 415(d)",
        "IRC 457(e)(15)(B)",
        "26 CFR 1.414(v)-1(b)(1)(ii)",
        "26 CFR 1.401(a)(17)-1(b)(3)(ii)",
    ],
    page: include_str!("limit_stale.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let stated = figures(facts.plan, facts.law, facts.plan_type()?)?;
    let stale = stated.figures.iter().filter(|figure| figure.amount < figure.least.amount);
    let findings: Vec<Finding> = stale.map(|figure| finding(facts.law, figure)).collect();
    match stated.missing {
        Some(missing) if findings.is_empty() => Err(missing),
        // `year-not-published` says why.
        None if findings.is_empty() && stated.is_unjudged => Ok(Outcome::NotApplicable),
        Some(_) | None => Outcome::of(findings),
    }
}

fn finding(law: &Law, figure: &Figure<'_>) -> Finding {
    let current = figure.least;
    let (noun, amount) = (figure.kind.noun(), figure.amount);
    let message = format!(
        "The plan's {noun}, {amount}, is below the {} limit of {} ({}).",
        current.year,
        current.amount,
        current.citation()
    );
    let published = |year: &i16| law.limit(current.limit, *year).is_some_and(|value| value.amount == amount);
    let label = match law.years().filter(|year| *year < current.year).filter(published).last() {
        Some(year) => format!("the limit of {year}"),
        None => format!("{} under the limit of {}", current.amount.less(amount), current.year),
    };
    let section = current.limit.section();
    let help = match figure.kind {
        FigureKind::Deferrals | FigureKind::AnnualAdditions | FigureKind::Compensation => {
            format!("Refer to {section} as adjusted each year, or confirm that the lower figure is meant.")
        }
        // Who is in these groups is a matter of law: a lower threshold takes in people whom the law leaves out.
        FigureKind::HcePay | FigureKind::KeyEmployeePay => {
            format!("Refer to {section} as adjusted each year.")
        }
    };
    Finding::new(RULE.name, figure.span, message, label).election(figure.path.clone()).help(help)
}
