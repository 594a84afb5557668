//! Which message says a reason, a warning, an assumption, a standing; and an election as its spec has it.

use crate::answer::Answer;
use crate::answer::assumption::Assumption;
use crate::answer::ground::{Ground, Question};
use crate::answer::highly_compensated::HceStanding;
use crate::answer::route::Route;
use crate::answer::verdict::{Reason, Verdict};
use crate::answer::warning::Warning;
use crate::render::language::answer::Told;
use crate::render::language::taxes::Aside;
use crate::render::language::terms::{self, Term};
use crate::render::language::{Language, facts, questions, text};
use crate::render::safe;

/// The verdict in a sentence.
pub fn verdict(answer: &Answer) -> Told {
    let year = answer.year.begins_in();
    match answer.verdict {
        Verdict::Yes => Told::VerdictYes { year },
        Verdict::No => Told::VerdictNo { year },
        Verdict::Unknown => Told::VerdictUnknown { year },
    }
}

/// A reason in a sentence.
pub fn reason(language: Language, reason: &Reason) -> String {
    let told = match reason {
        Reason::AfterTaxAllowed { .. } => Told::AfterTaxAllowed,
        Reason::RouteOpen { route: way, .. } => Told::RouteOpen { route: route(*way) },
        Reason::TypeHoldsNoAfterTax { plan_type } => {
            Told::TypeHoldsNoAfterTax { plan_type: plan_type.to_string() }
        }
        Reason::AfterTaxNotAllowed { .. } => Told::AfterTaxNotAllowed,
        Reason::AfterTaxBarred { .. } => Told::AfterTaxBarred,
        Reason::NoRouteWhileEmployed { .. } => Told::NoRouteWhileEmployed,
        Reason::NotYet { condition, from: None, .. } => {
            Told::NotYet { condition: terms::condition(condition) }
        }
        Reason::NotYet { condition, from: Some(from), .. } => {
            Told::NotYetUntil { condition: terms::condition(condition), from: *from }
        }
        Reason::BarredAsHce { .. } => Told::BarredAsHce,
        Reason::OnlyForHces { .. } => Told::OnlyForHces,
        Reason::NotEligible { from: None, .. } => Told::NotEligible,
        Reason::NotEligible { from: Some(from), .. } => Told::NotEligibleUntil { from: *from },
        Reason::NoRoomLeft { .. } => Told::NoRoomLeft,
        Reason::LimitNotPublished { figure } => {
            Told::NoRoomNotPublished { section: figure.limit.section().to_owned(), year: figure.year }
        }
        Reason::NotBefore { date } => Told::NotBefore { date: *date },
        Reason::Undecided { .. } => Told::Undecided,
        Reason::FactNeeded { fact, .. } => Told::FactNeeded { fact: text(language, &facts::label(*fact)) },
    };
    text(language, &told)
}

/// The elections that a reason stands on.
pub fn grounds_of(reason: &Reason) -> Vec<&Ground> {
    match reason {
        Reason::AfterTaxAllowed { ground }
        | Reason::RouteOpen { ground, .. }
        | Reason::AfterTaxNotAllowed { ground }
        | Reason::AfterTaxBarred { ground }
        | Reason::NotYet { ground, .. }
        | Reason::BarredAsHce { ground }
        | Reason::OnlyForHces { ground }
        | Reason::NotEligible { ground, .. } => vec![ground],
        Reason::NoRouteWhileEmployed { grounds } | Reason::Undecided { grounds } => grounds.iter().collect(),
        Reason::FactNeeded { ground, .. } => ground.iter().collect(),
        Reason::TypeHoldsNoAfterTax { .. }
        | Reason::NoRoomLeft { .. }
        | Reason::LimitNotPublished { .. }
        | Reason::NotBefore { .. } => Vec::new(),
    }
}

/// A warning in a sentence.
pub fn warning(language: Language, warning: &Warning) -> String {
    let told = match warning {
        Warning::AcpRefund { is_hce: Some(true), up_to: None } => Aside::AcpRefund,
        Warning::AcpRefund { is_hce: Some(true), up_to: Some(up_to) } => {
            Aside::AcpRefundUpTo { up_to: *up_to }
        }
        Warning::AcpRefund { is_hce: Some(false) | None, .. } => Aside::AcpRefundIf,
        Warning::FrontLoadingLosesMatch(front) => {
            return text(language, &super::sheet::front_loading(front));
        }
        Warning::PerPayrollMatch { .. } => Aside::PerPayrollMatch,
        Warning::ExcessDeferral { amount } => Aside::ExcessDeferral { amount: *amount },
        Warning::OverAnnualAdditions { amount } => Aside::OverAdditions { amount: *amount },
        Warning::CatchUpMustBeRoth { wages_limit } => Aside::CatchUpMustBeRoth { wages_limit: *wages_limit },
        Warning::NoCatchUpWithoutRoth { wages_limit } => {
            Aside::NoCatchUpWithoutRoth { wages_limit: *wages_limit }
        }
        Warning::Suspension { length, .. } => Aside::Suspension { length: terms::duration(*length) },
        Warning::HiredInYear => Aside::HiredInYear,
        Warning::NotPublished(figure) => {
            Aside::NotPublished { section: figure.limit.section().to_owned(), year: figure.year }
        }
        Warning::OtherEmployerDeferrals { used, left } => {
            Aside::OtherEmployerDeferrals { used: *used, left: *left }
        }
        Warning::ConversionMinimum { amount, .. } => Aside::ConversionMinimum { amount: *amount },
        Warning::ConversionFee { amount, .. } => Aside::ConversionFee { amount: *amount },
        Warning::RareConversion { per_year, .. } => Aside::RareConversion { times: *per_year },
        Warning::OnlyAfterMaxDeferrals { .. } => Aside::OnlyAfterMaxDeferrals,
        Warning::Spillover { .. } => Aside::Spillover,
        Warning::ChequeWithheld { withheld } => Aside::ChequeWithheld { withheld: *withheld },
        Warning::EarningsTaxed { earnings, rate } => {
            Aside::EarningsTaxed { earnings: *earnings, rate: *rate }
        }
    };
    text(language, &told)
}

/// The election that a warning stands on.
pub fn ground_of(warning: &Warning) -> Option<&Ground> {
    match warning {
        Warning::PerPayrollMatch { ground }
        | Warning::Suspension { ground, .. }
        | Warning::ConversionMinimum { ground, .. }
        | Warning::ConversionFee { ground, .. }
        | Warning::RareConversion { ground, .. }
        | Warning::OnlyAfterMaxDeferrals { ground }
        | Warning::Spillover { ground } => Some(ground),
        Warning::AcpRefund { .. }
        | Warning::FrontLoadingLosesMatch(_)
        | Warning::ExcessDeferral { .. }
        | Warning::OverAnnualAdditions { .. }
        | Warning::CatchUpMustBeRoth { .. }
        | Warning::NoCatchUpWithoutRoth { .. }
        | Warning::HiredInYear
        | Warning::NotPublished(_)
        | Warning::OtherEmployerDeferrals { .. }
        | Warning::ChequeWithheld { .. }
        | Warning::EarningsTaxed { .. } => None,
    }
}

/// What is taken for granted, in a sentence.
pub fn assumption(language: Language, assumption: &Assumption) -> Aside {
    match assumption {
        Assumption::DefersTheLimit { amount } => Aside::DefersTheLimit { amount: *amount },
        Assumption::PayAtLeast { amount } => Aside::PayAtLeast { amount: *amount },
        Assumption::SpreadEvenly => Aside::SpreadEvenly,
        Assumption::LongestService { .. } => Aside::LongestService,
        Assumption::MatchConditionsMet { .. } => Aside::MatchConditionsMet,
        Assumption::DiscretionaryAtMost { .. } => Aside::DiscretionaryAtMost,
        Assumption::TakenAsNone { path } => {
            let asked = Question::of(path).map(|asked| questions::question(language, &asked));
            Aside::TakenAsNone { question: asked.unwrap_or_else(|| path.to_string()) }
        }
        Assumption::NoCatchUp => Aside::NoCatchUp,
        Assumption::Eligible { .. } => Aside::Eligible,
        Assumption::NoRelatedPlans => Aside::NoRelatedPlans,
        Assumption::NoOtherEmployers => Aside::NoOtherEmployers,
        Assumption::HigherCatchUp { .. } => Aside::HigherCatchUp,
        Assumption::HeldToHceLimit => Aside::HeldToHceLimit,
        Assumption::NotAnOwner => Aside::NotAnOwner,
        Assumption::PayPeriods { periods } => Aside::PayPeriods { periods: *periods },
        Assumption::WholeYearOfPaychecks { periods } => Aside::WholeYearOfPaychecks { periods: *periods },
    }
}

/// Who is highly compensated, in a sentence; nothing where it does not matter.
pub fn standing(standing: &HceStanding) -> Option<Told> {
    Some(match standing {
        HceStanding::ByPay { threshold } => Told::HceByPay { threshold: *threshold },
        HceStanding::ByOwnership { share } => Told::HceByOwnership { share: *share },
        HceStanding::No { threshold } => Told::HceNo { threshold: *threshold },
        HceStanding::NewHire => Told::HceNewHire,
        HceStanding::TopPaidGroupUnknown { threshold } => Told::HceTopPaid { threshold: *threshold },
        HceStanding::OutsideTopPaidGroup { threshold } => Told::HceOutsideTopPaid { threshold: *threshold },
        HceStanding::StatedHce => Told::HceStated,
        HceStanding::StatedNot => Told::HceStatedNot,
        HceStanding::Unknown { .. } => Told::HceUnknown,
        HceStanding::NotTested => return None,
    })
}

/// `after-tax.allowed: yes, §4.6`.
pub fn ground(ground: &Ground) -> String {
    let mut shown = ground.path.to_string();
    if let Some(value) = &ground.value {
        shown = format!("{shown}: {value}");
    }
    if let Some(source) = &ground.source {
        shown = format!("{shown}, {source}");
    }
    safe::line(&shown).into_owned()
}

fn route(route: Route) -> Term {
    match route {
        Route::InPlanRoth => Term::InPlanRoth,
        Route::RothIra => Term::RothIra,
        Route::AfterLeaving => Term::AfterLeaving,
    }
}
