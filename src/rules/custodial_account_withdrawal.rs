//! `custodial-account-withdrawal`: after-tax money that a 403(b) custodial account would pay out too early.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::lower::Missing;
use crate::plan::PlanType;
use crate::plan::document::Funding;
use crate::room::restricted_money::too_early;
use crate::syntax::phrase::condition::{Condition, Event, Term};

pub const RULE: Rule = Rule {
    name: "custodial-account-withdrawal",
    group: Group::PlanTypes,
    summary: "In-service after-tax from 403(b)(7) custodial accounts",
    // The words of the regulation are clear, but no statement of the IRS on after-tax money was found: see the page.
    severity: Severity::Warning,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Plan403b],
    in_force: None,
    citations: &["IRC 403(b)(7)(A)(i)", "26 CFR 1.403(b)-6(b), (c)", "IRC 402A(c)(4)(E)(iii)"],
    page: include_str!("custodial_account_withdrawal.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

const HARDSHIP: Term = Term::Event(Event::Hardship);

fn check(facts: &Facts<'_>) -> Judgement {
    if !facts.holds_after_tax().known()? {
        return Ok(Outcome::NotApplicable);
    }
    let plan = facts.plan;
    let withdrawal = &plan.in_service.after_tax;
    let early = early(facts, withdrawal.known()?)?;
    if early.is_empty() {
        return Ok(Outcome::Pass);
    }
    let severity = match plan.document.funding.known()? {
        // 26 CFR 1.403(b)-6(b) frees after-tax money in annuity contracts in so many words.
        Funding::AnnuityContracts => return Ok(Outcome::Pass),
        Funding::CustodialAccounts => Severity::Warning,
        // The after-tax money may all be in the contracts.
        Funding::Both => Severity::Advice,
    };
    let message = format!(
        "After-tax money may be withdrawn in service {}, but a custodial account may pay a participant only from age 59 1/2, \
         after severance, on disability or on an event of its own in the law (26 CFR 1.403(b)-6(c)). For annuity contracts \
         1.403(b)-6(b) frees after-tax money; for custodial accounts nothing says so, and it is not settled.",
        early.join(" or ")
    );
    let help = "Hold after-tax money in the annuity contract; or lock it until 59 1/2 and convert it by in-plan Roth rollovers, \
                which may move amounts that cannot be distributed.";
    let finding = RULE.finding(withdrawal, message, "earlier than custodial accounts may pay");
    let finding = finding.related(plan.document.funding.span(), "custodial accounts").help(help);
    Outcome::fail(finding.severity(severity))
}

/// What the condition opens too early. The events are those on which deferrals may leave, but not hardship: it is for
/// salary reduction money only (IRC 403(b)(7)(A)(i)).
fn early(facts: &Facts<'_>, condition: &Condition) -> Result<Vec<String>, Missing> {
    let is_hardship = |terms: &&Vec<Term>| terms.contains(&HARDSHIP);
    if !condition.alternatives().iter().any(|terms| terms.contains(&HARDSHIP)) {
        return too_early(condition, facts.plan, facts.law);
    }
    let (hardship, others): (Vec<&Vec<Term>>, Vec<&Vec<Term>>) =
        condition.alternatives().iter().partition(is_hardship);
    let others = Condition::AnyOf(others.into_iter().cloned().collect());
    let mut early = too_early(&others, facts.plan, facts.law)?;
    for terms in hardship {
        let rest: Vec<Term> = terms.iter().copied().filter(|term| *term != HARDSHIP).collect();
        let alone = rest.is_empty();
        if alone || !too_early(&Condition::AnyOf(vec![rest]), facts.plan, facts.law)?.is_empty() {
            early.push("on hardship".to_owned());
        }
    }
    Ok(early)
}
