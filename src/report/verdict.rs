//! Can a mega backdoor Roth be done under a plan?

use jiff::civil::Date;
use serde::Serialize;

use crate::finding::ElectionPath;
use crate::law::Law;
use crate::lower::Truth;
use crate::plan::Plan;
use crate::room::model_employee::{Room, Silence, room};
use crate::rules::Facts;

/// The answer for a plan as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    Available,
    Blocked,
    Unknown,
}

/// The answer with its grounds.
#[derive(Debug, Clone)]
pub struct MegaBackdoor {
    pub verdict: Verdict,
    /// The routes that the plan opens for certain: `in-plan-roth`, `roth-ira`.
    pub routes: Vec<&'static str>,
    /// What in-service withdrawals wait for, such as `age 59 1/2`.
    pub gate: Option<String>,
    /// The same for in-plan Roth rollovers, where they take only what could be withdrawn.
    pub in_plan_gate: Option<String>,
    /// The day within the plan year from which it is available, if not from the first.
    pub available_from: Option<Date>,
    /// The rules that the plan fails.
    pub blocked_by: Vec<&'static str>,
    /// The elections that decide it and are not known.
    pub unknown: Vec<ElectionPath>,
    /// The room of the model employee, where it can be told.
    pub room: Option<Room>,
}

impl Verdict {
    pub fn word(self) -> &'static str {
        match self {
            Verdict::Available => "available",
            Verdict::Blocked => "blocked",
            Verdict::Unknown => "unknown",
        }
    }
}

/// The verdict on a plan without the names of the rules that it fails: for answers to one person.
pub fn mega_backdoor(plan: &Plan, law: &Law) -> MegaBackdoor {
    verdict(&Facts { plan, law, exposures: None }, Vec::new())
}

/// The verdict on a plan. `blocked_by` are the rules with that power which it fails.
pub fn verdict(facts: &Facts<'_>, blocked_by: Vec<&'static str>) -> MegaBackdoor {
    let routes = facts.routes();
    let open = |route: &Truth, name| route.is_yes().then_some(name);
    let names = [open(&routes.in_plan_roth, "in-plan-roth"), open(&routes.roth_ira, "roth-ira")];
    let after_tax = facts.after_tax();
    let begins = crate::room::routes::begins(facts.plan, &routes);
    let open_routes: Vec<&'static str> = names.into_iter().flatten().collect();
    let possible = after_tax.clone().and(routes.in_plan_roth.or(routes.roth_ira));
    let (verdict, unknown) = match possible {
        Truth::Yes => (Verdict::Available, Vec::new()),
        Truth::No => (Verdict::Blocked, Vec::new()),
        Truth::Unknown(missing) => (Verdict::Unknown, missing.elections),
    };
    let room = room(facts.plan, facts.law, Silence::AddsNothing).ok().filter(|_| after_tax.is_yes());
    let gate = crate::room::routes::gate(facts.plan)
        .map(ToString::to_string)
        .filter(|_| verdict == Verdict::Available);
    let needs_no_withdrawal = crate::room::routes::any_amount(facts.plan, facts.law).is_yes();
    MegaBackdoor {
        verdict,
        in_plan_gate: gate.clone().filter(|_| !needs_no_withdrawal),
        gate,
        routes: if verdict == Verdict::Available { open_routes } else { Vec::new() },
        available_from: begins.filter(|_| verdict == Verdict::Available),
        blocked_by: if verdict == Verdict::Blocked { blocked_by } else { Vec::new() },
        unknown,
        room,
    }
}
