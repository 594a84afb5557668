//! Elections that are more or less of something, and how they compare with what a policy asks for.

use rust_decimal::Decimal;

use crate::law;
use crate::lower::{Election, Missing, Truth};
use crate::money::{Percent, Usd};
use crate::room::year_limits::governing;
use crate::rules::Facts;
use crate::source::Span;
use crate::syntax::phrase::frequency::{Automatic, Frequency};
use crate::syntax::phrase::limit::Limit;
use crate::syntax::phrase::vesting::Vesting;
use crate::syntax::phrase::{self, PhraseError};

/// Something of which there can be more or less.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Amount {
    Limit(Limit),
    Percent(Percent),
    Dollars(Usd),
    /// More often is more.
    Often(Automatic),
    /// Sooner is more.
    Vesting(Vesting),
}

/// Which side a policy is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Least,
    Most,
}

/// The kinds of amounts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Limit,
    Percent,
    Dollars,
    Often,
    Vesting,
}

/// The elections that are amounts.
pub const ORDERED: &[&str] = &[
    "after-tax.limit",
    "after-tax.hce-limit",
    "deferrals.combined-limit",
    "auto-enrollment.percent",
    "in-plan-roth.frequency",
    "in-plan-roth.automatic",
    "in-plan-roth.minimum",
    "in-plan-roth.fee",
    "in-service.after-tax-frequency",
    "in-service.after-tax-minimum",
    "match.vesting",
    "nonelective.vesting",
];

impl Amount {
    /// Reads what a policy asks for of an election; `None` if the election is no amount.
    pub fn read(path: &str, text: &str) -> Option<Result<Self, PhraseError>> {
        Some(match kind(path)? {
            Kind::Limit => phrase::read(text).map(Self::Limit),
            Kind::Percent => phrase::read(text).map(Self::Percent),
            Kind::Dollars => phrase::read(text).map(Self::Dollars),
            Kind::Often => phrase::read(text).map(Self::Often),
            Kind::Vesting => phrase::read(text).map(Self::Vesting),
        })
    }

    /// The place of an election, and whether it is at least, or at most, as much as this.
    pub fn held_by(&self, path: &str, facts: &Facts<'_>, side: Side) -> Option<(Span, Truth)> {
        let plan = facts.plan;
        match path {
            "after-tax.limit" => self.limit(&plan.after_tax.limit, facts, side),
            "after-tax.hce-limit" => self.limit(&plan.after_tax.hce_limit, facts, side),
            "deferrals.combined-limit" => self.limit(&plan.deferrals.combined_limit, facts, side),
            "auto-enrollment.percent" => {
                self.compare(&plan.auto_enrollment.percent, side, |percent| Self::Percent(*percent))
            }
            "in-plan-roth.frequency" => self.often(&plan.in_plan_roth.frequency, side),
            "in-plan-roth.automatic" => {
                self.compare(&plan.in_plan_roth.automatic, side, |often| Self::Often(*often))
            }
            "in-plan-roth.minimum" => self.dollars(&plan.in_plan_roth.minimum, side),
            "in-plan-roth.fee" => self.dollars(&plan.in_plan_roth.fee, side),
            "in-service.after-tax-frequency" => self.often(&plan.in_service.after_tax_frequency, side),
            "in-service.after-tax-minimum" => self.dollars(&plan.in_service.after_tax_minimum, side),
            "match.vesting" => self.compare(&plan.matching.vesting, side, |vesting| Self::Vesting(*vesting)),
            "nonelective.vesting" => {
                self.compare(&plan.nonelective.vesting, side, |vesting| Self::Vesting(*vesting))
            }
            _ => None,
        }
    }

    fn often(&self, election: &Election<Frequency>, side: Side) -> Option<(Span, Truth)> {
        self.compare(election, side, |often| Self::Often(Automatic::Every(*often)))
    }

    fn dollars(&self, election: &Election<Usd>, side: Side) -> Option<(Span, Truth)> {
        self.compare(election, side, |dollars| Self::Dollars(*dollars))
    }

    fn compare<T>(
        &self,
        election: &Election<T>,
        side: Side,
        amount: impl Fn(&T) -> Self,
    ) -> Option<(Span, Truth)> {
        let truth = election.is(|value| match side {
            Side::Least => is_as_much(amount(value), *self),
            Side::Most => is_as_much(*self, amount(value)),
        });
        Some((election.span(), truth))
    }

    /// Limits compare at every pay up to the most that a plan may count.
    fn limit(&self, election: &Election<Limit>, facts: &Facts<'_>, side: Side) -> Option<(Span, Truth)> {
        let Self::Limit(asked) = self else { return None };
        let truth = match (election.known(), top(facts)) {
            (Err(missing), _) => Truth::Unknown(missing),
            (Ok(_), None) => Truth::Unknown(Missing::default()),
            (Ok(stated), Some(top)) => {
                let (stated, asked) = (in_dollars(*stated, top), in_dollars(*asked, top));
                match side {
                    Side::Least => allows_as_much(stated, asked, top.pay).into(),
                    Side::Most => allows_as_much(asked, stated, top.pay).into(),
                }
            }
        };
        Some((election.span(), truth))
    }
}

fn kind(path: &str) -> Option<Kind> {
    Some(match path {
        "after-tax.limit" | "after-tax.hce-limit" | "deferrals.combined-limit" => Kind::Limit,
        "auto-enrollment.percent" => Kind::Percent,
        "in-plan-roth.minimum" | "in-plan-roth.fee" | "in-service.after-tax-minimum" => Kind::Dollars,
        "in-plan-roth.frequency" | "in-plan-roth.automatic" | "in-service.after-tax-frequency" => Kind::Often,
        "match.vesting" | "nonelective.vesting" => Kind::Vesting,
        _ => return None,
    })
}

/// The most of the plan year that limits are reckoned with.
#[derive(Debug, Clone, Copy)]
struct Top {
    /// IRC 401(a)(17).
    pay: Usd,
    /// IRC 402(g)(1).
    deferrals: Usd,
}

fn top(facts: &Facts<'_>) -> Option<Top> {
    let of = |limit| governing(facts.plan, facts.law, limit).ok().map(|value| value.amount);
    Some(Top {
        pay: of(law::limits::Limit::Compensation)?,
        deferrals: of(law::limits::Limit::ElectiveDeferral)?,
    })
}

fn in_dollars(limit: Limit, top: Top) -> Limit {
    match limit {
        Limit::ElectiveDeferralLimit => Limit::Dollars(top.deferrals),
        Limit::AnnualAdditionsRoom => Limit::None,
        Limit::None | Limit::Barred | Limit::OfPay { .. } | Limit::Dollars(_) => limit,
    }
}

/// Does one limit allow as much as another at every pay? Both run in straight pieces, so the ends of the pieces tell.
fn allows_as_much(one: Limit, other: Limit, most_pay: Usd) -> bool {
    let bend = |limit: Limit| match limit {
        Limit::OfPay { share, at_most: Some(cap) } if !share.is_zero() => {
            cap.decimal().checked_mul(Decimal::ONE_HUNDRED)?.checked_div(share.decimal()).map(Usd::new)
        }
        Limit::OfPay { .. } | Limit::None | Limit::Barred | Limit::Dollars(_) => None,
        Limit::ElectiveDeferralLimit | Limit::AnnualAdditionsRoom => None,
    };
    let pays = [Some(Usd::dollars(1)), bend(one), bend(other), Some(most_pay)];
    pays.into_iter().flatten().filter(|pay| *pay <= most_pay).all(|pay| {
        match (one.for_pay(pay), other.for_pay(pay)) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some(one), Some(other)) => one >= other,
        }
    })
}

/// Is the one at least as much as the other for certain? Amounts of different kinds never meet here.
fn is_as_much(one: Amount, other: Amount) -> bool {
    match (one, other) {
        (Amount::Percent(one), Amount::Percent(other)) => one >= other,
        (Amount::Dollars(one), Amount::Dollars(other)) => one >= other,
        (Amount::Often(one), Amount::Often(other)) => one == other || times(one).0 >= times(other).1,
        (Amount::Vesting(one), Amount::Vesting(other)) => {
            (0..=LAST_YEAR).all(|years| vested(one, years) >= vested(other, years))
        }
        (Amount::Limit(_), Amount::Limit(_)) => false,
        (
            Amount::Limit(_)
            | Amount::Percent(_)
            | Amount::Dollars(_)
            | Amount::Often(_)
            | Amount::Vesting(_),
            _,
        ) => false,
    }
}

/// Times a year, at least and at most: payrolls are run monthly to weekly.
fn times(often: Automatic) -> (u32, u32) {
    match often {
        Automatic::None => (0, 0),
        Automatic::Every(Frequency::EachPayroll) => (12, 53),
        Automatic::Every(frequency) => (frequency.per_year(), frequency.per_year()),
    }
}

/// No schedule of the law takes longer; the shares of longer ones differ before this year too.
const LAST_YEAR: u32 = 60;

/// The vested share in percent after so many whole years of service.
fn vested(vesting: Vesting, years: u32) -> Decimal {
    let whole = Decimal::ONE_HUNDRED;
    match vesting {
        Vesting::Immediate => whole,
        Vesting::Cliff { years: cliff } => {
            if years >= cliff {
                whole
            } else {
                Decimal::ZERO
            }
        }
        Vesting::Graded { from, .. } if years < from => Decimal::ZERO,
        Vesting::Graded { to, .. } if years >= to => whole,
        Vesting::Graded { from, to } => {
            whole * Decimal::from(years - from + 1) / Decimal::from(to - from + 1)
        }
        Vesting::Stepped { step, after } => {
            whole.min(step.decimal() * Decimal::from(years.saturating_sub(after)))
        }
    }
}

#[cfg(test)]
mod tests;
