//! What this person has to look out for, with its figures.

mod list;

pub(super) use list::list;

use super::ground::Ground;
use super::room::FrontLoading;
use crate::money::{Percent, Usd};
use crate::room::year_limits::NotPublished;
use crate::syntax::phrase::duration::Duration;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Warning {
    /// If the ACP test fails, after-tax contributions of the highly compensated go back with their earnings, also after they
    /// were moved to Roth; at worst all of them.
    AcpRefund {
        up_to: Option<Usd>,
        is_hce: Option<bool>,
    },
    FrontLoadingLosesMatch(FrontLoading),
    /// The match is by payroll without a true-up: whoever reaches the limit early loses match.
    PerPayrollMatch {
        ground: Ground,
    },
    /// Deferrals above what the law lets this person defer.
    ExcessDeferral {
        amount: Usd,
    },
    /// Annual additions are above the limit already.
    OverAnnualAdditions {
        amount: Usd,
    },
    /// Catch-up must be Roth.
    CatchUpMustBeRoth {
        wages_limit: Usd,
    },
    /// Catch-up would have to be Roth, and the plan has no Roth: none is possible.
    NoCatchUpWithoutRoth {
        wages_limit: Usd,
    },
    /// Contributions stop for a while after a withdrawal.
    Suspension {
        length: Duration,
        ground: Ground,
    },
    /// The 415(c) dollar limit is not cut for who is hired in the year, only 100% of pay is less.
    HiredInYear,
    /// A limit of the year is not published.
    NotPublished(NotPublished),
    /// The higher limit on deferrals follows the person: this much was used at other employers.
    OtherEmployerDeferrals {
        used: Usd,
        left: Usd,
    },
    /// A rollover costs a fee or has a least amount.
    ConversionMinimum {
        amount: Usd,
        ground: Ground,
    },
    ConversionFee {
        amount: Usd,
        ground: Ground,
    },
    /// Fewer than four chances a year: earnings build up.
    RareConversion {
        per_year: u32,
        ground: Ground,
    },
    /// After-tax contributions begin only once deferrals are at their limit.
    OnlyAfterMaxDeferrals {
        ground: Ground,
    },
    /// Contributions that carry on at the limit, and stop with the year.
    Spillover {
        ground: Ground,
    },
    /// Paid out, not rolled over directly: 20% of the earnings are withheld.
    ChequeWithheld {
        withheld: Usd,
    },
    /// Growth before the conversion is taxed at this rate.
    EarningsTaxed {
        earnings: Usd,
        rate: Percent,
    },
}

impl Warning {
    /// A stable name, for the contract's `rule`; that of the rule on plans where one says the same.
    pub fn name(&self) -> &'static str {
        match self {
            Warning::AcpRefund { .. } => "acp-refund",
            Warning::FrontLoadingLosesMatch(_) | Warning::PerPayrollMatch { .. } => {
                "front-loading-loses-match"
            }
            Warning::ExcessDeferral { .. } => "excess-deferral",
            Warning::OverAnnualAdditions { .. } => "over-annual-additions",
            Warning::CatchUpMustBeRoth { .. } => "pre-tax-catch-up-for-high-earners",
            Warning::NoCatchUpWithoutRoth { .. } => "catch-up-without-roth",
            Warning::Suspension { .. } => "suspension-after-withdrawal",
            Warning::HiredInYear => "hired-in-year",
            Warning::NotPublished(_) => "year-not-published",
            Warning::OtherEmployerDeferrals { .. } => "other-employer-deferrals",
            Warning::ConversionMinimum { .. } | Warning::ConversionFee { .. } => "conversion-minimum-or-fee",
            Warning::RareConversion { .. } => "conversion-too-rare",
            Warning::OnlyAfterMaxDeferrals { .. } => "only-after-max-deferrals",
            Warning::Spillover { .. } => "spillover-only",
            Warning::ChequeWithheld { .. } => "cash-out-withholding",
            Warning::EarningsTaxed { .. } => "earnings-taxed",
        }
    }
}
