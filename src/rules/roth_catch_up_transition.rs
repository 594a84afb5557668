//! `roth-catch-up-transition`: governmental and bargained plans have later dates for the regulations, not for the statute.

use jiff::civil::Date;

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::law::provisions::Provision;
use crate::lower::{Election, Given, Truth};
use crate::plan::PlanType;
use crate::plan::deferrals::RothCatchUp;

pub const RULE: Rule = Rule {
    name: "roth-catch-up-transition",
    group: Group::Limits,
    summary: "Roth catch-up: regulation dates",
    severity: Severity::Advice,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Traditional401k, PlanType::Plan403b, PlanType::Governmental457b],
    in_force: Some(Provision::RothOnlyCatchUp),
    citations: &[
        "IRC 414(v)(7)",
        "SECURE 2.0 s. 603(c)",
        "Notice 2023-62",
        "26 CFR 1.414(v)-2(e)",
        "T.D. 10033",
    ],
    page: include_str!("roth_catch_up_transition.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let plan = facts.plan;
    let has_later_dates = facts.is_governmental().or(plan.employer.union_group.is_yes());
    if has_later_dates == Truth::No || !plan.deferrals.catch_up.known()?.is_yes() {
        return Ok(Outcome::NotApplicable);
    }
    let treatment = &plan.deferrals.roth_catch_up;
    let statute = facts.law.provision(Provision::RothOnlyCatchUp).from;
    let Some(begins) = begins_on(treatment).filter(|begins| *begins > statute) else {
        return match treatment.known()? {
            // `pre-tax-catch-up-for-high-earners` reports it.
            RothCatchUp::PreTaxAllowed => Ok(Outcome::NotApplicable),
            RothCatchUp::Required
            | RothCatchUp::DeemedWithOptOut
            | RothCatchUp::DeemedWithoutOptOut
            | RothCatchUp::NoneForAffected => Ok(Outcome::Pass),
        };
    };
    if !has_later_dates.known()? {
        return Ok(Outcome::NotApplicable);
    }
    let message = format!(
        "The plan applies the Roth catch-up requirement from {begins}, but the statute governs taxable years from {statute} \
         in governmental and bargained plans too (SECURE 2.0 s. 603(c), Notice 2023-62); only the regulations of T.D. 10033 \
         begin later for them."
    );
    let help = format!(
        "Hold affected participants' catch-up contributions to Roth from {statute}, by a reasonable reading of 414(v)(7) in \
         good faith until the regulations apply."
    );
    Outcome::fail(RULE.finding(treatment, message, "later than the statute").help(help))
}

/// The day from which an election is said to hold.
pub(super) fn begins_on<T>(election: &Election<T>) -> Option<Date> {
    let effective = || Some(election.provenance.as_ref()?.effective.as_ref()?.value);
    match &election.given {
        Given::NotYet { from, .. } => Some(*from),
        Given::Value(_) => effective(),
        Given::Unknown(_) | Given::Absent { .. } | Given::Unreadable(_) => None,
    }
}
