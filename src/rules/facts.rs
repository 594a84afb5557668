//! What rules judge: the plan, the law of its year, and what follows from both.

use crate::law::Law;
use crate::lower::{Missing, Truth};
use crate::plan::{Plan, PlanType};
use crate::room::model_employee::{NoRoom, Room, Silence, room};
use crate::room::routes::{self, Routes};
use crate::syntax::phrase::match_formula::MatchFormula;
use crate::syntax::phrase::permission::Permission;
use crate::syntax::phrase::sources::Source;

/// The facts of one plan.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    pub plan: &'a Plan,
    pub law: &'a Law,
}

impl Facts<'_> {
    pub fn plan_type(&self) -> Result<PlanType, Missing> {
        self.plan.identity.plan_type.known().copied()
    }

    /// May participants make after-tax contributions? A plan of a type that cannot hold them may not, whatever else.
    pub fn after_tax(&self) -> Truth {
        let can = self.plan.identity.plan_type.is(|plan_type| plan_type.may_hold_after_tax());
        can.and(self.plan.after_tax.allowed.is_yes())
    }

    /// Are after-tax contributions allowed? What is missing otherwise.
    pub fn has_after_tax(&self) -> Result<bool, Missing> {
        self.after_tax().known()
    }

    /// Does the plan hold after-tax contributions, be it from years in which they were still allowed?
    pub fn holds_after_tax(&self) -> Truth {
        let can = self.plan.identity.plan_type.is(|plan_type| plan_type.may_hold_after_tax());
        can.and(self.plan.after_tax.allowed.is(|allowed| *allowed != Permission::No))
    }

    /// Are after-tax contributions matched? Either of two elections may say so; where only the more telling one is
    /// missing, that is asked for.
    pub fn is_after_tax_matched(&self) -> Truth {
        let by_formula = match self.plan.matching.formula.stated() {
            Some(MatchFormula::None) => Truth::No,
            Some(MatchFormula::Discretionary | MatchFormula::Formula(_)) | None => {
                self.plan.matching.sources.is(|sources| sources.include(Source::AfterTax))
            }
        };
        match (self.plan.after_tax.matched.is_yes(), by_formula) {
            (Truth::Yes, _) | (_, Truth::Yes) => Truth::Yes,
            (Truth::No, _) | (_, Truth::No) => Truth::No,
            (unknown, Truth::Unknown(_)) => unknown,
        }
    }

    /// Is the plan's sponsor governmental (IRC 414(d))?
    pub fn is_governmental(&self) -> Truth {
        self.plan.employer.entity.is(|entity| entity.is_governmental())
    }

    pub fn routes(&self) -> Routes {
        routes::routes(self.plan)
    }

    /// The room of the plan's model employee, with nothing guessed. `None` where there is no room to speak of: a type
    /// without after-tax money, a short year, or a year whose limits are not published (reported by a rule of its own).
    pub fn room(&self) -> Result<Option<Room>, Missing> {
        match room(self.plan, self.law, Silence::IsUnknown) {
            Ok(room) => Ok(Some(room)),
            Err(NoRoom::Missing(missing)) => Err(missing),
            Err(NoRoom::NotPublished(_) | NoRoom::ShortYear | NoRoom::NotThisType) => Ok(None),
        }
    }
}
