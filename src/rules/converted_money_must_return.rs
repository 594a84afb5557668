//! `converted-money-must-return`: after-tax money goes to Roth before an ACP test that is likely to send it back.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::lower::Truth;
use crate::plan::PlanType;
use crate::rules::facts::{AcpOutlook, Projection};
use crate::syntax::phrase::frequency::Automatic;

pub const RULE: Rule = Rule {
    name: "converted-money-must-return",
    group: Group::MegaBackdoor,
    summary: "Converted money must be returned after an ACP failure",
    severity: Severity::Warning,
    profile: Profile::MegaBackdoor,
    applies_to: &[PlanType::Traditional401k, PlanType::Solo401k, PlanType::Plan403b, PlanType::Plan401a],
    in_force: None,
    citations: &[
        "IRC 401(m)(6)",
        "26 CFR 1.401(m)-2(b)(2)(v)-(vi)",
        "26 CFR 1.402(c)-2(c)(3)(iii)",
        "26 CFR 1.402A-1, A-11",
    ],
    page: include_str!("converted_money_must_return.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    if !facts.has_after_tax()? {
        return Ok(Outcome::NotApplicable);
    }
    // That the test fails is said elsewhere; here it is what has left the after-tax account by then.
    let projection = match facts.acp_outlook()? {
        AcpOutlook::NotTested => return Ok(Outcome::NotApplicable),
        AcpOutlook::Passes => return Ok(Outcome::Pass),
        AcpOutlook::Fails(projection) => projection,
    };
    let routes = facts.routes();
    let by_request = routes.in_plan_roth.or(routes.roth_ira);
    if is_automatic(facts).or(by_request).known()? { report(facts, &projection) } else { Ok(Outcome::Pass) }
}

/// Does after-tax money go to Roth by itself?
fn is_automatic(facts: &Facts<'_>) -> Truth {
    let in_plan = &facts.plan.in_plan_roth;
    if in_plan.allowed.is_yes() == Truth::No {
        return Truth::No;
    }
    in_plan.automatic.is(|automatic| *automatic != Automatic::None)
}

fn report(facts: &Facts<'_>, projection: &Projection) -> Judgement {
    let plan = facts.plan;
    let message = format!(
        "The ACP test for {} is likely to fail ({} for highly compensated employees, limit {}), and by then after-tax \
         money {} gone to Roth. Excess aggregate contributions have to be paid out, and such a payment is no eligible \
         rollover distribution (IRC 401(m)(6), 26 CFR 1.402(c)-2(c)(3)(iii)): in a Roth IRA it is an excess contribution.",
        plan.year,
        projection.hce,
        projection.limit,
        if is_automatic(facts).is_yes() { "has" } else { "may have" },
    );
    let finding = if is_automatic(facts).is_yes() {
        RULE.finding(&plan.in_plan_roth.automatic, message, "converted before the test is run")
    } else if facts.routes().in_plan_roth.is_yes() {
        RULE.finding(&plan.in_plan_roth.allowed, message, "may be converted before the test is run")
    } else {
        RULE.finding(&plan.in_service.after_tax, message, "may be rolled over before the test is run")
    };
    Outcome::fail(finding.help(
        "Project the test during the year and cap the after-tax contributions of highly compensated employees for the rest \
         of it, or fund a QNEC; keep a procedure for taking converted money back.",
    ))
}
