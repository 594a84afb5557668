//! `after-tax-not-allowed`: without an after-tax source there is nothing to convert.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::lower::Election;
use crate::money::Usd;
use crate::plan::{Plan, PlanType};
use crate::room::routes::bars_everyone;
use crate::syntax::phrase::permission::Permission;

pub const RULE: Rule = Rule {
    name: "after-tax-not-allowed",
    group: Group::MegaBackdoor,
    summary: "No after-tax (voluntary employee) contributions",
    severity: Severity::Error,
    profile: Profile::MegaBackdoor,
    applies_to: &[
        PlanType::Traditional401k,
        PlanType::Solo401k,
        PlanType::Simple401k,
        PlanType::Starter401k,
        PlanType::Plan403b,
        PlanType::Plan401a,
        PlanType::Governmental457b,
        PlanType::TaxExempt457b,
    ],
    in_force: None,
    citations: &[
        "26 CFR 1.401(k)-1(a)(2)(ii), (e)(1)",
        "IRC 401(m)(3)",
        "IRC 415(c)(2)(B)",
        "26 CFR 1.415(c)-1(b)(3)",
    ],
    page: include_str!("after_tax_not_allowed.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: true,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let plan_type = facts.plan_type()?;
    let allowed = &facts.plan.after_tax.allowed;
    if !plan_type.may_hold_after_tax() {
        return without_source_by_law(plan_type, allowed, &facts.plan.identity.plan_type);
    }
    let (message, label) = match allowed.known()? {
        Permission::Yes if bars_everyone(facts.plan) => return in_name_only(facts.plan),
        Permission::Yes => return Ok(Outcome::Pass),
        Permission::No => (
            "The plan takes no voluntary after-tax contributions, so a mega backdoor Roth is not possible under it.",
            "no after-tax source",
        ),
        Permission::Formerly => (
            "The plan no longer takes voluntary after-tax contributions: old balances may be converted, nothing new goes in.",
            "closed to new contributions",
        ),
    };
    let untested = plan_type == PlanType::Plan401a && facts.is_governmental().is_yes();
    let help = if untested {
        "Amend the plan to allow voluntary after-tax contributions, which a governmental plan takes without any ACP \
         test (26 CFR 1.401(m)-1(b)(2)), or drop the goal."
    } else {
        "Amend the plan to allow voluntary after-tax contributions, or drop the goal."
    };
    Outcome::fail(RULE.finding(allowed, message, label).help(help))
}

/// Allowed, and yet nobody may contribute anything.
fn in_name_only(plan: &Plan) -> Judgement {
    let message = "After-tax contributions are allowed in name only: by the plan's own terms nobody may make any, so a \
                   mega backdoor Roth is not possible under it.";
    let finding = RULE.finding(&plan.after_tax.allowed, message, "allowed, but see below");
    let finding = match plan.after_tax.limit.stated() {
        Some(limit) if limit.for_pay(Usd::dollars(1)) == Some(Usd::ZERO) => {
            finding.related(plan.after_tax.limit.span(), "a limit of nothing")
        }
        Some(_) | None => finding.related(plan.eligibility.after_tax.span(), "nobody enters"),
    };
    Outcome::fail(
        finding.help("State a limit that leaves something, and who may contribute; or drop the goal."),
    )
}

/// A type that can hold no after-tax money. One that is claimed all the same has a rule of its own.
fn without_source_by_law(
    plan_type: PlanType,
    allowed: &Election<Permission>,
    type_election: &Election<PlanType>,
) -> Judgement {
    if allowed.stated() == Some(&Permission::Yes) {
        return Ok(Outcome::NotApplicable);
    }
    let message = format!(
        "{} plans hold no after-tax source, so a mega backdoor Roth is not possible here.",
        capitalized(plan_type)
    );
    Outcome::fail(RULE.finding(type_election, message, "a type without after-tax source").help(OTHER_PLAN))
}

const OTHER_PLAN: &str = "Look for a 401(k), 403(b) or 401(a) plan of the same employer, or drop the goal.";

fn capitalized(plan_type: PlanType) -> String {
    let mut word = plan_type.word().to_owned();
    if let Some(first) = word.get_mut(0..1) {
        first.make_ascii_uppercase();
    }
    word
}
