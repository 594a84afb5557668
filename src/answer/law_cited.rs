//! The law that an answer follows.

use super::room::{Binding, PersonalRoom};
use super::verdict::Reason;
use super::warning::Warning;
use super::{Answer, room};
use crate::law::limits::Limit;
use crate::room::year_limits::{deferral_limit, governing};

use super::person::Person;

/// Sections, with the notice of each figure that was used, each once.
pub(super) fn cited(person: &Person<'_>, answer: &Answer) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut cite = |text: String| {
        if !found.contains(&text) {
            found.push(text);
        }
    };
    answer.reasons.iter().filter_map(of_reason).for_each(|text| cite(text.to_owned()));
    let mut limits: Vec<Limit> = Vec::new();
    if let Ok(room) = &answer.room {
        cite("IRC 415(c)(2)".to_owned());
        limits.push(Limit::AnnualAdditions);
        limits.extend(pay_limit(room));
    }
    limits.extend(person.plan.identity.plan_type.stated().copied().and_then(deferral_limit));
    if answer.deferral_limit.catch_up.amount().is_some_and(|amount| !amount.is_zero()) {
        limits.push(Limit::CatchUp);
    }
    answer.warnings.iter().flat_map(of_warning).for_each(|text| cite((*text).to_owned()));
    if answer.room.as_ref().is_ok_and(|room| room.binding == Binding::Pay) {
        cite("IRC 415(c)(1)(B)".to_owned());
    }
    if answer.highly_compensated.is_hce().is_some() {
        cite("IRC 414(q)(1)".to_owned());
    }
    for limit in limits {
        if let Ok(value) = governing(person.plan, person.law, limit) {
            cite(value.citation());
        }
    }
    if answer.taxes.is_some() {
        cite("IRC 72(e)(8)".to_owned());
        cite("Notice 2014-54".to_owned());
    }
    found
}

/// What a warning goes by; the limits that it names are cited with their notices.
fn of_warning(warning: &Warning) -> &'static [&'static str] {
    match warning {
        Warning::AcpRefund { .. } => &["IRC 401(m)(2)", "IRC 401(m)(6)"],
        Warning::ExcessDeferral { .. } => &["IRC 402(g)(2)", "26 CFR 1.402(g)-2"],
        Warning::OverAnnualAdditions { .. } => &["IRC 415(c)(1)"],
        Warning::CatchUpMustBeRoth { .. } | Warning::NoCatchUpWithoutRoth { .. } => &["IRC 414(v)(7)"],
        Warning::HiredInYear => &["IRC 415(c)(1)(B)"],
        Warning::OtherEmployerDeferrals { .. } => &["IRC 402(g)(1)"],
        Warning::ChequeWithheld { .. } => &["IRC 3405(c)(1)(B)"],
        Warning::FrontLoadingLosesMatch(_)
        | Warning::PerPayrollMatch { .. }
        | Warning::Suspension { .. }
        | Warning::NotPublished(_)
        | Warning::ConversionMinimum { .. }
        | Warning::ConversionFee { .. }
        | Warning::RareConversion { .. }
        | Warning::OnlyAfterMaxDeferrals { .. }
        | Warning::Spillover { .. }
        | Warning::EarningsTaxed { .. } => &[],
    }
}

fn pay_limit(room: &PersonalRoom) -> Option<Limit> {
    let by_formula = matches!(room.employer.matching_from, room::From::Formula(_));
    by_formula.then_some(Limit::Compensation)
}

fn of_reason(reason: &Reason) -> Option<&'static str> {
    use super::route::Route;
    match reason {
        Reason::AfterTaxAllowed { .. } | Reason::AfterTaxNotAllowed { .. } => Some("IRC 401(m)(3)"),
        Reason::RouteOpen { route: Route::InPlanRoth, .. } => Some("IRC 402A(c)(4)"),
        Reason::RouteOpen { .. } | Reason::NoRouteWhileEmployed { .. } => Some("IRC 402(c)(2)"),
        Reason::BarredAsHce { .. } | Reason::OnlyForHces { .. } => Some("IRC 414(q)"),
        Reason::NoRoomLeft { .. } => Some("IRC 415(c)(1)"),
        Reason::LimitNotPublished { figure } => Some(figure.limit.section()),
        Reason::TypeHoldsNoAfterTax { plan_type } => {
            use crate::plan::PlanType;
            match plan_type {
                PlanType::Governmental457b | PlanType::TaxExempt457b => Some("26 CFR 1.457-4(c)(1)"),
                PlanType::Simple401k => Some("IRC 401(k)(11)(B)(i)"),
                PlanType::Starter401k => Some("IRC 401(k)(16)(B)"),
                PlanType::Sep => Some("IRC 408(k)"),
                PlanType::SimpleIra => Some("IRC 408(p)(1)(B)"),
                PlanType::Traditional401k | PlanType::Solo401k | PlanType::Plan403b | PlanType::Plan401a => {
                    None
                }
            }
        }
        Reason::AfterTaxBarred { .. }
        | Reason::NotYet { .. }
        | Reason::NotEligible { .. }
        | Reason::NotBefore { .. }
        | Reason::Undecided { .. }
        | Reason::FactNeeded { .. } => None,
    }
}
