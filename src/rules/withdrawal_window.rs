//! `withdrawal-window`: a window for the withdrawal of automatic deferrals that is too long or too short.

use super::{Check, Facts, Group, Judgement, Outcome, Profile, Rule};
use crate::finding::Severity;
use crate::plan::PlanType;
use crate::plan::auto_enrollment::Arrangement;
use crate::syntax::phrase::duration::{Duration, Unit};

pub const RULE: Rule = Rule {
    name: "withdrawal-window",
    group: Group::Nondiscrimination,
    summary: "EACA withdrawal window",
    severity: Severity::Error,
    profile: Profile::Qualification,
    applies_to: &[
        PlanType::Traditional401k,
        PlanType::Simple401k,
        PlanType::Starter401k,
        PlanType::Plan403b,
        PlanType::Governmental457b,
    ],
    in_force: None,
    citations: &["IRC 414(w)(2)(B)", "26 CFR 1.414(w)-1(c)(2)(i)"],
    page: include_str!("withdrawal_window.md"),
    check: Check::Plan(check),
    blocks_mega_backdoor: false,
};

fn check(facts: &Facts<'_>) -> Judgement {
    let enrollment = &facts.plan.auto_enrollment;
    let window = &enrollment.withdrawal_window;
    if !window.is_written() {
        let may_have = |kind: &Arrangement| matches!(kind, Arrangement::Eaca | Arrangement::Qaca);
        if !enrollment.kind.is(may_have).known()? {
            return Ok(Outcome::NotApplicable);
        }
    }
    let length = *window.known()?;
    // A plan need not offer withdrawals; whether 414A makes it, `auto-enrollment-mandate` says.
    if length.is_zero() {
        return Ok(Outcome::NotApplicable);
    }
    let (least, most) = in_days(length);
    let problem = if most > 90 {
        "longer than the 90 days after the first automatic deferral that IRC 414(w)(2)(B) allows"
    } else if least < 30 {
        "shorter than the 30 days that 26 CFR 1.414(w)-1(c)(2)(i) asks for"
    } else {
        return Ok(Outcome::Pass);
    };
    let verb = if least == most { "is" } else { "can be" };
    let message = format!("Automatic deferrals may be withdrawn within {length}, which {verb} {problem}.");
    let finding = RULE.finding(window, message, format!("{length}")).help("Allow 30 to 90 days: `90 days`.");
    // Months may come to a day or two more or less than the law's days, and may not.
    let is_certain = least > 90 || most < 30;
    Outcome::fail(if is_certain { finding } else { finding.severity(Severity::Warning) })
}

/// The fewest and the most days that a length of time can have.
fn in_days(length: Duration) -> (u32, u32) {
    let days =
        |least: u32, most: u32| (length.count.saturating_mul(least), length.count.saturating_mul(most));
    match length.unit {
        Unit::Days => days(1, 1),
        Unit::Months => days(28, 31),
        Unit::Years => days(365, 366),
    }
}
