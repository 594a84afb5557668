//! Labels, help and problems of facts about a person.

use super::message::{Message, messages};
use super::{Language, text};
use crate::answer::facts::value::FactKind;
use crate::answer::facts::{Fact, FactGroup, FactProblem};

messages! {
    /// A label or a help.
    FactText {
        Pay "fact-pay",
        PayHelp "fact-pay-help",
        Age "fact-age",
        AgeHelp "fact-age-help",
        BirthDate "fact-birth-date",
        BirthDateHelp "fact-birth-date-help",
        PreTax "fact-pre-tax",
        PreTaxHelp "fact-pre-tax-help",
        Roth "fact-roth",
        RothHelp "fact-roth-help",
        CatchUp "fact-catch-up",
        CatchUpHelp "fact-catch-up-help",
        Match "fact-match",
        MatchHelp "fact-match-help",
        Nonelective "fact-nonelective",
        NonelectiveHelp "fact-nonelective-help",
        Employer "fact-employer",
        EmployerHelp "fact-employer-help",
        AfterTaxSoFar "fact-after-tax-so-far",
        AfterTaxSoFarHelp "fact-after-tax-so-far-help",
        OtherPlanDeferrals "fact-other-plan-deferrals",
        OtherPlanDeferralsHelp "fact-other-plan-deferrals-help",
        RelatedAdditions "fact-related-additions",
        RelatedAdditionsHelp "fact-related-additions-help",
        PriorPay "fact-prior-pay",
        PriorPayHelp "fact-prior-pay-help",
        Ownership "fact-ownership",
        OwnershipHelp "fact-ownership-help",
        Hce "fact-hce",
        HceHelp "fact-hce-help",
        TopPaid "fact-top-paid",
        TopPaidHelp "fact-top-paid-help",
        PriorFicaWages "fact-prior-fica-wages",
        PriorFicaWagesHelp "fact-prior-fica-wages-help",
        Eligible "fact-eligible",
        EligibleHelp "fact-eligible-help",
        HireDate "fact-hire-date",
        HireDateHelp "fact-hire-date-help",
        YearsOfService "fact-years-of-service",
        YearsOfServiceHelp "fact-years-of-service-help",
        InPlanSince "fact-in-plan-since",
        InPlanSinceHelp "fact-in-plan-since-help",
        PayPeriods "fact-pay-periods",
        PayPeriodsHelp "fact-pay-periods-help",
        PeriodsLeft "fact-periods-left",
        PeriodsLeftHelp "fact-periods-left-help",
        Basis "fact-basis",
        BasisHelp "fact-basis-help",
        Earnings "fact-earnings",
        EarningsHelp "fact-earnings-help",
        TaxRate "fact-tax-rate",
        TaxRateHelp "fact-tax-rate-help",
        Growth "fact-growth",
        GrowthHelp "fact-growth-help",
        Withdrawal "fact-withdrawal",
        WithdrawalHelp "fact-withdrawal-help",
        ToTraditional "fact-to-traditional",
        ToTraditionalHelp "fact-to-traditional-help",
        ToRoth "fact-to-roth",
        ToRothHelp "fact-to-roth-help",
        LaterToTraditional "fact-later-to-traditional",
        LaterToTraditionalHelp "fact-later-to-traditional-help",
        LaterToRoth "fact-later-to-roth",
        LaterToRothHelp "fact-later-to-roth-help",
    }
}

messages! {
    /// A group, a kind of value, a problem.
    FactNote {
        GroupYou "group-you",
        GroupContributions "group-contributions",
        GroupElsewhere "group-elsewhere",
        GroupStanding "group-standing",
        GroupPayroll "group-payroll",
        GroupTaxes "group-taxes",
        KindMoney "kind-money",
        KindDeferring "kind-deferring",
        KindMatch "kind-match",
        KindPercent "kind-percent",
        KindAge "kind-age",
        KindCount "kind-count",
        KindDate "kind-date",
        KindYesNo "kind-yes-no",
        Unreadable "problem-unreadable" { fact: String, expected: String },
        UnknownName "problem-unknown" { name: String },
        UnknownNameNear "problem-unknown-near" { name: String, near: String },
        Twice "problem-twice" { fact: String },
        Conflict "problem-conflict" { fact: String, other: String },
        TooMuch "problem-too-much" { fact: String, than: String },
        NotATable "problem-not-a-table",
        Syntax "problem-syntax",
    }
}

/// What a fact is called.
pub fn label(fact: Fact) -> FactText {
    match fact {
        Fact::Pay => FactText::Pay,
        Fact::Age => FactText::Age,
        Fact::BirthDate => FactText::BirthDate,
        Fact::PreTax => FactText::PreTax,
        Fact::Roth => FactText::Roth,
        Fact::CatchUp => FactText::CatchUp,
        Fact::Match => FactText::Match,
        Fact::Nonelective => FactText::Nonelective,
        Fact::Employer => FactText::Employer,
        Fact::AfterTaxSoFar => FactText::AfterTaxSoFar,
        Fact::OtherPlanDeferrals => FactText::OtherPlanDeferrals,
        Fact::RelatedAdditions => FactText::RelatedAdditions,
        Fact::PriorPay => FactText::PriorPay,
        Fact::Ownership => FactText::Ownership,
        Fact::Hce => FactText::Hce,
        Fact::TopPaid => FactText::TopPaid,
        Fact::PriorFicaWages => FactText::PriorFicaWages,
        Fact::Eligible => FactText::Eligible,
        Fact::HireDate => FactText::HireDate,
        Fact::YearsOfService => FactText::YearsOfService,
        Fact::InPlanSince => FactText::InPlanSince,
        Fact::PayPeriods => FactText::PayPeriods,
        Fact::PeriodsLeft => FactText::PeriodsLeft,
        Fact::Basis => FactText::Basis,
        Fact::Earnings => FactText::Earnings,
        Fact::TaxRate => FactText::TaxRate,
        Fact::Growth => FactText::Growth,
        Fact::Withdrawal => FactText::Withdrawal,
        Fact::ToTraditional => FactText::ToTraditional,
        Fact::ToRoth => FactText::ToRoth,
        Fact::LaterToTraditional => FactText::LaterToTraditional,
        Fact::LaterToRoth => FactText::LaterToRoth,
    }
}

/// What it is, in plain words.
pub fn help(fact: Fact) -> FactText {
    match fact {
        Fact::Pay => FactText::PayHelp,
        Fact::Age => FactText::AgeHelp,
        Fact::BirthDate => FactText::BirthDateHelp,
        Fact::PreTax => FactText::PreTaxHelp,
        Fact::Roth => FactText::RothHelp,
        Fact::CatchUp => FactText::CatchUpHelp,
        Fact::Match => FactText::MatchHelp,
        Fact::Nonelective => FactText::NonelectiveHelp,
        Fact::Employer => FactText::EmployerHelp,
        Fact::AfterTaxSoFar => FactText::AfterTaxSoFarHelp,
        Fact::OtherPlanDeferrals => FactText::OtherPlanDeferralsHelp,
        Fact::RelatedAdditions => FactText::RelatedAdditionsHelp,
        Fact::PriorPay => FactText::PriorPayHelp,
        Fact::Ownership => FactText::OwnershipHelp,
        Fact::Hce => FactText::HceHelp,
        Fact::TopPaid => FactText::TopPaidHelp,
        Fact::PriorFicaWages => FactText::PriorFicaWagesHelp,
        Fact::Eligible => FactText::EligibleHelp,
        Fact::HireDate => FactText::HireDateHelp,
        Fact::YearsOfService => FactText::YearsOfServiceHelp,
        Fact::InPlanSince => FactText::InPlanSinceHelp,
        Fact::PayPeriods => FactText::PayPeriodsHelp,
        Fact::PeriodsLeft => FactText::PeriodsLeftHelp,
        Fact::Basis => FactText::BasisHelp,
        Fact::Earnings => FactText::EarningsHelp,
        Fact::TaxRate => FactText::TaxRateHelp,
        Fact::Growth => FactText::GrowthHelp,
        Fact::Withdrawal => FactText::WithdrawalHelp,
        Fact::ToTraditional => FactText::ToTraditionalHelp,
        Fact::ToRoth => FactText::ToRothHelp,
        Fact::LaterToTraditional => FactText::LaterToTraditionalHelp,
        Fact::LaterToRoth => FactText::LaterToRothHelp,
    }
}

/// The heading of a group.
pub fn group(group: FactGroup) -> FactNote {
    match group {
        FactGroup::You => FactNote::GroupYou,
        FactGroup::Contributions => FactNote::GroupContributions,
        FactGroup::Elsewhere => FactNote::GroupElsewhere,
        FactGroup::Standing => FactNote::GroupStanding,
        FactGroup::Payroll => FactNote::GroupPayroll,
        FactGroup::Taxes => FactNote::GroupTaxes,
    }
}

/// What a kind of fact takes.
pub fn kind(kind: FactKind) -> FactNote {
    match kind {
        FactKind::Money => FactNote::KindMoney,
        FactKind::Deferring => FactNote::KindDeferring,
        FactKind::Match => FactNote::KindMatch,
        FactKind::Percent => FactNote::KindPercent,
        FactKind::Age => FactNote::KindAge,
        FactKind::Count => FactNote::KindCount,
        FactKind::Date => FactNote::KindDate,
        FactKind::YesNo => FactNote::KindYesNo,
    }
}

/// What is wrong with facts, with their names as they are written in files and requests.
pub fn problem(language: Language, problem: &FactProblem) -> String {
    problem_named(language, problem, |fact| format!("`{}`", fact.name()))
}

/// The same with the labels of a form.
pub fn problem_in_form(language: Language, problem: &FactProblem) -> String {
    problem_named(language, problem, |fact| format!("“{}”", text(language, &label(fact))))
}

fn problem_named(language: Language, problem: &FactProblem, name: impl Fn(Fact) -> String) -> String {
    let note = match problem {
        FactProblem::Unreadable { fact, expected } => {
            FactNote::Unreadable { fact: name(*fact), expected: text(language, &kind(*expected)) }
        }
        FactProblem::UnknownName { name: unknown, near: None } => {
            FactNote::UnknownName { name: shown(unknown) }
        }
        FactProblem::UnknownName { name: unknown, near: Some(near) } => {
            FactNote::UnknownNameNear { name: shown(unknown), near: name(*near) }
        }
        FactProblem::Twice { fact } => FactNote::Twice { fact: name(*fact) },
        FactProblem::Conflict { fact, other } => {
            FactNote::Conflict { fact: name(*fact), other: name(*other) }
        }
        FactProblem::TooMuch { fact, than } => FactNote::TooMuch { fact: name(*fact), than: name(*than) },
        FactProblem::NotATable => FactNote::NotATable,
        FactProblem::Syntax => FactNote::Syntax,
    };
    text(language, &note)
}

/// A name that is no fact's, as far as it may be shown: it is not ours.
fn shown(name: &str) -> String {
    let short: String = name.chars().take(40).collect();
    format!("`{short}`")
}

/// All messages of this theme, for the tests.
pub const KEYS: [&[super::message::Declared]; 2] = [FactText::DECLARED, FactNote::DECLARED];
