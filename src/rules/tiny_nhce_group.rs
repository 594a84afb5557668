//! `tiny-nhce-group`: a test that hangs on one or two people.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::lower::Truth;
use crate::money::exact::Hundredths;
use crate::money::{Percent, Usd};
use crate::nondiscrimination::comparison;
use crate::nondiscrimination::estimate::{AfterTaxExposure, after_tax_exposure};
use crate::plan::Plan;
use crate::plan::PlanType;
use rust_decimal::Decimal;

pub const RULE: Rule = Rule {
    name: "tiny-nhce-group",
    group: Group::Nondiscrimination,
    summary: "Failing one test side by side: tiny NHCE group",
    severity: Severity::Advice,
    profile: Profile::MegaBackdoor,
    applies_to: &[PlanType::Traditional401k],
    in_force: None,
    citations: &["IRC 401(m)(2)-(3)", "26 CFR 1.401(m)-2(a)(1)(ii), (a)(6)(v)"],
    page: include_str!("tiny_nhce_group.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

/// As many as make one of them a quarter of the average or more.
const A_FEW: u32 = 4;

fn check(facts: &Facts<'_>) -> Judgement {
    let plan = facts.plan;
    if !facts.has_after_tax()? || facts.is_acp_tested() == Truth::No {
        return Ok(Outcome::NotApplicable);
    }
    let exposure = after_tax_exposure(plan)?;
    // With nobody on one side, the test is passed (26 CFR 1.401(m)-2(a)(1)(ii)).
    if exposure.nhce_count == 0 || exposure.hce_count == 0 || exposure.hce.is_zero() {
        return Ok(Outcome::NotApplicable);
    }
    if exposure.nhce_count > A_FEW {
        return Ok(Outcome::Pass);
    }
    if !facts.is_acp_tested().known()? {
        return Ok(Outcome::NotApplicable);
    }
    let Some(group) = plan.workforce.groups.iter().find(|group| group.is_hce() == Truth::No) else {
        return Ok(Outcome::NotApplicable);
    };
    let count = exposure.nhce_count;
    let weight =
        Percent::HUNDRED.decimal().checked_div(Decimal::from(count)).map(Percent::new).unwrap_or_default();
    let people = if count == 1 { "1 employee is".to_owned() } else { format!("{count} employees are") };
    let message = format!(
        "Only {people} on the other side of the ACP test, so that each is {} of the average: who joins, leaves \
         or stops contributing can decide the test.{}{}",
        weight.round_to_hundredth(),
        facts.by_workforce(),
        qnec(plan, &exposure)
    );
    let finding = RULE.finding(&group.group.count, message, "a small group");
    Outcome::fail(finding.help(
        "Look at the test before the year ends, and reckon what a QNEC for these employees would cost.",
    ))
}

/// What would carry the test on after-tax contributions alone, where the pay of the group is stated.
fn qnec(plan: &Plan, exposure: &AfterTaxExposure) -> String {
    let lacking =
        Percent::from(comparison::nhce_needed(Hundredths::rounded(exposure.hce))).less(exposure.nhce);
    let others = plan.workforce.groups.iter().filter(|group| group.is_hce() == Truth::No);
    let pay = |group: &crate::plan::workforce::Group| {
        let count = Percent::whole(i64::from(*group.count.stated()?) * 100);
        Some(count.of(*group.average_pay.stated()?))
    };
    let pay: Option<Usd> =
        others.map(|group| pay(&group.group)).try_fold(Usd::ZERO, |sum, pay| Some(sum + pay?));
    match pay {
        Some(pay) if !exposure.passes() => format!(
            " A QNEC of {} of their pay, about {} in all, would carry it on after-tax contributions alone.",
            lacking.round_to_hundredth(),
            lacking.of(pay).round_to_cents()
        ),
        Some(_) | None => String::new(),
    }
}
