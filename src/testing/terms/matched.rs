//! Which match the ACP test counts.

use crate::lower::Missing;
use crate::money::exact::{Cents, Hundredths};
use crate::money::{Percent, Usd};
use crate::plan::Plan;
use crate::plan::safe_harbor::SafeHarborType;
use crate::room::employer_money::{Contributor, matching_contribution};
use crate::syntax::phrase::match_formula::{Formula, MatchFormula, Shape};
use crate::syntax::phrase::permission::Permission;

use super::applies::safe_harbor;

/// The match in the ACP test of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MatchCounting {
    Everything,
    /// A safe harbor plan that must test its after-tax contributions may leave match out, for all employees alike
    /// (26 CFR 1.401(m)-2(a)(5)(iv)).
    MayBeLeftOut {
        part: MatchPart,
        included: Result<bool, Missing>,
    },
}

/// How much of a person's match may be left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MatchPart {
    /// The plan satisfies the ACP safe harbor.
    All,
    /// It satisfies the ADP safe harbor alone: what does not exceed this share of pay.
    UpTo(Hundredths),
}

impl MatchCounting {
    pub(super) fn of(plan: &Plan) -> Self {
        let Ok(Some(kind)) = safe_harbor(plan) else { return MatchCounting::Everything };
        let part = match (plan.safe_harbor.acp.stated(), kind) {
            (Some(Permission::Yes), _) => MatchPart::All,
            // Where it is not stated, the smaller part may be left out in either case.
            (_, SafeHarborType::QacaMatch | SafeHarborType::QacaNonelective) => {
                MatchPart::UpTo(Hundredths(350))
            }
            (
                _,
                SafeHarborType::None
                | SafeHarborType::BasicMatch
                | SafeHarborType::EnhancedMatch
                | SafeHarborType::Nonelective,
            ) => MatchPart::UpTo(Hundredths::percent(4)),
        };
        let included = plan.testing.include_safe_harbor_match.known().map(|stated| stated.is_yes());
        MatchCounting::MayBeLeftOut { part, included }
    }
}

/// The match on contributions of 6% of pay, in percent of them, for a formula whose rate is not the same throughout;
/// `None` where it is, where service decides, or where the employer decides year by year.
pub(super) fn rate_at_six_percent(plan: &Plan) -> Option<Hundredths> {
    let formula = plan.matching.formula.stated()?;
    let MatchFormula::Formula(Formula { shape, max }) = formula else { return None };
    let is_level = matches!(shape, Shape::Tiers(tiers) if tiers.len() == 1) && max.is_none();
    if is_level || matches!(shape, Shape::ByService(_)) {
        return None;
    }
    let pay = Usd::dollars(100_000);
    let matched = Percent::whole(6).of(pay);
    let contributor = Contributor { pay, matched, deferral_limit: pay, years_of_service: None };
    let rate = matching_contribution(formula, contributor)?.percent_of(matched)?;
    Some(Hundredths::rounded(rate))
}

impl MatchPart {
    /// What still counts of a match.
    pub fn left(self, matching: Cents, pay: Cents) -> Cents {
        match self {
            MatchPart::All => Cents::ZERO,
            MatchPart::UpTo(share) => matching.less(Cents(pay.times(share).rounded_half_up())),
        }
    }
}
