//! `conversion-for-favored-group`: terms that in effect only the highly compensated can meet.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::{Finding, Severity};
use crate::lower::{Election, Missing, Truth};
use crate::money::Usd;
use crate::plan::Plan;
use crate::plan::PlanType;
use crate::plan::workforce::{NamedGroup, WORKFORCE};
use crate::syntax::phrase::condition::Condition;

pub const RULE: Rule = Rule {
    name: "conversion-for-favored-group",
    group: Group::Nondiscrimination,
    summary: "Conversion rights differ by group",
    severity: Severity::Warning,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Traditional401k, PlanType::Plan403b],
    in_force: None,
    citations: &[
        "26 CFR 1.401(a)(4)-4(b)(1), (c)",
        "26 CFR 1.401(m)-1(a)(1)(ii)",
        "26 CFR 1.403(b)-5(a)",
        "Notice 2013-74",
    ],
    page: include_str!("conversion_for_favored_group.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let plan = facts.plan;
    // 26 CFR 1.401(a)(4)-4 is about neither governmental plans nor a church's 403(b): as in the ACP test.
    if !facts.has_after_tax()? || facts.is_acp_tested() == Truth::No {
        return Ok(Outcome::NotApplicable);
    }
    let rollover = plan.in_plan_roth.allowed.is_yes();
    let withdrawal = plan.in_service.after_tax.is(|condition| *condition != Condition::Never);
    let parts = [
        Ok(higher_rate(plan)),
        minimum(plan, &plan.in_plan_roth.minimum, rollover, "An in-plan Roth rollover"),
        minimum(plan, &plan.in_service.after_tax_minimum, withdrawal, "A withdrawal of after-tax money"),
    ];
    let judged = Outcome::settled(parts)?;
    if matches!(judged, Outcome::Fail(_)) && !facts.is_acp_tested().known()? {
        return Ok(Outcome::NotApplicable);
    }
    Ok(judged)
}

/// A limit of their own that lets the highly compensated contribute more. It is stated only where there is one.
fn higher_rate(plan: &Plan) -> Option<Finding> {
    let (own, general) = (&plan.after_tax.hce_limit, &plan.after_tax.limit);
    let at = |election: &Election<crate::syntax::phrase::limit::Limit>| {
        election.stated()?.for_pay(Usd::dollars(100_000))
    };
    if at(own)? <= at(general)? {
        return None;
    }
    let message = "Highly compensated employees may contribute more after tax than others. The right to each \
                   rate must be open to a group that does not favor them (26 CFR 1.401(m)-1(a)(1)(ii), \
                   1.401(a)(4)-4(b)(1)).";
    let finding =
        RULE.finding(own, message, "more than for others").related(general.span(), "for the others");
    Some(
        finding
            .severity(Severity::Error)
            .help("Give everyone the higher limit, or highly compensated employees the lower."),
    )
}

/// A least amount that those who are not highly compensated do not reach in a year.
fn minimum(
    plan: &Plan,
    least: &Election<Usd>,
    is_open: Truth,
    what: &str,
) -> Result<Option<Finding>, Missing> {
    if is_open == Truth::No || !is_open.known()? || *least.known()? <= Usd::dollars(1_000) {
        return Ok(None);
    }
    let amount = *least.known()?;
    let (mut hces, mut others) = (false, None);
    for group in &plan.workforce.groups {
        let Some(yearly) = yearly(group)? else { continue };
        if group.is_hce().known()? {
            hces |= yearly >= amount;
        } else {
            others = others.max(Some(yearly));
        }
    }
    if plan.workforce.groups.is_empty() {
        return Err(Missing { elections: vec![WORKFORCE] });
    }
    let Some(most) = others.filter(|most| hces && *most < amount) else { return Ok(None) };
    let message = format!(
        "{what} takes at least {amount}. Highly compensated employees contribute that much after tax in a \
         year; the others come to {} on average. A right that in effect only the former can use is not \
         available to all (26 CFR 1.401(a)(4)-4(c)).",
        most.round_to_cents()
    );
    Ok(Some(
        RULE.finding(least, message, "out of reach for most").help("Lower the least amount, or drop it."),
    ))
}

/// What those of a group who contribute after tax put in on average in a year; `None` where nobody does.
fn yearly(group: &NamedGroup) -> Result<Option<Usd>, Missing> {
    let group = &group.group;
    if group.after_tax_participation.known()?.is_zero() {
        return Ok(None);
    }
    Ok(Some(group.average_after_tax.known()?.of(*group.average_pay.known()?)))
}
