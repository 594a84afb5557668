//! `feature-not-in-document`: in-plan Roth rollovers that are made without a provision for them.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Finding;
use crate::finding::Severity;
use crate::law::provisions::Provision;
use crate::plan::PlanType;
use jiff::civil::{Date, date};

pub const RULE: Rule = Rule {
    name: "feature-not-in-document",
    group: Group::MegaBackdoor,
    summary: "Feature operated but not written in the plan",
    severity: Severity::Error,
    profile: Profile::Qualification,
    applies_to: &[
        PlanType::Traditional401k,
        PlanType::Solo401k,
        PlanType::Plan403b,
        PlanType::Governmental457b,
    ],
    in_force: Some(Provision::InPlanRothRollover),
    citations: &["IRC 402A(c)(4)(B), (E)", "Notice 2013-74", "Rev. Proc. 2022-40 s. 6", "Rev. Proc. 2023-37"],
    page: include_str!("feature_not_in_document.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

/// Notice 2013-74 gave until then for what was first used in 2013 or 2014.
const EARLIEST_DEADLINE: Date = date(2014, 12, 31);

fn check(facts: &Facts<'_>) -> Judgement {
    let plan = facts.plan;
    let in_plan = &plan.in_plan_roth;
    if !in_plan.allowed.known()?.is_yes() {
        return Ok(Outcome::NotApplicable);
    }
    // A spec states what the document elects, so that only one that speaks of practice has anything to be judged here.
    if !in_plan.in_document.is_written() {
        return Ok(Outcome::NotApplicable);
    }
    if in_plan.in_document.known()?.is_yes() {
        return Ok(Outcome::Pass);
    }
    let first_used = *in_plan.first_used.known()?;
    let year = plan.year;
    if first_used > year.last_day() || year.first_day() <= EARLIEST_DEADLINE {
        return Ok(Outcome::NotApplicable);
    }
    if first_used >= year.first_day() {
        let message = format!(
            "In-plan Roth rollovers are made since {first_used} without a provision for them; the amendment has to be \
             adopted by {}, the end of the plan year in which they began (Notice 2013-74).",
            year.last_day(),
        );
        return Outcome::fail(at_document(facts, message).severity(Severity::Advice));
    }
    let message = format!(
        "In-plan Roth rollovers are made since {first_used}, and the document does not provide for them: an amendment had \
         to be adopted by the end of the plan year in which they began (Notice 2013-74).",
    );
    let finding = at_document(facts, message);
    let is_governmental =
        facts.plan_type()? == PlanType::Governmental457b || facts.is_governmental().known()?;
    if !is_governmental {
        return Outcome::fail(finding);
    }
    let later = "a governmental plan may have until 90 days after the second regular legislative session";
    Outcome::fail(finding.severity(Severity::Warning).related(plan.identity.plan_type.span(), later))
}

fn at_document(facts: &Facts<'_>, message: String) -> Finding {
    let in_plan = &facts.plan.in_plan_roth;
    let finding = RULE.finding(&in_plan.in_document, message, "not in the document");
    finding.related(in_plan.first_used.span(), "used since then").help(
        "Adopt the amendment; if its time has passed, correct the failure under EPCRS, or stop until it is adopted.",
    )
}
