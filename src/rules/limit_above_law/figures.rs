//! The stated figures that the rules on limits judge, with what keeps them from judging a plan in full.

use crate::law::Law;
use crate::lower::{Election, Given, Missing, Spanned};
use crate::plan::{Plan, PlanType};
use crate::room::stated_figures::{FigureKind, StatedFigures, stated_figures};
use crate::room::year_limits::counts_annual_additions;
use crate::syntax::phrase::limit::{CodeSection, StatedLimit};

/// The figures of a plan. A reference to a section that does not hold the limit leaves the limit open.
pub fn figures<'l>(plan: &Plan, law: &'l Law, plan_type: PlanType) -> Result<StatedFigures<'l>, Missing> {
    // The limit on deferrals to a SIMPLE 401(k) is judged by `simple-401k-with-after-tax`, which knows its two levels.
    let mut stated = if plan_type == PlanType::Simple401k {
        stated_figures(&without_deferral_limit(plan), law)?
    } else {
        stated_figures(plan, law)?
    };
    // The threshold for highly compensated employees is judged by `hce-threshold-wrong-year`, which knows both of its years.
    stated.figures.retain(|figure| figure.kind != FigureKind::HcePay);
    let mut wrong = Vec::new();
    if plan_type != PlanType::Simple401k {
        wrong.extend(reference_elsewhere(&plan.deferrals.limit, of_deferrals(plan_type)));
    }
    if counts_annual_additions(plan_type) {
        wrong.extend(reference_elsewhere(&plan.limits.annual_additions, &[CodeSection::AnnualAdditions]));
        for cap in [&plan.compensation.cap, &plan.limits.compensation] {
            wrong.extend(reference_elsewhere(cap, &[CodeSection::Compensation]));
        }
    }
    for missing in wrong {
        stated.missing = Some(stated.missing.unwrap_or_default().and(missing));
    }
    Ok(stated)
}

fn without_deferral_limit(plan: &Plan) -> Plan {
    let mut plan = plan.clone();
    let limit = &mut plan.deferrals.limit;
    limit.given = Given::Value(Spanned { value: StatedLimit::None, span: limit.span() });
    plan
}

/// The sections that limit deferrals to this type of plan; none where it takes none.
fn of_deferrals(plan_type: PlanType) -> &'static [CodeSection] {
    match plan_type {
        PlanType::Traditional401k | PlanType::Solo401k | PlanType::Plan403b => {
            &[CodeSection::ElectiveDeferrals]
        }
        PlanType::Simple401k | PlanType::SimpleIra => &[CodeSection::SimpleDeferrals],
        PlanType::Starter401k => &[CodeSection::StarterDeferrals],
        // The amount of 457(e)(15) is that of 402(g)(1), and indexed alike.
        PlanType::Governmental457b | PlanType::TaxExempt457b => {
            &[CodeSection::DeferredCompensation, CodeSection::ElectiveDeferrals]
        }
        PlanType::Plan401a | PlanType::Sep => &[],
    }
}

/// What is missing where an election refers to a section, and to none of these.
fn reference_elsewhere(election: &Election<StatedLimit>, sections: &[CodeSection]) -> Option<Missing> {
    match election.stated()? {
        StatedLimit::AsAdjusted(section) if !sections.is_empty() && !sections.contains(section) => {
            Some(Missing { elections: vec![election.path.clone()] })
        }
        StatedLimit::AsAdjusted(_) | StatedLimit::Dollars(_) | StatedLimit::None => None,
    }
}
