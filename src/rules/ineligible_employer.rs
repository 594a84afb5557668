//! `ineligible-employer`: a 403(b), 457(b) or SIMPLE 401(k) of an employer that may not have one. States and their
//! units with a 401(k) are `governmental-401k`.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::plan::PlanType;
use crate::plan::employer::Entity;

pub const RULE: Rule = Rule {
    name: "ineligible-employer",
    group: Group::PlanTypes,
    summary: "Employer may not have this type of plan",
    severity: Severity::Error,
    profile: Profile::Qualification,
    applies_to: &[
        PlanType::Plan403b,
        PlanType::Governmental457b,
        PlanType::TaxExempt457b,
        PlanType::Simple401k,
    ],
    in_force: None,
    citations: &[
        "IRC 403(b)(1)(A); 26 CFR 1.403(b)-2(b)(8)",
        "IRC 457(b), (e)(1), (e)(13)",
        "IRC 401(k)(11)(D)(i), 408(p)(2)(C)(i)",
    ],
    page: include_str!("ineligible_employer.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

/// An employer with more employees may not have a SIMPLE plan (IRC 408(p)(2)(C)(i)(I)).
const MOST_FOR_SIMPLE: u32 = 100;

fn check(facts: &Facts<'_>) -> Judgement {
    let plan_type = facts.plan_type()?;
    if plan_type == PlanType::Simple401k {
        return simple(facts);
    }
    let entity = &facts.plan.employer.entity;
    let stated = *entity.known()?;
    let Some((message, help)) = against(plan_type, stated) else { return Ok(Outcome::Pass) };
    let finding = RULE.finding(entity, message, "may not have this plan");
    Outcome::fail(finding.related(facts.plan.identity.plan_type.span(), "the type of plan").help(help))
}

/// What speaks against a type of plan for an employer of this form, and what to do.
fn against(plan_type: PlanType, entity: Entity) -> Option<(&'static str, &'static str)> {
    let is_403b = plan_type == PlanType::Plan403b;
    match entity {
        Entity::Corporation | Entity::SCorporation | Entity::Partnership if is_403b => Some((
            "The employer is a business, but only public schools, organizations under 501(c)(3) and, for ministers, churches \
             may have a 403(b) (IRC 403(b)(1)(A)).",
            "If the employer is an organization under 501(c)(3), state `entity: tax-exempt`; else use a 401(k).",
        )),
        Entity::Corporation | Entity::SCorporation | Entity::Partnership | Entity::SoleProprietor
            if !is_403b =>
        {
            Some((
                "The employer is a business, but only States and their units and organizations exempt from tax may have a 457(b) \
             (IRC 457(e)(1)).",
                "If the employer is exempt from tax, state `entity: tax-exempt`; else use a 401(k), or an unfunded plan outside 457.",
            ))
        }
        Entity::Church if !is_403b => Some((
            "Churches and qualified church-controlled organizations are no eligible employers for a 457(b) (IRC 457(e)(13)).",
            "Use a 403(b). An employer that is only affiliated with a church is `tax-exempt`.",
        )),
        Entity::TaxExempt if plan_type == PlanType::Governmental457b => Some((
            "The employer is exempt from tax but no State or unit of one, so that its 457(b) is none of a government: it may hold \
             no trust, and has no Roth, no age-50 catch-up and no rollovers (IRC 457(b)(6), (e)(1), (g)).",
            "State `type: tax-exempt 457(b)`, and set the plan up as one.",
        )),
        Entity::Governmental if plan_type == PlanType::TaxExempt457b => Some((
            "The employer is a State or a unit of one, whose 457(b) has to hold its money in trust for the participants (IRC \
             457(g)(1)); the plan is set up as that of an organization exempt from tax.",
            "State `type: governmental 457(b)`, and hold the money in trust.",
        )),
        Entity::Federal if !is_403b => Some((
            "The United States are no eligible employer for a 457(b): States, their units and organizations exempt from tax are \
             (IRC 457(e)(1)).",
            "Use the plan that the law provides for federal employees.",
        )),
        // A company may be one with its owner for tax, which may be exempt; a minister may be self-employed; whether a
        // State's unit is a school is not stated; and what tribes may have depends on more than their form.
        Entity::Corporation
        | Entity::SCorporation
        | Entity::Partnership
        | Entity::LimitedLiabilityCompany
        | Entity::SoleProprietor
        | Entity::TaxExempt
        | Entity::Governmental
        | Entity::Federal
        | Entity::TribalGovernment
        | Entity::TribalEnterprise
        | Entity::Tribal
        | Entity::RuralCooperative
        | Entity::Church => None,
    }
}

/// Only employees paid $5,000 or more count, and an employer that grows beyond has two years more: a warning.
fn simple(facts: &Facts<'_>) -> Judgement {
    let employees = &facts.plan.employer.employees;
    let number = *employees.known()?;
    if number <= MOST_FOR_SIMPLE {
        return Ok(Outcome::Pass);
    }
    let message = format!(
        "A SIMPLE 401(k) is for employers with at most {MOST_FOR_SIMPLE} employees paid $5,000 or more in the year before, and for \
         two years after they were (IRC 401(k)(11)(D)(i), 408(p)(2)(C)(i)); this one has {number}."
    );
    let finding =
        RULE.finding(employees, message, format!("more than {MOST_FOR_SIMPLE}")).severity(Severity::Warning);
    Outcome::fail(
        finding.help(
            "Count those paid $5,000 or more in the year before; change to a safe harbor 401(k) in time.",
        ),
    )
}
