//! `maybe-notice-obsolete`: a contingent notice that the law no longer asks for.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::law::provisions::Provision;
use crate::plan::PlanType;
use crate::plan::safe_harbor::SafeHarborType;
use crate::syntax::phrase::match_formula::MatchFormula;

pub const RULE: Rule = Rule {
    name: "maybe-notice-obsolete",
    group: Group::Nondiscrimination,
    summary: "Old \"maybe\" notice design",
    severity: Severity::Advice,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Traditional401k],
    in_force: Some(Provision::NonelectiveSafeHarborWithoutNotice),
    citations: &["IRC 401(k)(12)(A)(ii), (F)", "26 CFR 1.401(k)-3(f)", "26 CFR 1.401(m)-3(g)"],
    page: include_str!("maybe_notice_obsolete.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    if !facts.law.in_force(Provision::NonelectiveSafeHarborWithoutNotice, facts.plan.year.first_day()) {
        return Ok(Outcome::NotApplicable);
    }
    let contingent = &facts.plan.safe_harbor.contingent_notice;
    // Only plans with a nonelective safe harbor can have such a notice; it is not asked of others.
    if !contingent.is_written() {
        let may_have = |design: SafeHarborType| !design.is_match();
        if !facts.safe_harbor()?.is_some_and(may_have) {
            return Ok(Outcome::NotApplicable);
        }
    }
    if !contingent.is_yes().known()? {
        return Ok(Outcome::Pass);
    }
    let matched = facts.plan.matching.formula.is(|formula| *formula != MatchFormula::None);
    if matched.and(facts.plan.safe_harbor.acp.is_yes()).known()? {
        return Ok(Outcome::Pass);
    }
    let message = "The plan announces before each year that it may become a nonelective safe harbor, and again if it does. Since the \
                   plan years of 2020 no notice is needed for that: an amendment in time is enough (IRC 401(k)(12)(A)(ii), (F)).";
    let finding = RULE.finding(contingent, message, "not needed any more");
    Outcome::fail(finding.help(
        "Drop the contingent notices and amend the plan in the years in which the contribution is made.",
    ))
}
