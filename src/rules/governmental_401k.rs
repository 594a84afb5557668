//! `governmental-401k`: States and their units may not have a 401(k) that they did not begin before May 1986.

use jiff::civil::{Date, date};

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::plan::PlanType;
use crate::plan::employer::Entity;
use crate::syntax::phrase::permission::Permission;

pub const RULE: Rule = Rule {
    name: "governmental-401k",
    group: Group::PlanTypes,
    summary: "Governmental employer with a new 401(k)",
    severity: Severity::Error,
    profile: Profile::Qualification,
    applies_to: PlanType::ANY_401K,
    in_force: None,
    citations: &["IRC 401(k)(4)(B)(ii)-(iii)", "26 CFR 1.401(k)-1(e)(4)(i)-(iv)"],
    page: include_str!("governmental_401k.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

/// An arrangement adopted before this day is grandfathered, and with it all others of the same unit.
const TOO_LATE: Date = date(1986, 5, 7);

fn check(facts: &Facts<'_>) -> Judgement {
    let employer = &facts.plan.employer;
    match employer.entity.known()? {
        Entity::Governmental => {}
        // The text names States and their units; tribal and rural cooperative plans are let in by name.
        Entity::Federal
        | Entity::TribalGovernment
        | Entity::TribalEnterprise
        | Entity::Tribal
        | Entity::RuralCooperative
        | Entity::Corporation
        | Entity::SCorporation
        | Entity::Partnership
        | Entity::LimitedLiabilityCompany
        | Entity::SoleProprietor
        | Entity::TaxExempt
        | Entity::Church => return Ok(Outcome::NotApplicable),
    }
    let established = &facts.plan.document.established;
    if established.stated().is_some_and(|day| *day < TOO_LATE) {
        return Ok(Outcome::Pass);
    }
    // One that the unit once adopted and has given up since counts too (26 CFR 1.401(k)-1(e)(4)(iv)).
    match employer.grandfathered_401k.known()? {
        Permission::Yes | Permission::Formerly => return Ok(Outcome::Pass),
        Permission::No => {}
    }
    let message = "A State, a political subdivision, or an agency or instrumentality of one may not have a 401(k) plan \
                   unless the unit adopted a cash or deferred arrangement before May 7, 1986 (IRC 401(k)(4)(B)(ii)).";
    let help = "Use a governmental 457(b), for public schools a 403(b), and a 401(a) plan for after-tax and employer money.";
    let mut finding = RULE.finding(&employer.entity, message, "not eligible for a 401(k)");
    finding = finding.related(employer.grandfathered_401k.span(), "no arrangement before May 7, 1986");
    if established.stated().is_some() {
        finding = finding.related(established.span(), "established too late");
    }
    Outcome::fail(finding.help(help))
}
