//! `limit-above-law`: a figure in the document that would let people pass a limit of the law.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::{Finding, Severity};
use crate::law::limits::Limit;
use crate::lower::{Election, Truth};
use crate::money::Usd;
use crate::plan::PlanType;
use crate::plan::employer::Entity;
use crate::room::stated_figures::{Figure, FigureKind, stated_figures};
use crate::syntax::phrase::permission::Permission;

pub const RULE: Rule = Rule {
    name: "limit-above-law",
    group: Group::Limits,
    summary: "Hard-coded limit above the law",
    severity: Severity::Error,
    profile: Profile::Qualification,
    applies_to: &[
        PlanType::Traditional401k,
        PlanType::Solo401k,
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

/// What the catch-up after 15 years of service adds in one year at most (IRC 402(g)(7)(A)(i)).
const FIFTEEN_YEAR_CATCH_UP: i64 = 3_000;

fn check(facts: &Facts<'_>) -> Judgement {
    let plan_type = facts.plan_type()?;
    let stated = stated_figures(facts.plan, facts.law)?;
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

/// Does something let this figure be above the general limit?
fn is_lawful(facts: &Facts<'_>, plan_type: PlanType, figure: &Figure<'_>) -> Truth {
    let plan = facts.plan;
    let up_to = |most: Usd| Truth::from(figure.amount <= most);
    let general = figure.most.amount;
    match figure.kind {
        FigureKind::Deferrals if plan_type == PlanType::Plan403b => {
            let most = general + Usd::dollars(FIFTEEN_YEAR_CATCH_UP);
            says(&plan.deferrals.fifteen_year_catch_up).and(up_to(most))
        }
        // The last three years' catch-up doubles the limit at most (IRC 457(b)(3)(A)).
        FigureKind::Deferrals if PlanType::ANY_457B.contains(&plan_type) => {
            says(&plan.deferrals.final_three_year_catch_up).and(up_to(general + general))
        }
        FigureKind::AnnualAdditions => {
            let year = figure.most.year;
            let catch_up = [Limit::SuperCatchUp, Limit::CatchUp].map(|limit| facts.law.limit(limit, year));
            let catch_up = catch_up.into_iter().flatten().next().map_or(Usd::ZERO, |value| value.amount);
            says(&plan.limits.includes_catch_up).and(up_to(general + catch_up))
        }
        // A contract bought by a church is free of 401(a)(17) (26 CFR 1.403(b)-5(d)).
        FigureKind::Compensation if plan_type == PlanType::Plan403b => {
            plan.employer.entity.is(|entity| *entity == Entity::Church)
        }
        FigureKind::Deferrals
        | FigureKind::Compensation
        | FigureKind::HcePay
        | FigureKind::KeyEmployeePay => Truth::No,
    }
}

/// The figure is the general limit, to which special catch-ups are added, unless the plan says that it holds them.
fn says(election: &Election<Permission>) -> Truth {
    if election.is_written() { election.is_yes() } else { Truth::No }
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
