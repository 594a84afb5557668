//! `safe-harbor-not-vested`: safe harbor money, other than of a QACA, that is not vested at once.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;

use crate::plan::PlanType;

pub const RULE: Rule = Rule {
    name: "safe-harbor-not-vested",
    group: Group::Nondiscrimination,
    summary: "Traditional safe harbor money not fully vested",
    severity: Severity::Error,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Traditional401k],
    in_force: None,
    citations: &[
        "IRC 401(k)(12)(E)(i)",
        "IRC 401(k)(2)(C)",
        "26 CFR 1.401(k)-3(b)(1), (c)(1)",
        "26 CFR 1.401(k)-6",
    ],
    page: include_str!("safe_harbor_not_vested.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let Some(design) = facts.safe_harbor()?.filter(|design| !design.is_qaca()) else {
        return Ok(Outcome::NotApplicable);
    };
    let election = facts.safe_harbor_vesting(design);
    let vesting = election.known()?;
    if vesting.full_after().is_some_and(|years| years == 0) {
        return Ok(Outcome::Pass);
    }
    let message = format!(
        "The safe harbor money vests by `{vesting}`, but it must be nonforfeitable from the start: it consists of QNECs or QMACs (IRC \
         401(k)(12)(E)(i), 26 CFR 1.401(k)-3(b)(1), (c)(1), 1.401(k)-6)."
    );
    let finding = RULE.finding(election, message, "not vested at once");
    let finding = finding.related(facts.plan.safe_harbor.kind.span(), "the design that asks for it");
    Outcome::fail(finding.help("Vest safe harbor contributions at once: `immediate`. Where other employer money has this schedule, state `safe-harbor.vesting`."))
}
