//! `eligibility-beyond-law`: people whom the plan keeps waiting longer than the law lets it.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::{Finding, Severity};
use crate::lower::{Election, Missing, Truth};
use crate::nondiscrimination::entry::{AGE_21, Wait, YEAR};
use crate::plan::PlanType;
use crate::plan::employer::Entity;
use crate::syntax::phrase::condition::Eligibility;
use crate::syntax::phrase::match_formula::MatchFormula;
use crate::syntax::phrase::nonelective::Nonelective;

pub const RULE: Rule = Rule {
    name: "eligibility-beyond-law",
    group: Group::Nondiscrimination,
    summary: "Eligibility beyond age 21 / 1 year",
    severity: Severity::Error,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Traditional401k, PlanType::Solo401k, PlanType::Starter401k, PlanType::Plan401a],
    in_force: None,
    citations: &["IRC 410(a)(1)", "IRC 410(c)(1)", "IRC 401(k)(2)(D)(i)", "26 CFR 1.401(k)-1(e)(5)"],
    page: include_str!("eligibility_beyond_law.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

/// Age 26 in half years, for some schools (IRC 410(a)(1)(B)(ii)).
const AGE_26: u32 = 52;

fn check(facts: &Facts<'_>) -> Judgement {
    let plan = facts.plan;
    if facts.has_minimum_standards() == Truth::No {
        return Ok(Outcome::NotApplicable);
    }
    let eligibility = &plan.eligibility;
    let takes_deferrals = Truth::from(facts.plan_type()? != PlanType::Plan401a);
    // A starter 401(k) has neither employer money nor after-tax contributions (IRC 401(k)(16)(B)(ii)).
    let is_starter = facts.plan_type()? == PlanType::Starter401k;
    let unless_starter = |paid: Truth| Truth::from(!is_starter).and(paid);
    let matching = unless_starter(plan.matching.formula.is(|formula| *formula != MatchFormula::None));
    let nonelective = unless_starter(plan.nonelective.formula.is(|formula| *formula != Nonelective::None));
    // Two years are open only where all is vested at once; after-tax contributions always are, and for employer money
    // `vesting-slower-than-law` sees to it.
    Outcome::settled([
        judged(facts, &eligibility.deferrals, takes_deferrals, YEAR),
        judged(facts, &eligibility.matching, matching, 2 * YEAR),
        judged(facts, &eligibility.nonelective, nonelective, 2 * YEAR),
        judged(facts, &eligibility.after_tax, facts.after_tax(), 2 * YEAR),
    ])
}

fn judged(
    facts: &Facts<'_>,
    election: &Election<Eligibility>,
    is_taken: Truth,
    months: u32,
) -> Result<Option<Finding>, Missing> {
    // What holds for deferrals is judged there.
    if is_taken == Truth::No || election.stated() == Some(&Eligibility::SameAsDeferrals) {
        return Ok(None);
    }
    let ways = facts.ways_in(election, &is_taken)?;
    if ways.is_empty() || ways.iter().any(|wait| !wait.exceeds(months)) {
        return Ok(None);
    }
    if !is_taken.and(facts.has_minimum_standards()).known()? {
        return Ok(None);
    }
    Ok(Some(finding(facts, election, &ways, months)))
}

fn finding(facts: &Facts<'_>, election: &Election<Eligibility>, ways: &[Wait], months: u32) -> Finding {
    let (section, service) = if months == YEAR {
        ("IRC 410(a)(1)(A), 401(k)(2)(D)(i)", "one year of service with 1,000 hours")
    } else {
        ("IRC 410(a)(1)", "one year of service with 1,000 hours, or two with full vesting at once")
    };
    // A school may ask for age 26, and a spec does not tell a school from another tax-exempt employer.
    let in_school = |wait: &Wait| {
        wait.half_years > AGE_21
            && wait.half_years <= AGE_26
            && !Wait { half_years: AGE_21, ..*wait }.exceeds(YEAR)
    };
    let may_be_school =
        facts.plan.employer.entity.stated() == Some(&Entity::TaxExempt) && ways.iter().any(in_school);
    let unless = if may_be_school {
        ", unless it is only for employees of a school and vests fully after one year (410(a)(1)(B)(ii))"
    } else {
        ""
    };
    let message = format!("The plan asks for more than age 21 and {service} ({section}){unless}.");
    let finding = RULE
        .finding(election, message, "beyond the law")
        .help("Ask for age 21 and one year of service at most.");
    if may_be_school { finding.severity(Severity::Warning) } else { finding }
}
