//! What is said of steps, pitfalls, life events and other ways to save.

use super::message::messages;
use super::terms::{self, Term};
use crate::answer::guidance::life_event::LifeEvent;
use crate::answer::guidance::other_way::{OtherWay, SavingStep};
use crate::answer::guidance::pitfall::Pitfall;
use crate::answer::guidance::step::Step;
use crate::money::Usd;

messages! {
    /// A sentence of the guidance.
    Guide {
        AskFirst "step-ask-first",
        DeferInFull "step-defer-in-full",
        Enroll "step-enroll",
        EnrollCalled "step-enroll-called" { called: String },
        SpilloverIsAutomatic "step-spillover-automatic",
        ChooseSpillover "step-spillover-choose",
        Amount "step-amount" { per_paycheck: Usd, remaining: Usd },
        AmountOfYear "step-amount-of-year" { remaining: Usd },
        AmountUnknown "step-amount-unknown",
        ByCheque "step-by-cheque",
        ElectAutomaticRollover "step-elect-automatic" { every: Term },
        KeepAutomaticRollover "step-keep-automatic" { every: Term },
        AskForRollover "step-ask-rollover" { frequency: Term },
        AskForRolloverOften "step-ask-rollover-often",
        RolloverMinimum "step-rollover-minimum" { minimum: Usd },
        RolloverFee "step-rollover-fee" { fee: Usd },
        WaitUntil "step-wait-until" { condition: Term },
        Withdraw "step-withdraw" { frequency: Term },
        WithdrawOften "step-withdraw-often",
        OrWithdraw "step-or-withdraw",
        WithdrawalMinimum "step-withdrawal-minimum" { minimum: Usd },
        AskTwoPlaces "step-ask-two-places",
        SplitRollover "step-split",
        OneDestination "step-one-destination",
        TaxMoney "step-tax-money",
        KeepRecords "step-records",
        CheckInPlanForm "step-form-in-plan",
        CheckRolloverForm "step-form-rollover",
        Report "step-report" { all: String, taxable: String },
        NextYear "step-next-year",
        AskSponsor "step-ask-sponsor",
        AskSponsorForRoute "step-ask-sponsor-route",
        RollOverOnLeaving "step-on-leaving",
        NotRoth "pitfall-not-roth",
        MatchLost "pitfall-match-lost",
        MatchMayBeLost "pitfall-match-may-be-lost",
        HceRefund "pitfall-hce-refund",
        HceRefundPossible "pitfall-hce-refund-possible",
        Suspension "pitfall-suspension" { length: Term },
        CombinedLimit "pitfall-combined",
        SpilloverEnds "pitfall-spillover",
        PayBinds "pitfall-pay-binds",
        EmployerMoneyComesLate "pitfall-employer-late",
        ProRata "pitfall-pro-rata",
        Withholding "pitfall-withholding",
        SixtyDays "pitfall-sixty-days",
        Waiting "pitfall-waiting",
        FiveYears "pitfall-five-years",
        Recapture "pitfall-recapture",
        NoUndo "pitfall-no-undo",
        Pre1987 "pitfall-pre-1987",
        RothCatchUp "pitfall-roth-catch-up" { wages: Usd },
        Loan "pitfall-loan",
        MinimumDistribution "pitfall-minimum-distribution",
        Leaving "event-leaving",
        ChangingJobs "event-changing-jobs",
        LeavingWithLoan "event-leaving-loan",
        Disability "event-disability",
        Death "event-death",
        DeathRoth "event-death-roth",
        Loss "event-loss",
        Divorce "event-divorce",
    }
}

messages! {
    /// Another way to save, or its place in the usual order.
    Way {
        PreTaxDeferral "way-pre-tax" { limit: Usd },
        RothDeferral "way-roth-deferral" { limit: Usd },
        Deferral457 "way-deferral-457" { limit: Usd },
        CatchUp "way-catch-up" { limit: Usd },
        SuperCatchUp "way-super-catch-up" { limit: Usd },
        TraditionalIra "way-traditional-ira" { limit: Usd, catch_up: Usd },
        RothIra "way-roth-ira" { limit: Usd, single_from: Usd, single_to: Usd, joint_from: Usd, joint_to: Usd },
        BackdoorRothIra "way-backdoor" { limit: Usd },
        Hsa "way-hsa" { self_only: Usd, family: Usd, catch_up: Usd },
        Taxable "way-taxable",
        NotPublished "way-not-published" { year: i16 },
        OrderMatch "order-match",
        OrderDebt "order-debt",
        OrderHsa "order-hsa",
        OrderDeferral "order-deferral",
        OrderIra "order-ira",
        OrderMega "order-mega",
        OrderTaxable "order-taxable",
    }
}

/// Where Form 1040 takes pensions, all and the taxable part.
fn lines_of_form_1040(year: i16) -> (&'static str, &'static str) {
    match year {
        ..=2017 => ("16a", "16b"),
        2018 => ("4a", "4b"),
        2019 => ("4c", "4d"),
        2020.. => ("5a", "5b"),
    }
}

/// The words of a step.
pub fn step(step: &Step) -> Guide {
    match step {
        Step::AskFirst => Guide::AskFirst,
        Step::DeferInFull => Guide::DeferInFull,
        Step::Enroll { called: None } => Guide::Enroll,
        Step::Enroll { called: Some(called) } => Guide::EnrollCalled { called: called.clone() },
        Step::SpilloverIsAutomatic => Guide::SpilloverIsAutomatic,
        Step::ChooseSpillover => Guide::ChooseSpillover,
        Step::Amount { per_paycheck, remaining } => {
            Guide::Amount { per_paycheck: *per_paycheck, remaining: *remaining }
        }
        Step::AmountOfYear { remaining } => Guide::AmountOfYear { remaining: *remaining },
        Step::AmountUnknown => Guide::AmountUnknown,
        Step::ByCheque => Guide::ByCheque,
        Step::TaxMoney => Guide::TaxMoney,
        Step::KeepRecords => Guide::KeepRecords,
        Step::CheckInPlanForm => Guide::CheckInPlanForm,
        Step::CheckRolloverForm => Guide::CheckRolloverForm,
        Step::Report { year } => {
            let (all, taxable) = lines_of_form_1040(*year);
            Guide::Report { all: all.to_owned(), taxable: taxable.to_owned() }
        }
        Step::AskTwoPlaces => Guide::AskTwoPlaces,
        Step::NextYear => Guide::NextYear,
        Step::AskSponsor => Guide::AskSponsor,
        Step::AskSponsorForRoute => Guide::AskSponsorForRoute,
        Step::RollOverOnLeaving => Guide::RollOverOnLeaving,
        Step::ElectAutomaticRollover { every } => {
            Guide::ElectAutomaticRollover { every: terms::frequency(*every) }
        }
        Step::KeepAutomaticRollover { every } => {
            Guide::KeepAutomaticRollover { every: terms::frequency(*every) }
        }
        Step::AskForRollover { frequency: None } => Guide::AskForRolloverOften,
        Step::AskForRollover { frequency: Some(frequency) } => {
            Guide::AskForRollover { frequency: terms::frequency(*frequency) }
        }
        Step::RolloverMinimum { minimum } => Guide::RolloverMinimum { minimum: *minimum },
        Step::RolloverFee { fee } => Guide::RolloverFee { fee: *fee },
        Step::WaitUntil { condition } => Guide::WaitUntil { condition: terms::condition(condition) },
        Step::OrWithdraw => Guide::OrWithdraw,
        Step::Withdraw { frequency: None } => Guide::WithdrawOften,
        Step::Withdraw { frequency: Some(frequency) } => {
            Guide::Withdraw { frequency: terms::frequency(*frequency) }
        }
        Step::WithdrawalMinimum { minimum } => Guide::WithdrawalMinimum { minimum: *minimum },
        Step::SplitRollover => Guide::SplitRollover,
        Step::OneDestination => Guide::OneDestination,
    }
}

/// The words of a pitfall.
pub fn pitfall(pitfall: &Pitfall) -> Guide {
    match pitfall {
        Pitfall::Suspension { length } => Guide::Suspension { length: terms::duration(*length) },
        Pitfall::RothCatchUp { wages } => Guide::RothCatchUp { wages: *wages },
        Pitfall::NotRoth => Guide::NotRoth,
        Pitfall::MatchLost => Guide::MatchLost,
        Pitfall::MatchMayBeLost => Guide::MatchMayBeLost,
        Pitfall::HceRefund => Guide::HceRefund,
        Pitfall::HceRefundPossible => Guide::HceRefundPossible,
        Pitfall::CombinedLimit => Guide::CombinedLimit,
        Pitfall::SpilloverEnds => Guide::SpilloverEnds,
        Pitfall::PayBinds => Guide::PayBinds,
        Pitfall::EmployerMoneyComesLate => Guide::EmployerMoneyComesLate,
        Pitfall::ProRata => Guide::ProRata,
        Pitfall::Withholding => Guide::Withholding,
        Pitfall::SixtyDays => Guide::SixtyDays,
        Pitfall::Waiting => Guide::Waiting,
        Pitfall::FiveYears => Guide::FiveYears,
        Pitfall::Recapture => Guide::Recapture,
        Pitfall::NoUndo => Guide::NoUndo,
        Pitfall::Pre1987 => Guide::Pre1987,
        Pitfall::Loan => Guide::Loan,
        Pitfall::MinimumDistribution => Guide::MinimumDistribution,
    }
}

/// The words of what happens on an event.
pub fn life_event(event: LifeEvent) -> Guide {
    match event {
        LifeEvent::Leaving => Guide::Leaving,
        LifeEvent::ChangingJobs => Guide::ChangingJobs,
        LifeEvent::LeavingWithLoan => Guide::LeavingWithLoan,
        LifeEvent::Disability => Guide::Disability,
        LifeEvent::Death => Guide::Death,
        LifeEvent::DeathRoth => Guide::DeathRoth,
        LifeEvent::Loss => Guide::Loss,
        LifeEvent::Divorce => Guide::Divorce,
    }
}

/// The words of another way to save.
pub fn other_way(way: OtherWay) -> Way {
    match way {
        OtherWay::PreTaxDeferral { limit } => Way::PreTaxDeferral { limit },
        OtherWay::RothDeferral { limit } => Way::RothDeferral { limit },
        OtherWay::Deferral457 { limit } => Way::Deferral457 { limit },
        OtherWay::CatchUp { limit } => Way::CatchUp { limit },
        OtherWay::SuperCatchUp { limit } => Way::SuperCatchUp { limit },
        OtherWay::TraditionalIra { limit, catch_up } => Way::TraditionalIra { limit, catch_up },
        OtherWay::RothIra { limit, single_from, single_to, joint_from, joint_to } => {
            Way::RothIra { limit, single_from, single_to, joint_from, joint_to }
        }
        OtherWay::BackdoorRothIra { limit } => Way::BackdoorRothIra { limit },
        OtherWay::Hsa { self_only, family, catch_up } => Way::Hsa { self_only, family, catch_up },
        OtherWay::NotPublished { year } => Way::NotPublished { year },
        OtherWay::Taxable => Way::Taxable,
    }
}

/// The words of a place in the usual order.
pub fn saving_step(step: SavingStep) -> Way {
    match step {
        SavingStep::Match => Way::OrderMatch,
        SavingStep::DebtAndReserve => Way::OrderDebt,
        SavingStep::Hsa => Way::OrderHsa,
        SavingStep::Deferral => Way::OrderDeferral,
        SavingStep::Ira => Way::OrderIra,
        SavingStep::MegaBackdoor => Way::OrderMega,
        SavingStep::Taxable => Way::OrderTaxable,
    }
}
