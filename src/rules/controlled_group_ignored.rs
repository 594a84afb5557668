//! `controlled-group-ignored`: companies that the law counts as one employer, tested one by one.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::law::provisions::Provision;
use crate::plan::PlanType;
use crate::plan::employer::Relation;
use crate::plan::testing::TestedEmployers;

pub const RULE: Rule = Rule {
    name: "controlled-group-ignored",
    group: Group::Nondiscrimination,
    summary: "Controlled group ignored",
    severity: Severity::Error,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Traditional401k, PlanType::Solo401k, PlanType::Plan403b],
    in_force: None,
    citations: &[
        "IRC 414(b), (c), (m), (o)",
        "IRC 414(q)(7)",
        "IRC 414(r)",
        "26 CFR 1.403(b)-5(a)(4), (b)(3)(i)",
    ],
    page: include_str!("controlled_group_ignored.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let plan = facts.plan;
    let related = &plan.employer.related_employers;
    // Nothing is tested in a governmental plan (IRC 401(a)(5)(G)).
    if facts.is_governmental().is_yes() || related.known()?.0.is_empty() {
        return Ok(Outcome::NotApplicable);
    }
    // A group that the law has ceased to see is `attribution-changed-2024`.
    let is_past = |relation: &Relation| *relation != Relation::Ownership;
    let has_changed = facts.law.in_force(Provision::FamilyAttribution, plan.year.first_day());
    if has_changed && plan.employer.related_by.is(is_past).is_yes() {
        return Ok(Outcome::NotApplicable);
    }
    let tested = &plan.testing.employers;
    match tested.known()? {
        TestedEmployers::EachGroup | TestedEmployers::AllTogether | TestedEmployers::SeparateLines => {
            Ok(Outcome::Pass)
        }
        TestedEmployers::EachCompany => {
            let message = "Each company is tested by itself, but related companies count as one employer for \
                           coverage, the ADP and ACP tests, the top-heavy rules, and to find highly \
                           compensated employees (IRC 414(b), (c), (m), 414(q)(7)).";
            let finding = RULE.finding(tested, message, "company by company");
            let help = "Test the whole group as one employer, with the pay that someone has from all of it; or \
                        have separate lines of business that meet IRC 414(r).";
            Outcome::fail(
                finding.related(related.span(), "these count as one employer with the sponsor").help(help),
            )
        }
    }
}
