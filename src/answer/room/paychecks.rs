//! The match of someone whose deferrals reach their limit early, under a match that is computed paycheck by paycheck.

use super::FrontLoading;
use super::elective::Elective;
use crate::answer::assumption::Assumption;
use crate::answer::ground::Ground;
use crate::answer::person::{Notes, Person};
use crate::answer::warning::Warning;
use crate::money::{Percent, Usd};
use crate::plan::matching::MatchPeriod;
use crate::room::employer_money::{Contributor, matching_contribution};
use crate::syntax::phrase::match_formula::{Band, Cap, Formula, MatchFormula, Shape};
use crate::syntax::phrase::permission::Permission;
use rust_decimal::Decimal;

/// Over which time the match is reckoned in effect.
pub(super) enum Match {
    OverTheYear,
    ByPaychecks(FrontLoading),
}

/// Paychecks a year, where no fact says: every two weeks.
const USUAL_PERIODS: u32 = 26;

/// The match by paychecks, where it differs from that of the year. Where the plan does not say whether it is made up after
/// the year, it is taken to be: that leaves the least room.
pub(super) fn by_paychecks(
    person: &Person<'_>,
    formula: &MatchFormula,
    contributor: Contributor,
    elective: &Elective,
    notes: &mut Notes,
) -> Match {
    let Some(periods) = periods(person) else { return Match::OverTheYear };
    let plan = &person.plan.matching;
    let even = matching_contribution(formula, contributor).unwrap_or_default();
    if plan.true_up.stated() == Some(&Permission::Yes) || even.is_zero() {
        return Match::OverTheYear;
    }
    notes.warn(Warning::PerPayrollMatch { ground: Ground::of(&plan.period) });
    let Some(rate) = elective.rate else {
        notes.assume(Assumption::SpreadEvenly);
        return Match::OverTheYear;
    };
    let by_share = match formula {
        MatchFormula::Formula(formula) => is_by_share_of_pay(formula),
        MatchFormula::None | MatchFormula::Discretionary => false,
    };
    if !by_share || plan.true_up.stated().is_none() {
        return Match::OverTheYear;
    }
    if person.pay_periods().is_none() && plan.period.stated() == Some(&MatchPeriod::Payroll) {
        notes.assume(Assumption::PayPeriods { periods });
    }
    let whole_pay = person.facts.pay.unwrap_or(contributor.pay);
    let run = Run { whole_pay, rate, periods, most: contributor.matched };
    let (matched, ends_with) = run.matched(formula, contributor);
    let lost = even.less(matched.round_to_cents());
    if lost.is_zero() {
        return Match::OverTheYear;
    }
    let found = FrontLoading { rate, ends_with, periods, even_match: even.round_to_cents(), lost };
    notes.warn(Warning::FrontLoadingLosesMatch(found.clone()));
    Match::ByPaychecks(found)
}

/// How often a year the match is computed; `None` where it is once.
fn periods(person: &Person<'_>) -> Option<u32> {
    match person.plan.matching.period.stated()? {
        MatchPeriod::Payroll => Some(person.pay_periods().unwrap_or(USUAL_PERIODS)),
        MatchPeriod::Month => Some(12),
        MatchPeriod::Quarter => Some(4),
        MatchPeriod::PlanYear => None,
    }
}

/// A year of paychecks of the same size.
struct Run {
    whole_pay: Usd,
    rate: Percent,
    periods: u32,
    /// Deferrals end here.
    most: Usd,
}

impl Run {
    /// The match summed over the periods, and the period with which deferrals end. Pay counts until its limit is reached.
    fn matched(&self, formula: &MatchFormula, contributor: Contributor) -> (Usd, u32) {
        let paycheck = Usd::new(self.whole_pay.decimal() / Decimal::from(self.periods));
        let (mut paid, mut deferred, mut matched, mut ends_with) = (Usd::ZERO, Usd::ZERO, Usd::ZERO, 0);
        for period in 1..=self.periods {
            let pay = paycheck.min(contributor.pay.less(paid));
            let now = self.rate.of(paycheck).min(self.most.less(deferred));
            if !now.is_zero() {
                ends_with = period;
            }
            (paid, deferred) = (paid + pay, deferred + now);
            let one = Contributor { pay, matched: now, ..contributor };
            matched = matched + matching_contribution(formula, one).unwrap_or_default();
        }
        (matched, ends_with)
    }
}

/// Does the formula go by shares of pay alone, so that it can be applied to each paycheck?
fn is_by_share_of_pay(formula: &Formula) -> bool {
    let capped = matches!(formula.max, Some(Cap::Dollars(_)));
    let shape = match &formula.shape {
        Shape::Tiers(tiers) => tiers.iter().all(|tier| matches!(tier.band, Band::OfPay(_))),
        Shape::GreaterOf(formulas) | Shape::LesserOf(formulas) => formulas.iter().all(is_by_share_of_pay),
        Shape::Steps(_) => true,
        Shape::ByService(bands) => bands.iter().all(|(_, formula)| is_by_share_of_pay(formula)),
    };
    shape && !capped
}
