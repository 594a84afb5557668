//! The limits of the plan's year, in cents. Whoever needs one that is not published learns which.

use crate::law::Law;
use crate::law::limits::Limit;
use crate::money::exact::Cents;
use crate::nondiscrimination::hce::look_back::{LookBack, PayYear};
use crate::plan::{Plan, PlanType};
use crate::room::year_limits::{deferral_limit, governing_year};
use crate::testing::unanswered::Unanswered;

/// A figure, or the limit and year that have none.
pub type Figure = Result<Cents, (Limit, i16)>;

/// The figures that govern one plan year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearLimits {
    /// 402(g), or what stands in its place for the type of plan; `None` where the plan takes no deferrals.
    pub elective_deferral: Option<(Limit, Figure)>,
    /// What a SIMPLE plan may take above its limit and catch-up limit at the 110% level (IRC 408(p)(2)(E)(i)(I)-(II)).
    pub simple_110_more: Cents,
    pub catch_up: Figure,
    pub catch_up_60_to_63: Figure,
    /// 414(v)(7): only from 2026.
    pub roth_catch_up_wages: Figure,
    /// 401(a)(17), cut for a short plan year (26 CFR 1.401(a)(17)-1(b)(3)(iii)).
    pub compensation: Figure,
    /// The dollar part of 415(c), cut for a short limitation year (26 CFR 1.415(j)-1(d)).
    pub annual_additions: Figure,
    /// 414(q)(1)(B), of the look-back year.
    pub hce_pay: Figure,
    /// Of the plan year before: a key employee is one of the plan year with the determination date (IRC 416(i)(1)(A),
    /// (g)(4)(C)).
    pub key_officer_pay: Figure,
    pub key_owner_pay: Figure,
}

impl YearLimits {
    pub(super) fn of(plan: &Plan, law: &Law) -> Self {
        let of = |limit: Limit, year: i16| {
            let value = law.limit(limit, year).and_then(|value| value.amount.to_cents());
            value.map(Cents).ok_or((limit, year))
        };
        let governing = |limit: Limit| of(limit, governing_year(plan, limit));
        let months = months(plan);
        let shortened = |figure: Figure| figure.map(|amount| amount.for_months(months));
        let elective = plan.identity.plan_type.stated().copied().and_then(deferral_limit);
        let [catch_up, catch_up_60_to_63] = catch_up_limits(plan.identity.plan_type.stated().copied());
        let look_back = LookBack::of(plan.year.first_day(), PayYear::LookBackYear);
        let threshold_year =
            look_back.map_or(plan.year.begins_in() - 1, |look_back| look_back.threshold_year);
        Self {
            elective_deferral: elective.map(|limit| (limit, governing(limit))),
            simple_110_more: match elective {
                Some(Limit::SimpleDeferral) => more_at_110(&governing),
                Some(_) | None => Cents::ZERO,
            },
            catch_up: governing(catch_up),
            catch_up_60_to_63: governing(catch_up_60_to_63).or_else(|_| governing(catch_up)),
            roth_catch_up_wages: governing(Limit::RothCatchUpWages),
            compensation: shortened(governing(Limit::Compensation)),
            annual_additions: shortened(governing(Limit::AnnualAdditions)),
            hce_pay: of(Limit::HcePay, threshold_year),
            key_officer_pay: of(Limit::KeyEmployeeOfficerPay, plan.year.ends_in() - 1),
            key_owner_pay: of(Limit::KeyEmployeeOwnerPay, plan.year.ends_in() - 1),
        }
    }
}

/// What is missing where a figure is.
pub fn unpublished((limit, year): (Limit, i16)) -> Unanswered {
    Unanswered::limit(limit, year)
}

fn more_at_110(figure: &dyn Fn(Limit) -> Figure) -> Cents {
    let more = |higher: Limit, usual: Limit| match (figure(higher), figure(usual)) {
        (Ok(higher), Ok(usual)) => higher.less(usual),
        (Ok(_) | Err(_), _) => Cents::ZERO,
    };
    more(Limit::SimpleDeferral110, Limit::SimpleDeferral)
        + more(Limit::SimpleCatchUp110, Limit::SimpleCatchUp)
}

/// Whole months of the plan year: a part of a month counts as one.
fn months(plan: &Plan) -> u32 {
    let (first, last) = (plan.year.first_day(), plan.year.last_day());
    let years = i32::from(last.year()) - i32::from(first.year());
    let months = years * 12 + i32::from(last.month()) - i32::from(first.month());
    let begun = i32::from(last.day() >= first.day());
    u32::try_from(months + begun).unwrap_or(12).clamp(1, 12)
}

fn catch_up_limits(plan_type: Option<PlanType>) -> [Limit; 2] {
    match plan_type {
        Some(PlanType::Simple401k | PlanType::SimpleIra) => [Limit::SimpleCatchUp, Limit::SimpleSuperCatchUp],
        Some(PlanType::Starter401k) => [Limit::StarterCatchUp, Limit::StarterCatchUp],
        Some(
            PlanType::Traditional401k
            | PlanType::Solo401k
            | PlanType::Plan403b
            | PlanType::Plan401a
            | PlanType::Governmental457b
            | PlanType::TaxExempt457b
            | PlanType::Sep,
        )
        | None => [Limit::CatchUp, Limit::SuperCatchUp],
    }
}
