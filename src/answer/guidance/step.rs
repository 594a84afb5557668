//! The steps that lead from a paycheck to a Roth account under this plan, in order.

use super::{Obstacle, Situation, Standing, permits};
use crate::answer::warning::Warning;
use crate::money::Usd;
use crate::plan::after_tax::{Payment, Spillover};
use crate::plan::in_plan_roth::Consent;
use crate::room::routes;
use crate::syntax::phrase::condition::Condition;
use crate::syntax::phrase::frequency::{Automatic, Frequency};

/// One step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// The administrator answers the open questions before anything is elected.
    AskFirst,
    /// Deferrals have to reach their limit before after-tax contributions are taken.
    DeferInFull,
    /// Elect after-tax contributions, which the plan may call something else.
    Enroll {
        called: Option<String>,
    },
    /// Deferrals turn into after-tax contributions by themselves at the limit.
    SpilloverIsAutomatic,
    /// They do so for those who choose it.
    ChooseSpillover,
    /// Set the amount of each paycheck.
    Amount {
        per_paycheck: Usd,
        remaining: Usd,
    },
    /// The whole year's amount is known, the paychecks are not.
    AmountOfYear {
        remaining: Usd,
    },
    /// Work the amount out once pay and contributions are known.
    AmountUnknown,
    /// The plan takes cheques too.
    ByCheque,
    /// Elect that money is rolled over by itself.
    ElectAutomaticRollover {
        every: Frequency,
    },
    /// It is, unless the participant opts out.
    KeepAutomaticRollover {
        every: Frequency,
    },
    /// Ask for a rollover within the plan.
    AskForRollover {
        frequency: Option<Frequency>,
    },
    /// The least amount of one rollover.
    RolloverMinimum {
        minimum: Usd,
    },
    /// What each rollover costs.
    RolloverFee {
        fee: Usd,
    },
    /// Withdrawals, or rollovers of withdrawable money, wait for something.
    WaitUntil {
        condition: Condition,
    },
    /// A withdrawal is another way, beside a rollover within the plan.
    OrWithdraw,
    /// Ask for a withdrawal, paid by direct rollover.
    Withdraw {
        frequency: Option<Frequency>,
    },
    /// The least amount of one withdrawal.
    WithdrawalMinimum {
        minimum: Usd,
    },
    /// Whether the plan pays to two places is not told.
    AskTwoPlaces,
    /// Direct the two parts of one withdrawal to two places.
    SplitRollover,
    /// The plan pays to one place only.
    OneDestination,
    /// Have money ready for the tax on earnings: an in-plan rollover withholds none.
    TaxMoney,
    KeepRecords,
    /// The form of an in-plan rollover.
    CheckInPlanForm,
    /// The form of a direct rollover to IRAs.
    CheckRolloverForm,
    /// On the tax return of this year, whose lines have changed over time.
    Report {
        year: i16,
    },
    NextYear,
    /// Ask the sponsor to allow it: the law does.
    AskSponsor,
    /// After-tax money is taken already; ask the sponsor for a way to Roth.
    AskSponsorForRoute,
    /// After-tax money can be rolled over on leaving.
    RollOverOnLeaving,
}

impl Step {
    /// The law that the step follows; empty for what is practice only.
    pub fn citations(&self) -> &'static [&'static str] {
        match self {
            Step::AskFirst
            | Step::DeferInFull
            | Step::SpilloverIsAutomatic
            | Step::ChooseSpillover
            | Step::ByCheque
            | Step::RolloverMinimum { .. }
            | Step::RolloverFee { .. }
            | Step::WithdrawalMinimum { .. }
            | Step::WaitUntil { .. }
            | Step::KeepRecords
            | Step::OrWithdraw
            | Step::AmountUnknown => &[],
            Step::Enroll { .. } => &["26 CFR 1.401(m)-1(a)(3)"],
            Step::Amount { .. } | Step::AmountOfYear { .. } | Step::NextYear => &["IRC 415(c)"],
            Step::ElectAutomaticRollover { .. }
            | Step::KeepAutomaticRollover { .. }
            | Step::AskForRollover { .. } => &["IRC 402A(c)(4)"],
            Step::Withdraw { .. } => &["IRC 402(c)", "IRC 401(a)(31)"],
            Step::AskTwoPlaces => &["26 CFR 1.401(a)(31)-1, A-10"],
            Step::SplitRollover => &["Notice 2014-54"],
            Step::OneDestination => &["IRC 72(e)(8)", "IRC 408A(d)(3)"],
            Step::TaxMoney => &["Notice 2010-84"],
            Step::CheckInPlanForm => &["Notice 2010-84", "IRC 6047(d)"],
            Step::CheckRolloverForm => &["Notice 2014-54", "IRC 6047(d)"],
            Step::Report { .. } => &["IRC 402(c)", "IRC 402A(c)(4)"],
            Step::AskSponsor => &["IRC 401(m)", "IRC 402A(c)(4)"],
            Step::AskSponsorForRoute => &["IRC 402A(c)(4)", "Notice 2014-54"],
            Step::RollOverOnLeaving => &["IRC 402(c)", "Notice 2014-54"],
        }
    }
}

impl Step {
    /// Does a warning say the same?
    pub fn is_said_by(&self, warning: &Warning) -> bool {
        match self {
            Step::RolloverMinimum { .. } => matches!(warning, Warning::ConversionMinimum { .. }),
            Step::RolloverFee { .. } => matches!(warning, Warning::ConversionFee { .. }),
            Step::AskFirst
            | Step::DeferInFull
            | Step::Enroll { .. }
            | Step::SpilloverIsAutomatic
            | Step::ChooseSpillover
            | Step::Amount { .. }
            | Step::AmountOfYear { .. }
            | Step::AmountUnknown
            | Step::ByCheque
            | Step::ElectAutomaticRollover { .. }
            | Step::KeepAutomaticRollover { .. }
            | Step::AskForRollover { .. }
            | Step::WaitUntil { .. }
            | Step::OrWithdraw
            | Step::Withdraw { .. }
            | Step::WithdrawalMinimum { .. }
            | Step::AskTwoPlaces
            | Step::SplitRollover
            | Step::OneDestination
            | Step::TaxMoney
            | Step::KeepRecords
            | Step::CheckInPlanForm
            | Step::CheckRolloverForm
            | Step::Report { .. }
            | Step::NextYear
            | Step::AskSponsor
            | Step::AskSponsorForRoute
            | Step::RollOverOnLeaving => false,
        }
    }
}

/// The steps of a situation.
pub fn steps(situation: &Situation<'_>) -> Vec<Step> {
    match situation.obstacle {
        Obstacle::Law | Obstacle::Person => Vec::new(),
        Obstacle::Plan => without_a_way(situation),
        Obstacle::Unknown => {
            let mut steps = vec![Step::AskFirst];
            contribute(situation, &mut steps);
            convert(situation, &mut steps);
            steps
        }
        Obstacle::None | Obstacle::Time => {
            let mut steps = Vec::new();
            contribute(situation, &mut steps);
            convert(situation, &mut steps);
            steps
        }
        Obstacle::NoRoom => {
            let mut steps = Vec::new();
            convert(situation, &mut steps);
            steps
        }
    }
}

fn without_a_way(situation: &Situation<'_>) -> Vec<Step> {
    match situation.after_tax {
        Standing::Yes => vec![Step::AskSponsorForRoute, Step::RollOverOnLeaving],
        Standing::No | Standing::Unknown => vec![Step::AskSponsor],
    }
}

fn convert(situation: &Situation<'_>, steps: &mut Vec<Step>) {
    let (in_plan, out) = ways(situation);
    if in_plan {
        roll_over_in_plan(situation, steps);
    }
    if in_plan && out {
        steps.push(Step::OrWithdraw);
    }
    if out {
        withdraw(situation, steps);
    }
    steps.push(Step::KeepRecords);
    if in_plan {
        steps.push(Step::CheckInPlanForm);
    }
    if out {
        steps.push(Step::CheckRolloverForm);
    }
    steps.extend([Step::Report { year: situation.year }, Step::NextYear]);
}

/// The ways to Roth that steps are told for, within the plan and out of it: those that are certain, else those that may be.
fn ways(situation: &Situation<'_>) -> (bool, bool) {
    let ways = [situation.in_plan_roth, situation.roth_ira];
    let is_certain = ways.contains(&Standing::Yes);
    let [in_plan, out] = ways.map(|way| if is_certain { way == Standing::Yes } else { way.may_be() });
    (in_plan, out)
}

fn contribute(situation: &Situation<'_>, steps: &mut Vec<Step>) {
    let after_tax = &situation.plan.after_tax;
    if permits(&after_tax.requires_max_deferrals) == Some(true) {
        steps.push(Step::DeferInFull);
    }
    let called = after_tax.called.stated().map(|called| called.0.clone());
    match after_tax.spillover.stated() {
        Some(Spillover::Automatic) => steps.push(Step::SpilloverIsAutomatic),
        Some(Spillover::OptIn) => steps.extend([Step::Enroll { called }, Step::ChooseSpillover]),
        Some(Spillover::None) | None => steps.push(Step::Enroll { called }),
    }
    steps.push(match (situation.per_paycheck, situation.remaining) {
        (Some(per_paycheck), Some(remaining)) => Step::Amount { per_paycheck, remaining },
        (None, Some(remaining)) => Step::AmountOfYear { remaining },
        (_, None) => Step::AmountUnknown,
    });
    let takes_cheques = |payment: &Payment| matches!(payment, Payment::Cheque);
    if after_tax.payment.stated().is_some_and(|payments| payments.0.iter().any(takes_cheques)) {
        steps.push(Step::ByCheque);
    }
}

fn roll_over_in_plan(situation: &Situation<'_>, steps: &mut Vec<Step>) {
    let rollover = &situation.plan.in_plan_roth;
    let needs_withdrawable = !routes::any_amount(situation.plan, situation.law).is_yes();
    if let Some(condition) = routes::gate(situation.plan).filter(|_| needs_withdrawable) {
        steps.push(Step::WaitUntil { condition: condition.clone() });
    }
    match (rollover.automatic.stated(), rollover.election.stated()) {
        (Some(Automatic::Every(every)), Some(Consent::OptOut | Consent::None)) => {
            steps.push(Step::KeepAutomaticRollover { every: *every });
        }
        (Some(Automatic::Every(every)), Some(Consent::ByElection) | None) => {
            steps.push(Step::ElectAutomaticRollover { every: *every });
        }
        (Some(Automatic::None) | None, _) => {
            steps.push(Step::AskForRollover { frequency: rollover.frequency.stated().copied() });
        }
    }
    if let Some(minimum) = rollover.minimum.stated().filter(|minimum| !minimum.is_zero()) {
        steps.push(Step::RolloverMinimum { minimum: *minimum });
    }
    if let Some(fee) = rollover.fee.stated().filter(|fee| !fee.is_zero()) {
        steps.push(Step::RolloverFee { fee: *fee });
    }
    steps.push(Step::TaxMoney);
}

fn withdraw(situation: &Situation<'_>, steps: &mut Vec<Step>) {
    let service = &situation.plan.in_service;
    if let Some(condition) = routes::gate(situation.plan) {
        let wait = Step::WaitUntil { condition: condition.clone() };
        if !steps.contains(&wait) {
            steps.push(wait);
        }
    }
    steps.push(Step::Withdraw { frequency: service.after_tax_frequency.stated().copied() });
    if let Some(minimum) = service.after_tax_minimum.stated().filter(|minimum| !minimum.is_zero()) {
        steps.push(Step::WithdrawalMinimum { minimum: *minimum });
    }
    match permits(&service.split_rollover) {
        Some(false) => steps.push(Step::OneDestination),
        Some(true) => steps.push(Step::SplitRollover),
        None => steps.extend([Step::AskTwoPlaces, Step::SplitRollover]),
    }
}
