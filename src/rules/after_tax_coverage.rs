//! `after-tax-coverage`: too few of the others among those who may contribute.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::{Finding, Severity};
use crate::lower::{Missing, Truth};
use crate::money::Percent;
use crate::nondiscrimination::entry::{YEAR, waits};
use crate::plan::eligibility::Class;
use crate::plan::{Plan, PlanType};
use crate::syntax::phrase::condition::{self, Eligibility};

pub const RULE: Rule = Rule {
    name: "after-tax-coverage",
    group: Group::Nondiscrimination,
    summary: "Coverage of the after-tax portion",
    severity: Severity::Warning,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Traditional401k, PlanType::Plan403b, PlanType::Plan401a],
    in_force: None,
    citations: &[
        "IRC 410(b)(1)-(2)",
        "26 CFR 1.401(m)-1(c)(1)",
        "26 CFR 1.410(b)-7(c)(1)",
        "26 CFR 1.410(b)-4(c)",
        "26 CFR 1.410(b)-6",
        "26 CFR 1.403(b)-5(a)(1)(iv)",
    ],
    page: include_str!("after_tax_coverage.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

/// The classes that coverage does not count (IRC 410(b)(3)).
const NOT_COUNTED: &[Class] = &[Class::Union, Class::NonresidentAliens];

fn check(facts: &Facts<'_>) -> Judgement {
    let plan = facts.plan;
    let is_tested = facts.is_acp_tested();
    if !facts.has_after_tax()? || is_tested == Truth::No || plan.workforce.has_nhces() == Truth::No {
        return Ok(Outcome::NotApplicable);
    }
    let by_ratio = &plan.testing.coverage_ratio;
    if !by_ratio.is_written() && everyone_may(facts)? {
        return Ok(Outcome::Pass);
    }
    // HCEs only is `after-tax-for-favored-group`.
    let who = plan.eligibility.after_tax.stated();
    if matches!(who, Some(Eligibility::When { group: condition::Group::HcesOnly, .. })) {
        return Ok(Outcome::NotApplicable);
    }
    let ratio = *by_ratio.known()?;
    if ratio >= Percent::whole(70) {
        return Ok(Outcome::Pass);
    }
    let is_hopeless = ratio < unsafe_harbor();
    let average_benefit = &plan.testing.average_benefit_test;
    if !is_hopeless && average_benefit.is_yes().known()? {
        return Ok(Outcome::Pass);
    }
    if !is_tested.known()? {
        return Ok(Outcome::NotApplicable);
    }
    let finding = finding(plan, ratio);
    Outcome::fail(if is_hopeless { finding.severity(Severity::Error) } else { finding })
}

/// May everyone who counts make after-tax contributions? Then the ratio is 100%.
fn everyone_may(facts: &Facts<'_>) -> Result<bool, Missing> {
    let plan = facts.plan;
    let eligibility = &plan.eligibility;
    let is_short = match waits(plan, &eligibility.after_tax) {
        Ok(ways) => ways.iter().any(|wait| !wait.exceeds(YEAR)).into(),
        Err(missing) => Truth::Unknown(missing),
    };
    let for_all =
        |who: &Eligibility| !matches!(who, Eligibility::When { group: condition::Group::HcesOnly, .. });
    let open = eligibility.after_tax.is(for_all);
    let no_class =
        eligibility.excluded_classes.is(|classes| classes.0.iter().all(|class| NOT_COUNTED.contains(class)));
    // Employees of related employers count, and this plan may not be for them (IRC 414(b), (c), (m)).
    let alone = plan.employer.related_employers.is(|related| related.0.is_empty());
    is_short.and(open).and(no_class).and(alone).known()
}

/// The unsafe harbor never lies below 20% (26 CFR 1.410(b)-4(c)(4)), and the average benefit test cannot mend that.
fn unsafe_harbor() -> Percent {
    Percent::whole(20)
}

fn finding(plan: &Plan, ratio: Percent) -> Finding {
    let (by_ratio, average_benefit) = (&plan.testing.coverage_ratio, &plan.testing.average_benefit_test);
    let and = if ratio < unsafe_harbor() {
        ", and below 20% no group counts as nondiscriminatory"
    } else {
        ", and it is not"
    };
    let message = format!(
        "Coverage of match and after-tax contributions has a ratio percentage of {ratio}: below 70%, the \
         average benefit test has to be passed (IRC 410(b)(1)-(2)){and}."
    );
    let finding = RULE.finding(by_ratio, message, "below 70%");
    let finding =
        if ratio < unsafe_harbor() { finding } else { finding.related(average_benefit.span(), "not passed") };
    finding.help("Let more of those in who are not highly compensated, or pass the average benefit test.")
}
