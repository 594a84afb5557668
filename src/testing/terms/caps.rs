//! The limits that a plan sets itself, ready to be applied to many people.

use crate::lower::{Election, Truth};
use crate::money::Percent;
use crate::money::exact::{Cents, Fraction};
use crate::plan::Plan;
use crate::syntax::phrase::limit::Limit;

/// The plan's own limits. What is not stated is no limit.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PlanCaps {
    pub pre_tax: Option<Cap>,
    pub roth: Option<Cap>,
    /// On all elective deferrals of the highly compensated.
    pub hce_elective: Option<Cap>,
    /// On deferrals and after-tax contributions together.
    pub combined: Option<Cap>,
    pub after_tax: Option<Cap>,
    pub hce_after_tax: Option<Cap>,
    /// Does the document say that pay is capped? Then a share of pay is one of capped pay.
    pub pay_is_capped: PayCap,
}

/// Whether the document caps pay.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum PayCap {
    Stated,
    #[default]
    NotStated,
}

/// One limit: the lesser of a share of pay and an amount, where both are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cap {
    share: Option<Fraction>,
    dollars: Option<Cents>,
}

impl PlanCaps {
    pub(super) fn of(plan: &Plan) -> Self {
        let deferrals = &plan.deferrals;
        let pay_is_capped = plan.compensation.cap.stated().or(plan.limits.compensation.stated()).is_some();
        Self {
            pre_tax: deferral(&deferrals.pre_tax),
            roth: deferral(&deferrals.roth),
            hce_elective: limit(&deferrals.hce_limit),
            combined: limit(&deferrals.combined_limit),
            after_tax: limit(&plan.after_tax.limit),
            hce_after_tax: limit(&plan.after_tax.hce_limit),
            pay_is_capped: if pay_is_capped { PayCap::Stated } else { PayCap::NotStated },
        }
    }
}

impl PlanCaps {
    /// Does the plan set no limit of its own?
    pub fn is_empty(&self) -> bool {
        let Self { pre_tax, roth, hce_elective, combined, after_tax, hce_after_tax, pay_is_capped: _ } = self;
        let caps = [pre_tax, roth, hce_elective, combined, after_tax, hce_after_tax];
        caps.iter().all(|cap| cap.is_none())
    }
}

impl Cap {
    const NOTHING: Cap = Cap { share: None, dollars: Some(Cents::ZERO) };

    /// What it allows at this pay, rounded half up to the cent.
    pub fn at(&self, pay: Cents) -> Cents {
        let of_pay = self.share.map(|share| {
            Cents(Fraction::new(share.numerator() * i128::from(pay.0), share.denominator()).rounded_half_up())
        });
        match (of_pay, self.dollars) {
            (Some(one), Some(other)) => one.min(other),
            (Some(one), None) | (None, Some(one)) => one,
            (None, None) => Cents::MOST,
        }
    }
}

fn deferral(election: &Election<crate::syntax::phrase::deferral::Deferral>) -> Option<Cap> {
    let stated = election.stated()?;
    match election.is(|deferral| deferral.allowed.is_yes()) {
        Truth::No => Some(Cap::NOTHING),
        Truth::Yes | Truth::Unknown(_) => {
            stated.most.map(|share| Cap { share: Some(fraction(share)), dollars: None })
        }
    }
}

fn limit(election: &Election<Limit>) -> Option<Cap> {
    let dollars = |amount: crate::money::Usd| amount.to_cents().map(Cents);
    match *election.stated()? {
        Limit::Barred => Some(Cap::NOTHING),
        Limit::OfPay { share, at_most } => {
            Some(Cap { share: Some(fraction(share)), dollars: at_most.and_then(dollars) })
        }
        Limit::Dollars(amount) => Some(Cap { share: None, dollars: dollars(amount) }),
        // 402(g) and 415(c) are tested by themselves.
        Limit::None | Limit::ElectiveDeferralLimit | Limit::AnnualAdditionsRoom => None,
    }
}

/// A percentage as a share of the whole, exact.
fn fraction(percent: Percent) -> Fraction {
    let percent = percent.decimal().normalize();
    Fraction::new(percent.mantissa(), 100 * 10_i128.pow(percent.scale()))
}
