//! `basis-only-withdrawal`: after-tax money that is said to come out without earnings.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::plan::PlanType;
use crate::syntax::phrase::condition::Condition;
use crate::syntax::phrase::permission::Permission;

pub const RULE: Rule = Rule {
    name: "basis-only-withdrawal",
    group: Group::MegaBackdoor,
    summary: "\"Contributions only\" withdrawal of post-1986 after-tax money",
    severity: Severity::Warning,
    profile: Profile::Operation,
    applies_to: &[PlanType::Traditional401k, PlanType::Solo401k, PlanType::Plan403b, PlanType::Plan401a],
    in_force: None,
    citations: &[
        "IRC 72(e)(8)(B), (D)",
        "IRC 72(d)(2)",
        "Notice 2014-54",
        "IRS, Rollovers of after-tax contributions in retirement plans",
    ],
    page: include_str!("basis_only_withdrawal.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    if !facts.holds_after_tax().known()? {
        return Ok(Outcome::NotApplicable);
    }
    let plan = facts.plan;
    let claim = &plan.in_service.basis_only;
    // Who may withdraw nothing is told nothing of the kind; a claim that is made is wrong whoever may withdraw.
    if claim.stated().is_none() && *plan.in_service.after_tax.known()? == Condition::Never {
        return Ok(Outcome::NotApplicable);
    }
    match claim.known()? {
        Permission::No | Permission::Formerly => Ok(Outcome::Pass),
        Permission::Yes => {
            let message = "The plan says that after-tax contributions made after 1986 come out without earnings, but \
                           every withdrawal carries a share of the earnings on them, which is taxed (IRC 72(e)(8)(B)).";
            Outcome::fail(RULE.finding(claim, message, "the tax law does not follow this").help(
                "State that each withdrawal carries its share of earnings, and offer to split the rollover: basis to a \
                 Roth IRA, earnings to a traditional one.",
            ))
        }
    }
}
