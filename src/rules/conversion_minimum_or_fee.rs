//! `conversion-minimum-or-fee`: what a conversion costs, or how much of it must come together first.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Finding;
use crate::finding::Severity;
use crate::lower::{Election, Truth};
use crate::money::Usd;
use crate::plan::PlanType;
use crate::syntax::phrase::frequency::Automatic;
use rust_decimal::Decimal;

pub const RULE: Rule = Rule {
    name: "conversion-minimum-or-fee",
    group: Group::MegaBackdoor,
    summary: "Minimum amount or fee on conversions",
    severity: Severity::Advice,
    profile: Profile::MegaBackdoor,
    applies_to: &[PlanType::Traditional401k, PlanType::Solo401k, PlanType::Plan403b, PlanType::Plan401a],
    in_force: None,
    citations: &["26 CFR 1.401(a)(31)-1, A-9, A-11", "IRC 402A(c)(4)(A)(i)", "IRC 408A(d)(3)(A)(i)"],
    page: include_str!("conversion_minimum_or_fee.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

/// Payrolls of someone who is paid every two weeks.
const PAYROLLS: i64 = 26;

fn check(facts: &Facts<'_>) -> Judgement {
    if !facts.has_after_tax()? {
        return Ok(Outcome::NotApplicable);
    }
    let plan = facts.plan;
    let routes = facts.routes();
    // The in-plan route is looked at where it is open; a withdrawal counts where it is the only way.
    if routes.in_plan_roth.clone().or(routes.roth_ira.clone()) == Truth::No {
        return Ok(Outcome::NotApplicable);
    }
    if !routes.in_plan_roth.known()? {
        routes.roth_ira.known()?;
        return judge_minimum(facts, &plan.in_service.after_tax_minimum, Truth::Yes);
    }
    // What is rolled over by itself waits for no least amount.
    let in_plan = &plan.in_plan_roth;
    let on_request = in_plan.automatic.is(|automatic| *automatic == Automatic::None);
    let minimum = judge_minimum(facts, &in_plan.minimum, on_request);
    let mut findings: Vec<Finding> = charge(&in_plan.fee).into_iter().collect();
    if let Ok(Outcome::Fail(too_high)) = &minimum {
        findings.extend_from_slice(too_high);
    }
    if findings.is_empty() {
        in_plan.fee.known()?;
        return minimum;
    }
    Outcome::of(findings)
}

fn charge(fee: &Election<Usd>) -> Option<Finding> {
    let amount = fee.stated().filter(|amount| !amount.is_zero())?;
    let message = format!(
        "Each in-plan Roth rollover costs {amount}, so that it pays to wait, and to be taxed on more earnings."
    );
    Some(RULE.finding(fee, message, "a fee for each").help("Drop the fee."))
}

/// Is the least amount more than even someone who fills the room evenly puts in with one payroll?
fn judge_minimum(facts: &Facts<'_>, election: &Election<Usd>, on_request: Truth) -> Judgement {
    if on_request == Truth::No {
        return Ok(Outcome::Pass);
    }
    let minimum = *election.known()?;
    if minimum.is_zero() {
        return Ok(Outcome::Pass);
    }
    let Some(room) = facts.widest_room()? else { return Ok(Outcome::NotApplicable) };
    if minimum.decimal() * Decimal::from(PAYROLLS) <= room.remaining.decimal() {
        return Ok(Outcome::Pass);
    }
    on_request.known()?;
    let message = format!(
        "Less than {minimum} cannot be moved to Roth at a time. Who spreads the largest possible after-tax contribution of \
         {} ({}) over {PAYROLLS} payrolls puts in less than that with each, so that money waits, and its earnings are taxed \
         on conversion.",
        room.remaining, facts.plan.year,
    );
    let finding = RULE.finding(election, message, "more than one payroll brings");
    Outcome::fail(finding.help("Drop the least amount, or convert automatically."))
}
