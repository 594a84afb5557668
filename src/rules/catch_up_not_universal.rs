//! `catch-up-not-universal`: who offers catch-up contributions offers them to all who are 50.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::lower::Truth;
use crate::plan::PlanType;

pub const RULE: Rule = Rule {
    name: "catch-up-not-universal",
    group: Group::Limits,
    summary: "Catch-up not offered to everyone eligible",
    severity: Severity::Error,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Traditional401k, PlanType::Plan403b],
    in_force: None,
    citations: &[
        "IRC 414(v)(4)(A)-(B)",
        "26 CFR 1.414(v)-1(e)(1)-(4)",
        "26 CFR 1.414(v)-2(b)(2)",
        "IRC 401(a)(5)(G)",
    ],
    page: include_str!("catch_up_not_universal.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let deferrals = &facts.plan.deferrals;
    if !deferrals.catch_up.known()?.is_yes() || is_under_401a4(facts) == Truth::No {
        return Ok(Outcome::NotApplicable);
    }
    let for_all = &deferrals.catch_up_for_all;
    if for_all.known()?.is_yes() {
        return Ok(Outcome::Pass);
    }
    if !is_under_401a4(facts).known()? {
        return Ok(Outcome::NotApplicable);
    }
    let message = "Some who are 50 or older and may defer under this plan or another of the employer's group cannot make the \
                   same catch-up contributions: the plan then discriminates (IRC 414(v)(4), 26 CFR 1.414(v)-1(e)(1)).";
    let finding = RULE.finding(for_all, message, "not for everyone");
    let help = "Offer the same dollar amount of catch-up to everyone aged 50 or more who may defer, in all plans of the \
                controlled group. Bargained employees and nonresident aliens may be left out.";
    Outcome::fail(finding.related(deferrals.catch_up.span(), "catch-up is allowed here").help(help))
}

/// Is the plan under 401(a)(4), on which the rules of 26 CFR 1.414(v)-1(e) hang? Not a governmental one (IRC
/// 401(a)(5)(G)) and not the 403(b) of a church (IRC 403(b)(1)(D)): the same plans are free of the ACP test.
pub(super) fn is_under_401a4(facts: &Facts<'_>) -> Truth {
    facts.is_acp_tested()
}
