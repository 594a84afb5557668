//! `top-paid-group-not-stated`: an election about who is highly compensated that the document does not have.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::plan::PlanType;

pub const RULE: Rule = Rule {
    name: "top-paid-group-not-stated",
    group: Group::Limits,
    summary: "Top-paid group election not stated",
    severity: Severity::Warning,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Traditional401k, PlanType::Solo401k, PlanType::Plan403b],
    in_force: None,
    citations: &["IRC 414(q)(1)(B)(ii), (3), (5)", "Notice 97-45"],
    page: include_str!("top_paid_group_not_stated.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let testing = &facts.plan.testing;
    let election = &testing.top_paid_group;
    if !election.is_yes().known()? {
        return Ok(Outcome::NotApplicable);
    }
    // A place in the document says that it is written there.
    let is_placed = election.provenance.as_ref().is_some_and(|provenance| provenance.source.is_some());
    if is_placed || testing.top_paid_group_in_document.is_yes().known()? {
        return Ok(Outcome::Pass);
    }
    let message = "Highly compensated employees are found by the top-paid group election (IRC \
                   414(q)(1)(B)(ii)), but the plan document does not have it, or not all plans of the employer \
                   do. The election has to be made alike in all of them (Notice 97-45).";
    let finding = RULE.finding(&testing.top_paid_group_in_document, message, "not in the documents");
    let help = "Write the election into the document of every plan of the employer, or test without it.";
    Outcome::fail(finding.related(election.span(), "used in the tests").help(help))
}
