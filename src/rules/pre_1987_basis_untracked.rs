//! `pre-1987-basis-untracked`: old basis that could come out first, if anybody knew how much it is.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::lower::Truth;
use crate::plan::Plan;
use crate::plan::PlanType;
use crate::syntax::phrase::permission::Permission;
use jiff::civil::{Date, date};

pub const RULE: Rule = Rule {
    name: "pre-1987-basis-untracked",
    group: Group::MegaBackdoor,
    summary: "Pre-1987 after-tax basis not tracked",
    severity: Severity::Advice,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Traditional401k, PlanType::Solo401k, PlanType::Plan403b, PlanType::Plan401a],
    in_force: None,
    citations: &["IRC 72(e)(8)(D)"],
    page: include_str!("pre_1987_basis_untracked.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

const FIRST_DAY_AFTER: Date = date(1987, 1, 1);

fn check(facts: &Facts<'_>) -> Judgement {
    if !facts.holds_after_tax().known()? {
        return Ok(Outcome::NotApplicable);
    }
    let plan = facts.plan;
    let after_tax = &plan.after_tax;
    if !after_tax.pre_1987.is_written() && began_later(plan) {
        return Ok(Outcome::NotApplicable);
    }
    if !after_tax.pre_1987.is(|held| *held != Permission::No).known()? {
        return Ok(Outcome::NotApplicable);
    }
    let tracked = after_tax.pre_1987_tracked.is_yes();
    let at_stake = after_tax.pre_1987_withdrawable.is(|could| *could != Permission::No);
    if at_stake == Truth::No {
        return Ok(Outcome::NotApplicable);
    }
    if tracked.known()? {
        return Ok(Outcome::Pass);
    }
    at_stake.known()?;
    let message = "The plan holds after-tax contributions made before 1987 and let them be withdrawn on 5 May 1986, so that \
                   the basis as of 31 December 1986 comes out first and free of tax (IRC 72(e)(8)(D)); but nobody keeps \
                   track of it, and withdrawals are taxed pro rata.";
    let finding = RULE.finding(&after_tax.pre_1987_tracked, message, "old basis is not tracked");
    Outcome::fail(finding.related(after_tax.pre_1987.span(), "held since before 1987").help(
        "Establish each participant's basis as of 31 December 1986, and recover it before anything else.",
    ))
}

/// Did the plan begin when all of its contributions were under the new rule already?
fn began_later(plan: &Plan) -> bool {
    plan.document.effective.stated().is_some_and(|effective| *effective >= FIRST_DAY_AFTER)
}
