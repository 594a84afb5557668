//! `deferrals-withdrawable-early`: restricted money that may leave before the law lets it go.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::plan::PlanType;
use crate::room::restricted_money;

pub const RULE: Rule = Rule {
    name: "deferrals-withdrawable-early",
    group: Group::MegaBackdoor,
    summary: "Restricted money withdrawable too early",
    severity: Severity::Error,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Traditional401k, PlanType::Solo401k, PlanType::Simple401k, PlanType::Starter401k],
    in_force: None,
    citations: &[
        "IRC 401(k)(2)(B)(i)-(ii)",
        "26 CFR 1.401(k)-1(d)(1), (d)(5)",
        "26 CFR 1.401(k)-6 (QNEC, QMAC)",
        "IRC 401(k)(12)(E)(i)",
        "IRC 401(k)(13)(D)(iii)(II)",
        "IRC 401(m)(4)(C)(ii)",
        "IRC 72(t)(2)(H)(vi)",
        "IRC 401(a)(38), (39)",
        "SECURE 2.0 ss. 115, 314, 331, 334",
    ],
    page: include_str!("deferrals_withdrawable_early.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let withdrawal = &facts.plan.in_service.deferrals;
    let early = restricted_money::too_early(withdrawal.known()?, facts.plan, facts.law)?;
    if early.is_empty() {
        return Ok(Outcome::Pass);
    }
    let message = format!(
        "In {} elective deferrals, QNECs, QMACs or safe harbor contributions may be withdrawn in service {}; the law \
         lets them go only from age 59 1/2 or on an event that it names (IRC 401(k)(2)(B)(i)).",
        facts.plan.year,
        early.join(" or "),
    );
    Outcome::fail(RULE.finding(withdrawal, message, "earlier than the law allows").help(
        "Restrict withdrawals of these sources to age 59 1/2, hardship, disability and the other events that the law \
         names.",
    ))
}
