//! What rules ask about safe harbor designs: which one a plan has, and what its match comes to at every rate.

use super::Facts;
use crate::law::limits::Limit;
use crate::lower::{Election, Missing, Truth};
use crate::money::{Percent, Usd};
use crate::nondiscrimination::safe_harbor::Band as LeastBand;
use crate::plan::matching::AllocationConditions;
use crate::plan::safe_harbor::SafeHarborType;
use crate::plan::testing::TestMethod;
use crate::room::match_rates::{Bounds, depends_on_pay};
use crate::room::year_limits::amount;
use crate::syntax::phrase::match_formula::{Band, Formula, MatchFormula, Shape, Tier};
use crate::syntax::phrase::nonelective::Nonelective;
use crate::syntax::phrase::vesting::Vesting;

impl Facts<'_> {
    /// The safe harbor design, or `None` for a plan that has none. A plan whose deferrals are tested has none: a plan must
    /// say which of the two it does, and may not do both (26 CFR 1.401(k)-1(e)(7)).
    pub fn safe_harbor(&self) -> Result<Option<SafeHarborType>, Missing> {
        match self.plan.safe_harbor.kind.known() {
            Ok(SafeHarborType::None) => Ok(None),
            Ok(kind) => Ok(Some(*kind)),
            Err(missing) => {
                let is_tested = self.plan.testing.adp.is(|method| *method != TestMethod::NotTested);
                if is_tested.is_yes() { Ok(None) } else { Err(missing) }
            }
        }
    }

    /// Is the match meant to satisfy the ACP safe harbor (IRC 401(m)(11), (12))? Only beside one of 401(k)(12) or (13).
    pub fn claims_acp_safe_harbor(&self) -> Truth {
        match self.safe_harbor() {
            Ok(None) => Truth::No,
            Ok(Some(_)) => self.plan.safe_harbor.acp.is_yes(),
            Err(missing) => Truth::Unknown(missing),
        }
    }

    /// The match formulas that apply to everyone together: the plan's formula, and a discretionary one on top of it that
    /// has a formula. Silence about the latter is none: a plan has to state it (26 CFR 1.401-1(b)(1)(ii)), and a rule of
    /// its own asks for it.
    pub fn match_formulas(&self) -> Result<Vec<&MatchFormula>, Missing> {
        let mut formulas = vec![self.plan.matching.formula.known()?];
        let on_top = &self.plan.matching.discretionary_formula;
        if on_top.is_written() {
            formulas.push(on_top.known()?);
        }
        Ok(formulas)
    }

    /// Has every match a formula? One that the employer decides year by year tells no rates, and passes no rule on them.
    pub fn match_has_rates(&self) -> Result<(), Missing> {
        let matching = &self.plan.matching;
        let undecided =
            |election: &&Election<MatchFormula>| election.stated() == Some(&MatchFormula::Discretionary);
        match [&matching.formula, &matching.discretionary_formula].into_iter().find(undecided) {
            Some(election) => Err(Missing { elections: vec![election.path.clone()] }),
            None => Ok(()),
        }
    }

    /// The pay and deferrals within which formulas are compared; `None` where they count dollars and the year's limits
    /// are not published, which a rule of its own reports.
    pub fn match_bounds(&self, formulas: &[&MatchFormula]) -> Option<Bounds> {
        if !depends_on_pay(formulas) {
            return Some(Bounds { pay: Usd::dollars(100_000), deferral_limit: Usd::dollars(100_000) });
        }
        let amount = |limit| amount(self.plan, self.law, limit).ok();
        Some(Bounds { pay: amount(Limit::Compensation)?, deferral_limit: amount(Limit::ElectiveDeferral)? })
    }

    /// The election that tells how the safe harbor money vests.
    pub fn safe_harbor_vesting(&self, design: SafeHarborType) -> &Election<Vesting> {
        let own = &self.plan.safe_harbor.vesting;
        self.safe_harbor_money(design, own, &self.plan.matching.vesting, &self.plan.nonelective.vesting)
    }

    /// The election that tells what must be met to receive the safe harbor money.
    pub fn safe_harbor_conditions(&self, design: SafeHarborType) -> &Election<AllocationConditions> {
        let own = &self.plan.safe_harbor.conditions;
        self.safe_harbor_money(design, own, &self.plan.matching.conditions, &self.plan.nonelective.conditions)
    }

    /// What `safe-harbor` states itself; else what the section of the money states, if it speaks of that money.
    fn safe_harbor_money<'e, T>(
        &self,
        design: SafeHarborType,
        own: &'e Election<T>,
        matching: &'e Election<T>,
        nonelective: &'e Election<T>,
    ) -> &'e Election<T> {
        if own.is_written() {
            own
        } else if design.is_match() {
            matching
        } else if self.nonelective_is_safe_harbor_money().is_yes() {
            nonelective
        } else {
            own
        }
    }

    /// Does the section in which the safe harbor money stands speak of other money, with a vesting schedule of its own: of a
    /// discretionary match on top, or of nonelective contributions besides?
    pub fn is_beside_safe_harbor_money(&self, design: SafeHarborType) -> bool {
        let harbor = &self.plan.safe_harbor;
        let is_apart = harbor.vesting.is_written();
        if design.is_match() {
            let on_top = self.plan.matching.discretionary_formula.stated();
            return is_apart && on_top.is_some_and(|formula| *formula != MatchFormula::None);
        }
        match self.nonelective_is_safe_harbor_money() {
            Truth::Yes => is_apart && harbor.percent.is_written(),
            Truth::No => true,
            Truth::Unknown(_) => false,
        }
    }

    /// Does `nonelective` describe the safe harbor contribution itself? A definite formula does in a plan whose safe harbor
    /// is a nonelective contribution; one that the employer decides, or that depends on classes, is other money.
    pub fn nonelective_is_safe_harbor_money(&self) -> Truth {
        self.plan.nonelective.formula.is(|formula| match formula {
            Nonelective::OfPay(_) | Nonelective::Dollars(_) | Nonelective::ByService(_) => true,
            Nonelective::None
            | Nonelective::Discretionary
            | Nonelective::DiscretionaryProRata
            | Nonelective::NewComparability
            | Nonelective::Integrated => false,
        })
    }
}

/// A least match of the regulations as a formula.
pub fn as_formula(bands: &[LeastBand]) -> MatchFormula {
    let tier = |band: &LeastBand| Tier {
        rate: Percent::from(band.rate),
        band: Band::OfPay(Percent::from(band.width)),
    };
    let shape = Shape::Tiers(bands.iter().map(tier).collect());
    MatchFormula::Formula(Formula { shape, max: None })
}
