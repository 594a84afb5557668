//! What rules judge: the plan, the law of its year, and what follows from both.

mod acp_outlook;
mod entry;
mod exposure;
pub(super) mod least_match;
pub(super) mod least_nonelective;
pub(super) mod mandate;
pub(super) mod safe_harbor;

pub use exposure::Exposures;

pub use acp_outlook::{AcpOutlook, Counted, NhceFigure, OWNER_AND_SPOUSE, Projection};

use crate::law::Law;
use crate::lower::{Missing, Truth};
use crate::money::Usd;
use crate::plan::employer::Entity;
use crate::plan::testing::TestMethod;
use crate::plan::{Plan, PlanType};
use crate::room::beside_match::is_after_tax_matched;
use crate::room::model_employee::{NoRoom, Room, Silence, room, room_for_pay};
use crate::room::routes::{self, Routes, bars_everyone};
use crate::syntax::phrase::condition::{Eligibility, Group};
use crate::syntax::phrase::permission::Permission;

/// The facts of one plan.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    pub plan: &'a Plan,
    pub law: &'a Law,
    /// What an estimate says of the plan, once it is asked for; `None` where averages will do.
    pub exposures: Option<&'a Exposures>,
}

impl Facts<'_> {
    pub fn plan_type(&self) -> Result<PlanType, Missing> {
        self.plan.identity.plan_type.known().copied()
    }

    /// May participants make after-tax contributions? A plan of a type that cannot hold them may not, whatever else;
    /// nor may those of a plan that allows them in name only.
    pub fn after_tax(&self) -> Truth {
        let can = self.plan.identity.plan_type.is(|plan_type| plan_type.may_hold_after_tax());
        let allowed = self.plan.after_tax.allowed.is_yes();
        if bars_everyone(self.plan) { Truth::No } else { can.and(allowed) }
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

    /// Are highly compensated employees kept from making any after-tax contributions? By who may make them, or by a
    /// limit of nothing.
    pub fn are_hces_barred(&self) -> Truth {
        let eligibility = &self.plan.eligibility;
        let leaves_out = |who: &Eligibility| matches!(who, Eligibility::When { group: Group::NhcesOnly, .. });
        let by_group = match eligibility.after_tax.stated() {
            Some(Eligibility::SameAsDeferrals) => eligibility.deferrals.is(leaves_out),
            Some(Eligibility::When { .. }) | None => eligibility.after_tax.is(leaves_out),
        };
        by_group.or(self
            .plan
            .after_tax
            .hce_limit
            .is(|limit| limit.for_pay(Usd::dollars(1)) == Some(Usd::ZERO)))
    }

    /// Is the plan governmental (IRC 414(d))? Of a tribe's plan the spec has to say what work its participants do.
    pub fn is_governmental(&self) -> Truth {
        let entity = &self.plan.employer.entity;
        let told = entity.known().map(|entity| entity.is_governmental().map(Truth::from));
        let untold = Missing { elections: vec![entity.path.clone()] };
        told.map_or_else(Truth::Unknown, |told| told.unwrap_or(Truth::Unknown(untold)))
    }

    /// Is the plan under the ACP test? Not a governmental one (IRC 401(a)(5)(G), 26 CFR 1.401(m)-1(b)(2), 1.403(b)-5(a)(5)),
    /// nor the 403(b) of a church (26 CFR 1.403(b)-5(d)); the 401(k) of a church is.
    pub fn is_acp_tested(&self) -> Truth {
        let is_403b = self.plan.identity.plan_type.is(|plan_type| *plan_type == PlanType::Plan403b);
        let of_church = is_403b.and(self.plan.employer.entity.is(|entity| *entity == Entity::Church));
        self.is_governmental().or(of_church).negated()
    }

    /// Must the plan run the ACP test, if it takes money that is tested? Not where nobody described is other than highly compensated
    /// (26 CFR 1.401(m)-2(a)(1)(ii)), nor where all are under a collective bargaining agreement (1.401(m)-1(b)(2)):
    /// `workforce` leaves those out, and where it is silent they may be all.
    pub fn must_run_acp(&self) -> Truth {
        let others = match self.plan.workforce.has_nhces() {
            Truth::Unknown(missing) if self.plan.workforce.groups.is_empty() => {
                match self.plan.employer.union_group.is_yes() {
                    Truth::Yes => Truth::Unknown(missing),
                    Truth::No => Truth::Yes,
                    unknown @ Truth::Unknown(_) => unknown,
                }
            }
            known @ (Truth::Yes | Truth::No | Truth::Unknown(_)) => known,
        };
        self.is_acp_tested().and(others)
    }

    /// Must the plan run the ADP test unless it has a safe harbor? Not a governmental one (IRC 401(k)(3)(G)), nor where
    /// nobody described is other than highly compensated (26 CFR 1.401(k)-2(a)(1)(ii)). Bargained employees are tested too.
    pub fn must_run_adp(&self) -> Truth {
        let workforce = &self.plan.workforce;
        let others = if workforce.groups.is_empty() { Truth::Yes } else { workforce.has_nhces() };
        self.is_governmental().negated().and(others)
    }

    /// Does the plan run the ADP or the ACP test?
    pub fn runs_tests(&self) -> Truth {
        let testing = &self.plan.testing;
        let is_run = |method: &TestMethod| *method != TestMethod::NotTested;
        testing.adp.is(is_run).or(testing.acp.is(is_run))
    }

    /// Does a safe harbor plan choose to count its match in the ACP test? Either of two elections tells.
    pub fn counts_match_in_acp(&self) -> Truth {
        acp_outlook::counts_match(self.plan)
    }

    /// How the ACP test is likely to come out, by the plan's `workforce`.
    pub fn acp_outlook(&self) -> Result<AcpOutlook, Missing> {
        acp_outlook::acp_outlook(self)
    }

    pub fn routes(&self) -> Routes {
        routes::routes(self.plan, self.law)
    }

    /// Are after-tax contributions matched? Either of two elections may say so; where only the more telling one is
    /// missing, that is asked for. Where both are stated and contradict each other, `after-tax-matched` reports it.
    pub fn is_after_tax_matched(&self) -> Truth {
        is_after_tax_matched(self.plan)
    }

    /// The room of the plan's model employee, with nothing guessed. `None` where there is no room to speak of: a type
    /// without after-tax money, a short year, or a year whose limits are not published (reported by a rule of its own).
    pub fn room(&self) -> Result<Option<Room>, Missing> {
        where_there_is_any(room(self.plan, self.law, Silence::IsUnknown))
    }

    /// The room if employer money that is not known comes to nothing: a bound from above, so that what suffices for it
    /// suffices whatever the plan does not say. `None` as for [`Facts::room`].
    pub fn widest_room(&self) -> Result<Option<Room>, Missing> {
        where_there_is_any(room(self.plan, self.law, Silence::LeavesMost))
    }

    /// The room of someone with this pay, employer money aside.
    pub fn widest_room_for_pay(&self, pay: Usd) -> Result<Option<Room>, Missing> {
        where_there_is_any(room_for_pay(self.plan, self.law, Silence::LeavesMost, pay))
    }

    /// The room if `cap` falls short of it; `None` if the cap leaves it all, or there is no room to speak of.
    pub fn room_beyond(&self, cap: Usd) -> Result<Option<Room>, Missing> {
        let falls_short = |room: &Room| cap < room.before_caps;
        if !self.widest_room()?.as_ref().is_some_and(falls_short) {
            return Ok(None);
        }
        Ok(self.room()?.filter(falls_short))
    }
}

fn where_there_is_any(room: Result<Room, NoRoom>) -> Result<Option<Room>, Missing> {
    match room {
        Ok(room) => Ok(Some(room)),
        Err(NoRoom::Missing(missing)) => Err(missing),
        Err(NoRoom::NotPublished(_) | NoRoom::ShortYear | NoRoom::NotThisType) => Ok(None),
    }
}
