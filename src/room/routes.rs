//! The two routes by which after-tax money gets to Roth while its owner is still employed.

use jiff::civil::Date;

use crate::law::Law;
use crate::law::provisions::Provision;
use crate::lower::{Election, Given, Missing, Truth};
use crate::money::Usd;
use crate::plan::document::Funding;
use crate::plan::in_plan_roth::RolloverScope;
use crate::plan::{Plan, PlanType};
use crate::syntax::phrase::condition::{AGE_59_AND_A_HALF, Condition, Eligibility, Event, Term};
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

/// What a plan says about its routes, as far as the law of its year has them.
pub fn routes(plan: &Plan, law: &Law) -> Routes {
    let reachable = any_amount(plan, law).or(lawfully_withdrawable(plan));
    let in_plan_roth = offers_in_plan_roth(plan, law).and(reachable).and(has_roth_program(plan));
    Routes { in_plan_roth, roth_ira: reaches_roth_ira(plan, law) }
}

/// Does the plan roll after-tax money over to Roth within the plan, as far as paper goes? The law allows it from
/// 2010-09-28 (IRC 402A(c)(4)(B)).
pub fn offers_in_plan_roth(plan: &Plan, law: &Law) -> Truth {
    let exists: Truth = law.in_force(Provision::InPlanRothRollover, plan.year.last_day()).into();
    exists.and(plan.in_plan_roth.allowed.is_yes()).and(covers_after_tax(plan))
}

/// Can an in-service withdrawal go to a Roth IRA? Directly from a plan since 2008 (IRC 408A(e)(1)(B)).
pub fn reaches_roth_ira(plan: &Plan, law: &Law) -> Truth {
    let exists: Truth = law.in_force(Provision::RothIraRolloverFromPlans, plan.year.last_day()).into();
    exists.and(lawfully_withdrawable(plan))
}

/// Does the plan state that nobody may contribute after tax: by a limit of nothing, or because nobody ever enters?
pub fn bars_everyone(plan: &Plan) -> bool {
    let nothing = plan.after_tax.limit.stated().and_then(|limit| limit.for_pay(Usd::dollars(1)));
    let enters_never =
        |who: &Eligibility| matches!(who, Eligibility::When { condition: Condition::Never, .. });
    nothing == Some(Usd::ZERO) || plan.eligibility.after_tax.stated().is_some_and(enters_never)
}

/// Does the in-plan Roth rollover take in the after-tax source?
pub fn covers_after_tax(plan: &Plan) -> Truth {
    plan.in_plan_roth.sources.is(|sources| sources.include(Source::AfterTax))
}

/// May amounts be rolled over in the plan that could not be distributed? The law allows it from 2013 (IRC
/// 402A(c)(4)(E)).
pub fn any_amount(plan: &Plan, law: &Law) -> Truth {
    let exists: Truth = law.in_force(Provision::InPlanRothRolloverOfAnyAmount, plan.year.last_day()).into();
    exists.and(plan.in_plan_roth.condition.is(|scope| *scope == RolloverScope::AnyAmount))
}

/// May after-tax money be withdrawn while employed in a way that is an eligible rollover distribution?
pub fn withdrawable(plan: &Plan) -> Truth {
    plan.in_service.after_tax.is(is_rollover_eligible)
}

/// Does the law let the plan pay what it lets be withdrawn?
///
/// In a 403(b) it is certain for annuity contracts only: 26 CFR 1.403(b)-6(b) frees their after-tax money in so many
/// words, 1.403(b)-6(c) on custodial accounts does not, unless the owner is 59 1/2. What may not be paid is not
/// otherwise distributable either, so that both routes hang on it.
fn lawfully_withdrawable(plan: &Plan) -> Truth {
    let is_403b = plan.identity.plan_type.is(|plan_type| *plan_type == PlanType::Plan403b);
    let funding = &plan.document.funding;
    let is_certain = match funding.stated() {
        Some(Funding::AnnuityContracts) => Truth::Yes,
        Some(Funding::CustodialAccounts | Funding::Both) | None => {
            plan.in_service.after_tax.is(is_open_at_59_and_a_half)
        }
    };
    let certain = is_403b.negated().or(is_certain);
    let lawful = if certain == Truth::No {
        Truth::Unknown(Missing { elections: vec![funding.path.clone()] })
    } else {
        certain
    };
    withdrawable(plan).and(lawful)
}

/// Is there a designated Roth program that a rollover can go into (IRC 402A(b)(1), (c)(4)(B))? Whether Roth employer
/// contributions alone make one is not settled. A 401(a) plan takes no elective deferrals, so it has none.
pub fn has_roth_program(plan: &Plan) -> Truth {
    let takes_deferrals = plan.identity.plan_type.is(|plan_type| *plan_type != PlanType::Plan401a);
    let by_deferrals = plan.deferrals.roth.is(|roth| roth.allowed == Permission::Yes);
    let by_law = takes_deferrals.and(by_deferrals);
    if by_law == Truth::No && plan.matching.roth_option.is_yes().is_yes() {
        return Truth::Unknown(Missing { elections: vec![plan.deferrals.roth.path.clone()] });
    }
    by_law
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

/// The day within the plan year from which after-tax contributions and an open route are both in force; `None` where
/// that is its first day.
pub fn begins(plan: &Plan, routes: &Routes) -> Option<Date> {
    let roll = &plan.in_plan_roth;
    let in_plan = [
        effective(&roll.allowed),
        effective(&roll.sources),
        effective(&roll.condition),
        effective(&plan.deferrals.roth),
    ];
    let in_plan = in_plan.into_iter().max().flatten();
    let ways = [(&routes.in_plan_roth, in_plan), (&routes.roth_ira, effective(&plan.in_service.after_tax))];
    let open = ways.into_iter().filter(|(route, _)| route.is_yes()).map(|(_, from)| from);
    let from = open.min().flatten().max(effective(&plan.after_tax.allowed))?;
    (from > plan.year.first_day()).then_some(from)
}

fn effective<T>(election: &Election<T>) -> Option<Date> {
    election.provenance.as_ref()?.effective.as_ref().map(|date| date.value)
}

/// Is one of the ways to a rollover that the condition opens at 59 1/2 or later?
fn is_open_at_59_and_a_half(condition: &Condition) -> bool {
    let late = |term: &Term| matches!(term, Term::Age { half_years } if *half_years >= AGE_59_AND_A_HALF);
    let is_late = |terms: &Vec<Term>| terms.iter().any(late) && terms.iter().all(is_open_to_all);
    condition.alternatives().iter().any(is_late)
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
