//! `employee-money-not-vested`: a vesting schedule on money that employees paid in themselves.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::{Finding, Severity};
use crate::lower::{Election, Missing, Truth};
use crate::plan::PlanType;
use crate::syntax::phrase::vesting::Vesting;

pub const RULE: Rule = Rule {
    name: "employee-money-not-vested",
    group: Group::Nondiscrimination,
    summary: "After-tax or deferrals not 100% vested",
    severity: Severity::Error,
    profile: Profile::Qualification,
    applies_to: &[
        PlanType::Traditional401k,
        PlanType::Solo401k,
        PlanType::Starter401k,
        PlanType::Plan403b,
        PlanType::Plan401a,
    ],
    in_force: None,
    citations: &[
        "IRC 411(a)(1)",
        "IRC 401(k)(2)(C)",
        "26 CFR 1.401(k)-1(c)",
        "IRC 403(b)(1)(C)",
        "IRC 411(e)",
    ],
    page: include_str!("employee_money_not_vested.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let plan = facts.plan;
    let is_401a = facts.plan_type()? == PlanType::Plan401a;
    let deferrals = if is_401a {
        Ok(None)
    } else {
        not_immediate(&plan.deferrals.vesting, "Elective deferrals", "401(k)(2)(C), 403(b)(1)(C)")
    };
    let after_tax = after_tax(facts);
    // A plan without after-tax money, of a type without deferrals, has nothing that the rule is about.
    if is_401a && facts.holds_after_tax() == Truth::No {
        return Ok(Outcome::NotApplicable);
    }
    Outcome::settled([deferrals, after_tax])
}

fn after_tax(facts: &Facts<'_>) -> Result<Option<Finding>, Missing> {
    let is_403b = facts.plan_type()? == PlanType::Plan403b;
    // IRC 411(e): governmental plans, and church plans without election. A 403(b) contract is nonforfeitable as a whole.
    let is_bound = Truth::from(is_403b).or(facts.has_minimum_standards());
    // Whether there is such money is asked before how it vests.
    match facts.holds_after_tax() {
        Truth::No => return Ok(None),
        Truth::Unknown(missing) if facts.plan.after_tax.vesting.stated().is_none() => return Err(missing),
        Truth::Yes | Truth::Unknown(_) => {}
    }
    let found =
        not_immediate(&facts.plan.after_tax.vesting, "After-tax contributions", "411(a)(1), 403(b)(1)(C)")?;
    if found.is_none() {
        return Ok(None);
    }
    Ok(if facts.holds_after_tax().and(is_bound).known()? { found } else { None })
}

fn not_immediate(
    election: &Election<Vesting>,
    money: &str,
    section: &str,
) -> Result<Option<Finding>, Missing> {
    let vesting = election.known()?;
    if *vesting == Vesting::Immediate {
        return Ok(None);
    }
    let message = format!(
        "{money} vest by a schedule ({vesting}), but what employees contribute themselves is theirs at once \
         and can never be forfeited (IRC {section})."
    );
    let help = format!("Set `{}: immediate`.", election.path);
    Ok(Some(RULE.finding(election, message, "employees' own money").help(help)))
}
