//! What goes wrong for people under plans like this one, as far as this plan and this person can meet it.

use super::{Obstacle, Situation, Standing, permits};
use crate::answer::warning::Warning;
use crate::money::Usd;
use crate::plan::PlanType;
use crate::plan::after_tax::Spillover;
use crate::plan::matching::MatchPeriod;
use crate::syntax::phrase::duration::Duration;
use crate::syntax::phrase::frequency::Automatic;
use crate::syntax::phrase::limit::Limit;
use crate::syntax::phrase::match_formula::MatchFormula;
use crate::syntax::phrase::nonelective::Nonelective;

/// One pitfall.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pitfall {
    /// After-tax contributions are not Roth contributions.
    NotRoth,
    /// Deferring early loses match, as it is computed by the payroll and not made up.
    MatchLost,
    /// Whether it is made up is not known.
    MatchMayBeLost,
    /// A failed ACP test sends money of highly compensated employees back.
    HceRefund,
    /// The same, where it is not known who is one.
    HceRefundPossible,
    /// Contributions stop after a withdrawal.
    Suspension {
        length: Duration,
    },
    /// One cap over deferrals and after-tax contributions.
    CombinedLimit,
    /// Spillover goes on only as the plan says, and next year begins with deferrals again.
    SpilloverEnds,
    /// All of pay is the limit.
    PayBinds,
    /// Employer money that comes late in the year uses up room.
    EmployerMoneyComesLate,
    /// Earnings leave with the contributions.
    ProRata,
    /// What is paid to the person has 20% withheld.
    Withholding,
    SixtyDays,
    /// Earnings grow taxable until the rollover.
    Waiting,
    /// The plan's Roth account and a Roth IRA count five years each.
    FiveYears,
    /// The taxable part of a rollover that is withdrawn early.
    Recapture,
    /// A rollover to Roth stands.
    NoUndo,
    Pre1987,
    RothCatchUp {
        wages: Usd,
    },
    Loan,
    MinimumDistribution,
}

impl Pitfall {
    pub fn citations(&self) -> &'static [&'static str] {
        match self {
            Pitfall::NotRoth => &["26 CFR 1.401(m)-1(a)(3)", "IRC 402A(b)(1)"],
            Pitfall::MatchLost
            | Pitfall::MatchMayBeLost
            | Pitfall::Suspension { .. }
            | Pitfall::CombinedLimit
            | Pitfall::SpilloverEnds => &[],
            Pitfall::HceRefund | Pitfall::HceRefundPossible => &["IRC 401(m)(2)", "IRC 401(m)(6)"],
            Pitfall::PayBinds => &["IRC 415(c)(1)(B)"],
            Pitfall::EmployerMoneyComesLate => &["IRC 415(c)(2)"],
            Pitfall::ProRata => &["IRC 72(e)(8)", "Notice 2014-54"],
            Pitfall::Withholding => &["IRC 3405(c)", "IRC 72(t)"],
            Pitfall::SixtyDays => &["IRC 402(c)(3)"],
            Pitfall::Waiting => &["IRC 402A(c)(4)", "IRC 72(e)(8)"],
            Pitfall::FiveYears => &["IRC 402A(d)(2)(B)", "IRC 408A(d)(2)(B)"],
            Pitfall::Recapture => &["IRC 402A(c)(4)(D)", "IRC 408A(d)(3)(F)"],
            Pitfall::NoUndo => &["Notice 2010-84", "IRC 408A(d)(6)(B)(iii)"],
            Pitfall::Pre1987 => &["IRC 72(e)(8)(D)"],
            Pitfall::RothCatchUp { .. } => &["IRC 414(v)(7)"],
            Pitfall::Loan => &["IRC 72(p)"],
            Pitfall::MinimumDistribution => &["IRC 401(a)(9)", "IRC 402(c)(4)(B)"],
        }
    }
}

impl Pitfall {
    /// Does a warning say the same with figures?
    pub fn is_said_by(&self, warning: &Warning) -> bool {
        match warning {
            Warning::AcpRefund { .. } => matches!(self, Pitfall::HceRefund | Pitfall::HceRefundPossible),
            Warning::FrontLoadingLosesMatch(_) | Warning::PerPayrollMatch { .. } => {
                matches!(self, Pitfall::MatchLost | Pitfall::MatchMayBeLost)
            }
            Warning::CatchUpMustBeRoth { .. } | Warning::NoCatchUpWithoutRoth { .. } => {
                matches!(self, Pitfall::RothCatchUp { .. })
            }
            Warning::Suspension { .. } => matches!(self, Pitfall::Suspension { .. }),
            Warning::Spillover { .. } => matches!(self, Pitfall::SpilloverEnds),
            Warning::RareConversion { .. } => matches!(self, Pitfall::Waiting),
            Warning::ExcessDeferral { .. }
            | Warning::OverAnnualAdditions { .. }
            | Warning::HiredInYear
            | Warning::NotPublished(_)
            | Warning::OtherEmployerDeferrals { .. }
            | Warning::ConversionMinimum { .. }
            | Warning::ConversionFee { .. }
            | Warning::OnlyAfterMaxDeferrals { .. }
            // The pitfall says more: the 10% addition.
            | Warning::ChequeWithheld { .. }
            | Warning::EarningsTaxed { .. } => false,
        }
    }
}

/// The pitfalls of a situation; none where there is no way to go.
pub fn pitfalls(situation: &Situation<'_>) -> Vec<Pitfall> {
    if situation.after_tax == Standing::No {
        return Vec::new();
    }
    let mut pitfalls = vec![Pitfall::NotRoth];
    of_contributions(situation, &mut pitfalls);
    of_rollovers(situation, &mut pitfalls);
    of_the_person(situation, &mut pitfalls);
    pitfalls
}

fn of_contributions(situation: &Situation<'_>, pitfalls: &mut Vec<Pitfall>) {
    let plan = situation.plan;
    pitfalls.extend(match_lost(situation));
    let is_tested = is_tested(situation);
    match situation.hce {
        Standing::Yes if is_tested => pitfalls.push(Pitfall::HceRefund),
        Standing::Unknown if is_tested => pitfalls.push(Pitfall::HceRefundPossible),
        Standing::Yes | Standing::No | Standing::Unknown => {}
    }
    if situation.pay_binds == Standing::Yes {
        pitfalls.push(Pitfall::PayBinds);
    }
    if plan.nonelective.formula.stated().is_some_and(|formula| *formula != Nonelective::None) {
        pitfalls.push(Pitfall::EmployerMoneyComesLate);
    }
    if plan.deferrals.combined_limit.stated().is_some_and(|cap| *cap != Limit::None) {
        pitfalls.push(Pitfall::CombinedLimit);
    }
    match plan.after_tax.spillover.stated() {
        Some(Spillover::OptIn | Spillover::Automatic) => pitfalls.push(Pitfall::SpilloverEnds),
        Some(Spillover::None) | None => {}
    }
    let suspension = plan.after_tax.suspension_after_withdrawal.stated();
    if let Some(length) = suspension.filter(|length| !length.is_zero()) {
        pitfalls.push(Pitfall::Suspension { length: *length });
    }
}

/// Can deferring early lose match? Only where a match is not computed over the year.
fn match_lost(situation: &Situation<'_>) -> Option<Pitfall> {
    let matching = &situation.plan.matching;
    matching.formula.stated().filter(|formula| **formula != MatchFormula::None)?;
    match (matching.period.stated(), permits(&matching.true_up)) {
        (Some(MatchPeriod::PlanYear), _) | (_, Some(true)) => None,
        (Some(MatchPeriod::Payroll | MatchPeriod::Month | MatchPeriod::Quarter), Some(false)) => {
            Some(Pitfall::MatchLost)
        }
        (Some(MatchPeriod::Payroll | MatchPeriod::Month | MatchPeriod::Quarter) | None, _) => {
            Some(Pitfall::MatchMayBeLost)
        }
    }
}

/// Does the ACP test take in this plan's after-tax money? Not that of governmental plans (IRC 401(a)(5)(G)); an owner
/// without employees has nobody to be compared with.
fn is_tested(situation: &Situation<'_>) -> bool {
    let plan = situation.plan;
    let governmental =
        plan.employer.entity.stated().and_then(|entity| entity.is_governmental()) == Some(true);
    let solo = matches!(plan.identity.plan_type.stated(), Some(PlanType::Solo401k));
    !governmental && !solo
}

fn of_rollovers(situation: &Situation<'_>, pitfalls: &mut Vec<Pitfall>) {
    let plan = situation.plan;
    pitfalls.push(Pitfall::ProRata);
    let immediate = matches!(plan.in_plan_roth.automatic.stated(), Some(Automatic::Every(_)));
    if !immediate {
        pitfalls.push(Pitfall::Waiting);
    }
    if situation.roth_ira.may_be() || situation.obstacle == Obstacle::Plan {
        pitfalls.extend([Pitfall::Withholding, Pitfall::SixtyDays]);
    }
    pitfalls.extend([Pitfall::FiveYears, Pitfall::Recapture, Pitfall::NoUndo]);
    if permits(&plan.after_tax.pre_1987) == Some(true) {
        pitfalls.push(Pitfall::Pre1987);
    }
    if permits(&plan.loans.allowed) == Some(true) && situation.in_plan_roth.may_be() {
        pitfalls.push(Pitfall::Loan);
    }
}

fn of_the_person(situation: &Situation<'_>, pitfalls: &mut Vec<Pitfall>) {
    let wages = situation.law.limit(crate::law::limits::Limit::RothCatchUpWages, situation.year);
    if let Some(wages) = wages.filter(|_| situation.roth_catch_up == Standing::Yes) {
        pitfalls.push(Pitfall::RothCatchUp { wages: wages.amount });
    }
    // Other ages held before 2023.
    let is_of_age = situation.age.is_some_and(|age| age >= AGE_OF_MINIMUM_DISTRIBUTIONS);
    if is_of_age && situation.year >= 2023 {
        pitfalls.push(Pitfall::MinimumDistribution);
    }
}

/// IRC 401(a)(9)(C)(v)(I). Who still works for the sponsor may have to take none; the wording says so.
const AGE_OF_MINIMUM_DISTRIBUTIONS: u32 = 73;
