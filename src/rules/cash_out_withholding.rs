//! `cash-out-withholding`: after-tax money that goes to the participant by check unless someone asks for more.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::law::provisions::Provision;
use crate::plan::PlanType;
use crate::plan::in_service::DefaultPayment;
use crate::room::routes;

pub const RULE: Rule = Rule {
    name: "cash-out-withholding",
    group: Group::MegaBackdoor,
    summary: "20% withholding on cash-out of earnings",
    severity: Severity::Warning,
    profile: Profile::Operation,
    applies_to: &[PlanType::Traditional401k, PlanType::Solo401k, PlanType::Plan403b, PlanType::Plan401a],
    in_force: Some(Provision::DirectRollover),
    citations: &[
        "IRC 3405(c)(1)(B), (c)(2)",
        "IRC 3405(e)(1)(B)(ii)",
        "26 CFR 1.402(c)-2(a)(1)(ii), (iv)",
        "26 CFR 1.401(a)(31)-1, A-7",
    ],
    page: include_str!("cash_out_withholding.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    if !facts.holds_after_tax().known()? {
        return Ok(Outcome::NotApplicable);
    }
    let plan = facts.plan;
    if !routes::withdrawable(plan).known()? {
        return Ok(Outcome::NotApplicable);
    }
    // Where nothing is rolled over directly, there is no default to speak of: `no-direct-rollover`.
    if plan.in_service.direct_rollover.stated().is_some_and(|offered| !offered.is_yes()) {
        return Ok(Outcome::NotApplicable);
    }
    let payment = &plan.in_service.default_payment;
    match payment.known()? {
        DefaultPayment::DirectRollover | DefaultPayment::Choice => Ok(Outcome::Pass),
        DefaultPayment::Check => {
            let message = "Who withdraws after-tax money and does not ask for a direct rollover gets a check, from which \
                           20% of the earnings is withheld (IRC 3405(c)(1)(B)). To roll everything over, that has to be \
                           made up from other money within 60 days.";
            let finding = RULE.finding(payment, message, "a check is the default");
            Outcome::fail(finding.related(plan.in_service.after_tax.span(), "after-tax money may be withdrawn").help(
                "Pay nothing before the participant has chosen, or make the direct rollover the default, and say so with \
                 the explanation of IRC 402(f).",
            ))
        }
    }
}
