//! `excess-deferral-date-missing`: deferrals over 402(g) that the plan does not pay back in time are taxed twice.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::plan::PlanType;

pub const RULE: Rule = Rule {
    name: "excess-deferral-date-missing",
    group: Group::Limits,
    summary: "Excess deferral return date missing",
    severity: Severity::Advice,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Traditional401k, PlanType::Solo401k, PlanType::Plan403b],
    in_force: None,
    citations: &[
        "IRC 402(g)(2)(A), (6)",
        "IRC 402A(d)(3)",
        "26 CFR 1.402(g)-1(e)(2)-(3)",
        "26 CFR 1.403(b)-4(f)(4)",
        "IRC 401(a)(30)",
    ],
    page: include_str!("excess_deferral_date_missing.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let returned = &facts.plan.limits.excess_deferrals_returned;
    if returned.known()?.is_yes() {
        return Ok(Outcome::Pass);
    }
    let next = facts.plan.year.begins_in() + 1;
    let message = format!(
        "The plan does not pay excess deferrals back by April 15: what a participant deferred over 402(g) in {}, here and \
         elsewhere, is taxed for that year and again when it is paid out if it stays beyond April 15, {next} (IRC \
         402(g)(2)(A), (6)). A plan may return it and need not.",
        next - 1
    );
    let help = "Let the plan distribute excess deferrals with their income by April 15 of the following year, if the \
                participant tells of them by March 1. An excess within the employer's own plans has to go back (IRC \
                401(a)(30)).";
    Outcome::fail(RULE.finding(returned, message, "no way back in time").help(help))
}
