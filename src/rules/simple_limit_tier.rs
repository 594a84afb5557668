//! `simple-limit-tier`: SIMPLE plans have two levels of limits, by the size of the employer and what it pays.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::law::limits::Limit;
use crate::law::provisions::Provision;
use crate::lower::{Missing, Truth};
use crate::money::{Percent, Usd};
use crate::plan::PlanType;
use crate::room::employer_money::matches_every_dollar_up_to;
use crate::room::year_limits::amount;
use crate::syntax::phrase::limit::{CodeSection, StatedLimit};
use crate::syntax::phrase::nonelective::Nonelective;

pub const RULE: Rule = Rule {
    name: "simple-limit-tier",
    group: Group::PlanTypes,
    summary: "SIMPLE limit tier",
    severity: Severity::Warning,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Simple401k, PlanType::SimpleIra],
    in_force: Some(Provision::SimpleHigherLimits),
    citations: &[
        "IRC 408(p)(2)(E)(i)-(iv), (H)",
        "IRC 408(p)(2)(B)(iii), (C)(ii)(IV)",
        "IRC 401(k)(11)(E)",
        "IRC 414(v)(2)(B)(iii), (E)(ii)",
        "SECURE 2.0 s. 117",
        "Notice 2025-67",
    ],
    page: include_str!("simple_limit_tier.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

/// Up to so many employees the higher limits come by themselves (IRC 408(p)(2)(E)(i)(I)).
const FEW: u32 = 25;

fn check(facts: &Facts<'_>) -> Judgement {
    let limit = &facts.plan.deferrals.limit;
    let unknown = || Err(Missing { elections: vec![limit.path.clone()] });
    let is_401k = facts.plan_type()? == PlanType::Simple401k;
    let stated = match limit.known()? {
        StatedLimit::AsAdjusted(CodeSection::SimpleDeferrals) => return Ok(Outcome::Pass),
        // `simple-401k-with-after-tax` reports them.
        StatedLimit::AsAdjusted(_) | StatedLimit::None if is_401k => return Ok(Outcome::NotApplicable),
        StatedLimit::AsAdjusted(_) | StatedLimit::None => return unknown(),
        StatedLimit::Dollars(stated) => *stated,
    };
    let of_law = |limit| amount(facts.plan, facts.law, limit).ok();
    let levels = of_law(Limit::SimpleDeferral).zip(of_law(Limit::SimpleDeferral110));
    // `year-not-published` says why.
    let Some((lower, higher)) = levels else { return Ok(Outcome::NotApplicable) };
    if stated == higher {
        higher_level(facts, higher)
    } else if stated == lower {
        lower_level(facts, lower, higher)
    } else if stated > higher && is_401k {
        Ok(Outcome::NotApplicable)
    } else {
        unknown()
    }
}

fn higher_level(facts: &Facts<'_>, higher: Usd) -> Judgement {
    let plan = facts.plan;
    let employees = *plan.employer.employees.known()?;
    if employees <= FEW || pays_for_it(facts).known()? {
        return Ok(Outcome::Pass);
    }
    let message = format!(
        "The plan uses the higher SIMPLE limit, {higher}, with {employees} employees: above {FEW} it takes a match of 4% of pay or \
         nonelective contributions of 3% (IRC 408(p)(2)(B)(iii), (C)(ii)(IV)). Only employees paid $5,000 or more in the year before \
         count, and an employer that grew past {FEW} keeps the limit for two years."
    );
    let finding = RULE.finding(&plan.deferrals.limit, message, "the 110% level");
    let finding = finding.related(plan.employer.employees.span(), format!("more than {FEW}"));
    Outcome::fail(finding.help("Pay the 4% match or 3% of pay, or use the ordinary limit."))
}

fn lower_level(facts: &Facts<'_>, lower: Usd, higher: Usd) -> Judgement {
    let plan = facts.plan;
    let employees = *plan.employer.employees.known()?;
    let has_others = plan.employer.other_dc_plans.is(|plans| !plans.0.is_empty());
    // An employer with another plan before has the ordinary limit only (IRC 408(p)(2)(E)(iv)).
    if employees > FEW || has_others.is_yes() {
        return Ok(Outcome::Pass);
    }
    let message = format!(
        "The plan limits deferrals to {lower}, but with {employees} employees the SIMPLE limit is {higher} by itself (IRC \
         408(p)(2)(E)(i)(I)), unless the employer had another plan for substantially the same employees in the three years \
         before the SIMPLE plan began."
    );
    let finding = RULE.finding(&plan.deferrals.limit, message, "the ordinary level");
    let finding = finding.related(plan.employer.employees.span(), format!("no more than {FEW}"));
    Outcome::fail(finding.help("Refer to IRC 408(p)(2)(E) as adjusted each year: `408(p) limit`."))
}

/// Does the employer pay what the higher limits ask of a larger one?
fn pays_for_it(facts: &Facts<'_>) -> Truth {
    let matching =
        facts.plan.matching.formula.is(|formula| matches_every_dollar_up_to(formula, Percent::whole(4)));
    let is_enough =
        |formula: &Nonelective| matches!(formula, Nonelective::OfPay(share) if *share >= Percent::whole(3));
    matching.or(facts.plan.nonelective.formula.is(is_enough))
}
