//! Sections of a few elections each: forfeitures, loans, rollovers in, notices, reporting, distributions.

use crate::syntax::phrase::condition::Condition;
use crate::syntax::phrase::duration::Duration;
use crate::syntax::phrase::list::{FreeText, TextList};
use crate::syntax::phrase::permission::Permission;

crate::section! {
    /// What becomes of money that is not vested when someone leaves.
    Forfeitures "forfeitures" {
        /// How forfeitures are used.
        used: ForfeitureUse = "use", ask "Are forfeitures used to reduce employer contributions, to pay expenses, or reallocated?";
        /// How long after the plan year in which they arise they are used at the latest.
        used_within: Duration = "used-within", ask "How long after the end of the plan year in which they arise are forfeitures used at the latest?";
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
