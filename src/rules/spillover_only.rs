//! `spillover-only`: after-tax contributions may begin only once deferrals are at their limit.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::plan::PlanType;
use crate::plan::after_tax::Spillover;

pub const RULE: Rule = Rule {
    name: "spillover-only",
    group: Group::MegaBackdoor,
    summary: "Spillover only: after-tax starts when 402(g) is reached",
    severity: Severity::Warning,
    profile: Profile::MegaBackdoor,
    applies_to: PlanType::FULL_401K,
    in_force: None,
    citations: &["IRC 401(k)(4)(A)", "26 CFR 1.401(k)-1(e)(6)(i)-(iii)", "IRC 402(g)(1)"],
    page: include_str!("spillover_only.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    if !facts.has_after_tax()? {
        return Ok(Outcome::NotApplicable);
    }
    let after_tax = &facts.plan.after_tax;
    // Spillover by itself decides nothing: beside a separate election it is only a default.
    if !after_tax.requires_max_deferrals.is_yes().known()? {
        return Ok(Outcome::Pass);
    }
    let message = "After-tax contributions may begin only once deferrals have reached the 402(g) limit. Few payrolls may be \
                   left then to use the room under 415(c), and the right to contribute after tax hangs on making elective \
                   deferrals: whether 26 CFR 1.401(k)-1(e)(6) allows that is doubtful.";
    let finding =
        RULE.finding(&after_tax.requires_max_deferrals, message, "deferrals must be at their limit first");
    let finding = match after_tax.spillover.stated() {
        Some(Spillover::OptIn | Spillover::Automatic) => {
            finding.related(after_tax.spillover.span(), "contributions go on as after-tax from there")
        }
        Some(Spillover::None) | None => finding,
    };
    Outcome::fail(finding.help(
        "Allow a separate after-tax election from the first payroll; spillover may stay as the default. Ask counsel about \
         26 CFR 1.401(k)-1(e)(6) if the condition is to stay.",
    ))
}
