//! `conversion-minimum-or-fee`: what a conversion costs, or how much of it must come together first.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Finding;
use crate::finding::Severity;
use crate::lower::{Election, Missing, Truth};
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
    let in_plan = &plan.in_plan_roth;
    // The in-plan route is looked at where it is open; a withdrawal counts where it is the only way.
    if routes.in_plan_roth.clone().or(routes.roth_ira.clone()) == Truth::No {
        return Ok(Outcome::NotApplicable);
    }
    if !routes.in_plan_roth.known()? {
        routes.roth_ira.known()?;
        let minimum = &plan.in_service.after_tax_minimum;
        return Outcome::of(too_high(facts, minimum, *minimum.known()?)?.into_iter().collect());
    }
    let mut findings: Vec<Finding> = Vec::new();
    if let Some(fee) = in_plan.fee.stated().filter(|fee| !fee.is_zero()) {
        let message = format!("Each in-plan Roth rollover costs {fee}, so that it pays to wait, and to be taxed on more.");
        findings.push(RULE.finding(&in_plan.fee, message, "a fee for each").help("Drop the fee, or convert automatically."));
    }
    // What is rolled over by itself waits for no least amount.
    let by_itself = in_plan.automatic.is(|automatic| *automatic != Automatic::None);
    let nothing_yet = findings.is_empty();
    if nothing_yet {
        in_plan.fee.known()?;
    }
    if let Some(minimum) = in_plan.minimum.stated().filter(|_| !by_itself.is_yes())
        && let Some(finding) = too_high(facts, &in_plan.minimum, *minimum)?
    {
        if !by_itself.known()? {
            findings.push(finding);
        }
    } else if nothing_yet && !by_itself.is_yes() {
        in_plan.minimum.known()?;
    }
    Outcome::of(findings)
}

/// A least amount that even someone who fills the room evenly does not put in with one payroll.
fn too_high(facts: &Facts<'_>, election: &Election<Usd>, minimum: Usd) -> Result<Option<Finding>, Missing> {
    if minimum.is_zero() {
        return Ok(None);
    }
    let Some(room) = facts.widest_room()? else { return Ok(None) };
    let payrolls = Decimal::from(PAYROLLS);
    if minimum.decimal() * payrolls <= room.remaining.decimal() {
        return Ok(None);
    }
    let message = format!(
        "Less than {minimum} cannot be moved to Roth at a time, and who spreads the largest possible after-tax \
         contribution of {} ({}) over {PAYROLLS} payrolls puts in less than that with each: the money waits, and its \
         earnings are taxed on conversion.",
        room.remaining, facts.plan.year,
    );
    let help = "Drop the least amount, or convert automatically.";
    Ok(Some(RULE.finding(election, message, "more than one payroll brings").help(help)))
}
