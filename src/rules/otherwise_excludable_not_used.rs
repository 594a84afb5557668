//! `otherwise-excludable-not-used`: early entrants who pull the average down.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::{Finding, Severity};
use crate::lower::{Election, Truth};
use crate::plan::PlanType;
use crate::plan::testing::{OtherwiseExcludable, TestMethod};
use crate::syntax::phrase::condition::Eligibility;
use crate::syntax::phrase::match_formula::MatchFormula;

pub const RULE: Rule = Rule {
    name: "otherwise-excludable-not-used",
    group: Group::Nondiscrimination,
    summary: "Otherwise excludable employees",
    severity: Severity::Advice,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Traditional401k],
    in_force: None,
    citations: &[
        "IRC 401(k)(3)(F)",
        "IRC 401(m)(5)(C)",
        "IRC 410(b)(4)(B)",
        "26 CFR 1.401(k)-2(a)(1)(iii)",
        "26 CFR 1.401(m)-2(a)(1)(iii)",
        "26 CFR 1.401(k)-3(h)(3)",
    ],
    page: include_str!("otherwise_excludable_not_used.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let plan = facts.plan;
    if facts.is_governmental().is_yes() || facts.runs_tests() == Truth::No {
        return Ok(Outcome::NotApplicable);
    }
    let treated = &plan.testing.otherwise_excludable;
    match treated.stated() {
        Some(OtherwiseExcludable::Separate | OtherwiseExcludable::EarlyParticipation) => {
            return Ok(Outcome::Pass);
        }
        Some(OtherwiseExcludable::Together) | None => {}
    }
    let (eligibility, testing) = (&plan.eligibility, &plan.testing);
    let is_run = |method: &TestMethod| *method != TestMethod::NotTested;
    let matched = plan.matching.formula.is(|formula| *formula != MatchFormula::None);
    // Each with whether it is tested: what a safe harbor covers is not.
    let kinds = [
        (testing.adp.is(is_run), &eligibility.deferrals),
        (testing.acp.is(is_run).then(facts.after_tax()), &eligibility.after_tax),
        (testing.acp.is(is_run).then(matched), &eligibility.matching),
    ];
    let is_early = |(tested, election): &(Truth, &Election<Eligibility>)| {
        tested.clone().then(facts.lets_in_early(election))
    };
    if !kinds.iter().map(is_early).fold(Truth::No, Truth::or).known()? {
        return Ok(Outcome::NotApplicable);
    }
    treated.known()?;
    let finding = finding(treated, &facts.by_workforce());
    let early = kinds.iter().find(|kind| is_early(kind).is_yes());
    let finding = match early {
        Some((_, election)) => finding.related(election.span(), "lets them in early"),
        None => finding,
    };
    Outcome::fail(finding)
}

fn finding(treated: &Election<OtherwiseExcludable>, by_workforce: &str) -> Finding {
    let message = format!(
        "The plan lets people in before age 21 or a year of service, and tests them together with \
                   the others. They mostly contribute least, and pull the average of the non-highly \
                   compensated employees down (IRC 401(k)(3)(F), 401(m)(5)(C)).{by_workforce}"
    );
    let finding = RULE.finding(treated, message, "tested together with the others");
    let help = "Leave those who are not highly compensated and below age 21 or a year of service out of the \
                tests (early participation), or test them separately.";
    finding.help(help)
}
