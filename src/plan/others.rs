//! Sections of a few elections each: forfeitures, loans, rollovers in, notices, reporting, distributions,
//! emergency savings.

use crate::money::{Percent, Usd};
use crate::syntax::phrase::condition::Condition;
use crate::syntax::phrase::frequency::Frequency;
use crate::syntax::phrase::list::{FreeText, TextList};
use crate::syntax::phrase::permission::Permission;

crate::section! {
    /// What becomes of money that is not vested when someone leaves.
    Forfeitures "forfeitures" {
        /// How forfeitures are used.
        used: ForfeitureUse = "use", ask "Are forfeitures used to reduce employer contributions, to pay expenses, or reallocated?";
    }
}

crate::section! {
    /// Participant loans.
    Loans "loans" {
        /// Whether participants may borrow.
        allowed: Permission = "allowed", ask "Does the plan allow participant loans?";
    }
}

crate::section! {
    /// Money that comes in from other plans.
    RolloversIn "rollovers-in" {
        /// Whether the plan accepts rollovers.
        allowed: Permission = "allowed", ask "Does the plan accept rollovers from other plans?";
        /// Whether it accepts after-tax money.
        after_tax: Permission = "after-tax", ask "Does the plan accept rollovers of after-tax money?";
    }
}

crate::section! {
    /// Notices to participants.
    Notices "notices" {
        /// Whether distributions come with the explanation that IRC 402(f) asks for.
        rollover_explanation: Permission = "rollover-explanation", ask "Do distributions come with the rollover explanation of IRC 402(f)?";
    }
}

crate::section! {
    /// What is reported to the government.
    Reporting "reporting" {
        /// The plan characteristics codes of Form 5500.
        form_5500_codes: TextList = "form-5500-codes", ask "Which plan characteristics codes does the latest Form 5500 show?";
        /// How in-plan Roth rollovers and distributions are reported on Form 1099-R.
        form_1099_r: FreeText = "form-1099-r", ask "How are in-plan Roth rollovers reported on Form 1099-R?";
    }
}

crate::section! {
    /// Distributions after leaving.
    Distributions "distributions" {
        /// Whether a spouse must consent (IRC 417).
        spousal_consent: Permission = "spousal-consent", ask "Do distributions need the spouse's consent?";
        /// The normal retirement age, which decides what it means to withdraw from then on.
        normal_retirement_age: Condition = "normal-retirement-age", ask "What is the plan's normal retirement age?";
        /// Whether partial payments are allowed after leaving.
        partial: Permission = "partial", ask "May participants who have left take part of their account?";
    }
}

crate::choice! {
    /// How forfeitures are used.
    ForfeitureUse "a use of forfeitures" {
        ReduceContributions = "reduce contributions",
        PayExpenses = "pay expenses",
        Reallocate = "reallocate",
    }
}

crate::section! {
    /// Pension-linked emergency savings accounts (IRC 402A(e)).
    EmergencySavings "emergency-savings" {
        /// Whether the plan has them.
        allowed: Permission = "allowed", ask "Does the plan include pension-linked emergency savings accounts?";
        /// Whether highly compensated employees may contribute.
        hces: Permission = "hces", ask "May highly compensated employees contribute to an emergency savings account?";
        /// Whether contributions are Roth.
        roth: Permission = "roth", ask "Are contributions to the emergency savings account designated Roth contributions?";
        /// The most that the account may hold of contributions.
        limit: Usd = "limit", ask "How much of the participant's contributions may an emergency savings account hold?";
        /// Whether there is a least contribution or balance.
        minimum: Permission = "minimum", ask "Does the emergency savings account need a least contribution or balance?";
        /// Whether contributions are matched like deferrals.
        matched: Permission = "matched", ask "Are contributions to the emergency savings account matched at the same rate as deferrals?";
        /// How often money may be taken out.
        withdrawals: Frequency = "withdrawals", ask "How often may money be withdrawn from the emergency savings account?";
        /// Whether any of the first four withdrawals of a year costs a fee.
        fee: Permission = "fee", ask "Does any of the first four withdrawals of a year from the emergency savings account cost a fee?";
        /// The share of pay at which employees are enrolled automatically.
        percent: Percent = "percent", ask "At which share of pay, if any, are employees enrolled in the emergency savings account automatically?";
    }
}
