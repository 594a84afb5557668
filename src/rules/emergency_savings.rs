//! `emergency-savings`: a pension-linked emergency savings account on other terms than the law sets.

mod terms;

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Finding;
use crate::finding::Severity;
use crate::law::limits::Limit;
use crate::law::provisions::Provision;
use crate::lower::{Election, Truth};
use crate::plan::PlanType;
use crate::room::year_limits::amount;
use crate::syntax::phrase::permission::Permission;
use terms::terms;

pub const RULE: Rule = Rule {
    name: "emergency-savings",
    group: Group::Nondiscrimination,
    summary: "Emergency savings account terms",
    severity: Severity::Error,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Traditional401k, PlanType::Plan403b, PlanType::Governmental457b],
    in_force: Some(Provision::EmergencySavingsAccount),
    citations: &["IRC 402A(e)", "ERISA 801 (29 USC 1193)", "Notice 2024-22", "Notice 2025-67"],
    page: include_str!("emergency_savings.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let savings = &facts.plan.emergency_savings;
    // Such accounts exist only where a plan sets them up in so many words (IRC 402A(e)(1)): no section, no accounts.
    if savings.written.is_none() || !savings.allowed.is_yes().known()? {
        return Ok(Outcome::NotApplicable);
    }
    let mut findings: Vec<Finding> = terms(facts);
    let most = amount(facts.plan, facts.law, Limit::EmergencySavingsAccount).ok();
    if let (Some(limit), Some(most)) = (savings.limit.stated(), most)
        && *limit > most
    {
        let message = format!(
            "The account may hold contributions of {limit}, above the {most} of {} (IRC 402A(e)(3)(A)).",
            facts.plan.year
        );
        findings.push(
            RULE.finding(&savings.limit, message, "above the limit")
                .help("Refer to the limit as adjusted each year."),
        );
    }
    if findings.is_empty() {
        let known = |election: &Election<Permission>| election.is(|_| true);
        let permissions = [&savings.hces, &savings.roth, &savings.minimum, &savings.matched, &savings.fee];
        permissions.into_iter().map(known).fold(Truth::Yes, Truth::and).known()?;
        savings.limit.known()?;
        savings.withdrawals.known()?;
        savings.percent.known()?;
    }
    Outcome::of(findings)
}
