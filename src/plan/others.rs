//! Sections of a few elections each: forfeitures, loans, rollovers in, notices, reporting, distributions,
//! emergency savings.

use crate::money::{Percent, Usd};
use crate::syntax::phrase::condition::Condition;
use crate::syntax::phrase::duration::Duration;
use crate::syntax::phrase::frequency::Frequency;
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
        /// Whether it accepts designated Roth money.
        roth: Permission = "roth", ask "Does the plan accept direct rollovers of designated Roth money?";
        /// Whether after-tax money must come by direct rollover.
        after_tax_direct_only: Permission = "after-tax-direct-only", ask "Is after-tax money accepted by direct rollover only?";
        /// Whether after-tax money that was rolled in is accounted for separately.
        after_tax_separate_account: Permission = "after-tax-separate-account", ask "Does the plan account separately for after-tax money that was rolled in, for its basis and for its earnings?";
    }
}

crate::section! {
    /// Notices to participants.
    Notices "notices" {
        /// Whether distributions come with the explanation that IRC 402(f) asks for.
        rollover_explanation: Permission = "rollover-explanation", ask "Do distributions come with the rollover explanation of IRC 402(f)?";
        /// Whether that explanation describes in-plan Roth rollovers.
        in_plan_roth: Permission = "in-plan-roth", ask "Does the rollover explanation of IRC 402(f) describe in-plan Roth rollovers?";
        /// Whether participants are told how an in-plan Roth rollover is taxed.
        conversion_tax: Permission = "conversion-tax", ask "Are participants told that nothing is withheld from an in-plan Roth rollover, so that the tax on it has to come from other money?";
        /// Whether participants are told of the five-year periods of Roth money.
        five_year_periods: Permission = "five-year-periods", ask "Are participants told that the plan's Roth account and a Roth IRA each have a five-year period of their own?";
    }
}

crate::section! {
    /// What is reported to the government.
    Reporting "reporting" {
        /// The plan characteristics codes of Form 5500.
        form_5500_codes: TextList = "form-5500-codes", ask "Which plan characteristics codes does the latest Form 5500 show?";
        /// How in-plan Roth rollovers and distributions are reported on Form 1099-R.
        form_1099_r: FreeText = "form-1099-r", ask "How are in-plan Roth rollovers reported on Form 1099-R?";
        /// The code in box 7 for a direct in-plan Roth rollover.
        in_plan_roth_code: FreeText = "in-plan-roth-code", ask "Which code stands in box 7 of Form 1099-R for an in-plan Roth rollover?";
        /// Whether after-tax basis stands in box 5, and the rest in box 2a.
        basis_in_box_5: Permission = "basis-in-box-5", ask "Does Form 1099-R for an in-plan Roth rollover show the after-tax basis in box 5 and the taxable part in box 2a?";
        /// The code in box 7 for a direct rollover from the Roth account to a Roth IRA.
        roth_ira_code: FreeText = "roth-ira-code", ask "Which code stands in box 7 of Form 1099-R for a direct rollover from the plan's Roth account to a Roth IRA?";
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
        /// Whether minimum distributions are paid from Roth accounts while their owner lives.
        roth_rmd: Permission = "roth-rmd", ask "Does the plan still pay required minimum distributions from Roth accounts while the participant lives?";
        /// Whether the minimum distribution of a year is paid before anything else is rolled over.
        rmd_first: Permission = "rmd-first", ask "Is the required minimum distribution of the year paid before the rest is rolled over, to Roth in the plan or elsewhere?";
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
