//! `maximum-age`: people whom the plan leaves out for being too old.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::lower::Truth;
use crate::plan::PlanType;
use crate::plan::eligibility::MaximumAge;

pub const RULE: Rule = Rule {
    name: "maximum-age",
    group: Group::Nondiscrimination,
    summary: "Maximum age",
    severity: Severity::Error,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Traditional401k, PlanType::Solo401k, PlanType::Starter401k, PlanType::Plan401a],
    in_force: None,
    citations: &["IRC 410(a)(2)", "26 CFR 1.410(a)-4(a)(1)", "IRC 410(c)(1)"],
    page: include_str!("maximum_age.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    if facts.has_minimum_standards() == Truth::No {
        return Ok(Outcome::NotApplicable);
    }
    let election = &facts.plan.eligibility.maximum_age;
    // Nobody is asked for it: such an age has been unlawful since 1988, and has to stand in the plan's terms to be one (26 CFR
    // 1.401-1(a)(2)). A spec that does not mention it makes the rule say nothing.
    if !election.is_written() {
        return Ok(Outcome::NotApplicable);
    }
    let MaximumAge::Years(age) = election.known()? else { return Ok(Outcome::Pass) };
    if !facts.has_minimum_standards().known()? {
        return Ok(Outcome::NotApplicable);
    }
    let message = format!(
        "Employees older than {age} are left out of the plan, but no age may keep anyone out (IRC 410(a)(2))."
    );
    Outcome::fail(RULE.finding(election, message, "an upper age").help("Remove the upper age."))
}
