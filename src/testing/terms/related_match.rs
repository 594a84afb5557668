//! The plan's match formula on one person's year: the match that goes with contributions that go back.

use crate::lower::{Election, Missing, Truth};
use crate::money::Usd;
use crate::money::exact::{Cents, Hundredths};
use crate::nondiscrimination::correction_acp::sources::MatchTier;
use crate::plan::Plan;
use crate::plan::testing::RelatedMatch;
use crate::room::beside_match::is_after_tax_matched;
use crate::room::employer_money::{Contributor, matching_contribution};
use crate::syntax::phrase::match_formula::{Band, Formula, MatchFormula, Shape};
use crate::syntax::phrase::sources::Source;

use super::limits::YearLimits;

/// What the plan says of match on contributions that go back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RelatedMatchTerms {
    /// That of the highly compensated. `None` where it cannot be applied: it is discretionary or not stated, or does not
    /// match all deferrals alike.
    formula: Option<Formula>,
    deferral_limit: Option<Cents>,
    /// Are contributions matched that count as catch-up? Where the spec does not say, all deferrals are taken to be.
    pub counts_catch_up: Truth,
    /// Does the match count after-tax contributions?
    pub on_after_tax: Truth,
    /// What happens to it.
    pub when_refunded: Result<RelatedMatch, Missing>,
}

/// The contributions of one person that a formula matches, before and after something went back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Matched {
    pub pay: Cents,
    pub before: Cents,
    pub after: Cents,
    /// Completed years, where they are known.
    pub years_of_service: Option<u32>,
}

impl RelatedMatchTerms {
    pub(super) fn of(plan: &Plan, limits: &YearLimits) -> Self {
        let sources = plan.matching.sources.stated();
        let are_all_matched =
            sources.is_none_or(|list| list.include(Source::PreTax) && list.include(Source::Roth));
        Self {
            formula: formula(plan).filter(|_| are_all_matched),
            deferral_limit: limits.elective_deferral.and_then(|(_, figure)| figure.ok()),
            counts_catch_up: plan.matching.sources.is(|list| list.include(Source::CatchUp)),
            on_after_tax: is_after_tax_matched(plan),
            when_refunded: plan.testing.related_match.known().copied(),
        }
    }

    /// What of a match must be forfeited so that what is left of contributions has no better rate than the formula
    /// gives: never more than the formula gave on what went back. `None` where the formula cannot be applied.
    pub fn on_what_went(&self, matched: Matched, matching: Cents) -> Option<Cents> {
        if matched.before == matched.after || matching == Cents::ZERO {
            return Some(Cents::ZERO);
        }
        let [before, after] = [matched.before, matched.after].map(|amount| self.on(matched, amount));
        let (before, after) = (before?, after?);
        Some(matching.less(after).min(before.less(after)))
    }

    /// The bands of the formula that deferrals leave for after-tax contributions. `None` where it has no bands.
    pub fn tiers_above(&self, deferrals: Cents, pay: Cents) -> Option<Vec<MatchTier>> {
        let formula = self.formula.as_ref()?;
        let Shape::Tiers(tiers) = &formula.shape else { return None };
        if formula.max.is_some() {
            return None;
        }
        let (mut begins, mut left) = (Cents::ZERO, Vec::new());
        for tier in tiers {
            let ends = match tier.band {
                Band::OfPay(share) => begins + to_cents(share.of(pay.into()))?,
                Band::Dollars(width) => begins + to_cents(width)?,
                Band::ToDeferralLimit => self.deferral_limit?.max(begins),
            };
            let width = ends.less(begins.max(deferrals));
            left.push(MatchTier { rate: Hundredths::rounded(tier.rate), width });
            begins = ends;
        }
        left.retain(|tier| tier.width > Cents::ZERO);
        Some(left)
    }

    fn on(&self, matched: Matched, contributions: Cents) -> Option<Cents> {
        let formula = self.formula.as_ref()?;
        if matches!(formula.shape, Shape::ByService(_)) && matched.years_of_service.is_none() {
            return None;
        }
        let contributor = Contributor {
            pay: matched.pay.into(),
            matched: contributions.into(),
            deferral_limit: self.deferral_limit.unwrap_or(Cents::MOST).into(),
            years_of_service: matched.years_of_service,
        };
        to_cents(matching_contribution(&MatchFormula::Formula(formula.clone()), contributor)?)
    }
}

fn formula(plan: &Plan) -> Option<Formula> {
    let own: &Election<MatchFormula> = &plan.matching.hce_formula;
    let election = if own.is_written() && own.stated() != Some(&MatchFormula::None) {
        own
    } else {
        &plan.matching.formula
    };
    match election.stated()? {
        MatchFormula::Formula(formula) => Some(formula.clone()),
        MatchFormula::None | MatchFormula::Discretionary => None,
    }
}

fn to_cents(amount: Usd) -> Option<Cents> {
    amount.to_cents().map(Cents)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Percent;
    use crate::syntax::phrase::match_formula::Tier;

    fn half_of_six_percent() -> RelatedMatchTerms {
        let band = Band::OfPay(Percent::whole(6));
        let shape = Shape::Tiers(vec![Tier { rate: Percent::whole(50), band }]);
        RelatedMatchTerms {
            formula: Some(Formula { shape, max: None }),
            deferral_limit: Some(Cents::dollars(24_500)),
            counts_catch_up: Truth::Yes,
            on_after_tax: Truth::No,
            when_refunded: Ok(RelatedMatch::Forfeited),
        }
    }

    #[test]
    fn only_match_on_what_went_is_forfeited() {
        let matched = |before, after| Matched {
            pay: Cents::dollars(100_000),
            before: Cents::dollars(before),
            after: Cents::dollars(after),
            years_of_service: None,
        };
        let terms = half_of_six_percent();
        let forfeited = |before, after, matching| {
            terms.on_what_went(matched(before, after), Cents::dollars(matching)).map(|cents| cents.0 / 100)
        };
        assert_eq!(forfeited(8_000, 6_500, 3_000), Some(0), "what went was above what is matched");
        assert_eq!(forfeited(8_000, 5_000, 3_000), Some(500));
        assert_eq!(forfeited(8_000, 5_000, 2_600), Some(100), "less was paid than the formula gives");
        assert_eq!(forfeited(8_000, 5_000, 9_000), Some(500), "more was paid for another reason");
    }

    #[test]
    fn after_tax_contributions_are_matched_above_deferrals() {
        let terms = half_of_six_percent();
        let above = |deferrals| terms.tiers_above(Cents::dollars(deferrals), Cents::dollars(100_000));
        let tier = |width| MatchTier { rate: Hundredths::percent(50), width: Cents::dollars(width) };
        assert_eq!(above(0), Some(vec![tier(6_000)]));
        assert_eq!(above(4_500), Some(vec![tier(1_500)]));
        assert_eq!(above(6_000), Some(Vec::new()));
    }
}
