//! The match of one person by the plan's formula, or what keeps it from being told.

use crate::lower::Truth;
use crate::money::exact::{Cents, Hundredths};
use crate::money::{Percent, Usd};
use crate::nondiscrimination::excess_deferral::Status;
use crate::plan::Plan;
use crate::room::beside_match::is_after_tax_matched;
use crate::room::employer_money::{Contributor, matching_contribution};
use crate::syntax::phrase::match_formula::{Formula, MatchFormula, Shape};
use crate::syntax::phrase::sources::Source;
use crate::testing::terms::{Terms, unpublished};
use crate::testing::unanswered::Unanswered;

/// Both formulas of a plan, ready to be applied to many people.
#[derive(Debug, Clone)]
pub struct MatchOf {
    hce: MatchFormula,
    nhce: MatchFormula,
    deferral_limit: Cents,
}

impl MatchOf {
    /// The formulas, or what the spec would have to say. A discretionary match is known only when the employer decides.
    pub fn of(plan: &Plan, terms: &Terms) -> Result<Self, Unanswered> {
        let matching = &plan.matching;
        let nhce = matching.formula.known().map_err(Unanswered::from)?;
        let hce = if matching.hce_formula.is_written() {
            matching.hce_formula.known().map_err(Unanswered::from)?
        } else {
            nhce
        };
        if [hce, nhce].contains(&&MatchFormula::Discretionary) {
            return Err(Unanswered::other(
                "the match is discretionary: its formula for this year has to be stated",
            ));
        }
        let counts = |source| matching.sources.is(|sources| sources.include(source));
        if counts(Source::PreTax) == Truth::No || counts(Source::Roth) == Truth::No {
            return Err(Unanswered::other(
                "the plan matches only some deferrals: which of them a person makes is not told",
            ));
        }
        let deferral_limit = match terms.limits.elective_deferral {
            Some((_, figure)) => figure.map_err(unpublished)?,
            None => Cents::MOST,
        };
        Ok(Self { hce: hce.clone(), nhce: nhce.clone(), deferral_limit })
    }

    /// The match on a year's deferrals. Pay is cut to the limit of 401(a)(17) already.
    pub fn on(
        &self,
        status: Status,
        pay: Cents,
        deferrals: Cents,
        years: Option<u32>,
    ) -> Result<Cents, Unanswered> {
        let formula = match status {
            Status::Hce => &self.hce,
            Status::Nhce => &self.nhce,
        };
        if years.is_none() && depends_on_service(formula) {
            return Err(Unanswered::other("the match depends on years of service, which are not told"));
        }
        let contributor = Contributor {
            pay: pay.into(),
            matched: deferrals.into(),
            deferral_limit: self.deferral_limit.into(),
            years_of_service: years,
        };
        let amount =
            matching_contribution(formula, contributor).and_then(|amount| amount.round_to_cents().to_cents());
        amount.map(Cents).ok_or_else(|| Unanswered::other("the match of the formula cannot be told"))
    }
}

fn depends_on_service(formula: &MatchFormula) -> bool {
    match formula {
        MatchFormula::Formula(formula) => matches!(formula.shape, Shape::ByService(_)),
        MatchFormula::None | MatchFormula::Discretionary => false,
    }
}

/// The plan with another rate on the first band of its match.
pub fn with_rate(plan: &mut Plan, rate: Hundredths) -> Result<(), Unanswered> {
    use crate::lower::Given;
    plan.matching.formula.known().map_err(Unanswered::from)?;
    if let Given::Value(spanned) = &mut plan.matching.formula.given
        && let MatchFormula::Formula(Formula { shape: Shape::Tiers(tiers), .. }) = &mut spanned.value
        && let Some(first) = tiers.first_mut()
    {
        first.rate = Percent::from(rate);
        return Ok(());
    }
    Err(Unanswered::other("this match formula has no rate that could be varied"))
}

/// May the estimate change after-tax contributions and leave the match alone?
pub fn is_after_tax_unmatched(plan: &Plan) -> Result<(), Unanswered> {
    match is_after_tax_matched(plan) {
        Truth::No => Ok(()),
        Truth::Yes => Err(Unanswered::other(
            "the plan matches after-tax contributions, and an estimate varies only those that are not matched",
        )),
        Truth::Unknown(missing) if missing.elections.is_empty() => {
            Err(Unanswered::other("`after-tax.matched` and `match.sources` contradict each other"))
        }
        Truth::Unknown(missing) => Err(missing.into()),
    }
}

/// An average or other amount of the spec in cents.
pub fn cents(amount: Usd) -> Cents {
    amount.round_to_cents().to_cents().map_or(Cents::MOST, Cents).min(Cents::MOST)
}
