//! `457b-with-after-tax`: a 457(b) has one ceiling over everything, and no after-tax money under it.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::plan::PlanType;

pub const RULE: Rule = Rule {
    name: "457b-with-after-tax",
    group: Group::PlanTypes,
    summary: "457(b) with after-tax source",
    severity: Severity::Error,
    profile: Profile::Qualification,
    applies_to: PlanType::ANY_457B,
    in_force: None,
    citations: &["IRC 457(a), (b)(2)", "26 CFR 1.457-2(b)", "26 CFR 1.457-4(c)(1)", "IRC 402A(e)(1)(C)"],
    page: include_str!("r457b_with_after_tax.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: true,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let allowed = &facts.plan.after_tax.allowed;
    if !allowed.known()?.is_yes() {
        return Ok(Outcome::Pass);
    }
    let message = "A 457(b) plan defers pay up to one ceiling (IRC 457(b)(2), 26 CFR 1.457-4(c)(1)); it has no place for \
                   voluntary after-tax contributions, and a mega backdoor Roth is not possible under it.";
    let help = if facts.plan_type()? == PlanType::Governmental457b {
        "Remove the source. Roth deferrals and in-plan Roth rollovers of pre-tax money are allowed here; after-tax \
         contributions belong in a 401(a) or 403(b) plan of the employer."
    } else {
        "Remove the source. A tax-exempt employer can offer after-tax contributions in a 401(k) or 403(b) plan."
    };
    Outcome::fail(RULE.finding(allowed, message, "no such source in a 457(b)").help(help))
}
