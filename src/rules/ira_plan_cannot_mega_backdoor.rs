//! `ira-plan-cannot-mega-backdoor`: SEPs and SIMPLE IRAs have no place for after-tax money.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::plan::PlanType;

pub const RULE: Rule = Rule {
    name: "ira-plan-cannot-mega-backdoor",
    group: Group::PlanTypes,
    summary: "SEP / SIMPLE IRA asked for mega backdoor",
    severity: Severity::Error,
    profile: Profile::MegaBackdoor,
    applies_to: &[],
    in_force: None,
    citations: &["IRC 408(p)(1)(B), (p)(2)(A)(v)", "IRC 408(k)", "IRC 402A(e)(1)"],
    page: include_str!("ira_plan_cannot_mega_backdoor.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: true,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let (noun, section) = match facts.plan_type()? {
        PlanType::Sep => ("A SEP", "IRC 408(k)"),
        PlanType::SimpleIra => ("A SIMPLE IRA plan", "IRC 408(p)(1)(B)"),
        PlanType::Traditional401k
        | PlanType::Solo401k
        | PlanType::Simple401k
        | PlanType::Starter401k
        | PlanType::Plan403b
        | PlanType::Governmental457b
        | PlanType::TaxExempt457b
        | PlanType::Plan401a => return Ok(Outcome::Pass),
    };
    let message = format!(
        "{noun} pays into IRAs and takes no voluntary after-tax contributions ({section}), so a mega backdoor Roth is not possible under it."
    );
    let help = "Adopt a 401(k) plan with after-tax contributions (a solo 401(k) where there are no employees), or drop the goal.";
    Outcome::fail(RULE.finding(&facts.plan.identity.plan_type, message, "no after-tax source").help(help))
}
