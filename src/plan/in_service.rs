//! Withdrawals while employed: the second route of a mega backdoor Roth.

use crate::lower::Election;
use crate::money::Usd;
use crate::syntax::phrase::condition::Condition;
use crate::syntax::phrase::duration::Duration;
use crate::syntax::phrase::frequency::Frequency;
use crate::syntax::phrase::permission::Permission;
use crate::syntax::phrase::sources::Source;

crate::section! {
    /// Withdrawals while employed, and how distributions are paid.
    InService "in-service" {
        /// When after-tax money may be withdrawn.
        after_tax: Condition = "after-tax", ask "When may a participant who is still employed withdraw after-tax money: at any time, from an age, after some service, or not at all?";
        /// How often after-tax money may be withdrawn.
        after_tax_frequency: Frequency = "after-tax-frequency", ask "How often may after-tax money be withdrawn?";
        /// The least amount of such a withdrawal.
        after_tax_minimum: Usd = "after-tax-minimum", ask "Is there a least amount for an after-tax withdrawal (`$0` if none)?";
        /// Whether the plan says that post-1986 after-tax money comes out without earnings.
        basis_only: Permission = "basis-only", ask "Does the document say that a withdrawal of after-tax contributions made after 1986 comes out without earnings?";
        /// Whether one distribution may go to two places.
        split_rollover: Permission = "split-rollover", ask "May one distribution be split, earnings to a traditional IRA and basis to a Roth IRA?";
        /// Whether eligible rollover distributions may be paid directly to another plan or IRA.
        direct_rollover: Permission = "direct-rollover", ask "Does the plan offer direct rollovers of eligible rollover distributions?";
        /// How a distribution is paid to someone who does not choose.
        default_payment: DefaultPayment = "default-payment", ask "How is an eligible rollover distribution paid to someone who does not say how: by check to the participant, by direct rollover, or not before there is a choice?";
        /// When rollover money may be withdrawn.
        rollover_account: Condition = "rollover-account", ask "When may money that was rolled in be withdrawn while employed?";
        /// When employer money may be withdrawn.
        employer_money: Condition = "employer-money", ask "When may match and other employer money be withdrawn while employed?";
        /// When elective deferrals, QNECs, QMACs and safe harbor money may be withdrawn.
        deferrals: Condition = "deferrals", ask "On which events may elective deferrals, QNECs, QMACs and safe harbor contributions be withdrawn while employed?";
        /// Whether hardship withdrawals are allowed.
        hardship: Permission = "hardship", ask "Does the plan allow hardship withdrawals?";
        /// How long contributions stop after a hardship withdrawal.
        hardship_suspension: Duration = "hardship-suspension", ask "Are contributions suspended after a hardship withdrawal, and for how long?";
    }
}

crate::choice! {
    /// How a distribution is paid to someone who does not choose.
    DefaultPayment "a way of payment" {
        Check = "check",
        DirectRollover = "direct rollover",
        /// Nothing is paid before the participant chooses.
        Choice = "participant's choice",
    }
}

impl InService {
    /// The election that says when money of a source may be withdrawn; `None` for `all`, which is no one source.
    pub fn rule_for(&self, source: Source) -> Option<&Election<Condition>> {
        match source {
            Source::PreTax
            | Source::Roth
            | Source::CatchUp
            | Source::SafeHarbor
            | Source::Qnec
            | Source::Qmac => Some(&self.deferrals),
            Source::AfterTax => Some(&self.after_tax),
            Source::Match | Source::Nonelective | Source::StudentLoan | Source::Forfeitures => {
                Some(&self.employer_money)
            }
            Source::Rollover => Some(&self.rollover_account),
            Source::All => None,
        }
    }
}
