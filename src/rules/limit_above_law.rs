//! `limit-above-law`: a figure in the document that would let people pass a limit of the law.

mod exceptions;
mod figures;

pub(super) use exceptions::catch_up_amounts;
pub(super) use figures::figures;

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::{Finding, Severity};
use crate::lower::Truth;
use crate::plan::PlanType;
use crate::room::stated_figures::{Figure, FigureKind};
use exceptions::is_lawful;

pub const RULE: Rule = Rule {
    name: "limit-above-law",
    group: Group::Limits,
    summary: "Hard-coded limit above the law",
    severity: Severity::Error,
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
        "IRC 402(g)(1), (4)",
        "IRC 414(q)(1)(B)",
        "IRC 415(c)(1), (d)",
        "IRC 416(i)(1)(A)(i)",
        "IRC 401(a)(17)(B)",
        "IRC 457(e)(15)",
        "26 CFR 1.401(a)(17)-1(a)(3)(i), (b)(3)(ii), (d)(4)(ii)",
        "26 CFR 1.415(c)-1(a)(1)",
    ],
    page: include_str!("limit_above_law.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let plan_type = facts.plan_type()?;
    let stated = figures(facts.plan, facts.law, plan_type)?;
    let mut missing = stated.missing;
    let mut findings = Vec::new();
    for figure in stated.figures.iter().filter(|figure| figure.amount > figure.most.amount) {
        match is_lawful(facts, plan_type, figure) {
            Truth::Yes => {}
            Truth::No => findings.push(finding(facts, figure)),
            Truth::Unknown(lacking) => missing = Some(missing.unwrap_or_default().and(lacking)),
        }
    }
    match missing {
        Some(missing) if findings.is_empty() => Err(missing),
        // `year-not-published` says why.
        None if findings.is_empty() && stated.is_unjudged => Ok(Outcome::NotApplicable),
        Some(_) | None => Outcome::of(findings),
    }
}

fn finding(facts: &Facts<'_>, figure: &Figure<'_>) -> Finding {
    let (noun, law) = (figure.kind.noun(), figure.most);
    let grandfathered = figure.kind == FigureKind::Compensation && facts.is_governmental().is_yes();
    let unless = if grandfathered { ", unless only members from before 1996 are under it" } else { "" };
    let amount = figure.amount;
    let message = format!(
        "The plan's {noun}, {amount}, is above the {} limit of {} ({}){unless}.",
        law.year,
        law.amount,
        law.citation()
    );
    let help = format!("Refer to {} as adjusted each year, or state {}.", law.limit.section(), law.amount);
    let label = format!("{} over the limit of {}", amount.less(law.amount), law.year);
    let finding =
        Finding::new(RULE.name, figure.span, message, label).election(figure.path.clone()).help(help);
    // 26 CFR 1.401(a)(17)-1(d)(4)(ii): those members keep the cap that the plan had on 1 July 1993, as adjusted.
    if grandfathered { finding.severity(Severity::Warning) } else { finding }
}
