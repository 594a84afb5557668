//! `top-heavy-exemption-lost`: a safe harbor plan held exempt from the top-heavy rules that takes more than the exemption allows.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::plan::PlanType;
use crate::plan::others::ForfeitureUse;
use crate::plan::safe_harbor::SafeHarborType;
use crate::plan::testing::TopHeavy;
use crate::source::Span;
use crate::syntax::phrase::condition::{Condition, Eligibility};
use crate::syntax::phrase::match_formula::MatchFormula;

pub const RULE: Rule = Rule {
    name: "top-heavy-exemption-lost",
    group: Group::Nondiscrimination,
    summary: "Top-heavy exemption lost",
    severity: Severity::Warning,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Traditional401k],
    in_force: None,
    citations: &[
        "IRC 416(g)(4)(H)",
        "IRC 416(c)(2)(A)",
        "Rev. Rul. 2004-13",
        "irs.gov: Is my 401(k) top-heavy? (2025)",
    ],
    page: include_str!("top_heavy_exemption_lost.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let plan = facts.plan;
    let Some(design) = facts.safe_harbor()? else { return without_safe_harbor(facts) };
    let status = &plan.testing.top_heavy;
    if status.stated().is_some_and(|status| *status != TopHeavy::Exempt) {
        return Ok(Outcome::Pass);
    }
    let grounds = grounds(facts, design);
    if grounds.is_empty() {
        facts.has_after_tax()?;
        plan.nonelective.formula.known()?;
        plan.forfeitures.used.known()?;
        return Ok(Outcome::Pass);
    }
    status.known()?;
    let message = format!(
        "The plan is held exempt from the top-heavy rules for {}, but the exemption is for a plan that consists solely of deferrals \
         and safe harbor contributions (IRC 416(g)(4)(H), Rev. Rul. 2004-13). In each year in which more goes in, it is lost.",
        plan.year
    );
    let mut finding = RULE.finding(status, message, "held exempt");
    for (span, ground) in grounds {
        finding = finding.related(span, ground);
    }
    Outcome::fail(finding.help(
        "Test each year whether the plan is top-heavy, and budget up to 3% of pay for employees who are not key employees (IRC \
         416(c)(2)(A)); use forfeitures to reduce contributions.",
    ))
}

/// Who is exempt without a safe harbor: governmental plans (IRC 401(a)(10)(B)(iii)). Of a plan with bargained employees only
/// the requirements are off (IRC 416(i)(4)), and a spec does not tell such a plan.
fn without_safe_harbor(facts: &Facts<'_>) -> Judgement {
    let status = &facts.plan.testing.top_heavy;
    let may_be = facts.is_governmental().or(facts.plan.employer.union_group.is_yes());
    if status.stated() != Some(&TopHeavy::Exempt) || may_be.is_yes() {
        return Ok(Outcome::NotApplicable);
    }
    let message = format!(
        "The plan is held exempt from the top-heavy rules for {}, but it has no safe harbor: the exemption is for a plan that consists \
         solely of deferrals and safe harbor contributions (IRC 416(g)(4)(H)).",
        facts.plan.year
    );
    let finding = RULE.finding(status, message, "held exempt");
    let finding = finding.related(facts.plan.safe_harbor.kind.span(), "no safe harbor");
    Outcome::fail(finding.help("Test each year whether the plan is top-heavy, and state `tested each year`."))
}

/// What is beyond deferrals and safe harbor contributions. A contribution that the employer only may make is harmless until
/// it is made (Rev. Rul. 2004-13, situation 1), so that discretionary ones are left out.
fn grounds(facts: &Facts<'_>, design: SafeHarborType) -> Vec<(Span, &'static str)> {
    let plan = facts.plan;
    let mut grounds = Vec::new();
    let mut add = |holds: bool, span: Span, ground| grounds.extend(holds.then_some((span, ground)));
    add(
        facts.after_tax().is_yes(),
        plan.after_tax.allowed.span(),
        "after-tax contributions, once somebody makes any",
    );
    let beside = design.is_match() && facts.nonelective_is_safe_harbor_money().is_yes();
    add(beside, plan.nonelective.formula.span(), "a nonelective contribution beside the safe harbor match");
    let reallocated = plan.forfeitures.used.is(|used| *used == ForfeitureUse::Reallocate);
    add(reallocated.is_yes(), plan.forfeitures.used.span(), "forfeitures allocated like profit sharing");
    let matched = plan.matching.formula.is(|formula| matches!(formula, MatchFormula::Formula(_)));
    let outside = matched.and(plan.safe_harbor.acp.is_yes().negated());
    add(
        !design.is_match() && outside.is_yes(),
        plan.matching.formula.span(),
        "a match outside the ACP safe harbor",
    );
    let money = if design.is_match() { &plan.eligibility.matching } else { &plan.eligibility.nonelective };
    let later = plan.eligibility.deferrals.is(|who| !waits(who)).and(money.is(waits));
    add(later.is_yes(), money.span(), "safe harbor money later than deferrals");
    grounds
}

/// Must an employee wait for anything?
fn waits(who: &Eligibility) -> bool {
    match who {
        Eligibility::SameAsDeferrals => false,
        Eligibility::When { condition, .. } => matches!(condition, Condition::AnyOf(_)),
    }
}
