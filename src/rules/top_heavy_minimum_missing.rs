//! `top-heavy-minimum-missing`: a plan document without the provisions that apply if the plan becomes top-heavy.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::plan::PlanType;
use crate::plan::document::DocumentKind;

pub const RULE: Rule = Rule {
    name: "top-heavy-minimum-missing",
    group: Group::Nondiscrimination,
    summary: "Top-heavy minimum not provided",
    severity: Severity::Error,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Traditional401k, PlanType::Solo401k],
    in_force: None,
    citations: &[
        "IRC 401(a)(10)(B)(ii)-(iii)",
        "IRC 416(c)(2)",
        "26 CFR 1.416-1 T-35, T-36, T-38",
        "IRC 401(k)(11)(D)(ii)",
    ],
    page: include_str!("top_heavy_minimum_missing.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let minimum = &facts.plan.testing.top_heavy_minimum;
    // A pre-approved document has them: without them there is no opinion letter.
    let pre_approved = facts.plan.document.kind.is(|kind| *kind == DocumentKind::PreApproved);
    if !minimum.is_written() && pre_approved.is_yes() {
        return Ok(Outcome::Pass);
    }
    if minimum.is_yes().known()? {
        return Ok(Outcome::Pass);
    }
    // IRC 401(a)(10)(B)(iii), 26 CFR 1.416-1, T-38.
    if facts.is_governmental().known()? {
        return Ok(Outcome::NotApplicable);
    }
    let message = "The plan document says nothing for the case that the plan becomes top-heavy. Every plan must, also one that is not \
                   top-heavy now or is exempt (IRC 401(a)(10)(B)(ii), 26 CFR 1.416-1, T-35).";
    let finding = RULE.finding(minimum, message, "no top-heavy provisions");
    Outcome::fail(finding.help(
        "Add the definitions, the vesting and the minimum contribution of IRC 416: the lesser of 3% of pay and the highest rate of a \
         key employee; match may count towards it.",
    ))
}
