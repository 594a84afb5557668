//! `wrong-1099-r-code`: rollovers that reach the tax return under another name.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Finding;
use crate::finding::Severity;
use crate::law::provisions::Provision;
use crate::lower::{Election, Truth};
use crate::plan::Plan;
use crate::plan::PlanType;
use crate::room::routes;
use crate::syntax::phrase::list::FreeText;

pub const RULE: Rule = Rule {
    name: "wrong-1099-r-code",
    group: Group::MegaBackdoor,
    summary: "Wrong Form 1099-R mapping",
    severity: Severity::Warning,
    profile: Profile::Operation,
    applies_to: &[
        PlanType::Traditional401k,
        PlanType::Solo401k,
        PlanType::Plan403b,
        PlanType::Governmental457b,
    ],
    in_force: Some(Provision::InPlanRothRollover),
    citations: &["Instructions for Forms 1099-R and 5498"],
    page: include_str!("wrong_1099_r_code.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let plan = facts.plan;
    if !plan.in_plan_roth.allowed.known()?.is_yes() {
        return Ok(Outcome::NotApplicable);
    }
    let reporting = &plan.reporting;
    let findings = misreported(plan);
    if findings.is_empty() {
        reporting.in_plan_roth_code.known()?;
        if has_basis(plan) {
            reporting.basis_in_box_5.known()?;
        }
        reporting.roth_ira_code.known()?;
    }
    Outcome::of(findings)
}

fn misreported(plan: &Plan) -> Vec<Finding> {
    let reporting = &plan.reporting;
    let in_plan = wrong_code(&reporting.in_plan_roth_code, 'G', "A direct in-plan Roth rollover");
    let to_ira = wrong_code(
        &reporting.roth_ira_code,
        'H',
        "A direct rollover from the plan's Roth account to a Roth IRA",
    );
    let mut findings: Vec<Finding> = in_plan.into_iter().chain(to_ira).collect();
    let boxes = &reporting.basis_in_box_5;
    if has_basis(plan) && boxes.stated().is_some_and(|shown| !shown.is_yes()) {
        let message = "Form 1099-R for an in-plan Roth rollover does not show after-tax basis in box 5 and the rest in box 2a, \
                       so that basis looks like income (Instructions for Forms 1099-R and 5498).";
        let finding = RULE.finding(boxes, message, "basis is not in box 5");
        findings.push(
            finding.help("Report the total in box 1, the taxable part in box 2a and the basis in box 5."),
        );
    }
    findings
}

/// Without after-tax money there is no basis to show.
fn has_basis(plan: &Plan) -> bool {
    routes::covers_after_tax(plan) != Truth::No
}

/// Code 4 may stand beside it, for a beneficiary who is not the spouse.
fn wrong_code(election: &Election<FreeText>, wanted: char, what: &str) -> Option<Finding> {
    let code = election.stated()?.0.to_uppercase().replace("CODE", "");
    let signs: Vec<char> = code.chars().filter(|sign| sign.is_alphanumeric()).collect();
    if signs.contains(&wanted) && signs.iter().all(|sign| *sign == wanted || *sign == '4') {
        return None;
    }
    let message = format!(
        "{what} is reported with another code than {wanted} in box 7 of Form 1099-R (Instructions for Forms 1099-R and 5498)."
    );
    let finding = RULE.finding(election, message, format!("not code {wanted}"));
    Some(finding.help(format!("Use code {wanted} for a direct rollover of this kind.")))
}
