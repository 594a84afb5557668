//! `attribution-changed-2024`: a group of employers that the law no longer sees as one.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::law::provisions::Provision;
use crate::plan::PlanType;
use crate::plan::employer::Relation;

pub const RULE: Rule = Rule {
    name: "attribution-changed-2024",
    group: Group::Nondiscrimination,
    summary: "Spouse and minor-child attribution after 2023",
    severity: Severity::Advice,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Traditional401k, PlanType::Solo401k, PlanType::Plan403b],
    in_force: Some(Provision::FamilyAttribution),
    citations: &["SECURE 2.0 s. 315", "IRC 414(b)(2), (m)(6)(B)", "IRC 410(b)(6)(C)"],
    page: include_str!("attribution_changed_2024.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let employer = &facts.plan.employer;
    // The change is for plan years that begin after 2023.
    if !facts.law.in_force(Provision::FamilyAttribution, facts.plan.year.first_day())
        || employer.related_employers.known()?.0.is_empty()
    {
        return Ok(Outcome::NotApplicable);
    }
    let relation = &employer.related_by;
    let (what, label) = match relation.known()? {
        Relation::Ownership => return Ok(Outcome::Pass),
        Relation::CommunityProperty => ("community property law", "by community property only"),
        Relation::MinorChild => ("a minor child of two owners", "by a minor child only"),
    };
    let message = format!(
        "The employers count as related only through {what}. Since plan years that begin in 2024 that alone no \
         longer makes one group of them (SECURE 2.0 s. 315): they may be separate employers for this plan."
    );
    let finding = RULE.finding(relation, message, label);
    let finding = finding.related(employer.related_employers.span(), "may no longer be related");
    Outcome::fail(finding.help(
        "Determine the group again by the rules from 2024, and test each employer by itself if it has ended.",
    ))
}
