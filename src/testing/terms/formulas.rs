//! The formulas for employer money, as far as they tell an amount.

use crate::lower::Truth;
use crate::money::exact::Cents;
use crate::money::{Percent, Usd};
use crate::plan::Plan;
use crate::plan::safe_harbor::SafeHarborType;
use crate::room::employer_money::{Contributor, matching_contribution, nonelective_contribution};
use crate::syntax::phrase::match_formula::MatchFormula;
use crate::syntax::phrase::nonelective::Nonelective;

/// The formulas of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Formulas {
    /// `None` where the highly compensated have one of their own, or it is not stated.
    matching: Option<MatchFormula>,
    /// Does the match count after-tax contributions? Where it is not told, they are counted: it matches no more then.
    pub matches_after_tax: Truth,
    nonelective: Option<Nonelective>,
    safe_harbor_nonelective: Option<Percent>,
}

impl Formulas {
    pub(super) fn of(plan: &Plan) -> Self {
        let is_one_for_all = !plan.matching.hce_formula.is_written();
        Self {
            matching: plan.matching.formula.stated().filter(|_| is_one_for_all).cloned(),
            matches_after_tax: plan.after_tax.matched.is_yes(),
            nonelective: plan.nonelective.formula.stated().cloned(),
            safe_harbor_nonelective: plan.safe_harbor.kind.stated().and_then(|kind| match kind {
                SafeHarborType::Nonelective | SafeHarborType::QacaNonelective => Some(Percent::whole(3)),
                SafeHarborType::None
                | SafeHarborType::BasicMatch
                | SafeHarborType::EnhancedMatch
                | SafeHarborType::QacaMatch => None,
            }),
        }
    }

    /// The match on this pay and these contributions; `None` where the formula does not tell.
    pub fn matching(&self, pay: Cents, matched: Cents, limit: Cents, years: Option<u32>) -> Option<Cents> {
        let contributor = contributor(pay, matched, limit, years);
        matching_contribution(self.matching.as_ref()?, contributor).and_then(cents)
    }

    /// The nonelective contribution on this pay.
    pub fn nonelective(&self, pay: Cents, years: Option<u32>) -> Option<Cents> {
        let contributor = contributor(pay, Cents::ZERO, Cents::ZERO, years);
        nonelective_contribution(self.nonelective.as_ref()?, contributor).and_then(cents)
    }

    /// The safe harbor nonelective contribution on this pay.
    pub fn safe_harbor_nonelective(&self, pay: Cents) -> Option<Cents> {
        cents(self.safe_harbor_nonelective?.of(Usd::from(pay)))
    }
}

fn contributor(pay: Cents, matched: Cents, limit: Cents, years_of_service: Option<u32>) -> Contributor {
    let [pay, matched, deferral_limit] = [pay, matched, limit].map(Usd::from);
    Contributor { pay, matched, deferral_limit, years_of_service }
}

fn cents(amount: Usd) -> Option<Cents> {
    amount.round_to_cents().to_cents().map(Cents)
}
