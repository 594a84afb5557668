//! `after-tax-for-favored-group`: a right that only the highly compensated have.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::lower::Truth;
use crate::nondiscrimination::entry::{YEAR, waits};
use crate::plan::PlanType;
use crate::syntax::phrase::condition::{self, Eligibility};

pub const RULE: Rule = Rule {
    name: "after-tax-for-favored-group",
    group: Group::Nondiscrimination,
    summary: "After-tax only for HCEs or a favoured group",
    severity: Severity::Error,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Traditional401k, PlanType::Plan403b, PlanType::Plan401a],
    in_force: None,
    citations: &[
        "26 CFR 1.401(m)-1(a)(1)(ii)",
        "26 CFR 1.401(a)(4)-4(b)(1), (c), (e)(3)",
        "26 CFR 1.410(b)-4(c)",
        "IRC 401(a)(4)",
        "26 CFR 1.403(b)-5(a)",
    ],
    page: include_str!("after_tax_for_favored_group.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let plan = facts.plan;
    if !facts.has_after_tax()? {
        return Ok(Outcome::NotApplicable);
    }
    let election = &plan.eligibility.after_tax;
    let who = match election.known()? {
        Eligibility::SameAsDeferrals => plan.eligibility.deferrals.known()?,
        stated @ Eligibility::When { .. } => stated,
    };
    let for_hces = matches!(who, Eligibility::When { group: condition::Group::HcesOnly, .. });
    if !for_hces {
        // Who is kept out by less than the law's age and service is not counted (IRC 410(b)(4)). Longer conditions are
        // `eligibility-beyond-law` in a qualified plan; whom they favor a spec does not tell.
        let ways = waits(plan, election)?;
        let is_short = ways.iter().any(|wait| !wait.exceeds(YEAR));
        return Ok(if is_short { Outcome::Pass } else { Outcome::NotApplicable });
    }
    // Not governmental plans (26 CFR 1.401(m)-1(b)(2), 1.403(b)-5(a)(5)) nor a church's 403(b) (1.403(b)-5(d)); nor where
    // nobody is left who could be disfavored.
    let others = if plan.workforce.groups.is_empty() { Truth::Yes } else { plan.workforce.has_nhces() };
    if !facts.is_acp_tested().and(others).known()? {
        return Ok(Outcome::NotApplicable);
    }
    let message = "Only highly compensated employees may make after-tax contributions. The right to make them \
                   must be open to a group that does not favor such employees (26 CFR 1.401(a)(4)-4(b)(1), \
                   1.401(m)-1(a)(1)(ii)): here none of the others has it.";
    let finding = RULE.finding(election, message, "HCEs only");
    Outcome::fail(finding.help("Open after-tax contributions to everyone who may defer."))
}
