//! `after-tax-rollover-in-unaccounted`: basis that comes in by a way that the law does not open.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Finding;
use crate::finding::Severity;
use crate::plan::PlanType;
use crate::plan::others::RolloversIn;

pub const RULE: Rule = Rule {
    name: "after-tax-rollover-in-unaccounted",
    group: Group::MegaBackdoor,
    summary: "After-tax money rolled to another qualified plan without direct transfer and separate accounting",
    severity: Severity::Error,
    profile: Profile::Qualification,
    applies_to: &[
        PlanType::Traditional401k,
        PlanType::Solo401k,
        PlanType::Plan403b,
        PlanType::Plan401a,
        PlanType::Governmental457b,
    ],
    in_force: None,
    citations: &[
        "IRC 402(c)(2)(A)",
        "26 CFR 1.402(c)-2(b)(3)(ii)-(iii)",
        "26 CFR 1.403(b)-7(b)(1)",
        "26 CFR 1.401(a)(31)-1, A-14",
    ],
    page: include_str!("after_tax_rollover_in_unaccounted.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let inward = &facts.plan.rollovers_in;
    // Nothing comes in where the plan takes no rollovers at all, so that is asked first.
    let says_more = inward.after_tax.is_written() && !inward.allowed.is_written();
    let takes_any = says_more || inward.allowed.known()?.is_yes();
    if !takes_any || !inward.after_tax.known()?.is_yes() {
        return Ok(Outcome::NotApplicable);
    }
    if facts.plan_type()? == PlanType::Governmental457b {
        let message = "The plan takes rollovers of after-tax money, which a 457(b) plan cannot receive (26 CFR \
                       1.402(c)-2(b)(3)(iii)).";
        let finding = RULE.finding(&inward.after_tax, message, "no after-tax basis in a 457(b)");
        return Outcome::fail(
            finding.help("Accept no after-tax money, and pay out what came in by mistake."),
        );
    }
    let findings = in_the_wrong_way(inward);
    if findings.is_empty() {
        inward.after_tax_direct_only.known()?;
        inward.after_tax_separate_account.known()?;
    }
    Outcome::of(findings)
}

fn in_the_wrong_way(inward: &RolloversIn) -> Vec<Finding> {
    let mut findings = Vec::new();
    if inward.after_tax_direct_only.stated().is_some_and(|only| !only.is_yes()) {
        let message = "The plan takes after-tax money that was paid to the participant first, but basis can be rolled over to a \
                       plan only by a direct transfer (IRC 402(c)(2)(A), 26 CFR 1.402(c)-2(b)(3)(ii)).";
        let finding = RULE.finding(&inward.after_tax_direct_only, message, "also by 60-day rollover");
        findings.push(finding.help("Accept after-tax money by direct rollover only."));
    }
    if inward.after_tax_separate_account.stated().is_some_and(|separate| !separate.is_yes()) {
        let message = "After-tax money that is rolled in is not accounted for separately, basis and earnings, though it can be \
                       rolled over only to a plan that does so (IRC 402(c)(2)(A)).";
        let finding = RULE.finding(&inward.after_tax_separate_account, message, "mixed with other money");
        findings
            .push(finding.help("Keep an account of its own for it, with the basis and the earnings on it."));
    }
    findings
}
