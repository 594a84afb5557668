//! The two routes by which after-tax money gets to Roth while its owner is still employed.

use crate::lower::{Given, Truth};
use crate::plan::Plan;
use crate::plan::in_plan_roth::RolloverScope;
use crate::syntax::phrase::condition::{Condition, Event, Term};
use crate::syntax::phrase::permission::Permission;
use crate::syntax::phrase::sources::Source;

/// Which routes a plan opens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Routes {
    /// An in-plan Roth rollover of the after-tax account (IRC 402A(c)(4)).
    pub in_plan_roth: Truth,
    /// An in-service withdrawal of the after-tax account, rolled over to a Roth IRA (IRC 402(c), Notice 2014-54).
    pub roth_ira: Truth,
}

/// What a plan says about its routes.
pub fn routes(plan: &Plan) -> Routes {
    let covered = covers_after_tax(plan);
    let reachable = any_amount(plan).or(withdrawable(plan));
    let in_plan_roth =
        plan.in_plan_roth.allowed.is_yes().and(covered).and(reachable).and(has_roth_program(plan));
    Routes { in_plan_roth, roth_ira: withdrawable(plan) }
}

/// Does the in-plan Roth rollover take in the after-tax source?
pub fn covers_after_tax(plan: &Plan) -> Truth {
    plan.in_plan_roth.sources.is(|sources| sources.include(Source::AfterTax))
}

/// May amounts be rolled over in the plan that could not be distributed (IRC 402A(c)(4)(E))?
pub fn any_amount(plan: &Plan) -> Truth {
    plan.in_plan_roth.condition.is(|scope| *scope == RolloverScope::AnyAmount)
}

/// May after-tax money be withdrawn while employed in a way that is an eligible rollover distribution?
pub fn withdrawable(plan: &Plan) -> Truth {
    plan.in_service.after_tax.is(is_rollover_eligible)
}

/// Is there a designated Roth program that a rollover can go into (IRC 402A(b)(1), (c)(4)(B))?
pub fn has_roth_program(plan: &Plan) -> Truth {
    plan.deferrals.roth.is(|roth| roth.allowed == Permission::Yes)
}

/// Does a condition for withdrawals leave any way that is open to someone employed and can be rolled over?
///
/// A hardship distribution never can (IRC 402(c)(4)(C)); distributions on the other special events are not a right
/// that everyone can use; separation and plan termination are not in service.
pub fn is_rollover_eligible(condition: &Condition) -> bool {
    match condition {
        Condition::Immediate => true,
        Condition::Never => false,
        Condition::AnyOf(alternatives) => alternatives.iter().any(|terms| terms.iter().all(is_open_to_all)),
    }
}

/// Can everyone meet it by staying employed?
fn is_open_to_all(term: &Term) -> bool {
    match term {
        Term::Age { .. } | Term::Service(_) | Term::Hours(_) | Term::Participation(_) => true,
        Term::Event(event) => *event == Event::NormalRetirementAge,
    }
}

/// What stands in the way of withdrawals that are allowed, such as `age 59 1/2`; `None` where nothing does.
pub fn gate(plan: &Plan) -> Option<&Condition> {
    match &plan.in_service.after_tax.given {
        Given::Value(spanned) if spanned.value != Condition::Immediate => Some(&spanned.value),
        Given::Value(_)
        | Given::Unknown(_)
        | Given::NotYet { .. }
        | Given::Absent { .. }
        | Given::Unreadable(_) => None,
    }
}
