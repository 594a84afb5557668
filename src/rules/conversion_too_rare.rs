//! `conversion-too-rare`: a route to Roth that opens quarterly or more rarely.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::{Finding, Severity};
use crate::lower::{Election, Missing, Truth};
use crate::plan::{Plan, PlanType};
use crate::room::routes::{self, Routes};
use crate::syntax::phrase::condition::Condition;
use crate::syntax::phrase::frequency::{Automatic, Frequency};

pub const RULE: Rule = Rule {
    name: "conversion-too-rare",
    group: Group::MegaBackdoor,
    summary: "Conversion too rare",
    severity: Severity::Warning,
    profile: Profile::MegaBackdoor,
    applies_to: &[PlanType::Traditional401k, PlanType::Solo401k, PlanType::Plan403b, PlanType::Plan401a],
    in_force: None,
    citations: &[
        "IRC 402A(c)(4)(A)(i)",
        "IRC 408A(d)(3)(A)(i)",
        "Notice 2013-74",
        "IRS, Retirement topics: Designated Roth account",
    ],
    page: include_str!("conversion_too_rare.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    judge(facts).map_err(|missing| first_questions(missing, facts.plan))
}

fn judge(facts: &Facts<'_>) -> Judgement {
    if !facts.has_after_tax()? {
        return Ok(Outcome::NotApplicable);
    }
    let plan = facts.plan;
    let open = open_to_most(facts)?;
    // Without a route, `no-route-to-roth` and its kin say what is to be said.
    if !open.in_plan_roth.clone().or(open.roth_ira.clone()).known()? {
        return Ok(Outcome::NotApplicable);
    }
    let in_plan = plan.in_plan_roth.automatic.is(|automatic| every(*automatic).is_some_and(is_often));
    let in_plan = in_plan.or(plan.in_plan_roth.frequency.is(|frequency| is_often(*frequency)));
    let in_service = plan.in_service.after_tax_frequency.is(|frequency| is_often(*frequency));
    let often = open.in_plan_roth.clone().and(in_plan).or(open.roth_ira.clone().and(in_service));
    if often.known()? {
        return Ok(Outcome::Pass);
    }
    Outcome::of(best(plan, &open).into_iter().collect())
}

/// The routes that count. One behind an age or service gate serves few, so that it counts only where no other is open.
fn open_to_most(facts: &Facts<'_>) -> Result<Routes, Missing> {
    let (plan, routes) = (facts.plan, facts.routes());
    let at_once = plan.in_service.after_tax.is(|condition| *condition == Condition::Immediate);
    let in_plan = routes.in_plan_roth.clone().and(routes::any_amount(plan, facts.law).or(at_once.clone()));
    let roth_ira = routes.roth_ira.clone().and(at_once);
    if in_plan.clone().or(roth_ira.clone()).known()? {
        return Ok(Routes { in_plan_roth: in_plan, roth_ira });
    }
    Ok(routes)
}

/// How in-plan rollovers work is not asked before it is known that there are any.
fn first_questions(mut missing: Missing, plan: &Plan) -> Missing {
    let in_plan = &plan.in_plan_roth;
    if in_plan.allowed.known().is_err() {
        let later = [
            &in_plan.sources.path,
            &in_plan.condition.path,
            &in_plan.automatic.path,
            &in_plan.frequency.path,
        ];
        missing.elections.retain(|path| !later.contains(&path) && *path != plan.deferrals.roth.path);
    }
    missing
}

fn every(automatic: Automatic) -> Option<Frequency> {
    match automatic {
        Automatic::None => None,
        Automatic::Every(frequency) => Some(frequency),
    }
}

/// Quarterly is too rare already.
fn is_often(frequency: Frequency) -> bool {
    frequency.per_year() > 4
}

/// The finding at the most frequent of the ways that are open.
fn best(plan: &Plan, open: &Routes) -> Option<Finding> {
    let mut ways: Vec<(Frequency, Finding)> = Vec::new();
    if open.in_plan_roth != Truth::No {
        let (automatic, on_request) = (&plan.in_plan_roth.automatic, &plan.in_plan_roth.frequency);
        let automatically = automatic.stated().copied().and_then(every);
        ways.extend(automatically.map(|frequency| (frequency, finding(automatic, frequency))));
        ways.extend(on_request.stated().map(|frequency| (*frequency, finding(on_request, *frequency))));
    }
    if open.roth_ira != Truth::No {
        let withdrawal = &plan.in_service.after_tax_frequency;
        ways.extend(withdrawal.stated().map(|frequency| (*frequency, finding(withdrawal, *frequency))));
    }
    ways.into_iter().max_by_key(|(frequency, _)| frequency.per_year()).map(|(_, finding)| finding)
}

fn finding<T>(election: &Election<T>, frequency: Frequency) -> Finding {
    let how_often = match frequency.per_year() {
        1 => "only once a year: up to a whole year's earnings build up first".to_owned(),
        times => format!("at most {times} times a year: earnings build up in between"),
    };
    let message = format!(
        "After-tax money can be moved to Roth {how_often}, and they are taxed on conversion (IRC 402A(c)(4)(A)(i), \
         408A(d)(3)(A)(i))."
    );
    RULE.finding(election, message, format!("`{frequency}` is the best that this plan offers"))
        .help("Allow conversion each payroll or daily, or convert after-tax contributions automatically.")
}
