//! `deemed-roth-without-opt-out`: catch-up may be treated as Roth only if one can choose otherwise.

use super::catch_up_without_roth::concerns_nobody;
use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::law::provisions::Provision;
use crate::lower::Truth;
use crate::plan::PlanType;
use crate::plan::deferrals::RothCatchUp;

pub const RULE: Rule = Rule {
    name: "deemed-roth-without-opt-out",
    group: Group::Limits,
    summary: "Deemed Roth election without opt-out",
    severity: Severity::Warning,
    profile: Profile::Qualification,
    applies_to: &[
        PlanType::Traditional401k,
        PlanType::Solo401k,
        PlanType::Plan403b,
        PlanType::Governmental457b,
    ],
    in_force: Some(Provision::RothOnlyCatchUp),
    citations: &[
        "26 CFR 1.401(k)-1(f)(5)(iii) (T.D. 10033)",
        "26 CFR 1.401(k)-1(e)(2)(ii)",
        "26 CFR 1.414(v)-2(c)(3)(i)(B) (T.D. 10033)",
    ],
    page: include_str!("deemed_roth_without_opt_out.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let deferrals = &facts.plan.deferrals;
    if !deferrals.catch_up.known()?.is_yes() {
        return Ok(Outcome::NotApplicable);
    }
    match deferrals.roth_catch_up.known()? {
        RothCatchUp::DeemedWithOptOut => return Ok(Outcome::Pass),
        RothCatchUp::Required | RothCatchUp::NoneForAffected | RothCatchUp::PreTaxAllowed => {
            return Ok(Outcome::NotApplicable);
        }
        RothCatchUp::DeemedWithoutOptOut => {}
    }
    // Without Roth nothing can be deemed Roth: `catch-up-without-roth` reports it.
    let has_roth = deferrals.roth.is(|deferral| deferral.allowed.is_yes());
    if has_roth == Truth::No || concerns_nobody(facts).is_yes() {
        return Ok(Outcome::NotApplicable);
    }
    let message = "The plan treats catch-up elections of high earners as Roth and gives them no chance to choose otherwise; an \
                   election may be deemed one for Roth only with an effective opportunity to elect differently (26 CFR \
                   1.401(k)-1(f)(5)(iii), (e)(2)(ii)).";
    let finding = RULE.finding(&deferrals.roth_catch_up, message, "no way out");
    let help = "Let affected participants elect differently (no catch-up, or less), tell them so, and end the treatment once \
                they are no longer affected.";
    Outcome::fail(finding.help(help))
}
