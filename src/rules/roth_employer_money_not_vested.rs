//! `roth-employer-money-not-vested`: employer money as Roth for people who may still lose it.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::{Finding, Severity};
use crate::law::provisions::Provision;
use crate::lower::{Election, Missing, Truth};
use crate::plan::PlanType;
use crate::syntax::phrase::match_formula::MatchFormula;
use crate::syntax::phrase::nonelective::Nonelective;
use crate::syntax::phrase::permission::Permission;
use crate::syntax::phrase::vesting::Vesting;

pub const RULE: Rule = Rule {
    name: "roth-employer-money-not-vested",
    group: Group::Nondiscrimination,
    summary: "Roth employer contributions not fully vested",
    severity: Severity::Error,
    profile: Profile::Qualification,
    applies_to: &[
        PlanType::Traditional401k,
        PlanType::Solo401k,
        PlanType::Plan403b,
        PlanType::Governmental457b,
    ],
    in_force: Some(Provision::RothEmployerContributions),
    citations: &["IRC 402A(a)(2)-(3)", "SECURE 2.0 s. 604", "Notice 2024-2 part L"],
    page: include_str!("roth_employer_money_not_vested.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let (matching, nonelective) = (&facts.plan.matching, &facts.plan.nonelective);
    let matched = matching.formula.is(|formula| *formula != MatchFormula::None);
    let paid = nonelective.formula.is(|formula| *formula != Nonelective::None);
    let offered = |paid: &Truth, option: &Election<Permission>| paid.clone().and(option.is_yes());
    let by_match = offered(&matched, &matching.roth_option);
    let by_nonelective = offered(&paid, &nonelective.roth_option);
    if by_match == Truth::No && by_nonelective == Truth::No {
        return Ok(Outcome::NotApplicable);
    }
    Outcome::settled([
        judged("match", &matched, &matching.roth_option, &matching.vesting, &matching.roth_vested_only),
        judged(
            "nonelective contributions",
            &paid,
            &nonelective.roth_option,
            &nonelective.vesting,
            &nonelective.roth_vested_only,
        ),
    ])
}

fn judged(
    money: &str,
    is_paid: &Truth,
    option: &Election<Permission>,
    vesting: &Election<Vesting>,
    vested_only: &Election<Permission>,
) -> Result<Option<Finding>, Missing> {
    // Any of these settles it, whatever is not known of the others.
    let is_lawful = *is_paid == Truth::No
        || option.is_yes() == Truth::No
        || vesting.stated() == Some(&Vesting::Immediate)
        || vested_only.is_yes().is_yes();
    if is_lawful {
        return Ok(None);
    }
    // The rest is asked one after the other.
    is_paid.clone().known()?;
    option.known()?;
    let schedule = vesting.known()?;
    vested_only.known()?;
    let message = format!(
        "Participants may have {money} made as Roth while it can still be forfeited (`{schedule}`). Only who \
         is fully vested in the contribution may designate it as Roth (IRC 402A(a)(2)-(3), Notice 2024-2 part \
         L)."
    );
    let finding = RULE.finding(option, message, "open to all");
    let finding = finding
        .related(vesting.span(), "not vested at once")
        .related(vested_only.span(), "not for the vested only");
    Ok(Some(finding.help("Offer the choice to fully vested participants only, or vest this money at once.")))
}
