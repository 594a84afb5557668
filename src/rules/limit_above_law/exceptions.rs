//! What lets a figure be above the general limit. Where a plan does not say whether it has the exception, that is asked.

use crate::law::Law;
use crate::law::limits::Limit;
use crate::lower::Truth;
use crate::money::Usd;
use crate::plan::PlanType;
use crate::plan::employer::Entity;
use crate::room::stated_figures::{Figure, FigureKind};
use crate::rules::Facts;

/// What the catch-up after 15 years of service adds in one year at most (IRC 402(g)(7)(A)(i)).
const FIFTEEN_YEAR_CATCH_UP: i64 = 3_000;

/// Does something let this figure be above the general limit?
pub fn is_lawful(facts: &Facts<'_>, plan_type: PlanType, figure: &Figure<'_>) -> Truth {
    let plan = facts.plan;
    let up_to = |most: Usd| Truth::from(figure.amount <= most);
    let general = figure.most.amount;
    match figure.kind {
        FigureKind::Deferrals if plan_type == PlanType::Plan403b => {
            let most = general + Usd::dollars(FIFTEEN_YEAR_CATCH_UP);
            plan.deferrals.fifteen_year_catch_up.is_yes().and(up_to(most))
        }
        // The last three years' catch-up doubles the limit at most (IRC 457(b)(3)(A)).
        FigureKind::Deferrals if PlanType::ANY_457B.contains(&plan_type) => {
            plan.deferrals.final_three_year_catch_up.is_yes().and(up_to(general + general))
        }
        FigureKind::AnnualAdditions => includes_catch_up(facts, plan_type, figure),
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

/// Is it one figure for annual additions and for the plan's catch-up contributions?
fn includes_catch_up(facts: &Facts<'_>, plan_type: PlanType, figure: &Figure<'_>) -> Truth {
    let (plan, year) = (facts.plan, figure.most.year);
    let Some((own, higher)) = catch_up_amounts(facts.law, plan_type, year) else { return Truth::No };
    let with = |catch_up: Usd| Truth::from(figure.amount <= figure.most.amount + catch_up);
    // Without deferrals there is nothing to catch up on, unless the plan says otherwise.
    let silent_401a = plan_type == PlanType::Plan401a && !plan.limits.includes_catch_up.is_written();
    if silent_401a || plan.deferrals.catch_up.is_yes() == Truth::No {
        return Truth::No;
    }
    let fits = with(own).or(with(higher).and(plan.deferrals.super_catch_up.is_yes()));
    plan.limits.includes_catch_up.is_yes().and(fits)
}

/// The catch-up of a year from age 50, and the most that anyone has; `None` where the year has none.
pub fn catch_up_amounts(law: &Law, plan_type: PlanType, year: i16) -> Option<(Usd, Usd)> {
    let (own, higher): (&[Limit], Limit) = if plan_type == PlanType::Simple401k {
        (&[Limit::SimpleCatchUp, Limit::SimpleCatchUp110], Limit::SimpleSuperCatchUp)
    } else {
        (&[Limit::CatchUp], Limit::SuperCatchUp)
    };
    let amount = |limit| law.limit(limit, year).map(|value| value.amount);
    let own = own.iter().filter_map(|limit| amount(*limit)).max()?;
    Some((own, amount(higher).map_or(own, |higher| higher.max(own))))
}
