//! Voluntary after-tax contributions: the first leg of a mega backdoor Roth.

use std::fmt;

use crate::syntax::phrase::duration::Duration;
use crate::syntax::phrase::frequency::Frequency;
use crate::syntax::phrase::limit::Limit;
use crate::syntax::phrase::list::{FreeText, comma_separated, write_words};
use crate::syntax::phrase::permission::Permission;
use crate::syntax::phrase::sources::Sources;
use crate::syntax::phrase::vesting::Vesting;
use crate::syntax::phrase::{Parsed, Phrase, Text};

crate::section! {
    /// Voluntary after-tax employee contributions, which are neither deferrals nor Roth.
    AfterTax "after-tax" {
        /// Whether participants may make voluntary after-tax contributions.
        allowed: Permission = "allowed", ask "Does the plan accept voluntary after-tax (non-Roth) employee contributions?";
        /// What the document calls them.
        called: FreeText = "called", ask "What does the plan document call these contributions, and does it say that they are not Roth contributions?";
        /// The cap on them.
        limit: Limit = "limit", ask "What is the most that a participant may contribute after tax: a share of pay, a dollar amount, or only the 415(c) limit?";
        /// A lower cap for highly compensated employees.
        hce_limit: Limit = "hce-limit", ask "Are highly compensated employees held to a lower after-tax limit, or barred?";
        /// Whether deferrals turn into after-tax contributions at the 402(g) limit.
        spillover: Spillover = "spillover", ask "Do contributions continue as after-tax once the 402(g) limit is reached, by choice or automatically?";
        /// Whether after-tax contributions may begin only once deferrals are at their limit.
        requires_max_deferrals: Permission = "requires-max-deferrals", ask "May after-tax contributions be elected from the first payroll, or only once the 402(g) limit is reached?";
        /// Whether they and their earnings are kept in a separate account (IRC 72(d)(2)).
        separate_account: Permission = "separate-account", ask "Are after-tax contributions and their earnings kept in a separate account?";
        /// Whether they are matched.
        matched: Permission = "matched", ask "Does the match formula count after-tax contributions?";
        /// How long contributions stop after a withdrawal.
        suspension_after_withdrawal: Duration = "suspension-after-withdrawal", ask "Are contributions suspended after a withdrawal of after-tax money, and for how long?";
        /// Which contributions stop then.
        suspension_stops: Sources = "suspension-stops", ask "Which contributions does the suspension after a withdrawal stop: after-tax only, or deferrals too?";
        /// Vesting of after-tax contributions; the law lets it be immediate only.
        vesting: Vesting = "vesting", ask "Are after-tax contributions always fully vested?";
        /// Whether there are balances from before 1987.
        pre_1987: Permission = "pre-1987", ask "Does the plan hold after-tax contributions made before 1987?";
        /// Whether, on 5 May 1986, they could be withdrawn while employed (IRC 72(e)(8)(D)).
        pre_1987_withdrawable: Permission = "pre-1987-withdrawable", ask "On 5 May 1986, did the plan let employee contributions be withdrawn before separation from service?";
        /// Whether the basis as of 31 December 1986 is kept track of.
        pre_1987_tracked: Permission = "pre-1987-tracked", ask "Is each participant's after-tax basis as of 31 December 1986 kept track of?";
        /// How they are paid in.
        payment: Payments = "payment", ask "Are after-tax contributions made by payroll only, or also by cheque?";
        /// Whether they can be made from bonuses.
        bonus: Permission = "bonus", ask "May participants contribute after tax from bonuses too?";
        /// How often the election may be changed.
        election_changes: Frequency = "election-changes", ask "How often may a participant change the after-tax election?";
    }
}

crate::choice! {
    /// Whether contributions go on as after-tax at the 402(g) limit.
    Spillover "a spillover rule" {
        None = "none",
        OptIn = "opt-in",
        Automatic = "automatic",
    }
}

crate::choice! {
    /// A way to pay after-tax contributions in.
    Payment "a way of payment" {
        Payroll = "payroll",
        Cheque = "check",
        Rollover = "rollover",
    }
}

/// One way of payment or several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Payments(pub Vec<Payment>);

impl Phrase for Payments {
    const NAME: &'static str = "a list of ways of payment";
    const EXAMPLES: &'static [&'static str] = &["payroll", "payroll, check"];
    const WORDS: &'static [&'static str] = Payment::WORDS;
    const LIST: bool = true;

    fn parse(input: Text<'_>) -> Parsed<'_, Self> {
        comma_separated(input, Payment::parse).map(|(rest, payments)| (rest, Self(payments)))
    }

    fn join(mut self, part: Self) -> Self {
        self.0.extend(part.0);
        self
    }
}

impl fmt::Display for Payments {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_words(f, &self.0)
    }
}
