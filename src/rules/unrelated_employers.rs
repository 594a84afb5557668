//! `unrelated-employers`: 402(g) follows the person from employer to employer, 415(c) does not.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::plan::PlanType;

pub const RULE: Rule = Rule {
    name: "unrelated-employers",
    group: Group::Limits,
    summary: "Unrelated employers",
    severity: Severity::Advice,
    profile: Profile::Operation,
    applies_to: &[PlanType::Traditional401k, PlanType::Solo401k, PlanType::Plan403b],
    in_force: None,
    citations: &[
        "IRC 402(g)(1), (3)",
        "IRC 415(f)(1)(B), (k)(4)",
        "26 CFR 1.415(f)-1(a)(2), (c), (f)(2)",
        "26 CFR 1.415(a)-1(e)",
    ],
    page: include_str!("unrelated_employers.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let counts = &facts.plan.limits.counts_unrelated_employers;
    // Without after-tax money hardly anyone comes near the limit: of other plans it is not asked.
    if !counts.is_written() && !facts.has_after_tax()? {
        return Ok(Outcome::NotApplicable);
    }
    if !counts.known()?.is_yes() {
        return Ok(Outcome::Pass);
    }
    let message = "The plan counts contributions at unrelated employers against its 415(c) limit, but that limit is for the \
                   plans of one employer (IRC 415(f)(1)(B)). Only deferrals are counted over all employers (IRC \
                   402(g)(1), (3)).";
    let finding = RULE.finding(counts, message, "takes room that the law leaves");
    let help = "Reduce only the deferrals of newly hired participants by those that they made elsewhere in the calendar year, \
                and give them the whole limit of 415(c). A multiple employer plan that both employers are in, and a \
                predecessor employer, do count.";
    Outcome::fail(finding.help(help))
}
