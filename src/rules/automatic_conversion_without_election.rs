//! `automatic-conversion-without-election`: money that becomes Roth though nobody chose it.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::law::provisions::Provision;
use crate::plan::PlanType;
use crate::plan::in_plan_roth::Consent;
use crate::syntax::phrase::frequency::Automatic;

pub const RULE: Rule = Rule {
    name: "automatic-conversion-without-election",
    group: Group::MegaBackdoor,
    summary: "Automatic conversion without election",
    severity: Severity::Warning,
    profile: Profile::Operation,
    applies_to: &[
        PlanType::Traditional401k,
        PlanType::Solo401k,
        PlanType::Plan403b,
        PlanType::Governmental457b,
    ],
    in_force: Some(Provision::InPlanRothRollover),
    citations: &[
        "IRC 402A(c)(4)(E)(i)",
        "Notice 2010-84",
        "26 CFR 1.401(a)(31)-1, A-7, A-12 (by analogy)",
        "IRS, Retirement topics: Designated Roth account",
    ],
    page: include_str!("automatic_conversion_without_election.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let in_plan = &facts.plan.in_plan_roth;
    if !in_plan.allowed.known()?.is_yes() {
        return Ok(Outcome::NotApplicable);
    }
    if in_plan.election.stated() == Some(&Consent::ByElection) {
        return Ok(Outcome::Pass);
    }
    if *in_plan.automatic.known()? == Automatic::None {
        return Ok(Outcome::NotApplicable);
    }
    let (message, label, severity) = match in_plan.election.known()? {
        Consent::ByElection => return Ok(Outcome::Pass),
        Consent::OptOut => (
            "Money is rolled over to Roth unless the participant opts out. The Code speaks of an individual who elects the \
             rollover (IRC 402A(c)(4)(E)(i)), and no text was found that lets a default take the place of that.",
            "a default, not an election",
            Severity::Advice,
        ),
        Consent::None => (
            "Money is rolled over to Roth without any choice of the participant. The Code speaks of an individual who elects \
             the rollover (IRC 402A(c)(4)(E)(i)), and it cannot be undone: what it moves beyond basis is income of the year.",
            "nobody chooses it",
            Severity::Warning,
        ),
    };
    let finding = RULE.finding(&in_plan.election, message, label).severity(severity);
    Outcome::fail(finding.related(in_plan.automatic.span(), "rolled over automatically").help(
        "Let participants elect the automatic rollover once, and change that at any time; cover the after-tax source only.",
    ))
}
