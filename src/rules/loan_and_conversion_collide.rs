//! `loan-and-conversion-collide`: a loan on money that is rolled over.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::law::provisions::Provision;
use crate::plan::PlanType;
use crate::plan::in_plan_roth::ConvertedLoans;

pub const RULE: Rule = Rule {
    name: "loan-and-conversion-collide",
    group: Group::MegaBackdoor,
    summary: "Loans and conversion collide",
    severity: Severity::Advice,
    profile: Profile::Operation,
    applies_to: &[
        PlanType::Traditional401k,
        PlanType::Solo401k,
        PlanType::Plan403b,
        PlanType::Governmental457b,
    ],
    in_force: Some(Provision::InPlanRothRollover),
    citations: &[
        "Notice 2010-84",
        "26 CFR 1.72(p)-1 Q&A-20",
        "26 CFR 1.402A-1, A-12",
        "IRS, Retirement topics: Designated Roth account",
    ],
    page: include_str!("loan_and_conversion_collide.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let plan = facts.plan;
    let in_plan = &plan.in_plan_roth;
    if !in_plan.allowed.known()?.is_yes() {
        return Ok(Outcome::NotApplicable);
    }
    if let Some(ConvertedLoans::LeftOut | ConvertedLoans::MovedUnchanged) = in_plan.loans.stated() {
        return Ok(Outcome::Pass);
    }
    if !plan.loans.allowed.known()?.is_yes() {
        return Ok(Outcome::NotApplicable);
    }
    let (message, label, severity) = match in_plan.loans.known()? {
        ConvertedLoans::LeftOut | ConvertedLoans::MovedUnchanged => return Ok(Outcome::Pass),
        ConvertedLoans::NoRule => (
            "The plan allows loans and in-plan Roth rollovers, and does not say what happens to a loan on money that is \
             rolled over.",
            "no rule on loans",
            Severity::Advice,
        ),
        ConvertedLoans::Rewritten => (
            "A loan that moves with an in-plan Roth rollover gets a new repayment schedule, and so becomes a new loan that \
             has to meet the limits again (26 CFR 1.72(p)-1, Q&A-20).",
            "a new loan in the eyes of the law",
            Severity::Warning,
        ),
    };
    let finding = RULE.finding(&in_plan.loans, message, label).severity(severity);
    Outcome::fail(finding.related(plan.loans.allowed.span(), "loans are allowed").help(
        "State that loan balances are left out of in-plan Roth rollovers, or move with an unchanged schedule.",
    ))
}
