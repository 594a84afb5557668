//! `correction-deadline`: refunds that cost the employer an excise tax, or come too late for the plan.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::lower::Truth;
use crate::plan::auto_enrollment::{Arrangement, Coverage};
use crate::plan::testing::{RefundWithin, TestMethod};
use crate::plan::{Plan, PlanType};

pub const RULE: Rule = Rule {
    name: "correction-deadline",
    group: Group::Nondiscrimination,
    summary: "ACP/ADP correction deadline",
    severity: Severity::Warning,
    profile: Profile::Qualification,
    applies_to: &[PlanType::Traditional401k, PlanType::Plan403b, PlanType::Plan401a],
    in_force: None,
    citations: &[
        "IRC 401(m)(6)(A)",
        "IRC 401(k)(8)(A)",
        "IRC 4979(a), (e), (f)",
        "26 CFR 1.401(m)-2(b)(4)",
        "26 CFR 1.401(k)-2(b)(5)",
        "26 CFR 54.4979-1(b)(3)(iii), (c)(1)",
    ],
    page: include_str!("correction_deadline.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let plan = facts.plan;
    // Whether a 403(b) should run an ADP test is `403b-with-adp`.
    let is_run = if facts.plan_type()? == PlanType::Plan403b {
        plan.testing.acp.is(|method| *method != TestMethod::NotTested)
    } else {
        facts.runs_tests()
    };
    if facts.is_acp_tested() == Truth::No || !is_run.known()? {
        return Ok(Outcome::NotApplicable);
    }
    let within = &plan.testing.refund_within;
    let (message, help) = match within.known()? {
        RefundWithin::TwoAndAHalfMonths => return Ok(Outcome::Pass),
        RefundWithin::SixMonths if has_six_months(plan).known()? => return Ok(Outcome::Pass),
        RefundWithin::SixMonths => (
            "Refunds after a failed test come within six months of the end of the plan year. That is in time \
             only where an EACA covers all eligible employees all year; otherwise the employer owes an excise \
             tax of 10% of the excess after two and a half months (IRC 4979(a), (f)(1)).",
            "Refund within 2 1/2 months of the end of the plan year, or correct by QNECs.",
        ),
        RefundWithin::TwelveMonths => (
            "Refunds after a failed test come within twelve months of the end of the plan year. The plan keeps \
             its qualification, but the employer owes an excise tax of 10% of what was not refunded in the \
             first two and a half months (IRC 4979(a), (f)(1)).",
            "Refund within 2 1/2 months of the end of the plan year, correct by QNECs, or plan for the tax \
             (Form 5330).",
        ),
        RefundWithin::Later => return too_late(plan),
    };
    let finding = RULE.finding(within, message, "costs 10% of the excess");
    let arrangement = &plan.auto_enrollment.kind;
    let finding = if arrangement.is_written() {
        finding.related(arrangement.span(), "only an EACA for all gives six months")
    } else {
        finding
    };
    Outcome::fail(finding.help(help))
}

fn too_late(plan: &Plan) -> Judgement {
    let message = "Refunds after a failed test come later than twelve months after the end of the plan year. \
                   By then the plan has failed IRC 401(k)(3) or 401(m)(2) for the year (401(k)(8)(A), \
                   401(m)(6)(A)), beside the excise tax of 10%.";
    let finding = RULE.finding(&plan.testing.refund_within, message, "too late for the plan");
    let help = "Refund within 2 1/2 months, at the latest within 12; what is older needs the self-correction \
                program.";
    Outcome::fail(finding.severity(Severity::Error).help(help))
}

/// IRC 4979(f)(1), for plan years from 2010: six months where all eligible employees are covered by an EACA, which a QACA
/// with permissible withdrawals (IRC 414(w)) may be at once.
fn has_six_months(plan: &Plan) -> Truth {
    let enrollment = &plan.auto_enrollment;
    let withdrawable = enrollment.withdrawal_window.is(|window| !window.is_zero());
    let is_eaca = match enrollment.kind.known() {
        Ok(Arrangement::Eaca) => Truth::Yes,
        Ok(Arrangement::Qaca) => withdrawable,
        Ok(Arrangement::None | Arrangement::Aca) => Truth::No,
        Err(missing) => Truth::Unknown(missing),
    };
    is_eaca.and(enrollment.covers.is(|covers| *covers == Coverage::All))
}
