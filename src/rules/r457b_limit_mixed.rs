//! `457b-limit-mixed`: a 457(b) has a limit of its own, which other plans' limits have nothing to do with.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::{Finding, Severity};
use crate::lower::Truth;
use crate::plan::PlanType;
use crate::syntax::phrase::limit::{CodeSection, StatedLimit};
use crate::syntax::phrase::match_formula::MatchFormula;
use crate::syntax::phrase::nonelective::Nonelective;

pub const RULE: Rule = Rule {
    name: "457b-limit-mixed",
    group: Group::PlanTypes,
    summary: "457(b) limit mixed with 402(g)",
    severity: Severity::Warning,
    profile: Profile::Qualification,
    applies_to: PlanType::ANY_457B,
    in_force: None,
    citations: &[
        "IRC 457(b)(2), (c), (e)(15)",
        "26 CFR 1.457-2(b), 1.457-4(c)(1)",
        "IRC 402(g)(3)",
        "IRC 415(k)(1)",
    ],
    page: include_str!("r457b_limit_mixed.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let (deferrals, additions) = (&facts.plan.deferrals, &facts.plan.limits.annual_additions);
    let (limit, reduced) = (&deferrals.limit, &deferrals.reduced_by_other_plans);
    let mut findings: Vec<Finding> = Vec::new();
    if limit.is(|limit| *limit == StatedLimit::AsAdjusted(CodeSection::ElectiveDeferrals)).is_yes() {
        let message = "The plan limits deferrals by 402(g), which does not cover 457(b) plans (IRC 402(g)(3)): their limit is \
                       that of 457(e)(15), with employer money counted in it.";
        let finding = RULE.finding(limit, message, "another kind of plan's limit");
        findings.push(finding.help("Refer to 457(e)(15) as adjusted each year: `457(e)(15) limit`."));
    }
    if reduced.is_yes().is_yes() {
        let message = "The plan reduces deferrals by those to a 401(k) or 403(b) plan, but since 2002 they do not share a limit \
                       (26 CFR 1.457-4(c)(1)): whoever is in both has both limits in full.";
        let finding = RULE.finding(reduced, message, "takes a second limit away");
        findings
            .push(finding.help("Count only deferrals to 457(b) plans, of all employers, against the limit."));
    }
    // A 457(b) is not under 415 (IRC 415(k)(1)), so that silence is no limit on annual additions.
    if additions.stated().is_some_and(|limit| *limit != StatedLimit::None) {
        let message = "The plan has a limit on annual additions, but 457(b) plans are not under 415(c) (IRC 415(k)(1)): all \
                       contributions together are within 457(e)(15).";
        let finding = RULE.finding(additions, message, "not for a 457(b)");
        findings.push(finding.help("Remove the limit on annual additions."));
    }
    findings.extend(uncounted_money(facts));
    if findings.is_empty() {
        limit.known()?;
        reduced.known()?;
        let counts = &facts.plan.limits.counts_employer_money;
        if !counts.is_yes().is_yes() && has_employer_money(facts).known()? {
            counts.known()?;
        }
    }
    Outcome::of(findings)
}

/// In a 457(b) employer money uses the same limit (26 CFR 1.457-2(b), 1.457-4(c)(1)(iv) Ex. 2).
fn uncounted_money(facts: &Facts<'_>) -> Option<Finding> {
    let counts = &facts.plan.limits.counts_employer_money;
    has_employer_money(facts).and(counts.is_yes().negated()).is_yes().then(|| {
        let message = "The plan does not count the employer's contributions against the limit of 457(e)(15), but match and \
                       nonelective contributions use it as deferrals do (26 CFR 1.457-2(b), 1.457-4(c)(1)).";
        let finding = RULE.finding(counts, message, "outside the limit");
        finding.help("Count the employer's contributions in the year in which they vest.")
    })
}

fn has_employer_money(facts: &Facts<'_>) -> Truth {
    let matched = facts.plan.matching.formula.is(|formula| *formula != MatchFormula::None);
    matched.or(facts.plan.nonelective.formula.is(|formula| *formula != Nonelective::None))
}
