//! `after-tax-not-separately-accounted`: after-tax money and its earnings in one pot with the rest.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::plan::PlanType;
use crate::room::restricted_money;

pub const RULE: Rule = Rule {
    name: "after-tax-not-separately-accounted",
    group: Group::MegaBackdoor,
    summary: "After-tax account not separately accounted for",
    severity: Severity::Warning,
    profile: Profile::MegaBackdoor,
    applies_to: &[PlanType::Traditional401k, PlanType::Solo401k, PlanType::Plan403b, PlanType::Plan401a],
    in_force: None,
    citations: &["IRC 72(d)(2)", "IRC 72(e)(8)(B)", "26 CFR 1.401(k)-1(e)(3)(i)-(ii)"],
    page: include_str!("after_tax_not_separately_accounted.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    if !facts.holds_after_tax().known()? {
        return Ok(Outcome::NotApplicable);
    }
    let plan_type = facts.plan_type()?;
    let plan = facts.plan;
    let separate = &plan.after_tax.separate_account;
    if separate.known()?.is_yes() {
        return Ok(Outcome::Pass);
    }
    let message = "After-tax contributions are not kept apart with their earnings, so that every withdrawal or \
                   conversion of them carries a share of all pre-tax money and is largely taxable (IRC 72(e)(8)(B)).";
    let early = early_withdrawals(facts).filter(|_| PlanType::ANY_401K.contains(&plan_type));
    let finding = match early {
        Some(early) => {
            let worse = format!(
                "{message} Nor may it leave {early} while it is mixed with elective deferrals (26 CFR \
                 1.401(k)-1(e)(3))."
            );
            let label = format!("may be withdrawn {early}");
            let finding = RULE.finding(separate, worse, "one pot with other money").severity(Severity::Error);
            finding.related(plan.in_service.after_tax.span(), label)
        }
        None => RULE.finding(separate, message, "one pot with other money"),
    };
    Outcome::fail(finding.help(
        "Keep after-tax contributions and their earnings in a separate account, which IRC 72(d)(2) lets count as a \
         contract of its own.",
    ))
}

/// When after-tax money may be withdrawn though elective deferrals may not, as far as that is stated.
fn early_withdrawals(facts: &Facts<'_>) -> Option<String> {
    let condition = facts.plan.in_service.after_tax.stated()?;
    let early = restricted_money::too_early(condition, facts.plan, facts.law).ok()?;
    (!early.is_empty()).then(|| early.join(" or "))
}
