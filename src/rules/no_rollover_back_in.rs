//! `no-rollover-back-in`: a plan that takes no Roth or after-tax money from elsewhere.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Finding;
use crate::finding::Severity;
use crate::lower::Election;
use crate::plan::PlanType;
use crate::room::routes;
use crate::syntax::phrase::permission::Permission;

pub const RULE: Rule = Rule {
    name: "no-rollover-back-in",
    group: Group::MegaBackdoor,
    summary: "Plan will not take rollovers back in",
    severity: Severity::Advice,
    profile: Profile::MegaBackdoor,
    applies_to: &[
        PlanType::Traditional401k,
        PlanType::Solo401k,
        PlanType::Plan403b,
        PlanType::Governmental457b,
    ],
    in_force: None,
    citations: &[
        "26 CFR 1.401(a)(31)-1, A-13",
        "IRC 402(c)(2)(A)",
        "IRC 402A(c)(3)(A)",
        "26 CFR 1.402A-1, A-5(a)",
        "26 CFR 1.402(c)-2(b)(3)(ii)-(iii)",
    ],
    page: include_str!("no_rollover_back_in.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let plan = facts.plan;
    // In a plan without after-tax contributions nobody is on this way; a 457(b) can still take Roth money.
    let is_457b = facts.plan_type()? == PlanType::Governmental457b;
    if !is_457b && !facts.has_after_tax()? {
        return Ok(Outcome::NotApplicable);
    }
    let inward = &plan.rollovers_in;
    let takes_roth = routes::has_roth_program(plan);
    if is_457b && !takes_roth.clone().known()? {
        return Ok(Outcome::NotApplicable);
    }
    if inward.allowed.stated().is_some_and(|taken| !taken.is_yes()) {
        return Outcome::of(refusals(&[(&inward.allowed, "rollovers")]));
    }
    let mut wanted = Vec::new();
    if !is_457b {
        wanted.push((&inward.after_tax, "after-tax money"));
    }
    if takes_roth.is_yes() {
        wanted.push((&inward.roth, "designated Roth money"));
    }
    let findings = refusals(&wanted);
    if findings.is_empty() {
        inward.allowed.known()?;
        for (election, _) in wanted {
            election.known()?;
        }
        takes_roth.known()?;
    }
    Outcome::of(findings)
}

fn refusals(wanted: &[(&Election<Permission>, &str)]) -> Vec<Finding> {
    let refused =
        wanted.iter().filter(|(election, _)| election.stated().is_some_and(|taken| !taken.is_yes()));
    let finding = |(election, what): &(&Election<Permission>, &str)| {
        let message = format!(
            "The plan takes no {what} from other plans. It need not (26 CFR 1.401(a)(31)-1, A-13), but who is hired with \
             Roth or after-tax money cannot bring it together here."
        );
        RULE.finding(election, message, "stays outside").help(
            "Accept direct rollovers of designated Roth and after-tax money (a 457(b) plan: of designated Roth money).",
        )
    };
    refused.map(finding).collect()
}
